"""An audit on the screen and as data."""

from collections.abc import Iterable
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from autograder.audit.findings import Finding
from autograder.audit.reports import Audited
from autograder.audit.work import Options
from autograder.course_folder import CourseFolder
from course import __version__


def show(audited: Audited, out: Console) -> None:
    """Print a table of the checks of a lesson, and under it one line a finding."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title_justify="left")
    table.title = f"\n[bold]{audited.lesson}[/]"
    table.add_column("check", no_wrap=True)
    table.add_column("looked at")
    table.add_column("findings", justify="right", no_wrap=True)
    table.add_column("notes", justify="right", no_wrap=True)
    for report in audited.reports:
        count = len(report.findings)
        sign = "[green]✓[/]" if report.done else "not looked at"
        table.add_row(
            report.check,
            report.looked_at,
            f"[red]{count}[/]" if count else sign,
            str(len(report.notes) or ""),
        )
    out.print(table)
    _lines(audited.findings, "✗", out)
    _lines(audited.notes, "·", out)


def as_data(lessons: Iterable[Audited], course: CourseFolder, options: Options) -> dict[str, Any]:
    """Return audits as JSON data.

    Parameters
    ----------
    lessons : iterable of Audited
        What came of each lesson.
    course : CourseFolder
        The course.
    options : Options
        What was to be done.

    Returns
    -------
    dict
        ``version`` of this package; ``options`` and the course's ``settings``, as they were given;
        and under ``lessons`` for each its ``checks``, ``findings``, ``notes``, ``cell_seconds``,
        and, if they were tried, the ``answers`` and ``mutants`` of
        :func:`~autograder.audit.record.record_of`.
    """
    return {
        "version": __version__,
        "options": vars(options),
        "settings": dict(course.config.Autograder.get("audit", {})),
        "lessons": {
            audited.lesson: {
                "checks": {
                    report.check: {
                        "looked_at": report.looked_at,
                        "done": report.done,
                        "findings": len(report.findings),
                        **({"figures": report.figures} if report.figures else {}),
                    }
                    for report in audited.reports
                },
                "findings": [vars(finding) for finding in audited.findings],
                "notes": [vars(note) for note in audited.notes],
                "cell_seconds": audited.seconds,
                **audited.tried,
            }
            for audited in lessons
        },
    }


def _lines(findings: Iterable[Finding], sign: str, out: Console) -> None:
    for finding in findings:
        line = f"{sign} {finding.check}: {finding}"
        out.print(line, soft_wrap=True, markup=False, highlight=False)
