"""What became of each submission, in a table of our own in the gradebook.

nbgrader's tables hold marks, and cannot say why one is missing. This table is keyed by names,
so it survives whatever nbgrader does to its own keys.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Column, Float, MetaData, String, Table, Text, delete, insert, select

from autograder.surrogates import without_surrogates

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from sqlalchemy import Connection


class State(StrEnum):
    """How a submission, or one of its cells, ended."""

    GRADED = "graded"
    REPAIRED = "repaired"
    TIMED_OUT = "timed out"
    CRASHED = "crashed"
    UNREADABLE = "unreadable"
    FAILED = "failed"
    UNFINISHED = "unfinished"
    OUT_OF_MEMORY = "out of memory"
    FLOODED = "output flood"
    NOT_RUN = "not run"
    NEEDS_REVIEW = "needs review"
    IN_STUDENT_KERNEL = "marked in the student's process"

    @property
    def has_marks(self) -> bool:
        """Whether a submission in this state was marked."""
        return self is State.GRADED

    @property
    def is_final(self) -> bool:
        """Whether grading it again would come to the same: it is no fault of machine or course."""
        return self not in {State.UNFINISHED, State.FAILED}


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
        For a submission: digest of the files that were graded, and of what they were graded by.
    """

    student: str
    assignment: str
    state: State
    notebook: str = ""
    cell: str = ""
    detail: str = ""
    fingerprint: str = ""


_metadata = MetaData()
_KEYS = ("student", "assignment", "notebook", "cell")
_KEY_CHARACTERS = 128


def _keys() -> list[Column[str]]:
    return [Column(name, String(_KEY_CHARACTERS), primary_key=True) for name in _KEYS]


_table = Table(
    "autograder_state",
    _metadata,
    *_keys(),
    Column("state", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
)
# Marks that do not count any more, so that no failure loses one.
_withdrawn = Table(
    "autograder_withdrawn",
    _metadata,
    *_keys(),
    Column("score", Float, nullable=False),
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
    rows = {(entry.notebook, entry.cell): entry for entry in map(_storable, entries)}
    ((student, assignment),) = {(entry.student, entry.assignment) for entry in rows.values()}
    with gradebook.engine.begin() as connection:
        _metadata.create_all(connection)
        _replace(connection, student, assignment, rows.values())


def _storable(entry: Entry) -> Entry:
    """Return an entry that every database takes: a student may have named a cell anything."""
    return replace(
        entry,
        notebook=_text(entry.notebook)[:_KEY_CHARACTERS],
        cell=_text(entry.cell)[:_KEY_CHARACTERS],
        detail=_text(entry.detail),
    )


def _text(text: str) -> str:
    return str(without_surrogates(text)).replace("\0", "\ufffd")


def begin_submissions(gradebook: "Gradebook", assignment: str, students: Iterable[str]) -> None:
    """Record that submissions are being graded: of all of them, or of none if it cannot be."""
    with gradebook.engine.begin() as connection:
        _metadata.create_all(connection)
        for student in students:
            _replace(
                connection, student, assignment, [Entry(student, assignment, State.UNFINISHED)]
            )


def _replace(
    connection: "Connection", student: str, assignment: str, entries: Iterable[Entry]
) -> None:
    connection.execute(
        delete(_table).where(_table.c.student == student, _table.c.assignment == assignment)
    )
    connection.execute(
        insert(_table), [{**vars(entry), "state": entry.state.value} for entry in entries]
    )


def read_assignment(gradebook: "Gradebook", assignment: str) -> tuple[Entry, ...]:
    """Return all that is known of an assignment's submissions, sorted by their keys."""
    with gradebook.engine.begin() as connection:
        _metadata.create_all(connection)
        rows = connection.execute(
            select(_table)
            .where(_table.c.assignment == assignment)
            .order_by(_table.c.student, _table.c.notebook, _table.c.cell)
        ).mappings()
        return tuple(Entry(**{**row, "state": State(row["state"])}) for row in rows)


def withdraw_marks(gradebook: "Gradebook", assignment: str, student: str) -> float:
    """Take back the automatic marks of a submission that could not be graded, and ask for review.

    What a person entered, marks and comments, stays; the automatic marks are kept beside it, see
    `withdrawn_marks`.

    Returns
    -------
    float
        The automatic marks that the submission had.
    """
    gradebook.update_or_create_student(student)
    submission = gradebook.update_or_create_submission(assignment, student)
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    scores = {
        (grade.notebook.name, grade.name): float(grade.auto_score)
        for grade in grades
        if grade.auto_score is not None
    }
    _keep(gradebook, assignment, student, scores)
    for grade in grades:
        grade.auto_score = None
        grade.needs_manual_grade = True
    gradebook.db.commit()
    return sum(scores.values())


def withdrawn_marks(
    gradebook: "Gradebook", assignment: str, student: str
) -> dict[tuple[str, str], float]:
    """Return the automatic marks that were last taken back, by notebook and cell."""
    columns = _withdrawn.c
    with gradebook.engine.begin() as connection:
        _metadata.create_all(connection)
        rows = connection.execute(
            select(columns.notebook, columns.cell, columns.score).where(
                columns.student == student, columns.assignment == assignment
            )
        )
        return {(notebook, cell): score for notebook, cell, score in rows}


def _keep(
    gradebook: "Gradebook", assignment: str, student: str, scores: Mapping[tuple[str, str], float]
) -> None:
    """Write withdrawn marks through the gradebook's own session, so that it takes both or none."""
    _metadata.create_all(gradebook.engine)
    columns = _withdrawn.c
    for (notebook, cell), score in scores.items():
        key = {"student": student, "assignment": assignment, "notebook": notebook, "cell": cell}
        gradebook.db.execute(
            delete(_withdrawn).where(*[columns[name] == value for name, value in key.items()])
        )
        gradebook.db.execute(insert(_withdrawn).values(**key, score=score))
