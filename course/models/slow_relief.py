r"""Relief that outlives the drug: ketamine in complex regional pain syndrome (M4.9).

The effect follows plasma with a half-time of days:

.. math:: \frac{dC_e}{dt} = k (C_p - C_e), \qquad E = \frac{C_e}{C_e + C_{50}}

so plasma may be gone within hours and the relief within weeks.
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
    scalar,
)
from course.models._filter import infused
from course.models._samples import sampled
from course.models._units import H_PER_D
from course.models.effect_site import effect_site, effect_site_of_infusion
from course.models.occupancy import concentration_for_occupancy, occupancy
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_CRPS = card("crps_relief")
_C50_NG_ML = _CRPS["c50_ng_mL"].value
_HALF_TIME_D = _CRPS["half_time_d"].value
_SOME_RELIEF = Interval(low=0, high=1, open_low=True, open_high=True)


def relief(
    t_d: ArrayLike,
    plasma_ng_mL: ArrayLike,
    infusion_h: ArrayLike,
    c50_ng_mL: ArrayLike = _C50_NG_ML,
    half_time_d: ArrayLike = _HALF_TIME_D,
) -> FloatOrArray:
    r"""Return the relief during and after an infusion that holds plasma at one level.

    Parameters
    ----------
    t_d
        Days since the infusion stopped; during it they are negative. Before it there is none.
    plasma_ng_mL
        :math:`C_p`, plasma during the infusion (ng/mL), at least 0; after it, 0.
    infusion_h
        Length of the infusion (h), above 0.
    c50_ng_mL
        :math:`C_{50}`, effect-site concentration with half of the full relief (ng/mL), above 0.
    half_time_d
        Half-time of onset and offset (d), above 0.

    Returns
    -------
    float or array
        Relief as a fraction of full relief, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Dahan and others 2011, card ``crps_relief``. It holds for those who respond at all: two
    thirds on ketamine, a quarter on placebo.

    Examples
    --------
    >>> relief([-2, 0, 7, 30, 50], plasma_ng_mL=200, infusion_h=100).round(3)
    array([0.71 , 0.816, 0.74 , 0.397, 0.156])
    """
    t, c, infusion, c50, half = numbers(
        t_d=(t_d, "d", REAL),
        plasma_ng_mL=(plasma_ng_mL, "ng/mL", NON_NEGATIVE),
        infusion_h=(infusion_h, "h", POSITIVE),
        c50_ng_mL=(c50_ng_mL, "ng/mL", POSITIVE),
        half_time_d=(half_time_d, "d", POSITIVE),
    )
    days = infusion / H_PER_D
    site = infused(t + days, c, days, half)
    with np.errstate(divide="ignore", over="ignore"):  # an empty site gives no relief
        return plain(1 / (1 + c50 / site))


def relief_from_plasma(
    t_d: ArrayLike,
    plasma_ng_mL: ArrayLike,
    c50_ng_mL: float = _C50_NG_ML,
    half_time_d: float = _HALF_TIME_D,
) -> FloatArray:
    r"""Return the relief behind any plasma curve.

    .. math:: E = \frac{C_e}{C_{50} + C_e}, \qquad
        C_e' = k (C - C_e), \quad k = \frac{\ln 2}{t_{1/2}}

    Parameters
    ----------
    t_d
        Times of the samples (d), strictly increasing.
    plasma_ng_mL
        Plasma at each (ng/mL), at least 0, straight between them.
    c50_ng_mL, half_time_d
        As in :func:`relief`.

    Returns
    -------
    array
        Relief at each sample; 0 at the first.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``t_d`` does not increase, or the lengths differ.

    Notes
    -----
    Source: Dahan and others 2011, card ``crps_relief``.

    Examples
    --------
    >>> relief_from_plasma([0, 4, 4.2, 30], [200, 200, 0, 0]).round(3)
    array([0.   , 0.811, 0.813, 0.457])
    """
    times, c = sampled(("t_d", t_d, "d"), ("plasma_ng_mL", plasma_ng_mL, "ng/mL", NON_NEGATIVE))
    c50 = scalar("c50_ng_mL", c50_ng_mL, "ng/mL", POSITIVE)
    half = scalar("half_time_d", half_time_d, "d", POSITIVE)
    return np.asarray(occupancy(effect_site(times, c, half), c50))


def days_above(
    threshold: ArrayLike,
    plasma_ng_mL: ArrayLike,
    infusion_h: ArrayLike,
    c50_ng_mL: ArrayLike = _C50_NG_ML,
    half_time_d: ArrayLike = _HALF_TIME_D,
) -> FloatOrArray:
    r"""Return for how many days after the infusion the relief exceeds a threshold.

    .. math:: t = \frac{1}{k} \ln \frac{C_e(0)}{C_{50} E / (1 - E)}

    Parameters
    ----------
    threshold
        :math:`E`, relief, above 0 and below 1.
    plasma_ng_mL, infusion_h, c50_ng_mL, half_time_d
        As in :func:`relief`.

    Returns
    -------
    float or array
        Days, in the broadcast shape of the arguments; 0 if the relief never reached so far.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Dahan and others 2011, card ``crps_relief``.

    Examples
    --------
    >>> round(days_above(0.5, plasma_ng_mL=200, infusion_h=100), 2)
    23.42
    """
    level, c, infusion, c50, half = numbers(
        threshold=(threshold, "", _SOME_RELIEF),
        plasma_ng_mL=(plasma_ng_mL, "ng/mL", NON_NEGATIVE),
        infusion_h=(infusion_h, "h", POSITIVE),
        c50_ng_mL=(c50_ng_mL, "ng/mL", POSITIVE),
        half_time_d=(half_time_d, "d", POSITIVE),
    )
    days = infusion / H_PER_D
    at_stop = effect_site_of_infusion(days, c, days, half)
    with np.errstate(divide="ignore"):
        left = np.log2(at_stop) - np.log2(concentration_for_occupancy(level, c50))
    return plain(half * np.maximum(left, 0))
