"""The release is made anew, searched, and compared with the one that lies there."""

from pathlib import Path

import pytest

from autograder.audit.lesson import read_lesson
from autograder.audit.released import remake
from autograder.course_folder import CourseFolder
from tests.autograder.audit.lessons import TITLE, exercise, lesson_of
from tests.autograder.toy_course import LESSON, change_source


def problems(course: CourseFolder, scratch: Path) -> list[str]:
    return [str(each) for each in remake(read_lesson(course, LESSON), scratch / "made").findings]


def test_what_lies_there_is_what_the_source_gives(released: CourseFolder, tmp_path: Path) -> None:
    made = remake(read_lesson(released, LESSON), tmp_path / "made")
    assert made.findings == ()
    assert "NotImplementedError" in made.answers["doubling.ipynb"]["double"]
    assert len(made.texts["doubling.ipynb"]) == 9


def test_a_source_that_was_changed_since(released: CourseFolder, tmp_path: Path) -> None:
    change_source(released, "hint", "Adding", "Doubling")
    (problem,) = problems(released, tmp_path)
    assert "doubling.ipynb differ from what the source gives: run `autograder release" in problem


def test_a_leak(released: CourseFolder, tmp_path: Path) -> None:
    change_source(released, "hint", "Adding", "return x + x if x else 0.0 * x")
    assert any("shows the solution of double" in each for each in problems(released, tmp_path))


def test_what_was_never_released_and_what_cannot_be(course: CourseFolder, tmp_path: Path) -> None:
    (problem,) = problems(course, tmp_path / "a")
    assert "it has never been released" in problem
    change_source(course, "double", "### END SOLUTION", "")
    (problem,) = problems(course, tmp_path / "b")
    assert "nbgrader cannot make" in problem


def test_a_bank_that_cannot_be_read_is_said_elsewhere(
    released: CourseFolder, tmp_path: Path
) -> None:
    folder = released.answers / "doubling"
    folder.mkdir(parents=True)
    (folder / "double.py").write_bytes(b"\xff")
    assert problems(released, tmp_path) == []


@pytest.mark.usefixtures("released_once")
def test_nothing_is_written_into_the_course(course: CourseFolder, tmp_path: Path) -> None:
    before = sorted(course.root.rglob("*"))
    problems(course, tmp_path)
    assert sorted(course.root.rglob("*")) == before


def test_points_that_are_no_number_stop_nothing(tmp_path: Path) -> None:
    answer, test = exercise()
    test.metadata.nbgrader["points"] = "ten"
    lesson = lesson_of(tmp_path, TITLE, answer, test)
    assert len(remake(lesson, tmp_path / "made").findings) == 1
