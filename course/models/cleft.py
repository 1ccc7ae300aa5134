"""Glutamate in the synaptic cleft (M1.5): how much, how high, how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import jn_zeros

from course.models._domain import NON_NEGATIVE, POSITIVE, REAL, FloatOrArray, numbers, plain
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_CLEFT = card("glutamate_cleft")
_AVOGADRO_PER_MOL = card("physical_constants")["avogadro_per_mol"].value
_PEAK_mM = _CLEFT["peak_mM"].value
_TAU_MS = _CLEFT["tau_ms"].value
_RADIUS_NM = _CLEFT["radius_nm"].value

_UM_PER_NM = 1e-3
_M_PER_NM = 1e-9
# The slowest mode of a disk with an absorbing edge decays by the first zero of Bessel's J0.
_J0_ZERO = float(jn_zeros(0, 1)[0])


def glutamate_mM(
    t_ms: ArrayLike, peak_mM: ArrayLike = _PEAK_mM, tau_ms: ArrayLike = _TAU_MS
) -> FloatOrArray:
    r"""Return glutamate after one vesicle has emptied itself into the cleft at time 0.

    .. math:: c(t) = c_0 e^{-t/\tau} \quad (t \ge 0), \qquad c(t) = 0 \quad (t < 0)

    Parameters
    ----------
    t_ms
        Time since release (ms).
    peak_mM
        Peak (mM), at least 0.
    tau_ms
        Time constant of the fall (ms), above 0.

    Returns
    -------
    float or array
        Concentration (mM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    An empirical description. Source: Clements and others 1992, card ``glutamate_cleft``.

    Examples
    --------
    >>> glutamate_mM([-1, 0, 1.2]).round(3)
    array([0.   , 1.1  , 0.405])
    """
    t, peak, tau = numbers(
        t_ms=(t_ms, "ms", REAL),
        peak_mM=(peak_mM, "mM", NON_NEGATIVE),
        tau_ms=(tau_ms, "ms", POSITIVE),
    )
    with np.errstate(over="ignore"):  # an infinite number of time constants is a long time
        fall = np.exp(-np.maximum(t, 0) / tau)
    return plain(np.where(t < 0, 0, peak * fall))


def pulse_area_mM_ms(peak_mM: ArrayLike = _PEAK_mM, tau_ms: ArrayLike = _TAU_MS) -> FloatOrArray:
    r"""Return the area under one glutamate pulse, :math:`\int_0^\infty c\,dt = c_0 \tau`.

    Parameters
    ----------
    peak_mM, tau_ms
        As in :func:`glutamate_mM`.

    Returns
    -------
    float or array
        Area (mM ms), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``glutamate_cleft``.

    Examples
    --------
    >>> round(pulse_area_mM_ms(), 9)
    1.32
    """
    peak, tau = numbers(peak_mM=(peak_mM, "mM", NON_NEGATIVE), tau_ms=(tau_ms, "ms", POSITIVE))
    return plain(peak * tau)


def molecules_in_disk(
    peak_mM: ArrayLike = _PEAK_mM,
    radius_nm: ArrayLike = _RADIUS_NM,
    height_nm: ArrayLike = _CLEFT["height_nm"].value,
) -> FloatOrArray:
    r"""Return how many molecules make a concentration in a disk-shaped cleft.

    .. math:: N = c_0 \, \pi r^2 h \, N_A

    Parameters
    ----------
    peak_mM
        Concentration (mM, which is mol/m³), at least 0.
    radius_nm, height_nm
        Radius of the contact and width of the cleft (nm), above 0.

    Returns
    -------
    float or array
        Number of molecules, not rounded, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: cards ``glutamate_cleft`` and ``physical_constants``.

    Examples
    --------
    >>> round(molecules_in_disk(1.1, 160, 20))
    1066
    """
    peak, radius, height = numbers(
        peak_mM=(peak_mM, "mM", NON_NEGATIVE),
        radius_nm=(radius_nm, "nm", POSITIVE),
        height_nm=(height_nm, "nm", POSITIVE),
    )
    with np.errstate(over="ignore", invalid="ignore"):
        volume_m3 = np.pi * (radius * _M_PER_NM) ** 2 * (height * _M_PER_NM)
        # Nothing is nothing in however large a volume.
        return plain(np.where(peak == 0, 0, peak * volume_m3 * _AVOGADRO_PER_MOL))


def diffusion_time_ms(
    radius_nm: ArrayLike = _RADIUS_NM,
    D_um2_ms: ArrayLike = _CLEFT["D_um2_ms"].value,
) -> FloatOrArray:
    r"""Return the slowest time constant of diffusion out of a disk.

    .. math:: \tau_D = \frac{r^2}{j_{01}^2 D}

    with :math:`j_{01}` the first zero of the Bessel function :math:`J_0`: the edge of the disk
    absorbs, and nothing binds or is taken up on the way.

    Parameters
    ----------
    radius_nm
        Radius of the disk (nm), above 0.
    D_um2_ms
        Diffusion coefficient (µm²/ms), above 0.

    Returns
    -------
    float or array
        Time constant (ms), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``glutamate_cleft``.

    Examples
    --------
    About a hundred times faster than the fall that was measured in 1992:

    >>> round(diffusion_time_ms(160, 0.33), 5)
    0.01341
    """
    radius, diffusion = numbers(
        radius_nm=(radius_nm, "nm", POSITIVE), D_um2_ms=(D_um2_ms, "µm²/ms", POSITIVE)
    )
    return plain((radius * _UM_PER_NM / _J0_ZERO) ** 2 / diffusion)
