"""What a command shows in the terminal: progress while it works, a table when it is done."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rich import box
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from autograder.results import ClassResults, Exercise, StudentResult

Item = TypeVar("Item")
_SEEN_AT_ONCE = 20

# Results go to standard output; what is said on the way does not get into a pipe.
# A table needs some width; a pipe has none of its own.
out = Console(highlight=False, width=None if sys.stdout.isatty() else 110)
said = Console(stderr=True, highlight=False)


class RateColumn(ProgressColumn):
    """How many a minute."""

    def render(self, task: Task) -> Text:
        """Return the rate, or a dash while there is none."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed * 60:.0f}/min" if speed else "–/min")


def track(items: Iterable[Item], *, total: int, what: str) -> Iterator[Item]:
    """Show count, rate and time left while items come."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=said) as progress:
        task = progress.add_task(what, total=total)
        for item in items:
            progress.advance(task)
            yield item


def show_results(
    results: ClassResults,
    students: Iterable[StudentResult],
    stories: Mapping[str, str] | None = None,
) -> None:
    """Print a table of marks, one row a student, and under it what there is to say of each.

    Parameters
    ----------
    results : ClassResults
        The class.
    students : iterable of StudentResult
        Those of it who are shown.
    stories : mapping, optional
        What each did, for a class of which that is known.
    """
    from autograder.pages import plain

    students = list(students)
    out.print(f"\n[bold]{results.lesson}[/], {results.points:g} points")
    out.print(_table(results, students, stories))
    columns = [
        f"{each.name if each.heading else f'{at} {each.name}'} /{each.points:g}"
        for at, each in enumerate(results.exercises, 1)
    ]
    if columns:
        out.print(
            f"Exercises: {', '.join(columns)}. A question mark: a person has to look.", markup=False
        )
    if len(students) > _SEEN_AT_ONCE:
        out.print(_count(students), markup=False)
    for student in students:
        if student.detail:
            # A detail may name a student's file, and a terminal obeys some names.
            told = plain(f"  {student.student}: {student.detail}")
            out.print(told, soft_wrap=True, markup=False)


def _count(students: Sequence[StudentResult]) -> str:
    """Say how many ended how: a large table is not counted by eye."""
    ended = Counter(str(student.state or "not graded") for student in students)
    states = ", ".join(f"{number} {state}" for state, number in ended.most_common())
    waiting = sum(any(mark.needs_review for mark in it.marks.values()) for it in students)
    looked = f"; a person has to look at {waiting}" if waiting else ""
    return f"{len(students)} students: {states}{looked}."


def _table(
    results: ClassResults, students: Iterable[StudentResult], stories: Mapping[str, str] | None
) -> Table:
    from autograder.pages import plain

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("student")
    if stories is not None:
        table.add_column("what they did", no_wrap=True)
    for at, each in enumerate(results.exercises, 1):
        label = each.heading.label if each.heading else str(at)
        table.add_column(label, justify="right", no_wrap=True)
    table.add_column("total", justify="right", no_wrap=True)
    table.add_column("state", no_wrap=True)
    for student in students:
        table.add_row(
            Text(plain(student.student)),
            *([stories[student.student]] if stories is not None else []),
            *[shown_mark(student, exercise) for exercise in results.exercises],
            f"{student.total:g}",
            shown_state(student),
        )
    return table


def shown_mark(student: StudentResult, exercise: Exercise) -> str:
    """Return a mark; a question mark stands where a person has to look."""
    mark = student.marks.get(exercise)
    if mark is None:
        return "–"
    return f"{mark.score:g}{'?' if mark.needs_review else ''}"


def shown_state(student: StudentResult) -> str:
    """Return in a few words what became of a submission."""
    if student.state is None:
        if not student.marks:
            return "nothing handed in"
        return "not graded" if student.needs_review else "graded by nbgrader alone"
    to_look_at = sum(mark.needs_review for mark in student.marks.values())
    open_yet = f", {to_look_at} to look at" if to_look_at else ""
    late = f", {_duration(student.late_s)} late" if student.late_s else ""
    return f"{student.state}{open_yet}{late}"


def _duration(seconds: float) -> str:
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} s"
