r"""How a trial states what it found: risks, ratios, numbers needed to treat, and how sure they are.

Of :math:`n_1` people in one arm :math:`a` had the outcome, of :math:`n_2` in the other :math:`b`:

.. math::

    RD = \frac{a}{n_1} - \frac{b}{n_2}, \qquad
    RR = \frac{a/n_1}{b/n_2}, \qquad
    OR = \frac{a/(n_1 - a)}{b/(n_2 - b)}, \qquad
    NNT = \frac{1}{RD}

Intervals have closed forms: Wilson's for a proportion, Newcombe's for a difference, and normal ones
on the logarithm for the ratios.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import ndtri

from course.models._domain import (
    COUNT,
    NON_NEGATIVE,
    FloatArray,
    FloatOrArray,
    Interval,
    numbers,
    plain,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_LEVEL = Interval(low=0, high=1, open_low=True, open_high=True)
_EVENTS = Interval(low=0, whole=True)
_PEOPLE = "people"


class Bounds(NamedTuple):
    """A confidence interval.

    Attributes
    ----------
    low, high
        Its ends.

    Notes
    -----
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> bounds = proportion_interval(56, 70)
    >>> round(bounds.low, 3), round(bounds.high, 3)
    (0.692, 0.877)
    """

    low: FloatOrArray
    high: FloatOrArray


def proportion_interval(a: ArrayLike, n: ArrayLike, level: ArrayLike = 0.95) -> Bounds:
    r"""Return Wilson's confidence interval of a proportion.

    .. math::

        \frac{\hat p + z^2/2n \pm z \sqrt{\hat p (1 - \hat p)/n + z^2/4n^2}}{1 + z^2/n}

    Parameters
    ----------
    a
        People with the outcome, a whole number from 0 to ``n``.
    n
        People in all, a whole number of at least 1.
    level
        How often such intervals hold the truth, above 0 and below 1.

    Returns
    -------
    Bounds
        ``(low, high)``, fractions in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    It stays between 0 and 1 and means something even where nobody, or everybody, had it.
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> [round(end, 3) for end in proportion_interval(0, 10)]
    [0.0, 0.278]
    """
    a_, n_, inside = np.broadcast_arrays(
        *numbers(a=(a, _PEOPLE, _EVENTS), n=(n, _PEOPLE, COUNT), level=(level, "", _LEVEL))
    )
    _among("a", a_, "n", n_)
    return Bounds(*map(plain, _wilson(a_, n_, _quantile(inside))))


def risk_difference(a: ArrayLike, n1: ArrayLike, b: ArrayLike, n2: ArrayLike) -> FloatOrArray:
    r"""Return the difference of two risks.

    .. math:: RD = a/n_1 - b/n_2

    Parameters
    ----------
    a, b
        People with the outcome in each arm, whole numbers from 0 to the arm's size.
    n1, n2
        People in each arm, whole numbers of at least 1.

    Returns
    -------
    float or array
        From -1 to 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> risk_difference(30, 60, 15, 60)
    0.25
    """
    a_, n1_, b_, n2_, _ = _table(a, n1, b, n2)
    return plain(a_ / n1_ - b_ / n2_)


def risk_difference_interval(
    a: ArrayLike, n1: ArrayLike, b: ArrayLike, n2: ArrayLike, level: ArrayLike = 0.95
) -> Bounds:
    r"""Return Newcombe's confidence interval of the difference of two risks.

    .. math:: d - \sqrt{(p_1 - l_1)^2 + (u_2 - p_2)^2}
        \quad\text{to}\quad d + \sqrt{(u_1 - p_1)^2 + (p_2 - l_2)^2}

    It squares the distances between each risk and the ends of its Wilson interval.

    Parameters
    ----------
    a, n1, b, n2
        As in :func:`risk_difference`.
    level
        As in :func:`proportion_interval`.

    Returns
    -------
    Bounds
        ``(low, high)``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Newcombe 1998, the hybrid score method without continuity correction.
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> [round(end, 4) for end in risk_difference_interval(56, 70, 48, 80)]
    [0.0524, 0.3339]
    """
    a_, n1_, b_, n2_, z = _table(a, n1, b, n2, level)
    first, second = a_ / n1_, b_ / n2_
    low1, high1 = _wilson(a_, n1_, z)
    low2, high2 = _wilson(b_, n2_, z)
    below = np.hypot(first - low1, high2 - second)
    above = np.hypot(high1 - first, second - low2)
    return Bounds(plain(first - second - below), plain(first - second + above))


def risk_ratio(a: ArrayLike, n1: ArrayLike, b: ArrayLike, n2: ArrayLike) -> FloatOrArray:
    r"""Return the ratio of two risks.

    .. math:: RR = \frac{a/n_1}{b/n_2}

    Parameters
    ----------
    a, n1, b, n2
        As in :func:`risk_difference`, but ``b`` at least 1.

    Returns
    -------
    float or array
        At least 0, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> risk_ratio(30, 60, 15, 60)
    2.0
    """
    a_, n1_, b_, n2_, _ = _table(a, n1, b, n2)
    _at_least_1("b", b_)
    return plain(a_ / n1_ / (b_ / n2_))


def risk_ratio_interval(
    a: ArrayLike, n1: ArrayLike, b: ArrayLike, n2: ArrayLike, level: ArrayLike = 0.95
) -> Bounds:
    r"""Return the confidence interval of a risk ratio, normal on its logarithm.

    .. math:: SE(\ln RR) = \sqrt{1/a - 1/n_1 + 1/b - 1/n_2}

    Parameters
    ----------
    a, n1, b, n2
        As in :func:`risk_difference`, but ``a`` and ``b`` at least 1.
    level
        As in :func:`proportion_interval`.

    Returns
    -------
    Bounds
        ``(low, high)``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> [round(end, 2) for end in risk_ratio_interval(30, 60, 15, 60)]
    [1.21, 3.32]
    """
    a_, n1_, b_, n2_, z = _table(a, n1, b, n2, level)
    _at_least_1("a", a_)
    _at_least_1("b", b_)
    se = np.sqrt((1 / a_ - 1 / n1_) + (1 / b_ - 1 / n2_))
    return _around_log(a_ / n1_ / (b_ / n2_), se, z)


def odds_ratio(a: ArrayLike, n1: ArrayLike, b: ArrayLike, n2: ArrayLike) -> FloatOrArray:
    r"""Return the ratio of two odds.

    .. math:: OR = \frac{a/(n_1 - a)}{b/(n_2 - b)}

    It is further from 1 than the risk ratio, the more so the more common the outcome.

    Parameters
    ----------
    a, b
        People with the outcome in each arm, whole numbers above 0 and below the arm's size.
    n1, n2
        People in each arm.

    Returns
    -------
    float or array
        Above 0, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> odds_ratio(30, 60, 15, 60)
    3.0
    """
    a_, n1_, b_, n2_, _ = _table(a, n1, b, n2, inner=True)
    return plain(a_ / (n1_ - a_) / (b_ / (n2_ - b_)))


def odds_ratio_interval(
    a: ArrayLike, n1: ArrayLike, b: ArrayLike, n2: ArrayLike, level: ArrayLike = 0.95
) -> Bounds:
    r"""Return Woolf's confidence interval of an odds ratio.

    .. math:: SE(\ln OR) = \sqrt{1/a + 1/(n_1 - a) + 1/b + 1/(n_2 - b)}

    Parameters
    ----------
    a, n1, b, n2
        As in :func:`odds_ratio`.
    level
        As in :func:`proportion_interval`.

    Returns
    -------
    Bounds
        ``(low, high)``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> [round(end, 2) for end in odds_ratio_interval(30, 60, 15, 60)]
    [1.38, 6.5]
    """
    a_, n1_, b_, n2_, z = _table(a, n1, b, n2, level, inner=True)
    se = np.sqrt(1 / a_ + 1 / (n1_ - a_) + 1 / b_ + 1 / (n2_ - b_))
    return _around_log(a_ / (n1_ - a_) / (b_ / (n2_ - b_)), se, z)


def number_needed_to_treat(
    a: ArrayLike, n1: ArrayLike, b: ArrayLike, n2: ArrayLike
) -> FloatOrArray:
    r"""Return how many people must be treated for one more outcome.

    .. math:: NNT = \frac{1}{a/n_1 - b/n_2}

    Parameters
    ----------
    a, n1, b, n2
        As in :func:`risk_difference`.

    Returns
    -------
    float or array
        In the broadcast shape of the arguments; negative where the outcome is rarer in the first
        arm, infinite where the risks are equal. Its interval is that of the inverse of
        :func:`risk_difference_interval`; it passes through infinity where that holds 0.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> number_needed_to_treat(30, 60, 15, 60)
    4.0
    """
    a_, n1_, b_, n2_, _ = _table(a, n1, b, n2)
    # Over one denominator, so that equal risks differ by 0 and not by a rounding error.
    gain = a_ * n2_ - b_ * n1_
    with np.errstate(divide="ignore"):
        return plain(np.where(gain == 0, np.inf, n1_ * n2_ / gain))


def nnt_from_risk_ratio(ratio: ArrayLike, baseline_risk: ArrayLike) -> FloatOrArray:
    r"""Return how many must be treated to prevent one outcome, from a risk ratio.

    .. math:: NNT = \frac{1}{p_0 (1 - RR)}

    The same ratio means many or few people, as the risk without treatment decides.

    Parameters
    ----------
    ratio
        Risk with treatment over risk without, at least 0.
    baseline_risk
        :math:`p_0`, risk without treatment, above 0, at most 1.

    Returns
    -------
    float or array
        In the broadcast shape of the arguments; negative where treatment harms, infinite at 1.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> nnt_from_risk_ratio(0.8, baseline_risk=[0.5, 0.05]).round(6)
    array([ 10., 100.])
    """
    rr, risk = numbers(
        ratio=(ratio, "", NON_NEGATIVE),
        baseline_risk=(baseline_risk, "", Interval(low=0, high=1, open_low=True)),
    )
    gain = risk * (1 - rr)
    with np.errstate(divide="ignore"):
        return plain(np.where(gain == 0, np.inf, 1 / gain))


def risk_from_odds_ratio(ratio: ArrayLike, baseline_risk: ArrayLike) -> FloatOrArray:
    r"""Return the risk that an odds ratio makes of a baseline risk.

    .. math:: p_1 = \frac{OR \, p_0}{1 - p_0 + OR \, p_0}

    Parameters
    ----------
    ratio
        Odds ratio, at least 0.
    baseline_risk
        :math:`p_0`, from 0 to 1.

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
    Source: statistics alone; counts stand in the data sets.

    Examples
    --------
    >>> risk_from_odds_ratio(3, 0.25)
    0.5
    """
    odds, risk = numbers(
        ratio=(ratio, "", NON_NEGATIVE), baseline_risk=(baseline_risk, "", Interval(0, 1))
    )
    # Certainty stays certainty whatever the odds ratio; 0 times infinite odds has no other limit.
    with np.errstate(invalid="ignore"):
        raised = odds * risk / (1 - risk + odds * risk)
    return plain(np.where(risk == 1, 1.0, raised))


def _table(
    a: ArrayLike,
    n1: ArrayLike,
    b: ArrayLike,
    n2: ArrayLike,
    level: ArrayLike = 0.95,
    *,
    inner: bool = False,
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
    """Check the counts and the level, and return the level as a quantile of the normal curve.

    ``inner`` wants people with and without the outcome in both arms.
    """
    a_, n1_, b_, n2_, inside = np.broadcast_arrays(
        *numbers(
            a=(a, _PEOPLE, COUNT if inner else _EVENTS),
            n1=(n1, _PEOPLE, COUNT),
            b=(b, _PEOPLE, COUNT if inner else _EVENTS),
            n2=(n2, _PEOPLE, COUNT),
            level=(level, "", _LEVEL),
        )
    )
    _among("a", a_, "n1", n1_, below=inner)
    _among("b", b_, "n2", n2_, below=inner)
    return a_, n1_, b_, n2_, _quantile(inside)


def _among(
    name: str, part: FloatArray, whole_name: str, whole: FloatArray, *, below: bool = False
) -> None:
    over = part >= whole if below else part > whole
    if over.any():
        word = "below" if below else "at most"
        raise ValueError(
            f"{name} must be {word} {whole_name}, {whole[over].flat[0]:g} people, "
            f"not {part[over].flat[0]:g}."
        )


def _at_least_1(name: str, events: FloatArray) -> None:
    if (events < 1).any():
        raise ValueError(f"{name} must be a whole number at least 1 {_PEOPLE}, not 0.")


def _quantile(level: FloatArray) -> FloatArray:
    quantile: FloatArray = ndtri((1 + level) / 2)
    return quantile


def _wilson(a: FloatArray, n: FloatArray, z: FloatArray) -> tuple[FloatArray, FloatArray]:
    share, weight = a / n, z**2 / n
    middle = share + weight / 2
    half = z * np.sqrt(share * (1 - share) / n + weight / (4 * n))
    low = np.where(a == 0, 0, (middle - half) / (1 + weight))
    high = np.where(a == n, 1, (middle + half) / (1 + weight))
    return low, high


def _around_log(ratio: FloatArray, se: FloatArray, z: FloatArray) -> Bounds:
    factor = np.exp(z * se)
    return Bounds(plain(ratio / factor), plain(ratio * factor))
