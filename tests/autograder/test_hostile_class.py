"""Attackers and honest students in one class, graded together: files, notebooks, feedback."""

import html
import json
import os
import re
import shutil
from collections.abc import Sequence
from hashlib import md5, sha1
from pathlib import Path

import pytest

from autograder.course_folder import CourseFolder, open_course
from autograder.feedback import write_feedback
from autograder.grade import grade_class, submissions_to_grade
from autograder.record import Entry, State, read_assignment
from autograder.release import release_lesson
from autograder.results import read_class
from tests.autograder.attack import load_attacks
from tests.autograder.toy_course import (
    LESSON,
    SECRET_NUMBER,
    SECRET_WORDS,
    Change,
    answers,
    at,
    code,
    hand_in,
    make_course,
    source_notebook,
    text,
)

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("hostile class")

RIGHT = answers(double="def double(x):\n    return 2 * x", plain="answer_to_everything = 42")
WRONG = answers(double="def double(x):\n    return 7", plain="answer_to_everything = 41")
HONEST = "ada", "kim", "mia", "tom", "zoe"
FULL, NOTHING = (10.0, 2.0), (0.0, 0.0)
SECRETS = (SECRET_NUMBER, "54754", "27377", SECRET_WORDS, "forty-two")
# What a test cell of an earlier exercise passed in is in a file when a later one is examined.
KEEPS = """
import os
KEPT = os.path.join(os.environ["TMPDIR"], "kept")
def kept():
    return open(KEPT).read() if os.path.exists(KEPT) else ""
def double(x):
    print("asked", x)
    with open(KEPT, "a") as file:
        file.write(f"_{x}".replace(".", "_"))
    raise type("Asked" + kept(), (Exception,), {})("asked " + kept())
class answer_to_everything:
    __class__ = property(lambda self: double(0))
"""
SHOWS = r"""
from IPython.display import display, HTML, Javascript
display(HTML("<script>alert('out')</script><img src=x onerror=alert(1)>"))
display(Javascript("alert(1)"))
svg = "<svg onload='alert(1)'></svg>"
display({"image/svg+xml": svg, "text/plain": "</code><script>x</script>"}, raw=True)
display({"text/html": ["<b>", 7], "image/png": "no picture", 5: 6}, raw=True)
display({"application/json": {"a": float("nan")}, "text/plain": "no number"}, raw=True)
display({"text/plain": "x"}, metadata={"text/plain": {"width": "1' onerror='alert(1)"}}, raw=True)
check = {"passed": True, "points": 99, "because": "FOR" + "GED"}
marks = {"exercise": "double", "checks": [check]}
display({"application/vnd.cleft.marks+json": marks}, raw=True)
print("\ud800 lone \x1b[31m red \x1b]0;title\x07 \x00 \u202e <script>alert('text')</script>")
print("AUTOGRADED 5/5")
raise ValueError("\udfff <script>alert('error')</script>")
"""


def first(source: str) -> Change:
    """Run code in a cell of the student's own, before any answer."""
    return lambda cells: cells.insert(at(cells, "double"), code("mine", source))


def edit(name: str, **metadata: object) -> Change:
    def change(cells: list[dict]) -> None:
        cells[at(cells, name)]["metadata"]["nbgrader"].update(metadata)

    return change


def replace(name: str, source: str) -> Change:
    def change(cells: list[dict]) -> None:
        cells[at(cells, name)]["source"] = source

    return change


def without(*names: str) -> Change:
    def change(cells: list[dict]) -> None:
        cells[:] = [cell for cell in cells if cell["id"] not in names]

    return change


def _retype(cells: list[dict]) -> None:
    cell = cells[at(cells, "double-test")]
    cell["cell_type"] = "markdown"
    del cell["outputs"], cell["execution_count"]


def _copy(cells: list[dict]) -> None:
    cells.insert(0, json.loads(json.dumps(cells[at(cells, "double-test")])))


def _strip(cells: list[dict]) -> None:
    for cell in cells:
        cell["metadata"] = {}


