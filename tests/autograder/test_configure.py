"""Two lines in the configuration are enough for plain nbgrader too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from traitlets.config import Config

from autograder import configure
from autograder.course_folder import CourseFolder
from tests.autograder.toy_course import LESSON, SECRET_NUMBER, SECRET_WORDS, answers, hand_in

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


@pytest.mark.usefixtures("box")
def test_nbgraders_own_autograde_command_runs_answers_in_boxes(released: CourseFolder) -> None:
    cheat = "get_ipython().input_transformers_cleanup.append(lambda lines: [])"
    hand_in(released, "cheat", answers(double=cheat, plain="answer_to_everything = 42"))
    command = [BIN / "nbgrader", "autograde", LESSON]
    done = subprocess.run(command, cwd=released.root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    with released.gradebook() as gradebook:
        found = gradebook.find_submission_notebook("doubling", LESSON, "cheat")
        scores = {grade.name: grade.auto_score for grade in found.grades}
    assert scores["double-test"] == 0
