"""An empty array is no answer to a question, and an array like any other to an empty one."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.examiner.hollow import BUILTINS, Hollow, hollowed, plain
from tests.autograder.toy import mark

Value = Any
WANT = np.array([1.0, 4.0, 9.0])
SETUP = "import numpy as np"
RIGHT = f"{SETUP}\ndef f(x): return np.asarray(x, float) ** 2"
EMPTY = f"{SETUP}\ndef f(x): return np.zeros((0, 3))"
GIVEN = f"{SETUP}\nx, want = np.array([1, 2, 3]), np.array([1, 4, 9])\n"
PASSED_BY_NOTHING = (
    "assert np.all(abs(f(x) - want) < 1e-9)",
    "assert np.all(np.abs(f(x) - want) / want < 1e-9)",
    "assert (f(x) == want).all()",
    "assert np.linalg.norm(f(x) - want) < 1e-9",
    "assert np.linalg.norm(f(x) - want, axis=-1).max(initial=0) < 1e-9",
    "assert np.all(np.diff(f(x)) > 0)",
    "assert np.sum((f(x) - want) ** 2) < 1e-9",
    "assert not np.any(f(x) != want)",
    "assert not (abs(f(x) - want) > 1e-9).any()",
    "assert np.count_nonzero(f(x) - want) == 0",
    "assert all(f(x) > 0)",
    "assert sum(np.ravel(f(x)) ** 2) - 98 < 1e-9",
    "assert np.isfinite(f(x)).all() and np.all(np.isclose(f(x), want))",
)


@pytest.mark.usefixtures("box")
def test_a_test_that_takes_elements_together_is_passed_by_the_right_answer_alone() -> None:
    tests = {f"t{place}": GIVEN + code for place, code in enumerate(PASSED_BY_NOTHING)}
    assert set(mark(RIGHT, tests, reference=RIGHT).marks.values()) == {5.0}
    earned = mark(EMPTY, tests, reference=RIGHT).marks
    assert not {tests[name] for name, points in earned.items() if points}


@pytest.mark.usefixtures("box")
def test_nothing_may_be_the_answer_to_nothing_and_may_be_looked_at_as_an_array() -> None:
    tests = {
        "asked for nothing": "r = f([])\nassert (r == []).all() and np.all(r > 0) and r.sum() == 0",
        "a range of none": "assert np.all(g(0) > 0) and all(g(0))",
        "of none": "r = g(-1)\nassert len(r) == r.size == np.size(r) == 0 and r.shape == (0,)",
        "equal": "np.testing.assert_allclose(g(-1), [])\nassert np.array_equal(g(-1), [])",
        "alike": "assert np.allclose(g(-1), []) and (g(-1) == np.zeros(0)).all()",
        "shown": "assert repr(g(-1)) == repr(np.zeros(0)) and g(-1).tolist() == list(g(-1)) == []",
        "joined": "assert np.all(np.concatenate([g(-1), [1.0]]) == 1)",
        "an index": "assert np.all(np.arange(3.0)[g(-1).astype(int)] > 0)",
    }
    answer = f"{RIGHT}\ndef g(n): return np.ones(max(n, 0))"
    tests = {name: f"{SETUP}\n{code}" for name, code in tests.items()}
    assert set(mark(answer, tests, reference=answer).marks.items()) == {
        (name, 5.0) for name in tests
    }


@pytest.mark.parametrize(
    "take",
    [
        *(np.all, np.any, np.sum, np.max, np.prod, np.nansum, np.linalg.norm),
        *(np.count_nonzero, lambda a: a.all(), lambda a: a.any(), lambda a: a.sum(axis=0)),
        *(lambda a: a.T.dot(a), lambda a: a.T @ a, lambda a: np.einsum("ij->", a)),
        *(lambda a: (a < WANT).all(), *BUILTINS.values()),
    ],
)
def test_whatever_takes_elements_together_says_that_there_are_none(
    take: Callable[[Value], Value],
) -> None:
    with pytest.raises(ValueError, match=r"empty array|no identity"):
        take(hollowed(np.zeros((0, 3))))


def test_what_is_not_empty_is_left_alone() -> None:
    assert hollowed(WANT) is WANT
    assert type(plain(hollowed(np.zeros(0)))) is np.ndarray
    assert type(np.append(hollowed(np.zeros(0)), 1.0)) is not Hollow
    assert [BUILTINS[name]([1, 0]) for name in ("all", "any", "sum")] == [False, True, 1]
    assert BUILTINS["sum"]([[1], [2]], start=[]) == [1, 2]
    assert {name: each.__name__ for name, each in BUILTINS.items()} == {n: n for n in BUILTINS}
