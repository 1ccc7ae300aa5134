r"""The stretch reflex: negative feedback with a delay, and the clonus that it can make (M3.9).

A stretch answers itself after the time that the loop takes. For the muscle's length :math:`y`

.. math:: \tau \frac{dy}{dt} = -y(t) - G \, y(t - \delta), \qquad
    G = \frac{g_{Ia}}{1 + k_{pre} A + k_B B}

with the gain :math:`G` that presynaptic GABA-A inhibition :math:`A` (diazepam) and GABA-B
inhibition :math:`B` (baclofen) turn down. Up to :math:`G = 1` the reflex is stable whatever the
delay. Beyond it there is a longest delay :math:`\delta^*`, and at that it oscillates for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import gammaln, lambertw, xlogy

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    Interval,
    numbers,
    plain,
    scalar,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_REFLEX = card("stretch_reflex")
_TAU_MS = _REFLEX["tau_ms"].value
_DELAY_MS = _REFLEX["delay_ms"].value
_K_PRE = _REFLEX["k_pre"].value
_K_B = _REFLEX["k_b"].value
_MS_PER_S = 1000
_ABOVE_1 = Interval(low=1, open_low=True)
_LARGEST_GAIN = 1000
_LONGEST_DELAY = 10  # time constants
_GAIN = Interval(low=0, high=_LARGEST_GAIN)
_STEPS = 60
# The first delays of a response are summed loop by loop, later ones mode by mode: either sum is
# exact, and each is short and accurate on its side.
_LOOPS = 8
_MODES = 100
_NEAR = 0.01
_NO_GAIN = 1e-30  # what comes back is lost beside the tap's own end
_ASIDE = 1e-5


class Oscillation(NamedTuple):
    """The slowest mode of a reflex.

    Attributes
    ----------
    growth_per_ms
        Rate at which it grows (1/ms): below 0 it fades.
    frequency_Hz
        Its frequency (Hz); 0 if it does not ring.

    Notes
    -----
    Source: card ``stretch_reflex``, teaching choices; the delay equation is algebra.

    Examples
    --------
    >>> slowest_mode(2.0)
    Oscillation(growth_per_ms=-0.00517790534073357, frequency_Hz=7.467470530213416)
    """

    growth_per_ms: FloatOrArray
    frequency_Hz: FloatOrArray


def reflex_gain(
    g_ia: ArrayLike,
    gaba_a: ArrayLike = 0,
    gaba_b: ArrayLike = 0,
    k_pre: ArrayLike = _K_PRE,
    k_b: ArrayLike = _K_B,
) -> FloatOrArray:
    r"""Return the gain of the reflex that inhibition leaves.

    .. math:: G = \frac{g_{Ia}}{1 + k_{pre} A + k_B B}

    Parameters
    ----------
    g_ia
        Gain without inhibition, at least 0.
    gaba_a, gaba_b
        Activation of presynaptic GABA-A and of GABA-B receptors, at least 0, any unit.
    k_pre, k_b
        How strongly each inhibits, at least 0, per that unit.

    Returns
    -------
    float or array
        Gain, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``stretch_reflex``, teaching choices.

    Examples
    --------
    >>> reflex_gain(3, gaba_a=[0, 1], k_pre=0.5)
    array([3., 2.])
    """
    gain, a, b, pre, post = numbers(
        g_ia=(g_ia, "", NON_NEGATIVE),
        gaba_a=(gaba_a, "", NON_NEGATIVE),
        gaba_b=(gaba_b, "", NON_NEGATIVE),
        k_pre=(k_pre, "", NON_NEGATIVE),
        k_b=(k_b, "", NON_NEGATIVE),
    )
    return plain(gain / (1 + pre * a + post * b))


def critical_delay_ms(gain: ArrayLike, tau_ms: ArrayLike = _TAU_MS) -> FloatOrArray:
    r"""Return the delay at which a reflex of a given gain oscillates for ever.

    .. math:: \delta^* = \frac{\tau \arccos(-1/G)}{\sqrt{G^2 - 1}}

    Parameters
    ----------
    gain
        :math:`G`, at least 0.
    tau_ms
        :math:`\tau` (ms), above 0.

    Returns
    -------
    float or array
        Delay (ms), in the broadcast shape of the arguments; infinite up to a gain of 1.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``stretch_reflex``, teaching choices; the delay equation is algebra.

    Examples
    --------
    >>> critical_delay_ms([1, 2, 4]).round(2)
    array([  inf, 60.46, 23.54])
    """
    g, tau = numbers(gain=(gain, "", NON_NEGATIVE), tau_ms=(tau_ms, "ms", POSITIVE))
    unstable = np.maximum(g, 1)
    with np.errstate(divide="ignore"):
        delay = np.arccos(-1 / unstable) / (np.sqrt(unstable - 1) * np.sqrt(unstable + 1))
    return plain(tau * delay)


def critical_gain(tau_ms: ArrayLike = _TAU_MS, delay_ms: ArrayLike = _DELAY_MS) -> FloatOrArray:
    r"""Return the gain at which a reflex of a given delay oscillates for ever.

    With :math:`\theta = \omega \delta` the angle that the loop's delay is of its oscillation,

    .. math:: \theta = \pi - \arctan(\theta \tau / \delta), \qquad
        G^* = \sqrt{1 + (\theta \tau/\delta)^2}

    Parameters
    ----------
    tau_ms
        :math:`\tau` (ms), above 0.
    delay_ms
        :math:`\delta` (ms), above 0.

    Returns
    -------
    float or array
        Gain, above 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    The angle by Newton's method, which here climbs to it from below. Defaults: card
    ``stretch_reflex``, teaching choices.
    Source: card ``stretch_reflex``, teaching choices; the delay equation is algebra.

    Examples
    --------
    >>> round(critical_gain(tau_ms=50, delay_ms=40), 3)
    2.645
    """
    tau, delay = numbers(tau_ms=(tau_ms, "ms", POSITIVE), delay_ms=(delay_ms, "ms", POSITIVE))
    ratio = tau / delay
    angle = np.full(ratio.shape, np.pi / 2)
    for _ in range(_STEPS):
        lag = angle - np.pi + np.arctan(ratio * angle)
        angle = angle - lag / (1 + ratio / (1 + (ratio * angle) ** 2))
    return plain(np.hypot(1, ratio * angle))


def clonus_frequency_Hz(gain: ArrayLike, tau_ms: ArrayLike = _TAU_MS) -> FloatOrArray:
    r"""Return the frequency of the oscillation at the critical delay.

    .. math:: f = \frac{\sqrt{G^2 - 1}}{2\pi\tau}

    Parameters
    ----------
    gain
        :math:`G`, above 1: below it there is no oscillation.
    tau_ms
        :math:`\tau` (ms), above 0.

    Returns
    -------
    float or array
        Frequency (Hz), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``stretch_reflex``, teaching choices; the delay equation is algebra.

    Examples
    --------
    >>> round(clonus_frequency_Hz(critical_gain(50, 40), 50), 2)
    7.79
    """
    g, tau = numbers(gain=(gain, "", _ABOVE_1), tau_ms=(tau_ms, "ms", POSITIVE))
    return plain(_MS_PER_S * np.sqrt(g - 1) * np.sqrt(g + 1) / (2 * np.pi * tau))


def slowest_mode(
    gain: ArrayLike, tau_ms: ArrayLike = _TAU_MS, delay_ms: ArrayLike = _DELAY_MS
) -> Oscillation:
    r"""Return how fast the slowest mode of a reflex grows or fades, and how it rings.

    The roots of :math:`\tau\lambda + 1 + G e^{-\lambda\delta} = 0` are, with Lambert's
    :math:`W_k`,

    .. math:: \lambda_k = -\frac{1}{\tau} + \frac{1}{\delta}
        W_k\!\left(-\frac{G \delta}{\tau} e^{\delta/\tau}\right)

    and that of :math:`k = 0` has the largest real part.

    Parameters
    ----------
    gain
        :math:`G`, from 0 to 1000.
    tau_ms, delay_ms
        As in :func:`critical_gain`; the delay at most ten time constants.

    Returns
    -------
    Oscillation
        ``(growth_per_ms, frequency_Hz)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``stretch_reflex``, teaching choices; the delay equation is algebra.

    Examples
    --------
    >>> mode = slowest_mode([2, 4], tau_ms=50, delay_ms=40)
    >>> mode.growth_per_ms.round(4), mode.frequency_Hz.round(1)
    (array([-0.0052,  0.0078]), array([7.5, 8.2]))
    """
    g, tau, delay = np.broadcast_arrays(
        *numbers(
            gain=(gain, "", _GAIN),
            tau_ms=(tau_ms, "ms", POSITIVE),
            delay_ms=(delay_ms, "ms", POSITIVE),
        )
    )
    _check_delay(delay, tau)
    mode = lambertw(-g * (delay / tau) * np.exp(delay / tau), 0) / delay - 1 / tau
    frequency = abs(mode.imag) * _MS_PER_S / (2 * np.pi)
    return Oscillation(plain(mode.real), plain(frequency))


def tap_response(
    t_ms: ArrayLike,
    gain: float,
    tau_ms: float = _TAU_MS,
    delay_ms: float = _DELAY_MS,
) -> FloatOrArray:
    r"""Return what follows a tap that stretches a resting muscle by 1 at time 0.

    The tap decays, comes back inverted after each loop, and so on:

    .. math::

        y(t) = \sum_{n=0}^{\lfloor t/\delta \rfloor} \frac{(-G s_n/\tau)^n}{n!} e^{-s_n/\tau}
             = \sum_k \frac{e^{\lambda_k t}}{1 + \delta (\lambda_k + 1/\tau)}, \qquad
        s_n = t - n\delta

    Parameters
    ----------
    t_ms
        Time since the tap (ms); before it there is nothing.
    gain, tau_ms, delay_ms
        As in :func:`slowest_mode`; one number each.

    Returns
    -------
    float or array
        Length, relative to the tap, in the shape of ``t_ms``.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Both sums are exact: the first, over loops, serves early times, the second, over the modes of
    :func:`slowest_mode`, late ones.
    Source: card ``stretch_reflex``, teaching choices; the delay equation is algebra.

    Examples
    --------
    >>> tap_response([0, 40, 80, 400], gain=2, tau_ms=50, delay_ms=40).round(3)
    array([ 1.   ,  0.449, -0.517,  0.06 ])
    """
    (t,) = numbers(t_ms=(t_ms, "ms", REAL))
    g = scalar("gain", gain, "", _GAIN)
    tau = scalar("tau_ms", tau_ms, "ms", POSITIVE)
    delay = scalar("delay_ms", delay_ms, "ms", POSITIVE)
    _check_delay(np.asarray(delay), np.asarray(tau))
    early = _by_loops(np.minimum(t, _LOOPS * delay), g, tau, delay)
    late = _by_modes(np.maximum(t, _LOOPS * delay), g, tau, delay)
    return plain(np.where(t < _LOOPS * delay, early, late))


def _by_loops(t: FloatArray, gain: float, tau: float, delay: float) -> FloatArray:
    n = np.arange(_LOOPS + 1.0)
    since = np.maximum(t[..., None] - n * delay, 0)
    size = np.exp(xlogy(n, gain * since / tau) - gammaln(n + 1) - since / tau)
    begun = t[..., None] >= n * delay
    response: FloatArray = np.where(begun, size * (-1) ** n, 0).sum(axis=-1)
    return response


def _by_modes(t: FloatArray, gain: float, tau: float, delay: float) -> FloatArray:
    if gain < _NO_GAIN:
        return np.asarray(np.exp(-t / tau))
    slowest = lambertw(-gain * (delay / tau) * np.exp(delay / tau), 0)
    if abs(1 + slowest) < _NEAR:
        # Where two modes meet, each grows without bound and their sum does not: the mean of both
        # sides has no error of first order in the distance.
        sides = (1 - _ASIDE) * gain, (1 + _ASIDE) * gain
        return np.asarray(sum(_mode_sum(t, side, tau, delay) for side in sides) / 2)
    return _mode_sum(t, gain, tau, delay)


def _mode_sum(t: FloatArray, gain: float, tau: float, delay: float) -> FloatArray:
    branches = np.arange(-_MODES, _MODES)  # k and -k - 1 are a conjugate pair
    w = lambertw(-gain * (delay / tau) * np.exp(delay / tau), branches)
    modes = np.exp((w / delay - 1 / tau) * t[..., None]) / (1 + w)
    return np.asarray(modes.sum(axis=-1).real)


def _check_delay(delay: FloatArray, tau: FloatArray) -> None:
    far = delay > _LONGEST_DELAY * tau
    if far.any():
        raise ValueError(
            f"delay_ms must be at most {_LONGEST_DELAY} times tau_ms, "
            f"{_LONGEST_DELAY * tau[far].flat[0]:g} ms, not {delay[far].flat[0]:g}."
        )
