r"""From the current of an inhibitory synapse to the potential that it makes (M3.7).

The conductance opens at once and decays; a small membrane charges and leaks with
:math:`\tau_m`. With height 1 and the membrane's resistance taken out:

.. math::

    g(t) = e^{-t/\tau}, \qquad \tau_m \frac{dv}{dt} = g - v, \qquad
    v(t) = \frac{\tau}{\tau_m - \tau} \left(e^{-t/\tau_m} - e^{-t/\tau}\right)

A benzodiazepine prolongs :math:`g` and leaves its height. The potential, which is a filtered
current, grows in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import exprel

from course.models._domain import (
    POSITIVE,
    REAL,
    FloatOrArray,
    numbers,
    plain,
)
from course.models.electrochemistry import gaba_reversal_mV
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_SYNAPSE = card("inhibitory_synapse")
_TAU_MS = _SYNAPSE["tau_ms"].value
_TAU_M_MS = _SYNAPSE["tau_m_ms"].value
_CL_IN_mM = card("ion_gradients")["cl_in_mM"].value
_REST_mV = _SYNAPSE["rest_mV"].value


class Peak(NamedTuple):
    """The peak of an inhibitory potential.

    Attributes
    ----------
    time_ms
        When it comes (ms).
    height
        How high it is, where 1 is what the peak current would give if it lasted.

    Notes
    -----
    Source: card ``inhibitory_synapse``.

    Examples
    --------
    >>> ipsp_peak()
    Peak(time_ms=9.900844145211346, height=0.1706726502659203)
    """

    time_ms: FloatOrArray
    height: FloatOrArray


def ipsc(t_ms: ArrayLike, tau_ms: ArrayLike = _TAU_MS) -> FloatOrArray:
    r"""Return the conductance of an inhibitory synapse, relative to its peak.

    .. math:: g(t) = e^{-t/\tau}

    Parameters
    ----------
    t_ms
        Time since the synapse opened (ms); before it there is none.
    tau_ms
        Time constant of its decay (ms), above 0.

    Returns
    -------
    float or array
        From 0 to 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``inhibitory_synapse``.

    Examples
    --------
    >>> ipsc([-1, 0, 5], tau_ms=5).round(3)
    array([0.   , 1.   , 0.368])
    """
    t, tau = numbers(t_ms=(t_ms, "ms", REAL), tau_ms=(tau_ms, "ms", POSITIVE))
    with np.errstate(over="ignore"):
        return plain(np.where(t < 0, 0, np.exp(-np.maximum(t, 0) / tau)))


def charge_ms(tau_ms: ArrayLike = _TAU_MS) -> FloatOrArray:
    r"""Return the area under the conductance, which is the charge per unit of peak current.

    .. math:: \int_0^\infty g \, dt = \tau

    Parameters
    ----------
    tau_ms
        Time constant of the decay (ms), above 0.

    Returns
    -------
    float or array
        Area (ms), in the shape of ``tau_ms``.

    Raises
    ------
    ValueError
        If ``tau_ms`` is not above 0.

    Notes
    -----
    Source: card ``inhibitory_synapse``.

    Examples
    --------
    >>> charge_ms(5 * 1.4) / charge_ms(5)
    1.4
    """
    (tau,) = numbers(tau_ms=(tau_ms, "ms", POSITIVE))
    return plain(tau)


def ipsp(
    t_ms: ArrayLike, tau_ms: ArrayLike = _TAU_MS, tau_m_ms: ArrayLike = _TAU_M_MS
) -> FloatOrArray:
    r"""Return the potential that a synapse makes in a passive membrane.

    .. math::

        v(t) = \frac{\tau}{\tau_m - \tau} \left(e^{-t/\tau_m} - e^{-t/\tau}\right)

    which tends to :math:`(t/\tau) e^{-t/\tau}` as the time constants meet.

    Parameters
    ----------
    t_ms
        Time since the synapse opened (ms); before it there is none.
    tau_ms
        Decay of the conductance (ms), above 0.
    tau_m_ms
        Time constant of the membrane (ms), above 0.

    Returns
    -------
    float or array
        From 0 to 1, where 1 is what the peak current would give if it lasted; in the broadcast
        shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    The conductance is taken as a current, for small potentials. Defaults: card
    ``inhibitory_synapse``.
    Source: card ``inhibitory_synapse``.

    Examples
    --------
    >>> ipsp([0, 10, 40], tau_ms=10, tau_m_ms=10).round(3)
    array([0.   , 0.368, 0.073])
    """
    t, tau, tau_m = numbers(
        t_ms=(t_ms, "ms", REAL),
        tau_ms=(tau_ms, "ms", POSITIVE),
        tau_m_ms=(tau_m_ms, "ms", POSITIVE),
    )
    since = np.maximum(t, 0)
    with np.errstate(all="ignore"):  # each form is used where it is finite
        slow, gap = np.maximum(tau, tau_m), abs(1 / tau - 1 / tau_m)
        # Time constants that nearly meet: exprel(-z) = (1 - exp(-z)) / z.
        close = since / tau_m * exprel(-since * gap)
        far = -np.expm1(-since * gap) * tau / abs(tau - tau_m)
        v = np.exp(-since / slow) * np.where(since * gap < 1, close, far)
        gone = np.exp(-since / slow) == 0  # whatever it is the product of
    return plain(np.where((since > 0) & ~gone, v, 0))


def ipsp_peak(tau_ms: ArrayLike = _TAU_MS, tau_m_ms: ArrayLike = _TAU_M_MS) -> Peak:
    r"""Return when an inhibitory potential peaks, and how high.

    .. math::

        t_p = \frac{\tau \tau_m}{\tau_m - \tau} \ln\frac{\tau_m}{\tau}, \qquad
        v(t_p) = e^{-t_p/\tau}

    Parameters
    ----------
    tau_ms, tau_m_ms
        As in :func:`ipsp`.

    Returns
    -------
    Peak
        ``(time_ms, height)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    At the peak the potential stops rising, so it equals the conductance there.
    Source: card ``inhibitory_synapse``.

    Examples
    --------
    A current 40 % longer and no higher gives a higher potential:

    >>> before, after = ipsp_peak(5, 20).height, ipsp_peak(5 * 1.4, 20).height
    >>> round(after / before, 2)
    1.26
    """
    tau, tau_m = np.broadcast_arrays(
        *numbers(tau_ms=(tau_ms, "ms", POSITIVE), tau_m_ms=(tau_m_ms, "ms", POSITIVE))
    )
    short, long = np.minimum(tau, tau_m), np.maximum(tau, tau_m)
    with np.errstate(all="ignore"):  # each form is used where it is finite
        gap = (long - short) / short
        close = np.where(gap > 0, long * np.log1p(gap) / gap, long)
        far = short * (np.log(long) - np.log(short)) / (1 - short / long)
    peak = np.where(gap < 1, close, far)
    return Peak(plain(peak), plain(np.exp(-peak / tau)))


def gaba_driving_force_mV(
    v_mV: ArrayLike = _REST_mV, cl_in_mM: ArrayLike = _CL_IN_mM
) -> FloatOrArray:
    r"""Return the pull on the potential when a GABA-A receptor opens.

    .. math:: E_{GABA} - V

    Parameters
    ----------
    v_mV
        Membrane potential (mV).
    cl_in_mM
        Chloride inside (mM), above 0; the other concentrations are those of
        :func:`course.models.electrochemistry.gaba_reversal_mV`.

    Returns
    -------
    float or array
        Millivolts, in the broadcast shape of the arguments: below 0 GABA hyperpolarises, above it
        GABA depolarises.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``inhibitory_synapse``.

    Examples
    --------
    Chloride that is not pumped out turns inhibition round:

    >>> gaba_driving_force_mV(-65, cl_in_mM=[5, 20]).round(1)
    array([-7.4, 19.3])
    """
    v, chloride = numbers(v_mV=(v_mV, "mV", REAL), cl_in_mM=(cl_in_mM, "mM", POSITIVE))
    return plain(gaba_reversal_mV(cl_in_mM=chloride) - v)
