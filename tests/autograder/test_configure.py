"""Two lines in the configuration are enough for plain nbgrader too."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.apps import NbGraderAPI
from nbgrader.apps.nbgraderapp import NbGraderApp
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder import configure
from autograder.course_folder import CourseFolder, open_course
from autograder.grade import grade_class, submissions_to_grade
from autograder.results import read_class
from tests.autograder.toy_course import LESSON, SECRET_NUMBER, SECRET_WORDS, answers, hand_in

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")

BIN = Path(sys.executable).parent


def test_configuring_imports_nothing_of_nbgrader() -> None:
    program = (
        "import sys; from traitlets.config import Config; from autograder import configure; "
        "configure(Config()); print([name for name in sys.modules if 'nbgrader' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"[]\n"


def test_the_command_that_nbgrader_needs_is_in_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    configure(Config())
    configure(Config())
    assert os.environ["PATH"] == f"/nowhere{os.pathsep}{BIN}"


def test_nbgraders_own_feedback_command_makes_the_same_page(graded_copy: CourseFolder) -> None:
    command = [BIN / "nbgrader", "generate_feedback", LESSON, "--student", "square"]
    environment = {**os.environ, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        command, cwd=graded_copy.root, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    page = (graded_copy.path("feedback", LESSON, "square") / "doubling.html").read_text()
    assert "it looks as if you squared" in page
    assert SECRET_NUMBER not in page
    assert SECRET_WORDS not in page


CLASS = {
    "right": answers(double="def double(x):\n    return 2 * x", plain="answer_to_everything = 42"),
    "square": answers(double="def double(x):\n    return x * x", plain="answer_to_everything = 42"),
    "killer": answers(double="import os\nos._exit(3)", plain="answer_to_everything = 42"),
    "cheat": answers(
        double="get_ipython().input_transformers_cleanup.append(lambda lines: [])",
        plain="answer_to_everything = 42",
    ),
}


def by_our_command(course: CourseFolder) -> None:
    list(grade_class(course, LESSON, submissions_to_grade(course, LESSON)))


def by_nbgraders_command(course: CourseFolder) -> None:
    command = [BIN / "nbgrader", "autograde", LESSON]
    done = subprocess.run(command, cwd=course.root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def by_formgraders_button(course: CourseFolder) -> None:
    """Do what formgrader does when somebody presses its button beside each student."""
    exchange = course.root / "exchange"  # looked for, though nothing is taken from there
    exchange.mkdir()
    exchange.chmod(0o777)
    with contextlib.chdir(course.root):
        app = NbGraderApp()
        app.initialize([f"--Exchange.root={exchange}"])
        api = NbGraderAPI(CourseDirectory(parent=app), parent=app)
        for student in CLASS:
            done = api.autograde(LESSON, student)
            assert done["success"], done["log"]


@pytest.mark.usefixtures("box")
def test_plain_nbgrader_gives_the_same_marks_by_whatever_way(
    released_once: CourseFolder, tmp_path: Path
) -> None:
    marks = {}
    for way in (by_our_command, by_nbgraders_command, by_formgraders_button):
        shutil.copytree(released_once.root, tmp_path / way.__name__)
        course = open_course(tmp_path / way.__name__)
        for student, answer in CLASS.items():
            hand_in(course, student, answer)
        way(course)
        marks[way] = {
            each.student: {exercise.cell: mark.score for exercise, mark in each.marks.items()}
            for each in read_class(course, LESSON).students
        }
    assert marks[by_our_command]["cheat"]["double-test"] == 0
    assert marks[by_our_command]["right"]["double-test"] == 10
    assert marks[by_nbgraders_command] == marks[by_our_command]
    assert marks[by_formgraders_button] == marks[by_our_command]
