"""The voltage-dependent magnesium block of the NMDA receptor (M1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit, wrightomega

from course.models._domain import NON_NEGATIVE, POSITIVE, REAL, FloatOrArray, numbers, plain
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_NMDA = card("nmda_receptor")
_MG_mM = _NMDA["mg_mM"].value
_HALF_mM = _NMDA["mg_half_block_mM"].value
_SLOPE_PER_mV = _NMDA["mg_slope_per_mV"].value
_E_REV_mV = _NMDA["e_rev_mV"].value


def unblocked_fraction(
    v_mV: ArrayLike,
    mg_mM: ArrayLike = _MG_mM,
    *,
    half_block_mM: ArrayLike = _HALF_mM,
    slope_per_mV: ArrayLike = _SLOPE_PER_mV,
) -> FloatOrArray:
    r"""Return the fraction of open NMDA receptors that magnesium leaves free to conduct.

    .. math:: B(V) = \frac{1}{1 + \dfrac{[\mathrm{Mg}]}{K_0} e^{-s V}}

    Parameters
    ----------
    v_mV
        Membrane potential (mV).
    mg_mM
        Magnesium outside (mM), at least 0; without it nothing is blocked.
    half_block_mM
        :math:`K_0`, the magnesium that blocks half of the receptors at 0 mV (mM), above 0.
    slope_per_mV
        :math:`s`, how steeply the block depends on the potential (1/mV), above 0.

    Returns
    -------
    float or array
        A fraction from 0 to 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Jahr and Stevens 1990, card ``nmda_receptor``. The block is
    taken as instantaneous. In neurons part of it is relieved over some 4 and 300 ms.

    Examples
    --------
    >>> unblocked_fraction([-80, -60, -40, 0, 40]).round(4)
    array([0.0244, 0.0796, 0.2302, 0.7812, 0.9771])
    >>> unblocked_fraction(-80, mg_mM=0)
    1.0
    """
    v, mg, half, slope = numbers(
        v_mV=(v_mV, "mV", REAL),
        mg_mM=(mg_mM, "mM", NON_NEGATIVE),
        half_block_mM=(half_block_mM, "mM", POSITIVE),
        slope_per_mV=(slope_per_mV, "per mV", POSITIVE),
    )
    # As a logistic function of log concentration it cannot overflow; log(0) = -inf gives 1.
    with np.errstate(divide="ignore"):
        return plain(expit(slope * v + np.log(half) - np.log(mg)))


def half_block_mV(
    mg_mM: ArrayLike = _MG_mM,
    *,
    half_block_mM: ArrayLike = _HALF_mM,
    slope_per_mV: ArrayLike = _SLOPE_PER_mV,
) -> FloatOrArray:
    r"""Return the potential at which magnesium blocks half of the receptors.

    .. math:: V_{1/2} = \frac{1}{s} \ln \frac{[\mathrm{Mg}]}{K_0}

    Parameters
    ----------
    mg_mM
        Magnesium outside (mM), above 0: without magnesium there is no such potential.
    half_block_mM, slope_per_mV
        As in :func:`unblocked_fraction`.

    Returns
    -------
    float or array
        Potential (mV), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Jahr and Stevens 1990, card ``nmda_receptor``.

    Examples
    --------
    >>> round(half_block_mV(1.0), 2)
    -20.53
    """
    mg, half, slope = numbers(
        mg_mM=(mg_mM, "mM", POSITIVE),
        half_block_mM=(half_block_mM, "mM", POSITIVE),
        slope_per_mV=(slope_per_mV, "per mV", POSITIVE),
    )
    return plain((np.log(mg) - np.log(half)) / slope)


def nmda_current(
    v_mV: ArrayLike,
    mg_mM: ArrayLike = _MG_mM,
    e_rev_mV: ArrayLike = _E_REV_mV,
    g_nS: ArrayLike = 1,
    *,
    half_block_mM: ArrayLike = _HALF_mM,
    slope_per_mV: ArrayLike = _SLOPE_PER_mV,
) -> FloatOrArray:
    r"""Return the current through NMDA receptors; negative is inward.

    .. math:: I = g \, B(V) \, (V - E_{rev})

    Parameters
    ----------
    v_mV
        Membrane potential (mV).
    mg_mM
        Magnesium outside (mM), at least 0.
    e_rev_mV
        Reversal potential (mV).
    g_nS
        Conductance with every receptor free of magnesium (nS), at least 0. The default, 1 nS,
        gives a relative current-voltage curve.
    half_block_mM, slope_per_mV
        As in :func:`unblocked_fraction`.

    Returns
    -------
    float or array
        Current (pA), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Jahr and Stevens 1990, card ``nmda_receptor``.

    Examples
    --------
    Between -80 and -27 mV the current grows while its driving force shrinks:

    >>> nmda_current([-80, -27, 0, 40]).round(2)
    array([ -1.95, -10.83,   0.  ,  39.08])
    """
    v, mg, e_rev, g, half, slope = numbers(
        v_mV=(v_mV, "mV", REAL),
        mg_mM=(mg_mM, "mM", NON_NEGATIVE),
        e_rev_mV=(e_rev_mV, "mV", REAL),
        g_nS=(g_nS, "nS", NON_NEGATIVE),
        half_block_mM=(half_block_mM, "mM", POSITIVE),
        slope_per_mV=(slope_per_mV, "per mV", POSITIVE),
    )
    free = unblocked_fraction(v, mg, half_block_mM=half, slope_per_mV=slope)
    return plain(g * (v - e_rev) * free)


def peak_inward_mV(
    mg_mM: ArrayLike = _MG_mM,
    e_rev_mV: ArrayLike = _E_REV_mV,
    *,
    half_block_mM: ArrayLike = _HALF_mM,
    slope_per_mV: ArrayLike = _SLOPE_PER_mV,
) -> FloatOrArray:
    r"""Return the potential at which the inward NMDA current is largest.

    Where :math:`dI/dV = 0`, with :math:`W` Lambert's function:

    .. math::

        V = E_{rev} - \frac{1}{s}
            \left[1 + W\!\left(\frac{K_0}{[\mathrm{Mg}]} e^{s E_{rev} - 1}\right)\right]

    Below this potential the current-voltage curve has a negative slope.

    Parameters
    ----------
    mg_mM
        Magnesium outside (mM), above 0: without it the curve is a straight line.
    e_rev_mV
        Reversal potential (mV).
    half_block_mM, slope_per_mV
        As in :func:`unblocked_fraction`.

    Returns
    -------
    float or array
        Potential (mV), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Jahr and Stevens 1990, card ``nmda_receptor``.

    Examples
    --------
    >>> round(peak_inward_mV(1.0), 2)
    -26.96
    """
    mg, e_rev, half, slope = numbers(
        mg_mM=(mg_mM, "mM", POSITIVE),
        e_rev_mV=(e_rev_mV, "mV", REAL),
        half_block_mM=(half_block_mM, "mM", POSITIVE),
        slope_per_mV=(slope_per_mV, "per mV", POSITIVE),
    )
    # The Wright omega function is W(exp(x)) and cannot overflow.
    w = wrightomega(slope * e_rev - 1 + np.log(half) - np.log(mg))
    return plain(e_rev - (1 + w) / slope)
