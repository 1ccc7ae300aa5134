"""What grading a class costs in boxes, beside serial ``nbgrader autograde``.

A class of a real lesson, drawn from the answer bank, is graded by both from the same start: wall
time of the whole command, of ours the mean of a run before nbgrader's and of one after it, so that
neither has the warmer machine. nbgrader is also run twice at a time, each run on one student, and
ours on ten times the class; of that run the memory is told, of the process that collects everything
and of all processes together. `otter run` grades the same answers where it can be installed.

What a submission costs beyond its own cells is the processor time of the large class less that of
the small one, for each submission between them, less what its cells take in a warm process: so
the start counts for nothing here, as it does in the wall times.
"""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import otter_runs
from processor_clock import ProcessorClock, UncountableError
from tree_memory import TreeMemory

from autograder.bank import load_answers, load_responses
from autograder.course_folder import open_course
from autograder.demo import loop
from autograder.demo.damage import nothing
from autograder.demo.students import NAMES, draw_class
from autograder.marking import retire
from autograder.release import release_lesson
from autograder.results import read_class
from tests.autograder import parity

if TYPE_CHECKING:
    from autograder.course_folder import CourseFolder

REPOSITORY = Path(__file__).resolve().parents[2]
LESSON = "1-transmitters"
OURS = (sys.executable, "-c", "from autograder.cli import main; main()", "grade", LESSON)
STOCK = (str(Path(sys.executable).with_name("nbgrader")), "autograde", LESSON)


def measure() -> dict[str, float]:
    """Return seconds of both, how they compare, and how many marks differ."""
    _compile()
    clock = _clock()
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        begun = Path(folder, "begun")
        _class_handed_in(begun)
        ours, stock = _copy(begun, "apart", "ours"), _copy(begun, "stock", "stock")
        large = _copy(begun, "apart", "large")
        _multiply(large / "submitted")
        small_run = _run([*OURS, "--workers", "2"], ours, clock)
        stock_run = _run(list(STOCK), stock, clock)
        again = _run([*OURS, "--workers", "2"], _copy(begun, "apart", "again"), clock)
        ours_s = (small_run.wall_s + again.wall_s) / 2
        large_run = _run([*OURS, "--workers", "2"], large, clock)
        halves_wall_s = _two_at_a_time(_copy(begun, "stock", "halves"))
        figures = {
            "grade_vs_nbgrader": stock_run.wall_s / ours_s,
            "grade_vs_nbgrader_parallel": halves_wall_s / ours_s,
            "grade_growth": large_run.wall_s / ours_s,
            "grade_peak_mb": large_run.peak_mb,
            "grade_peak_growth": large_run.peak_mb / small_run.peak_mb,
            "grade_tree_mb": large_run.tree_mb,
            "grade_tree_growth": large_run.tree_mb / small_run.tree_mb,
            "parity_wrong": float(len(_told(_marks_differing(ours, stock) + _idioms_differing()))),
            "grade_s": ours_s,
            "grade_nbgrader_s": stock_run.wall_s,
        }
        figures |= _overhead(ours / "autograded", small_run, large_run)
        return figures | _beside_otter(begun, ours_s)


def _beside_otter(begun: Path, ours_s: float) -> dict[str, float]:
    """Let otter grade the class, if it is there."""
    if not otter_runs.is_there():
        return {}
    lesson = REPOSITORY / "source" / LESSON / "transmitters.ipynb"
    submitted, folder = begun / "course" / "submitted", begun.with_name("otter")
    otter_s = otter_runs.seconds(lesson, submitted, folder, _environment())
    return {"grade_vs_otter": otter_s / ours_s, "grade_otter_s": otter_s}


def _clock() -> ProcessorClock | None:
    try:
        return ProcessorClock()
    except UncountableError as error:
        print(f"grading: grade_overhead_s is left out ({error}).", file=sys.stderr)
        return None


def _compile() -> None:
    """Lay down bytecode, as an installed package has it: boxes may write none."""
    for package in ("autograder", "course"):
        compileall.compile_dir(REPOSITORY / package, quiet=1)


def _overhead(graded: Path, small: Run, large: Run) -> dict[str, float]:
    """Return the processor seconds of a submission beyond, and of, its own cells."""
    if small.cpu_s is None or large.cpu_s is None:
        return {}
    own_cells = [sys.executable, str(Path(__file__).with_name("own_cells.py")), str(graded)]
    said = subprocess.run(
        own_cells, env=_environment(), stdout=subprocess.PIPE, check=True, text=True
    )
    own_s = float(said.stdout)
    each_s = (large.cpu_s - small.cpu_s) / (9 * len(NAMES))
    return {"grade_overhead_s": each_s - own_s, "grade_own_cells_s": own_s}


def _idioms_differing() -> list[str]:
    """Return the idioms of the parity corpus that are marked other than by stock."""
    found: list[str] = []
    for answers in parity.ANSWERS:
        with tempfile.TemporaryDirectory(prefix="idioms-") as folder:
            stock = parity.by_stock(answers, Path(folder))
        differing = parity.differing(stock, parity.by_ours(answers))
        found += [f"{answers} answer, {name}: {marks}" for name, marks in differing.items()]
    retire()
    return found


def _told(differing: list[str]) -> list[str]:
    """Say which marks differ: the number alone helps nobody."""
    for each in differing:
        print(f"grading: marked other than by nbgrader: {each}", file=sys.stderr)
    return differing


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
        list(two.map(lambda name: _run([*STOCK, "--student", name], folder), students))
    return time.perf_counter() - begun


def _marks_differing(ours: Path, stock: Path) -> list[str]:
    """Return the answers of the class that are marked differently, with both marks."""

    def marks(folder: Path) -> dict[tuple[str, str], float]:
        return {
            (student.student, exercise.cell): mark.score
            for student in read_class(open_course(folder), LESSON).students
            for exercise, mark in student.marks.items()
        }

    one, other = marks(ours), marks(stock)
    return [
        f"{student}, {cell}: {one.get((student, cell))}, {other.get((student, cell))}"
        for student, cell in sorted(one.keys() | other.keys())
        if one.get((student, cell)) != other.get((student, cell))
    ]


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


@dataclass(frozen=True)
class Run:
    """What a command took: time, processor time, memory of its own and of all its processes."""

    wall_s: float
    cpu_s: float | None
    peak_mb: float
    tree_mb: float


def _run(command: list[str], folder: Path, clock: ProcessorClock | None = None) -> Run:
    begun, before_s = time.perf_counter(), clock.seconds() if clock else 0.0
    with (
        subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as run,
        TreeMemory(run.pid) as memory,
    ):
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {run.returncode}")
    wall_s = time.perf_counter() - begun
    cpu_s = clock.seconds() - before_s if clock else None
    return Run(wall_s, cpu_s, used.ru_maxrss / 1024, memory.peak_mb)


def _environment() -> dict[str, str]:
    """Return the same for both sides: bytecode is used and kept, and BLAS has one thread."""
    kept = {key: it for key, it in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return {**kept, **threads, "PYTHONPATH": str(REPOSITORY)}
