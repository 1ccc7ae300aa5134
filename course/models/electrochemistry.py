"""Equilibrium and reversal potentials (M1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    FloatOrArray,
    Interval,
    numbers,
    plain,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_CONSTANTS = card("physical_constants")
_IONS = card("ion_gradients")

_R = _CONSTANTS["gas_constant_J_mol_K"].value
_F = _CONSTANTS["faraday_C_mol"].value
_MV_PER_V = 1000
_BODY_K = _IONS["body_temperature_K"].value
_VALENCE = Interval(whole=True)


def thermal_mV(T_K: ArrayLike = _BODY_K) -> FloatOrArray:
    r"""Return the thermal voltage :math:`RT/F`, the natural unit of membrane potential.

    Parameters
    ----------
    T_K
        Temperature (K), above 0; body temperature by default.

    Returns
    -------
    float or array
        Voltage (mV), in the shape of ``T_K``.

    Raises
    ------
    ValueError
        If the temperature is outside its range.

    Notes
    -----
    Source: card ``ion_gradients``; constants in card ``physical_constants``.

    Examples
    --------
    >>> round(thermal_mV(), 4)
    26.7267
    """
    (kelvin,) = numbers(T_K=(T_K, "K", POSITIVE))
    return plain(_MV_PER_V * _R * kelvin / _F)


def nernst_mV(
    out_mM: ArrayLike, in_mM: ArrayLike, z: ArrayLike, T_K: ArrayLike = _BODY_K
) -> FloatOrArray:
    r"""Return the potential at which an ion is at equilibrium across a membrane.

    .. math:: E = \frac{RT}{zF} \ln \frac{c_o}{c_i}

    Parameters
    ----------
    out_mM, in_mM
        Concentrations outside and inside (mM), above 0.
    z
        Valence with its sign, such as -1 for chloride; a whole number, not 0.
    T_K
        Temperature (K), above 0; body temperature by default.

    Returns
    -------
    float or array
        Inside minus outside (mV), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    The gradients used in examples are teaching choices of the card ``ion_gradients``.
    Source: card ``ion_gradients``; constants in card ``physical_constants``.

    Examples
    --------
    >>> round(nernst_mV(125, 10, -1), 2)
    -67.5
    >>> nernst_mV([145, 4], [12, 140], z=1).round(1)
    array([ 66.6, -95. ])
    """
    outside, inside, valence, kelvin = numbers(
        out_mM=(out_mM, "mM", POSITIVE),
        in_mM=(in_mM, "mM", POSITIVE),
        z=(z, "", _VALENCE),
        T_K=(T_K, "K", POSITIVE),
    )
    if (valence == 0).any():
        raise ValueError("z must be a whole number other than 0, not 0.")
    # The difference of logarithms cannot overflow where the ratio could.
    return plain(thermal_mV(kelvin) / valence * (np.log(outside) - np.log(inside)))


def gaba_reversal_mV(  # noqa: PLR0917  the anions stand in the order of the equation
    cl_out_mM: ArrayLike = _IONS["cl_out_mM"].value,
    cl_in_mM: ArrayLike = _IONS["cl_in_mM"].value,
    hco3_out_mM: ArrayLike = _IONS["hco3_out_mM"].value,
    hco3_in_mM: ArrayLike = _IONS["hco3_in_mM"].value,
    p_ratio: ArrayLike = _IONS["p_hco3_p_cl"].value,
    T_K: ArrayLike = _BODY_K,
) -> FloatOrArray:
    r"""Return the reversal potential of the GABA-A receptor, which passes two anions.

    The Goldman-Hodgkin-Katz equation for chloride and bicarbonate; both are anions, so the
    inside stands over the outside:

    .. math::

        E = \frac{RT}{F} \ln
            \frac{[\mathrm{Cl}]_i + p\,[\mathrm{HCO_3}]_i}{[\mathrm{Cl}]_o + p\,[\mathrm{HCO_3}]_o}

    Parameters
    ----------
    cl_out_mM, cl_in_mM
        Chloride outside and inside (mM), above 0.
    hco3_out_mM, hco3_in_mM
        Bicarbonate outside and inside (mM), at least 0.
    p_ratio
        Permeability of bicarbonate over that of chloride, at least 0. At 0 this is
        :func:`nernst_mV` of chloride.
    T_K
        Temperature (K), above 0.

    Returns
    -------
    float or array
        Inside minus outside (mV), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``ion_gradients``.

    Examples
    --------
    A neuron that lets chloride accumulate loses its inhibition:

    >>> gaba_reversal_mV(cl_in_mM=[7, 10, 20]).round(1)
    array([-66.9, -60.3, -45.7])
    """
    cl_out, cl_in, hco3_out, hco3_in, p, kelvin = numbers(
        cl_out_mM=(cl_out_mM, "mM", POSITIVE),
        cl_in_mM=(cl_in_mM, "mM", POSITIVE),
        hco3_out_mM=(hco3_out_mM, "mM", NON_NEGATIVE),
        hco3_in_mM=(hco3_in_mM, "mM", NON_NEGATIVE),
        p_ratio=(p_ratio, "", NON_NEGATIVE),
        T_K=(T_K, "K", POSITIVE),
    )
    inside, outside = cl_in + p * hco3_in, cl_out + p * hco3_out
    return plain(thermal_mV(kelvin) * (np.log(inside) - np.log(outside)))
