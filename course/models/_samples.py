"""Samples: times that increase, and one value at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.models._domain import REAL, FloatArray, Interval, series

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def increasing(name: str, values: ArrayLike, unit: str) -> FloatArray:
    """Return times that rise from each to the next.

    Raises
    ------
    ValueError
        Naming the argument, if a time is not finite or does not exceed the one before it.
    """
    times = series(name, values, unit, REAL)
    if (times[1:] <= times[:-1]).any():
        raise ValueError(f"{name} ({unit}) must be strictly increasing.")
    return times


def sampled(
    times: tuple[str, ArrayLike, str], values: tuple[str, ArrayLike, str, Interval]
) -> tuple[FloatArray, FloatArray]:
    """Return times and the value at each, as arrays of one dimension and equal length.

    Parameters
    ----------
    times
        Name of the argument, what was given, unit.
    values
        Name of the argument, what was given, unit, allowed interval.

    Raises
    ------
    ValueError
        Naming the argument that is outside its range.

    Examples
    --------
    >>> from course.models._domain import NON_NEGATIVE
    >>> sampled(("t_h", [0, 1], "h"), ("u", [1, 0], "", NON_NEGATIVE))
    (array([0., 1.]), array([1., 0.]))
    """
    t, y = increasing(*times), series(*values)
    if y.size != t.size:
        raise ValueError(
            f"{values[0]} must have one value for each of the {t.size} in {times[0]}, not {y.size}."
        )
    return t, y
