"""What became of each submission, in a table of our own in the gradebook.

nbgrader's tables hold marks, and cannot say why one is missing. This table is keyed by names,
so it survives whatever nbgrader does to its own keys.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, String, Table, Text, delete, insert, select

if TYPE_CHECKING:
    from nbgrader.api import Gradebook


class State(StrEnum):
    """How a submission, or one of its cells, ended."""

    GRADED = "graded"
    REPAIRED = "repaired"
    TIMED_OUT = "timed out"
    CRASHED = "crashed"
    UNREADABLE = "unreadable"
    FAILED = "failed"
    UNFINISHED = "unfinished"

    @property
    def has_marks(self) -> bool:
        """Whether a submission in this state was marked."""
        return self is State.GRADED


@dataclass(frozen=True)
class Entry:
    """The state of a submission, or of one of its notebooks or cells where these are named.

    Parameters
    ----------
    student, assignment : str
        Whose, and of what.
    notebook, cell : str
        Names within the submission, empty for what concerns all of it.
    state : State
        How it ended.
    detail : str
        What happened, as a sentence.
    fingerprint : str
        For a submission: digest of the files that were graded.
    """

    student: str
    assignment: str
    state: State
    notebook: str = ""
    cell: str = ""
    detail: str = ""
    fingerprint: str = ""


_NAME = 128
_table = Table(
    "autograder_state",
    MetaData(),
    Column("student", String(_NAME), primary_key=True),
    Column("assignment", String(_NAME), primary_key=True),
    Column("notebook", String(_NAME), primary_key=True),
    Column("cell", String(_NAME), primary_key=True),
    Column("state", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
)


def write_submission(gradebook: "Gradebook", entries: Iterable[Entry]) -> None:
    """Replace what is known of one submission, in one transaction.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
        Open gradebook.
    entries : iterable of Entry
        All of the same student and assignment.
    """
    rows = {(entry.notebook, entry.cell): entry for entry in entries}
    student, assignment = {(entry.student, entry.assignment) for entry in rows.values()}.pop()
    with gradebook.engine.begin() as connection:
        _table.create(connection, checkfirst=True)
        connection.execute(
            delete(_table).where(_table.c.student == student, _table.c.assignment == assignment)
        )
        connection.execute(
            insert(_table),
            [{**vars(entry), "state": entry.state.value} for entry in rows.values()],
        )


def read_assignment(gradebook: "Gradebook", assignment: str) -> tuple[Entry, ...]:
    """Return all that is known of an assignment's submissions, sorted by their keys."""
    with gradebook.engine.begin() as connection:
        _table.create(connection, checkfirst=True)
        rows = connection.execute(
            select(_table)
            .where(_table.c.assignment == assignment)
            .order_by(_table.c.student, _table.c.notebook, _table.c.cell)
        ).mappings()
        return tuple(Entry(**{**row, "state": State(row["state"])}) for row in rows)


def withdraw_marks(gradebook: "Gradebook", assignment: str, student: str) -> float:
    """Take back the automatic marks of a submission that could not be graded, and ask for review.

    What a person entered, marks and comments, stays.

    Returns
    -------
    float
        The automatic marks that the submission had.
    """
    gradebook.update_or_create_student(student)
    submission = gradebook.update_or_create_submission(assignment, student)
    before = 0.0
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            before += grade.auto_score or 0.0
            grade.auto_score = None
            grade.needs_manual_grade = True
    gradebook.db.commit()
    return before
