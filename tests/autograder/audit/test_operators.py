"""Every operator changes what it is for, and leaves the rest of the text alone."""

import ast

import pytest

from autograder.audit.operators import changes


def texts(source: str, operator: str) -> list[str]:
    return [each.text for each in changes(ast.parse(source)) if each.operator == operator]


@pytest.mark.parametrize(
    ("source", "operator", "expected"),
    [
        ("x = 5", "constant", ["6", "4", "-5"]),
        ("x = 2.0", "constant", ["2.02", "-2.0"]),
        ("x = 0.0", "constant", ["1.0"]),
        ("x = True", "constant", []),
        ("a + b", "arithmetic", ["a - b"]),
        ("a ** b", "arithmetic", ["a * b"]),
        ("a - b", "operands", ["b - a"]),
        ("a + b", "operands", []),
        ("a < b", "boundary", ["a <= b"]),
        ("0 <= a < b", "boundary", ["0 < a < b", "0 <= a <= b"]),
        ("a == b", "comparison", ["a != b"]),
        ("a in b", "comparison", ["a not in b"]),
        ("a and b", "boolean", ["a or b"]),
        ("(a < 0) & c", "arithmetic", ["(a < 0) | c"]),
        ("-a", "sign", ["a"]),
        ("not a", "sign", ["a"]),
        ("a if b else c", "condition", ["a", "c"]),
        ("if a: pass", "condition", ["not (a)"]),
        ("np.exp(x)", "function", ["np.expm1(x)"]),
        ("abs(x)", "function", ["x"]),
        ("sum(x)", "function", ["mean(x)"]),
        ("f(a, b, c)", "arguments", ["f(b, a, c)", "f(a, c, b)"]),
        ("max(a, b)", "arguments", []),
        ("raise ValueError('x')", "validation", ["pass"]),
        ("x += 1", "statement", ["pass"]),
        ("f(x)", "statement", ["pass"]),
    ],
)
def test_what_an_operator_makes(source: str, operator: str, expected: list[str]) -> None:
    assert texts(source, operator) == expected


def test_results_are_lost_or_change_places() -> None:
    source = "def f():\n    return a, b"
    assert texts(source, "result") == ["return None", "return (b, a)"]


def test_an_index_or_an_axis_is_a_constant_too() -> None:
    assert texts("x[0]", "constant") == ["1", "-1"]
    assert texts("np.sum(x, axis=1)", "constant") == ["2", "0"]


def test_what_stands_in_an_f_string_is_left_alone() -> None:
    assert list(changes(ast.parse("f'{a + 1:.3f}'"))) == []


def test_every_change_is_python() -> None:
    source = """
def f(x, y=2):
    if x < 0 or not y:
        raise ValueError(f"{x + 1}")
    return np.where(x > 1, -x ** 2, np.log(y) / x), sum(v for v in [1, 2.5])
"""
    found = list(changes(ast.parse(source)))
    assert len(found) > 25
    for each in found:
        ast.parse(each.text.replace("return", "").strip() or "pass")
