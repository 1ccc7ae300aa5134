"""How cells ended is said where people who grade will read it."""

from autograder.lesson_job import code_cells
from autograder.notebooks import node
from autograder.notes import notes_of
from autograder.states import CellState
from tests.autograder.toy_course import code


def notebook(**states: CellState) -> list:
    """Return three cells, of which one is an answer, that ended as told."""
    cells = [
        code("before", "1"),
        code("answer", "2", solution=True),
        code("test", "3", grade=True, locked=True, points=1),
    ]
    for cell in cells:
        if cell.id in states:
            state = states[cell.id]
            cell.metadata["autograder"] = {"state": state.value, "detail": state.said}
    return code_cells(node({"cells": cells}))


def test_nothing_is_said_of_what_went_well() -> None:
    assert notes_of(notebook()) == {}


def test_what_befell_an_answer_is_said_with_it() -> None:
    said = notes_of(notebook(answer=CellState.TIMED_OUT))
    assert said == {"answer": "This cell: it ran too long and was interrupted."}


def test_what_befell_other_cells_is_said_with_the_answer_before_or_the_first() -> None:
    said = notes_of(notebook(before=CellState.FLOODED, test=CellState.NEEDS_REVIEW))
    assert said == {
        "answer": "before: it showed more than a cell may show, and the rest was left out; "
        "test: it could not be marked."
    }


def test_only_what_is_unclear_is_for_a_person() -> None:
    assert not CellState.CRASHED.needs_a_person
    assert CellState.NEEDS_REVIEW.needs_a_person
    assert CellState.IN_STUDENT_KERNEL.needs_a_person
