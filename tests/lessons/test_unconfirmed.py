"""What nobody has confirmed is handed to the student's function; it is never graded as a fact.

In a test cell, a number in ``expected`` of ``close(actual, expected)`` or ``near(...)`` may be an
unconfirmed number of a card, or a target's figure that rests on one, only where ``actual`` hands
such a number in: as an argument, or as a default in the signature that the student is given.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest

from course.reference import Status, card, card_names, targets
from tests.changed_cards import noticed_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Judging all targets takes a while, so let one process do it.
pytestmark = pytest.mark.xdist_group("changed cards")

NOTEBOOKS = sorted(Path("source").glob("*/*.ipynb"))
CHECKS = {"close", "near"}
UNITS = (1, 1e3, 1e-3, 100, 0.01)  # a lesson may show µM as nM, a fraction in per cent


@dataclass(frozen=True)
class Doubtful:
    """A figure that a test must not state by itself, and the numbers one of which it must give."""

    figure: float
    inputs: frozenset[float]
    what: str


@cache
def doubtful() -> tuple[Doubtful, ...]:
    """Return every unconfirmed number, and every figure of a target that moves with one."""
    found, rests_on = [], {}
    for name in card_names():
        for value in card(name).values():
            if value.status is Status.UNCONFIRMED:
                found.append(
                    Doubtful(value.value, frozenset({value.value}), f"{value.name} of {name}")
                )
                for target in noticed_by(name, value):
                    rests_on.setdefault(target.id, set()).add(value.value)
    for key, inputs in rests_on.items():
        for figure in targets()[key].computed:
            found.append(Doubtful(figure, frozenset(inputs), f"a figure of {key}"))
    return tuple(found)


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the numbers that are written in a piece of code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
            yield node


def digits(text: str) -> int:
    """Count the significant digits of a number as it is written."""
    return len(text.lower().partition("e")[0].replace(".", "").lstrip("-0").rstrip("0") or "0")


def same(written: str, figure: float) -> bool:
    """Tell whether a written number is a figure, in any of its units, to the digits written."""
    count = digits(written)
    return any(
        f"{abs(figure) * unit:.{count}g}" == f"{abs(float(written)):.{count}g}" for unit in UNITS
    )


def given(actual: ast.AST, names: dict[str, set[float]]) -> set[float]:
    """Return the numbers that an expression hands over, written there or behind its names."""
    numbers = {abs(float(node.value)) for node in literals(actual)}
    for node in ast.walk(actual):
        if isinstance(node, ast.Name):
            numbers |= names.get(node.id, set())
    return numbers


def named_numbers(trees: Iterable[ast.AST]) -> dict[str, set[float]]:
    """Return which numbers stand behind a name: those of its assignment, loop or signature."""
    names: dict[str, set[float]] = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Assign):
            places, source = node.targets, node.value
        elif isinstance(node, ast.For | ast.comprehension):
            places, source = [node.target], node.iter
        elif isinstance(node, ast.FunctionDef):
            places, source = [ast.Name(node.name)], node.args
        else:
            continue
        for name in (
            inner.id for place in places for inner in ast.walk(place) if isinstance(inner, ast.Name)
        ):
            names.setdefault(name, set()).update(abs(float(n.value)) for n in literals(source))
    return names


def stated_as_facts(test: str, solution: str) -> list[str]:
    """Return the doubtful figures that a test cell states and whose inputs it does not give."""
    tree = ast.parse(test)
    names, found = named_numbers([tree, ast.parse(solution)]), []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id not in CHECKS or len(node.args) < 2:
            continue
        handed = given(node.args[0], names)
        for literal in literals(node.args[1]):
            written = ast.get_source_segment(test, literal) or ""
            found += [
                f"{written} in line {node.lineno} is {each.what}"
                for each in doubtful()
                if digits(written) > 2 and same(written, each.figure) and not each.inputs & handed
            ]
    return found


def exercises(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the id of every exercise of a notebook, its test cell and its solution cell."""
    cells = {cell["id"]: cell["source"] for cell in nbformat.read(path, as_version=4).cells}
    for key, source in cells.items():
        if key.endswith("-test"):
            yield key.removesuffix("-test"), source, cells[key.removesuffix("-test")]


EXERCISES = [exercise for path in NOTEBOOKS for exercise in exercises(path)]


@pytest.mark.parametrize(("name", "test", "solution"), EXERCISES, ids=[e[0] for e in EXERCISES])
def test_no_unconfirmed_number_is_graded_as_a_fact(name: str, test: str, solution: str) -> None:
    assert stated_as_facts(test, solution) == [], name


SOLUTION = "def clear(t, c0, vmax=4.0): ..."


@pytest.mark.parametrize(
    ("test", "found"),
    [
        ("close(tonic(4.0, 0.06, 4.0, 0.2), 0.0127660)", []),
        ("pulse = 0.06\nclose(tonic(4.0, pulse, 4.1, 0.2), 0.0127660)", []),
        ("for pulse in 0.06, 0.07:\n    close(tonic(4.1, pulse), 0.0127660)", []),
        ("close(clear(0.1, 0.24), 0.0127660)", []),  # the signature gives it
        ("close(tonic(4.1), 0.0127660)", ["0.0127660 in line 1 is a figure of T1.13"]),
        ("near(tonic_nM(), [1, 12.766])", ["12.766 in line 1 is a figure of T1.13"]),
        ("close(spread(), 0.777)", ["0.777 in line 1 is a_plus of spike_timing_plasticity"]),
        ("close(spread(0.777), 0.777)", []),
        ("close(block(-60.0), 0.0796264)", []),  # confirmed
    ],
)
def test_the_examination_itself(test: str, found: list[str]) -> None:
    assert stated_as_facts(test, SOLUTION) == found
