"""A measured number stands in a card: no explorer types it again, shown or in a call of its own."""

import ast
import inspect
import sys
from typing import Any

import pytest

from course.explorers import every
from course.explorers.declaration import Explorer
from course.reference import Status

EXPLORERS = every()
ARITHMETIC = {0, 0.5, 1, 2}
# The same figures with another meaning: spacing in time and a current, beside rates of the gates.
COINCIDENCE = {("spike", 0.1), ("spike", 10)}


def numbers_in(tree: ast.AST) -> set[float]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
    }


def calls_of_the_model(explorer: Explorer[Any]) -> list[ast.Call]:
    module = ast.parse(inspect.getsource(sys.modules[explorer.sentence.__module__]))
    return [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == explorer.model.__name__
    ]


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_number_of_its_cards_is_typed_again(name: str) -> None:
    explorer = EXPLORERS[name]
    shown = ast.parse(explorer.code.replace("$", "set_"))
    typed = numbers_in(shown).union(*map(numbers_in, calls_of_the_model(explorer)))
    known = {v.value for v in explorer.numbers if v.status is not Status.TEACHING_CHOICE}
    again = (typed & known) - ARITHMETIC
    assert {number for number in again if (name, number) not in COINCIDENCE} == set()
