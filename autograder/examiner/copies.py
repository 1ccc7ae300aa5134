"""Fresh copies of one value, as quickly as can be: a test may change what it gets."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.protocol import Value

# What nobody can change.
_FIXED = frozenset({bool, int, float, complex, str, bytes, range, slice, type(None), type(...)})


def copier(value: Value) -> Callable[[], Any] | None:
    """Return what gives a copy of a value at each call; None if only its owner can.

    Parameters
    ----------
    value : object
        What :func:`autograder.crossing.decode` made; it must not be changed any more.

    Examples
    --------
    >>> copy = copier([1, [2, 3]])
    >>> copy()[1].append(4)
    >>> copy()
    [1, [2, 3]]
    """
    kind = type(value)
    if kind in _FIXED or issubclass(kind, np.generic):
        return lambda: value
    if issubclass(kind, np.ndarray) and not value.dtype.hasobject:
        return value.copy  # type: ignore[no-any-return]  # an array's method
    if kind in {list, tuple}:
        return _copier_of_items(value)
    if kind in {set, frozenset, dict} and _are_fixed(value.values() if kind is dict else value):
        return value.copy  # type: ignore[no-any-return]  # a container's method
    return None


def _copier_of_items(items: list[Any] | tuple[Any, ...]) -> Callable[[], Any] | None:
    if _are_fixed(items):
        return items.copy if isinstance(items, list) else lambda: items
    copiers = [copier(each) for each in items]
    known = [each for each in copiers if each is not None]
    if len(known) < len(items):
        return None
    build = type(items)
    return lambda: build([copy() for copy in known])


def _are_fixed(items: Value) -> bool:
    return set(map(type, items)) <= _FIXED
