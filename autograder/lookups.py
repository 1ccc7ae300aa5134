"""Look up what nbgrader asks of the gradebook cell by cell, for a whole notebook at once.

Each function stands in for the method of `nbgrader.api.Gradebook` that has its name. What a
notebook lacks is left to that method, which then says so as it always does.
"""

from collections.abc import Callable
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    SourceCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)

from autograder.protocol import Value

__all__ = ["find_comment", "find_grade", "find_graded_cell", "find_source_cell"]

Find = Callable[..., Any]
_find_source_cell: Find = Gradebook.find_source_cell
_find_graded_cell: Find = Gradebook.find_graded_cell
_find_grade: Find = Gradebook.find_grade
_find_comment: Find = Gradebook.find_comment


def find_source_cell(self: Value, name: str, notebook: str, assignment: str) -> Value:
    """Find a cell as it was released."""
    cells = _once(self, _source_cells, notebook, assignment)
    return cells.get(name) or _find_source_cell(self, name, notebook, assignment)


def find_graded_cell(self: Value, name: str, notebook: str, assignment: str) -> Value:
    """Find a cell that earns marks."""
    cells = _once(self, _graded_cells, notebook, assignment)
    return cells.get(name) or _find_graded_cell(self, name, notebook, assignment)


def find_grade(self: Value, name: str, notebook: str, assignment: str, student: str) -> Value:
    """Find the marks that a student has for a cell."""
    grades = _once(self, _grades, notebook, assignment, student)
    return grades.get(name) or _find_grade(self, name, notebook, assignment, student)


def find_comment(self: Value, name: str, notebook: str, assignment: str, student: str) -> Value:
    """Find what was said of a student's answer."""
    comments = _once(self, _comments, notebook, assignment, student)
    return comments.get(name) or _find_comment(self, name, notebook, assignment, student)


def _once(gradebook: Value, load: Find, *names: str) -> dict[str, Any]:
    """Load what an opened gradebook holds of a notebook when it is first asked for."""
    known: dict[tuple[Any, ...], dict[str, Any]] = gradebook.__dict__.setdefault("looked_up", {})
    if (load, *names) not in known:
        known[load, *names] = load(gradebook.db, *names)
    return known[load, *names]


def _source_cells(db: Value, notebook: str, assignment: str) -> dict[str, Any]:
    return {cell.name: cell for cell in _of_notebook(db.query(SourceCell), notebook, assignment)}


def _graded_cells(db: Value, notebook: str, assignment: str) -> dict[str, Any]:
    # Of two that have the same name, nbgrader takes the one that is no task.
    return {
        cell.name: cell
        for kind in (TaskCell, GradeCell)
        for cell in _of_notebook(db.query(kind), notebook, assignment)
    }


def _of_notebook(query: Value, notebook: str, assignment: str) -> Value:
    return (
        query.join(Notebook)
        .join(Assignment)
        .filter(Notebook.name == notebook, Assignment.name == assignment)
    )


def _grades(db: Value, notebook: str, assignment: str, student: str) -> dict[str, Any]:
    return _of_submission(db, Grade, GradeCell, (notebook, assignment, student))


def _comments(db: Value, notebook: str, assignment: str, student: str) -> dict[str, Any]:
    return _of_submission(db, Comment, SolutionCell, (notebook, assignment, student))


def _of_submission(
    db: Value, kind: Value, of: Value, names: tuple[str, str, str]
) -> dict[str, Any]:
    notebook, assignment, student = names
    rows = (
        db.query(BaseCell.name, BaseCell.type, kind)
        .join(kind, kind.cell_id == BaseCell.id)
        .join(SubmittedNotebook, SubmittedNotebook.id == kind.notebook_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .filter(
            Notebook.name == notebook,
            Assignment.name == assignment,
            SubmittedAssignment.student_id == student,
            BaseCell.type.in_([of.__name__, TaskCell.__name__]),
        )
    )
    tasks_first = sorted(rows, key=lambda row: bool(row.type == of.__name__))
    return {name: found for name, _, found in tasks_first}
