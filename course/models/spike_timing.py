r"""Spike-timing-dependent plasticity: which spike came first (M5.10).

With :math:`\Delta t = t_{post} - t_{pre}`:

.. math::

    \Delta w = \begin{cases}
        A_+ e^{-\Delta t/\tau_+} & \Delta t > 0 \\
        0 & \Delta t = 0 \\
        -A_- e^{\Delta t/\tau_-} & \Delta t < 0
    \end{cases}

All pairs of spikes add.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    number,
    numbers,
    plain,
    scalar,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_STDP = card("spike_timing_plasticity")
_TAU_PLUS_MS = _STDP["tau_plus_ms"].value
_TAU_MINUS_MS = _STDP["tau_minus_ms"].value


def weight_change(
    dt_ms: ArrayLike,
    a_plus: ArrayLike,
    a_minus: ArrayLike,
    tau_plus_ms: ArrayLike = _TAU_PLUS_MS,
    tau_minus_ms: ArrayLike = _TAU_MINUS_MS,
) -> FloatOrArray:
    r"""Return the change by one pair of spikes.

    Parameters
    ----------
    dt_ms
        :math:`\Delta t`, time of the postsynaptic spike less that of the presynaptic one (ms).
    a_plus, a_minus
        :math:`A_+`, :math:`A_-`, sizes of potentiation and depression, at least 0.
    tau_plus_ms, tau_minus_ms
        :math:`\tau_+`, :math:`\tau_-`, their time constants (ms), above 0.

    Returns
    -------
    float or array
        Change in the unit of the sizes, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Pfister and Gerstner 2006, card ``spike_timing_plasticity``. The sizes that
    the card has are unconfirmed, so they are no defaults.

    Examples
    --------
    >>> weight_change([-10, 0, 10], a_plus=1, a_minus=0.5).round(3)
    array([-0.372,  0.   ,  0.551])
    """
    dt, plus, minus, tau_plus, tau_minus = numbers(
        dt_ms=(dt_ms, "ms", REAL),
        a_plus=(a_plus, "", NON_NEGATIVE),
        a_minus=(a_minus, "", NON_NEGATIVE),
        tau_plus_ms=(tau_plus_ms, "ms", POSITIVE),
        tau_minus_ms=(tau_minus_ms, "ms", POSITIVE),
    )
    with np.errstate(over="ignore"):
        stronger = plus * np.exp(-np.abs(dt) / tau_plus)
        weaker = -minus * np.exp(-np.abs(dt) / tau_minus)
    return plain(np.select([dt > 0, dt < 0], [stronger, weaker], 0.0))


def net_change(
    pre_ms: ArrayLike,
    post_ms: ArrayLike,
    a_plus: float,
    a_minus: float,
    *,
    tau_plus_ms: float = _TAU_PLUS_MS,
    tau_minus_ms: float = _TAU_MINUS_MS,
) -> float:
    r"""Return the change by all pairs of two spike trains.

    .. math:: \sum_{\Delta t > 0} A_+ e^{-\Delta t/\tau_+}
        - \sum_{\Delta t < 0} A_- e^{\Delta t/\tau_-}, \qquad \Delta t = t_{post} - t_{pre}

    Parameters
    ----------
    pre_ms, post_ms
        Times of the spikes (ms), in any order; either may be empty.
    a_plus, a_minus, tau_plus_ms, tau_minus_ms
        As in :func:`weight_change`.

    Returns
    -------
    float
        Change in the unit of the sizes; 0 if there is no pair.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Traces that every spike raises and time lets decay give the same sum as all pairs, in a time
    that grows with the number of spikes and not of pairs.
    Source: Pfister and Gerstner 2006, card ``spike_timing_plasticity``.

    Examples
    --------
    The same spikes, in one order and in the other:

    >>> round(net_change([0, 100], [10, 110], 1, 0.5), 3)
    1.07
    >>> round(net_change([10, 110], [0, 100], 1, 0.5), 3)
    -0.758
    """
    pre, post = _train("pre_ms", pre_ms), _train("post_ms", post_ms)
    plus = scalar("a_plus", a_plus, "", NON_NEGATIVE)
    minus = scalar("a_minus", a_minus, "", NON_NEGATIVE)
    tau_plus = scalar("tau_plus_ms", tau_plus_ms, "ms", POSITIVE)
    tau_minus = scalar("tau_minus_ms", tau_minus_ms, "ms", POSITIVE)
    return plus * _pair_sum(pre, post, tau_plus) - minus * _pair_sum(post, pre, tau_minus)


def window_area_ms(
    a_plus: ArrayLike,
    a_minus: ArrayLike,
    tau_plus_ms: ArrayLike = _TAU_PLUS_MS,
    tau_minus_ms: ArrayLike = _TAU_MINUS_MS,
) -> FloatOrArray:
    r"""Return the area under the window, :math:`A_+ \tau_+ - A_- \tau_-`.

    Above 0, spikes that know nothing of each other strengthen the synapse.

    Parameters
    ----------
    a_plus, a_minus, tau_plus_ms, tau_minus_ms
        As in :func:`weight_change`.

    Returns
    -------
    float or array
        Area (ms times the unit of the sizes), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Pfister and Gerstner 2006, card ``spike_timing_plasticity``.

    Examples
    --------
    >>> window_area_ms(1, [0.25, 0.5, 1], tau_plus_ms=10, tau_minus_ms=20)
    array([  5.,   0., -10.])
    """
    plus, minus, tau_plus, tau_minus = numbers(
        a_plus=(a_plus, "", NON_NEGATIVE),
        a_minus=(a_minus, "", NON_NEGATIVE),
        tau_plus_ms=(tau_plus_ms, "ms", POSITIVE),
        tau_minus_ms=(tau_minus_ms, "ms", POSITIVE),
    )
    return plain(plus * tau_plus - minus * tau_minus)


def _train(name: str, times_ms: ArrayLike) -> FloatArray:
    times = number(name, times_ms, "ms", REAL)
    if times.ndim != 1:
        raise ValueError(f"{name} must be a list of times (ms), not of shape {times.shape}.")
    return np.sort(times)


def _pair_sum(earlier: FloatArray, later: FloatArray, tau: float) -> float:
    """Return the sum of exp(-gap / tau) over all pairs in which the first truly comes first."""
    if not earlier.size or not later.size:
        return 0.0
    with np.errstate(over="ignore"):
        decays = np.exp(-np.diff(earlier) / tau).tolist()
        trace = np.array(list(accumulate(decays, lambda s, d: s * d + 1, initial=1.0)))
        last = np.searchsorted(earlier, later, side="left") - 1
        heard = last >= 0
        gaps = later[heard] - earlier[last[heard]]
        return float(np.sum(trace[last[heard]] * np.exp(-gaps / tau)))
