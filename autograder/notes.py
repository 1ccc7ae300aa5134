"""The last preprocessor of autograding: tells the people who grade how cells ended."""

from collections.abc import Mapping, Sequence
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_solution, is_task

from autograder.notebooks import grade_id
from autograder.protocol import Value
from autograder.states import CellState

# Where a cell of a graded notebook keeps how it ended.
STATE_KEY = "autograder"


class NoteStates(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """Copy how cells ended into comments, and ask for a person where one must look.

    nbgrader keeps a comment with each cell that a student answers in. So what befell any other
    cell is said with the answer before it.
    """

    def preprocess(self, nb: Value, resources: Value) -> tuple[Any, Any]:
        """Write to the gradebook what the notebook's cells say of themselves."""
        notes, unclear = notes_of(nb.cells), _unclear(nb.cells)
        if notes or unclear:
            ids = resources["nbgrader"]
            with Gradebook(ids["db_url"]) as gradebook:
                found = gradebook.find_submission_notebook(
                    ids["notebook"], ids["assignment"], ids["student"]
                )
                _write(found, notes, unclear)
                gradebook.db.commit()
        return nb, resources


def notes_of(cells: Sequence[Value]) -> dict[str, str]:
    """Return what is to be said with each answer of a graded notebook, by its name."""
    answers = [place for place, cell in enumerate(cells) if is_solution(cell) or is_task(cell)]
    said: dict[str, list[str]] = {}
    for place, cell in enumerate(cells):
        ended = _state(cell)
        if ended is None or not answers:
            continue
        answer = max((it for it in answers if it <= place), default=answers[0])
        where = "This cell" if place == answer else grade_id(cell) or cell.get("id", "A cell")
        said.setdefault(grade_id(cells[answer]) or "", []).append(f"{where}: {ended['detail']}")
    return {answer: f"{'; '.join(parts)}." for answer, parts in said.items()}


def _unclear(cells: Sequence[Value]) -> set[str]:
    return {
        grade_id(cell) or ""
        for cell in cells
        if (ended := _state(cell)) and CellState(ended["state"]).needs_a_person
    }


def _state(cell: Value) -> Mapping[str, str] | None:
    ended: Mapping[str, str] | None = cell.metadata.get(STATE_KEY)
    return ended


def _write(found: Value, notes: Mapping[str, str], unclear: set[str]) -> None:
    for comment in found.comments:
        if comment.name in notes:
            before = f"{comment.auto_comment} " if comment.auto_comment else ""
            comment.auto_comment = f"{before}{notes[comment.name]}"
    for grade in found.grades:
        if grade.name in unclear:
            grade.needs_manual_grade = True
