"""Mark a class with submissions in the boxes of workers, and nbgrader in this process.

nbgrader's autograde is one go. Here it is cut where it would execute a notebook, so that this
process alone runs nbgrader and writes the gradebook, while workers run submissions.
"""

import contextlib
import glob
import shutil
from collections import deque
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from nbconvert.writers.files import FilesWriter
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from nbgrader.utils import setenv

from autograder.course_folder import CourseFolder, quiet_log
from autograder.engine import Marked, Stumble, failure
from autograder.execute import EnterResults, ExecuteApart
from autograder.job import JobResult
from autograder.notebooks import grade_id, read_notebook
from autograder.pool import Pool
from autograder.record import State
from autograder.states import CellState
from autograder.workers import Lost

_EXECUTING = (
    ExecuteApart,
    Execute,
    "autograder.execute.ExecuteApart",
    "nbgrader.preprocessors.Execute",
)
_SAID = {
    CellState.TIMED_OUT: "it ran too long and was ended",
    CellState.OUT_OF_MEMORY: "it asked for more memory than a submission may take",
    CellState.CRASHED: "it ended its process; the next cells went on from the state before it",
    CellState.FLOODED: "it showed more than a cell may show, and the rest was left out",
    CellState.NOT_RUN: "time or memory of the submission was used up before it",
    CellState.NEEDS_REVIEW: "it could not be marked",
    CellState.IN_STUDENT_KERNEL: "its tag lets it run in the student's own process",
}


@dataclass(frozen=True)
class Staged:
    """A repaired submission: whose, and the folder that stands in for ``submitted``."""

    student: str
    folder: Path


def mark_class(
    course: CourseFolder,
    lesson: str,
    submissions: Iterable[Staged],
    *,
    workers: int,
    budget_s: float,
) -> Iterator[tuple[str, Marked | Lost]]:
    """Run submissions in boxes and write their marks to the gradebook.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.
    submissions : iterable of Staged
        Taken only as far ahead as workers need.
    workers : int
        How many submissions run at a time.
    budget_s : float
        Seconds after which a submission is ended.

    Yields
    ------
    (student, Marked or Lost)
        As they end.
    """
    waiting = iter(submissions)
    ready: deque[HalfGraded] = deque()
    is_more = True
    with Pool[HalfGraded](workers, budget_s) as pool:
        while is_more or ready or pool.is_busy:
            while ready and pool.has_room:
                half = ready.popleft()
                pool.give(half, half.jobs)
            for half, results in pool.ended(0.0 if is_more and len(ready) < workers else 60.0):
                yield half.student, half.finish(results)
            if is_more and len(ready) < workers:
                staged = next(waiting, None)
                is_more = staged is not None
                if staged is not None:
                    half = HalfGraded(course, lesson, staged)
                    cause = half.begin()
                    if cause is None:
                        ready.append(half)
                    else:
                        yield half.student, cause


class HalfGraded:
    """A submission between the two halves of nbgrader's autograde.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.
    staged : Staged
        The submission.
    """

    def __init__(self, course: CourseFolder, lesson: str, staged: Staged) -> None:
        self.student = staged.student
        self.jobs: list[bytes] = []
        self._course = course
        self._lesson = lesson
        directory = course.directory(
            submitted_directory=str(staged.folder),
            assignment_id=glob.escape(lesson),
            student_id=glob.escape(staged.student),
        )
        directory.db_url = course.db_url
        self._converter = _Halves(directory, course)

    def begin(self) -> Marked | None:
        """Do what comes before execution; return how it ended if it cannot go on."""
        try:
            with contextlib.chdir(self._course.root):
                self.jobs = self._converter.begin(self._lesson, self.student)
        except Exception as error:  # noqa: BLE001 - it must cost this submission alone
            return self._failed(error)
        return None

    def finish(self, results: list[bytes] | Lost) -> Marked | Lost:
        """Do what comes after execution, and return how the submission ended."""
        if isinstance(results, Lost):
            self._remove()
            return results
        try:
            with contextlib.chdir(self._course.root), setenv(NBGRADER_EXECUTION="autograde"):
                stumbles = self._converter.finish(self._lesson, self.student, results)
            _ask_for_review(self._course, self._lesson, self.student, stumbles)
        except Exception as error:  # noqa: BLE001 - as above
            return self._failed(error)
        return Marked(State.GRADED, stumbles=tuple(stumbles))

    def _failed(self, error: Exception) -> Marked:
        self._remove()
        return failure(error, self._lesson)

    def _remove(self) -> None:
        """Leave nothing that looks like a graded notebook, as nbgrader does."""
        shutil.rmtree(
            self._course.path("autograded", self._lesson, self.student), ignore_errors=True
        )


