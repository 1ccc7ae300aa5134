"""An audit from end to end: look at lessons, run what they hold, and report."""

import contextlib
import importlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder import box_of
from autograder.audit import answers, copies, delegation, mutation, released, runs
from autograder.audit.findings import Finding, Report
from autograder.audit.lesson import Lesson, read_lesson
from autograder.audit.looks import look_at, safely
from autograder.audit.settings import Settings
from autograder.audit.stand_ins import modules_of
from autograder.audit.structure import can_be_made
from autograder.audit.work import (
    Options,
    Task,
    Work,
    doubtful_mutants,
    first,
    mutants,
    second,
    take,
    third,
)
from autograder.box.sandbox import why_unusable
from autograder.course_folder import CourseFolder
from autograder.lesson_job import code_cells, imports_of
from autograder.workers import run_jobs

_WARM = ("numpy", "matplotlib.pyplot", "autograder.box.shell", "nbgrader.utils")
_BUDGET_S = 3600.0

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]


@dataclass(frozen=True)
class Audited:
    """What an audit of one lesson came to.

    Parameters
    ----------
    lesson : str
        Full name of the assignment.
    reports : tuple of Report
        One a family of checks.
    seconds : dict
        Processor time of each code cell of the source.
    """

    lesson: str
    reports: tuple[Report, ...]
    seconds: dict[str, float]

    @property
    def findings(self) -> list[Finding]:
        """What has to be mended."""
        return [finding for report in self.reports for finding in report.findings]

    @property
    def notes(self) -> list[Finding]:
        """What is worth knowing."""
        return [note for report in self.reports for note in report.notes]


def audit(
    course: CourseFolder, names: Sequence[str], options: Options, progress: Progress
) -> list[Audited]:
    """Audit some lessons of a course.

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

    Raises
    ------
    CourseError
        If the configuration asks for what there is not.
    """
    settings = Settings.of(course)
    box = not why_unusable(box_of(course.config))
    with tempfile.TemporaryDirectory() as scratch:
        works = [
            _looked_at(read_lesson(course, name), settings, Path(scratch), options)
            for name in names
        ]
    _warm_up(works)
    for what, plan in (("running", first), ("looking closer", second), ("trying models", third)):
        tasks = [(work, task) for work in works for task in plan(work, box, options)]
        _carry_out(tasks, options.workers, what, progress)
    return [_audited(work, box) for work in works]


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
    _warm_up([work])
    _carry_out([(work, it) for it in mutants(work)], options.workers, "mutants", progress)
    doubtful = [(work, it) for it in doubtful_mutants(work, options)]
    _carry_out(doubtful, options.workers, "survivors", progress)
    return _judged(work)[0]


def _looked_at(lesson: Lesson, settings: Settings, scratch: Path, options: Options) -> Work:
    """Do all that needs no code of the lesson to run."""
    if not can_be_made(lesson):
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


def _warm_up(works: Sequence[Work]) -> None:
    """Import once what every process of the audit needs; they are copies of this one."""
    books = [book for work in works for book in work.lesson.notebooks]
    lessons = [cell.source for book in books for cell in code_cells(book.data)]
    tried = dict.fromkeys(it.source for work in works for it in work.attempts)
    modules = [*imports_of([*lessons, *tried])]
    models = {work.settings.models for work in works} - {""}
    for package in models:
        with contextlib.suppress(Exception):  # said where the package is searched
            modules += modules_of(package)
    for name in dict.fromkeys([*_WARM, *modules]):
        with contextlib.suppress(Exception):  # a cell that imports it says why it cannot be
            importlib.import_module(name)


def _carry_out(
    tasks: Sequence[tuple[Work, Task]], workers: int, what: str, progress: Progress
) -> None:
    """Do tasks in processes of their own, and hand what came of them to their lessons."""
    if not tasks:
        return
    works = {task: work for work, task in tasks}
    ended = run_jobs(_done, list(works), workers=workers, budget_s=_BUDGET_S)
    for task, result in progress(ended, len(works), what):
        take(works[task], task, result)


