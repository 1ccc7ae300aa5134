r"""Receptors that grow more numerous under an antagonist (M5.12).

.. math:: \frac{dR}{dt} = k \left[R_0 (1 + \kappa O) - R\right], \qquad k = \frac{\ln 2}{t_{1/2}}

When the antagonist is gone, sensitivity to an agonist is :math:`R/R_0`: up to
:math:`1 + \kappa O` times what it was. That is why overdose threatens after treatment stops.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from course.models._samples import sampled
from course.models._units import LN2
from course.models.adaptation import filtered
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_REGULATION = card("opioid_receptor_regulation")
_KAPPA = _REGULATION["kappa"].value
_HALF_TIME_D = _REGULATION["half_time_d"].value


def receptor_number(
    t_d: ArrayLike,
    occupancy: ArrayLike,
    kappa: float = _KAPPA,
    half_time_d: float = _HALF_TIME_D,
    start: float = 1,
) -> FloatArray:
    r"""Return the number of receptors while the antagonist's occupancy changes in steps.

    Parameters
    ----------
    t_d
        Times of the samples (d), strictly increasing.
    occupancy
        :math:`O`, fraction blocked from each sample to the next, from 0 to 1.
    kappa
        :math:`\kappa`, growth under full blockade, at least 0.
    half_time_d
        Half-time of the change (d), above 0.
    start
        Receptors at the first sample, in units of the normal number, at least 0.

    Returns
    -------
    array
        Receptors at each sample, in units of the normal number, :math:`R/R_0`.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``t_d`` does not increase, or the lengths differ.

    Notes
    -----
    The direction is known in rats and mice (Zukin and others 1982 and later work); the numbers,
    card ``opioid_receptor_regulation``, are teaching choices. In mice the growth was not in
    proportion to the antagonism, as it is here.
    Source: card ``opioid_receptor_regulation``, teaching choices.

    Examples
    --------
    Four weeks of treatment, then none:

    >>> receptor_number([0, 28, 31, 56], [0.9, 0, 0, 0]).round(3)
    array([1.   , 1.449, 1.225, 1.001])
    """
    times, blocked = sampled(("t_d", t_d, "d"), ("occupancy", occupancy, "", FRACTION))
    growth = scalar("kappa", kappa, "", NON_NEGATIVE)
    tau = scalar("half_time_d", half_time_d, "d", POSITIVE) / LN2
    first = scalar("start", start, "", NON_NEGATIVE)
    return filtered(times, 1 + growth * blocked, tau, first)


def sensitivity_after_stopping(
    t_d: ArrayLike,
    treatment_d: ArrayLike,
    occupancy: ArrayLike,
    kappa: ArrayLike = _KAPPA,
    half_time_d: ArrayLike = _HALF_TIME_D,
) -> FloatOrArray:
    r"""Return the sensitivity to an agonist after a treatment that ended at once.

    .. math:: \frac{R}{R_0} = 1 + \kappa O (1 - 2^{-T/t_{1/2}}) \, 2^{-t/t_{1/2}}

    Parameters
    ----------
    t_d
        Time since the blockade ended (d), at least 0.
    treatment_d
        :math:`T`, how long it lasted (d), at least 0.
    occupancy
        Fraction of receptors that was blocked, from 0 to 1.
    kappa
        Growth under full blockade, at least 0.
    half_time_d
        Half-time of the change (d), above 0.

    Returns
    -------
    float or array
        Ratio to normal, at least 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``opioid_receptor_regulation``, teaching choices.

    Examples
    --------
    >>> sensitivity_after_stopping([0, 3, 6, 30], treatment_d=28, occupancy=0.9).round(3)
    array([1.449, 1.225, 1.112, 1.   ])
    """
    t, treated, blocked, growth, half = numbers(
        t_d=(t_d, "d", NON_NEGATIVE),
        treatment_d=(treatment_d, "d", NON_NEGATIVE),
        occupancy=(occupancy, "", FRACTION),
        kappa=(kappa, "", NON_NEGATIVE),
        half_time_d=(half_time_d, "d", POSITIVE),
    )
    with np.errstate(over="ignore"):
        grown = -np.expm1(-LN2 * treated / half)
        return plain(1 + growth * blocked * grown * np.exp2(-t / half))
