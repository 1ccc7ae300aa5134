r"""Blockade by an antagonist: how deep after a dose, and how long (M5.5, M5.6).

A dose :math:`D` blocks :math:`O = D / (D + ED_{50})`. The drug then leaves the receptor
exponentially, so it is the odds of blockade that halve, not blockade itself:

.. math:: \frac{O}{1 - O} = \frac{D}{ED_{50}} \, 2^{-t/t_o}

A deep blockade therefore lasts long and ends fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit, logit

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatOrArray,
    Interval,
    numbers,
    plain,
    series,
)
from course.models._units import LN2
from course.models.fitting import EmaxFit, fit_emax, fit_line
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_NALTREXONE = card("naltrexone_blockade")
_ED50_MG = _NALTREXONE["ed50_mg"].value
_BETWEEN_0_AND_1 = Interval(low=0, high=1, open_low=True, open_high=True)
_PER_CENT = Interval(low=0, high=100)
_ALL_PCT = 100


class OddsDecay(NamedTuple):
    """How the odds of blockade fall.

    Attributes
    ----------
    half_time_h
        Time in which the odds halve (h).
    slope_per_h
        Slope of the logit of blockade (1/h), negative.
    intercept
        Logit of blockade at time 0.

    Notes
    -----
    Source: card ``naltrexone_blockade``; the law is algebra.

    Examples
    --------
    >>> OddsDecay(half_time_h=24, slope_per_h=-LN2 / 24, intercept=0).half_time_h
    24
    """

    half_time_h: float
    slope_per_h: float
    intercept: float

    def blockade(self, t_h: ArrayLike) -> FloatOrArray:
        r"""Return the fitted blockade at a time (h), as a fraction.

        .. math:: \frac{1}{1 + e^{-(a + b t)}}

        Parameters
        ----------
        t_h
            :math:`t`, time (h).

        Returns
        -------
        float or array
            A fraction, in the shape of ``t_h``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``naltrexone_blockade``; the law is algebra.

        Examples
        --------
        >>> OddsDecay(half_time_h=24, slope_per_h=-LN2 / 24, intercept=0).blockade(24)
        0.3333333333333333
        """
        (t,) = numbers(t_h=(t_h, "h", REAL))
        return plain(expit(self.intercept + self.slope_per_h * t))

    def time_h(self, blockade: ArrayLike) -> FloatOrArray:
        r"""Return when the fit comes to a blockade, a fraction above 0 and below 1.

        .. math:: t = \frac{\operatorname{logit} B - a}{b}

        Parameters
        ----------
        blockade
            :math:`B`, fraction blocked, above 0 and below 1.

        Returns
        -------
        float or array
            Time (h), in the shape of ``blockade``.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: card ``naltrexone_blockade``; the law is algebra.

        Examples
        --------
        >>> round(OddsDecay(24, -LN2 / 24, 0).time_h(1 / 3), 6)
        24.0
        """
        (blocked,) = numbers(blockade=(blockade, "", _BETWEEN_0_AND_1))
        return plain((logit(blocked) - self.intercept) / self.slope_per_h)


def blockade(
    t_h: ArrayLike,
    dose_mg: ArrayLike,
    odds_half_time_h: ArrayLike,
    ed50_mg: ArrayLike = _ED50_MG,
) -> FloatOrArray:
    r"""Return the fraction of receptors blocked at a time after one dose.

    Parameters
    ----------
    t_h
        Time since full blockade (h), at least 0.
    dose_mg
        Dose (mg), at least 0.
    odds_half_time_h
        :math:`t_o`, time in which the odds halve (h), above 0.
    ed50_mg
        Dose that blocks half (mg), above 0.

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
    Source: card ``naltrexone_blockade``.

    Examples
    --------
    >>> blockade([0, 24, 48, 72, 168], dose_mg=50, odds_half_time_h=26.13).round(2)
    array([0.9 , 0.83, 0.71, 0.57, 0.09])
    """
    t, dose, half, ed50 = numbers(
        t_h=(t_h, "h", NON_NEGATIVE),
        dose_mg=(dose_mg, "mg", NON_NEGATIVE),
        odds_half_time_h=(odds_half_time_h, "h", POSITIVE),
        ed50_mg=(ed50_mg, "mg", POSITIVE),
    )
    with np.errstate(divide="ignore", over="ignore"):  # log(0) = -inf gives 0
        return plain(expit(np.log(dose) - np.log(ed50) - LN2 * t / half))


def dose_for_blockade_mg(
    blocked: ArrayLike,
    t_h: ArrayLike,
    odds_half_time_h: ArrayLike,
    ed50_mg: ArrayLike = _ED50_MG,
) -> FloatOrArray:
    r"""Return the dose that the model would need for a blockade at a later time.

    .. math:: D = ED_{50} \frac{O}{1 - O} 2^{t/t_o}

    For ratios of doses only: what it gives for a few days is beyond any licensed dose.

    Parameters
    ----------
    blocked
        Blockade, a fraction above 0 and below 1.
    t_h, odds_half_time_h, ed50_mg
        As in :func:`blockade`.

    Returns
    -------
    float or array
        Dose (mg), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``naltrexone_blockade``; the law is algebra.

    Examples
    --------
    Each further day multiplies the dose by the same factor, whatever the blockade:

    >>> dose = dose_for_blockade_mg(0.9, [24, 48, 72], odds_half_time_h=26.13)
    >>> (dose / dose[0]).round(2)
    array([1.  , 1.89, 3.57])
    """
    level, t, half, ed50 = numbers(
        blocked=(blocked, "", _BETWEEN_0_AND_1),
        t_h=(t_h, "h", NON_NEGATIVE),
        odds_half_time_h=(odds_half_time_h, "h", POSITIVE),
        ed50_mg=(ed50_mg, "mg", POSITIVE),
    )
    with np.errstate(over="ignore"):
        return plain(np.exp(np.log(ed50) + logit(level) + LN2 * t / half))


def time_above_h(
    threshold: ArrayLike,
    dose_mg: ArrayLike,
    odds_half_time_h: ArrayLike,
    ed50_mg: ArrayLike = _ED50_MG,
) -> FloatOrArray:
    r"""Return how long one dose keeps blockade above a threshold.

    .. math:: t = t_o \log_2 \frac{D / ED_{50}}{O / (1 - O)}

    Parameters
    ----------
    threshold
        Blockade, a fraction above 0 and below 1.
    dose_mg, odds_half_time_h, ed50_mg
        As in :func:`blockade`.

    Returns
    -------
    float or array
        Time (h), in the broadcast shape of the arguments; 0 if it never exceeds it.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``naltrexone_blockade``; the law is algebra.

    Examples
    --------
    >>> time_above_h(0.5, dose_mg=[5, 50, 100], odds_half_time_h=26.13).round(1)
    array([  0. ,  82.6, 108.8])
    """
    level, dose, half, ed50 = numbers(
        threshold=(threshold, "", _BETWEEN_0_AND_1),
        dose_mg=(dose_mg, "mg", NON_NEGATIVE),
        odds_half_time_h=(odds_half_time_h, "h", POSITIVE),
        ed50_mg=(ed50_mg, "mg", POSITIVE),
    )
    with np.errstate(divide="ignore"):
        excess = np.log(dose) - np.log(ed50) - logit(level)
    return plain(half * np.maximum(excess, 0) / LN2)


def occupancy_half_time_h(start: ArrayLike, odds_half_time_h: ArrayLike) -> FloatOrArray:
    r"""Return the time in which blockade itself halves.

    .. math:: t_{1/2} = t_o \log_2 \frac{2 - O_0}{1 - O_0}

    It grows with the blockade at the start: a deep one takes longer to fall by half.

    Parameters
    ----------
    start
        :math:`O_0`, blockade at the start, a fraction above 0 and below 1.
    odds_half_time_h
        Time in which the odds halve (h), above 0.

    Returns
    -------
    float or array
        Time (h), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> occupancy_half_time_h([0.1, 0.5, 0.9], odds_half_time_h=24).round(1)
    array([25.9, 38. , 83. ])
    """
    first, half = numbers(
        start=(start, "", _BETWEEN_0_AND_1),
        odds_half_time_h=(odds_half_time_h, "h", POSITIVE),
    )
    return plain(half * (np.log1p(1 / (1 - first)) / LN2))


def fit_ed50(dose_mg: ArrayLike, block_pct: ArrayLike) -> EmaxFit:
    r"""Return the dose that blocks half, from blockades after single doses.

    .. math:: B = \frac{D}{ED_{50} + D}

    The largest blockade is taken as 100 %.

    Parameters
    ----------
    dose_mg
        Doses (mg), above 0; at least two.
    block_pct
        Blockade after each (%), from 0 to 100.

    Returns
    -------
    EmaxFit
        With ``ed50`` and ``ed50_se`` in mg.

    Raises
    ------
    ValueError
        If an argument is outside its range or the lengths differ.

    Notes
    -----
    Unweighted: averaging the points of a dose first, or fitting a line to logits, gives
    another answer.
    Source: least squares; data ``rabiner_blockade``.

    Examples
    --------
    >>> fit = fit_ed50([2, 5, 5, 5, 15, 50, 50], [27, 43, 46, 58, 61, 92, 98])
    >>> round(fit.ed50, 2), round(fit.ed50_se, 2)
    (5.58, 0.8)
    """
    blocked = series("block_pct", block_pct, "%", _PER_CENT)
    return fit_emax(series("dose_mg", dose_mg, "mg", POSITIVE), blocked, _ALL_PCT)


def fit_odds_decay(t_h: ArrayLike, blocked: ArrayLike) -> OddsDecay:
    r"""Return how the odds of blockade fall, from blockades at several times.

    .. math:: \ln \frac{B}{1 - B} = a + b t, \qquad t_o = -\frac{\ln 2}{b}

    A straight line is fitted to the logit of blockade by least squares.

    Parameters
    ----------
    t_h
        Times (h); at least two different ones.
    blocked
        Blockade at each, fractions above 0 and below 1, falling in time.

    Returns
    -------
    OddsDecay
        ``(half_time_h, slope_per_h, intercept)``.

    Raises
    ------
    ValueError
        If an argument is outside its range, the lengths differ, or blockade does not fall.

    Notes
    -----
    Source: least squares; the card ``naltrexone_blockade`` says what was measured.

    Examples
    --------
    >>> decay = fit_odds_decay([48, 72, 120, 168], [0.91, 0.80, 0.46, 0.30])
    >>> round(decay.half_time_h, 2), round(decay.time_h(0.455), 1)
    (26.13, 134.2)
    """
    levels = series("blocked", blocked, "", _BETWEEN_0_AND_1)
    line = fit_line(series("t_h", t_h, "h", REAL), logit(levels))
    if line.slope >= 0:
        raise ValueError("blocked must fall with t_h (h) for its odds to have a half-time.")
    return OddsDecay(-LN2 / line.slope, line.slope, line.intercept)


def affinity_ratio(blocked_1: ArrayLike, blocked_2: ArrayLike) -> FloatOrArray:
    r"""Return how much more of a drug the second receptor needs, from blockades by one dose.

    .. math:: \frac{K_2}{K_1} = \frac{O_1 / (1 - O_1)}{O_2 / (1 - O_2)}

    Parameters
    ----------
    blocked_1, blocked_2
        Blockade of two receptors by the same dose, fractions above 0 and below 1.

    Returns
    -------
    float or array
        Ratio of the concentrations that block half, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    µ and δ opioid receptors on 50 mg of naltrexone a day:

    >>> round(affinity_ratio(0.949, 0.211), 2)
    69.58
    """
    first, second = numbers(
        blocked_1=(blocked_1, "", _BETWEEN_0_AND_1), blocked_2=(blocked_2, "", _BETWEEN_0_AND_1)
    )
    return plain(np.exp(logit(first) - logit(second)))
