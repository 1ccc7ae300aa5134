r"""Inhibition that fails while a seizure lasts, and how long a drug can still rescue it (M3.8).

GABA-A receptors leave the synapse during the seizure. Its weight falls, a drug multiplies what is
left, and the seizure ends only while the product exceeds the inhibition that the circuit needs:

.. math:: w(t) = w_0 e^{-t/\tau}, \qquad p \, w(t) > w^*

Its other failure, chloride that accumulates, changes the sign of inhibition: see
:func:`course.models.inhibitory_synapse.gaba_driving_force_mV`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import POSITIVE, REAL, FloatOrArray, Interval, numbers, plain
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_STATUS = card("status_epilepticus")
_W0 = _STATUS["w0"].value
_P = _STATUS["p"].value
_TAU_MIN = _STATUS["tau_min"].value
_W_CRIT = _STATUS["w_crit"].value
_AT_LEAST_1 = Interval(low=1)


def inhibitory_weight(
    t_min: ArrayLike, w0: ArrayLike = _W0, tau_min: ArrayLike = _TAU_MIN
) -> FloatOrArray:
    r"""Return the weight of inhibition that a seizure has left.

    .. math:: w(t) = w_0 e^{-t/\tau}

    Parameters
    ----------
    t_min
        Time since the seizure began (min); before it the weight is ``w0``.
    w0
        Weight before the seizure, above 0.
    tau_min
        Time constant of the loss of receptors (min), above 0.

    Returns
    -------
    float or array
        Weight, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``status_epilepticus``, teaching choices.

    Examples
    --------
    >>> inhibitory_weight([0, 20], w0=1, tau_min=20).round(3)
    array([1.   , 0.368])
    """
    t, weight, tau = numbers(
        t_min=(t_min, "min", REAL),
        w0=(w0, "", POSITIVE),
        tau_min=(tau_min, "min", POSITIVE),
    )
    with np.errstate(over="ignore"):
        return plain(weight * np.exp(-np.maximum(t, 0) / tau))


def rescue_window_min(
    w0: ArrayLike = _W0,
    p: ArrayLike = _P,
    tau_min: ArrayLike = _TAU_MIN,
    w_crit: ArrayLike = _W_CRIT,
) -> FloatOrArray:
    r"""Return how long a drug that strengthens inhibition can still end the seizure.

    .. math:: t_{crit} = \max\!\left(0, \; \tau \ln \frac{p \, w_0}{w^*}\right)

    Parameters
    ----------
    w0
        Weight of inhibition before the seizure, above 0.
    p
        Factor by which the drug multiplies it, at least 1; 1 is no drug.
    tau_min
        Time constant of the loss of receptors (min), above 0.
    w_crit
        :math:`w^*`, weight below which the circuit runs away, above 0: see
        :func:`course.models.circuits.critical_inhibition`.

    Returns
    -------
    float or array
        Time (min), at least 0, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    The drug adds :math:`\tau \ln p`, however long the seizure has lasted already. Defaults: card
    ``status_epilepticus``, teaching choices.
    Source: card ``status_epilepticus``, teaching choices.

    Examples
    --------
    >>> rescue_window_min(p=[1, 1.6]).round(2)
    array([ 7.35, 16.75])
    """
    weight, factor, tau, needed = numbers(
        w0=(w0, "", POSITIVE),
        p=(p, "", _AT_LEAST_1),
        tau_min=(tau_min, "min", POSITIVE),
        w_crit=(w_crit, "", POSITIVE),
    )
    margin = np.log(factor) + np.log(weight) - np.log(needed)
    return plain(tau * np.maximum(margin, 0))
