"""Missing values of pandas's, where a test gave none.

A comparison with one is neither true nor false, and pandas leaves it out: a series of which all
is missing equals whatever is expected. A test that itself gives missing values gets them back as
ever.
"""

import functools
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.protocol import Value


class Missing:
    """Whether, in the test that runs, missing values came that nobody gave.

    Attributes
    ----------
    is_unasked : bool
        If so, nothing is said of all of a column that has missing values.
    """

    def __init__(self) -> None:
        self.is_unasked = False
        self._is_watching = False

    def look_at(self, value: Value, given: tuple[Value, ...]) -> None:
        """Look at a series, an index or a frame that came in answer to what was given."""
        if _has_missing(value) and not any(map(_has_missing, given)):
            self.is_unasked = True
            self._watch()

    def _watch(self) -> None:
        """Have pandas ask, in this process and its forks."""
        from pandas.arrays import BooleanArray

        if not self._is_watching:
            self._is_watching = True
            BooleanArray.all = self._strict(BooleanArray.all)
            BooleanArray.any = self._strict(BooleanArray.any)

    def _strict(self, take: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(take)
        def strict(column: Value, *args: Value, **kwargs: Value) -> Value:
            if not self.is_unasked or not column.isna().any():
                return take(column, *args, **kwargs)
            # A test may deny what it is told, and then pass: of `any` that is to be expected.
            if take.__name__ == "any":
                raise ValueError("some of the answer is missing: any says nothing")
            return np.False_

        return strict


MISSING = Missing()


def _has_missing(value: Value) -> bool:
    """Tell whether a value holds missing ones, as far as tests pass them."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return any(map(_has_missing, value))
    if isinstance(value, np.ndarray | float):
        return bool(np.asarray(value).dtype.kind == "f" and np.isnan(value).any())
    kind = type(value)
    if kind.__module__.partition(".")[0] != "pandas":
        return value is None
    known = getattr(kind, "isna", None)  # else it is one value
    return kind.__name__ in {"NAType", "NaTType"} if known is None else bool(np.any(known(value)))
