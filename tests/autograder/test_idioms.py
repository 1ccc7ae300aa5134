"""What cannot come out alike is named with its line, and ordinary tests are let through."""

import pytest

from autograder.idioms import refusals

STUDENTS = ("answer", "Shape")


@pytest.mark.parametrize(
    ("code", "line", "why"),
    [
        ("import inspect\nassert 'for' in inspect.getsource(answer)", 2, "source text"),
        ("from unittest.mock import patch\nwith patch('builtins.input'): answer()", 2, "patch"),
        ("answer()\nassert open('out.txt').read() == 'x'", 2, "folder of the test"),
        ("assert 'for' in In[-1]", 1, "history"),
        ("xs = [1]\nassert answer(xs) is not xs", 2, "copy"),
        ("ys = answer()\nassert ys is Shape", 2, "copy"),
        ("xs = [2, 1]\nanswer(xs)\nassert xs == [1, 2]", 3, "in-place"),
        ("xs = np.array([2, 1])\nanswer(xs)\nnp.testing.assert_array_equal(xs, [1, 2])", 3, "tag"),
        ("d = {}\nanswer(d)\nassert d['a'] == 1", 3, "in-place"),
        ("%matplotlib inline\nassert 'x' in Out", 2, "history"),
    ],
)
def test_a_refusal_says_where_and_why(code: str, line: int, why: str) -> None:
    (refusal,) = refusals(code, STUDENTS)
    assert refusal.line == line
    assert why in refusal.why


@pytest.mark.parametrize(
    "code",
    [
        "assert answer() is None and answer(1) is not True",
        "assert type(answer()) is str and type(answer()) is type('')",
        "xs = [1, 2]\nassert answer(xs) == 3\nassert Shape(xs).size == 2",
        "x = 3\ny = answer(x)\nassert y == x",
        "for x, want in [(1, 2)]:\n    assert answer(x) == want",
        "xs = [2, 1]\nassert answer(xs) == 1\nxs = [1, 2]\nassert xs == [1, 2]",
        "In = 3\nassert answer() == In",
        "known = object()\nassert known is not object()",
        "this is no Python",
    ],
)
def test_an_ordinary_test_is_let_through(code: str) -> None:
    assert refusals(code, STUDENTS) == ()


def test_a_tagged_cell_may_look_at_what_was_changed() -> None:
    assert refusals("xs = [2]\nanswer(xs)\nassert xs == [3]", STUDENTS, in_place=True) == ()
