r"""The effect site: where a drug acts with a delay behind plasma.

.. math:: \frac{dC_e}{dt} = k (C_p - C_e), \qquad k = \frac{\ln 2}{t_{1/2}}

Plasma is given either as samples, between which it runs straight, or as a level that an infusion
holds for a while. Either way the solution is exact. Times are in any unit, the same for all.
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
    number,
    numbers,
    plain,
    series,
)
from course.models._filter import infused
from course.models._units import LN2
from course.models.adaptation import filtered

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_AS_T = "in the unit of t"


def effect_site(
    t: ArrayLike, plasma: ArrayLike, half_time: ArrayLike, start: ArrayLike = 0
) -> FloatArray:
    r"""Return the concentration at the effect site behind a sampled plasma curve.

    Plasma runs straight from each sample to the next. With :math:`z = k \Delta`, a straight run
    does the same as a held level that stands the share :math:`w` of the way up it:

    .. math:: w = \frac{1}{1 - e^{-z}} - \frac{1}{z}

    Parameters
    ----------
    t
        Times of the samples, strictly increasing.
    plasma
        Plasma at each, at least 0, along the last axis; any unit.
    half_time
        Time in which the site comes half-way to a new level, above 0, in the unit of ``t``.
    start
        Effect site at the first sample, at least 0, in the unit of ``plasma``.

    Returns
    -------
    array
        The effect site at each sample, in the unit and shape of ``plasma``.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``t`` does not increase, or the lengths differ.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> effect_site([0, 1, 2, 12], [0, 10, 0, 0], half_time=2).round(3)
    array([0.   , 1.549, 2.475, 0.077])
    """
    times = series("t", t, "in the unit of half_time", REAL)
    c = number("plasma", plasma, "", NON_NEGATIVE)
    half = number("half_time", half_time, _AS_T, POSITIVE)
    first = number("start", start, "in the unit of plasma", NON_NEGATIVE)
    if half.ndim:
        raise ValueError(f"half_time must be one number, not an array of shape {half.shape}.")
    tau = half / LN2
    with np.errstate(over="ignore"):
        share = _share_of_the_way(np.diff(times) / tau)
    if not c.ndim or c.shape[-1] != times.size:
        raise ValueError(f"plasma must have one value for each of the {times.size} in t.")
    held = c[..., :-1] + share * np.diff(c, axis=-1)
    return filtered(times, np.concatenate([held, c[..., -1:]], axis=-1), tau, first)


def effect_site_of_infusion(
    t: ArrayLike, level: ArrayLike, duration: ArrayLike, half_time: ArrayLike
) -> FloatOrArray:
    r"""Return the effect site while plasma is held at a level, and after it has fallen to 0.

    .. math::

        C_e = \begin{cases}
            C_p (1 - e^{-kt}) & 0 \le t \le T \\
            C_p (1 - e^{-kT}) e^{-k(t - T)} & t > T
        \end{cases}

    Parameters
    ----------
    t
        Time since the infusion began; before it the site is empty.
    level
        :math:`C_p`, plasma during the infusion, at least 0; any unit.
    duration
        :math:`T`, length of the infusion, at least 0, in the unit of ``t``.
    half_time
        Time in which the site comes half-way to a new level, above 0, in the unit of ``t``.

    Returns
    -------
    float or array
        Concentration in the unit of ``level``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> effect_site_of_infusion([-1, 1, 2, 4], level=10, duration=2, half_time=2).round(3)
    array([0.   , 2.929, 5.   , 2.5  ])
    """
    t_, c, length, half = numbers(
        t=(t, "in the unit of half_time", REAL),
        level=(level, "", NON_NEGATIVE),
        duration=(duration, _AS_T, NON_NEGATIVE),
        half_time=(half_time, _AS_T, POSITIVE),
    )
    return plain(infused(t_, c, length, half))


def _share_of_the_way(z: FloatArray) -> FloatArray:
    small = z < 1e-2
    safe = np.where(small, 1.0, z)
    exact = -1 / np.expm1(-safe) - 1 / safe
    # Where the two terms would cancel, their series: the next term is below 1e-12.
    return np.where(small, 0.5 + z / 12 - z**3 / 720, exact)
