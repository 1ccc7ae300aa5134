r"""Adherence: how much of the time tablets or injections cover (M5.7).

A tablet that covers :math:`W` days, taken with probability :math:`p` on each, leaves a day
uncovered only if it was missed on all of the last :math:`W` days:

.. math:: \text{cover} = 1 - (1 - p)^W

An injection is one decision for many days: its cover is the probability of coming for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    COUNT,
    FRACTION,
    FRACTION_BELOW_1,
    NON_NEGATIVE,
    POSITIVE,
    FloatArray,
    FloatOrArray,
    Interval,
    number,
    numbers,
    plain,
    scalar,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_TEN_YEARS = Interval(low=1, high=3653, whole=True)
_NOTHING = 1e-18  # a probability that adds nothing to a number of days


def cover(p: ArrayLike, window_d: ArrayLike) -> FloatOrArray:
    r"""Return the fraction of days that tablets cover in the long run.

    .. math:: 1 - (1 - p)^W

    Parameters
    ----------
    p
        Probability of taking the tablet on a day, from 0 to 1.
    window_d
        :math:`W`, days that one tablet covers, at least 0; need not be whole.

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
    Source: probability alone; windows and rates of use stand in card ``naltrexone_adherence``.

    Examples
    --------
    Every second tablet, with one, two and three days of blockade each:

    >>> cover(0.5, [1, 2, 3])
    array([0.5  , 0.75 , 0.875])
    """
    taken, window = numbers(p=(p, "", FRACTION), window_d=(window_d, "d", NON_NEGATIVE))
    with np.errstate(divide="ignore", invalid="ignore"):
        exponent = window * np.log1p(-taken)
    # A tablet that is never missed covers every day, unless it covers none.
    return plain(np.where(window == 0, 0, -np.expm1(exponent)))


def p_for_cover(fraction: ArrayLike, window_d: ArrayLike) -> FloatOrArray:
    r"""Return how often tablets must be taken for a cover.

    .. math:: p = 1 - (1 - \text{cover})^{1/W}

    Parameters
    ----------
    fraction
        Fraction of days to be covered, at least 0, below 1.
    window_d
        Days that one tablet covers, above 0.

    Returns
    -------
    float or array
        Probability of taking the tablet on a day, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: probability alone; windows and rates of use stand in card ``naltrexone_adherence``.

    Examples
    --------
    >>> p_for_cover(0.875, [1, 2, 3]).round(3)
    array([0.875, 0.646, 0.5  ])
    """
    covered, window = numbers(
        fraction=(fraction, "", FRACTION_BELOW_1), window_d=(window_d, "d", POSITIVE)
    )
    return plain(-np.expm1(np.log1p(-covered) / window))


def longest_gap_d(p: ArrayLike, days: ArrayLike) -> FloatOrArray:
    r"""Return the longest run of missed days to expect within a time.

    With :math:`q = 1 - p` and :math:`F_k(m)` the probability that no run in :math:`m` days is
    longer than :math:`k`, the mean of the longest run is

    .. math:: \sum_{k=0}^{n-1} (1 - F_k(n)), \qquad
        F_k(m) = F_k(m - 1) - p\, q^{k+1} F_k(m - k - 2)

    where :math:`F_k(m) = 1` for :math:`m \le k` and :math:`F_k(k + 1) = 1 - q^{k+1}`.

    Parameters
    ----------
    p
        :math:`p`, probability of taking the tablet on a day, from 0 to 1.
    days
        :math:`n`, length of the time (d), a whole number from 1 to 3653 (ten years).

    Returns
    -------
    float or array
        Days, from 0 to ``days``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Exact, however small :math:`np` is. Cover is a mean; relapse needs one long gap.
    Source: probability alone; windows and rates of use stand in card ``naltrexone_adherence``.

    Examples
    --------
    >>> longest_gap_d([0.5, 0.8, 0.9], days=180).round(1)
    array([6.8, 2.9, 2. ])
    """
    taken, n = np.broadcast_arrays(*numbers(p=(p, "", FRACTION), days=(days, "d", _TEN_YEARS)))
    # One recursion for each rate serves all lengths: it passes through the shorter ones.
    lengths, run = n.astype(np.intp), np.empty(n.shape)
    for rate in np.unique(taken):
        here = taken == rate
        run[here] = _mean_longest_runs(float(rate), int(lengths[here].max()))[lengths[here]]
    return plain(run)


def covered_days(taken: ArrayLike, window_d: int) -> FloatArray:
    r"""Return which days are covered, from which tablets were taken.

    .. math:: c_j = 1 \text{ if } \sum_{i=j-W+1}^{j} x_i > 0, \text{ else } 0

    Parameters
    ----------
    taken
        For each day in turn, 1 if the tablet was taken and 0 if not.
    window_d
        Days that one tablet covers, that of taking included: a whole number of at least 1.

    Returns
    -------
    array
        1 for each day that is covered, else 0.

    Raises
    ------
    ValueError
        If ``taken`` holds anything but 0 and 1, or ``window_d`` is not a whole number of days.

    Notes
    -----
    Source: probability alone; windows and rates of use stand in card ``naltrexone_adherence``.

    Examples
    --------
    >>> covered_days([1, 0, 0, 1, 0, 0, 0], window_d=2)
    array([1., 1., 0., 1., 1., 0., 0.])
    """
    days = number("taken", taken, "", Interval(low=0, high=1, whole=True))
    if days.ndim != 1:
        raise ValueError(f"taken must be a list of days, not an array of shape {days.shape}.")
    window = int(scalar("window_d", window_d, "d", COUNT))
    doses = np.concatenate([[0], np.cumsum(days)])
    begin = np.maximum(np.arange(1, days.size + 1) - window, 0)
    return np.asarray(doses[1:] > doses[begin], dtype=np.float64)


def _mean_longest_runs(p: float, most: int) -> FloatArray:
    """Return the mean longest run of misses in 0, 1, ... ``most`` days."""
    k = np.arange(most)
    longer = (1 - p) ** (k + 1)
    k, longer = k[longer > _NOTHING], longer[longer > _NOTHING]
    # Row m - 1 holds p F_k(m - k - 2), column by column: each F is stored where it is needed, k + 1
    # rows on, which is one step through memory. By F_k(-1) = 1 / p the recursion starts itself.
    needed = np.zeros((most + 1, k.size))
    needed[k, k] = 1
    flat, step = needed.ravel(), k.size + 1
    none, means = np.ones(k.size), np.zeros(most + 1)
    for m in range(most + 1):
        if m:
            none -= longer * needed[m - 1]
            means[m] = (1 - none).sum()
        places = flat[(m + 1) * k.size :: step]
        places[: k.size] = p * none[: places.size]
    return means
