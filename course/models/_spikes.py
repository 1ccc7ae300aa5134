"""Where the spikes of a recording are, and what they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import REAL, FloatArray, scalar, series
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_SPIKE_mV = card("hodgkin_huxley")["spike_mV"].value


class SpikeShape(NamedTuple):
    """Peak of a spike and the trough that follows it: potentials (mV) and times (ms).

    Notes
    -----
    Source: definition; it holds no measured number.

    Examples
    --------
    >>> spike_shape([0, 1, 2, 3], [-65, 40, -75, -65])
    SpikeShape(peak_mV=40.0, peak_ms=1.0, trough_mV=-75.0, trough_ms=2.0)
    """

    peak_mV: float
    peak_ms: float
    trough_mV: float
    trough_ms: float


def spike_times_ms(t_ms: ArrayLike, v_mV: ArrayLike, threshold_mV: float = _SPIKE_mV) -> FloatArray:
    """Return when a potential crosses a threshold upwards.

    Parameters
    ----------
    t_ms, v_mV
        Times (ms), rising, and the potential then (mV); one length.
    threshold_mV
        What counts as a spike (mV).

    Returns
    -------
    array
        One time (ms) a spike, interpolated between samples.

    Raises
    ------
    ValueError
        If an argument is outside its range, or lengths differ.

    Notes
    -----
    Source: definition; it holds no measured number.

    Examples
    --------
    >>> spike_times_ms([0, 1, 2, 3, 4], [-65, 35, -75, -65, 15])
    array([0.65  , 3.8125])
    """
    t, v = _trace(t_ms, v_mV)
    threshold = scalar("threshold_mV", threshold_mV, "mV", REAL)
    (before,) = np.nonzero((v[:-1] < threshold) & (v[1:] >= threshold))
    after = before + 1
    share = (threshold - v[before]) / (v[after] - v[before])
    crossings: FloatArray = t[before] + share * (t[after] - t[before])
    return crossings


def spike_shape(t_ms: ArrayLike, v_mV: ArrayLike) -> SpikeShape:
    """Return the peak of the first spike and the trough before the next.

    Parameters
    ----------
    t_ms, v_mV
        As in :func:`spike_times_ms`.

    Returns
    -------
    SpikeShape
        ``(peak_mV, peak_ms, trough_mV, trough_ms)``, at samples.

    Raises
    ------
    ValueError
        If an argument is outside its range, or there is no spike.

    Notes
    -----
    Source: definition; it holds no measured number.

    Examples
    --------
    >>> spike_shape([0, 1, 2, 3, 4], [-65, 35, -75, -65, 15])
    SpikeShape(peak_mV=35.0, peak_ms=1.0, trough_mV=-75.0, trough_ms=2.0)
    """
    t, v = _trace(t_ms, v_mV)
    crossings = spike_times_ms(t, v)
    if crossings.size == 0:
        raise ValueError(f"v_mV must hold a spike, a crossing of {_SPIKE_mV:g} mV, but has none.")
    until = crossings[1] if crossings.size > 1 else np.inf
    (first,) = np.nonzero((t >= crossings[0]) & (t < until))
    peak = first[np.argmax(v[first])]
    rest = first[first >= peak]
    trough = rest[np.argmin(v[rest])]
    return SpikeShape(float(v[peak]), float(t[peak]), float(v[trough]), float(t[trough]))


def _trace(t_ms: ArrayLike, v_mV: ArrayLike) -> tuple[FloatArray, FloatArray]:
    t = series("t_ms", t_ms, "ms", REAL)
    v = series("v_mV", v_mV, "mV", REAL)
    if t.size != v.size:
        raise ValueError(f"t_ms and v_mV must have one length, not {t.size} and {v.size}.")
    if (np.diff(t) <= 0).any():
        raise ValueError("t_ms must rise from one sample (ms) to the next.")
    return t, v
