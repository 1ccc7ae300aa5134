r"""From receptors to response: efficacy, reserve and competition (M2.2, M5.1, M5.2).

Agonist :math:`A` and competitor :math:`B` share one site; what is bound makes a stimulus, and a
transducer with a ceiling makes it a response (Black and Leff):

.. math::

    S = \tau \rho_A + \tau_B \rho_B, \qquad
    \rho_A = \frac{A/K_A}{1 + A/K_A + B/K_B}, \qquad
    E = E_m \frac{S^n}{1 + S^n}

:math:`\tau` is the number of receptors times the agonist's efficacy, over what the transducer
needs for half of its maximum. More receptors or better coupling multiply it; inactivating
a part of the receptors divides it. Concentrations are in any unit, the same for an agonist and its
constant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit

from course.models._domain import (
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    Interval,
    number,
    numbers,
    plain,
    series,
)
from course.models.fitting import fit_line

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_SAME_UNIT = "in the unit of its constant"
_AS_A = "in the unit of a"
_AS_B = "in the unit of b"
_ABOVE_1 = Interval(low=1, open_low=True)


class SchildFit(NamedTuple):
    """A straight line through a Schild plot.

    Attributes
    ----------
    slope
        1 for a competitive antagonist at equilibrium.
    pa2
        Minus the decadic logarithm of the antagonist at which the dose ratio is 2, in the unit
        of the fitted concentrations.
    slope_se
        Standard error of the slope; infinite if the data are two points.

    Notes
    -----
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    >>> line = schild_fit([1e-9, 1e-8, 1e-7], [2, 11, 101])
    >>> round(line.slope, 3), round(line.pa2, 3)
    (1.0, 9.0)
    """

    slope: float
    pa2: float
    slope_se: float


def operational_response(
    a: ArrayLike,
    em: ArrayLike,
    ka: ArrayLike,
    tau: ArrayLike,
    n: ArrayLike = 1,
    *,
    b: ArrayLike = 0,
    kb: ArrayLike = 1,
    tau_b: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return the response to an agonist, alone or beside a competitor.

    .. math::

        E = E_m \frac{S^n}{1 + S^n}, \qquad
        S = \frac{\tau A/K_A + \tau_B B/K_B}{1 + A/K_A + B/K_B}

    Alone it is :math:`E_m \tau^n A^n / ((K_A + A)^n + \tau^n A^n)`. A competitor without
    efficacy turns :math:`K_A` into :math:`K_A (1 + B/K_B)` and leaves the maximum.

    Parameters
    ----------
    a
        Agonist, at least 0, in the unit of ``ka``.
    em
        :math:`E_m`, the largest response that the tissue can give, at least 0, any unit.
    ka
        :math:`K_A`, dissociation constant of the agonist, above 0.
    tau
        :math:`\tau`, efficacy of the agonist in this tissue, at least 0; small for a partial
        agonist.
    n
        Slope of the transducer, above 0.
    b
        Competitor, at least 0, in the unit of ``kb``.
    kb
        Dissociation constant of the competitor, above 0.
    tau_b
        Efficacy of the competitor, at least 0: 0 for an antagonist, above it for a partial
        agonist.

    Returns
    -------
    float or array
        Response, in the unit of ``em`` and the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Black and Leff 1983.
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    A partial agonist alone gives less than the full one, and takes from its response:

    >>> round(operational_response(1, em=100, ka=1, tau=10), 1)
    83.3
    >>> operational_response([0, 1], em=100, ka=1, tau=10, b=30, kb=1, tau_b=1).round(1)
    array([49.2, 55.6])
    """
    a_, em_, ka_, tau_, n_, b_, kb_, tau_b_ = numbers(
        a=(a, _SAME_UNIT, NON_NEGATIVE),
        em=(em, "", NON_NEGATIVE),
        ka=(ka, _AS_A, POSITIVE),
        tau=(tau, "", NON_NEGATIVE),
        n=(n, "", POSITIVE),
        b=(b, _SAME_UNIT, NON_NEGATIVE),
        kb=(kb, _AS_B, POSITIVE),
        tau_b=(tau_b, "", NON_NEGATIVE),
    )
    log_a, log_b = _log_ratio(a_, ka_), _log_ratio(b_, kb_)
    log_sites = np.logaddexp(np.logaddexp(0, log_a), log_b)
    with np.errstate(divide="ignore"):  # no stimulus: log(0) = -inf gives 0
        log_stimulus = np.logaddexp(np.log(tau_) + log_a, np.log(tau_b_) + log_b) - log_sites
    return plain(em_ * expit(n_ * log_stimulus))


