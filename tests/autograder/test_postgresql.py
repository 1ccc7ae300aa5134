"""A course whose gradebook is in PostgreSQL, by a server of the test's own."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course_folder import CourseFolder, open_course
from autograder.feedback import write_feedback
from autograder.grade import grade_class, submissions_to_grade
from autograder.record import State
from autograder.release import release_lesson
from autograder.results import read_class
from tests.autograder.conftest import RIGHT
from tests.autograder.toy_course import LESSON, answers, code, hand_in, make_course

# Of the grader's libraries only a driver is needed; the server is seldom on the same machine.
pytestmark = pytest.mark.skipif(not shutil.which("initdb"), reason="there is no PostgreSQL here")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of an empty database, by a socket that nobody else is told of."""
    own = pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    folder = Path(tempfile.mkdtemp(prefix="gradebook-"))
    os.chown(folder, own.pw_uid, own.pw_gid)

    def run(*command: str) -> None:
        subprocess.run(
            command,
            cwd=folder,
            user=own.pw_uid,
            group=own.pw_gid,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    control = ("pg_ctl", "-D", f"{folder}/data", "-w")
    run("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "grader", "-N")
    run(*control, "-o", f"-k {folder} -c listen_addresses= -c fsync=off", "start")
    try:
        yield f"postgresql+psycopg://grader@/postgres?host={folder}"
    finally:
        run(*control, "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture
def course(box: None, url: str, tmp_path: Path) -> CourseFolder:
    """A released course with three submissions."""
    del box
    course = make_course(tmp_path / "toy")
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(f"c.CourseDirectory.db_url = {url!r}\n")
    course = open_course(course.root)
    release_lesson(course, LESSON)
    hand_in(course, "ada", answers(double=RIGHT, plain="answer_to_everything = 42"), _odd_names)
    hand_in(course, "kim", answers(double="import os\nos._exit(3)"))
    hand_in(course, "tom", raw=b"no notebook")
    return course


def _odd_names(cells: list[dict]) -> None:
    """Add cells whose names no column of the gradebook takes."""
    cells += [code(f"own-{at}", "1", solution=True) for at in range(2)]
    for cell, name in zip(cells[-2:], ("x" * 300, "nul\0"), strict=True):
        cell["metadata"]["nbgrader"]["grade_id"] = name


def test_a_class_is_graded_and_told_as_ever(course: CourseFolder) -> None:
    students = submissions_to_grade(course, LESSON)
    ended = {it.student: it.state for it in grade_class(course, LESSON, students, workers=2)}
    assert ended == {"ada": State.GRADED, "kim": State.GRADED, "tom": State.UNREADABLE}
    totals = {each.student: each.total for each in read_class(course, LESSON).students}
    assert totals == {"ada": 12, "kim": 0, "tom": 0}
    assert submissions_to_grade(course, LESSON) == ()
    assert not (course.root / "gradebook.db").exists()
    assert len(list(write_feedback(course, LESSON, ["ada", "kim"]))) == 2
