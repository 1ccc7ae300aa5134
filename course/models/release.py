"""Release of transmitter: its dependence on calcium (M1.3) and its quanta (M1.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import gammaln, xlog1py, xlogy

from course.models._domain import (
    COUNT,
    FRACTION,
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

_RELEASE = card("transmitter_release")


class QuantalMoments(NamedTuple):
    """What binomial release predicts of many stimuli.

    Attributes
    ----------
    mean_mV
        Mean response (mV).
    variance_mV2
        Variance of the response (mV²).
    p_fail
        Probability that a stimulus releases nothing.

    Notes
    -----
    Source: binomial statistics; values in card ``transmitter_release``.

    Examples
    --------
    >>> moments = quantal_moments(10, 0.3, 0.4)
    >>> round(moments.mean_mV, 2), round(moments.p_fail, 4)
    (1.2, 0.0282)
    """

    mean_mV: FloatOrArray
    variance_mV2: FloatOrArray
    p_fail: FloatOrArray


def relative_release(
    ca_mM: ArrayLike,
    ca_ref_mM: ArrayLike = _RELEASE["ca_ref_mM"].value,
    cooperativity: ArrayLike = _RELEASE["cooperativity"].value,
) -> FloatOrArray:
    r"""Return release at one calcium concentration relative to release at another.

    .. math:: \frac{P}{P_{ref}} = \left(\frac{[\mathrm{Ca}]}{[\mathrm{Ca}]_{ref}}\right)^n

    Parameters
    ----------
    ca_mM
        Calcium (mM), at least 0.
    ca_ref_mM
        The calcium that release is compared with (mM), above 0.
    cooperativity
        :math:`n`, the slope in double logarithmic coordinates, above 0.

    Returns
    -------
    float or array
        A ratio, at least 0, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    The power law holds well below saturation: the slope falls towards normal calcium.
    Source: Dodge and Rahamimoff 1967, card ``transmitter_release``.

    Examples
    --------
    >>> relative_release(0.5, ca_ref_mM=1.0, cooperativity=4)
    0.0625
    """
    ca, reference, power = numbers(
        ca_mM=(ca_mM, "mM", NON_NEGATIVE),
        ca_ref_mM=(ca_ref_mM, "mM", POSITIVE),
        cooperativity=(cooperativity, "", POSITIVE),
    )
    return plain((ca / reference) ** power)


def quantal_moments(
    n: ArrayLike = _RELEASE["n"].value,
    p: ArrayLike = _RELEASE["p"].value,
    q_mV: ArrayLike = _RELEASE["q_mV"].value,
) -> QuantalMoments:
    r"""Return mean, variance and failure probability of binomial release.

    With :math:`K \sim \mathrm{Bin}(n, p)` quanta of size :math:`q`:

    .. math::

        \mu = npq, \qquad \sigma^2 = np(1-p)q^2 = q\mu - \mu^2/n, \qquad P(K = 0) = (1-p)^n

    Parameters
    ----------
    n
        Release sites, a whole number of at least 1.
    p
        Probability that a site releases, from 0 to 1.
    q_mV
        Response to one quantum (mV), of either sign.

    Returns
    -------
    QuantalMoments
        ``(mean_mV, variance_mV2, p_fail)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``transmitter_release``.

    Examples
    --------
    >>> quantal_moments(n=10, p=0.5, q_mV=0.4)
    QuantalMoments(mean_mV=2.0, variance_mV2=0.4, p_fail=0.0009765625)
    """
    sites, chance, q = np.broadcast_arrays(
        *numbers(n=(n, "", COUNT), p=(p, "", FRACTION), q_mV=(q_mV, "mV", REAL))
    )
    # log1p keeps (1 - p)^n right where p is tiny and n huge: the Poisson limit.
    p_fail = np.exp(xlog1py(sites, -chance))
    mean = sites * chance * q
    return QuantalMoments(plain(mean), plain(mean * (1 - chance) * q), plain(p_fail))


def parabola_variance_mV2(mean_mV: ArrayLike, n: ArrayLike, q_mV: ArrayLike) -> FloatOrArray:
    r"""Return the variance that goes with a mean as the release probability changes.

    .. math:: \sigma^2 = q\mu - \mu^2/n

    The initial slope of the parabola is the quantal size; its width gives the number of sites.

    Parameters
    ----------
    mean_mV
        Mean response (mV), between 0 and ``n * q_mV``.
    n
        Release sites, a whole number of at least 1.
    q_mV
        Response to one quantum (mV), of either sign.

    Returns
    -------
    float or array
        Variance (mV²), in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: binomial statistics; values in card ``transmitter_release``.

    Examples
    --------
    >>> round(parabola_variance_mV2(2.0, n=10, q_mV=0.4), 12)
    0.4
    """
    mean, sites, q = numbers(
        mean_mV=(mean_mV, "mV", REAL), n=(n, "", COUNT), q_mV=(q_mV, "mV", REAL)
    )
    beyond = np.abs(2 * mean - sites * q) > np.abs(sites * q)
    if beyond.any():
        given = np.broadcast_to(mean, beyond.shape)[beyond].flat[0]
        raise ValueError(f"mean_mV must lie between 0 and n * q_mV mV, not {given:g}.")
    return plain(mean * (q - mean / sites))  # a difference of two products could overflow


def quantal_pmf(n: ArrayLike, p: ArrayLike) -> FloatArray:
    r"""Return the probability of releasing 0, 1, ..., n quanta.

    .. math:: P(K = k) = \binom{n}{k} p^k (1-p)^{n-k}

    Parameters
    ----------
    n
        Release sites: one whole number of at least 1.
    p
        Probability that a site releases, from 0 to 1; a number or an array.

    Returns
    -------
    array
        Shape ``p.shape + (n + 1,)``: the last axis counts quanta, and sums to 1.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: binomial statistics; values in card ``transmitter_release``.

    Examples
    --------
    >>> quantal_pmf(3, 0.5).round(3)
    array([0.125, 0.375, 0.375, 0.125])
    """
    sites = scalar("n", n, "", COUNT)
    chance = number("p", p, "", FRACTION)[..., np.newaxis]
    k = np.arange(sites + 1)
    log_ways = gammaln(sites + 1) - gammaln(k + 1) - gammaln(sites - k + 1)
    return np.exp(log_ways + xlogy(k, chance) + xlog1py(sites - k, -chance))


def quanta_from_failures(trials: ArrayLike, failures: ArrayLike) -> FloatOrArray:
    r"""Return the mean number of quanta that the share of failures implies.

    Where sites are many and release is rare, failures follow Poisson's law:

    .. math:: m = \ln (N / N_0)

    Parameters
    ----------
    trials
        :math:`N`, stimuli given, above 0.
    failures
        :math:`N_0`, stimuli without a response, above 0 and at most ``trials``.

    Returns
    -------
    float or array
        Mean quanta a stimulus, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range. Without a single failure the method says nothing.

    Notes
    -----
    Source: binomial statistics; values in card ``transmitter_release``.

    Examples
    --------
    >>> round(quanta_from_failures(100, 37), 3)
    0.994
    """
    given, failed = numbers(trials=(trials, "", POSITIVE), failures=(failures, "", POSITIVE))
    if (failed > given).any():
        raise ValueError(f"failures must be at most trials, {given.min():g}, not {failed.max():g}.")
    return plain(np.log(given) - np.log(failed))
