"""Cells without a name, a test or points are each one finding that names the cell."""

import json
import math
from pathlib import Path

import pytest

from autograder.audit.lesson import read_lesson
from autograder.audit.structure import check_cells, check_names, tagged
from tests.autograder.audit.lessons import TITLE, exercise, lesson_of, said
from tests.autograder.toy_course import LESSON, code, text


def test_a_sound_lesson_has_no_finding(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    assert said(check_cells(lesson)) == []
    assert said(check_names(lesson)) == []


def test_an_exercise_without_a_test(tmp_path: Path) -> None:
    answer, _ = exercise()
    ((cell, problem),) = said(check_cells(lesson_of(tmp_path, TITLE, answer)))
    assert cell == "triple"
    assert "add a locked test cell “triple-test”" in problem


def test_a_test_without_an_answer(tmp_path: Path) -> None:
    _, test = exercise()
    ((cell, problem),) = said(check_cells(lesson_of(tmp_path, TITLE, test)))
    assert cell == "triple-test"
    assert "it marks no answer cell" in problem


def test_cells_of_one_name_are_one_finding(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    path = lesson.notebooks[0].path
    data = json.loads(path.read_text())
    data["cells"].append(data["cells"][1])
    path.write_text(json.dumps(data))
    problem = "several cells have the id and the grade_id “triple”: give each one of its own"
    assert said(check_cells(read_lesson(lesson.course, LESSON))) == [("triple", problem)]


@pytest.mark.parametrize("points", ["ten", None, -2])
def test_points_that_are_no_number(tmp_path: Path, points: object) -> None:
    answer, test = exercise()
    test.metadata.nbgrader["points"] = points
    found = said(check_cells(lesson_of(tmp_path, TITLE, answer, test)))
    assert ("triple-test", f"its points are {points!r}: make them a number of at least 0") in found


def test_points_that_python_writes_and_json_has_not(tmp_path: Path) -> None:
    answer, test = exercise()
    test.metadata.nbgrader["points"] = math.nan
    lesson = lesson_of(tmp_path, TITLE, answer, test)
    assert lesson.unreadable == ()
    found = ("triple-test", "its points are NaN: make them a number of at least 0")
    assert said(check_cells(lesson)) == [found]


def test_points_that_are_far_too_many_are_not_written_out(tmp_path: Path) -> None:
    answer, test = exercise()
    test.metadata.nbgrader["points"] = 10**400
    ((cell, problem),) = said(check_cells(lesson_of(tmp_path, TITLE, answer, test)))
    assert cell == "triple-test"
    assert "its points are 1000" in problem
    assert len(problem) < 100


def test_tests_that_are_worth_nothing(tmp_path: Path) -> None:
    answer, test = exercise()
    test.metadata.nbgrader["points"] = 0
    ((cell, problem),) = said(check_cells(lesson_of(tmp_path, TITLE, answer, test)))
    assert (cell, "worth nothing" in problem) == ("triple", True)


def test_a_test_above_its_answer(tmp_path: Path) -> None:
    answer, test = exercise()
    ((cell, problem),) = said(check_cells(lesson_of(tmp_path, TITLE, test, answer)))
    assert cell == "triple"
    assert "move the test below" in problem


@pytest.mark.parametrize("locks", [True, False])
def test_a_test_is_to_be_locked_where_nbgrader_does_not_do_it(tmp_path: Path, locks: bool) -> None:
    answer, test = exercise()
    test.metadata.nbgrader["locked"] = False
    lesson = lesson_of(tmp_path, TITLE, answer, test)
    lesson.course.config.LockCells.lock_grade_cells = locks
    problem = "it is a test that students can change: lock it"
    assert said(check_cells(lesson)) == ([] if locks else [("triple-test", problem)])


def test_a_test_without_a_line(tmp_path: Path) -> None:
    ((cell, problem),) = said(check_cells(lesson_of(tmp_path, TITLE, *exercise(test=""))))
    assert (cell, "without a line" in problem) == ("triple-test", True)


def test_a_cell_without_a_grade_id(tmp_path: Path) -> None:
    answer, test = exercise()
    test.metadata.nbgrader["grade_id"] = ""
    found = said(check_cells(lesson_of(tmp_path, answer, test)))
    assert found == [("triple-test", "nbgrader marks it, but it has no grade_id: give it one")]


def test_stored_outputs(tmp_path: Path) -> None:
    shown = code("shown", "1 + 1")
    shown["execution_count"] = 3
    ((cell, problem),) = said(check_cells(lesson_of(tmp_path, TITLE, shown)))
    assert cell == "shown"
    assert "clear them" in problem


def test_a_folder_without_a_notebook(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE)
    (lesson.course.path("source", LESSON) / "doubling.ipynb").unlink()
    ((cell, problem),) = said(check_cells(read_lesson(lesson.course, LESSON)))
    assert cell == ""
    assert "there is no notebook" in problem


@pytest.mark.parametrize("name", ["3f2a91bc", "cell-0123456789abcdef", "Cell 3", ""])
def test_ids_that_nobody_can_quote(tmp_path: Path, name: str) -> None:
    cell = text("title", "# Title")
    cell["id"] = name
    ((_, problem),) = said(check_names(lesson_of(tmp_path, cell)))
    assert "give it one that says what it is" in problem


def test_two_names_for_one_cell(tmp_path: Path) -> None:
    answer, test = exercise()
    test["id"] = "another"
    ((cell, problem),) = said(check_names(lesson_of(tmp_path, answer, test)))
    assert cell == "triple-test"
    assert "its id is “another”, another than its grade_id" in problem


def test_a_test_in_the_students_process_is_named(tmp_path: Path) -> None:
    answer, test = exercise()
    test.metadata["tags"] = ["in-student-kernel"]
    ((cell, problem),) = said(tagged(lesson_of(tmp_path, answer, test)))
    assert cell == "triple-test"
    assert "can be forged" in problem