class _Halves(Autograde):  # type: ignore[misc]  # nbgrader is untyped
    """nbgrader's autograde of one submission, cut where it would execute."""

    def __init__(self, directory: CourseDirectory, course: CourseFolder) -> None:
        super().__init__(
            coursedir=directory, config=deepcopy(course.config), log=quiet_log(), force=True
        )

    def begin(self, lesson: str, student: str) -> list[bytes]:
        self.init_notebooks()
        self.writer = FilesWriter(parent=self, config=self.config)  # type: ignore[no-untyped-call]  # nbconvert
        self.exporter = self.exporter_class(parent=self, config=self.config)
        (found,) = self.assignments.values()
        self.notebooks = sorted(found)
        self.init_destination(lesson, student)
        self.run_pre_convert_hook()
        self.init_assignment(lesson, student)
        self._sanitizing = True
        self._init_preprocessors()
        for path in self.notebooks:
            self._convert(path)
        folder = Path(self._format_dest(lesson, student))
        self._written = [folder / Path(path).name for path in self.notebooks]
        execution = ExecuteApart(parent=self)
        return [
            execution.job(read_notebook(path), lesson, path.stem, folder) for path in self._written
        ]

    def finish(self, lesson: str, student: str, results: list[bytes]) -> list[Stumble]:
        stumbles: list[Stumble] = []
        self._sanitizing = False  # from here on what was written is read
        for path, packed in zip(self._written, results, strict=True):
            result = JobResult.from_bytes(packed)
            self.exporter._preprocessors = []  # noqa: SLF001 - nbgrader itself does so
            for each in self.autograde_preprocessors:
                mine = EnterResults(result) if each in _EXECUTING else each
                self.exporter.register_preprocessor(mine)
            self._convert(str(path))
            stumbles += _stumbles(path, result)
        self.set_permissions(lesson, student)
        self.run_post_convert_hook()
        return stumbles

    def _convert(self, path: str) -> None:
        """Convert a notebook once: nbgrader's own method does both halves."""
        super(Autograde, self).convert_single_notebook(path)


def _stumbles(path: Path, result: JobResult) -> Iterator[Stumble]:
    cells = [cell for cell in read_notebook(path).cells if cell.cell_type == "code"]
    for cell, came in zip(cells, result.cells, strict=True):
        if came.state is not CellState.DONE:
            name = grade_id(cell) or cell.get("id", "")
            said = came.detail or _SAID[came.state]
            yield Stumble(path.stem, name, State(came.state.value), said)


def _ask_for_review(
    course: CourseFolder, lesson: str, student: str, stumbles: Iterable[Stumble]
) -> None:
    """Have a person look at what the examiner could not mark."""
    unclear = {(it.notebook, it.cell) for it in stumbles if it.state is State.NEEDS_REVIEW}
    if not unclear:
        return
    with course.gradebook() as gradebook:
        submission = gradebook.find_submission(lesson, student)
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                if (notebook.name, grade.name) in unclear:
                    grade.needs_manual_grade = True
        gradebook.db.commit()
