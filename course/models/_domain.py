"""What a model accepts: every argument is checked here, in the same words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable

FloatArray: TypeAlias = NDArray[np.float64]
FloatOrArray: TypeAlias = float | FloatArray


@dataclass(frozen=True, slots=True)
class Interval:
    """The finite numbers from ``low`` to ``high``, without the ends that are open.

    ``whole`` allows integers only, whatever their type: 5.0 is one, 2.5 is not.
    """

    low: float = -math.inf
    high: float = math.inf
    open_low: bool = False
    open_high: bool = False
    whole: bool = False

    def __contains__(self, value: float) -> bool:
        """Tell whether one number lies inside; NaN never does."""
        above = value > self.low if self.open_low else value >= self.low
        below = value < self.high if self.open_high else value <= self.high
        return above and below and math.isfinite(value) and (not self.whole or value == int(value))

    def holds(self, array: FloatArray) -> bool:
        """Tell whether all elements lie inside, looking at the ends alone where that will do."""
        if array.ndim == 0:
            return float(array) in self
        if array.size == 0:
            return True
        if self == REAL:
            return bool(np.isfinite(array).all())
        if float(array.min()) not in self or float(array.max()) not in self:  # NaN is either
            return False
        return not self.whole or bool((array == np.rint(array)).all())

    def words(self, unit: str) -> str:
        """Say the allowed range as an error sentence does."""
        ends = [
            f"{word} {end:g}"
            for word, end in (
                ("above" if self.open_low else "at least", self.low),
                ("below" if self.open_high else "at most", self.high),
            )
            if math.isfinite(end)
        ]
        kind = "a whole number" if self.whole else "a finite number"
        if not ends:
            return f"{kind} ({unit})" if unit else kind
        return f"{kind} {' and '.join(ends)} {unit}".rstrip()


REAL = Interval()
POSITIVE = Interval(low=0, open_low=True)
NON_NEGATIVE = Interval(low=0)
FRACTION = Interval(low=0, high=1)
FRACTION_ABOVE_0 = Interval(low=0, high=1, open_low=True)
FRACTION_BELOW_1 = Interval(low=0, high=1, open_high=True)
COUNT = Interval(low=1, whole=True)


def number(name: str, value: ArrayLike, unit: str, allowed: Interval) -> FloatArray:
    """Return one argument as a float64 array of its own, if every element is allowed.

    Parameters
    ----------
    name
        The argument's name, as the caller wrote it.
    value
        A number, or an array of any shape.
    unit
        Its unit, empty for a ratio.
    allowed
        What it may be.

    Raises
    ------
    ValueError
        Naming the argument, its unit, what is allowed and what was given.
    """
    if isinstance(value, float) and value in allowed:
        return np.array(value, dtype=np.float64)
    try:
        given = np.asarray(value)
    except ValueError:  # rows of different lengths
        raise ValueError(f"{name} must be {allowed.words(unit)}, not {value!r:.60}.") from None
    # Text that reads as a number, true and false, dates and complex numbers would pass as floats.
    if given.dtype.kind not in "iuf":
        raise ValueError(f"{name} must be {allowed.words(unit)}, not {value!r:.60}.")
    array = given.astype(np.float64)
    if not allowed.holds(array):
        wrong = next(element for element in array.flat if element not in allowed)
        raise ValueError(f"{name} must be {allowed.words(unit)}, not {wrong:.12g}.")
    return array


def scalar(name: str, value: ArrayLike, unit: str, allowed: Interval) -> float:
    """Return one argument as a float; an array of several numbers is an error too."""
    if isinstance(value, float) and value in allowed:  # most are, and arrays take their time
        return float(value)
    array = number(name, value, unit, allowed)
    if array.ndim:
        raise ValueError(f"{name} must be one number, not an array of shape {array.shape}.")
    return float(array)


def series(name: str, value: ArrayLike, unit: str, allowed: Interval) -> FloatArray:
    """Return one argument as a non-empty array of one dimension."""
    array = number(name, value, unit, allowed)
    if array.ndim != 1 or array.size == 0:
        raise ValueError(
            f"{name} must be a list of at least one number, not of shape {array.shape}."
        )
    return array


def numbers(**arguments: tuple[ArrayLike, str, Interval]) -> tuple[FloatArray, ...]:
    """Return arguments as float64 arrays that broadcast together.

    Each keyword is an argument's name; its value the triple (what was given, unit, allowed).

    >>> numbers(v_mV=([-80, 0], "mV", REAL), mg_mM=(1, "mM", NON_NEGATIVE))
    (array([-80.,   0.]), array(1.))
    """
    arrays = [number(name, *argument) for name, argument in arguments.items()]
    shapes = {array.shape for array in arrays if array.ndim}
    if len(shapes) > 1:  # to ask numpy takes longer than many a model
        try:
            np.broadcast_shapes(*shapes)
        except ValueError:
            told = ", ".join(_shapes(zip(arguments, arrays, strict=True)))
            raise ValueError(f"the shapes of the arguments do not fit together: {told}.") from None
    return tuple(arrays)


def plain(array: ArrayLike) -> FloatOrArray:
    """Return a number as a float and anything larger as a float64 array."""
    result = np.asarray(array, dtype=np.float64)
    return result if result.ndim else float(result)


def read_only(array: FloatArray) -> FloatArray:
    """Return an array that an object may hand out: nobody can write into it."""
    array.flags.writeable = False
    return array


def _shapes(named: Iterable[tuple[str, FloatArray]]) -> list[str]:
    return [f"{name} {array.shape}" for name, array in named if array.ndim]
