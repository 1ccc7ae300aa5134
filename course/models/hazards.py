r"""Why people stop: competing causes with constant hazards (M2.6).

Each cause has a hazard :math:`h_i`, the rate at which it ends treatment among those still on it.
Hazards add; probabilities do not, because nobody stops twice:

.. math::

    S(t) = e^{-t \sum_j h_j}, \qquad F_i(t) = \frac{h_i}{\sum_j h_j} \, (1 - S(t))

Time is in any unit; hazards are per that unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    Interval,
    numbers,
    plain,
    series,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_PER_TIME = "per unit of t"
_SOME_NOT_ALL = Interval(low=0, high=1, open_low=True, open_high=True)


def stopped_fraction(hazards: ArrayLike, t: ArrayLike) -> FloatOrArray:
    r"""Return the fraction that has stopped, for whatever cause.

    .. math:: 1 - S(t) = 1 - e^{-t \sum_j h_j}

    Parameters
    ----------
    hazards
        One for each cause (1/time), at least 0 and not all 0.
    t
        Time since the start; before it nobody has stopped.

    Returns
    -------
    float or array
        A fraction, in the shape of ``t``.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; a trial's fractions stand in card ``antipsychotic_discontinuation``.

    Examples
    --------
    >>> stopped_fraction([0.02, 0.05], t=[0, 6, 18]).round(3)
    array([0.   , 0.343, 0.716])
    """
    total = _hazards(hazards).sum()
    (time,) = numbers(t=(t, "", REAL))
    return plain(-np.expm1(-total * np.maximum(time, 0)))


def cause_shares(hazards: ArrayLike) -> FloatArray:
    r"""Return what part of all who stop each cause accounts for, at any time.

    .. math:: \frac{h_i}{\sum_j h_j}

    Parameters
    ----------
    hazards
        As in :func:`stopped_fraction`.

    Returns
    -------
    array
        Fractions that add up to 1, one for each cause.

    Raises
    ------
    ValueError
        If a hazard is negative, or all are 0.

    Notes
    -----
    Source: algebra; a trial's fractions stand in card ``antipsychotic_discontinuation``.

    Examples
    --------
    >>> cause_shares([1, 3])
    array([0.25, 0.75])
    """
    rates = _hazards(hazards)
    scaled = rates / rates.max()  # so that no sum overflows
    return np.asarray(scaled / scaled.sum())


def cumulative_incidence(hazards: ArrayLike, t: ArrayLike) -> FloatArray:
    r"""Return the fraction that each cause has ended by a time, while the others compete.

    .. math:: F_i(t) = \frac{h_i}{\sum_j h_j} \, (1 - S(t))

    Parameters
    ----------
    hazards, t
        As in :func:`stopped_fraction`.

    Returns
    -------
    array
        Fractions, a row for each cause; the further axes are those of ``t``. The rows add up to
        :func:`stopped_fraction`.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; a trial's fractions stand in card ``antipsychotic_discontinuation``.

    Examples
    --------
    >>> cumulative_incidence([0.02, 0.05], t=18).round(3)
    array([0.205, 0.512])
    """
    return np.asarray(np.multiply.outer(cause_shares(hazards), stopped_fraction(hazards, t)))


def hazard_from_fraction(fraction: ArrayLike, t: ArrayLike) -> FloatOrArray:
    r"""Return the constant hazard by which a fraction has stopped at a time.

    .. math:: h = -\ln(1 - F) / t

    Parameters
    ----------
    fraction
        :math:`F`, above 0 and below 1.
    t
        Time since the start, above 0.

    Returns
    -------
    float or array
        Hazard (1/time), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; a trial's fractions stand in card ``antipsychotic_discontinuation``.

    Examples
    --------
    Three quarters in 18 months:

    >>> round(hazard_from_fraction(0.75, t=18), 4)
    0.077
    """
    stopped, time = numbers(fraction=(fraction, "", _SOME_NOT_ALL), t=(t, "", POSITIVE))
    return plain(-np.log1p(-stopped) / time)


def median_time(hazard: ArrayLike) -> FloatOrArray:
    r"""Return the time by which half has stopped.

    .. math:: t_{1/2} = \ln 2 / h

    Parameters
    ----------
    hazard
        Sum of all hazards (1/time), above 0.

    Returns
    -------
    float or array
        Time, in the shape of ``hazard``.

    Raises
    ------
    ValueError
        If ``hazard`` is not above 0.

    Notes
    -----
    Source: algebra; a trial's fractions stand in card ``antipsychotic_discontinuation``.

    Examples
    --------
    >>> round(median_time(0.1), 2)
    6.93
    """
    (rate,) = numbers(hazard=(hazard, "per unit of time", POSITIVE))
    return plain(np.log(2) / rate)


def _hazards(hazards: ArrayLike) -> FloatArray:
    rates = series("hazards", hazards, _PER_TIME, NON_NEGATIVE)
    if not rates.any():
        raise ValueError("hazards must not all be 0.")
    return rates