def _done(task: Task) -> Any:  # noqa: ANN401 - whatever the function returns
    return task.function(task.job)


def _audited(work: Work, box: bool) -> Audited:
    own = {run.file: ran for run, ran in work.ran.items() if run.released is None}
    reports = [*work.looked, _runs(work)]
    if work.is_whole:
        reports += [_answers(work, box), *_mutants(work)]
        reports += [_models(work)] if work.settings.models else []
    else:
        left = [released.CHECK, answers.CHECK, mutation.CHECK]
        left += [delegation.CHECK] if work.settings.models else []
        reports += [Report(check, "mend its cells first", done=False) for check in left]
    seconds = {each.cell: each.seconds for ran in own.values() for each in ran.cells}
    return Audited(work.lesson.name, tuple(reports), seconds)


def _runs(work: Work) -> Report:
    findings = list(work.lost)
    cells, total_s = 0, 0.0
    for book in work.lesson.notebooks:
        both = {run.released is None: ran for run, ran in work.ran.items() if run.file == book.file}
        if True in both:
            cell_s = work.settings.cell_s
            findings += runs.run_findings(book, both[True], both.get(False), cell_s=cell_s)
            findings += runs.too_long(book, both[True], work.settings.lesson_s)
            cells, total_s = cells + len(both[True].cells), total_s + both[True].seconds
    slowest = max(
        (each for ran in work.ran.values() for each in ran.cells),
        key=lambda each: each.seconds,
        default=None,
    )
    tail = f"; {slowest.cell} {slowest.seconds:.1f} s" if slowest else ""
    looked_at = f"{cells} code cells in {total_s:.1f} s of processor, packages warm{tail}"
    return Report(runs.CHECK, looked_at, tuple(findings), figures={"seconds": total_s})


def _answers(work: Work, box: bool) -> Report:
    count = sum(each.is_banked for each in work.expected)
    findings = [
        *answers.bank_findings(work.lesson),
        *answers.answer_findings(work.expected, work.plain, work.boxed),
    ]
    notes = []
    if not box:
        why = why_unusable(box_of(work.lesson.course.config))
        problem = f"tried by nbgrader's way alone, for there can be no box here: {why}"
        notes.append(Finding(answers.CHECK, "this machine", "", problem))
    engines = "both engines" if box else "one engine"
    looked_at = f"reference, release, {count} answers; {engines}"
    return Report(answers.CHECK, looked_at, tuple(findings), tuple(notes), {"answers": count})


def _mutants(work: Work) -> Iterator[Report]:
    if not work.tried and not work.wrong_list:
        return
    score, findings, notes = _judged(work)
    yield Report(
        mutation.CHECK,
        f"{score.caught} of {score.all} noticed ({score.share:.1%})",
        (*work.wrong_list, *findings),
        tuple(notes),
        {"caught": score.caught, "all": score.all, "score": score.share},
    )


def _judged(work: Work) -> tuple[mutation.Score, list[Finding], list[Finding]]:
    surviving = mutation.survivors(work.tried, work.plain)
    troubles = [
        (job.mutants[0].exercise, each.trouble) for job, each in work.compared if each.trouble
    ]
    witnesses = mutation.witnesses(work.compared)
    return mutation.judged(
        work.lesson, work.tried, surviving, witnesses, troubles, is_sample=work.is_sample
    )


def _models(work: Work) -> Report:
    points = {
        (book.file, exercise.name): exercise.points for book, exercise in work.lesson.exercises
    }
    marks = {**work.plain, **work.boxed}
    said = list(
        delegation.delegation_findings(
            list(work.searched.items()),
            work.delegating,
            marks,
            lambda attempt: points[attempt.file, attempt.exercise],
        )
    )
    copied = safely(
        work.lesson,
        delegation.CHECK,
        lambda: copies.check_copies(work.expected, work.settings.models),
    )
    return Report(
        delegation.CHECK,
        f"{len(work.searched)} exercises against {work.settings.models}",
        (*(finding for must, finding in said if must), *copied),
        tuple(finding for must, finding in said if not must),
    )
