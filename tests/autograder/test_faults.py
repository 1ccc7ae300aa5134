"""Whatever is killed, filled or locked on the way: the gradebook ends as in an undisturbed run."""

import contextlib
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
from threading import Event, Thread

import pytest

from autograder.course_folder import CourseFolder, UnusableError, open_course
from autograder.grade import grade_class, submissions_to_grade
from autograder.record import State, read_assignment
from autograder.results import read_class
from tests.autograder.conftest import RIGHT
from tests.autograder.processes import children_of
from tests.autograder.toy_course import LESSON, answers, hand_in

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("faults")

STUDENTS = ("ada", "kim", "mia", "tom")
# Two that take their time, and name their process after what it is doing.
SLOW = {
    "cell": "import time\nname('cell')\ntime.sleep(2)\nname('python')",
    "call": """\
import os, time
BORN = os.getpid()
def double(x):
    if os.getpid() != BORN:  # only the copy that the examiner asks
        name('call')
        time.sleep(1)
    return 2 * x
""",
}
NAME = """\
def name(doing):
    with open('/proc/self/comm', 'w') as file:
        file.write(doing)

"""
Gradebook = tuple[object, ...]
GRADE = (sys.executable, "-c", "from autograder.cli import main; main()", "grade", LESSON)


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
    for phase, code in SLOW.items():
        hand_in(course, phase, answers(double=NAME + code, plain=plain))
    return course


@pytest.fixture(scope="module")
def undisturbed(
    handed_in: CourseFolder, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Gradebook]:
    """What a run that nothing befalls leaves, by student."""
    course = copy_of(handed_in, tmp_path_factory.mktemp("undisturbed"))
    finish(course, STUDENTS + tuple(SLOW))
    return gradebook_of(course, STUDENTS + tuple(SLOW))


@pytest.fixture
def course(handed_in: CourseFolder, tmp_path: Path) -> CourseFolder:
    return copy_of(handed_in, tmp_path)


def copy_of(course: CourseFolder, to: Path) -> CourseFolder:
    shutil.copytree(course.root, to / "toy")
    return open_course(to / "toy")


def finish(course: CourseFolder, students: tuple[str, ...] = STUDENTS) -> None:
    """Grade what is still to be graded, undisturbed."""
    left = submissions_to_grade(course, LESSON, students)
    assert {entry.state for entry in grade_class(course, LESSON, left)} <= {State.GRADED}


def gradebook_of(
    course: CourseFolder, students: tuple[str, ...] = STUDENTS
) -> dict[str, Gradebook]:
    """Return all that a run leaves, but for what it is told by: times, and fingerprints."""
    read = {each.student: each.marks for each in read_class(course, LESSON).students}
    with course.gradebook() as gradebook:
        entries = read_assignment(gradebook, LESSON)
    return {
        student: (
            {exercise.cell: mark for exercise, mark in read[student].items()},
            sorted((it.cell, it.state, it.detail) for it in entries if it.student == student),
            student in course.graded(LESSON),
        )
        for student in students
    }


def worker() -> int:
    """Return the process of the one worker of this process."""
    mine = [
        each
        for each in children_of(os.getpid())
        if b"autograder.worker" in Path(f"/proc/{each}/cmdline").read_bytes()
    ]
    (found,) = mine
    return found


def kill(which: str) -> bool:
    """Kill the worker, or one of its two boxes; tell whether it was there."""
    target = worker()
    if which != "worker":
        boxes = children_of(target)
        if len(boxes) < 2:  # it is just starting them
            return False
        target = boxes[("fork server", "examiner").index(which)]
    os.kill(target, signal.SIGKILL)
    return True


def kill_during(phase: str, which: str, killed: list[str]) -> None:
    """Wait until a student's process says that it is in a phase, and kill."""
    wait_until(lambda: phase in names_below(os.getpid()))
    if kill(which):
        killed.append(which)


def names_below(parent: int) -> set[str]:
    """Return the names of all processes below one."""
    names = set()
    for child in children_of(parent):
        with contextlib.suppress(OSError):  # it has ended
            names |= {Path(f"/proc/{child}/comm").read_text().strip()} | names_below(child)
    return names


@pytest.mark.parametrize("which", ["worker", "fork server", "examiner"])
@pytest.mark.parametrize("phase", SLOW)
def test_a_process_that_is_killed_at_work_is_replaced_in_the_same_run(
    course: CourseFolder, undisturbed: dict[str, Gradebook], which: str, phase: str
) -> None:
    killed: list[str] = []
    killer = Thread(target=kill_during, args=(phase, which, killed))
    killer.start()
    entries = list(grade_class(course, LESSON, (phase, "ada")))
    killer.join()
    assert killed == [which]
    assert [entry.state for entry in entries] == [State.GRADED] * 2
    assert gradebook_of(course, (phase, "ada")) == only(undisturbed, (phase, "ada"))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(50))
def test_processes_are_killed_at_any_time(
    course: CourseFolder, undisturbed: dict[str, Gradebook], seed: int
) -> None:
    everybody, killed, over = (*STUDENTS, *SLOW), [], Event()

    def kill_now_and_then() -> None:
        chance = random.Random(seed)
        while not over.wait(chance.uniform(0, 1.5)):
            which = chance.choice(["worker", "fork server", "examiner"])
            with contextlib.suppress(ValueError, ProcessLookupError):  # it is being replaced
                if kill(which):
                    killed.append(which)

    killer = Thread(target=kill_now_and_then)
    killer.start()
    for _ in grade_class(course, LESSON, everybody):
        pass
    over.set()
    killer.join()
    assert killed
    finish(course, everybody)
    assert gradebook_of(course, everybody) == undisturbed


def only(gradebook: dict[str, Gradebook], students: tuple[str, ...]) -> dict[str, Gradebook]:
    return {student: gradebook[student] for student in students}


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
    course: CourseFolder, undisturbed: dict[str, Gradebook], number: signal.Signals, wanted: int
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
    assert gradebook_of(course) == only(undisturbed, STUDENTS)


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


def test_a_disk_that_fills_up_stops_a_run_and_the_next_goes_on(
    course: CourseFolder, undisturbed: dict[str, Gradebook]
) -> None:
    with subprocess.Popen(
        [*GRADE, "--workers", "1"],
        cwd=course.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        wait_until(lambda: run.poll() is not None or states_of(course, 1))
        room = 4096  # bytes of any file: a page of the gradebook
        resource.prlimit(run.pid, resource.RLIMIT_FSIZE, (room, room))
        _, said = run.communicate(timeout=120)
    assert run.returncode == 1
    assert "Traceback" not in said
    finish(course)
    assert gradebook_of(course) == only(undisturbed, STUDENTS)


def test_a_gradebook_that_is_locked_stops_a_run_and_the_next_goes_on(
    course: CourseFolder, undisturbed: dict[str, Gradebook]
) -> None:
    running = grade_class(impatient(course), LESSON, STUDENTS)
    next(running)
    database = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    database.execute("begin immediate")
    with pytest.raises(UnusableError, match="locked"):
        list(running)
    database.execute("rollback")
    database.close()
    finish(course)
    assert gradebook_of(course) == only(undisturbed, STUDENTS)


def impatient(course: CourseFolder) -> CourseFolder:
    """Return the course as one that waits for a lock for two seconds, and not for a minute."""
    address = f"sqlite:///{course.root}/gradebook.db?timeout=2"
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(f"c.CourseDirectory.db_url = {address!r}\n")
    return open_course(course.root)
