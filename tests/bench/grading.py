"""What grading a class costs in boxes, beside serial ``nbgrader autograde``.

A class of a real lesson, drawn from the answer bank, is graded by both from the same start: wall
time of the whole command. Processor time is not told: boxes end with their worker, unaccounted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.bank import load_answers, load_responses
from autograder.course_folder import open_course
from autograder.demo import loop
from autograder.demo.damage import nothing
from autograder.demo.students import NAMES, draw_class
from autograder.release import release_lesson

if TYPE_CHECKING:
    from autograder.course_folder import CourseFolder

REPOSITORY = Path(__file__).resolve().parents[2]
LESSON = "1-transmitters"
OURS = (sys.executable, "-c", "from autograder.cli import main; main()", "grade", LESSON)
STOCK = (str(Path(sys.executable).with_name("nbgrader")), "autograde", LESSON)


def measure() -> dict[str, float]:
    """Return seconds of both, and how many times longer stock takes."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        begun = Path(folder, "begun")
        _class_handed_in(begun)
        wall_s = _timed([*OURS, "--workers", "2"], _copy(begun, "apart"))
        stock_wall_s = _timed(list(STOCK), _copy(begun, "stock"))
    return {
        "grade_vs_nbgrader": stock_wall_s / wall_s,
        "grade_s": wall_s,
        "grade_nbgrader_s": stock_wall_s,
    }


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


def _copy(begun: Path, engine: str) -> Path:
    """Return the folder of a copied course that is graded by one engine."""
    folder = begun.with_name(engine)
    shutil.copytree(begun, folder, symlinks=True)
    config = folder / "course" / "nbgrader_config.py"
    text = config.read_text().replace(str(begun), str(folder))
    config.write_text(f"{text}\nc.Autograder.engine = {engine!r}\n")
    return config.parent


def _timed(command: list[str], folder: Path) -> float:
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begun
