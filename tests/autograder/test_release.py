"""What students get is what they may see, the same each time, and never a surprise."""

import json
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

import course as course_package
from autograder.course_folder import CourseError, CourseFolder
from autograder.leaks import secrets_of_notebook
from autograder.notebooks import node, read_notebook
from autograder.release import LeakError, release_lesson
from tests.autograder.toy_course import (
    LESSON,
    SECRET_NUMBER,
    SECRET_WORDS,
    at,
    change_source,
    code,
    everything,
    make_course,
    source_notebook,
    source_of,
    text,
)

ROOT = Path(__file__).parents[2]


def test_the_release_runs_as_students_get_it_and_shows_no_secret(released: CourseFolder) -> None:
    path = released.path("release", LESSON) / "doubling.ipynb"
    notebook = read_notebook(path)
    nbformat.validate(notebook)
    assert [cell.id for cell in notebook.cells] == [cell.id for cell in source_notebook().cells]
    content = path.read_text()
    for secret in (SECRET_NUMBER, SECRET_WORDS, "x + x", "HIDDEN", "forty-two"):
        assert secret not in content


def test_the_version_of_the_course_is_stamped_where_the_notebook_uses_it(
    released: CourseFolder,
) -> None:
    metadata = read_notebook(released.path("release", LESSON) / "doubling.ipynb").metadata
    assert metadata.cleft.course_version == course_package.__version__


def test_a_notebook_that_does_not_use_the_course_gets_no_stamp(tmp_path: Path) -> None:
    notebook = source_notebook()
    notebook.cells[at(notebook.cells, "setup")].source = "# from course import nothing"
    course = make_course(tmp_path, notebook)
    release_lesson(course, LESSON)
    assert "cleft" not in read_notebook(course.path("release", LESSON) / "doubling.ipynb").metadata


def test_releasing_again_gives_the_same_bytes(released: CourseFolder) -> None:
    folder = released.path("release", LESSON)
    before = everything(folder)
    assert not release_lesson(released, LESSON).changed
    (folder / "doubling.ipynb").write_text("spoilt")
    (folder / "stray.txt").write_text("not of the source")
    assert release_lesson(released, LESSON).changed
    assert everything(folder) == before


def test_nothing_is_left_of_the_making(released: CourseFolder) -> None:
    assert [path.name for path in (released.root / "release").iterdir()] == [LESSON]


def test_a_leak_is_told_with_its_place_and_stops_the_release(released: CourseFolder) -> None:
    before = everything(released.path("release", LESSON))
    gradebook = (released.root / "gradebook.db").read_bytes()
    change_source(released, "hint", "Adding", "Adding, return x + x if x else 0.0 * x,")
    with pytest.raises(LeakError, match="cell hint shows the solution of double"):
        release_lesson(released, LESSON)
    assert everything(released.path("release", LESSON)) == before
    assert (released.root / "gradebook.db").read_bytes() == gradebook


def test_an_answer_of_the_bank_must_not_be_released(course: CourseFolder) -> None:
    bank = course.root / "tests" / "answers" / "doubling"
    bank.mkdir(parents=True)
    (bank / "double.py").write_text(
        "# %% [answer] shifted\n# kind: right\n# marks: 10\n# written: blind\n"
        "def double(x):\n    return int(x) << one_place_left\n"
    )
    change_source(course, "hint", "Adding", "`return int(x) << one_place_left`")
    with pytest.raises(LeakError, match="the answer “shifted”"):
        release_lesson(course, LESSON)


def test_an_answer_may_take_a_line_from_a_folded_hint(course: CourseFolder) -> None:
    bank = course.root / "tests" / "answers" / "doubling"
    bank.mkdir(parents=True)
    (bank / "double.py").write_text(
        "# %% [answer] hinted\n# kind: right\n# marks: 10\n# written: blind\n"
        "def double(x):\n    twice_of_it = x + x\n    return twice_of_it\n"
    )
    folded = "<details><summary>Hint 1</summary>\n\ntwice_of_it = x + x\n\n</details>"
    change_source(course, "hint", "Adding", folded)
    assert release_lesson(course, LESSON).changed


def test_other_files_of_the_source_go_with_it_and_are_searched(course: CourseFolder) -> None:
    data = source_of(course).parent / "data"
    data.mkdir()
    (data / "values.csv").write_text("1,2,3\n")
    release_lesson(course, LESSON)
    assert (course.path("release", LESSON) / "data" / "values.csv").read_text() == "1,2,3\n"
    (data / "notes.txt").write_text(f"note: {SECRET_WORDS} (5)")
    with pytest.raises(LeakError, match=r"data/notes.txt shows the mark scheme"):
        release_lesson(course, LESSON)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (code("bad", "### BEGIN SOLUTION\n1"), "no end solution"),
        ({**code("double", "1", grade=True, points=1), "id": "twin"}, "Duplicate grade id"),
        (text("bad", "### BEGIN MARK SCHEME\n1\n### END MARK SCHEME"), "mark scheme"),
    ],
)
def test_what_nbgrader_cannot_make_is_one_sentence(
    tmp_path: Path, cell: NotebookNode, problem: str
) -> None:
    notebook = source_notebook()
    notebook.cells.append(node(cell))
    course = make_course(tmp_path, notebook)
    with pytest.raises(CourseError, match=f"nbgrader cannot make {LESSON} .*{problem}") as error:
        release_lesson(course, LESSON)
    assert "\n" not in str(error.value)
    assert not course.path("release", LESSON).exists()


LESSONS = sorted(path.name for path in (ROOT / "source").iterdir() if any(path.glob("*.ipynb")))


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_committed_release_of_this_course_is_that_of_its_source(
    lesson: str, tmp_path: Path
) -> None:
    course = make_course(tmp_path)
    (tmp_path / "source" / lesson).symlink_to(ROOT / "source" / lesson, target_is_directory=True)
    (tmp_path / "tests").symlink_to(ROOT / "tests", target_is_directory=True)
    release_lesson(course, lesson)
    assert everything(course.path("release", lesson)) == everything(ROOT / "release" / lesson)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_committed_release_of_this_course_holds_no_secret_line(lesson: str) -> None:
    found = "\n".join(
        json.dumps(json.loads(path.read_text()), ensure_ascii=False)
        for path in (ROOT / "release" / lesson).rglob("*.ipynb")
    )
    for path in (ROOT / "source" / lesson).glob("*.ipynb"):
        for secret in secrets_of_notebook(read_notebook(path)):
            assert json.dumps(secret.line, ensure_ascii=False)[1:-1] not in found
