r"""Dopamine when its terminals die (M2.1).

Release and uptake sit on the same terminals, so that both fall with the fraction :math:`N` that is
left; a slow loss :math:`k` (diffusion, enzymes) does not:

.. math:: \frac{dC}{dt} = N R - N \frac{V_{max} C}{K_m + C} - k C

Without the leak the tonic level would not depend on :math:`N` at all. What a burst adds, and how
far it spreads, does depend on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    FRACTION_ABOVE_0,
    NON_NEGATIVE,
    POSITIVE,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
)
from course.models.uptake import after_pulses_uM
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_UPTAKE = card("dopamine_uptake")
_VMAX_UM_S = _UPTAKE["vmax_uM_s"].value
_KM_UM = _UPTAKE["km_uM"].value
_PER_PULSE_UM = _UPTAKE["per_pulse_uM"].value
_RELEASE_UM_S = _UPTAKE["rate_Hz"].value * _PER_PULSE_UM
_LOSS = card("terminal_loss")
_LEAK_PER_S = _LOSS["leak_per_s"].value
_D_UM2_S = _LOSS["diffusion_um2_s"].value


def dopamine_after_loss_uM(
    n_frac: ArrayLike,
    release_uM_s: ArrayLike = _RELEASE_UM_S,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
    leak_per_s: ArrayLike = _LEAK_PER_S,
) -> FloatOrArray:
    r"""Return the tonic level that the remaining terminals keep.

    .. math::

        C = \frac{2 N R K_m}{b + \sqrt{b^2 + 4 k N R K_m}}, \qquad b = k K_m + N (V_{max} - R)

    Parameters
    ----------
    n_frac
        :math:`N`, fraction of the terminals that remains, above 0, at most 1.
    release_uM_s
        :math:`R`, release with all terminals (µM/s), at least 0.
    vmax_uM_s
        Largest rate of uptake with all terminals (µM/s), above 0.
    km_uM
        Dopamine at which uptake runs at half that rate (µM), above 0.
    leak_per_s
        :math:`k`, loss that needs no terminal (1/s), at least 0.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range, or release reaches ``vmax_uM_s`` without a leak:
        then no level is steady.

    Notes
    -----
    Source: Bergstrom and Garris 2003 (the idea); cards ``dopamine_uptake`` and
    ``terminal_loss``; the leak is a teaching choice.

    Examples
    --------
    With four fifths of the terminals gone the level has hardly moved:

    >>> dopamine_after_loss_uM([1, 0.5, 0.2, 0.05]).round(4)
    array([0.0126, 0.0125, 0.0121, 0.0104])
    """
    n, release, vmax, km, leak = numbers(
        n_frac=(n_frac, "", FRACTION_ABOVE_0),
        release_uM_s=(release_uM_s, "µM/s", NON_NEGATIVE),
        vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
        km_uM=(km_uM, "µM", POSITIVE),
        leak_per_s=(leak_per_s, "per s", NON_NEGATIVE),
    )
    _check_balance(release, vmax, leak)
    # The equation k C² + b C - N R Km = 0, divided by N Vmax Km.
    linear = leak * km / (n * vmax) + (1 - release / vmax)
    source = release / vmax
    root = np.hypot(linear, 2 * np.sqrt(leak * km / (n * vmax) * source))
    with np.errstate(divide="ignore", invalid="ignore"):  # of the two forms one is exact
        small = 2 * source * km / (linear + root)
        large = (root - linear) / (2 * leak) * (n * vmax)
    return plain(np.where(linear > 0, small, large))


def burst_peak_uM(
    n_frac: ArrayLike,
    pulses: ArrayLike,
    rate_Hz: ArrayLike,
    *,
    per_pulse_uM: ArrayLike = _PER_PULSE_UM,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
) -> FloatOrArray:
    r"""Return what a burst adds at its end when only a part of the terminals is left.

    .. math:: C \leftarrow C + N p \text{ at each pulse}, \qquad
        \frac{dC}{dt} = -N \frac{V_{max} C}{K_m + C} \text{ between}

    Each pulse releases ``n_frac`` of what it did, and uptake between pulses runs at ``n_frac``
    of its rate. The leak is too slow to matter in a burst and is left out.

    Parameters
    ----------
    n_frac
        Fraction of the terminals that remains, above 0, at most 1.
    pulses
        One whole number of at least 1.
    rate_Hz
        Pulses a second within the burst (Hz), above 0.
    per_pulse_uM
        Dopamine that one pulse adds with all terminals (µM), at least 0.
    vmax_uM_s, km_uM
        As in :func:`dopamine_after_loss_uM`.

    Returns
    -------
    float or array
        Concentration (µM), in the broadcast shape of the arguments but ``pulses``.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: cards ``dopamine_uptake`` and ``terminal_loss``.

    Examples
    --------
    Unlike the tonic level, the burst shrinks with its terminals:

    >>> burst_peak_uM([1, 0.5, 0.2], pulses=5, rate_Hz=20).round(3)
    array([0.112, 0.079, 0.044])
    """
    n, rate, per_pulse, vmax, km = numbers(
        n_frac=(n_frac, "", FRACTION_ABOVE_0),
        rate_Hz=(rate_Hz, "Hz", POSITIVE),
        per_pulse_uM=(per_pulse_uM, "µM", NON_NEGATIVE),
        vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
        km_uM=(km_uM, "µM", POSITIVE),
    )
    return after_pulses_uM(pulses, rate, per_pulse_uM=n * per_pulse, vmax_uM_s=n * vmax, km_uM=km)


def reach_um(
    n_frac: ArrayLike,
    diffusion_um2_s: ArrayLike = _D_UM2_S,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
) -> FloatOrArray:
    r"""Return how far dopamine spreads before uptake has taken most of it.

    Far below :math:`K_m`, diffusion against uptake has the length

    .. math:: \lambda = \sqrt{\frac{D K_m}{N V_{max}}}

    over which a steady concentration falls by the factor e.

    Parameters
    ----------
    n_frac
        Fraction of the terminals that remains, above 0, at most 1.
    diffusion_um2_s
        :math:`D`, diffusion coefficient in tissue (µm²/s), above 0.
    vmax_uM_s, km_uM
        As in :func:`dopamine_after_loss_uM`.

    Returns
    -------
    float or array
        Length (µm), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``terminal_loss``.

    Examples
    --------
    A quarter of the terminals, twice the reach:

    >>> round(reach_um(0.25) / reach_um(1), 9)
    2.0
    """
    n, d, vmax, km = numbers(
        n_frac=(n_frac, "", FRACTION_ABOVE_0),
        diffusion_um2_s=(diffusion_um2_s, "µm²/s", POSITIVE),
        vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
        km_uM=(km_uM, "µM", POSITIVE),
    )
    return plain(np.sqrt(d * km / (n * vmax)))


def share_at_distance(
    distance_um: ArrayLike,
    n_frac: ArrayLike,
    diffusion_um2_s: ArrayLike = _D_UM2_S,
    vmax_uM_s: ArrayLike = _VMAX_UM_S,
    km_uM: ArrayLike = _KM_UM,
) -> FloatOrArray:
    r"""Return what is left of a steady concentration at a distance from where it is released.

    .. math:: \frac{C(x)}{C(0)} = e^{-x / \lambda}

    Parameters
    ----------
    distance_um
        :math:`x` (µm), at least 0.
    n_frac, diffusion_um2_s, vmax_uM_s, km_uM
        As in :func:`reach_um`, which gives :math:`\lambda`.

    Returns
    -------
    float or array
        A share from 0 to 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``terminal_loss``.

    Examples
    --------
    >>> share_at_distance([0, 3.5, 35], n_frac=1).round(3)
    array([1.   , 0.364, 0.   ])
    """
    distance, n, d, vmax, km = numbers(
        distance_um=(distance_um, "µm", NON_NEGATIVE),
        n_frac=(n_frac, "", FRACTION_ABOVE_0),
        diffusion_um2_s=(diffusion_um2_s, "µm²/s", POSITIVE),
        vmax_uM_s=(vmax_uM_s, "µM/s", POSITIVE),
        km_uM=(km_uM, "µM", POSITIVE),
    )
    return plain(np.exp(-distance / reach_um(n, d, vmax, km)))


def _check_balance(release: FloatArray, vmax: FloatArray, leak: FloatArray) -> None:
    releases, limits, leaks = np.broadcast_arrays(release, vmax, leak)
    unsteady = (leaks == 0) & (releases >= limits)
    if unsteady.any():
        raise ValueError(
            "release_uM_s must be below vmax_uM_s (µM/s) where leak_per_s is 0, "
            f"not {releases[unsteady].flat[0]:g}."
        )
