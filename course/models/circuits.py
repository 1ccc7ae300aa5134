r"""Excitation and inhibition: when a circuit rests, rings or runs away (M2.5).

Near rest the activities :math:`E` and :math:`I` of two populations obey

.. math::

    \tau_e E' = -E + w_{ee} E - w_{ei} I + P, \qquad
    \tau_i I' = -I + w_{ie} E - w_{ii} I

with, for the matrix of this system,

.. math::

    T = \frac{w_{ee} - 1}{\tau_e} - \frac{1 + w_{ii}}{\tau_i}, \qquad
    D = \frac{w_{ei} w_{ie} - (w_{ee} - 1)(1 + w_{ii})}{\tau_e \tau_i}

It runs away if :math:`D < 0`, that is if inhibition is below its critical weight, grows also if
:math:`T > 0`, and rings if :math:`T^2 < 4D`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    FloatArray,
    FloatOrArray,
    Interval,
    numbers,
    plain,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_CIRCUIT = card("ei_circuit")
_TAU_E_MS = _CIRCUIT["tau_e_ms"].value
_TAU_I_MS = _CIRCUIT["tau_i_ms"].value
_MS_PER_S = 1000
_TOGETHER = 1e-9  # modes closer than this, over the time asked for, are taken as one
ComplexOrArray: TypeAlias = complex | NDArray[np.complex128]


class Eigenvalues(NamedTuple):
    """The two modes of a circuit (1/ms).

    Attributes
    ----------
    first
        That with the larger real part; of a conjugate pair the one with positive imaginary part.
    second
        The other.

    Notes
    -----
    Source: card ``ei_circuit``, teaching choices.

    Examples
    --------
    >>> eigenvalues(wee=1.6, wei=0.9, wie=1.4, wii=0.2)
    Eigenvalues(first=(-0.045+0.025980762113533156j), second=(-0.045-0.025980762113533156j))
    """

    first: ComplexOrArray
    second: ComplexOrArray


class Ringing(NamedTuple):
    """How a circuit returns to rest, or leaves it.

    Attributes
    ----------
    growth_per_ms
        Rate of its slowest decay, or of its fastest growth (1/ms): below 0 it is stable.
    frequency_Hz
        Frequency at which it rings (Hz); 0 if it does not.

    Notes
    -----
    Source: card ``ei_circuit``, teaching choices.

    Examples
    --------
    >>> ringing(wee=1.6, wei=0.9, wie=1.4, wii=0.2)
    Ringing(growth_per_ms=-0.045, frequency_Hz=4.13496671566344)
    """

    growth_per_ms: FloatOrArray
    frequency_Hz: FloatOrArray


def critical_inhibition(wee: ArrayLike, wii: ArrayLike, wie: ArrayLike) -> FloatOrArray:
    r"""Return the weight of inhibition below which a circuit runs away.

    .. math:: w_{ei}^* = \frac{(w_{ee} - 1)(1 + w_{ii})}{w_{ie}}

    Parameters
    ----------
    wee
        Weight of excitation on excitation, at least 0.
    wii
        Weight of inhibition on inhibition, at least 0.
    wie
        Weight of excitation on inhibition, above 0.

    Returns
    -------
    float or array
        Weight of inhibition on excitation, in the broadcast shape of the arguments. At or below
        0 the circuit cannot run away: strong recurrence alone is no seizure.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> round(critical_inhibition(wee=2.5, wii=0.5, wie=2.5), 9)
    0.9
    """
    ee, ii, ie = numbers(
        wee=(wee, "", NON_NEGATIVE), wii=(wii, "", NON_NEGATIVE), wie=(wie, "", POSITIVE)
    )
    return plain((ee - 1) * (1 + ii) / ie)


def critical_excitation(
    wii: ArrayLike, tau_e_ms: ArrayLike = _TAU_E_MS, tau_i_ms: ArrayLike = _TAU_I_MS
) -> FloatOrArray:
    r"""Return the weight of excitation on itself beyond which every disturbance grows.

    .. math:: w_{ee}^* = 1 + (1 + w_{ii}) \frac{\tau_e}{\tau_i}

    There :math:`T = 0`: inhibition, however strong, only makes the growing swing faster.

    Parameters
    ----------
    wii
        Weight of inhibition on inhibition, at least 0.
    tau_e_ms, tau_i_ms
        Time constants of the populations (ms), above 0.

    Returns
    -------
    float or array
        Weight of excitation on excitation, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``ei_circuit``, teaching choices.

    Examples
    --------
    >>> critical_excitation([0, 0.5], tau_e_ms=20, tau_i_ms=10)
    array([3., 4.])
    """
    ii, tau_e, tau_i = numbers(
        wii=(wii, "", NON_NEGATIVE),
        tau_e_ms=(tau_e_ms, "ms", POSITIVE),
        tau_i_ms=(tau_i_ms, "ms", POSITIVE),
    )
    return plain(1 + (1 + ii) * tau_e / tau_i)


def ringing_inhibition(
    wee: ArrayLike,
    wii: ArrayLike,
    wie: ArrayLike,
    tau_e_ms: ArrayLike = _TAU_E_MS,
    tau_i_ms: ArrayLike = _TAU_I_MS,
) -> FloatOrArray:
    r"""Return the weight of inhibition above which a circuit rings.

    .. math::

        w_{ei} = \frac{\tau_e \tau_i}{4 w_{ie}}
        \left(\frac{w_{ee} - 1}{\tau_e} + \frac{1 + w_{ii}}{\tau_i}\right)^2

    There the two modes meet, :math:`T^2 = 4 D`.

    Parameters
    ----------
    wee, wii, wie
        As in :func:`critical_inhibition`.
    tau_e_ms, tau_i_ms
        Time constants of the populations (ms), above 0.

    Returns
    -------
    float or array
        Weight of inhibition on excitation, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``ei_circuit``, teaching choices.

    Examples
    --------
    >>> edge = ringing_inhibition(wee=2.5, wii=0.5, wie=2.5)
    >>> round(edge, 3), ringing(2.5, [edge - 0.01, edge + 0.01], 2.5, 0.5).frequency_Hz > 0
    (1.012, array([False,  True]))
    """
    ee, ii, ie, tau_e, tau_i = numbers(
        wee=(wee, "", NON_NEGATIVE),
        wii=(wii, "", NON_NEGATIVE),
        wie=(wie, "", POSITIVE),
        tau_e_ms=(tau_e_ms, "ms", POSITIVE),
        tau_i_ms=(tau_i_ms, "ms", POSITIVE),
    )
    apart = (ee - 1) / tau_e + (1 + ii) / tau_i
    return plain(apart**2 * tau_e * tau_i / (4 * ie))


def eigenvalues(  # noqa: PLR0917  the weights in the order of the equations
    wee: ArrayLike,
    wei: ArrayLike,
    wie: ArrayLike,
    wii: ArrayLike,
    tau_e_ms: ArrayLike = _TAU_E_MS,
    tau_i_ms: ArrayLike = _TAU_I_MS,
) -> Eigenvalues:
    r"""Return the two rates at which disturbances of a circuit grow or decay.

    .. math:: \lambda = \frac{T}{2} \pm \sqrt{\frac{T^2}{4} - D}

    Parameters
    ----------
    wee
        Weight of excitation on excitation, at least 0.
    wei
        Weight of inhibition on excitation, at least 0.
    wie
        Weight of excitation on inhibition, above 0.
    wii
        Weight of inhibition on inhibition, at least 0.
    tau_e_ms, tau_i_ms
        Time constants of the populations (ms), above 0.

    Returns
    -------
    Eigenvalues
        ``(first, second)`` (1/ms), complex, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``ei_circuit``, teaching choices.

    Examples
    --------
    >>> eigenvalues(2.5, 0.9, 2.5, 0.5).first
    0j
    """
    trace, det = _trace_and_determinant(wee, wei, wie, wii, tau_e_ms, tau_i_ms)
    root = np.sqrt((trace**2 / 4 - det).astype(complex))
    # The one without cancellation first; the product of both is the determinant.
    far = np.where(trace > 0, trace / 2 + root, trace / 2 - root)
    with np.errstate(divide="ignore", invalid="ignore"):
        near = np.where(far == 0, 0, det / far)
    high, low = np.where(trace > 0, far, near), np.where(trace > 0, near, far)
    ringing = root.imag > 0
    first = np.where(ringing, trace / 2 + root, high) + 0
    second = np.where(ringing, trace / 2 - root, low) + 0
    return Eigenvalues(_plain_complex(first), _plain_complex(second))


def ringing(  # noqa: PLR0917  the weights in the order of the equations
    wee: ArrayLike,
    wei: ArrayLike,
    wie: ArrayLike,
    wii: ArrayLike,
    tau_e_ms: ArrayLike = _TAU_E_MS,
    tau_i_ms: ArrayLike = _TAU_I_MS,
) -> Ringing:
    r"""Return how fast a circuit returns to rest or runs away, and whether it rings.

    .. math:: \mathrm{Re}\,\lambda, \qquad f = \frac{\mathrm{Im}\,\lambda}{2 \pi}

    Parameters
    ----------
    wee, wei, wie, wii, tau_e_ms, tau_i_ms
        As in :func:`eigenvalues`.

    Returns
    -------
    Ringing
        ``(growth_per_ms, frequency_Hz)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``ei_circuit``, teaching choices.

    Examples
    --------
    A tenth less inhibition at the edge turns rest into runaway:

    >>> ringing(2.5, [0.81, 0.99, 3], 2.5, 0.5).growth_per_ms.round(4)
    array([ 0.0128, -0.0207, -0.0375])
    >>> ringing(2.5, [0.81, 0.99, 3], 2.5, 0.5).frequency_Hz.round(1)
    array([ 0. ,  0. , 25.1])
    """
    first = np.asarray(eigenvalues(wee, wei, wie, wii, tau_e_ms, tau_i_ms).first)
    return Ringing(plain(first.real), plain(first.imag * _MS_PER_S / (2 * np.pi)))


def excitation_after_nudge(  # noqa: PLR0917  the weights in the order of the equations
    t_ms: ArrayLike,
    wee: ArrayLike,
    wei: ArrayLike,
    wie: ArrayLike,
    wii: ArrayLike,
    tau_e_ms: ArrayLike = _TAU_E_MS,
    tau_i_ms: ArrayLike = _TAU_I_MS,
) -> FloatOrArray:
    r"""Return what is left of a small push to the excitatory population.

    .. math::

        \frac{E(t)}{E(0)} = e^{\lambda_1 t} \left(1 + (a - \lambda_1)
        \frac{1 - e^{-(\lambda_1 - \lambda_2) t}}{\lambda_1 - \lambda_2}\right),
        \qquad a = \frac{w_{ee} - 1}{\tau_e}

    Parameters
    ----------
    t_ms
        Time since the push (ms), at least 0.
    wee, wei, wie, wii, tau_e_ms, tau_i_ms
        As in :func:`eigenvalues`.

    Returns
    -------
    float or array
        Distance from rest, relative to the push, in the broadcast shape of the arguments;
        infinite where a runaway passes the largest number.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``ei_circuit``, teaching choices.

    Examples
    --------
    The same nudge, on both sides of the edge:

    >>> excitation_after_nudge(200, 2.5, [1.0, 0.9, 0.8], 2.5, 0.5).round(2)
    array([ 0.03,  2.  , 26.37])
    """
    t, ee, ei, ie, ii, tau_e, tau_i = np.broadcast_arrays(
        *numbers(
            t_ms=(t_ms, "ms", NON_NEGATIVE),
            **_asked(wee, wei, wie, wii, tau_e_ms, tau_i_ms),
        )
    )
    modes = eigenvalues(ee, ei, ie, ii, tau_e, tau_i)
    first, second = np.asarray(modes.first), np.asarray(modes.second)
    slope = (ee - 1) / tau_e - first
    gap = first - second
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        spread = np.where(abs(gap * t) < _TOGETHER, t + 0j, -np.expm1(-gap * t) / gap)
        log_size = first * t + np.log(1 + slope * spread)
        left = np.exp(log_size.real) * np.cos(log_size.imag)
    return plain(left)


def _trace_and_determinant(  # noqa: PLR0917  the weights in the order of the equations
    wee: ArrayLike,
    wei: ArrayLike,
    wie: ArrayLike,
    wii: ArrayLike,
    tau_e_ms: ArrayLike,
    tau_i_ms: ArrayLike,
) -> tuple[FloatArray, FloatArray]:
    ee, ei, ie, ii, tau_e, tau_i = np.broadcast_arrays(
        *numbers(**_asked(wee, wei, wie, wii, tau_e_ms, tau_i_ms))
    )
    trace = (ee - 1) / tau_e - (1 + ii) / tau_i
    return trace, (ei * ie - (ee - 1) * (1 + ii)) / (tau_e * tau_i)


def _asked(  # noqa: PLR0917  the weights in the order of the equations
    wee: ArrayLike,
    wei: ArrayLike,
    wie: ArrayLike,
    wii: ArrayLike,
    tau_e_ms: ArrayLike,
    tau_i_ms: ArrayLike,
) -> dict[str, tuple[ArrayLike, str, Interval]]:
    """Return what a circuit's arguments must be."""
    return {
        "wee": (wee, "", NON_NEGATIVE),
        "wei": (wei, "", NON_NEGATIVE),
        "wie": (wie, "", POSITIVE),
        "wii": (wii, "", NON_NEGATIVE),
        "tau_e_ms": (tau_e_ms, "ms", POSITIVE),
        "tau_i_ms": (tau_i_ms, "ms", POSITIVE),
    }


def _plain_complex(array: NDArray[np.complex128]) -> ComplexOrArray:
    return array if array.ndim else complex(array)
