r"""Release and saturable uptake of dopamine (M1.9).

.. math:: \frac{dC}{dt} = f p - \frac{V_{max} C}{K_m + C}

A drug that occupies the fraction :math:`o` of the transporters competes with dopamine:
:math:`K_m` becomes :math:`K_m / (1 - o)` and :math:`V_{max}` stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import wrightomega

from course.models._domain import (
    FRACTION_BELOW_1,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatOrArray,
    Interval,
    numbers,
    plain,
    scalar,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_DOPAMINE = card("dopamine_uptake")
_VMAX_UM_S = _DOPAMINE["vmax_uM_s"].value
_KM_UM = _DOPAMINE["km_uM"].value
_PULSES = Interval(low=1, high=1e6, whole=True)  # each is followed on its own
_PER_PULSE_UM = _DOPAMINE["per_pulse_uM"].value


def dopamine_clearance_uM(
    t_s: ArrayLike,
    c0_uM: ArrayLike,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
    dat_occupancy: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return dopamine while the transporter clears it and nothing is released.

    .. math::

        C(t) = K_m \, \omega\!\left(\ln \frac{C_0}{K_m} + \frac{C_0 - V_{max} t}{K_m}\right)

    with :math:`\omega(x) = W(e^x)`, the Wright omega function, which cannot overflow as
    Lambert's :math:`W` would.

    Parameters
    ----------
    t_s
        Time (s). Before 0 the concentration is ``c0_uM``.
    c0_uM
        Dopamine at time 0 (µM), at least 0.
    vmax_uM_s
        Largest rate of uptake (µM/s), above 0.
    km_uM
        Dopamine at which uptake runs at half that rate (µM), above 0.
    dat_occupancy
        Fraction of transporters that a competitive drug occupies, at least 0, below 1.

    Returns
    -------
    float or array
        Concentration (µM), from 0 to ``c0_uM``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``dopamine_uptake``.

    Examples
    --------
    >>> dopamine_clearance_uM([0, 0.05, 0.2], c0_uM=0.24).round(4)
    array([0.24  , 0.1432, 0.0136])
    """
    t, c0, vmax, km, occupied = numbers(
        t_s=(t_s, "s", REAL),
        c0_uM=(c0_uM, "µM", NON_NEGATIVE),
        vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
        km_uM=(km_uM, "µM", POSITIVE),
        dat_occupancy=(dat_occupancy, "", FRACTION_BELOW_1),
    )
    km = km / (1 - occupied)
    with np.errstate(divide="ignore", over="ignore"):  # log(0) = -inf gives 0
        c = km * wrightomega(np.log(c0) - np.log(km) + (c0 - vmax * np.maximum(t, 0)) / km)
    return plain(np.where(t <= 0, c0, np.clip(c, 0, c0)))


def half_time_s(
    c0_uM: ArrayLike,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
    dat_occupancy: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return the time in which uptake halves the concentration.

    .. math:: t_{1/2} = \frac{C_0/2 + K_m \ln 2}{V_{max}}

    It grows with the concentration, unlike an exponential's.

    Parameters
    ----------
    c0_uM
        Dopamine at the start (µM), at least 0.
    vmax_uM_s, km_uM, dat_occupancy
        As in :func:`dopamine_clearance_uM`.

    Returns
    -------
    float or array
        Time (s), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``dopamine_uptake``.

    Examples
    --------
    >>> round(half_time_s(0.24), 4)
    0.0647
    """
    c0, vmax, km, occupied = numbers(
        c0_uM=(c0_uM, "µM", NON_NEGATIVE),
        vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
        km_uM=(km_uM, "µM", POSITIVE),
        dat_occupancy=(dat_occupancy, "", FRACTION_BELOW_1),
    )
    return plain((c0 / 2 + km / (1 - occupied) * np.log(2)) / vmax)


def tonic_dopamine_uM(
    rate_Hz: ArrayLike,
    per_pulse_uM: ArrayLike = _PER_PULSE_UM,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
    dat_occupancy: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return the level at which uptake balances steady firing.

    .. math:: C^* = \frac{K_m}{1 - o} \frac{R}{V_{max} - R}, \qquad R = f p

    Parameters
    ----------
    rate_Hz
        Firing rate (Hz), at least 0.
    per_pulse_uM
        Dopamine that one pulse adds (µM), at least 0.
    vmax_uM_s, km_uM, dat_occupancy
        As in :func:`dopamine_clearance_uM`.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range, or release reaches ``vmax_uM_s``: then no level
        is steady.

    Notes
    -----
    Source: card ``dopamine_uptake``.

    Examples
    --------
    Half of the transporters occupied doubles the level:

    >>> tonic_dopamine_uM(4, dat_occupancy=[0, 0.5, 0.9]).round(4)
    array([0.0128, 0.0255, 0.1277])
    """
    rate, per_pulse, vmax, km, occupied = numbers(
        rate_Hz=(rate_Hz, "Hz", NON_NEGATIVE),
        per_pulse_uM=(per_pulse_uM, "µM", NON_NEGATIVE),
        vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
        km_uM=(km_uM, "µM", POSITIVE),
        dat_occupancy=(dat_occupancy, "", FRACTION_BELOW_1),
    )
    release, spare = rate * per_pulse, vmax - rate * per_pulse
    if (spare <= 0).any():
        raise ValueError(
            "rate_Hz times per_pulse_uM must be below vmax_uM_s (µM/s) for a steady level, "
            f"not {release.max():g}."
        )
    return plain(km / (1 - occupied) * release / spare)


def after_pulses_uM(
    pulses: ArrayLike,
    rate_Hz: ArrayLike,
    *,
    per_pulse_uM: ArrayLike = _PER_PULSE_UM,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
    dat_occupancy: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return dopamine just after the last of a burst of pulses, with uptake between them.

    .. math:: C \leftarrow C + p \text{ at each pulse}, \qquad
        \frac{dC}{dt} = -\frac{V_{max} C}{K_m + C} \text{ between}

    Parameters
    ----------
    pulses
        How many: one whole number, at least 1 and at most a million.
    rate_Hz
        Pulses a second within the burst (Hz), above 0.
    per_pulse_uM
        Dopamine that one pulse adds (µM), at least 0.
    vmax_uM_s, km_uM, dat_occupancy
        As in :func:`dopamine_clearance_uM`.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the other arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``dopamine_uptake``.

    Examples
    --------
    >>> round(after_pulses_uM(4, rate_Hz=200), 4)
    0.2193
    """
    count = int(scalar("pulses", pulses, "", _PULSES))
    rate, per_pulse, vmax, km, occupied = np.broadcast_arrays(
        *numbers(
            rate_Hz=(rate_Hz, "Hz", POSITIVE),
            per_pulse_uM=(per_pulse_uM, "µM", NON_NEGATIVE),
            vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
            km_uM=(km_uM, "µM", POSITIVE),
            dat_occupancy=(dat_occupancy, "", FRACTION_BELOW_1),
        )
    )
    c: FloatOrArray = per_pulse
    for _ in range(count - 1):
        before = c
        c = per_pulse + dopamine_clearance_uM(1 / rate, c, vmax, km, occupied)
        if np.array_equal(c, before):  # no further pulse changes it
            break
    return plain(c)
