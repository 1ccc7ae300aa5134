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
from typing import Any

import nbformat
from nbconvert.writers.files import FilesWriter
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from nbgrader.utils import setenv

from autograder import box_of
from autograder.cluster import Cluster
from autograder.course_folder import CourseFolder, quiet_log
from autograder.engine import Marked, Stumble, failure
from autograder.execute import EnterResults, ExecuteApart
from autograder.job import JobResult
from autograder.kept import Kept, kept_for_a_class
from autograder.lesson_job import code_cells
from autograder.notebooks import as_lines, grade_id, taken_over
from autograder.pool import Pool
from autograder.protocol import Value
from autograder.record import State
from autograder.states import CellState
from autograder.workers import Lost

_EXECUTING = (
    ExecuteApart,
    Execute,
    "autograder.execute.ExecuteApart",
    "nbgrader.preprocessors.Execute",
)


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
    scheduler: str = "",
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
    scheduler : str
        Address of a Dask cluster that does it in place of workers on this machine.

    Raises
    ------
    CourseError
        If the cluster cannot be used.

    Yields
    ------
    (student, Marked or Lost)
        As they end.
    """
    waiting = iter(submissions)
    ready: deque[HalfGraded] = deque()
    is_more = True
    with _workers(course, workers, budget_s, scheduler) as pool, kept_for_a_class() as kept:
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
                    half = HalfGraded(course, lesson, staged, kept)
                    cause = half.begin()
                    if cause is None:
                        ready.append(half)
                    else:
                        yield half.student, cause


def _workers(
    course: CourseFolder, workers: int, budget_s: float, scheduler: str
) -> "Pool[HalfGraded] | Cluster[HalfGraded]":
    if scheduler:
        return Cluster(scheduler, budget_s, box_of(course.config))
    return Pool(workers, budget_s)


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
    kept : Kept
        The gradebook: each half writes to it all at once, or nothing.
    """

    def __init__(self, course: CourseFolder, lesson: str, staged: Staged, kept: Kept) -> None:
        self.student = staged.student
        self.jobs: list[bytes] = []
        self._course = course
        self._lesson = lesson
        self._kept = kept
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
            with contextlib.chdir(self._course.root), self._kept.transaction():
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
            with (
                contextlib.chdir(self._course.root),
                setenv(NBGRADER_EXECUTION="autograde"),
                self._kept.transaction(),
            ):
                stumbles = self._converter.finish(self._lesson, self.student, results)
        except Exception as error:  # noqa: BLE001 - nor may recording it cost others
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
    """nbgrader's autograde of one submission, cut where it would execute.

    A notebook stays in memory from one half to the other, and is checked against the format before
    it is written, in place of after every preprocessor; what is begun with was put together here.
    """

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
        self._half = [
            self._through(self.sanitize_preprocessors, taken_over(path), self._resources(path))
            for path in map(Path, self.notebooks)
        ]
        folder = Path(self._format_dest(lesson, student))
        execution = ExecuteApart(parent=self)
        return [
            execution.job(notebook, lesson, resources["unique_key"], folder)
            for notebook, resources in self._half
        ]

    def finish(self, lesson: str, student: str, results: list[bytes]) -> list[Stumble]:
        stumbles: list[Stumble] = []
        for (notebook, resources), packed in zip(self._half, results, strict=True):
            result = JobResult.from_bytes(packed)
            preprocessors = [
                EnterResults(result) if each in _EXECUTING else each
                for each in self.autograde_preprocessors
            ]
            whole, said = self._through(preprocessors, notebook, resources)
            nbformat.validate(whole, relax_add_props=True)
            version = self.exporter.nbformat_version
            converted = nbformat.convert(whole, version)  # type: ignore[no-untyped-call]  # nbformat
            self.write_single_notebook(as_lines(converted), said)
            stumbles += _stumbles(resources["unique_key"], whole, result)
        self.set_permissions(lesson, student)
        self.run_post_convert_hook()
        return stumbles

    def _resources(self, path: Path) -> Value:
        return self.exporter._init_resources(  # noqa: SLF001 - what a converter starts with
            self.init_single_notebook_resources(str(path))
        )

    def _through(
        self, preprocessors: Iterable[Value], notebook: Value, resources: Value
    ) -> tuple[Any, Any]:
        """Send a notebook through preprocessors, as nbconvert does."""
        self.exporter._preprocessors = []  # noqa: SLF001 - nbgrader itself does so
        for each in preprocessors:
            self.exporter.register_preprocessor(each)
        for each in self.exporter._preprocessors:  # noqa: SLF001 - no public way to go through them
            notebook, resources = each(notebook, resources)
        return notebook, resources


def _stumbles(name: str, notebook: Value, result: JobResult) -> Iterator[Stumble]:
    for place, (cell, came) in enumerate(zip(code_cells(notebook), result.cells, strict=True), 1):
        if came.state is not CellState.DONE:
            said = came.detail or came.state.said
            which = grade_id(cell) or cell.get("id") or f"code cell {place}"
            yield Stumble(name, which, State(came.state.value), said)
