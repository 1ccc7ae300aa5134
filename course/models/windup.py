r"""Wind-up: why the tenth tap hurts more than the first (M4.7).

Each stimulus leaves a slow, NMDA-receptor part that decays with :math:`\tau` and adds to the
response to the next one:

.. math:: P_1 = 0, \qquad P_{n+1} = q \left[P_n + a_N (1 - b)\right], \qquad q = e^{-1/(f\tau)}

.. math:: R_n = a_A + P_n

Blocking NMDA receptors lowers the growth and leaves the first response, so the threshold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    COUNT,
    FRACTION,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_WINDUP = card("wind_up")
_TAU_S = _WINDUP["tau_s"].value
_A_AMPA = _WINDUP["a_ampa"].value
_A_NMDA = _WINDUP["a_nmda"].value
_SHORTEST, _LONGEST = 1e-300, 1e3  # beyond these nothing is lost, or all


def response(
    n: ArrayLike,
    rate_Hz: ArrayLike,
    tau_s: ArrayLike = _TAU_S,
    a_ampa: ArrayLike = _A_AMPA,
    a_nmda: ArrayLike = _A_NMDA,
    *,
    block: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return the response to the n-th stimulus of a regular series.

    .. math:: R_n = a_A + a_N (1 - b) \, q \, \frac{1 - q^{n-1}}{1 - q}

    Parameters
    ----------
    n
        Which stimulus: whole numbers of at least 1.
    rate_Hz
        :math:`f`, stimuli a second, above 0.
    tau_s
        :math:`\tau`, time constant of the slow part (s), above 0.
    a_ampa
        :math:`a_A`, response to a single stimulus; any unit.
    a_nmda
        :math:`a_N`, slow part that each stimulus adds, in the same unit.
    block
        :math:`b`, fraction of NMDA receptors blocked, from 0 to 1.

    Returns
    -------
    float or array
        Response in the unit of ``a_ampa``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    The pattern, growth at 1 Hz that ketamine reduces while threshold and recruitment curve at one
    stimulus every 6 s stay, is that of Guirimand and others 2000. The numbers, card ``wind_up``,
    are teaching choices.
    Source: card ``wind_up``, teaching choices.

    Examples
    --------
    >>> response([1, 2, 15], rate_Hz=1).round(3)
    array([1.   , 1.607, 2.54 ])
    >>> response([1, 2, 15], rate_Hz=1, block=0.5).round(3)
    array([1.   , 1.303, 1.77 ])
    """
    count, rate, tau, ampa, nmda, blocked = numbers(
        n=(n, "", COUNT),
        rate_Hz=(rate_Hz, "Hz", POSITIVE),
        tau_s=(tau_s, "s", POSITIVE),
        a_ampa=(a_ampa, "", REAL),
        a_nmda=(a_nmda, "", REAL),
        block=(block, "", FRACTION),
    )
    gap = _gap(rate, tau)
    carried = np.expm1(-(count - 1) * gap) / np.expm1(-gap) * np.exp(-gap)
    return plain(ampa + nmda * (1 - blocked) * carried)


def plateau(
    rate_Hz: ArrayLike,
    tau_s: ArrayLike = _TAU_S,
    a_ampa: ArrayLike = _A_AMPA,
    a_nmda: ArrayLike = _A_NMDA,
    block: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return the response that a series without end approaches.

    .. math:: R_\infty = a_A + a_N (1 - b) \frac{q}{1 - q}

    Parameters
    ----------
    rate_Hz, tau_s, a_ampa, a_nmda, block
        As in :func:`response`.

    Returns
    -------
    float or array
        Response in the unit of ``a_ampa``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``wind_up``, teaching choices.

    Examples
    --------
    >>> plateau([0.1, 0.3, 1]).round(3)
    array([1.007, 1.233, 2.541])
    """
    rate, tau, ampa, nmda, blocked = numbers(
        rate_Hz=(rate_Hz, "Hz", POSITIVE),
        tau_s=(tau_s, "s", POSITIVE),
        a_ampa=(a_ampa, "", REAL),
        a_nmda=(a_nmda, "", REAL),
        block=(block, "", FRACTION),
    )
    gap = _gap(rate, tau)
    return plain(ampa + nmda * (1 - blocked) * np.exp(-gap) / -np.expm1(-gap))


def _gap(rate_Hz: FloatArray, tau_s: FloatArray) -> FloatArray:
    """Return the pause between stimuli in time constants, never quite 0 and never infinite."""
    with np.errstate(over="ignore"):
        return np.clip(1 / rate_Hz / tau_s, _SHORTEST, _LONGEST)
