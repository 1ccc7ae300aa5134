r"""Three hypotheses for an effect on mood that outlasts the drug (M4.12).

All three are driven by the same plasma curve :math:`C_p(t)`, given as samples between which it
runs straight:

1. the effect follows plasma: :math:`E = C_p / (C_p + C_{50})`;
2. it follows a slow effect site: :math:`C_e' = k (C_p - C_e)`, :math:`E = C_e / (C_e + C_{50})`;
3. plasma triggers a state that lasts: :math:`E' = \kappa \frac{C_p}{C_p + C_{50}} (1 - E) -
   E/\tau`.

Only a comparison of their time courses with data can tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    FloatArray,
    FloatOrArray,
    numbers,
    scalar,
)
from course.models._samples import sampled
from course.models._varying_rate import relaxed
from course.models.effect_site import effect_site
from course.models.occupancy import occupancy
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_MOOD = card("antidepressant_hypotheses")
_C50 = _MOOD["c50_ng_mL"].value
_SLOW_C50 = _MOOD["slow_c50_ng_mL"].value
_SLOW_HALF_TIME_H = _MOOD["slow_half_time_h"].value
_KAPPA_PER_H = _MOOD["kappa_per_h"].value
_TAU_H = _MOOD["tau_h"].value


def plasma_linked(plasma_ng_mL: ArrayLike, c50_ng_mL: ArrayLike = _C50) -> FloatOrArray:
    r"""Return the effect if it follows plasma without delay.

    .. math:: E = \frac{C}{C_{50} + C}

    Parameters
    ----------
    plasma_ng_mL
        Plasma (ng/mL), at least 0.
    c50_ng_mL
        Plasma with half of the full effect (ng/mL), above 0.

    Returns
    -------
    float or array
        A fraction of the full effect, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``antidepressant_hypotheses``, teaching choices.

    Examples
    --------
    >>> plasma_linked([0, 100, 300])
    array([0.  , 0.5 , 0.75])
    """
    c, half = numbers(
        plasma_ng_mL=(plasma_ng_mL, "ng/mL", NON_NEGATIVE),
        c50_ng_mL=(c50_ng_mL, "ng/mL", POSITIVE),
    )
    return occupancy(c, half)


def slow_site(
    t_h: ArrayLike,
    plasma_ng_mL: ArrayLike,
    half_time_h: float = _SLOW_HALF_TIME_H,
    c50_ng_mL: float = _SLOW_C50,
) -> FloatArray:
    r"""Return the effect if it follows a slow effect site.

    .. math:: E = \frac{C_e}{C_{50} + C_e}, \qquad
        C_e' = k (C - C_e), \quad k = \frac{\ln 2}{t_{1/2}}

    Parameters
    ----------
    t_h
        Times of the samples (h), strictly increasing.
    plasma_ng_mL
        Plasma at each (ng/mL), at least 0, straight between them.
    half_time_h
        Half-time of the effect site (h), above 0.
    c50_ng_mL
        Effect site with half of the full effect (ng/mL), above 0.

    Returns
    -------
    array
        A fraction of the full effect at each sample; 0 at the first.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``t_h`` does not increase, or the lengths differ.

    Notes
    -----
    Source: card ``antidepressant_hypotheses``, teaching choices.

    Examples
    --------
    >>> slow_site([0, 1, 10, 100], [0, 200, 20, 0]).round(3)
    array([0.   , 0.223, 0.743, 0.659])
    """
    times, c = sampled(("t_h", t_h, "h"), ("plasma_ng_mL", plasma_ng_mL, "ng/mL", NON_NEGATIVE))
    half_time = scalar("half_time_h", half_time_h, "h", POSITIVE)
    half = scalar("c50_ng_mL", c50_ng_mL, "ng/mL", POSITIVE)
    return np.asarray(occupancy(effect_site(times, c, half_time), half))


def triggered_state(
    t_h: ArrayLike,
    plasma_ng_mL: ArrayLike,
    kappa_per_h: float = _KAPPA_PER_H,
    tau_h: float = _TAU_H,
    c50_ng_mL: float = _C50,
) -> FloatArray:
    r"""Return the effect if plasma triggers a state that lasts.

    Parameters
    ----------
    t_h
        Times of the samples (h), strictly increasing.
    plasma_ng_mL
        Plasma at each (ng/mL), at least 0, straight between them.
    kappa_per_h
        :math:`\kappa`, rate at which a full trigger changes the state (1/h), at least 0.
    tau_h
        :math:`\tau`, how long the changed state lasts (h), above 0.
    c50_ng_mL
        Plasma with half of the full trigger (ng/mL), above 0.

    Returns
    -------
    array
        A fraction of the full effect at each sample; 0 at the first.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``t_h`` does not increase, or the lengths differ.

    Notes
    -----
    The equation is linear in the effect, with a rate that plasma changes. It is solved step by
    step by an implicit formula of fifth order, which also bears very fast triggers.
    Source: card ``antidepressant_hypotheses``, teaching choices.

    Examples
    --------
    >>> triggered_state([0, 1, 10, 100], [0, 200, 20, 0]).round(3)
    array([0.   , 0.201, 0.884, 0.733])
    """
    times, c = sampled(("t_h", t_h, "h"), ("plasma_ng_mL", plasma_ng_mL, "ng/mL", NON_NEGATIVE))
    kappa = scalar("kappa_per_h", kappa_per_h, "per h", NON_NEGATIVE)
    loss = 1 / scalar("tau_h", tau_h, "h", POSITIVE)
    half = scalar("c50_ng_mL", c50_ng_mL, "ng/mL", POSITIVE)

    def gain(at_h: FloatArray) -> FloatArray:
        return np.asarray(kappa * occupancy(np.interp(at_h, times, c), half))

    lengths = np.diff(times) * (kappa + loss)
    bends = np.abs(np.diff(c)) / (np.minimum(c[:-1], c[1:]) + half)
    return relaxed(times, gain, loss, np.maximum(lengths, bends))
