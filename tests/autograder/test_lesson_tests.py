"""Whatever can change a mark changes the digest, and nothing else does."""

import pytest

from autograder.course_folder import CourseFolder
from autograder.lesson_tests import tests_fingerprint as digest
from autograder.notebooks import read_notebook, write_notebook
from autograder.release import release_lesson
from tests.autograder.toy_course import LESSON, at, change_source, source_of


@pytest.mark.parametrize(
    ("cell", "old", "new", "differs"),
    [
        ("double-test", "27377.0", "27377.0 + 0.0", True),
        ("setup", "close", "close, near", True),
        ("hint", "Adding", "Just adding", False),
        ("double", "x + x if x", "x + x + 0.0 if x", False),
    ],
)
def test_tests_count_and_text_does_not(
    released: CourseFolder, cell: str, old: str, new: str, differs: bool
) -> None:
    before = digest(released, LESSON)
    change_source(released, cell, old, new)
    changed = digest(released, LESSON)
    assert (changed != before) is differs
    release_lesson(released, LESSON)
    assert (digest(released, LESSON) != changed) is differs


def test_points_and_files_count(released: CourseFolder) -> None:
    found = {digest(released, LESSON)}
    notebook = read_notebook(source_of(released))
    notebook.cells[at(notebook.cells, "double-test")].metadata.nbgrader.points = 9
    write_notebook(notebook, source_of(released))
    found.add(digest(released, LESSON))
    (source_of(released).parent / "values.csv").write_text("1")
    found.add(digest(released, LESSON))
    (source_of(released).parent / "values.csv").write_text("2")
    found.add(digest(released, LESSON))
    assert len(found) == 4
