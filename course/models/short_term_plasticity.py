r"""Short-term depression and facilitation of a synapse (M1.8, Tsodyks and Markram).

A spike finds the fraction :math:`x` of the synapse's resources ready and uses the fraction
:math:`u` of these, so that its response is :math:`A = u x`. Between spikes :math:`x` recovers
to 1 with :math:`\tau_{rec}` and :math:`u` returns to :math:`U` with :math:`\tau_{fac}`.
Values are those that a spike meets: just before it for :math:`x`, with its own facilitation
for :math:`u`. Where there is no facilitation, :math:`u = U`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import (
    FRACTION_ABOVE_0,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
    scalar,
    series,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_DEPRESSING = card("depressing_synapse")
_FACILITATING = card("facilitating_synapse")
_MS_PER_S = 1000


class Depression(NamedTuple):
    """What spikes meet at a depressing synapse.

    Attributes
    ----------
    x
        Fraction of resources ready just before a spike.
    A
        Response, :math:`U x`, as a fraction of the largest possible.

    Notes
    -----
    Source: Tsodyks and Markram 1997, card ``depressing_synapse``.

    Examples
    --------
    >>> depression_steady_state(10)
    Depression(x=0.21029578832876503, A=0.10514789416438251)
    """

    x: FloatOrArray
    A: FloatOrArray


class Facilitation(NamedTuple):
    """What spikes meet at a facilitating synapse.

    Attributes
    ----------
    x
        Fraction of resources ready just before a spike.
    u
        Fraction of them that the spike uses.
    A
        Response, :math:`u x`, as a fraction of the largest possible.

    Notes
    -----
    Source: Tsodyks and others 1998, card ``facilitating_synapse``.

    Examples
    --------
    >>> facilitation_steady_state(10)
    Facilitation(x=0.8558520749941911, u=0.19505533086140592, A=0.16693850965641274)
    """

    x: FloatOrArray
    u: FloatOrArray
    A: FloatOrArray


def depression_steady_state(
    rate_Hz: ArrayLike,
    U: ArrayLike = _DEPRESSING["U"].value,
    tau_rec_ms: ArrayLike = _DEPRESSING["tau_rec_ms"].value,
) -> Depression:
    r"""Return what each spike of an endless regular train meets.

    .. math::

        x^* = \frac{1 - e^{-1/(f\tau_{rec})}}{1 - (1 - U) e^{-1/(f\tau_{rec})}}, \qquad
        A^* = U x^*

    Parameters
    ----------
    rate_Hz
        :math:`f`, spikes a second, at least 0; at 0 a spike finds a rested synapse.
    U
        Fraction of the ready resources that a spike uses, above 0, at most 1.
    tau_rec_ms
        Time constant of recovery (ms), above 0.

    Returns
    -------
    Depression
        ``(x, A)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Tsodyks and Markram 1997, card ``depressing_synapse``.

    Examples
    --------
    Ten times the rate, one tenth of the response: the drive hardly changes.

    >>> depression_steady_state([0, 1, 10, 100]).A.round(4)
    array([0.5   , 0.4164, 0.1051, 0.0123])
    """
    rate, use, tau = np.broadcast_arrays(
        *numbers(
            rate_Hz=(rate_Hz, "Hz", NON_NEGATIVE),
            U=(U, "", FRACTION_ABOVE_0),
            tau_rec_ms=(tau_rec_ms, "ms", POSITIVE),
        )
    )
    x = _ready(use, _intervals(rate, tau))
    return Depression(plain(x), plain(use * x))


def depression_drive_per_s(
    rate_Hz: ArrayLike,
    U: ArrayLike = _DEPRESSING["U"].value,
    tau_rec_ms: ArrayLike = _DEPRESSING["tau_rec_ms"].value,
) -> FloatOrArray:
    r"""Return what a train transmits a second, :math:`f A^*`.

    However high the rate, it stays below :math:`1/\tau_{rec}`.

    Parameters
    ----------
    rate_Hz, U, tau_rec_ms
        As in :func:`depression_steady_state`.

    Returns
    -------
    float or array
        Drive (1/s), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Tsodyks and Markram 1997, card ``depressing_synapse``.

    Examples
    --------
    >>> depression_drive_per_s([1, 10, 100]).round(3)
    array([0.416, 1.051, 1.227])
    """
    response = depression_steady_state(rate_Hz, U, tau_rec_ms).A
    return plain(np.asarray(rate_Hz, dtype=np.float64) * response)


def depression_train(
    spikes_ms: ArrayLike,
    U: ArrayLike = _DEPRESSING["U"].value,
    tau_rec_ms: ArrayLike = _DEPRESSING["tau_rec_ms"].value,
) -> Depression:
    r"""Return what each spike of a given train meets at a synapse that was at rest.

    .. math:: x_{n+1} = 1 - [1 - x_n (1 - U)]\, e^{-\Delta t_n/\tau_{rec}}, \qquad A_n = U x_n

    Parameters
    ----------
    spikes_ms
        Times of the spikes (ms), in rising order.
    U, tau_rec_ms
        As in :func:`depression_steady_state`, one number each.

    Returns
    -------
    Depression
        ``(x, A)``, arrays with one element a spike.

    Raises
    ------
    ValueError
        If an argument is outside its range, or times do not rise.

    Notes
    -----
    Source: Tsodyks and Markram 1997, card ``depressing_synapse``.

    Examples
    --------
    >>> depression_train([0, 50, 100]).A.round(3)
    array([0.5  , 0.265, 0.155])
    """
    x, _, response = facilitation_train(spikes_ms, U, tau_rec_ms, tau_fac_ms=0)
    return Depression(x, response)


def facilitation_steady_state(
    rate_Hz: ArrayLike,
    U: ArrayLike = _FACILITATING["U"].value,
    tau_rec_ms: ArrayLike = _FACILITATING["tau_rec_ms"].value,
    tau_fac_ms: ArrayLike = _FACILITATING["tau_fac_ms"].value,
) -> Facilitation:
    r"""Return what each spike of an endless regular train meets where use facilitates.

    .. math::

        u^* = \frac{U}{1 - (1 - U) e^{-1/(f\tau_{fac})}}, \qquad
        x^* = \frac{1 - e^{-1/(f\tau_{rec})}}{1 - (1 - u^*) e^{-1/(f\tau_{rec})}}

    Parameters
    ----------
    rate_Hz
        Spikes a second, at least 0.
    U
        Fraction of the ready resources that the first spike uses, above 0, at most 1.
    tau_rec_ms
        Time constant of recovery (ms), above 0.
    tau_fac_ms
        Time constant of facilitation (ms), at least 0; at 0 the synapse only depresses.

    Returns
    -------
    Facilitation
        ``(x, u, A)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Tsodyks, Pawelzik and Markram 1998, card ``facilitating_synapse``.

    Examples
    --------
    >>> facilitation_steady_state([0, 5, 20, 100]).A.round(3)
    array([0.04 , 0.113, 0.189, 0.072])
    """
    rate, use, tau_rec, tau_fac = np.broadcast_arrays(
        *numbers(
            rate_Hz=(rate_Hz, "Hz", NON_NEGATIVE),
            U=(U, "", FRACTION_ABOVE_0),
            tau_rec_ms=(tau_rec_ms, "ms", POSITIVE),
            tau_fac_ms=(tau_fac_ms, "ms", NON_NEGATIVE),
        )
    )
    u = use / (use - (1 - use) * np.expm1(-_intervals(rate, tau_fac)))
    x = _ready(u, _intervals(rate, tau_rec))
    return Facilitation(plain(x), plain(u), plain(u * x))


def facilitation_train(
    spikes_ms: ArrayLike,
    U: ArrayLike = _FACILITATING["U"].value,
    tau_rec_ms: ArrayLike = _FACILITATING["tau_rec_ms"].value,
    tau_fac_ms: ArrayLike = _FACILITATING["tau_fac_ms"].value,
) -> Facilitation:
    r"""Return what each spike of a given train meets at a synapse that was at rest.

    .. math:: u_{n+1} = U + u_n (1 - U) e^{-\Delta t_n/\tau_{fac}}, \quad
        x_{n+1} = 1 - [1 - x_n (1 - u_n)]\, e^{-\Delta t_n/\tau_{rec}}

    Parameters
    ----------
    spikes_ms
        Times of the spikes (ms), in rising order.
    U, tau_rec_ms, tau_fac_ms
        As in :func:`facilitation_steady_state`, one number each.

    Returns
    -------
    Facilitation
        ``(x, u, A)``, arrays with one element a spike.

    Raises
    ------
    ValueError
        If an argument is outside its range, or times do not rise.

    Notes
    -----
    Source: Tsodyks and others 1998, card ``facilitating_synapse``.

    Examples
    --------
    >>> facilitation_train([0, 50, 100]).u.round(3)
    array([0.04 , 0.075, 0.105])
    """
    spikes = series("spikes_ms", spikes_ms, "ms", REAL)
    gaps = np.diff(spikes)
    if (gaps <= 0).any():
        raise ValueError("spikes_ms must rise from one spike (ms) to the next.")
    use = scalar("U", U, "", FRACTION_ABOVE_0)
    tau_rec = scalar("tau_rec_ms", tau_rec_ms, "ms", POSITIVE)
    tau_fac = scalar("tau_fac_ms", tau_fac_ms, "ms", NON_NEGATIVE)
    with np.errstate(divide="ignore", over="ignore"):  # an infinite gap leaves nothing
        kept = np.exp(-gaps / tau_fac)
    recovered = -np.expm1(-gaps / tau_rec)
    x, u = np.ones_like(spikes), np.full_like(spikes, use)
    for i, (keep, recover) in enumerate(zip(kept, recovered, strict=True)):
        u[i + 1] = use + u[i] * (1 - use) * keep
        left = x[i] * (1 - u[i])
        x[i + 1] = left + (1 - left) * recover
    return Facilitation(x, u, u * x)


def _intervals(rate_Hz: FloatArray, tau_ms: FloatArray) -> FloatArray:
    """Return the gap between spikes in time constants; infinite without spikes or memory."""
    with np.errstate(divide="ignore", over="ignore"):
        return _MS_PER_S / (rate_Hz * tau_ms)


def _ready(u: FloatArray, gap: FloatArray) -> FloatArray:
    """Return the fixed point of recovery over a gap after use of the fraction u."""
    recovered = -np.expm1(-gap)
    fixed: FloatArray = recovered / (recovered + u * np.exp(-gap))
    return fixed
