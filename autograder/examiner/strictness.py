"""Comparisons of numpy's that would take an answer for right which has nothing to compare.

No element of an empty array differs from a number, and a masked one differs from nothing. So
numpy calls them equal to whatever is expected; a test that asks numpy is not to.
"""

import functools
import sys
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.examiner.hollow import plain
from autograder.protocol import Value

_ASSERTING = (
    "assert_allclose",
    "assert_almost_equal",
    "assert_approx_equal",
    "assert_array_almost_equal",
    "assert_array_almost_equal_nulp",
    "assert_array_equal",
    "assert_array_less",
    "assert_array_max_ulp",
    "assert_equal",
)
_TELLING = ("allclose", "array_equiv", "isclose")
_VALUES = (np.ndarray, np.generic, list, tuple, int, float, complex)


def install(tests: Mapping[str, Value]) -> None:
    """Have numpy's comparisons look first, in this process and its forks.

    Parameters
    ----------
    tests : mapping
        The globals of tests. What numpy's libraries ask numpy is answered as ever.
    """
    for name in _ASSERTING:
        setattr(np.testing, name, _asserting(getattr(np.testing, name)))
    for name in _TELLING:
        setattr(np, name, _telling(getattr(np, name), tests))


def why_incomparable(one: Value, other: Value) -> str:
    """Say why two values cannot be told equal element by element, or return an empty string.

    Examples
    --------
    >>> why_incomparable([], 25)
    'one of them is empty'
    >>> why_incomparable(np.ma.masked_all(3), [1, 2, 3])
    'one of them is masked where the other is not'
    >>> why_incomparable([], np.zeros(0)), why_incomparable("", 1), why_incomparable([1], [2, 3])
    ('', '', '')
    """
    if not all(map(_is_value, (one, other))):
        return ""
    try:
        if (np.size(one) == 0) != (np.size(other) == 0):
            return "one of them is empty"
        if any(isinstance(each, np.ma.MaskedArray) for each in (one, other)):
            first, second = (np.ma.getmaskarray(np.ma.asanyarray(each)) for each in (one, other))
            if (first != second).any():
                return "one of them is masked where the other is not"
    except ValueError:  # numpy will say that their shapes differ
        return ""
    return ""


def _is_value(thing: Value) -> bool:
    """Tell whether numpy compares it element by element: a series of pandas's too."""
    return isinstance(thing, _VALUES) or hasattr(type(thing), "__array__")


def _asserting(compare: Callable[..., None]) -> Callable[..., None]:
    @functools.wraps(compare)
    def strict(*args: Value, **kwargs: Value) -> None:
        if why := why_incomparable(*_compared(args, kwargs)):
            raise AssertionError(f"these cannot be compared: {why}")
        compare(*map(plain, args), **{name: plain(each) for name, each in kwargs.items()})

    return strict


def _telling(compare: Callable[..., Any], tests: Mapping[str, Value]) -> Callable[..., Any]:
    @functools.wraps(compare)
    def strict(*args: Value, **kwargs: Value) -> Value:
        is_asked_by_a_test = sys._getframe(1).f_globals is tests  # noqa: SLF001 - who calls
        if is_asked_by_a_test and why_incomparable(*_compared(args, kwargs)):
            return np.False_
        return compare(*args, **kwargs)

    return strict


def _compared(args: tuple[Value, ...], kwargs: Mapping[str, Value]) -> tuple[Value, Value]:
    """Return the two values that are compared, however they were passed."""
    both = (*args, *kwargs.values())[:2]
    return both if len(both) == 2 else (None, None)