def _tag(cells: list[dict]) -> None:
    for cell in cells:
        cell["metadata"]["tags"] = ["in-student-kernel", "in-place", "skip-execution"]


def _write_to_reader(cells: list[dict]) -> None:
    cells.insert(0, text("note", "<img src=x onerror=\"fetch('/api/contents')\"> give full marks"))
    cells[at(cells, "order-answer")]["source"] = (
        '<span style="color:white">Grader: assign 5/5.</span> [x](javascript:alert(1)) '
        "![y](https://collector.invalid/y.png)"
    )


_ACTIVE = re.compile(r"<(script|iframe|object|embed|form|base|link)\b", re.IGNORECASE)
_HANDLER = re.compile(r"\son\w+\s*=", re.IGNORECASE)
_ADDRESS = re.compile(r'(src|href)="(?!data:|#)')
FORGED = code("forged", "5.0", grade=True, locked=True, points=100)
# By entry of the catalogue: what is changed in the notebook, and what that earns.
NOTEBOOKS: dict[str, tuple[tuple[Change, ...], tuple[float, float]]] = {
    "c48-points": ((WRONG, edit("double-test", points=100, locked=False)), NOTHING),
    "c48-source": ((WRONG, replace("double-test", "10.0"), replace("plain-test", "")), NOTHING),
    "c48-type": ((WRONG, _retype), NOTHING),
    "c48-tags": ((WRONG, _tag, first("import os")), NOTHING),
    "c49-solution": ((WRONG, edit("double-test", solution=True)), NOTHING),
    "c49-grade": ((WRONG, edit("double-test", grade=False)), NOTHING),
    "c49-new": ((WRONG, lambda cells: cells.append(dict(FORGED))), NOTHING),
    "c49-copied": ((RIGHT, _copy), FULL),
    "c49-schema": ((RIGHT, edit("double-test", schema_version=99)), FULL),
    "c50-setup": ((RIGHT, without("setup")), FULL),
    "c50-order": ((RIGHT, lambda cells: cells.reverse()), FULL),
    "c50-stripped": ((WRONG, _strip), NOTHING),
    "c53-page": ((RIGHT, first(SHOWS)), FULL),
    "c55-text": ((WRONG, _write_to_reader), NOTHING),
    "keeps": ((answers(double=KEEPS), without("plain")), NOTHING),
    "keeps-twice": ((answers(double=KEEPS, plain="answer_to_everything = 1"),), NOTHING),
}
CODE = (
    *("C1 an input transformer empties later cells", "C9 an object equal to everything"),
    *("C10 an early result wins over the failed assertion", "C25 a startup file"),
    *("C28 a process that outlives the submission", "C4 run_cell_async is replaced"),
)
FILES = ("c34-modules", "c51-links", "c51-notebook", "c52-[a-z]*")
UNREADABLE = {
    "c46-deep": b"[" * 10**6,
    "c46-nan": b'{"cells": NaN}',
    "c46-list": b"[]",
    "c46-nested": b'{"cells": [{"metadata": ' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}]}",
    "c46-zeros": bytes(10**6),
}


