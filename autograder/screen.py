"""What a command shows in the terminal: progress while it works, a table when it is done."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

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

# Results go to standard output; what is said on the way does not get into a pipe.
out = Console(highlight=False)
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


def results_table(results: ClassResults, students: Iterable[StudentResult]) -> Table:
    """Return a table of marks, one row a student."""
    table = Table(title=f"{results.lesson}: {results.points:g} points")
    table.add_column("student")
    for exercise in results.exercises:
        table.add_column(f"{exercise.name}\n/{exercise.points:g}", justify="right")
    table.add_column(f"total\n/{results.points:g}", justify="right")
    table.add_column("state")
    for student in students:
        cells = [shown_mark(student, exercise) for exercise in results.exercises]
        table.add_row(student.student, *cells, f"{student.total:g}", shown_state(student))
    return table


def shown_mark(student: StudentResult, exercise: Exercise) -> str:
    """Return a mark; a question mark stands where a person has to look."""
    mark = student.marks.get(exercise)
    if mark is None:
        return "–"
    return f"{mark.score:g}{' ?' if mark.needs_review else ''}"


def shown_state(student: StudentResult) -> str:
    """Return what became of a submission, in words."""
    if student.state is None:
        return "not graded" if student.marks else "nothing handed in"
    late = f", {_duration(student.late_s)} late" if student.late_s else ""
    detail = f": {student.detail}" if student.detail else ""
    return f"{student.state}{late}{detail}"


def _duration(seconds: float) -> str:
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} s"
