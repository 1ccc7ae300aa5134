r"""How much of a target a drug occupies, and what it takes to occupy so much (M3.1 to M3.3).

.. math:: O = O_{max} \frac{C^h}{C^h + EC_{50}^h}

The hyperbola (:math:`h = 1`) serves concentrations and doses alike. A maximum and a half-maximal
concentration come from one fit: two studies' numbers are not to be mixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit, ndtr

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    FloatArray,
    FloatOrArray,
    numbers,
    plain,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_AS_EC50 = "in the unit of ec50"
_AS_EMAX = "in the unit of emax"


class Shares(NamedTuple):
    """What two ligands of one site occupy.

    Attributes
    ----------
    a, b
        Fractions; with the free sites they add up to 1.

    Notes
    -----
    Source: the law of mass action; EC50s stand in the cards of drugs.

    Examples
    --------
    >>> shared_occupancy(1, 1, 2, 1)
    Shares(a=0.25, b=0.5)
    """

    a: FloatOrArray
    b: FloatOrArray


def occupancy(
    c: ArrayLike, ec50: ArrayLike, emax: ArrayLike = 1, hill: ArrayLike = 1
) -> FloatOrArray:
    r"""Return the occupancy at a concentration, or after a dose.

    .. math:: O = O_{max} \frac{C^h}{C^h + EC_{50}^h}

    Parameters
    ----------
    c
        Concentration or dose, at least 0, in the unit of ``ec50``.
    ec50
        Concentration or dose with half of the maximum, above 0.
    emax
        :math:`O_{max}`, above 0: 1 for a fraction, 100 for per cent.
    hill
        :math:`h`, steepness, above 0; 1 is the hyperbola of one site.

    Returns
    -------
    float or array
        Occupancy, on the scale of ``emax`` and in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: the law of mass action; EC50s stand in the cards of drugs.

    Examples
    --------
    Ten times the half-maximal concentration is not ten times the occupancy:

    >>> occupancy([0, 1, 10, 100], ec50=1).round(3)
    array([0.   , 0.5  , 0.909, 0.99 ])
    """
    c_, half, top, steep = numbers(
        c=(c, _AS_EC50, NON_NEGATIVE),
        ec50=(ec50, "", POSITIVE),
        emax=(emax, "", POSITIVE),
        hill=(hill, "", POSITIVE),
    )
    with np.errstate(divide="ignore"):  # log(0) = -inf gives 0
        return plain(top * expit(steep * (np.log(c_) - np.log(half))))


def concentration_for_occupancy(
    o: ArrayLike, ec50: ArrayLike, emax: ArrayLike = 1, hill: ArrayLike = 1
) -> FloatOrArray:
    r"""Return the concentration, or the dose, that an occupancy takes.

    .. math:: C = EC_{50} \left(\frac{O}{O_{max} - O}\right)^{1/h}

    Parameters
    ----------
    o
        Occupancy, at least 0 and below ``emax``, on its scale.
    ec50, emax, hill
        As in :func:`occupancy`.

    Returns
    -------
    float or array
        In the unit of ``ec50`` and the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range; no concentration reaches ``emax``.

    Notes
    -----
    Source: the law of mass action; EC50s stand in the cards of drugs.

    Examples
    --------
    Each further step costs more:

    >>> concentration_for_occupancy([0.5, 0.8, 0.9, 0.95], ec50=1).round(2)
    array([ 1.,  4.,  9., 19.])
    """
    o_, half, top, steep = numbers(
        o=(o, _AS_EMAX, NON_NEGATIVE),
        ec50=(ec50, "", POSITIVE),
        emax=(emax, "", POSITIVE),
        hill=(hill, "", POSITIVE),
    )
    _below("o", o_, "emax", top)
    # Of a slope near 0 the concentration is 0 or beyond any number, which is infinite.
    with np.errstate(over="ignore", under="ignore"):
        return plain(half * (o_ / (top - o_)) ** (1 / steep))


def occupancy_from_binding(bp_drug: ArrayLike, bp_baseline: ArrayLike) -> FloatOrArray:
    r"""Return the occupancy that a tracer shows.

    .. math:: O = 1 - \frac{BP_{drug}}{BP_{baseline}}

    Parameters
    ----------
    bp_drug, bp_baseline
        Binding potential of the tracer with the drug, at least 0, and without it, above 0.

    Returns
    -------
    float or array
        A fraction, in the broadcast shape of the arguments; noise can make it negative.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: definition; it holds no measured number.

    Examples
    --------
    >>> occupancy_from_binding(0.5, 2.0)
    0.75
    """
    drug, baseline = numbers(
        bp_drug=(bp_drug, "", NON_NEGATIVE), bp_baseline=(bp_baseline, "", POSITIVE)
    )
    return plain(1 - drug / baseline)


def shared_occupancy(a: ArrayLike, ka: ArrayLike, b: ArrayLike, kb: ArrayLike) -> Shares:
    r"""Return what each of two competitors occupies.

    .. math:: O_A = \frac{A/K_A}{1 + A/K_A + B/K_B}

    Parameters
    ----------
    a, b
        Concentrations, at least 0, each in the unit of its constant.
    ka, kb
        Dissociation constants, above 0.

    Returns
    -------
    Shares
        ``(a, b)``, fractions in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: the law of mass action; EC50s stand in the cards of drugs.

    Examples
    --------
    >>> shared_occupancy(a=1, ka=1, b=2, kb=1)
    Shares(a=0.25, b=0.5)
    """
    a_, ka_, b_, kb_ = np.broadcast_arrays(
        *numbers(
            a=(a, "in the unit of ka", NON_NEGATIVE),
            ka=(ka, "", POSITIVE),
            b=(b, "in the unit of kb", NON_NEGATIVE),
            kb=(kb, "", POSITIVE),
        )
    )
    with np.errstate(over="ignore"):  # beside a ligand beyond measure the other has nothing
        return Shares(
            plain(a_ / (a_ + ka_ * (1 + b_ / kb_))), plain(b_ / (b_ + kb_ * (1 + a_ / ka_)))
        )


def share_of_people_above(
    threshold: ArrayLike,
    c: ArrayLike,
    ec50: ArrayLike,
    ec50_cv: ArrayLike,
    emax: ArrayLike = 1,
) -> FloatOrArray:
    r"""Return the fraction of people whose occupancy exceeds a threshold at one concentration.

    The half-maximal concentration varies between people log-normally around its median:

    .. math::

        P = \Phi\!\left(\frac{\ln C - \ln C_{threshold}}{\sigma}\right), \qquad
        \sigma^2 = \ln(1 + CV^2)

    Parameters
    ----------
    threshold
        Occupancy, above 0 and below ``emax``, on its scale.
    c
        Concentration in everybody, at least 0, in the unit of ``ec50``.
    ec50
        Median of the half-maximal concentrations, above 0.
    ec50_cv
        Their coefficient of variation, at least 0; with 0 all are alike.
    emax
        As in :func:`occupancy`.

    Returns
    -------
    float or array
        A fraction, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: the log-normal distribution; card ``haloperidol`` gives an EC50 and its spread.

    Examples
    --------
    >>> share_of_people_above(0.5, c=[0.5, 1, 2], ec50=1, ec50_cv=0.5).round(3)
    array([0.071, 0.5  , 0.929])
    """
    threshold_, c_, half, cv, top = numbers(
        threshold=(threshold, _AS_EMAX, POSITIVE),
        c=(c, _AS_EC50, NON_NEGATIVE),
        ec50=(ec50, "", POSITIVE),
        ec50_cv=(ec50_cv, "", NON_NEGATIVE),
        emax=(emax, "", POSITIVE),
    )
    _below("threshold", threshold_, "emax", top)
    needed = concentration_for_occupancy(threshold_, half, top)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.sqrt(np.log1p(cv**2))
        share = ndtr((np.log(c_) - np.log(needed)) / spread)
    # Without spread the median person stands for all, half of them at the threshold itself.
    alike = np.heaviside(c_ - needed, 0.5)
    return plain(np.where(spread > 0, share, alike))


def _below(name: str, value: FloatArray, limit_name: str, limit: FloatArray) -> None:
    values, limits = np.broadcast_arrays(value, limit)
    over = values >= limits
    if over.any():
        raise ValueError(
            f"{name} must be below {limit_name}, {limits[over].flat[0]:g}, "
            f"not {values[over].flat[0]:g}."
        )
