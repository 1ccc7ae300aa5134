"""The audit from end to end, on a small course, as a command."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.audit.audit import audit
from autograder.audit.lesson import read_lesson
from autograder.audit.looks import look_at, safely
from autograder.audit.reports import Audited
from autograder.audit.settings import Settings
from autograder.audit.work import Options
from autograder.course_folder import CourseFolder
from autograder.notebooks import write_notebook
from course import __version__
from tests.autograder.audit.lessons import TITLE, bank, exercise, lesson_of
from tests.autograder.toy_course import LESSON, Change, at, change_source, notebook, source_of

AUTOGRADER = Path(sys.executable).with_name("autograder")
RIGHT = "def double(x):\n    return 2 * x"
SQUARE = "def double(x):\n    return x * x"

pytestmark = pytest.mark.usefixtures("box")


def command(course: CourseFolder, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [AUTOGRADER, "audit", *arguments],
        cwd=course.root,
        capture_output=True,
        text=True,
        check=False,
    )


def audited(course: CourseFolder, options: Options) -> Audited:
    (found,) = audit(course, [LESSON], options, lambda items, *_: items)
    return found


def fill_bank(course: CourseFolder, marks: float = 10) -> None:
    bank(
        read_lesson(course, LESSON),
        "double",
        ("adding", RIGHT, marks, ""),
        ("squaring", SQUARE, 3, "you squared"),
    )


def test_a_sound_course_is_told_so_in_a_table_and_as_data(released: CourseFolder) -> None:
    change_source(released, "double", "return x + x if x else 0.0 * x", "return 2 * x")
    subprocess.run(
        [AUTOGRADER, "release", LESSON], cwd=released.root, check=True, capture_output=True
    )
    fill_bank(released)
    ran = command(released, "--json", "audit.json")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Nothing to mend." in ran.stdout
    assert "reference, release, 2 answers; both engines" in ran.stdout
    whole = json.loads((released.root / "audit.json").read_text())
    assert whole["version"] == __version__
    assert (whole["options"]["seed"], whole["options"]["mutants"]) == (1, None)
    assert whole["settings"] == {}
    data = whole["lessons"][LESSON]
    assert data["findings"] == []
    assert data["checks"]["mutants"]["figures"]["score"] == 1.0
    mutants = data["mutants"]
    assert mutants["tried"] == mutants["of"] > 0
    assert (mutants["sampled"], mutants["survived"], mutants["equal"]) == (False, [], [])
    marks = {
        each["name"]: [each[key] for key in ("kind", "expected", "plain", "boxed")]
        for each in data["answers"]
        if each["exercise"] == "double"
    }
    assert marks == {
        "the reference solution": [None, 10, 10, 10],
        "what students are given": [None, 0, 0, 0],
        "adding": ["right", 10, 10, 10],
        "squaring": ["mistake", 3, 3, 3],
    }
    assert set(data["cell_seconds"]) == {"setup", "double", "double-test", "plain", "plain-test"}


def test_findings_are_one_line_each_and_the_command_says_1(released: CourseFolder) -> None:
    fill_bank(released, marks=9)
    change_source(released, "plain-test", "== 42", "== 6")
    ran = command(released, "doubling", "--mutants", "2")
    assert ran.returncode == 1
    lines = [line for line in ran.stdout.splitlines() if line.startswith("✗")]
    assert any("the answer “adding” earns 10, not 9" in line for line in lines)
    assert any("plain-test: it stops with AssertionError" in line for line in lines)
    assert any("plain: the reference solution earns 0, not 2" in line for line in lines)
    assert "Traceback" not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--mutants", "some"], "--mutants must be “all” or a whole number"),
        (["--mutants", "0"], "--mutants must be “all” or a whole number"),
        (["nothing"], "No assignment's name ends in “nothing”"),
        (["--workers", "0"], "Invalid value for '--workers'"),
    ],
)
def test_wrong_usage_is_one_sentence(
    course: CourseFolder, arguments: list[str], words: str
) -> None:
    ran = command(course, *arguments)
    assert ran.returncode == 2
    assert words in " ".join(ran.stderr.split())
    assert "Traceback" not in ran.stderr


BROKEN = {
    "no JSON": (b"no notebook", "it is not JSON"),
    "no notebook": (b"[]", "not a notebook"),
    "an empty notebook": (b'{"cells": [], "metadata": {}}', "it has no heading"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_notebook_stops_nothing(course: CourseFolder, name: str) -> None:
    content, words = BROKEN[name]
    source_of(course).write_bytes(content)
    found = audited(course, Options())
    assert any(words in str(finding) for finding in found.findings)
    assert all(finding.file for finding in found.findings)


def test_of_an_unreadable_notebook_nothing_has_a_tick(course: CourseFolder) -> None:
    source_of(course).write_bytes(b"no notebook")
    found = audited(course, Options())
    left = ["tests", "points", "text", "runs", "release", "answers", "mutants"]
    done = {report.check: report.done for report in found.reports}
    assert done == {"cells": True, **dict.fromkeys(left, False)}
    assert len(found.findings) == 1


def without_its_test(cells: list[dict[str, Any]]) -> None:
    del cells[at(cells, "double-test")]


def twice_otherwise(cells: list[dict[str, Any]]) -> None:
    other = {**cells[at(cells, "double")], "source": "def f(x):\n    return x"}
    cells.insert(at(cells, "double-test"), other)
    test = cells[at(cells, "double-test")]
    test["source"] = ["assert f(1) == 1\n", *test["source"]]


def twice(cells: list[dict[str, Any]]) -> None:
    cells.append(dict(cells[at(cells, "double")]))


def of_one_id(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "plain")]["id"] = "double"


def ten_in_words(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "double-test")]["metadata"]["nbgrader"]["points"] = "ten"


def without_points(cells: list[dict[str, Any]]) -> None:
    del cells[at(cells, "double-test")]["metadata"]["nbgrader"]["points"]


def of_an_empty_test(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "double-test")]["source"] = ""


def of_no_python(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "double")]["source"] = "def double(x:\n    return 2 * x"


def below_its_test(cells: list[dict[str, Any]]) -> None:
    cells.insert(at(cells, "double"), cells.pop(at(cells, "double-test")))


def of_a_number_for_text(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "double")]["source"] = 5


def that_ends_its_process(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "plain")]["source"] = "answer_to_everything = 42\nimport os\nos._exit(3)"


def without_an_end(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "plain-test")]["source"] = "while True: pass"


def of_an_older_form(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "double-test")]["metadata"]["nbgrader"]["schema_version"] = 1


def without_metadata(cells: list[dict[str, Any]]) -> None:
    del cells[at(cells, "double-test")]["metadata"]


def of_an_id_with_a_space(cells: list[dict[str, Any]]) -> None:
    cells[at(cells, "hint")]["id"] = "a hint"


@pytest.mark.parametrize(
    ("spoil", "cell", "words"),
    [
        (of_an_empty_test, "double-test", "it is a test without a line"),
        (of_no_python, "double", "it stops with SyntaxError"),
        (below_its_test, "double", "its test double-test stands before it"),
        (of_a_number_for_text, "double", "a cell that holds no text"),
        (that_ends_its_process, "", "it cannot be run: its process ended with code 3"),
        (without_an_end, "plain-test", "it was still running after 4 s"),
        (of_an_older_form, "double-test", "Outdated schema version: 1"),
        (without_metadata, "double-test", "it has no metadata"),
        (of_an_id_with_a_space, "cell 4", "its id is 'a hint': an id has letters"),
        (without_its_test, "double", "no test marks it: add a locked test cell “double-test”"),
        (twice_otherwise, "double", "several cells have the id and the grade_id “double”"),
        (twice, "double", "several cells have the id and the grade_id “double”"),
        (of_one_id, "double", "several cells have the id “double”"),
        (ten_in_words, "double-test", "its points are 'ten': make them a number"),
        (without_points, "double-test", "its points are None: make them a number"),
    ],
)
def test_what_is_spoilt_is_one_finding(
    course: CourseFolder, spoil: Change, cell: str, words: str
) -> None:
    path = source_of(course)
    data = json.loads(path.read_text())
    spoil(data["cells"])
    path.write_text(json.dumps(data))
    found = audited(course, Options(mutants=1, answers=0)).findings
    (finding,) = [each for each in found if "has never been released" not in each.problem]
    assert (finding.file, finding.cell) == ("source/1-doubling/doubling.ipynb", cell)
    assert words in finding.problem


def test_what_was_not_looked_at_has_no_tick(course: CourseFolder) -> None:
    path = source_of(course)
    data = json.loads(path.read_text())
    twice(data["cells"])
    path.write_text(json.dumps(data))
    ran = command(course, "--json", "audit.json")
    assert ran.returncode == 1
    lines = [" ".join(line.split()) for line in ran.stdout.splitlines()]
    for check in ("release", "answers", "mutants"):
        assert f"{check} mend its cells first not looked at" in lines
    checks = json.loads((course.root / "audit.json").read_text())["lessons"][LESSON]["checks"]
    left = {name for name, check in checks.items() if not check["done"]}
    assert left == {"release", "answers", "mutants"}


def test_a_lesson_half_made_has_findings_and_no_more(course: CourseFolder) -> None:
    path = source_of(course)
    data = json.loads(path.read_text())
    cells = {cell["id"]: cell for cell in data["cells"]}
    cells["double-test"]["metadata"]["nbgrader"]["points"] = "ten"
    cells["plain"]["source"] = "def ("
    cells["order"]["metadata"] = {"nbgrader": {"task": True}}
    data["cells"] += [cells["plain-test"], "no cell"]
    path.write_text(json.dumps(data))
    found = audited(course, Options())
    problems = "\n".join(map(str, found.findings))
    for words in (
        "double-test: its points are 'ten'",
        "order: nbgrader marks it, but it has no grade_id",
        "plain-test: several cells have the id and the grade_id “plain-test”",
        "cell 11: something that is no cell",
        "plain: it stops with SyntaxError",
    ):
        assert words in problems
    assert "this check stopped" not in problems


def test_a_lesson_that_cannot_be_looked_at_stops_no_other(course: CourseFolder) -> None:
    change_source(course, "double-test", "marks.total()", "-" * 100_000 + "1")
    other = course.path("source", "2-title")
    other.mkdir()
    write_notebook(notebook(TITLE), other / "title.ipynb")
    names = [LESSON, "2-title"]
    stopped, sound = audit(course, names, Options(), lambda items, *_: items)
    (finding,) = stopped.findings
    assert (finding.file, finding.cell) == (f"source/{LESSON}", "")
    assert finding.problem.startswith("this check stopped (")
    assert [finding.check for finding in sound.findings] == ["release"]


def test_a_check_that_stops_is_a_finding(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    (finding,) = safely(lesson, "text", lambda: [1 / 0])
    assert finding.problem.startswith("this check stopped (ZeroDivisionError: division by zero)")


def test_a_course_gets_the_checks_that_it_asks_for(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    few = {report.check for report in look_at(lesson, Settings())}
    more = {report.check for report in look_at(lesson, Settings(ids=True, hints=3))}
    assert few == {"cells", "tests", "points", "text"}
    assert more - few == {"ids", "hints"}
