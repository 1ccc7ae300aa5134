r"""Opponent process and allostasis: why use that begins with pleasure ends without (M5.11).

The drug's effect :math:`u` meets two processes, a fast opponent and a slow set-point:

.. math:: e = u - g_f x_f - g_s x_s, \qquad \tau_f x_f' = u - x_f, \qquad \tau_s x_s' = u - x_s

Both are the filters of :mod:`course.models.adaptation`, so the solution is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import (
    COUNT,
    FRACTION,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    scalar,
)
from course.models._filter import filter_runs
from course.models._ranges import Ranges, ranges_of
from course.models._samples import sampled
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


class Feeling(NamedTuple):
    """A drug's effect and what opposes it, at each sample.

    Attributes
    ----------
    effect
        What is felt (no unit: a drive of 1 is felt as 1 at first); below 0 between doses.
    opponent
        What the fast process takes away.
    set_point
        Where the slow process has moved the level without drug; at most 0 for a drive that is
        never negative.

    Notes
    -----
    Source: Solomon and Corbit 1974; card ``opponent_process``, teaching choices.

    Examples
    --------
    >>> OpponentProcess.suggested().feeling([0, 1, 2], [1, 0, 0]).effect.round(3)
    array([ 1.   , -0.093, -0.079])
    """

    effect: FloatArray
    opponent: FloatArray
    set_point: FloatArray


class Drive(NamedTuple):
    """A drive that is held from each sample to the next.

    Attributes
    ----------
    t_h
        Times (h).
    u
        Drive from each on.

    Notes
    -----
    Source: Solomon and Corbit 1974; card ``opponent_process``, teaching choices.

    Examples
    --------
    >>> drive = doses(2, dose_h=1, every_h=24)
    >>> drive.t_h, drive.u
    (array([ 0.,  1., 24., 25.]), array([1., 0., 1., 0.]))
    """

    t_h: FloatArray
    u: FloatArray


@dataclass(frozen=True, slots=True)
class OpponentProcess:
    """A fast opponent and a slow set-point.

    Parameters
    ----------
    tau_fast_h, tau_slow_h
        Time constants (h), above 0.
    gain_fast, gain_slow
        Part of a lasting drive that each takes away, from 0 to 1; together at most 1 leaves no
        lasting drive with an effect against it.

    Raises
    ------
    ValueError
        If a parameter is outside its range.

    Notes
    -----
    Source: Solomon and Corbit 1974; the suggested numbers, card ``opponent_process``, are
    teaching choices.

    Examples
    --------
    The first dose and the sixtieth of one a day: less effect, and a lower level before it.

    >>> process = OpponentProcess.suggested()
    >>> days = doses(60, dose_h=4, every_h=24)
    >>> effect = process.feeling(*days).effect
    >>> effect[[0, -2]].round(2), effect[[1, -1]].round(2)
    (array([1.  , 0.93]), array([-0.3 , -0.36]))
    """

    tau_fast_h: float
    tau_slow_h: float
    gain_fast: float
    gain_slow: float

    def __post_init__(self) -> None:
        for name, unit, allowed in (
            ("tau_fast_h", "h", POSITIVE),
            ("tau_slow_h", "h", POSITIVE),
            ("gain_fast", "", FRACTION),
            ("gain_slow", "", FRACTION),
        ):
            object.__setattr__(self, name, scalar(name, getattr(self, name), unit, allowed))

    @classmethod
    def suggested(cls) -> OpponentProcess:
        """Return the processes of the card.

        Returns
        -------
        OpponentProcess

        Notes
        -----
        Source: Solomon and Corbit 1974; card ``opponent_process``, teaching choices.

        Examples
        --------
        >>> OpponentProcess.suggested()
        OpponentProcess(tau_fast_h=6.0, tau_slow_h=480.0, gain_fast=0.6, gain_slow=0.4)
        """
        values = card("opponent_process")
        names = "tau_fast_h", "tau_slow_h", "gain_fast", "gain_slow"
        return cls(*(values[name].value for name in names))

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
        Source: card ``opponent_process``, teaching choices.

        Examples
        --------
        >>> OpponentProcess.ranges()["tau_slow_h"]
        (48.0, 2400.0)
        """
        return ranges_of(cls, card("opponent_process"))

    def feeling(self, t_h: ArrayLike, u: ArrayLike) -> Feeling:
        r"""Return the effect of a drive, and what opposes it.

        .. math:: e = u - g_f x_f - g_s x_s, \qquad \tau x' = u - x

        Parameters
        ----------
        t_h
            Times of the samples (h), strictly increasing.
        u
            Drive from each sample to the next; any unit.

        Returns
        -------
        Feeling
            ``(effect, opponent, set_point)``, in the unit of the drive.

        Raises
        ------
        ValueError
            If ``t_h`` does not increase or the lengths differ.

        Notes
        -----
        Source: Solomon and Corbit 1974; card ``opponent_process``, teaching choices.

        Examples
        --------
        >>> OpponentProcess.suggested().feeling([0, 1, 48], [1, 0, 0]).effect.round(3)
        array([ 1.   , -0.093, -0.001])
        """
        times, drive = sampled(("t_h", t_h, "h"), ("u", u, "", REAL))
        taus = np.array([self.tau_fast_h, self.tau_slow_h])
        fast, slow = filter_runs(times, drive, taus, np.zeros(2))
        opponent, set_point = self.gain_fast * fast, -self.gain_slow * slow
        return Feeling(drive - opponent + set_point, opponent, set_point)


def doses(n: int, dose_h: float, every_h: float, size: float = 1) -> Drive:
    r"""Return the drive of equal doses at equal intervals.

    .. math:: u(t) = u_0 \text{ for } k \tau \le t < k \tau + T, \quad
        k = 0, \dots, n - 1, \text{ else } 0

    Parameters
    ----------
    n
        How many: whole, at least 1.
    dose_h
        How long each acts (h), above 0 and below ``every_h``.
    every_h
        From the beginning of one to that of the next (h), above 0.
    size
        Drive while a dose acts, at least 0.

    Returns
    -------
    Drive
        ``(t_h, u)``: the beginning and the end of each dose.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Solomon and Corbit 1974; card ``opponent_process``, teaching choices.

    Examples
    --------
    >>> doses(2, dose_h=4, every_h=24)
    Drive(t_h=array([ 0.,  4., 24., 28.]), u=array([1., 0., 1., 0.]))
    """
    count = int(scalar("n", n, "", COUNT))
    length = scalar("dose_h", dose_h, "h", POSITIVE)
    interval = scalar("every_h", every_h, "h", POSITIVE)
    if length >= interval:
        raise ValueError(f"dose_h (h) must be below every_h, {interval:g}, not {length:g}.")
    begins = interval * np.arange(count)
    times = np.column_stack([begins, begins + length]).ravel()
    level = scalar("size", size, "", NON_NEGATIVE)
    return Drive(times, np.tile([level, 0.0], count))
