r"""Two ways to more dopamine: block the pump, or run it backwards (M3.3, M3.5).

.. math::

    \frac{dC}{dt} = R (1 - d) + J - \frac{V_{max} C}{K_m' + C}, \qquad
    K_m' = \frac{K_m}{1 - o} \;\text{ or }\; K_m \left(1 + \frac{I}{K_i}\right)

A blocker such as methylphenidate occupies the fraction :math:`o` of the transporters and only
keeps what firing releases. Amphetamine is carried too: it competes, empties vesicles (depletion
:math:`d` of what a spike releases) and lets dopamine out through the carrier (efflux :math:`J`),
whether neurones fire or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import lambertw, wrightomega

from course.models._domain import (
    FRACTION,
    FRACTION_BELOW_1,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    Interval,
    numbers,
    plain,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_UPTAKE = card("dopamine_uptake")
_VMAX_UM_S = _UPTAKE["vmax_uM_s"].value
_KM_UM = _UPTAKE["km_uM"].value
_RELEASE_UM_S = _UPTAKE["rate_Hz"].value * _UPTAKE["per_pulse_uM"].value
# Of Vmax: with less to spare the level is far off, and its formula loses digits.
_NEAR_BALANCE = 0.01
_SERIES = 1e-3  # below it the series is exact to 1e-13, and the logarithm would cancel
_MOST_STEPS = 100
_EPSILON = float(np.finfo(np.float64).eps)


def tone_ratio(dat_occupancy: ArrayLike) -> FloatOrArray:
    r"""Return how many times a blocker multiplies tonic dopamine at the same firing.

    .. math:: \frac{C^*(o)}{C^*(0)} = \frac{1}{1 - o}

    Parameters
    ----------
    dat_occupancy
        :math:`o`, fraction of the transporters that it occupies, at least 0, below 1.

    Returns
    -------
    float or array
        A ratio of at least 1, in the shape of ``dat_occupancy``.

    Raises
    ------
    ValueError
        If ``dat_occupancy`` is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> tone_ratio([0, 0.5, 0.75])
    array([1., 2., 4.])
    """
    (occupied,) = numbers(dat_occupancy=(dat_occupancy, "", FRACTION_BELOW_1))
    return plain(1 / (1 - occupied))


def competed_km_uM(inhibitor: ArrayLike, ki: ArrayLike, km_uM: ArrayLike = _KM_UM) -> FloatOrArray:
    r"""Return the apparent Michaelis constant beside a competitor for the carrier.

    .. math:: K_m' = K_m \left(1 + \frac{I}{K_i}\right)

    Parameters
    ----------
    inhibitor
        Competitor, at least 0, in the unit of ``ki``.
    ki
        Its dissociation constant at the carrier, above 0.
    km_uM
        Michaelis constant without it (µM), above 0.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``dopamine_uptake``; efflux and depletion are teaching choices.

    Examples
    --------
    >>> round(competed_km_uM(3, ki=1, km_uM=0.2), 3)
    0.8
    """
    competitor, constant, km = numbers(
        inhibitor=(inhibitor, "in the unit of ki", NON_NEGATIVE),
        ki=(ki, "", POSITIVE),
        km_uM=(km_uM, "µM", POSITIVE),
    )
    return plain(km * (1 + competitor / constant))


def steady_dopamine_uM(
    efflux_uM_s: ArrayLike,
    depletion: ArrayLike = 0,
    release_uM_s: ArrayLike = _RELEASE_UM_S,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
) -> FloatOrArray:
    r"""Return the level at which uptake balances release and efflux.

    .. math:: C^* = K_m' \frac{a}{V_{max} - a}, \qquad a = R (1 - d) + J

    Parameters
    ----------
    efflux_uM_s
        :math:`J`, efflux through the carrier (µM/s), at least 0.
    depletion
        :math:`d`, fraction of a spike's release that is lost to empty vesicles, from 0 to 1.
    release_uM_s
        :math:`R`, release by spikes from full vesicles (µM/s), at least 0.
    vmax_uM_s
        Largest rate of uptake (µM/s), above 0.
    km_uM
        Michaelis constant beside the drug (µM), above 0: see :func:`competed_km_uM`.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range, or release and efflux reach ``vmax_uM_s``: then no
        level is steady.

    Notes
    -----
    Source: card ``dopamine_uptake``. Efflux and depletion are teaching choices.

    Examples
    --------
    Without firing a blocker does nothing; efflux needs no firing:

    >>> steady_dopamine_uM([0, 1], release_uM_s=0).round(4)
    array([0.    , 0.0667])
    """
    supply, vmax, km = _supply(efflux_uM_s, depletion, release_uM_s, vmax_uM_s, km_uM)
    too_much = supply >= vmax
    if too_much.any():
        raise ValueError(
            "release_uM_s left by depletion plus efflux_uM_s must be below vmax_uM_s (µM/s) for "
            f"a steady level, not {supply[too_much].flat[0]:g}."
        )
    return plain(km * supply / (vmax - supply))


def dopamine_course_uM(
    t_s: ArrayLike,
    c0_uM: ArrayLike,
    efflux_uM_s: ArrayLike = 0,
    *,
    depletion: ArrayLike = 0,
    release_uM_s: ArrayLike = _RELEASE_UM_S,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
) -> FloatOrArray:
    r"""Return dopamine on its way to the level that release, efflux and uptake keep.

    With :math:`y = C - C^*`, :math:`v = V_{max} - a` and :math:`k = K_m' V_{max}/v` the equation
    is that of a saturable pump, :math:`y' = -v y/(k + y)`, so that

    .. math::

        y = k \, \omega\!\left(\ln\frac{y_0}{k} + \frac{y_0 - v t}{k}\right) \;(y_0 > 0), \qquad
        y = k \, W_0\!\left(\frac{y_0}{k} e^{(y_0 - v t)/k}\right) \;(y_0 < 0)

    with Lambert's :math:`W` and Wright's :math:`\omega(x) = W(e^x)`. A supply near or beyond
    :math:`V_{max}` has no such level, and for a finite time needs none: with :math:`\tau =
    V_{max} t / K_m'`, :math:`b = 1 + C_0/K_m'` and :math:`\sigma = 1 - a/V_{max}`

    .. math::

        C = C_0 + K_m' (1 - \sigma b) w, \qquad
        b w - \frac{\sigma w + \ln(1 - \sigma w)}{\sigma^2} = \tau

    Parameters
    ----------
    t_s
        Time since the supply became what it is (s); before it the concentration is ``c0_uM``.
    c0_uM
        Dopamine at time 0 (µM), at least 0.
    efflux_uM_s, depletion, release_uM_s, vmax_uM_s, km_uM
        As in :func:`steady_dopamine_uM`.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``dopamine_uptake`` (defaults); the solution is algebra.

    Examples
    --------
    >>> dopamine_course_uM([0, 0.05, 1], c0_uM=0, efflux_uM_s=1).round(4)
    array([0.    , 0.0415, 0.0899])

    Beyond what the pump can carry it climbs without end:

    >>> dopamine_course_uM([1, 10, 100], c0_uM=0, efflux_uM_s=5).round(1)
    array([  2. ,  14.3, 127.2])
    """
    supply, vmax, km, t, start = _supply(
        efflux_uM_s,
        depletion,
        release_uM_s,
        vmax_uM_s,
        km_uM,
        t_s=(t_s, "s", REAL),
        c0_uM=(c0_uM, "µM", NON_NEGATIVE),
    )
    spare = vmax - supply
    settles = spare >= _NEAR_BALANCE * vmax
    lasted = np.maximum(t, 0)
    # Each route is asked only for what it can answer; the other's elements stand in harmlessly.
    towards = _to_level(lasted, start, np.where(settles, supply, 0), vmax, km)
    beyond = _near_balance(lasted, start, np.where(settles, vmax, supply), vmax, km)
    return plain(np.where(t <= 0, start, np.where(settles, towards, beyond)))


def _to_level(
    t: FloatArray, start: FloatArray, supply: FloatArray, vmax: FloatArray, km: FloatArray
) -> FloatArray:
    """Return the course to a level well below infinity, by Lambert's and Wright's functions."""
    spare = vmax - supply
    level = km * supply / spare
    scale = km * vmax / spare
    away = (start - level) / scale
    gone = spare * t / scale
    fallen: FloatArray = np.minimum(away, 0)
    shrunk: FloatArray = fallen * np.exp(fallen - gone)
    with np.errstate(divide="ignore"):  # log(0) = -inf where the level is approached from below
        above = wrightomega(np.log(np.maximum(away, 0)) + away - gone)
    below = lambertw(shrunk, 0).real
    course = level + scale * np.where(away > 0, above, below)
    return np.clip(course, np.minimum(start, level), np.maximum(start, level))


def _near_balance(
    t: FloatArray, start: FloatArray, supply: FloatArray, vmax: FloatArray, km: FloatArray
) -> FloatArray:
    """Return the course where there is no level, or one so high that it would cancel digits.

    Newton's method on the docstring's equation for w, whose left side is convex and rises.
    """
    excess, tau, b = (supply - vmax) / vmax, vmax * t / km, 1 + start / km
    ceiling = np.where(excess < 0, (1 - _EPSILON) / np.maximum(-excess, _EPSILON), np.inf)
    w = np.minimum(2 * tau / (b + np.hypot(b, np.sqrt(2 * tau))), ceiling)  # exact at balance
    for _ in range(_MOST_STEPS):
        x = excess * w
        step = (b * w + w * _curvature(x) * w - tau) / (b + w / (1 + x))
        new = w - step
        # Beyond the ceiling the logarithm has no value: go half of the way instead.
        new = np.where(new >= ceiling, (w + ceiling) / 2, new)
        settled = np.abs(new - w) <= 4 * _EPSILON * np.abs(w)
        w = new
        if settled.all():
            break
    return start + (km * supply / vmax + excess * start) * w


def _curvature(x: FloatArray) -> FloatArray:
    """Return (x - ln(1 + x)) / x², which is a half at 0."""
    small = np.abs(x) < _SERIES
    safe, x = np.where(small, 1.0, x), np.where(small, x, 0.0)
    series = 0.5 - x / 3 + x**2 / 4 - x**3 / 5 + x**4 / 6
    return np.where(small, series, (safe - np.log1p(safe)) / safe / safe)


def _supply(
    efflux_uM_s: ArrayLike,
    depletion: ArrayLike,
    release_uM_s: ArrayLike,
    vmax_uM_s: ArrayLike,
    km_uM: ArrayLike,
    **others: tuple[ArrayLike, str, Interval],
) -> tuple[FloatArray, ...]:
    """Check the arguments; return supply, Vmax and Km, then the others, of one shape."""
    efflux, depleted, release, vmax, km, *rest = np.broadcast_arrays(
        *numbers(
            efflux_uM_s=(efflux_uM_s, "µM/s", NON_NEGATIVE),
            depletion=(depletion, "", FRACTION),
            release_uM_s=(release_uM_s, "µM/s", NON_NEGATIVE),
            vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
            km_uM=(km_uM, "µM", POSITIVE),
            **others,
        )
    )
    return release * (1 - depleted) + efflux, vmax, km, *rest
