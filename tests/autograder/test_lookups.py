"""What is looked up for a whole notebook is what nbgrader finds cell by cell."""

from collections.abc import Iterator

import pytest
from nbgrader.api import Gradebook, MissingEntry

from autograder import lookups

NOTEBOOKS = ("one", "two")
CELLS = {"code_cell", "both", "task"}


@pytest.fixture(scope="module")
def gradebook() -> Iterator[Gradebook]:
    with Gradebook("sqlite://") as opened:
        for assignment in ("first", "second"):
            opened.add_assignment(assignment)
            for notebook in NOTEBOOKS:
                opened.add_notebook(notebook, assignment)
                for name in CELLS:
                    opened.add_source_cell(name, notebook, assignment, cell_type="code")
                place = (notebook, assignment)
                opened.add_grade_cell("code_cell", *place, max_score=2, cell_type="code")
                # An answer that a person marks is both, under one name.
                opened.add_grade_cell("both", *place, max_score=3, cell_type="markdown")
                opened.add_solution_cell("both", *place)
                opened.add_task_cell("task", *place, max_score=4, cell_type="markdown")
            for student in ("ada", "bea"):
                opened.update_or_create_student(student)
                opened.add_submission(assignment, student)
        yield opened


@pytest.mark.parametrize("notebook", NOTEBOOKS)
@pytest.mark.parametrize("name", sorted(CELLS))
@pytest.mark.parametrize("method", lookups.__all__)
def test_it_is_the_same(gradebook: Gradebook, method: str, name: str, notebook: str) -> None:
    of_student = method in {"find_grade", "find_comment"}
    place = (notebook, "second", *(["bea"] if of_student else []))
    stock, ours = getattr(Gradebook, method), getattr(lookups, method)
    try:
        wanted = stock(gradebook, name, *place)
    except MissingEntry:
        with pytest.raises(MissingEntry):
            ours(gradebook, name, *place)
    else:
        assert ours(gradebook, name, *place) is wanted


def test_what_is_not_there_is_missed_as_ever(gradebook: Gradebook) -> None:
    with pytest.raises(MissingEntry, match="No such source cell: first/one/nothing"):
        lookups.find_source_cell(gradebook, "nothing", "one", "first")
    with pytest.raises(MissingEntry, match="nobody"):
        lookups.find_grade(gradebook, "code_cell", "one", "first", "nobody")
