"""Reports: what came of a lesson's audit, family by family."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from autograder import box_of
from autograder.audit import answers, copies, delegation, mutation, released, runs
from autograder.audit.findings import Finding, Report, counted
from autograder.audit.looks import left_out, safely
from autograder.audit.record import record_of
from autograder.audit.work import Work
from autograder.box.sandbox import why_unusable


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
    tried : dict
        The answers and mutants that were tried, as :func:`~autograder.audit.record.record_of` has
        them; empty if none could be.
    """

    lesson: str
    reports: tuple[Report, ...]
    seconds: dict[str, float]
    tried: dict[str, Any] = field(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        """What has to be mended."""
        return [finding for report in self.reports for finding in report.findings]

    @property
    def notes(self) -> list[Finding]:
        """What is worth knowing."""
        return [note for report in self.reports for note in report.notes]


def audited(work: Work, box: bool) -> Audited:
    """Put together what came of a lesson."""
    own = {run.file: ran for run, ran in work.ran.items() if run.released is None}
    reports = [*work.looked]
    reports += [_runs(work)] if work.lesson.notebooks else [left_out(work.lesson, runs.CHECK)]
    if work.is_tried:
        reports += [_answers(work, box), *_mutants(work)]
        reports += [_models(work)] if work.settings.models else []
    else:
        left = [] if work.is_whole else [released.CHECK]
        left += [answers.CHECK, mutation.CHECK]
        left += [delegation.CHECK] if work.settings.models else []
        reports += [left_out(work.lesson, check) for check in left]
    seconds = {each.cell: each.seconds for ran in own.values() for each in ran.cells}
    tried = record_of(work) if work.is_tried else {}
    return Audited(work.lesson.name, tuple(reports), seconds, tried)


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
    looked_at = (
        f"{counted(cells, 'code cell')} in {total_s:.1f} s of processor, packages warm{tail}"
    )
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
    looked_at = f"{', '.join([*_given(work), counted(count, 'answer')])}; {engines}"
    return Report(answers.CHECK, looked_at, tuple(findings), tuple(notes), {"answers": count})


def _given(work: Work) -> Iterator[str]:
    """Yield what is tried besides the bank, and of how many exercises if not of all."""
    yield "reference"
    if work.remade.answers:
        yield "release"
    exercises = [(book.file, exercise.name) for book, exercise in work.lesson.exercises]
    tried = {(it.file, it.exercise) for it in work.attempts}
    if len(tried) < len(exercises):
        yield f"{len(tried)} of {counted(len(exercises), 'exercise')}"


def _mutants(work: Work) -> Iterator[Report]:
    if not work.tried and not work.wrong_list:
        return
    score, findings, notes = judged(work)
    yield Report(
        mutation.CHECK,
        f"{score.caught} of {score.all} noticed ({score.share:.1%})",
        (*work.wrong_list, *findings),
        tuple(notes),
        {"caught": score.caught, "all": score.all, "score": score.share},
    )


def judged(work: Work) -> tuple[mutation.Score, list[Finding], list[Finding]]:
    """Return the score of the mutants, what has to be mended, and what survived."""
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
        f"{counted(len(work.searched), 'exercise')} against {work.settings.models}",
        (*(finding for must, finding in said if must), *copied),
        tuple(finding for must, finding in said if not must),
    )
