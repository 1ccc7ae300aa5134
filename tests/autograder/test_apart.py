"""A class graded in boxes gets stock nbgrader's marks, except where the engine saves some."""

import shutil
from pathlib import Path

import pytest

from autograder.box.namespaces import why_unusable
from autograder.course_folder import CourseError, CourseFolder, open_course
from autograder.grade import grade_class, submissions_to_grade
from autograder.record import State, read_assignment
from autograder.results import read_class
from tests.autograder.conftest import RIGHT, hand_in_class
from tests.autograder.toy_course import LESSON, answers, hand_in

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")

SAVED = {"killer": (0.0, 2.0), "stubborn": (10.0, 0.0)}


def marks(course: CourseFolder) -> dict[str, tuple[float, ...]]:
    return {
        result.student: (
            *(mark.score for name, mark in by_name(result.marks) if name != "order"),
            result.penalty,
        )
        for result in read_class(course, LESSON).students
    }


def by_name(marks: dict) -> list[tuple[str, object]]:
    return sorted((exercise.name, mark) for exercise, mark in marks.items())


@pytest.fixture(scope="module")
def stock(
    released_once: CourseFolder, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[float, ...]]:
    """Marks of the toy class by nbgrader's own execution."""
    course = copy_of(released_once, tmp_path_factory.mktemp("stock") / "toy")
    course.config.Autograder.engine = "stock"
    hand_in_class(course)
    list(grade_class(course, LESSON, submissions_to_grade(course, LESSON), workers=2))
    return marks(course)


@pytest.fixture
def apart(graded: CourseFolder) -> CourseFolder:
    """The toy class, graded by the engine; look, do not touch."""
    return graded


def test_marks_are_stock_nbgraders_but_for_what_one_cell_cost_others(
    apart: CourseFolder, stock: dict[str, tuple[float, ...]]
) -> None:
    ours = marks(apart)
    alike = {name: each for name, each in stock.items() if name not in SAVED}
    assert {name: ours[name] for name in alike} == alike
    assert {name: ours[name][:2] for name in SAVED} == SAVED


def test_how_cells_ended_is_recorded_in_plain_words(apart: CourseFolder) -> None:
    with apart.gradebook() as gradebook:
        entries = {(each.student, each.cell): each for each in read_assignment(gradebook, LESSON)}
    assert entries["killer", "double"].state is State.CRASHED
    assert entries["stubborn", "plain"].state is State.TIMED_OUT
    assert entries["deleted", "double-test"].state is State.REPAIRED
    assert "it ended its process" in entries["killer", ""].detail
    assert {each.state for (_, cell), each in entries.items() if not cell} == {
        State.GRADED,
        State.UNREADABLE,
    }


def test_graders_read_how_cells_ended_beside_the_answer(apart: CourseFolder) -> None:
    with apart.gradebook() as gradebook:
        said = {
            (student, answer): gradebook.find_comment(answer, "doubling", LESSON, student).comment
            for student, answer in (("killer", "double"), ("stubborn", "plain"), ("right", "plain"))
        }
    assert str(said["killer", "double"]).startswith(
        "This cell: it ended its process; the next cells went on"
    )
    assert said["stubborn", "plain"] == "This cell: it ran too long and was interrupted."
    assert said["right", "plain"] is None


def test_everything_is_graded_and_only_the_notebooks_are_kept(apart: CourseFolder) -> None:
    assert submissions_to_grade(apart, LESSON) == ()
    folder = apart.path("autograded", LESSON, "late")
    assert sorted(path.name for path in folder.iterdir()) == ["doubling.ipynb", "timestamp.txt"]


def test_without_a_box_nothing_is_graded_unless_it_is_said(
    released: CourseFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hand_in(released, "ada", answers(double=RIGHT))
    released.config.Autograder.box = "namespaces"
    monkeypatch.setenv("PATH", str(tmp_path))
    why_unusable.cache_clear()
    try:
        with pytest.raises(CourseError, match=r"bwrap.* is not installed: .*--no-box"):
            list(grade_class(released, LESSON, ["ada"]))
    finally:
        why_unusable.cache_clear()
    assert not released.path("autograded", LESSON, "ada").exists()


def test_without_a_box_each_submission_says_so(released: CourseFolder) -> None:
    hand_in(released, "ada", answers(double=RIGHT))
    (whole,) = grade_class(released, LESSON, ["ada"], box=False)
    assert (whole.state, whole.detail) == (State.GRADED, "it ran without a box (--no-box)")


def test_an_unknown_engine_is_named(released: CourseFolder) -> None:
    released.config.Autograder.engine = "steam"
    with pytest.raises(CourseError, match=r"must be one of .*, not 'steam'"):
        list(grade_class(released, LESSON, ["ada"]))


def test_an_unknown_box_is_named(released: CourseFolder) -> None:
    released.config.Autograder.box = "shoe"
    with pytest.raises(CourseError, match=r"must be one of .*, not 'shoe'"):
        list(grade_class(released, LESSON, ["ada"]))


def copy_of(course: CourseFolder, to: Path) -> CourseFolder:
    shutil.copytree(course.root, to, symlinks=True)
    return open_course(to)
