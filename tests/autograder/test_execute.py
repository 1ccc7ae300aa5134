"""The job of running a submission: what it takes from the course around it."""

import nbformat
import pytest

from autograder.course_folder import CourseFolder
from autograder.execute import ExecuteApart
from autograder.job import Job
from autograder.notebooks import read_notebook, write_notebook
from tests.autograder.toy_course import LESSON, answers, code, hand_in, notebook, source_of


def job_of(course: CourseFolder) -> Job:
    folder = hand_in(course, "ada", answers())
    submitted = nbformat.read(folder / "doubling.ipynb", as_version=4)
    engine = ExecuteApart(config=course.config, coursedir=course.directory())
    return Job.from_bytes(engine.job(submitted, LESSON, "doubling", folder))


def test_a_header_of_the_course_belongs_to_the_source(released: CourseFolder) -> None:
    header = notebook(code("tools", "import statistics\nlimit = 3", locked=True))
    write_notebook(header, released.root / "source" / "header.ipynb")
    released.config.IncludeHeaderFooter.header = "source/header.ipynb"
    job = job_of(released)
    assert "tools" in job.locked
    assert "statistics" in job.preload
    assert "double" in job.names.students


def test_a_header_that_is_gone_is_no_part_of_it(released: CourseFolder) -> None:
    released.config.IncludeHeaderFooter.header = "source/header.ipynb"
    assert set(job_of(released).locked) == {"setup"}


def test_a_source_that_changes_is_read_again(released: CourseFolder) -> None:
    before = job_of(released)
    changed = read_notebook(source_of(released))
    changed.cells.append(code("more", "another_answer = 1", solution=True))
    write_notebook(changed, source_of(released))
    assert job_of(released).names.students - before.names.students == {"another_answer"}


@pytest.mark.parametrize(("seconds", "limit"), [(7, 7.0), (None, 600.0), (-1, 600.0)])
def test_a_cell_may_take_as_long_as_nbgrader_lets_it(
    released: CourseFolder, seconds: int | None, limit: float
) -> None:
    released.config.ExecutePreprocessor.timeout = seconds
    assert job_of(released).limits.cell_s == limit
