"""An audit from end to end: look at lessons, run what they hold, and report."""

import contextlib
import importlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from autograder import box_of
from autograder.audit import answers, mutation, released, structure
from autograder.audit.findings import Finding, Report
from autograder.audit.lesson import Lesson, read_lesson
from autograder.audit.looks import look_at, safely, stopped
from autograder.audit.reports import Audited, audited, judged
from autograder.audit.settings import Settings
from autograder.audit.stand_ins import modules_of
from autograder.audit.work import (
    Options,
    Task,
    Work,
    doubtful_mutants,
    first,
    mutants,
    second,
    sources,
    take,
    third,
)
from autograder.box.sandbox import why_unusable
from autograder.course_folder import CourseFolder
from autograder.lesson_job import code_cells, imports_of
from autograder.workers import run_jobs

_WARM = ("numpy", "matplotlib.pyplot", "autograder.box.shell", "nbgrader.utils")
_BUDGET_S = 3600.0

_ROUNDS = (
    ("running", sources),
    ("trying answers", first),
    ("looking closer", second),
    ("trying models", third),
)

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]


def audit(
    course: CourseFolder, names: Sequence[str], options: Options, progress: Progress
) -> Iterator[Audited]:
    """Audit lessons of a course, one after the other.

    Parameters
    ----------
    course : CourseFolder
        The course.
    names : sequence of str
        Full names of the assignments.
    options : Options
        What to do.
    progress : callable
        Passes results on as they come: ``progress(results, total, what)``.

    Yields
    ------
    Audited
        What came of a lesson, as soon as it has.

    Raises
    ------
    CourseError
        If the configuration asks for what there is not.
    """
    settings = Settings.of(course)
    box = not why_unusable(box_of(course.config))
    for name in names:
        try:
            yield _audit(read_lesson(course, name), settings, options, progress, box=box)
        except Exception as error:  # noqa: BLE001 - one lesson must not stop the others
            finding = stopped(structure.CHECK, course, name, error)
            yield Audited(name, (Report(structure.CHECK, "stopped", (finding,), done=False),), {})


def score_mutants(
    course: CourseFolder, name: str, options: Options, progress: Progress
) -> mutation.Score:
    """Return how many mutants of a lesson's references its tests notice, and do no more.

    Parameters
    ----------
    course, options, progress
        As for :func:`audit`.
    name : str
        Full name of the assignment.
    """
    work = Work(read_lesson(course, name), Settings.of(course), released.Remade())
    work.tried, _ = mutation.plan(work.lesson, options.mutants, options.seed)
    _warm_up(work)
    _carry_out(work, list(mutants(work)), options.workers, "mutants", progress)
    doubtful = list(doubtful_mutants(work, options))
    _carry_out(work, doubtful, options.workers, "survivors", progress)
    return judged(work)[0]


def _audit(
    lesson: Lesson, settings: Settings, options: Options, progress: Progress, *, box: bool
) -> Audited:
    with tempfile.TemporaryDirectory() as scratch:
        work = _looked_at(lesson, settings, Path(scratch), options)
    _warm_up(work)
    for what, plan in _ROUNDS:
        if work.is_stuck:
            break
        tasks = list(plan(work, box, options))
        _carry_out(work, tasks, options.workers, f"{lesson.name}: {what}", progress)
    return audited(work, box)


def _looked_at(lesson: Lesson, settings: Settings, scratch: Path, options: Options) -> Work:
    """Do all that needs no code of the lesson to run."""
    if not structure.can_be_made(lesson):
        looked = list(look_at(lesson, settings))
        return Work(lesson, settings, released.Remade(), is_whole=False, looked=looked)
    found = list(safely(lesson, released.CHECK, lambda: [released.remake(lesson, scratch)]))
    remade = next((it for it in found if isinstance(it, released.Remade)), released.Remade())
    broken = [it for it in found if isinstance(it, Finding)]
    work = Work(lesson, settings, remade)
    work.looked = [
        *look_at(lesson, settings),
        Report(released.CHECK, "made anew, searched", (*broken, *remade.findings)),
    ]
    expected = list(answers.expected_of(lesson, remade.answers))
    work.expected = answers.sampled(expected, options.answers, options.seed)
    work.is_sample = options.mutants is not None
    work.tried, work.wrong_list = mutation.plan(lesson, options.mutants, options.seed)
    return work


def _warm_up(work: Work) -> None:
    """Import once what every process of the audit needs; they are copies of this one."""
    lessons = [cell.source for book in work.lesson.notebooks for cell in code_cells(book.data)]
    tried = dict.fromkeys(it.source for it in work.attempts)
    modules = [*imports_of([*lessons, *tried])]
    if work.settings.models:
        with contextlib.suppress(Exception):  # said where the package is searched
            modules += modules_of(work.settings.models)
    for name in dict.fromkeys([*_WARM, *modules]):
        with contextlib.suppress(Exception):  # a cell that imports it says why it cannot be
            importlib.import_module(name)


def _carry_out(
    work: Work, tasks: Sequence[Task], workers: int, what: str, progress: Progress
) -> None:
    """Do tasks in processes of their own, and keep what came of them."""
    if not tasks:
        return
    ended = run_jobs(_done, tasks, workers=workers, budget_s=_BUDGET_S)
    for task, result in progress(ended, len(tasks), what):
        take(work, task, result)


def _done(task: Task) -> Any:  # noqa: ANN401 - whatever the function returns
    return task.function(task.job)
