r"""Adaptation: a slow process that follows a drive and opposes it (M3.12).

A first-order filter follows the drive :math:`u`; the effect is what the filter does not take away:

.. math:: \tau \frac{dx}{dt} = u - x, \qquad e = u - g x

The drive is held from each sample to the next, so that every step has a closed form, however long:

.. math:: x(t + \Delta) = u + (x(t) - u) e^{-\Delta/\tau}

Tolerance is the fall of :math:`e` while :math:`u` lasts, rebound is the :math:`e < 0` after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import (
    FRACTION,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    number,
    numbers,
    plain,
    series,
)
from course.models._filter import filter_runs
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_TOLERANCE = card("tolerance")
_TAU_D = _TOLERANCE["tau_d"].value
_GAIN = _TOLERANCE["gain"].value


class Adapted(NamedTuple):
    """What remains of a drive, and what opposes it.

    Attributes
    ----------
    e
        The effect, in the unit of the drive; negative in rebound.
    x
        The opposing process before its gain, in the unit of the drive.

    Notes
    -----
    Source: card ``tolerance``, teaching choices; the filter is algebra.

    Examples
    --------
    >>> kept = opponent_response([0, 20, 40], [1, 1, 0])
    >>> kept.x.round(3), kept.e.round(3)
    (array([0.   , 0.632, 0.865]), array([ 1.   ,  0.494, -0.692]))
    """

    e: FloatArray
    x: FloatArray


def filtered(t: ArrayLike, u: ArrayLike, tau: ArrayLike, x0: ArrayLike = 0) -> FloatArray:
    r"""Return the answer of a first-order filter to a drive that is constant between samples.

    .. math:: x_{k+1} = u_k + (x_k - u_k) e^{-(t_{k+1} - t_k)/\tau}

    Parameters
    ----------
    t
        Times of the samples, strictly increasing, in the unit of ``tau``; need not be even.
    u
        Drive from each sample to the next, along the last axis; any unit and sign. The last
        value acts on nothing yet.
    tau
        Time constant, above 0; a number, or an array that broadcasts against the leading axes of
        ``u``: one filter each.
    x0
        Filter at the first sample, in the unit of ``u``; broadcasts as ``tau`` does.

    Returns
    -------
    array
        The filter at each sample, in the unit of ``u``; the last axis is that of ``t``.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``t`` does not increase, or the lengths differ.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    Two time constants under the same drive, which stops at 3:

    >>> filtered([0, 1, 3, 6], [1, 1, 0, 0], tau=[1, 10]).round(4)
    array([[0.    , 0.6321, 0.9502, 0.0473],
           [0.    , 0.0952, 0.2592, 0.192 ]])
    """
    times, drive = _samples(t, u)
    taus = number("tau", tau, "in the unit of t", POSITIVE)
    start = number("x0", x0, "in the unit of u", REAL)
    _check_fit(drive[..., 0], taus, start)
    return filter_runs(times, drive, taus, start)


def opponent_response(
    t: ArrayLike,
    u: ArrayLike,
    tau: ArrayLike = _TAU_D,
    gain: ArrayLike = _GAIN,
    x0: ArrayLike = 0,
) -> Adapted:
    r"""Return the effect of a drive that one or more slow processes oppose.

    .. math:: e = u - \sum_i g_i x_i, \qquad \tau_i x_i' = u - x_i

    Parameters
    ----------
    t
        Times of the samples, strictly increasing, in the unit of ``tau``.
    u
        Drive from each sample to the next, of the length of ``t``; any unit.
    tau
        Time constant (days by default), above 0; or a list, one for each process.
    gain
        :math:`g`, the part of the drive that a process takes away in the end, from 0 (none) to
        1 (all); a number, or one for each process.
    x0
        Opposing process at the first sample; a number, or one for each process.

    Returns
    -------
    Adapted
        ``(e, x)``: ``e`` in the shape of ``t``; ``x`` too, or a row for each process.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``t`` does not increase, or the lengths differ.

    Notes
    -----
    Source: card ``tolerance``, teaching choices. With ``gain`` 1 the area under ``e`` is 0
    once the drive is gone and the filter empty. See :func:`signed_area`.

    Examples
    --------
    Three time constants of drive, then none:

    >>> opponent_response([0, 3, 6], [1, 0, 0], tau=1, gain=1).e.round(4)
    array([ 1.    , -0.9502, -0.0473])
    """
    times, drive = _samples(t, u)
    if drive.ndim != 1:
        raise ValueError(f"u must be a list of numbers, not an array of shape {drive.shape}.")
    x, gains = _processes(times, drive, tau, gain, x0)
    opposed = gains[..., None] * x
    return Adapted(drive - (opposed if opposed.ndim == 1 else opposed.sum(axis=0)), x)


def signed_area(
    t: ArrayLike,
    u: ArrayLike,
    tau: ArrayLike = _TAU_D,
    gain: ArrayLike = _GAIN,
    x0: ArrayLike = 0,
) -> float:
    r"""Return the area under the effect from the first sample to the last; rebound counts below 0.

    .. math::

        \int e \, dt = \int u \, dt - \sum_i g_i \left[\int u \, dt - \tau_i \,\Delta x_i\right]

    with :math:`\Delta x` the change of the opposing process over that time. If the drive has
    stopped by the last sample, what follows adds :math:`-\sum_i g_i \tau_i x_i`, whatever the
    taper before it was: a taper lowers the peak of the rebound, not its area.

    Parameters
    ----------
    t, u, tau, gain, x0
        As in :func:`opponent_response`.

    Returns
    -------
    float
        Area, in the unit of the drive times that of ``t``.

    Raises
    ------
    ValueError
        As in :func:`opponent_response`.

    Notes
    -----
    Source: card ``tolerance``, teaching choices; the filter is algebra.

    Examples
    --------
    >>> round(signed_area([0, 3, 100], [1, 0, 0], tau=1, gain=1), 9)
    0.0
    """
    times, drive = _samples(t, u)
    x, gains = _processes(times, drive, tau, gain, x0)
    driven = float(drive[:-1] @ np.diff(times))
    followed = driven - number("tau", tau, "", POSITIVE) * (x[..., -1] - x[..., 0])
    return driven - float(np.sum(gains * followed))


def rebound(x: ArrayLike, gain: ArrayLike = _GAIN) -> FloatOrArray:
    r"""Return the effect at the moment when the drive stops at once.

    .. math:: e = -g x

    Parameters
    ----------
    x
        Opposing process when the drive stops, in the unit of the drive.
    gain
        :math:`g`, from 0 to 1.

    Returns
    -------
    float or array
        The effect, in the unit of the drive and the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``tolerance``, teaching choices; the filter is algebra.

    Examples
    --------
    >>> rebound(0.5, gain=1)
    -0.5
    """
    opposing, gains = numbers(x=(x, "in the unit of the drive", REAL), gain=(gain, "", FRACTION))
    return plain(-gains * opposing)


def _samples(t: ArrayLike, u: ArrayLike) -> tuple[FloatArray, FloatArray]:
    times = series("t", t, "in the unit of tau", REAL)
    if (times[1:] <= times[:-1]).any():
        raise ValueError("t must be strictly increasing.")
    drive = number("u", u, "", REAL)
    if not drive.ndim or drive.shape[-1] != times.size:
        raise ValueError(f"u must have one value for each of the {times.size} in t.")
    return times, drive


def _processes(
    times: FloatArray, drive: FloatArray, tau: ArrayLike, gain: ArrayLike, x0: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """Return the opposing processes and their gains, one row each if ``tau`` or ``gain`` lists."""
    gains = number("gain", gain, "", FRACTION)
    taus = number("tau", tau, "in the unit of t", POSITIVE)
    start = number("x0", x0, "", REAL)
    _check_fit(taus, gains, start)
    if gains.ndim:
        taus = np.broadcast_to(taus, np.broadcast_shapes(taus.shape, gains.shape))
    return filter_runs(times, drive, taus, start), gains


def _check_fit(*arrays: FloatArray) -> None:
    shapes = {array.shape for array in arrays if array.ndim}
    if len(shapes) < 2:
        return
    try:
        np.broadcast_shapes(*shapes)
    except ValueError:
        told = ", ".join(str(array.shape) for array in arrays)
        raise ValueError(
            f"the shapes of u (without time), tau, gain and x0 do not fit together: {told}."
        ) from None
