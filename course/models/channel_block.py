r"""Block of an open channel by a drug that the closing channel traps (M4.5).

A blocker enters and leaves only while the channel is open, which it is for the fraction
:math:`p` of the time:

.. math:: \frac{db}{dt} = k_{on} C p (1 - b) - k_{off} p b

So activity sets how fast block comes and goes, and the drug how deep it gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit

from course.models._domain import (
    FRACTION,
    NON_NEGATIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
    scalar,
    series,
)
from course.models._ranges import Ranges, ranges_of
from course.models._samples import increasing
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


@dataclass(frozen=True, slots=True)
class TrappingBlock:
    r"""A blocker of open channels, known by its two rates.

    Parameters
    ----------
    kon_per_uM_s
        :math:`k_{on}`, rate at which it enters an open channel (1/(µM s)), at least 0.
    koff_per_s
        :math:`k_{off}`, rate at which it leaves an open channel (1/s), at least 0; the two
        must not both be 0.

    Raises
    ------
    ValueError
        If a rate is outside its range.

    Notes
    -----
    The scheme is that of use-dependent block by ketamine (MacDonald and others 1987). The
    suggested rates, card ``ketamine_at_nmda_receptor``, are teaching choices.
    Source: card ``ketamine_at_nmda_receptor``; the scheme is algebra.

    Examples
    --------
    A drug that blocks five sixths of the channels in the end blocks few that hardly open:

    >>> ketamine = TrappingBlock.suggested()
    >>> ketamine.blocked_fraction([0, 1, 10, 100], c_uM=0.8, p_open=0.05).round(3)
    array([0.   , 0.112, 0.633, 0.828])
    >>> ketamine.blocked_fraction(1e6, c_uM=0.8, p_open=0)
    0.0
    """

    kon_per_uM_s: float
    koff_per_s: float

    def __post_init__(self) -> None:
        kon = scalar("kon_per_uM_s", self.kon_per_uM_s, "per µM s", NON_NEGATIVE)
        koff = scalar("koff_per_s", self.koff_per_s, "per s", NON_NEGATIVE)
        if kon == 0 and koff == 0:
            raise ValueError("kon_per_uM_s and koff_per_s (per s) must not both be 0.")
        object.__setattr__(self, "kon_per_uM_s", kon)
        object.__setattr__(self, "koff_per_s", koff)

    @classmethod
    def suggested(cls) -> TrappingBlock:
        """Return ketamine's suggested rates.

        Returns
        -------
        TrappingBlock

        Notes
        -----
        Source: card ``ketamine_at_nmda_receptor``; the scheme is algebra.

        Examples
        --------
        >>> TrappingBlock.suggested()
        TrappingBlock(kon_per_uM_s=3.0, koff_per_s=0.5)
        """
        values = card("ketamine_at_nmda_receptor")
        return cls(values["kon_per_uM_s"].value, values["koff_per_s"].value)

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
        Source: card ``ketamine_at_nmda_receptor``.

        Examples
        --------
        >>> TrappingBlock.ranges()["kon_per_uM_s"]
        (0.1, 30.0)
        """
        return ranges_of(cls, card("ketamine_at_nmda_receptor"))

    @property
    def kd_uM(self) -> float:
        r"""Concentration that blocks half in the end, :math:`k_{off}/k_{on}` (µM), or infinite.

        Notes
        -----
        Source: card ``ketamine_at_nmda_receptor``; the scheme is algebra.

        Examples
        --------
        >>> TrappingBlock(1.0, 0.5).kd_uM
        0.5
        """
        return self.koff_per_s / self.kon_per_uM_s if self.kon_per_uM_s else float("inf")

    def plateau(self, c_uM: ArrayLike) -> FloatOrArray:
        r"""Return the blocked fraction in the end, however often the channel opens.

        .. math:: b_\infty = \frac{k_{on} C}{k_{on} C + k_{off}} = \frac{C}{C + K_d}

        Parameters
        ----------
        c_uM
            Blocker (µM), at least 0.

        Returns
        -------
        float or array
            A fraction, in the shape of ``c_uM``. Without drug it is 0, also for a drug that
            never leaves: then nothing changes, and there is no end to approach.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``ketamine_at_nmda_receptor``; the scheme is algebra.

        Examples
        --------
        >>> TrappingBlock(1.0, 0.5).plateau([0, 0.5, 4.5])
        array([0. , 0.5, 0.9])
        """
        (c,) = numbers(c_uM=(c_uM, "µM", NON_NEGATIVE))
        return plain(self._plateau(c))

    def time_constant_s(self, c_uM: ArrayLike, p_open: ArrayLike) -> FloatOrArray:
        r"""Return how long block takes to come within 1/e of its plateau.

        .. math:: \tau = \frac{1}{p (k_{on} C + k_{off})}

        Parameters
        ----------
        c_uM
            Blocker (µM), at least 0.
        p_open
            :math:`p`, fraction of the time that the channel is open, from 0 to 1.

        Returns
        -------
        float or array
            Time (s), in the broadcast shape of the arguments; infinite where nothing moves.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``ketamine_at_nmda_receptor``; the scheme is algebra.

        Examples
        --------
        >>> TrappingBlock(1.0, 0.5).time_constant_s(0.5, p_open=[0.05, 0.5])
        array([20.,  2.])
        """
        c, p = numbers(c_uM=(c_uM, "µM", NON_NEGATIVE), p_open=(p_open, "", FRACTION))
        with np.errstate(divide="ignore", over="ignore"):
            return plain(1 / (p * self._rate_per_s(c)))

    def blocked_fraction(
        self, t_s: ArrayLike, c_uM: ArrayLike, p_open: ArrayLike, b0: ArrayLike = 0
    ) -> FloatOrArray:
        r"""Return the blocked fraction under a constant concentration and activity.

        .. math:: b(t) = b_\infty + (b_0 - b_\infty) e^{-t/\tau}

        Parameters
        ----------
        t_s
            Time (s). Before 0 the fraction is ``b0``.
        c_uM
            Blocker (µM), at least 0; 0 is wash-out.
        p_open
            Fraction of the time that the channel is open, from 0 to 1; at 0 it keeps what it
            has trapped.
        b0
            Blocked fraction at time 0, from 0 to 1.

        Returns
        -------
        float or array
            A fraction, in the broadcast shape of the arguments.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``ketamine_at_nmda_receptor``; the scheme is algebra.

        Examples
        --------
        >>> TrappingBlock(1.0, 0.5).blocked_fraction([0, 1, 100], 0.5, p_open=0.5).round(3)
        array([0.   , 0.197, 0.5  ])
        """
        t, c, p, start = numbers(
            t_s=(t_s, "s", REAL),
            c_uM=(c_uM, "µM", NON_NEGATIVE),
            p_open=(p_open, "", FRACTION),
            b0=(b0, "", FRACTION),
        )
        with np.errstate(over="ignore"):  # an infinite exponent is the plateau itself
            exponent = -(p * np.maximum(t, 0)) * self._rate_per_s(c)
        return plain(start * np.exp(exponent) - self._plateau(c) * np.expm1(exponent))

    def under_steps(
        self,
        t_s: ArrayLike,
        from_s: ArrayLike,
        c_uM: ArrayLike,
        p_open: ArrayLike,
        b0: float = 0,
    ) -> FloatArray:
        r"""Return the blocked fraction while concentration and activity change in steps.

        .. math:: \frac{db}{dt} = k_{on} C p (1 - b) - k_{off} p b

        Parameters
        ----------
        t_s
            Times (s), in any order. Before the first step the fraction is ``b0``.
        from_s
            When each step begins (s), strictly increasing; the last has no end.
        c_uM, p_open
            Blocker (µM) and open fraction of the time during each step: one number, or one a
            step.
        b0
            Blocked fraction at the first step.

        Returns
        -------
        array
            A fraction for each of ``t_s``.

        Raises
        ------
        ValueError
            If an argument is outside its range, the steps do not rise, or their number differs.

        Notes
        -----
        Source: card ``ketamine_at_nmda_receptor``; the scheme is algebra.

        Examples
        --------
        Drug for 100 s, then none. The block stays until the channels open again:

        >>> ketamine = TrappingBlock.suggested()
        >>> steps_s, drug_uM, activity = [0, 100, 400], [0.8, 0, 0], [0.05, 0, 0.05]
        >>> ketamine.under_steps([100, 400, 500], steps_s, drug_uM, activity).round(3)
        array([0.828, 0.828, 0.068])
        """
        times = series("t_s", t_s, "s", REAL)
        begins = increasing("from_s", from_s, "s")
        _, c, p = numbers(
            from_s=(begins, "s", REAL),
            c_uM=(c_uM, "µM", NON_NEGATIVE),
            p_open=(p_open, "", FRACTION),
        )
        concentrations, openings = (np.broadcast_to(each, begins.shape) for each in (c, p))
        at_begin = np.full(begins.size, scalar("b0", b0, "", FRACTION))
        for i, length in enumerate(np.diff(begins)):
            at_begin[i + 1] = self.blocked_fraction(
                length, concentrations[i], openings[i], at_begin[i]
            )
        step = np.maximum(np.searchsorted(begins, times, side="right") - 1, 0)
        blocked = self.blocked_fraction(
            times - begins[step], concentrations[step], openings[step], at_begin[step]
        )
        return np.asarray(blocked)

    def _plateau(self, c: FloatArray) -> FloatArray:
        # As a logistic function of log concentration it cannot overflow. Without drug the
        # logarithm is -inf, and nan if the drug never leaves either: nothing is blocked.
        with np.errstate(divide="ignore", invalid="ignore"):
            drive = np.log(self.kon_per_uM_s) + np.log(c) - np.log(self.koff_per_s)
        plateau: FloatArray = expit(np.where(c == 0, -np.inf, drive))
        return plateau

    def _rate_per_s(self, c: FloatArray) -> FloatArray:
        """Return how fast block changes in a channel that is always open; large but finite."""
        with np.errstate(over="ignore"):
            return np.minimum(self.kon_per_uM_s * c + self.koff_per_s, np.finfo(np.float64).max)
