"""Marks are read as they stand in the gradebook, in the order of the notebook."""

from pathlib import Path

import pytest

from autograder.course_folder import CourseError, CourseFolder
from autograder.record import State
from autograder.release import release_lesson
from autograder.results import ClassResults, Exercise, bundles_of, marks_bundles, read_class
from tests.autograder.toy_course import LESSON, at, make_course, source_notebook, text

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")


@pytest.fixture(scope="module")
def results(graded: CourseFolder) -> ClassResults:
    return read_class(graded, LESSON)


def test_exercises_come_in_the_order_of_the_notebook(results: ClassResults) -> None:
    assert [(each.name, each.points, each.by_hand) for each in results.exercises] == [
        ("double", 10.0, False),
        ("plain", 2.0, False),
        ("order", 5.0, True),
    ]
    assert results.points == 17


def test_a_persons_mark_counts_with_the_automatic_ones(results: ClassResults) -> None:
    right = next(each for each in results.students if each.student == "right")
    assert right.total == 16
    assert not right.needs_review
    assert right.state is State.GRADED


def test_somebody_who_handed_in_nothing_is_there_without_marks(graded_copy: CourseFolder) -> None:
    with graded_copy.gradebook() as gradebook:
        gradebook.add_student("absent", first_name="A.", last_name="Aaa", lms_user_id="77")
    found = read_class(graded_copy, LESSON).students
    absent = found[-1]
    assert (absent.student, absent.state, absent.marks, absent.total) == ("absent", None, {}, 0)
    assert (absent.first_name, absent.last_name, absent.lms_id) == ("A.", "Aaa", "77")


def test_checks_are_read_from_test_cells_alone(graded: CourseFolder) -> None:
    (name, bundle), *rest = marks_bundles(graded, LESSON, "square").items()
    assert (name, rest) == ("double-test", [])
    assert bundle["earned"] == 3.0
    assert bundle["mistake"]["say"] == "it looks as if you squared"
    assert marks_bundles(graded, LESSON, "nobody") == {}


def test_something_else_under_the_same_name_is_no_bundle() -> None:
    mime = "application/vnd.cleft.marks+json"
    outputs = [{"data": {mime: "text"}}, {"data": {mime: {"checks": 3}}}, {"name": "stdout"}]
    assert list(bundles_of({"outputs": outputs})) == []


def test_an_exercise_is_called_by_what_it_tests() -> None:
    assert Exercise("n", "windup-test", 1, by_hand=False).name == "windup"
    assert Exercise("n", "test", 1, by_hand=False).name == "test"


def test_results_need_a_gradebook(course: CourseFolder) -> None:
    with pytest.raises(CourseError, match="no gradebook"):
        read_class(course, LESSON)


def test_an_exercise_is_called_by_the_heading_of_its_task(tmp_path: Path) -> None:
    notebook = source_notebook()
    heading = text("double-task", "### Exercise 1.5 · Twice as much (10 points)")
    notebook.cells.insert(at(notebook.cells, "double"), heading)
    course = make_course(tmp_path, notebook)
    release_lesson(course, LESSON)
    assert [(each.slug, each.name) for each in read_class(course, LESSON).exercises] == [
        ("double", "1.5 Twice as much"),
        ("plain", "plain"),
        ("order", "order"),
    ]