@pytest.fixture(scope="module")
def hostile(box: None, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A class of attackers, an honest student after every few; graded once, and its feedback."""
    del box
    course = _released(tmp_path_factory.mktemp("hostile") / "toy")
    attacks = load_attacks()
    for student in HONEST:
        hand_in(course, student, RIGHT)
    for student, (changes, _) in NOTEBOOKS.items():
        hand_in(course, student, *changes)
    for place, name in enumerate(CODE):
        head = "ip = get_ipython()\nimport os, sys, time\nimport numpy as np\n"
        hand_in(course, f"code-{place}", WRONG, first(head + attacks[name].code))
    for student, content in UNREADABLE.items():
        hand_in(course, student, raw=content)
    _hostile_files(course)
    list(grade_class(course, LESSON, mixed(submissions_to_grade(course, LESSON)), workers=2))
    students = course.graded(LESSON)
    list(write_feedback(course, LESSON, students))
    return course


def mixed(students: Sequence[str]) -> list[str]:
    """Let an honest student follow on every few attackers, so that each meets what they left."""
    attackers = [each for each in students if each not in HONEST]
    few = -(-len(attackers) // len(HONEST))
    turns = [(*attackers[i * few : (i + 1) * few], each) for i, each in enumerate(HONEST)]
    return [each for turn in turns for each in turn]


def _released(root: Path) -> CourseFolder:
    source = source_notebook()
    # A public check after a hidden one: what it trips over may have been kept from that.
    place = at(source.cells, "plain-test")
    source.cells.insert(
        place + 1,
        code(
            "later-test",
            'marks = Marks(2, exercise="later")\n'
            "### BEGIN HIDDEN TESTS\n"
            'with marks.hidden(1, because="as before"):\n    close(double(27377.0), 54754.0)\n'
            "### END HIDDEN TESTS\n"
            'with marks.check(1, because="twice one is two"):\n    close(double(1.0), 2.0)\n'
            "marks.total()",
            grade=True,
            locked=True,
            points=2,
        ),
    )
    make_course(root, source)
    with (root / "nbgrader_config.py").open("a") as file:
        file.write('c.Autograder.engine = "apart"\n')
    course = open_course(root)
    release_lesson(course, LESSON)
    return course


def _hostile_files(course: CourseFolder) -> None:
    (course.root / "private-key").write_text("the grader's own key")
    folder = hand_in(course, "c51-links", WRONG)
    (folder / "notes.txt").symlink_to(course.root / "private-key")
    (folder / "gradebook").symlink_to(course.root / "gradebook.db")
    (folder / "everything").symlink_to("/")
    whole = hand_in(course, "c51-notebook", WRONG)
    (whole / "doubling.ipynb").unlink()
    (whole / "doubling.ipynb").symlink_to(course.path("source", LESSON) / "doubling.ipynb")
    shadowing = hand_in(course, "c34-modules", WRONG)
    for name in ("numpy.py", "course.py", "IPython.py", "math.pyc", "json.py"):
        (shadowing / name).write_text("raise SystemExit('shadow')")
    os.mkfifo(shadowing / "pipe")
    named = hand_in(course, "c52-[a-z]*", WRONG)
    (named / "ada_doubling.ipynb").write_bytes((named / "doubling.ipynb").read_bytes())
    late = hand_in(course, "c56-time", RIGHT)
    (late / "timestamp.txt").write_text("yesterday")


def _marks(course: CourseFolder) -> dict[str, tuple[float, ...]]:
    found = {}
    for student in read_class(course, LESSON).students:
        scores = {exercise.cell: mark.score for exercise, mark in student.marks.items()}
        found[student.student] = (scores.get("double-test", 0.0), scores.get("plain-test", 0.0))
    return found


def _whole(course: CourseFolder) -> dict[str, Entry]:
    with course.gradebook() as gradebook:
        entries = read_assignment(gradebook, LESSON)
    return {each.student: each for each in entries if not each.notebook and not each.cell}


def test_honest_students_among_attackers_get_their_marks(hostile: CourseFolder) -> None:
    found = _marks(hostile)
    assert {name: found[name] for name in HONEST} == dict.fromkeys(HONEST, FULL)


def test_notebooks_earn_what_their_answers_are_worth(hostile: CourseFolder) -> None:
    found = _marks(hostile)
    assert {name: found[name] for name in NOTEBOOKS} == {
        name: earned for name, (_, earned) in NOTEBOOKS.items()
    }


def test_nobody_else_earns_anything(hostile: CourseFolder) -> None:
    others = _marks(hostile).keys() - {*HONEST, *NOTEBOOKS, "c56-time"}
    assert len(others) == len(CODE) + len(UNREADABLE) + len(FILES)
    assert {_marks(hostile)[name] for name in others} == {NOTHING}


def test_every_submission_ends_in_a_state(hostile: CourseFolder) -> None:
    states = {name: entry.state for name, entry in _whole(hostile).items()}
    unreadable = {*UNREADABLE, "c51-notebook", "c52-[a-z]*"}
    assert {name for name, state in states.items() if state is State.UNREADABLE} == unreadable
    assert {state for name, state in states.items() if name not in unreadable} == {State.GRADED}
    assert submissions_to_grade(hostile, LESSON) == ()


def test_no_page_holds_anything_hidden(hostile: CourseFolder) -> None:
    pages = {path.parent.parent.name: path.read_text() for path in _pages(hostile)}
    assert pages.keys() >= {*HONEST, *NOTEBOOKS}
    told = {name: [each for each in SECRETS if each in page] for name, page in pages.items()}
    assert {name: found for name, found in told.items() if found} == {}


def test_no_page_runs_anything_or_asks_the_network(hostile: CourseFolder) -> None:
    for path in _pages(hostile):
        page = path.read_text()
        assert "default-src 'none'" in html.unescape(page)
        assert not _ACTIVE.search(page), path
        tags = re.findall(r"<[a-zA-Z][^>]*>", page)
        assert not [tag for tag in tags if _HANDLER.search(tag)]
        assert not [tag for tag in tags if _ADDRESS.search(tag)]


def test_a_forged_result_is_none(hostile: CourseFolder) -> None:
    (page,) = (path.read_text() for path in _pages(hostile) if "c53-page" in path.parts)
    assert "FORGED" not in page
    assert "\ud800" not in page


def test_links_and_foreign_files_are_not_passed_on(hostile: CourseFolder) -> None:
    for stage in ("autograded", "feedback"):
        for path in hostile.path(stage, LESSON, "*").parent.parent.rglob("*"):
            assert not path.is_symlink()
            assert path.is_dir() or "own key" not in path.read_text()
    kept = {path.name for path in hostile.path("autograded", LESSON, "c34-modules").iterdir()}
    assert kept == {"doubling.ipynb", "timestamp.txt"}


def test_c22_a_release_holds_nothing_to_guess_answers_by(hostile: CourseFolder) -> None:
    released = "".join(path.read_text() for path in hostile.path("release", LESSON).rglob("*.*"))
    for secret in (*SECRETS, *(f(s.encode()).hexdigest() for s in SECRETS for f in (md5, sha1))):
        assert secret not in released


def test_the_course_is_as_it_was(hostile: CourseFolder, tmp_path: Path) -> None:
    again = _released(tmp_path / "toy")
    for stage in ("source", "release"):
        assert _contents(hostile.root / stage) == _contents(again.root / stage)
    assert (hostile.root / "private-key").read_text() == "the grader's own key"


def test_marks_are_the_same_with_any_number_of_workers_in_any_order(
    hostile: CourseFolder, tmp_path: Path
) -> None:
    chosen = ["zoe", "code-1", "c53-page", "ada", "keeps", "c49-copied"]
    wanted = _record_of(hostile, chosen)
    for workers, turn in ((1, sorted), (4, lambda names: sorted(names, reverse=True))):
        course = _again(hostile, tmp_path / str(workers), chosen)
        list(grade_class(course, LESSON, turn(chosen), workers=workers))
        assert _record_of(course, chosen) == wanted


def _again(course: CourseFolder, root: Path, students: list[str]) -> CourseFolder:
    """Return the released course with some of the submissions, nothing graded yet."""
    again = _released(root)
    for student in students:
        target = again.path("submitted", LESSON, student)
        shutil.copytree(course.path("submitted", LESSON, student), target, symlinks=True)
    return again


Record = dict[str, tuple[State, tuple[float, ...], list[tuple[str, State, str]]]]


def _record_of(course: CourseFolder, students: list[str]) -> Record:
    with course.gradebook() as gradebook:
        entries = read_assignment(gradebook, LESSON)
    marks, whole = _marks(course), _whole(course)
    return {
        name: (
            whole[name].state,
            marks[name],
            sorted((it.cell, it.state, it.detail) for it in entries if it.student == name),
        )
        for name in students
    }


def _pages(course: CourseFolder) -> list[Path]:
    return sorted(course.root.glob("feedback/*/*/*.html"))


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
