"""A lesson on its way through the audit: what is to be run for it, and what came of that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from autograder.audit import (
    answers,
    attempts,
    delegation,
    equivalence,
    mutation,
    released,
    runs,
    stand_ins,
)
from autograder.audit.attempts import Attempt, Marked
from autograder.audit.findings import Finding, Report
from autograder.audit.lesson import Lesson
from autograder.audit.marking import Mark
from autograder.audit.settings import Settings
from autograder.workers import Lost

_MUTANT_S = 20.0


@dataclass(frozen=True)
class Options:
    """What an audit does.

    Parameters
    ----------
    mutants : int or None
        How many mutants of each lesson are tried, spread over its exercises; all if None.
    seed : int
        Chooses them, and the legal calls they are compared by.
    workers : int
        How many processes work at a time.
    answers : int or None
        How many answers of each lesson's bank are tried, spread over their kinds, besides those
        that call what boxes lack; all if None.
    """

    mutants: int | None = None
    seed: int = 1
    workers: int = 1
    answers: int | None = None


@dataclass(frozen=True, eq=False)
class Task:
    """A function of module level, and what it is applied to in a process of its own."""

    function: Callable[[Any], Any]
    job: Any


@dataclass
class Work:
    """A lesson on its way through the audit.

    It is whole if nbgrader could read it; else what is found would be said of the wrong cell. It is
    stuck if its source cannot be run to its end; then all else would wait for the same cell again.
    """

    lesson: Lesson
    settings: Settings
    remade: released.Remade
    is_whole: bool = True
    is_stuck: bool = False
    looked: list[Report] = field(default_factory=list)
    expected: list[answers.Expected] = field(default_factory=list)
    tried: list[mutation.Tried] = field(default_factory=list)
    is_sample: bool = False
    wrong_list: list[Finding] = field(default_factory=list)
    plain: dict[Attempt, Mark] = field(default_factory=dict)
    boxed: dict[Attempt, Mark] = field(default_factory=dict)
    ran: dict[runs.Run, runs.RunThrough] = field(default_factory=dict)
    lost: list[Finding] = field(default_factory=list)
    searched: dict[stand_ins.Search, stand_ins.Found] = field(default_factory=dict)
    delegating: dict[stand_ins.Search, list[Attempt]] = field(default_factory=dict)
    compared: list[tuple[equivalence.Comparison, equivalence.Compared]] = field(
        default_factory=list
    )

    @property
    def is_tried(self) -> bool:
        """Whether there is anything to say of its answers."""
        is_nothing_asked = not any(self.lesson.exercises)
        return self.is_whole and not self.is_stuck and (is_nothing_asked or bool(self.expected))

    @property
    def attempts(self) -> list[Attempt]:
        """What is tried as an answer."""
        return [each.attempt for each in self.expected]


def sources(work: Work, _box: bool, _: Options) -> Iterator[Task]:
    """Yield the runs of the source."""
    for run in runs.runs_of(work.lesson, {}):
        yield Task(runs.run_through, run)


def first(work: Work, box: bool, _: Options) -> Iterator[Task]:
    """Yield the runs of the release, the answers and the mutants."""
    if work.is_stuck:
        return
    lesson, limit_s = work.lesson, work.settings.cell_s
    for run in runs.runs_of(lesson, work.remade.texts):
        if run.released is not None:
            yield Task(runs.run_through, run)
    plain = [each.attempt for each in work.expected if not each.is_delegating]
    for batch in attempts.plain_batches(lesson, plain, limit_s):
        yield Task(attempts.mark_plainly, batch)
    if box:
        for batch in attempts.boxed_batches(lesson, work.attempts, limit_s):
            yield Task(attempts.mark_boxed, batch)
    yield from mutants(work)
    if work.settings.models and work.is_whole:
        for job in stand_ins.searches(lesson, work.settings.models):
            yield Task(stand_ins.search, job)


def mutants(work: Work) -> Iterator[Task]:
    """Yield the mutants."""
    tried = [it.attempt for it in work.tried]
    limit_s = min(work.settings.cell_s, _MUTANT_S)
    for batch in attempts.plain_batches(work.lesson, tried, limit_s):
        yield Task(attempts.mark_plainly, batch)


def second(work: Work, box: bool, options: Options) -> Iterator[Task]:
    """Yield what the first round left in doubt: surprising answers, surviving mutants."""
    limit_s = work.settings.cell_s
    if box:
        for attempt in answers.unexpected(work.expected, work.boxed):
            batch = attempts.Batch(work.lesson.course.root, work.lesson.name, (attempt,), limit_s)
            yield Task(attempts.mark_boxed, batch)
    yield from doubtful_mutants(work, options)


def doubtful_mutants(work: Work, options: Options) -> Iterator[Task]:
    """Yield comparisons of the mutants that survived with their references."""
    surviving = mutation.survivors(work.tried, work.plain)
    for job in mutation.comparisons(work.lesson, surviving, options.seed, work.settings.compare_s):
        yield Task(equivalence.compare, job)


def third(work: Work, box: bool, _: Options) -> Iterator[Task]:
    """Yield the answers that have models do an exercise: where models lack something, if they can.

    A copy needs nothing of what is lacking there, and is quicker tried elsewhere.
    """
    for job, found in work.searched.items():
        work.delegating[job] = list(delegation.stand_in_attempts(job, found))
    tried = [attempt for some in work.delegating.values() for attempt in some]
    in_box = [each for each in tried if box and each.name == delegation.CALLS]
    elsewhere = [each for each in tried if each not in in_box]
    for batch in attempts.boxed_batches(work.lesson, in_box, work.settings.cell_s):
        yield Task(attempts.mark_boxed, batch)
    for batch in attempts.plain_batches(work.lesson, elsewhere, work.settings.cell_s):
        yield Task(attempts.mark_plainly, batch)


def take(work: Work, task: Task, result: Any) -> None:  # noqa: ANN401 - of the task's function
    """Keep what came of a task."""
    if isinstance(result, Lost):
        _take_lost(work, task, result)
    elif isinstance(result, Marked):
        marks = work.boxed if task.function is attempts.mark_boxed else work.plain
        marks.update(result.marks)
    elif isinstance(result, runs.RunThrough):
        work.ran[task.job] = result
        work.is_stuck |= result.is_endless and task.job.released is None
    elif isinstance(result, stand_ins.Found):
        work.searched[task.job] = result
    else:
        work.compared.append((task.job, result))


def _take_lost(work: Work, task: Task, lost: Lost) -> None:
    """Note what a task that gave nothing was for."""
    job = task.job
    if isinstance(job, attempts.Batch):
        marks = work.boxed if task.function is attempts.mark_boxed else work.plain
        marks.update({attempt: Mark(0.0, trouble=lost.why) for attempt in job.attempts})
    elif isinstance(job, runs.Run):
        work.is_stuck |= job.released is None
        what = "it" if job.released is None else "the release"
        problem = f"{what} cannot be run: {lost.why}: mend it"
        work.lost.append(Finding(runs.CHECK, job.file, "", problem))
    elif isinstance(job, stand_ins.Search):
        work.searched[job] = stand_ins.Found(trouble=lost.why)
    else:
        work.compared.append((job, equivalence.Compared(trouble=lost.why)))
