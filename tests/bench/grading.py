"""What grading a class costs in boxes, beside serial ``nbgrader autograde``.

A class of a real lesson, drawn from the answer bank, is graded by both from the same start: wall
time of the whole command. nbgrader is also run twice at a time, each run on one student, and ours
on ten times the class; of that run the memory of the largest process is told. Processor time is
not: boxes end with their worker, unaccounted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.bank import load_answers, load_responses
from autograder.course_folder import open_course
from autograder.demo import loop
from autograder.demo.damage import nothing
from autograder.demo.students import NAMES, draw_class
from autograder.release import release_lesson
from autograder.results import read_class

if TYPE_CHECKING:
    from autograder.course_folder import CourseFolder

REPOSITORY = Path(__file__).resolve().parents[2]
LESSON = "1-transmitters"
OURS = (sys.executable, "-c", "from autograder.cli import main; main()", "grade", LESSON)
STOCK = (str(Path(sys.executable).with_name("nbgrader")), "autograde", LESSON)


def measure() -> dict[str, float]:
    """Return seconds of both, how they compare, and how many marks differ."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        begun = Path(folder, "begun")
        _class_handed_in(begun)
        ours, stock = _copy(begun, "apart", "ours"), _copy(begun, "stock", "stock")
        large = _copy(begun, "apart", "large")
        _multiply(large / "submitted")
        wall_s, _ = _timed([*OURS, "--workers", "2"], ours)
        stock_wall_s, _ = _timed(list(STOCK), stock)
        large_wall_s, peak_mb = _timed([*OURS, "--workers", "2"], large)
        halves_wall_s = _two_at_a_time(_copy(begun, "stock", "halves"))
        return {
            "grade_vs_nbgrader": stock_wall_s / wall_s,
            "grade_vs_nbgrader_parallel": halves_wall_s / wall_s,
            "grade_growth": large_wall_s / wall_s,
            "grade_peak_mb": peak_mb,
            "parity_wrong": float(_differing(ours, stock)),
            "grade_s": wall_s,
            "grade_nbgrader_s": stock_wall_s,
        }


def _multiply(submitted: Path) -> None:
    """Let everybody hand in ten times, under ten names."""
    for student in sorted(submitted.iterdir()):
        for number in range(1, 10):
            shutil.copytree(student, submitted / f"{student.name}-{number}")


def _two_at_a_time(folder: Path) -> float:
    """Return the seconds of two nbgraders at a time, a student each, on one gradebook."""
    students = sorted(path.name for path in (folder / "submitted").iterdir())
    begun = time.perf_counter()
    with ThreadPoolExecutor(2) as two:
        list(two.map(lambda name: _timed([*STOCK, "--student", name], folder), students))
    return time.perf_counter() - begun


def _differing(ours: Path, stock: Path) -> int:
    """Return how many marks differ."""

    def marks(folder: Path) -> dict[tuple[str, str], float]:
        return {
            (student.student, exercise.cell): mark.score
            for student in read_class(open_course(folder), LESSON).students
            for exercise, mark in student.marks.items()
        }

    one, other = marks(ours), marks(stock)
    return sum(one.get(key) != other.get(key) for key in one.keys() | other.keys())


def _class_handed_in(folder: Path) -> CourseFolder:
    """Let a class hand in whatever the bank holds, with nothing befallen it on the way."""
    here = open_course(REPOSITORY)
    course = loop.make_course(folder, [here.path("source", LESSON)], here.answers)
    release_lesson(course, LESSON)
    loop.hand_out(course, LESSON)
    bank = load_answers(here.answers, LESSON), load_responses(here.answers, LESSON)
    for student in draw_class(*bank, 1, NAMES):
        whole = replace(student, damage=nothing, broken_file=False)
        loop.fetch_and_answer(course, LESSON, whole)
        loop.hand_in(course, LESSON, whole.name)
    loop.collect(course, LESSON)
    return course


def _copy(begun: Path, engine: str, name: str) -> Path:
    """Return the folder of a copied course that is graded by one engine."""
    folder = begun.with_name(name)
    shutil.copytree(begun, folder, symlinks=True)
    config = folder / "course" / "nbgrader_config.py"
    text = config.read_text().replace(str(begun), str(folder))
    config.write_text(f"{text}\nc.Autograder.engine = {engine!r}\n")
    return config.parent


def _timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Return the seconds of a command, and the MB of the largest process that it waited for."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    begun = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as run:
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {run.returncode}")
    return time.perf_counter() - begun, used.ru_maxrss / 1024
