r"""What a difference between groups says about one person (M2.3).

A measure is normal with the same spread in both groups; the means lie :math:`d` standard deviations
apart (Cohen's d). Most of the two groups overlaps even where a trial is sure of the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import ndtr, ndtri

from course.models._domain import (
    COUNT,
    FRACTION,
    POSITIVE,
    REAL,
    FloatArray,
    FloatOrArray,
    Interval,
    numbers,
    plain,
    scalar,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_SD = "standard deviations"
_PAIR = Interval(low=2, whole=True)
_SEED = Interval(low=0, whole=True)
_INSIDE = Interval(low=0, high=1, open_low=True, open_high=True)


class Overlap(NamedTuple):
    """How far two groups overlap.

    Attributes
    ----------
    ovl
        Area that the two distributions share, above 0, at most 1.
    auc
        How often a random patient lies above a random control.
    above_mean
        Fraction of patients above the mean of the controls.
    above_2sd
        Fraction of patients more than two standard deviations above it.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> round(group_overlap(0.79).ovl, 3)
    0.693
    """

    ovl: FloatOrArray
    auc: FloatOrArray
    above_mean: FloatOrArray
    above_2sd: FloatOrArray


class Rates(NamedTuple):
    """What a cut-off does.

    Attributes
    ----------
    sensitivity
        Fraction of patients above the cut-off.
    specificity
        Fraction of controls below it.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> rates = cutoff_rates(0.79, cutoff=1)
    >>> round(rates.sensitivity, 3), round(rates.specificity, 3)
    (0.417, 0.841)
    """

    sensitivity: FloatOrArray
    specificity: FloatOrArray


class PredictiveValues(NamedTuple):
    """What a result means for the person who has it.

    Attributes
    ----------
    ppv
        Fraction of patients among those above the cut-off.
    npv
        Fraction of healthy people among those below it.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> round(predictive_values(0.8, cutoff=1, prevalence=0.01).ppv, 3)
    0.026
    """

    ppv: FloatOrArray
    npv: FloatOrArray


class Groups(NamedTuple):
    """A simulated study, in standard deviations.

    Attributes
    ----------
    controls, patients
        One value for each person.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> simulated_groups(0.8, n=1000, seed=1).patients.shape
    (1000,)
    """

    controls: FloatArray
    patients: FloatArray


class Effect(NamedTuple):
    """A difference between two means, in standard deviations.

    Attributes
    ----------
    d
        Cohen's d: the difference over the pooled standard deviation.
    g
        Hedges' g: d without its bias in small samples.
    se
        Standard error of d.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> round(standardised_difference(12, 4, 20, 10, 4, 20).d, 3)
    0.5
    """

    d: FloatOrArray
    g: FloatOrArray
    se: FloatOrArray


def group_overlap(d: ArrayLike) -> Overlap:
    r"""Return how far two groups overlap whose means differ by ``d`` standard deviations.

    .. math::

        OVL = 2\Phi(-|d|/2), \qquad AUC = \Phi(d/\sqrt 2), \qquad
        P(x > \mu_0 + z\sigma) = \Phi(d - z)

    Parameters
    ----------
    d
        Mean of the patients minus that of the controls (standard deviations).

    Returns
    -------
    Overlap
        ``(ovl, auc, above_mean, above_2sd)``, each in the shape of ``d``.

    Raises
    ------
    ValueError
        If ``d`` is not finite.

    Notes
    -----
    Two normal distributions with the same standard deviation.
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    A large effect for a trial is a weak test for a person:

    >>> [round(value, 3) for value in group_overlap(0.8)]
    [0.689, 0.714, 0.788, 0.115]
    """
    (apart,) = numbers(d=(d, _SD, REAL))
    return Overlap(
        ovl=plain(2 * ndtr(-abs(apart) / 2)),
        auc=plain(ndtr(apart / np.sqrt(2))),
        above_mean=plain(ndtr(apart)),
        above_2sd=plain(ndtr(apart - 2)),
    )


def density(x: ArrayLike, d: ArrayLike = 0) -> FloatOrArray:
    r"""Return how densely people lie at a value of the measure.

    .. math:: \varphi(x - d) = \frac{1}{\sqrt{2 \pi}} e^{-(x - d)^2 / 2}

    Parameters
    ----------
    x
        Value (standard deviations from the mean of the controls).
    d
        :math:`d`, where the group's mean lies: 0 for the controls.

    Returns
    -------
    float or array
        Share of the group for each standard deviation, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is not finite.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> density([-1, 0, 1]).round(3)
    array([0.242, 0.399, 0.242])
    >>> density(0.8, d=0.8) == density(0)
    True
    """
    value, apart = numbers(x=(x, _SD, REAL), d=(d, _SD, REAL))
    with np.errstate(over="ignore"):  # beyond all people there is nobody
        return plain(np.exp(-((value - apart) ** 2) / 2) / np.sqrt(2 * np.pi))


def standardised_difference(  # noqa: PLR0917  two groups, each as papers report it
    mean1: ArrayLike,
    sd1: ArrayLike,
    n1: ArrayLike,
    mean2: ArrayLike,
    sd2: ArrayLike,
    n2: ArrayLike,
) -> Effect:
    r"""Return the difference of two means in standard deviations.

    .. math::

        d = \frac{m_1 - m_2}{s}, \quad
        s^2 = \frac{(n_1 - 1) s_1^2 + (n_2 - 1) s_2^2}{n_1 + n_2 - 2}, \quad
        g = d \left(1 - \frac{3}{4 (n_1 + n_2) - 9}\right)

    Parameters
    ----------
    mean1, mean2
        Means, any unit.
    sd1, sd2
        Standard deviations, above 0, in that unit.
    n1, n2
        People, whole numbers of at least 2.

    Returns
    -------
    Effect
        ``(d, g, se)``, each in the broadcast shape of the arguments, with
        :math:`SE(d)^2 = 1/n_1 + 1/n_2 + d^2/(2(n_1 + n_2))`.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> [round(value, 3) for value in standardised_difference(12, 4, 20, 10, 4, 20)]
    [0.5, 0.49, 0.321]
    """
    m1, s1, n1_, m2, s2, n2_ = np.broadcast_arrays(
        *numbers(
            mean1=(mean1, "", REAL),
            sd1=(sd1, "", POSITIVE),
            n1=(n1, "people", _PAIR),
            mean2=(mean2, "", REAL),
            sd2=(sd2, "", POSITIVE),
            n2=(n2, "people", _PAIR),
        )
    )
    people = n1_ + n2_
    pooled = np.sqrt(((n1_ - 1) * s1**2 + (n2_ - 1) * s2**2) / (people - 2))
    d = (m1 - m2) / pooled
    se = np.sqrt(1 / n1_ + 1 / n2_ + d**2 / (2 * people))
    return Effect(plain(d), plain(d * (1 - 3 / (4 * people - 9))), plain(se))


def d_from_auc(auc: ArrayLike) -> FloatOrArray:
    r"""Return the difference that a given area under the ROC curve means.

    .. math:: d = \sqrt 2 \, \Phi^{-1}(AUC)

    Parameters
    ----------
    auc
        How often a random patient lies above a random control, above 0 and below 1.

    Returns
    -------
    float or array
        Difference (standard deviations), in the shape of ``auc``.

    Raises
    ------
    ValueError
        If ``auc`` is outside its range.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> round(d_from_auc(0.9), 3)
    1.812
    """
    (area,) = numbers(auc=(auc, "", _INSIDE))
    return plain(np.sqrt(2) * ndtri(area))


def cutoff_rates(d: ArrayLike, cutoff: ArrayLike) -> Rates:
    r"""Return sensitivity and specificity of calling everybody above a cut-off a patient.

    .. math:: Se = \Phi(d - z), \qquad Sp = \Phi(z)

    Over all cut-offs they make the ROC curve.

    Parameters
    ----------
    d
        As in :func:`group_overlap`.
    cutoff
        :math:`z`, above the mean of the controls (standard deviations).

    Returns
    -------
    Rates
        ``(sensitivity, specificity)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is not finite.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> [round(rate, 3) for rate in cutoff_rates(0.8, cutoff=1)]
    [0.421, 0.841]
    """
    apart, z = np.broadcast_arrays(*numbers(d=(d, _SD, REAL), cutoff=(cutoff, _SD, REAL)))
    return Rates(plain(ndtr(apart - z)), plain(ndtr(z)))


def predictive_values(d: ArrayLike, cutoff: ArrayLike, prevalence: ArrayLike) -> PredictiveValues:
    r"""Return what a result above or below a cut-off means for a person.

    .. math:: PPV = \frac{Se \, \pi}{Se \, \pi + (1 - Sp)(1 - \pi)}

    Parameters
    ----------
    d, cutoff
        As in :func:`cutoff_rates`.
    prevalence
        :math:`\pi`, fraction of patients among those who are tested, from 0 to 1.

    Returns
    -------
    PredictiveValues
        ``(ppv, npv)``, each in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    Where the disorder is rare, nearly all who are above the cut-off are healthy:

    >>> round(predictive_values(0.8, cutoff=1, prevalence=0.01).ppv, 3)
    0.026
    """
    apart, z, ill = np.broadcast_arrays(
        *numbers(
            d=(d, _SD, REAL), cutoff=(cutoff, _SD, REAL), prevalence=(prevalence, "", FRACTION)
        )
    )
    return PredictiveValues(
        ppv=plain(_posterior(ill, ndtr(apart - z), ndtr(-z))),
        npv=plain(_posterior(1 - ill, ndtr(z), ndtr(z - apart))),
    )


def simulated_groups(d: float, n: int, seed: int) -> Groups:
    r"""Return a study of as many controls as patients, the controls drawn first.

    .. math:: x_i \sim N(0, 1), \qquad y_i \sim N(d, 1)

    Parameters
    ----------
    d
        As in :func:`group_overlap`; one number.
    n
        People in each group, a whole number of at least 1.
    seed
        Seed of ``numpy.random.default_rng``, a whole number of at least 0.

    Returns
    -------
    Groups
        ``(controls, patients)``, ``n`` values each (standard deviations).

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: the normal distribution; it holds no measured number.

    Examples
    --------
    >>> controls, patients = simulated_groups(0.8, n=1000, seed=1)
    >>> round(float(patients.mean() - controls.mean()), 1)
    0.9
    """
    apart, people = scalar("d", d, _SD, REAL), int(scalar("n", n, "", COUNT))
    rng = np.random.default_rng(int(scalar("seed", seed, "", _SEED)))
    controls = rng.standard_normal(people)
    return Groups(controls, apart + rng.standard_normal(people))


def _posterior(prior: FloatArray, if_true: FloatArray, if_false: FloatArray) -> FloatArray:
    """Apply Bayes' rule; a result that never occurs leaves the prior as it was."""
    true, false = prior * if_true, (1 - prior) * if_false
    with np.errstate(invalid="ignore"):
        share: FloatArray = true / (true + false)
    return np.where(true + false > 0, share, prior)
