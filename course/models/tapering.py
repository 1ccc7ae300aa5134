r"""Stepwise ends of a drug's use, in multiples of its ED50 (M3.12).

Occupancy is a hyperbola of the dose, so equal steps of the dose are unequal steps of the effect.
A hyperbolic taper takes equal steps of occupancy:

.. math:: D = ED_{50} \frac{O}{1 - O}

The drug is fictitious and so is every schedule: nothing here is a dose for anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    COUNT,
    POSITIVE,
    REAL,
    FloatArray,
    Interval,
    number,
    scalar,
    series,
)
from course.models.occupancy import concentration_for_occupancy, occupancy

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_INSIDE = Interval(low=0, high=1, open_low=True, open_high=True)
_DOSES = "in multiples of ED50"


def taper_doses(ed50: float, occupancies: ArrayLike) -> FloatArray:
    r"""Return the doses for a falling series of occupancies.

    .. math:: D_i = ED_{50} \frac{O_i}{1 - O_i}

    Parameters
    ----------
    ed50
        Dose with half of the occupancy, above 0, any unit.
    occupancies
        Fractions above 0 and below 1, strictly decreasing.

    Returns
    -------
    array
        Doses in the unit of ``ed50``, as many as occupancies.

    Raises
    ------
    ValueError
        If an argument is outside its range, or the occupancies do not decrease.

    Notes
    -----
    Source: algebra; ED50s stand in the cards of drugs.

    Examples
    --------
    Equal steps of occupancy are ever smaller steps of dose:

    >>> taper_doses(1, [0.8, 0.6, 0.4, 0.2]).round(3)
    array([4.   , 1.5  , 0.667, 0.25 ])
    """
    half = scalar("ed50", ed50, "", POSITIVE)
    steps = series("occupancies", occupancies, "", _INSIDE)
    if (np.diff(steps) >= 0).any():
        raise ValueError("occupancies must be strictly decreasing.")
    return np.asarray(concentration_for_occupancy(steps, half))


def linear_taper(start: float, steps: int) -> FloatArray:
    r"""Return doses that fall to 0 in equal steps of dose.

    .. math:: D_i = D_0 (1 - i/n), \quad i = 0, \dots, n

    Parameters
    ----------
    start
        Dose before the taper, above 0, in multiples of ED50.
    steps
        How many reductions, a whole number of at least 1; with 1 the drug stops at once.

    Returns
    -------
    array
        The start, the dose after each reduction, and 0 at the end.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; ED50s stand in the cards of drugs.

    Examples
    --------
    >>> linear_taper(4, steps=4)
    array([4., 3., 2., 1., 0.])
    """
    first = scalar("start", start, _DOSES, POSITIVE)
    return np.linspace(first, 0, int(scalar("steps", steps, "", COUNT)) + 1)


def hyperbolic_taper(start: float, steps: int) -> FloatArray:
    r"""Return doses that fall to 0 in equal steps of occupancy, in the unit of the start.

    .. math:: D_i = \frac{O_i}{1 - O_i}, \qquad
        O_i = \frac{D_0}{1 + D_0} (1 - i/n), \quad i = 0, \dots, n

    Parameters
    ----------
    start, steps
        As in :func:`linear_taper`.

    Returns
    -------
    array
        The start, the dose after each reduction, and 0 at the end.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; ED50s stand in the cards of drugs.

    Examples
    --------
    >>> hyperbolic_taper(4, steps=4).round(3)
    array([4.   , 1.5  , 0.667, 0.25 , 0.   ])
    """
    first = scalar("start", start, _DOSES, POSITIVE)
    count = int(scalar("steps", steps, "", COUNT))
    doses = np.asarray(
        concentration_for_occupancy(np.linspace(occupancy(first, 1), 0, count + 1), 1)
    )
    doses[0] = first
    return doses


def dose_at(t: ArrayLike, doses: ArrayLike, step_length: float, begin: float = 0) -> FloatArray:
    r"""Return the dose in force at each time of a taper.

    .. math:: D(t) = D_i, \qquad
        i = \left\lfloor \frac{t - t_0}{T} \right\rfloor + 1 \text{ within } 0, \dots, n

    Parameters
    ----------
    t
        Times, any unit.
    doses
        The first until ``begin``, each further one for a step's length, the last for ever.
    step_length
        How long each step lasts, above 0, in the unit of ``t``.
    begin
        Time of the first reduction.

    Returns
    -------
    array
        Doses, in the shape of ``t`` and the unit of ``doses``.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; ED50s stand in the cards of drugs.

    Examples
    --------
    >>> dose_at([-1, 0, 7, 30], [4, 2, 0], step_length=7)
    array([4., 2., 0., 0.])
    """
    times = number("t", t, "", REAL)
    levels = series("doses", doses, _DOSES, Interval(low=0))
    length = scalar("step_length", step_length, "in the unit of t", POSITIVE)
    step = np.floor((times - scalar("begin", begin, "in the unit of t", REAL)) / length) + 1
    return np.asarray(levels[np.clip(step, 0, levels.size - 1).astype(int)])
