"""Runs: the source and the release of a notebook from top to bottom, and each cell's time."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.audit.attempts import copied
from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Lesson, Notebook, is_python, read_lesson
from autograder.audit.settings import cell_s_of
from autograder.audit.stage import Ran, Stage
from autograder.course_folder import open_course

CHECK = "runs"
_STUB = "NotImplementedError"


@dataclass(frozen=True)
class Run:
    """A notebook to be run from top to bottom.

    Parameters
    ----------
    root : Path
        The course.
    lesson, file : str
        The assignment, and its source notebook seen from the folder of the course.
    released : tuple of str or None
        The released text of each cell; None for the source itself.
    """

    root: Path
    lesson: str
    file: str
    released: tuple[str, ...] | None


@dataclass(frozen=True)
class RunThrough:
    """What came of it: one entry a code cell."""

    cells: tuple[Ran, ...]

    @property
    def is_endless(self) -> bool:
        """Whether a cell had to be interrupted; those after it were not run."""
        return any(each.is_endless for each in self.cells)

    @property
    def seconds(self) -> float:
        """Processor time of all cells."""
        return sum(each.seconds for each in self.cells)


def run_through(run: Run) -> RunThrough:
    """Run a notebook as a student does who runs all cells."""
    lesson = read_lesson(open_course(run.root), run.lesson)
    book = next(book for book in lesson.notebooks if book.file == run.file)
    sources = run.released or [cell.source for cell in book.cells]
    with tempfile.TemporaryDirectory() as scratch:
        stage = Stage(
            copied(book.path.parent, Path(scratch)), cell_s_of(lesson.course), grading=False
        )
        ran: list[Ran] = []
        for cell, source in zip(book.cells, sources, strict=True):
            if cell.kind == "code":
                ran.append(_told(stage.run(cell, source)))
                if ran[-1].is_endless:
                    break  # each cell that needs it would wait as long again
        return RunThrough(tuple(ran))


def run_findings(
    book: Notebook, source: RunThrough, released: RunThrough | None, *, cell_s: float
) -> Iterator[Finding]:
    """Say what went wrong in the runs of a notebook.

    Parameters
    ----------
    book : Notebook
        The notebook.
    source, released : RunThrough
        Its runs; None if there is no release of it.
    cell_s : float
        Seconds that the course lets a cell take.
    """
    cells = {cell.name: cell for cell in book.cells}
    for ran in source.cells:
        cell = cells[ran.cell]
        if ran.is_endless:
            problem = f"it was still running after {cell_s:g} s: mend it, for nothing was run below"
            yield book.finding(CHECK, cell, problem)
            continue
        if ran.error and not _is_consequence(book, cell, ran.error):
            problem = f"it stops with {ran.error}{_evalue(ran)}: mend it"
            yield book.finding(CHECK, cell, problem)
        elif not ran.error and (warned := _stderr(ran)):
            yield book.finding(CHECK, cell, f"it writes “{warned}” to stderr: have it keep quiet")
        if ran.seconds > cell_s / 2:
            problem = (
                f"it takes {ran.seconds:.1f} s of the {cell_s:g} s that a cell may: make it lighter"
            )
            yield book.finding(CHECK, cell, problem)
    if released is not None:
        stopped = {ran.cell for ran in source.cells if ran.error}
        looked_at = {
            name: cell
            for name, cell in cells.items()
            if name not in stopped and not _is_consequence(book, cell)
        }
        yield from _released(book, released, looked_at)


def _is_consequence(book: Notebook, cell: Cell, error: str = "") -> bool:
    """Tell whether a cell stops for what is said of its exercise, or of a cell above."""
    if any(cell in each.tests and not each.is_sound for each in book.exercises):
        return is_python(cell.source)
    return error == "NameError" and any(place < cell.place for place in book.lost)


def too_long(book: Notebook, source: RunThrough, most_s: float | None) -> Iterator[Finding]:
    """Check how long a whole notebook takes, where the course says how long it may."""
    if most_s is not None and source.seconds > most_s:
        problem = (
            f"its cells take {source.seconds:.0f} s, and may take {most_s:g} s: make them lighter"
        )
        yield book.finding(CHECK, None, problem)


def _released(book: Notebook, released: RunThrough, cells: dict[str, Cell]) -> Iterator[Finding]:
    errors = {ran.cell: ran.error for ran in released.cells}
    unfinished = {
        test.name
        for exercise in book.exercises
        if errors.get(exercise.name) == _STUB
        for test in exercise.tests
    }
    for ran in released.cells:
        # A cell that only binds a name stops when it is run, and its test has nothing to test.
        if ran.cell not in cells:
            continue
        if ran.error not in {"", _STUB} and ran.cell not in unfinished:
            problem = (
                f"in the release it stops with {ran.error}{_evalue(ran)}: only work that is not "
                f"done yet may stop, with {_STUB}"
            )
            yield book.finding(CHECK, cells[ran.cell], problem)
        elif not ran.error and (warned := _stderr(ran)):
            problem = f"in the release it writes “{warned}” to stderr: have it keep quiet"
            yield book.finding(CHECK, cells[ran.cell], problem)


def _told(ran: Ran) -> Ran:
    """Leave out what is not looked at: pictures are large, and some outputs do not travel."""
    kept = [each for each in ran.outputs if each["output_type"] in {"stream", "error"}]
    return Ran(ran.cell, json.loads(json.dumps(kept, default=str)), ran.error, ran.seconds)


def _stderr(ran: Ran) -> str:
    texts = [str(each["text"]) for each in ran.outputs if each.get("name") == "stderr"]
    return _line(texts)


def _evalue(ran: Ran) -> str:
    texts = [str(each["evalue"]) for each in ran.outputs if each["output_type"] == "error"]
    return f" ({_line(texts)})" if _line(texts) else ""


def _line(texts: Iterable[str]) -> str:
    line = " ".join(" ".join(texts).split())
    return line if len(line) <= 100 else f"{line[:97]}..."


def runs_of(lesson: Lesson, released: dict[str, tuple[str, ...]]) -> Iterator[Run]:
    """Yield the runs of a lesson: each source, and each release that has its cells."""
    for book in lesson.notebooks:
        yield Run(lesson.course.root, lesson.name, book.file, None)
        texts = released.get(book.path.name)
        if texts is not None and len(texts) == len(book.cells):
            yield Run(lesson.course.root, lesson.name, book.file, texts)
