r"""Opioids that relieve pain and recruit it (M4.10).

The opioid effect :math:`u` relieves at once. Slowly it recruits hyperalgesia :math:`h`, which
NMDA receptors carry, so that ketamine blocks the fraction :math:`b` of it:

.. math:: \tau_h \frac{dh}{dt} = g (1 - b) u - h, \qquad N = h - a u

:math:`N` is the net change of pain; positive is more pain than before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import (
    FRACTION,
    NON_NEGATIVE,
    POSITIVE,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
    scalar,
)
from course.models._filter import filter_runs
from course.models._samples import sampled
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_OPIOID = card("opioid_hyperalgesia")
_TAU_H = _OPIOID["tau_h"].value
_G = _OPIOID["g"].value
_A = _OPIOID["a"].value


class OpioidPain(NamedTuple):
    """Pain under an opioid.

    Attributes
    ----------
    h
        Hyperalgesia (no unit: relief by a full effect is 1), at least 0.
    net
        Net change of pain; negative is relief.

    Notes
    -----
    Source: card ``opioid_hyperalgesia``, teaching choices.

    Examples
    --------
    >>> pain = pain_under_opioid([0, 12, 24], [1, 1, 0])
    >>> pain.h.round(3)
    array([0.   , 0.379, 0.519])
    """

    h: FloatArray
    net: FloatArray


def pain_under_opioid(
    t_h: ArrayLike,
    u: ArrayLike,
    g: float = _G,
    tau_h: float = _TAU_H,
    block: float = 0,
    *,
    a: float = _A,
) -> OpioidPain:
    r"""Return hyperalgesia and net pain while the opioid effect changes in steps.

    .. math:: h_{k+1} = g(1 - b) u_k + \left[h_k - g(1 - b) u_k\right] e^{-\Delta/\tau_h}

    Parameters
    ----------
    t_h
        Times of the samples (h), strictly increasing.
    u
        Opioid effect from each sample to the next, at least 0; 1 is a full effect.
    g
        Hyperalgesia that a lasting full effect recruits, at least 0.
    tau_h
        Its time constant (h), above 0.
    block
        Fraction of NMDA receptors blocked, from 0 to 1.
    a
        Relief by a full opioid effect, at least 0, in the unit of ``g``.

    Returns
    -------
    OpioidPain
        ``(h, net)``, an element each for every sample; ``h`` is 0 at the first.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``t_h`` does not increase, or the lengths differ.

    Notes
    -----
    The direction, and that ketamine prevents it, is that of wound hyperalgesia after
    remifentanil (Joly and others 2005). Pain scores did not differ there. The numbers, card
    ``opioid_hyperalgesia``, are teaching choices.
    Source: card ``opioid_hyperalgesia``, teaching choices.

    Examples
    --------
    Eight hours of a full effect, and the day after:

    >>> pain_under_opioid([0, 8, 24], [1, 0, 0]).net.round(3)
    array([-1.   ,  0.292,  0.077])
    >>> pain_under_opioid([0, 8, 24], [1, 0, 0], block=1).net.tolist()
    [-1.0, 0.0, 0.0]
    """
    times, effect = sampled(("t_h", t_h, "h"), ("u", u, "", NON_NEGATIVE))
    recruited = scalar("g", g, "", NON_NEGATIVE) * (1 - scalar("block", block, "", FRACTION))
    tau = np.array(scalar("tau_h", tau_h, "h", POSITIVE))
    h = recruited * filter_runs(times, effect, tau, np.zeros(()))
    return OpioidPain(h, h - scalar("a", a, "", NON_NEGATIVE) * effect)


def lasting_net(
    u: ArrayLike, g: ArrayLike = _G, block: ArrayLike = 0, a: ArrayLike = _A
) -> FloatOrArray:
    r"""Return the net change of pain under an opioid effect that never ends.

    .. math:: N_\infty = \left[g (1 - b) - a\right] u

    Parameters
    ----------
    u
        Opioid effect, at least 0.
    g, block, a
        As in :func:`pain_under_opioid`.

    Returns
    -------
    float or array
        In the broadcast shape of the arguments; negative is relief.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``opioid_hyperalgesia``, teaching choices.

    Examples
    --------
    >>> round(lasting_net(1, g=0.6), 3), round(lasting_net(1, g=1.2), 3)
    (-0.4, 0.2)
    """
    effect, recruited, blocked, relieved = numbers(
        u=(u, "", NON_NEGATIVE),
        g=(g, "", NON_NEGATIVE),
        block=(block, "", FRACTION),
        a=(a, "", NON_NEGATIVE),
    )
    return plain((recruited * (1 - blocked) - relieved) * effect)