def operational_emax(em: ArrayLike, tau: ArrayLike, n: ArrayLike = 1) -> FloatOrArray:
    r"""Return the response to a saturating agonist.

    .. math:: E_{max} = E_m \frac{\tau^n}{1 + \tau^n}

    Parameters
    ----------
    em, tau, n
        As in :func:`operational_response`.

    Returns
    -------
    float or array
        Response, in the unit of ``em`` and the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    >>> operational_emax(100, tau=[0, 1, 10]).round(1)
    array([ 0. , 50. , 90.9])
    """
    em_, tau_, n_ = numbers(
        em=(em, "", NON_NEGATIVE), tau=(tau, "", NON_NEGATIVE), n=(n, "", POSITIVE)
    )
    with np.errstate(divide="ignore"):  # log(0) = -inf gives 0
        return plain(em_ * expit(n_ * np.log(tau_)))


def operational_ec50(
    ka: ArrayLike, tau: ArrayLike, n: ArrayLike = 1, *, b: ArrayLike = 0, kb: ArrayLike = 1
) -> FloatOrArray:
    r"""Return the agonist that gives half of the response to a saturating agonist.

    .. math:: EC_{50} = \frac{K_A (1 + B/K_B)}{(2 + \tau^n)^{1/n} - 1}

    With spare receptors, that is with a large :math:`\tau`, it lies far below :math:`K_A`.

    Parameters
    ----------
    ka, tau, n
        As in :func:`operational_response`.
    b, kb
        Competitive antagonist and its dissociation constant.

    Returns
    -------
    float or array
        Concentration, in the unit of ``ka`` and the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    Twice the receptors: a partial agonist gains maximum, a full one sensitivity.

    >>> operational_emax(100, tau=[0.2, 0.4, 20, 40]).round(1)
    array([16.7, 28.6, 95.2, 97.6])
    >>> operational_ec50(1, tau=[0.2, 0.4, 20, 40]).round(3)
    array([0.833, 0.714, 0.048, 0.024])
    """
    ka_, tau_, n_, b_, kb_ = numbers(
        ka=(ka, "", POSITIVE),
        tau=(tau, "", NON_NEGATIVE),
        n=(n, "", POSITIVE),
        b=(b, _SAME_UNIT, NON_NEGATIVE),
        kb=(kb, _AS_B, POSITIVE),
    )
    with np.errstate(divide="ignore", over="ignore"):  # tau 0; an EC50 below any number is 0
        shift = np.logaddexp(0, _log_ratio(b_, kb_))
        # log of (2 + tau^n)^(1/n) - 1, safe where the power overflows or falls to 1
        power = np.logaddexp(np.log(2), n_ * np.log(tau_)) / n_
        return plain(np.exp(np.log(ka_) + shift - power - np.log(-np.expm1(-power))))


def agonist_for_response(
    response: ArrayLike,
    em: ArrayLike,
    ka: ArrayLike,
    tau: ArrayLike,
    n: ArrayLike = 1,
    *,
    b: ArrayLike = 0,
    kb: ArrayLike = 1,
) -> FloatOrArray:
    r"""Return the agonist that gives a response, with or without an antagonist.

    .. math:: A = K_A \left(1 + \frac{B}{K_B}\right) \frac{z}{\tau - z}, \qquad
        z = \left(\frac{E}{E_m - E}\right)^{1/n}

    It occupies the fraction :math:`z/\tau` of the receptors: few, where there is a reserve.

    Parameters
    ----------
    response
        :math:`E`, at least 0 and below what a saturating agonist gives, in the unit of ``em``.
    em
        Largest response of the tissue, above 0.
    ka, tau, n
        As in :func:`operational_response`.
    b, kb
        Competitive antagonist and its dissociation constant.

    Returns
    -------
    float or array
        Concentration, in the unit of ``ka`` and the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range, or no agonist gives the response.

    Notes
    -----
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    >>> round(agonist_for_response(50, em=100, ka=1, tau=10), 4)
    0.1111
    """
    e, em_, ka_, tau_, n_, b_, kb_ = numbers(
        response=(response, "in the unit of em", NON_NEGATIVE),
        em=(em, "", POSITIVE),
        ka=(ka, "", POSITIVE),
        tau=(tau, "", NON_NEGATIVE),
        n=(n, "", POSITIVE),
        b=(b, _SAME_UNIT, NON_NEGATIVE),
        kb=(kb, _AS_B, POSITIVE),
    )
    top = np.broadcast_arrays(operational_emax(em_, tau_, n_), e)
    out_of_reach = (top[1] > 0) & (top[1] >= top[0])
    if out_of_reach.any():
        raise ValueError(
            "response must be below what a saturating agonist gives, "
            f"{top[0][out_of_reach].flat[0]:g}, not {top[1][out_of_reach].flat[0]:g}."
        )
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.exp((np.log(e) - np.log(em_ - e)) / n_)
        agonist = ka_ * np.exp(np.logaddexp(0, _log_ratio(b_, kb_))) * z / (tau_ - z)
    return plain(np.where(e > 0, agonist, 0))


