"""Each accident does to a notebook what its name says."""

from collections.abc import Callable

import pytest

from autograder.demo import damage
from autograder.notebooks import grade_id
from tests.autograder.toy_course import at, source_notebook


def ids(change: damage.Damage) -> list[str]:
    notebook = source_notebook()
    change(notebook)
    return [cell.id for cell in notebook.cells]


BEFORE = ids(damage.nothing)


def test_a_copied_test_is_there_twice() -> None:
    notebook = source_notebook()
    damage.copy_test("double")(notebook)
    names = [grade_id(cell) for cell in notebook.cells]
    assert names.count("double-test") == 2
    assert names.index("double-test") < names.index("double")
    assert len({cell.id for cell in notebook.cells}) == len(names)


def test_a_deleted_test_is_gone() -> None:
    assert ids(damage.delete_test("double")) == [name for name in BEFORE if name != "double-test"]


def test_a_moved_test_comes_first() -> None:
    after = ids(damage.move_test("plain"))
    assert after[0] == "plain-test"
    assert sorted(after) == sorted(BEFORE)


def test_an_answer_moves_to_a_cell_of_its_own() -> None:
    notebook = source_notebook()
    answer = notebook.cells[at(notebook.cells, "double")].source
    damage.helper_cell("double")(notebook)
    place = at(notebook.cells, "double-helper")
    assert notebook.cells[place].source == answer
    assert notebook.cells[place].metadata == {}
    assert notebook.cells[place + 1].id == "double"
    assert notebook.cells[place + 1].source.startswith("#")


@pytest.mark.parametrize("broken", [damage.syntax_error, damage.edit_test])
def test_a_spoilt_cell_is_no_longer_what_it_was(broken: Callable[[str], damage.Damage]) -> None:
    before, after = source_notebook(), source_notebook()
    broken("double")(after)
    changed = [one.id for one, other in zip(before.cells, after.cells, strict=True) if one != other]
    assert len(changed) == 1
    assert changed[0].startswith("double")


def test_broken_code_does_not_compile() -> None:
    notebook = source_notebook()
    damage.syntax_error("double")(notebook)
    with pytest.raises(SyntaxError):
        compile(notebook.cells[at(notebook.cells, "double")].source, "cell", "exec")
