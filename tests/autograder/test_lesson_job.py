"""What a job is given: the lesson's files for the answer, and the instructor's for the examiner."""

import nbformat
import pytest
from traitlets.config import Config

from autograder.course_folder import CourseFolder
from autograder.execute import ExecuteApart
from autograder.job import Job, JobResult
from autograder.lesson_job import hidden_files
from autograder.marking import grade
from autograder.notebooks import read_notebook
from tests.autograder.toy_course import LESSON, SECRET_NUMBER, answers, at, code, hand_in


def test_files_kept_from_students_are_the_examiners_alone(released: CourseFolder) -> None:
    source, release = (released.path(stage, LESSON) for stage in ("source", "release"))
    for folder in (source, release):
        (folder / "given.csv").write_text("1")
    (source / "data").mkdir()
    (source / "data" / "kept.csv").write_text("2")
    assert hidden_files(["given.csv", "data/kept.csv"], release) == {"data/kept.csv"}
    folder = hand_in(released, "ada", answers())
    (folder / "own.txt").write_text("mine")
    (folder / "given.csv").write_text("1")
    (folder / "data").mkdir()
    (folder / "data" / "kept.csv").write_text("2")  # where nbgrader itself lays it
    notebook = nbformat.read(folder / "doubling.ipynb", as_version=4)
    engine = ExecuteApart(config=released.config, coursedir=released.directory())
    job = Job.from_bytes(engine.job(notebook, LESSON, "doubling", folder))
    assert {"own.txt", "given.csv"} <= job.files.keys()
    assert "data/kept.csv" not in job.files
    assert job.examiner_files == {"given.csv": b"1", "data/kept.csv": b"2"}


def test_without_a_release_nothing_is_known_to_be_hidden(released: CourseFolder) -> None:
    assert hidden_files(["kept.csv"], released.root / "no release") == set()


@pytest.mark.usefixtures("box")
def test_hidden_tests_stay_hidden_whatever_a_course_marks_them_by(released: CourseFolder) -> None:
    own = released.config.copy()
    own.ClearHiddenTests = Config(begin_test_delimeter="secret:", end_test_delimeter="public:")
    notebook = read_notebook(released.path("source", LESSON) / "doubling.ipynb")
    for cell in notebook.cells:
        cell.source = cell.source.replace("BEGIN HIDDEN TESTS", "secret:").replace(
            "END HIDDEN TESTS", "public:"
        )
    place = at(notebook.cells, "double-test") + 1
    notebook.cells.insert(place, code("looks", "print(In, get_ipython().history_manager)"))
    engine = ExecuteApart(config=own, coursedir=released.directory())
    job = engine.job(notebook, LESSON, "doubling", released.path("source", LESSON))
    came = JobResult.from_bytes(grade(job)).cells
    (shown,) = came[place - 2].outputs
    assert "twice nothing is nothing" in shown["text"]
    assert SECRET_NUMBER not in str(came)
