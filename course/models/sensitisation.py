r"""Sensitisation as a switch: pain that outlives its cause (M4.8).

A pathway of level :math:`x` decays, excites itself through NMDA receptors and hears the
periphery. A drug blocks the fraction :math:`b` of the feedback:

.. math:: \frac{dx}{dt} = f(x) = -x + S \frac{x^2}{K^2 + x^2} + I, \qquad S = s (1 - b)

Time is in units of the pathway's own time constant. The model is a hypothesis; its numbers,
card ``sensitisation``, are teaching choices.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import (
    FRACTION,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    number,
    numbers,
    plain,
    scalar,
    series,
)
from course.models._ranges import Ranges, ranges_of
from course.models._samples import sampled
from course.models._switch_path import Path
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_FOLD = 1e-12  # how near two fixed points may come before they count as one


class FixedPoints(NamedTuple):
    """Levels that stay, rising (no unit).

    Attributes
    ----------
    stable
        Levels that attract.
    unstable
        The level that separates two basins, if there is one; at a fold, the level that
        attracts from above only.
    bistable
        Whether there are two basins.

    Notes
    -----
    Source: card ``sensitisation``, teaching choices.

    Examples
    --------
    >>> SensitisationSwitch.suggested().fixed_points()
    FixedPoints(stable=[0.0, 0.9], unstable=[0.09999999999999999], bistable=True)
    """

    stable: list[float]
    unstable: list[float]
    bistable: bool


@dataclass(frozen=True, slots=True)
class SensitisationSwitch:
    r"""A pathway that keeps itself going once it is driven hard enough.

    Parameters
    ----------
    s
        Strength of the feedback, above 0.
    K
        Level that engages half of it (no unit, like all levels), above 0.
    drive
        :math:`I`, input from the periphery, at least 0.

    Raises
    ------
    ValueError
        If a parameter is outside its range.

    Notes
    -----
    Source: card ``sensitisation``, teaching choices.

    Examples
    --------
    >>> switch = SensitisationSwitch.suggested()
    >>> states = switch.fixed_points()
    >>> [round(x, 3) for x in states.stable], [round(x, 3) for x in states.unstable]
    ([0.0, 0.9], [0.1])

    A block that is too short lets pain return; a longer one does not:

    >>> round(switch.resetting_time(block=0.6), 3)
    5.206
    >>> for ends in (4, 6):
    ...     print(switch.under_steps([60], [0, ends], [0.6, 0], x0=0.9).round(3))
    [0.9]
    [0.]
    """

    s: float
    K: float
    drive: float = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "s", scalar("s", self.s, "", POSITIVE))
        object.__setattr__(self, "K", scalar("K", self.K, "", POSITIVE))
        object.__setattr__(self, "drive", scalar("drive", self.drive, "", NON_NEGATIVE))

    @classmethod
    def suggested(cls) -> SensitisationSwitch:
        """Return the switch of the card.

        Returns
        -------
        SensitisationSwitch

        Notes
        -----
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> SensitisationSwitch.suggested()
        SensitisationSwitch(s=1.0, K=0.3, drive=0.0)
        """
        values = card("sensitisation")
        return cls(values["s"].value, values["K"].value, values["drive"].value)

    @classmethod
    def ranges(cls) -> Ranges:
        """Return in which range each parameter means something, lowest and highest.

        Each is in the unit of its parameter, which stands in its name or in the card.

        Returns
        -------
        dict
            Lowest and highest value of each, by name.

        Notes
        -----
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> SensitisationSwitch.ranges()["s"]
        (0.1, 2.0)
        """
        return ranges_of(cls, card("sensitisation"))

    @property
    def min_block(self) -> float:
        r"""Block beyond which the pain state is gone, without drive: :math:`\max(0, 1 - 2K/s)`.

        Notes
        -----
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> round(SensitisationSwitch.suggested().min_block, 3)
        0.4
        """
        return max(0.0, 1 - 2 * self.K / self.s)

    def speed(self, x: ArrayLike, block: ArrayLike = 0) -> FloatOrArray:
        """Return how fast the level changes, :math:`f(x)`.

        Parameters
        ----------
        x
            Level, at least 0.
        block
            Fraction of the feedback that is blocked, from 0 to 1.

        Returns
        -------
        float or array
            Change per time constant, in the broadcast shape of the arguments.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> SensitisationSwitch.suggested().speed([0.05, 0.5]).round(3)
        array([-0.023,  0.235])
        """
        level, blocked = numbers(x=(x, "", NON_NEGATIVE), block=(block, "", FRACTION))
        return plain(self._path(self.s * (1 - blocked)).speed(level))

    def fixed_points(self, block: float = 0) -> FixedPoints:
        r"""Return the levels at which nothing changes.

        Without drive they are 0 and, with :math:`S = s(1 - b)` above :math:`2K`,

        .. math:: x_\pm = \tfrac{1}{2} \left[S \pm \sqrt{S^2 - 4K^2}\right]

        Parameters
        ----------
        block
            Fraction of the feedback that is blocked, from 0 to 1.

        Returns
        -------
        FixedPoints
            ``(stable, unstable, bistable)``. At the fold, where :math:`S = 2K`, the half-stable
            level counts as unstable and ``bistable`` is false.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> SensitisationSwitch.suggested().fixed_points(0.5).stable
        [0.0]
        """
        path = self._path(self.s * (1 - scalar("block", block, "", FRACTION)))
        low, *pair = path.levels(_FOLD)
        if not pair:
            return FixedPoints([low], [], bistable=False)
        if pair[0] == pair[1]:
            return FixedPoints([low], [pair[0]], bistable=False)
        first, middle, last = sorted([low, *pair])
        return FixedPoints([first, last], [middle], bistable=True)

    def passage_time(self, x_from: float, x_to: float, block: float = 0) -> float:
        r"""Return how long the level takes from one value to another.

        .. math:: T = \int_{x_{from}}^{x_{to}} \frac{dx}{f(x)}

        in closed form, by partial fractions.

        Parameters
        ----------
        x_from, x_to
            Levels, at least 0.
        block
            Fraction of the feedback that is blocked, from 0 to 1.

        Returns
        -------
        float
            Time in time constants; infinite if the level never gets there.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> round(SensitisationSwitch.suggested().passage_time(0.2, 0.8), 2)
        3.48
        """
        start = scalar("x_from", x_from, "", NON_NEGATIVE)
        end = scalar("x_to", x_to, "", NON_NEGATIVE)
        path = self._path(self.s * (1 - scalar("block", block, "", FRACTION)))
        return 0.0 if start == end else path.time(start, end)

    def resetting_time(self, block: float) -> float:
        r"""Return how long a block must last to bring pain back to the basin of rest.

        .. math:: T = \int_{x_{high}}^{x_{unstable}} \frac{dx}{f(x)}

        Parameters
        ----------
        block
            Fraction of the feedback that is blocked, from 0 to 1.

        Returns
        -------
        float
            Time in time constants from the pain state to the separatrix of the pathway without
            drug; infinite if this block never resets it.

        Raises
        ------
        ValueError
            If the pathway without drug is not bistable.

        Notes
        -----
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> round(SensitisationSwitch.suggested().resetting_time(0.6), 2)
        5.21
        """
        states = self.fixed_points()
        if not states.bistable:
            raise ValueError(
                "without block the pathway must be bistable: s above 2 K, small drive."
            )
        return self.passage_time(states.stable[1], states.unstable[0], block)

    def course(self, t: ArrayLike, x0: float, block: float = 0) -> FloatOrArray:
        r"""Return the level while the block is constant.

        .. math:: \frac{dx}{dt} = -x + s (1 - b) \frac{x^2}{K^2 + x^2} + I, \qquad x(0) = x_0

        Parameters
        ----------
        t
            Time in time constants. Before 0 the level is ``x0``.
        x0
            Level at time 0, at least 0.
        block
            Fraction of the feedback that is blocked, from 0 to 1.

        Returns
        -------
        float or array
            Level, in the shape of ``t``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        The time that the level takes to reach a value has a closed form; the level is found from
        it by a safeguarded Newton iteration, to rounding.
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> SensitisationSwitch.suggested().course([0, 1, 50], 0.9, block=0.6).round(3)
        array([0.9 , 0.54, 0.  ])
        """
        times = number("t", t, "time constants", REAL)
        start = scalar("x0", x0, "", NON_NEGATIVE)
        path = self._path(self.s * (1 - scalar("block", block, "", FRACTION)))
        return plain(path.levels_at(np.maximum(times, 0), start))

    def under_steps(
        self, t: ArrayLike, from_t: ArrayLike, block: ArrayLike, x0: float
    ) -> FloatArray:
        r"""Return the level while the block changes in steps.

        .. math:: \frac{dx}{dt} = -x + s (1 - b(t)) \frac{x^2}{K^2 + x^2} + I

        Parameters
        ----------
        t
            Times in time constants, in any order. Before the first step the level is ``x0``.
        from_t
            When each step begins, strictly increasing; the last has no end.
        block
            Fraction of the feedback that is blocked during each step, from 0 to 1.
        x0
            Level at the first step, at least 0.

        Returns
        -------
        array
            A level for each of ``t``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``sensitisation``, teaching choices.

        Examples
        --------
        >>> SensitisationSwitch.suggested().under_steps([0, 5, 50], [0, 10], [0.6, 0], 0.9).round(3)
        array([0.9  , 0.113, 0.   ])
        """
        times = series("t", t, "time constants", REAL)
        begins, blocks = sampled(
            ("from_t", from_t, "time constants"), ("block", block, "", FRACTION)
        )
        level = scalar("x0", x0, "", NON_NEGATIVE)
        x = np.full(times.size, level)
        ends = [*begins[1:], math.inf]
        for begin, end, blocked in zip(begins, ends, blocks, strict=True):
            path = self._path(self.s * (1 - blocked))
            here = (times >= begin) & (times < end)
            x[here] = path.levels_at(times[here] - begin, level)
            if math.isfinite(end):
                level = float(path.levels_at(np.array(end - begin), level))
        return x

    def _path(self, strength: FloatOrArray) -> Path:
        return Path(strength, self.K, self.drive)
