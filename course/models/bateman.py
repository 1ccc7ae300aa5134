r"""The Bateman function: a dose absorbed into one compartment and eliminated from it (M5.3).

.. math:: C(t) = \frac{F D}{V} \frac{k_a}{k_a - k} (e^{-kt} - e^{-k_a t})
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import lambertw

from course.models._domain import (
    FRACTION,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
)
from course.models._units import LN2, NG_ML_PER_MG_L

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_LARGEST = np.finfo(np.float64).max


def bateman_ng_mL(
    t_h: ArrayLike,
    dose_mg: ArrayLike,
    *,
    bioavailability: ArrayLike = 1,
    ka_per_h: ArrayLike,
    k_per_h: ArrayLike,
    volume_L: ArrayLike,
) -> FloatOrArray:
    r"""Return the concentration after a dose that is absorbed into one compartment.

    Written so that the two rates may be equal, or change places (flip-flop).

    Parameters
    ----------
    t_h
        Time since the dose (h); before it the concentration is 0.
    dose_mg
        :math:`D` (mg), at least 0.
    bioavailability
        :math:`F`, from 0 to 1.
    ka_per_h, k_per_h
        Rate constants of absorption and elimination (1/h), above 0.
    volume_L
        :math:`V` (L), above 0.

    Returns
    -------
    float or array
        Concentration (ng/mL), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> bateman_ng_mL([1, 2, 4], 10, ka_per_h=[0.5, 1.5, 0.5], k_per_h=0.5, volume_L=50).round(1)
    array([60.7, 95.4, 54.1])
    """
    t, dose, fraction, ka, k, volume = numbers(
        t_h=(t_h, "h", REAL),
        dose_mg=(dose_mg, "mg", NON_NEGATIVE),
        bioavailability=(bioavailability, "", FRACTION),
        ka_per_h=(ka_per_h, "per h", POSITIVE),
        k_per_h=(k_per_h, "per h", POSITIVE),
        volume_L=(volume_L, "L", POSITIVE),
    )
    since = np.maximum(t, 0)
    slow, apart = np.minimum(ka, k), np.abs(ka - k)
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        both = np.where(apart == 0, since, -np.expm1(-apart * since) / apart)
        curve = ka * np.exp(-slow * since) * both
        level = NG_ML_PER_MG_L * dose * fraction / volume * curve
        return plain(np.where(curve == 0, 0, level))  # even where the level per curve overflows


def time_of_peak_h(ka_per_h: ArrayLike, k_per_h: ArrayLike) -> FloatOrArray:
    r"""Return when the Bateman curve is highest.

    .. math:: t_{max} = \frac{\ln (k_a / k)}{k_a - k}

    Parameters
    ----------
    ka_per_h, k_per_h
        Rate constants of absorption and elimination (1/h), above 0; which is which does not
        matter.

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
    >>> time_of_peak_h([1.5, 0.2], 0.2).round(3)
    array([1.55, 5.  ])
    """
    ka, k = numbers(ka_per_h=(ka_per_h, "per h", POSITIVE), k_per_h=(k_per_h, "per h", POSITIVE))
    slow, fast, apart = np.minimum(ka, k), np.maximum(ka, k), np.abs(ka - k)
    # Each form for the rates that suit it: the difference of logarithms cannot overflow.
    close = fast <= 2 * slow
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        logarithm = np.where(close, np.log1p(apart / slow), np.log(fast) - np.log(slow))
        return plain(np.where(apart == 0, 1 / slow, logarithm / apart))


def absorption_rate_per_h(t_max_h: ArrayLike, half_life_h: ArrayLike) -> FloatOrArray:
    r"""Return the rate of absorption that puts the Bateman curve's peak where it was seen.

    .. math:: \frac{\ln r}{r - 1} = k\, t_{max}, \qquad r = k_a / k

    solved by Lambert's :math:`W`. Beyond :math:`k\,t_{max} = 1` absorption is the slower of the
    two (flip-flop).

    Parameters
    ----------
    t_max_h
        Time of the peak (h), above 0.
    half_life_h
        Half-life of elimination (h), above 0.

    Returns
    -------
    float or array
        :math:`k_a` (1/h), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> absorption_rate_per_h([0.95, 6], half_life_h=3.155).round(3)
    array([2.956, 0.123])
    """
    t_max, half = numbers(
        t_max_h=(t_max_h, "h", POSITIVE), half_life_h=(half_life_h, "h", POSITIVE)
    )
    k = LN2 / half
    with np.errstate(over="ignore"):
        return plain(k * _rate_ratio(np.minimum(k * t_max, _LARGEST)))


def peak_from_area_ng_mL(
    auc_ng_h_mL: ArrayLike, t_max_h: ArrayLike, half_life_h: ArrayLike
) -> FloatOrArray:
    r"""Return the peak that one compartment must have, given its area and the time of its peak.

    .. math:: C_{max} = AUC\, k\, e^{-k t_{max}}

    At the peak input equals loss, so nothing need be known of absorption but that it is first
    order.

    Parameters
    ----------
    auc_ng_h_mL
        Area under the curve (ng h/mL), at least 0.
    t_max_h
        Time of the peak (h), at least 0.
    half_life_h
        Half-life of elimination (h), above 0.

    Returns
    -------
    float or array
        Concentration (ng/mL), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> round(peak_from_area_ng_mL(65.45, t_max_h=0.95, half_life_h=3.155), 2)
    11.67
    """
    area, t_max, half = numbers(
        auc_ng_h_mL=(auc_ng_h_mL, "ng h/mL", NON_NEGATIVE),
        t_max_h=(t_max_h, "h", NON_NEGATIVE),
        half_life_h=(half_life_h, "h", POSITIVE),
    )
    with np.errstate(over="ignore"):
        return plain(area * (LN2 / half * np.exp2(-t_max / half)))


def _rate_ratio(u: FloatArray) -> FloatArray:
    """Return the root of ln r = u (r - 1) that is not 1, or 1 where there is no other."""
    # -u r is W of -u exp(-u), on the branch that -u itself is not on.
    inside = -u * np.exp(-u)
    other = np.where(u < 1, lambertw(inside, -1).real, lambertw(inside, 0).real)
    ratio: FloatArray = np.where(u == 1, 1.0, -other / u)
    return ratio
