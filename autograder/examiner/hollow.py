"""Arrays without an element, where a test asked for some.

All elements of an empty array are right, and their differences from what is right add up to
nothing. So a test that takes them together, as most do, would take such an answer for right. An
answer to a question that was itself empty may well be empty, and counts as ever.
"""

import builtins
import functools
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from autograder.examiner.handles import Handle
from autograder.protocol import Value

# Of an array as such; or they compare two, and two empty ones are alike.
_ABOUT = frozenset(
    {
        *("size", "ndim", "iscomplexobj", "isrealobj", "can_cast"),
        *("shares_memory", "may_share_memory"),
        *("isclose", "allclose", "array_equal", "array_equiv"),
    }
)
# They add up what there is, in arrays that need not be empty.
_ADDING = frozenset({"norm", "dot", "inner", "tensordot", "einsum"})
_NUMBERS = (np.generic, bool, int, float, complex)
_CONTAINERS = (list, tuple, set, frozenset, range, str, bytes, bytearray)


class Hollow(np.ndarray[Any, Any]):
    """An empty array that does what arrays do, but come to a number."""

    def __array_ufunc__(
        self, ufunc: np.ufunc, method: str, *inputs: Value, **kwargs: Value
    ) -> Value:
        """Compute element by element, and refuse to take elements together."""
        result = getattr(ufunc, method)(*map(plain, inputs), **kwargs)
        if method != "__call__" or np.size(result):
            _refuse(ufunc.__name__)
        return result if any(map(_is_empty_too, inputs)) else hollowed(result)

    def __array_function__(
        self, func: Callable[..., Any], types: Value, args: Value, kwargs: Value
    ) -> Value:
        """Have numpy's functions refuse likewise, where they come to a number."""
        if func.__name__ in _ABOUT:
            return func(*map(plain, args), **{name: plain(each) for name, each in kwargs.items()})
        result = super().__array_function__(func, types, args, kwargs)
        is_full = func.__name__ in _ADDING and np.size(result)
        if is_full or isinstance(result, _NUMBERS):
            _refuse(func.__name__)
        return hollowed(result)

    def __repr__(self) -> str:
        return repr(plain(self))

    def dot(self, other: Value, out: Value = None) -> Value:
        """Refuse; numpy would not ask."""
        return np.dot(self, other, out)


def hollowed(value: Value) -> Value:
    """Return an empty array as a hollow one, and anything else as it is."""
    is_empty = isinstance(value, np.ndarray) and value.size == 0
    return value.view(Hollow) if is_empty else value


def plain(value: Value) -> Value:
    """Return a hollow array as the empty one it is, and anything else as it is."""
    return value.view(np.ndarray) if isinstance(value, Hollow) else value


def is_nothing(given: Value) -> bool:
    """Tell whether a test asks about nothing, so that nothing may be the answer.

    Examples
    --------
    >>> is_nothing([]), is_nothing(0), is_nothing([[], []]), is_nothing(np.zeros((0, 3)))
    (True, True, True, True)
    >>> is_nothing([0]), is_nothing(0.0), is_nothing([[], [1]]), is_nothing(None)
    (False, False, False, False)
    """
    if isinstance(given, Handle):
        return False
    if type(given) is int:
        return given == 0
    if isinstance(given, dict):
        return all(map(_holds_nothing, given.values()))
    return _holds_nothing(given)


def _holds_nothing(given: Value) -> bool:
    if isinstance(given, _CONTAINERS):
        return not given or (isinstance(given, list | tuple) and all(map(_holds_nothing, given)))
    return hasattr(type(given), "size") and given.size == 0


def _is_empty_too(operand: Value) -> bool:
    """Tell whether what the array meets is empty as well: then they are of a kind."""
    return not isinstance(operand, Hollow) and np.size(operand) == 0


def _refuse(what: str) -> None:
    raise ValueError(f"the answer is an empty array: {what} says nothing of it")


def _strict(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def strict(items: Iterable[Value], *args: Value, **kwargs: Value) -> Value:
        if isinstance(items, Hollow):
            _refuse(function.__name__)
        return function(items, *args, **kwargs)

    return strict


# What Python itself has for taking elements together; tests see these in its place.
BUILTINS = {each.__name__: _strict(each) for each in (builtins.all, builtins.any, builtins.sum)}
