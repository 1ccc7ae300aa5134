"""Two commands that grade one course are kept apart, and a killed one keeps nobody out."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course_folder import CourseFolder, UnusableError
from autograder.sole_grader import lock_file, sole_grader


def is_free(course: CourseFolder) -> bool:
    with suppress(UnusableError), sole_grader(course):
        return True
    return False


def test_a_second_command_says_who_grades_and_goes(
    course: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course.root)
    with sole_grader(course):
        result = CliRunner().invoke(app, ["grade", "doubling", "--no-box"])
    assert result.exit_code == 1
    said = " ".join(result.output.split())
    assert f"Process {os.getpid()} is grading this course already: wait" in said


def test_who_is_done_lets_the_next_one_grade(course: CourseFolder) -> None:
    with pytest.raises(KeyError), sole_grader(course):
        raise KeyError
    assert is_free(course)


def test_who_is_killed_lets_the_next_one_grade(course: CourseFolder) -> None:
    with another_grading(course) as process:
        with (
            pytest.raises(UnusableError, match=f"^Process {process} is grading"),
            sole_grader(course),
        ):
            pass
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        assert is_free(course)


def test_a_gradebook_on_a_server_is_graded_from_one_folder_at_a_time(
    course: CourseFolder, tmp_path: Path
) -> None:
    elsewhere = replace(course, root=tmp_path, config=course.config.copy())
    elsewhere.config.CourseDirectory.db_url = "postgresql://teacher@server/marks"
    assert lock_file(elsewhere).parent == tmp_path
    with sole_grader(course):
        assert is_free(elsewhere)


@contextmanager
def another_grading(course: CourseFolder) -> Iterator[int]:
    """Have another process grade the course; its id is known once it does."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        with sole_grader(course):
            os.write(writer, b".")
            signal.pause()
        os._exit(1)
    try:
        assert os.read(reader, 1)
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.close(reader)
        os.close(writer)
