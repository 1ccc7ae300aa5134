"""What nobody has confirmed is handed to the student's function; it is never graded as a fact.

In a test cell, a number in ``expected`` of ``close(actual, expected)`` or ``near(...)`` may be an
unconfirmed number of a card, or a target's figure that rests on one, only where ``actual`` hands
such a number in: as an argument, or as a default in the signature that the student is given.
"""

from __future__ import annotations

import ast
from collections import defaultdict
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
MEANINGFUL_DIGITS = 3  # fewer agree by chance
UNITS = (1, 1e3, 1e-3, 100, 0.01)  # a lesson may show µM as nM, a fraction in per cent


@dataclass(frozen=True)
class Doubtful:
    """A figure that a test must not state by itself, and the numbers one of which it must give."""

    lesson: int
    figure: float
    inputs: frozenset[float]
    what: str


@cache
def doubtful() -> tuple[Doubtful, ...]:
    """Return every unconfirmed number, and every figure of a target that moves with one."""
    found, rests_on = [], defaultdict(set)
    for name in card_names():
        for value in card(name).values():
            if value.status is not Status.UNCONFIRMED:
                continue
            concerned = list(noticed_by(name, value))
            for target in concerned:
                rests_on[target.id].add(value.value)
            what, inputs = f"{value.name} of {name}", frozenset({value.value})
            lessons = {target.lesson for target in concerned}
            found += [Doubtful(lesson, value.value, inputs, what) for lesson in sorted(lessons)]
    for key, numbers in rests_on.items():
        target, inputs = targets()[key], frozenset(numbers)
        found += [
            Doubtful(target.lesson, figure, inputs, f"a figure of {key}")
            for figure in target.computed
        ]
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


def given(actual: ast.AST, behind: dict[str, list[ast.AST]]) -> set[float]:
    """Return the numbers that an expression hands over, written there or behind its names."""
    numbers, seen, waiting = set(), set(), [actual]
    while waiting:
        code = waiting.pop()
        numbers |= {abs(float(node.value)) for node in literals(code)}
        used = {node.id for node in ast.walk(code) if isinstance(node, ast.Name)} - seen
        seen |= used
        waiting += [source for name in used for source in behind.get(name, [])]
    return numbers


def definitions(tree: ast.AST) -> dict[str, list[ast.AST]]:
    """Return what stands behind a name: what was assigned to it, its loop or its function."""
    behind: dict[str, list[ast.AST]] = defaultdict(list)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            behind[node.name].append(node)
        elif isinstance(node, ast.Assign | ast.For | ast.comprehension):
            assigned = isinstance(node, ast.Assign)
            places = node.targets if assigned else [node.target]
            for name in (
                n.id for place in places for n in ast.walk(place) if isinstance(n, ast.Name)
            ):
                behind[name].append(node.value if assigned else node.iter)
    return behind


def signatures(solution: str) -> dict[str, list[ast.AST]]:
    """Return the signature of each of the student's functions, which may hold defaults."""
    tree = ast.parse(solution)
    return {node.name: [node.args] for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def calls(tree: ast.AST, names: Iterable[str]) -> Iterator[ast.Call]:
    """Yield the calls of functions by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def stated_as_facts(lesson: int, test: str, solution: str) -> list[str]:
    """Return the doubtful figures that a test cell states and whose inputs it does not give."""
    tree, student, found = ast.parse(test), signatures(solution), []
    behind = definitions(tree) | student
    for check in calls(tree, CHECKS):
        actual, expected = check.args[:2]
        handed = given(actual, behind)
        arguments = {n for call in calls(expected, student) for n in literals(call)}
        for literal in set(literals(expected)) - arguments:
            written = ast.get_source_segment(test, literal) or ""
            if digits(written) < MEANINGFUL_DIGITS or abs(float(written)) in handed:
                continue
            found += [
                f"{written} in line {literal.lineno} is {each.what}"
                for each in doubtful()
                if each.lesson == lesson and same(written, each.figure) and not each.inputs & handed
            ]
    return sorted(found)


def exercises(path: Path) -> Iterator[tuple[int, str, str, str]]:
    """Yield lesson and name of every exercise of a notebook, its test and its solution cell."""
    lesson = int(path.parent.name[0])
    cells = {cell["id"]: cell["source"] for cell in nbformat.read(path, as_version=4).cells}
    for key, source in cells.items():
        if key.endswith("-test"):
            yield lesson, key.removesuffix("-test"), source, cells[key.removesuffix("-test")]


EXERCISES = [exercise for path in NOTEBOOKS for exercise in exercises(path)]


@pytest.mark.parametrize(
    ("lesson", "name", "test", "solution"), EXERCISES, ids=[exercise[1] for exercise in EXERCISES]
)
def test_no_unconfirmed_number_is_graded_as_a_fact(
    lesson: int, name: str, test: str, solution: str
) -> None:
    assert stated_as_facts(lesson, test, solution) == [], name


SOLUTION = "def clear(t, c0, vmax=4.0): ..."


@pytest.mark.parametrize(
    ("lesson", "test", "found"),
    [
        (1, "close(tonic(4.0, 0.06, 4.0, 0.2), 0.0127660)", []),
        (1, "pulse = 0.06\nclose(tonic(4.0, pulse, 4.1, 0.2), 0.0127660)", []),
        (1, "for pulse in 0.06, 0.07:\n    close(tonic(4.1, pulse), 0.0127660)", []),
        (1, "close(clear(0.1, 0.24), 0.0127660)", []),  # the signature gives it
        (1, "def run():\n    return tonic(4.1, 0.06)\nclose(run(), 0.0127660)", []),
        (1, "close(tonic(), clear(0.0127660))", []),  # an argument of the student's function
        (1, "close(tonic(4.1), 0.0127660)", ["0.0127660 in line 1 is a figure of T1.13"]),
        (1, "near(tonic_nM(), [1, 12.766])", ["12.766 in line 1 is a figure of T1.13"]),
        (5, "close(spread(), 0.777)", ["0.777 in line 1 is a_plus of spike_timing_plasticity"]),
        (5, "close(spread(0.777), 0.777)", []),
        (1, "close(block(-60.0), 0.0796264)", []),  # confirmed
    ],
)
def test_the_examination_itself(lesson: int, test: str, found: list[str]) -> None:
    assert stated_as_facts(lesson, test, SOLUTION) == found