def gaddum_response(
    a: ArrayLike, ka: ArrayLike, n: ArrayLike = 1, *, b: ArrayLike = 0, kb: ArrayLike = 1
) -> FloatOrArray:
    r"""Return a response that follows a Hill curve, with a competitive antagonist.

    .. math:: r = \frac{A^n}{A^n + [K_A (1 + B/K_B)]^n}

    Parameters
    ----------
    a
        Agonist, at least 0, in the unit of ``ka``.
    ka
        Agonist at which half responds without antagonist, above 0.
    n
        Hill slope, above 0; 1 is the fraction of receptors that the agonist occupies.
    b
        Antagonist, at least 0, in the unit of ``kb``.
    kb
        Dissociation constant of the antagonist, above 0.

    Returns
    -------
    float or array
        Fraction of the maximum, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Gaddum's equation; the antagonist shifts the curve and is surmountable.
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    >>> gaddum_response([1, 10, 100], ka=1, b=9, kb=1).round(3)
    array([0.091, 0.5  , 0.909])
    """
    a_, ka_, n_, b_, kb_ = numbers(
        a=(a, _SAME_UNIT, NON_NEGATIVE),
        ka=(ka, _AS_A, POSITIVE),
        n=(n, "", POSITIVE),
        b=(b, _SAME_UNIT, NON_NEGATIVE),
        kb=(kb, _AS_B, POSITIVE),
    )
    return plain(expit(n_ * (_log_ratio(a_, ka_) - np.logaddexp(0, _log_ratio(b_, kb_)))))


def dose_ratio(b: ArrayLike, kb: ArrayLike) -> FloatOrArray:
    r"""Return how many times more agonist gives the same response beside an antagonist.

    .. math:: DR = 1 + B/K_B

    It depends neither on the agonist nor on its efficacy.

    Parameters
    ----------
    b
        Antagonist, at least 0, in the unit of ``kb``.
    kb
        Dissociation constant of the antagonist, above 0; :math:`10^{-pA_2}`.

    Returns
    -------
    float or array
        A ratio of at least 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    >>> dose_ratio([0, 1, 9], kb=1)
    array([ 1.,  2., 10.])
    """
    b_, kb_ = numbers(b=(b, _SAME_UNIT, NON_NEGATIVE), kb=(kb, _AS_B, POSITIVE))
    return plain(1 + b_ / kb_)


def kb_from_pa2(pa2: ArrayLike) -> FloatOrArray:
    r"""Return the antagonist at which the dose ratio is 2.

    .. math:: K_B = 10^{-pA_2}

    Parameters
    ----------
    pa2
        Minus its decadic logarithm, in mol/L, or in mol/kg for doses.

    Returns
    -------
    float or array
        Concentration (mol/L) or dose (mol/kg), in the shape of ``pa2``.

    Raises
    ------
    ValueError
        If ``pa2`` is not finite.

    Notes
    -----
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    >>> kb_from_pa2(9)
    1e-09
    """
    (exponent,) = numbers(pa2=(pa2, "", REAL))
    return plain(10.0**-exponent)


def schild_fit(b: ArrayLike, dose_ratios: ArrayLike) -> SchildFit:
    r"""Return the line of a Schild plot, by least squares.

    .. math:: \log_{10}(DR - 1) = s \, (\log_{10} B + pA_2)

    Parameters
    ----------
    b
        Antagonist, above 0, in mol/L, or in mol/kg for doses: at least two different values.
    dose_ratios
        :math:`DR` for each, above 1.

    Returns
    -------
    SchildFit
        ``(slope, pa2, slope_se)``.

    Raises
    ------
    ValueError
        If an argument is outside its range, or the lengths differ.

    Notes
    -----
    A slope other than 1 speaks against simple competition; then :math:`pA_2` is apparent.
    Source: algebra of mass action; values to try stand in card ``operational_model``.

    Examples
    --------
    >>> schild_fit([1e-9, 1e-8], [2, 11])[:2]
    (1.0, 9.0)
    """
    antagonist = series("b", b, "mol/L or mol/kg", POSITIVE)
    ratios = number("dose_ratios", dose_ratios, "", _ABOVE_1)
    if ratios.shape != antagonist.shape:
        raise ValueError(f"dose_ratios must be {antagonist.size} numbers, one for each b.")
    if np.ptp(antagonist) == 0:
        raise ValueError("b must hold at least two different values.")
    line = fit_line(np.log10(antagonist), np.log10(ratios - 1))
    return SchildFit(line.slope, line.intercept / line.slope, line.slope_se)


def _log_ratio(concentration: FloatArray, constant: FloatArray) -> FloatArray:
    """Return the logarithm of concentration over constant; -inf without concentration."""
    with np.errstate(divide="ignore"):
        ratio: FloatArray = np.log(concentration) - np.log(constant)
    return ratio
