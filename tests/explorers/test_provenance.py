import ast
import inspect
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from course.explorers import every, provenance
from course.explorers.declaration import Explorer
from course.reference import Card, Status, Value, card

EXPLORERS = every()


def test_a_row_tells_value_unit_range_status_source_and_note() -> None:
    numbers = EXPLORERS["coincidence"].numbers
    row = dict(zip(provenance.HEADINGS, provenance.rows(numbers)[0], strict=True))
    assert row["Number"] == "Magnesium that blocks half at 0 mV\nmg_half_block_mM"
    assert row["Value"] == "3.57 mM"
    assert row["Range"] == "0.5 to 10"
    assert row["Status"] == "second hand"
    note, source = row["Note and source"].split("\n")
    assert note == "magnesium that blocks half of the receptors at 0 mV"
    assert "Jahr" in source
    assert source.endswith("; read in at least eight public channel files")


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_table_has_a_row_for_what_each_slider_sets(name: str) -> None:
    explorer = EXPLORERS[name]
    amounts = [control for control in explorer.controls if not control.choices]
    assert [one.number for one in amounts] == [*explorer.numbers[len(explorer.constants) :]]
    for control, row in zip(
        amounts, provenance.rows(explorer.numbers)[-len(amounts) :], strict=True
    ):
        said = dict(zip(provenance.HEADINGS, row, strict=True))
        assert control.name in said["Number"] or control.card
        assert said["Status"] == (control.card.status if control.card else Status.TEACHING_CHOICE)


def cards_read(explorer: Explorer[Any]) -> Iterator[Value]:
    """Yield the numbers that an explorer's modules, or the code it shows, take from a card."""
    modules = [sys.modules[each.__module__] for each in (explorer.sentence, explorer.model)]
    texts = [(inspect.getsource(module), vars(module)) for module in modules]
    for text, names in (*texts, (explorer.code.replace("$", "set_"), {})):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                read_from = _card(node.value, names)
                if read_from is not None:
                    yield read_from[node.slice.value]


def _card(node: ast.expr, names: dict[str, Any]) -> Card | None:
    """Return the card that an expression is, by a module's name or by a call with its name."""
    if isinstance(node, ast.Name) and isinstance(names.get(node.id), Card):
        return names[node.id]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "card":
        return card(ast.literal_eval(node.args[0]))
    return None


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_number_is_taken_from_a_card_and_kept_from_the_table(name: str) -> None:
    explorer = EXPLORERS[name]
    from_cards = {one.card for one in explorer.controls if one.card}.union(explorer.constants)
    assert {one.name for one in cards_read(explorer)} <= {one.name for one in from_cards}


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_number_stands_in_the_table_twice(name: str) -> None:
    rows = provenance.rows(EXPLORERS[name].numbers)
    assert len({tuple(row) for row in rows}) == len(rows)


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_number_has_a_name_for_readers_and_one_for_code(name: str) -> None:
    for row in provenance.rows(EXPLORERS[name].numbers):
        assert len(row[0].split("\n")) == 2


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_label_has_two_pairs_of_brackets(name: str) -> None:
    explorer = EXPLORERS[name]
    axes = [axis for panel in explorer.panels for axis in (panel.x, panel.y)]
    assert all(one.heading.count("(") <= 1 for one in (*explorer.controls, *axes))
