r"""Flumazenil: a rescue that ends before the drug does (M3.13).

Benzodiazepine :math:`B` and flumazenil :math:`F` compete for one site and leave it at their own
pace. Flumazenil has no preference for the open shape, so it acts as if it diluted the other:

.. math:: B' = \frac{B}{1 + F/K_F}, \qquad
    B = B_0 2^{-t/t_B}, \quad F = F_0 2^{-t/t_F}

Where :math:`t_F < t_B`, :math:`B'` rises again: sedation returns. In people who depend on a
benzodiazepine or take one for epilepsy, and after an overdose of tricyclics, flumazenil can cause
seizures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatOrArray,
    numbers,
    plain,
    scalar,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_FLUMAZENIL = card("flumazenil")
_HALF_LIFE_H = _FLUMAZENIL["half_life_h"].value
_BZD_HALF_LIFE_H = _FLUMAZENIL["bzd_half_life_h"].value
_KF_NM = card("gaba_a_allostery")["kf_nM"].value


def remaining_nM(t_h: ArrayLike, c0_nM: ArrayLike, half_life_h: ArrayLike) -> FloatOrArray:
    r"""Return what is left of a concentration that falls exponentially.

    .. math:: C = C_0 2^{-t/t_{1/2}}

    Parameters
    ----------
    t_h
        Time since the dose (h); before it there is none.
    c0_nM
        Concentration at time 0 (nM), at least 0.
    half_life_h
        Half-life (h), above 0.

    Returns
    -------
    float or array
        Concentration (nM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra; it holds no measured number.

    Examples
    --------
    >>> remaining_nM([-1, 0, 2], c0_nM=100, half_life_h=1)
    array([  0., 100.,  25.])
    """
    t, start, half = numbers(
        t_h=(t_h, "h", REAL),
        c0_nM=(c0_nM, "nM", NON_NEGATIVE),
        half_life_h=(half_life_h, "h", POSITIVE),
    )
    with np.errstate(over="ignore"):
        return plain(np.where(t < 0, 0, start * np.exp2(-np.maximum(t, 0) / half)))


def effective_nM(bzd_nM: ArrayLike, flum_nM: ArrayLike, kf_nM: ArrayLike = _KF_NM) -> FloatOrArray:
    r"""Return the benzodiazepine that alone would act as it does beside flumazenil.

    .. math:: B' = \frac{B}{1 + F/K_F}

    Parameters
    ----------
    bzd_nM
        Benzodiazepine (nM), at least 0.
    flum_nM
        Flumazenil (nM), at least 0.
    kf_nM
        Dissociation constant of flumazenil (nM), above 0.

    Returns
    -------
    float or array
        Concentration (nM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Exact in the model of :mod:`course.models.allostery`. Source: card ``gaba_a_allostery``.

    Examples
    --------
    >>> effective_nM(100, flum_nM=9, kf_nM=1)
    10.0
    """
    drug, antagonist, constant = numbers(
        bzd_nM=(bzd_nM, "nM", NON_NEGATIVE),
        flum_nM=(flum_nM, "nM", NON_NEGATIVE),
        kf_nM=(kf_nM, "nM", POSITIVE),
    )
    return plain(drug / (1 + antagonist / constant))


def effective_course_nM(
    t_h: ArrayLike,
    bzd0_nM: ArrayLike,
    flum0_nM: ArrayLike,
    *,
    bzd_half_life_h: ArrayLike = _BZD_HALF_LIFE_H,
    flum_half_life_h: ArrayLike = _HALF_LIFE_H,
    kf_nM: ArrayLike = _KF_NM,
) -> FloatOrArray:
    r"""Return the effective benzodiazepine over time after one dose of flumazenil.

    .. math:: B' = \frac{B_0\, 2^{-t/t_B}}{1 + F_0\, 2^{-t/t_F} / K_F}

    Parameters
    ----------
    t_h
        Time since the flumazenil (h). Before it the benzodiazepine acts alone.
    bzd0_nM, flum0_nM
        Concentrations at time 0 (nM), at least 0.
    bzd_half_life_h, flum_half_life_h
        Half-lives (h), above 0.
    kf_nM
        Dissociation constant of flumazenil (nM), above 0.

    Returns
    -------
    float or array
        Concentration (nM), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    One compartment each. Source: cards ``flumazenil`` and ``gaba_a_allostery``.

    Examples
    --------
    Awake at once, drowsy again two hours later:

    >>> effective_course_nM([-0.1, 0, 2], 100, 50, bzd_half_life_h=40).round(0)
    array([100.,   2.,   8.])
    """
    t, drug, antagonist, slow, fast, constant = numbers(
        t_h=(t_h, "h", REAL),
        bzd0_nM=(bzd0_nM, "nM", NON_NEGATIVE),
        flum0_nM=(flum0_nM, "nM", NON_NEGATIVE),
        bzd_half_life_h=(bzd_half_life_h, "h", POSITIVE),
        flum_half_life_h=(flum_half_life_h, "h", POSITIVE),
        kf_nM=(kf_nM, "nM", POSITIVE),
    )
    with np.errstate(over="ignore", invalid="ignore"):  # long before the flumazenil there was more
        present = np.where(drug == 0, 0, drug * np.exp2(-t / slow))
    return plain(present / (1 + np.asarray(remaining_nM(t, antagonist, fast)) / constant))


def resedation_h(
    threshold_nM: float,
    bzd0_nM: float,
    flum0_nM: float,
    *,
    bzd_half_life_h: float = _BZD_HALF_LIFE_H,
    flum_half_life_h: float = _HALF_LIFE_H,
    kf_nM: float = _KF_NM,
) -> float:
    r"""Return when the effective benzodiazepine has risen back to a threshold.

    It rises until the flumazenil that is left satisfies

    .. math:: \frac{F}{K_F} = \frac{t_F}{t_B - t_F}

    and falls from then on with the benzodiazepine.

    Parameters
    ----------
    threshold_nM
        Effective benzodiazepine that sedates (nM), above 0.
    bzd0_nM, flum0_nM, bzd_half_life_h, flum_half_life_h, kf_nM
        As in :func:`effective_course_nM`; one number each.

    Returns
    -------
    float
        Time after the flumazenil (h): 0 if it never got below the threshold, infinite if it
        never comes back to it.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: cards ``flumazenil`` and ``gaba_a_allostery``.

    Examples
    --------
    >>> round(resedation_h(20, 100, 50, bzd_half_life_h=40), 2)
    3.38
    """
    from scipy.optimize import brentq

    wanted = scalar("threshold_nM", threshold_nM, "nM", POSITIVE)
    slow = scalar("bzd_half_life_h", bzd_half_life_h, "h", POSITIVE)
    fast = scalar("flum_half_life_h", flum_half_life_h, "h", POSITIVE)

    def above(t_h: float) -> float:
        effective = effective_course_nM(
            t_h, bzd0_nM, flum0_nM, bzd_half_life_h=slow, flum_half_life_h=fast, kf_nM=kf_nM
        )
        return float(effective) - wanted

    if above(0.0) >= 0:
        return 0.0
    if fast >= slow or flum0_nM == 0:
        return float("inf")
    top = float(fast * np.log2(max(1.0, flum0_nM / kf_nM * (slow - fast) / fast)))
    return float(brentq(above, 0, top, xtol=1e-12)) if above(top) >= 0 else float("inf")
