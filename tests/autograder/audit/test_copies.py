"""A model's text is known again under other names, and nothing else is taken for it."""

import ast
import inspect
from collections.abc import Callable

import pytest

from autograder.audit.answers import Expected
from autograder.audit.attempts import Attempt
from autograder.audit.copies import check_copies, shape_of
from course.models import adherence, circuits


def answer(source: str, points: float = 10.0) -> Expected:
    return Expected(Attempt("x.ipynb", "cover", "mine", source), points, "", "cover.py")


def copied(model: Callable[..., object], **names: str) -> str:
    """Return a model's text under other names, without its docstring."""
    tree = ast.parse(inspect.getsource(model))
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    function.body = function.body[1:]
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = names.get(node.id, node.id)
        elif isinstance(node, ast.arg):
            node.arg, node.annotation = names.get(node.arg, node.arg), None
    function.name = "mine"
    return ast.unparse(tree)


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (adherence.cover, {"p": "chance", "window_d": "days"}),
        (circuits.critical_inhibition, {"wee": "excitation", "wii": "inhibition"}),
    ],
)
def test_a_copy_is_known_under_other_names(
    model: Callable[..., object], names: dict[str, str]
) -> None:
    (finding,) = check_copies([answer(copied(model, **names))], "course.models")
    assert finding.cell == "cover"
    full = f"{model.__module__}.{model.__qualname__}"
    assert f"in mine, mine is {full} under other names" in finding.problem


@pytest.mark.parametrize(
    "source",
    [
        "def cover(p, window): return 1 - (1 - p) ** window",
        copied(adherence.cover).replace("1", "2"),
        "def (",
    ],
)
def test_an_answer_of_ones_own_is_none(source: str) -> None:
    assert list(check_copies([answer(source)], "course.models")) == []


def test_a_copy_that_earns_nothing_is_none() -> None:
    found = check_copies([answer(copied(adherence.cover), points=0.0)], "course.models")
    assert list(found) == []


def test_numbers_and_foreign_names_tell_functions_apart() -> None:
    shapes = {
        shape_of(function)
        for text in ("return g(x) + 1", "return g(x) + 2", "return h(x) + 1", "return 1 + g(x)")
        for function in ast.parse(f"def f(x): {text}").body
        if isinstance(function, ast.FunctionDef)
    }
    assert len(shapes) == 4
