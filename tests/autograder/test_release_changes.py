"""Once there are submissions, what the gradebook was told of graded cells stands."""

import shutil
from pathlib import Path

import pytest

from autograder.course_folder import CourseError, CourseFolder
from autograder.grade import submissions_to_grade
from autograder.notebooks import read_notebook, write_notebook
from autograder.release import make_release, release_lesson
from tests.autograder.toy_course import (
    LESSON,
    at,
    change_source,
    code,
    everything,
    hand_in,
    source_of,
)


def test_text_and_tests_may_change_after_submissions(released: CourseFolder) -> None:
    hand_in(released, "ada")
    change_source(released, "double-test", "27377.0", "27377.0 + 0.0")
    change_source(released, "hint", "Adding", "Just adding")
    assert release_lesson(released, LESSON).changed
    with released.gradebook() as gradebook:
        cell = gradebook.find_source_cell("double-test", "doubling", LESSON)
        assert "27377.0 + 0.0" in cell.source


@pytest.mark.parametrize("submission", ["handed in", "graded"])
def test_graded_cells_may_not_come_or_go_after_submissions(
    released: CourseFolder, submission: str
) -> None:
    if submission == "handed in":
        hand_in(released, "ada")
    else:
        with released.gradebook() as gradebook:
            gradebook.add_student("ada")
            gradebook.add_submission(LESSON, "ada")
    before = everything(released.path("release", LESSON))
    notebook = read_notebook(source_of(released))
    notebook.cells[at(notebook.cells, "plain-test")] = code("new-test", "1", grade=True, points=2)
    write_notebook(notebook, source_of(released))
    with pytest.raises(CourseError) as refused:
        release_lesson(released, LESSON)
    assert "adds doubling/new-test and removes doubling/plain-test" in str(refused.value)
    assert "nbgrader then allows" in str(refused.value)
    assert everything(released.path("release", LESSON)) == before
    with released.gradebook() as gradebook:
        assert gradebook.find_source_cell("plain-test", "doubling", LESSON)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"points": 12}, "changes the points of doubling/double-test:"),
        ({"solution": True, "locked": False}, "changes the kind of doubling/double-test:"),
    ],
)
def test_points_and_kinds_may_not_change_after_submissions(
    released: CourseFolder, change: dict[str, float], told: str
) -> None:
    hand_in(released, "ada")
    notebook = read_notebook(source_of(released))
    notebook.cells[at(notebook.cells, "double-test")].metadata.nbgrader.update(change)
    write_notebook(notebook, source_of(released))
    with pytest.raises(CourseError, match=rf"{told} nbgrader then allows new text and new tests"):
        release_lesson(released, LESSON)
    with released.gradebook() as gradebook:
        assert gradebook.find_grade_cell("double-test", "doubling", LESSON).max_score == 10


@pytest.mark.parametrize("folder", ["is gone", "is new already", "stands as it was"])
def test_what_was_released_is_asked_of_the_gradebook(
    released: CourseFolder, folder: str, tmp_path: Path
) -> None:
    with released.gradebook() as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission(LESSON, "ada")
    notebook = read_notebook(source_of(released))
    notebook.cells[at(notebook.cells, "double-test")].metadata.nbgrader.points = 12
    write_notebook(notebook, source_of(released))
    if folder != "stands as it was":
        shutil.rmtree(released.path("release", LESSON))
    if folder == "is new already":
        made = make_release(released, LESSON, tmp_path / "elsewhere")
        shutil.copytree(made, released.path("release", LESSON))
    with pytest.raises(CourseError, match="changes the points of doubling/double-test:"):
        release_lesson(released, LESSON)
    with released.gradebook() as gradebook:
        assert gradebook.find_grade_cell("double-test", "doubling", LESSON).max_score == 10


def test_before_submissions_everything_may_change(released: CourseFolder) -> None:
    notebook = read_notebook(source_of(released))
    del notebook.cells[at(notebook.cells, "plain-test")]
    write_notebook(notebook, source_of(released))
    assert release_lesson(released, LESSON).changed


def test_a_release_that_the_gradebook_does_not_know_is_not_graded_by(
    released: CourseFolder, tmp_path: Path
) -> None:
    hand_in(released, "ada")
    notebook = read_notebook(source_of(released))
    notebook.cells[at(notebook.cells, "double-test")].metadata.nbgrader.points = 12
    write_notebook(notebook, source_of(released))
    made = make_release(released, LESSON, tmp_path / "elsewhere")
    shutil.rmtree(released.path("release", LESSON))
    shutil.copytree(made, released.path("release", LESSON))
    with pytest.raises(CourseError, match=f"Run `autograder release {LESSON}`"):
        submissions_to_grade(released, LESSON)
