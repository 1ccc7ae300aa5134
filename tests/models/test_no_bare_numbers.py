"""A number about the brain or a drug stands in a card; a model's code holds only arithmetic."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import course.models
import tests.models.calls

FILES = sorted(Path(course.models.__file__).parent.glob("*.py"))

# Numbers that belong to arithmetic: identity, sign, halves, squares, powers of an equation.
ARITHMETIC = {-1, 0, 0.5, 1, 2}

# Anything else has its place and reason beside the calls of its lesson.
REASONS = {
    place: reason
    for module in pkgutil.iter_modules(tests.models.calls.__path__)
    for place, reason in getattr(
        importlib.import_module(f"tests.models.calls.{module.name}"), "NUMBERS", {}
    ).items()
}


def numbers_in(path: Path) -> set[float]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float | complex)
        and not isinstance(node.value, bool)
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_number_is_arithmetic_or_has_a_reason(path: Path) -> None:
    bare = {n for n in numbers_in(path) - ARITHMETIC if (path.name, n) not in REASONS}
    assert not bare, (
        f"put {sorted(bare)} of {path.name} into a card, or say why they are arithmetic"
    )


@pytest.mark.parametrize(("name", "value"), REASONS)
def test_every_reason_still_has_its_number(name: str, value: float) -> None:
    (path,) = (path for path in FILES if path.name == name)
    assert value in numbers_in(path)
