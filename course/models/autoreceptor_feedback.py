r"""Serotonin, its pump and the autoreceptors that watch it (M3.4).

Everything is relative to life without drug: serotonin :math:`S` and firing :math:`F` are 1. A drug
that occupies the fraction :math:`s` of the pumps slows clearance; autoreceptors on the cell bodies
answer more serotonin with less firing:

.. math:: S (1 - s) = F, \qquad F = \frac{1 + A_0}{1 + A S}

The strength of the feedback, :math:`A`, falls over days to where firing is restored:

.. math:: A(t) = A_\infty + (A_0 - A_\infty) e^{-t/\tau}, \qquad A_\infty = A_0 (1 - s)

A second drug that blocks the autoreceptors takes a share of what is in excess of :math:`A_\infty`
at once. That the delay of benefit comes from this fall is an hypothesis, and contested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import (
    FRACTION,
    FRACTION_BELOW_1,
    NON_NEGATIVE,
    POSITIVE,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_LOOP = card("autoreceptor_feedback")
_A0 = _LOOP["a0"].value
_TAU_D = _LOOP["tau_d"].value


class Serotonin(NamedTuple):
    """Serotonin and firing, relative to life without drug.

    Attributes
    ----------
    s
        Serotonin outside the cells.
    f
        Firing of the serotonin neurones.

    Notes
    -----
    Source: card ``autoreceptor_feedback``.

    Examples
    --------
    >>> serotonin = balance(0.8, a=4)
    >>> round(serotonin.s, 3), round(serotonin.f, 3)
    (2.378, 0.476)
    """

    s: FloatOrArray
    f: FloatOrArray


def balance(occupancy: ArrayLike, a: ArrayLike, a0: ArrayLike = _A0) -> Serotonin:
    r"""Return where serotonin and firing settle at a given strength of feedback.

    .. math::

        S = \frac{2 (1 + A_0)}{q + \sqrt{q^2 + 4 q A (1 + A_0)}}, \qquad F = q S, \qquad q = 1 - s

    Parameters
    ----------
    occupancy
        :math:`s`, fraction of the pumps that a drug occupies, at least 0, below 1.
    a
        :math:`A`, strength of the feedback now, at least 0. 0 is no feedback: all
        autoreceptors blocked or desensitised.
    a0
        :math:`A_0`, its strength without drug, at least 0.

    Returns
    -------
    Serotonin
        ``(s, f)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``autoreceptor_feedback``, a teaching choice.

    Examples
    --------
    Four fifths of the pumps occupied: five times the serotonin if nothing answered, but

    >>> [round(value, 3) for value in balance(0.8, a=4)]
    [2.378, 0.476]
    """
    occupied, now, before = np.broadcast_arrays(
        *numbers(
            occupancy=(occupancy, "", FRACTION_BELOW_1),
            a=(a, "", NON_NEGATIVE),
            a0=(a0, "", NON_NEGATIVE),
        )
    )
    s = _level(1 - occupied, now, before)
    return Serotonin(plain(s), plain((1 - occupied) * s))


def desensitised(
    day: ArrayLike,
    occupancy: ArrayLike,
    a0: ArrayLike = _A0,
    tau_d: ArrayLike = _TAU_D,
    blocked: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return the strength of the feedback after some days of steady occupancy.

    .. math:: A(t) = A_0 \left[1 - s + s\, (1 - b)\, e^{-t/\tau}\right]

    Parameters
    ----------
    day
        Time since the drug began (d), at least 0.
    occupancy
        As in :func:`balance`.
    a0
        Strength before the drug, at least 0.
    tau_d
        Time constant of desensitisation (d), above 0.
    blocked
        :math:`b`, share of what holds firing down that a second drug blocks, a fraction from 0
        to 1. With 1 the neurones fire as before the first drug, on every day.

    Returns
    -------
    float or array
        :math:`A`, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``autoreceptor_feedback``, teaching choices.

    Examples
    --------
    >>> desensitised([0, 7, 28], occupancy=0.8).round(3)
    array([4.   , 1.356, 0.803])
    >>> desensitised([0, 7, 28], occupancy=0.8, blocked=1)
    array([0.8, 0.8, 0.8])
    """
    days, occupied, before, tau, by_drug = numbers(
        day=(day, "d", NON_NEGATIVE),
        occupancy=(occupancy, "", FRACTION_BELOW_1),
        a0=(a0, "", NON_NEGATIVE),
        tau_d=(tau_d, "d", POSITIVE),
        blocked=(blocked, "", FRACTION),
    )
    return plain(before * _remaining(days, occupied, tau, by_drug))


def ssri_course(
    day: ArrayLike,
    occupancy: ArrayLike,
    a0: ArrayLike = _A0,
    tau_d: ArrayLike = _TAU_D,
) -> Serotonin:
    r"""Return serotonin and firing over days of steady occupancy of the pump.

    .. math:: S (1 - s) = F = \frac{1 + A_0}{1 + A(t) S}, \qquad
        A(t) = A_0 [1 - s + s e^{-t/\tau}]

    Parameters
    ----------
    day, occupancy, a0, tau_d
        As in :func:`desensitised`.

    Returns
    -------
    Serotonin
        ``(s, f)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``autoreceptor_feedback``.

    Examples
    --------
    Pumps are blocked within hours; serotonin goes on rising for weeks:

    >>> ssri_course([0, 2, 7, 14], occupancy=0.8).s.round(3)
    array([2.378, 2.843, 3.941, 4.752])
    """
    days, occupied, before, tau = np.broadcast_arrays(
        *numbers(
            day=(day, "d", NON_NEGATIVE),
            occupancy=(occupancy, "", FRACTION_BELOW_1),
            a0=(a0, "", NON_NEGATIVE),
            tau_d=(tau_d, "d", POSITIVE),
        )
    )
    s = _level(1 - occupied, before * _remaining(days, occupied, tau), before)
    return Serotonin(plain(s), plain((1 - occupied) * s))


def _level(free: FloatArray, now: FloatArray, before: FloatArray) -> FloatArray:
    """Return the positive root of the quadratic, in the form that no feedback cannot spoil."""
    rest = 1 + before
    level: FloatArray = 2 * rest / (free + np.sqrt(free) * np.sqrt(free + 4 * now * rest))
    return level


def _remaining(
    days: FloatArray, occupied: FloatArray, tau: FloatArray, blocked: FloatArray | float = 0
) -> FloatArray:
    with np.errstate(over="ignore"):
        lost = (1 - blocked) * np.expm1(-days / tau) - blocked
    remaining: FloatArray = 1 + occupied * lost
    return remaining
