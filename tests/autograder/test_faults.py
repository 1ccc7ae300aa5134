"""Whatever is killed, filled or locked on the way: the gradebook ends as in an undisturbed run."""

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course_folder import CourseFolder, UnusableError, open_course
from autograder.grade import grade_class, submissions_to_grade
from autograder.record import State, read_assignment
from autograder.results import read_class
from tests.autograder.conftest import RIGHT
from tests.autograder.processes import children_of
from tests.autograder.toy_course import LESSON, answers, hand_in

STUDENTS = ("ada", "kim", "mia", "tom")
GRADE = (sys.executable, "-c", "from autograder.cli import main; main()", "grade", LESSON)

Kill = Callable[[], None]


@pytest.fixture(scope="module")
def handed_in(
    box: None, released_once: CourseFolder, tmp_path_factory: pytest.TempPathFactory
) -> CourseFolder:
    """A small class before it is graded; copied, never graded itself."""
    del box
    root = tmp_path_factory.mktemp("faults") / "toy"
    shutil.copytree(released_once.root, root)
    with (root / "nbgrader_config.py").open("a") as file:
        file.write('c.Autograder.engine = "apart"\n')
    course = open_course(root)
    plain = "answer_to_everything = 42"
    hand_in(course, "ada", answers(double=RIGHT, plain=plain))
    hand_in(course, "kim", answers(double="def double(x):\n    return x * x", plain=plain))
    hand_in(course, "mia", answers(double="import os\nos._exit(3)", plain=plain))
    hand_in(course, "tom", answers(plain=plain))
    return course


@pytest.fixture(scope="module")
def undisturbed(
    handed_in: CourseFolder, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, object]:
    course = copy_of(handed_in, tmp_path_factory.mktemp("undisturbed"))
    finish(course)
    return gradebook_of(course)


@pytest.fixture
def course(handed_in: CourseFolder, tmp_path: Path) -> CourseFolder:
    return copy_of(handed_in, tmp_path)


def copy_of(course: CourseFolder, to: Path) -> CourseFolder:
    shutil.copytree(course.root, to / "toy")
    return open_course(to / "toy")


def finish(course: CourseFolder) -> None:
    """Grade what is still to be graded, undisturbed."""
    left = submissions_to_grade(course, LESSON)
    assert {entry.state for entry in grade_class(course, LESSON, left)} <= {State.GRADED}


def gradebook_of(course: CourseFolder) -> dict[str, object]:
    """Return all that a run leaves, but for what it is told by: times, and fingerprints."""
    marks = {
        each.student: {exercise.cell: mark for exercise, mark in each.marks.items()}
        for each in read_class(course, LESSON).students
        if each.student in STUDENTS
    }
    with course.gradebook() as gradebook:
        entries = read_assignment(gradebook, LESSON)
    states = sorted((it.student, it.cell, it.state, it.detail) for it in entries)
    return {"marks": marks, "states": states, "graded": course.graded(LESSON)}


def worker() -> int:
    """Return the process of the one worker of this process."""
    mine = [
        each
        for each in children_of(os.getpid())
        if b"autograder.worker" in Path(f"/proc/{each}/cmdline").read_bytes()
    ]
    (found,) = mine
    return found


def kill(which: str) -> None:
    """Kill the worker, or one of the two boxes that it started: the student's, the examiner's."""
    target = worker()
    if which != "worker":
        boxes = children_of(target)
        if len(boxes) < 2:  # it is just starting them
            return
        target = boxes[("fork server", "examiner").index(which)]
    os.kill(target, signal.SIGKILL)


@pytest.mark.parametrize("which", ["worker", "fork server", "examiner"])
@pytest.mark.parametrize("phase", ["after the first", "after the third"])
def test_a_process_that_is_killed_is_replaced_in_the_same_run(
    course: CourseFolder, undisturbed: dict[str, object], which: str, phase: str
) -> None:
    at = 0 if phase == "after the first" else 2
    for place, entry in enumerate(grade_class(course, LESSON, STUDENTS)):
        assert entry.state is State.GRADED
        if place == at:
            kill(which)
    assert gradebook_of(course) == undisturbed


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(50))
def test_processes_are_killed_at_any_time(
    course: CourseFolder, undisturbed: dict[str, object], seed: int
) -> None:
    chance = random.Random(seed)
    for _ in grade_class(course, LESSON, STUDENTS):
        time.sleep(chance.uniform(0, 0.3))
        if chance.random() < 0.5:
            kill(chance.choice(["worker", "fork server", "examiner"]))
    finish(course)
    assert gradebook_of(course) == undisturbed


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        pytest.param(signal.SIGKILL, 1, id="kill -9 after the first"),
        pytest.param(signal.SIGINT, 0, id="Ctrl-C when it has begun"),
        pytest.param(signal.SIGKILL, 0, id="kill -9 when it has begun", marks=pytest.mark.soak),
        pytest.param(signal.SIGINT, 1, id="Ctrl-C after the first", marks=pytest.mark.soak),
    ],
)
def test_a_run_that_is_ended_is_taken_up_by_the_next(
    course: CourseFolder, undisturbed: dict[str, object], number: signal.Signals, wanted: int
) -> None:
    with subprocess.Popen(
        [*GRADE, "--workers", "1"],
        cwd=course.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as run:
        wait_until(lambda: run.poll() is not None or states_of(course, wanted))
        run.send_signal(number)
        run.wait(60)
    finish(course)
    assert gradebook_of(course) == undisturbed


def states_of(course: CourseFolder, wanted: int) -> bool:
    """Tell whether a run has begun, and graded so many."""
    try:
        with sqlite3.connect(f"file:{course.root}/gradebook.db?mode=ro", uri=True) as database:
            rows = database.execute("select state from autograder_state where cell = ''").fetchall()
    except sqlite3.OperationalError:  # the table is not there yet, or it is being written
        return False
    return len(rows) >= len(STUDENTS) and sum(row == ("graded",) for row in rows) >= wanted


def wait_until(is_so: Callable[[], object]) -> None:
    for _ in range(6000):
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come to that")


def test_a_full_disk_stops_a_run_and_the_next_goes_on(
    course: CourseFolder, undisturbed: dict[str, object]
) -> None:
    room = 4096  # bytes of any file: a page of the gradebook
    done = subprocess.run(
        [*GRADE, "--workers", "1"],
        cwd=course.root,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    finish(course)
    assert gradebook_of(course) == undisturbed


def test_a_locked_gradebook_stops_a_run_and_the_next_goes_on(
    course: CourseFolder, undisturbed: dict[str, object]
) -> None:
    database = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    database.execute("begin exclusive")
    with pytest.raises(UnusableError, match="locked"):
        list(grade_class(course, LESSON, STUDENTS))
    database.execute("rollback")
    database.close()
    finish(course)
    assert gradebook_of(course) == undisturbed
