r"""Two pathways: what use, abstinence and blocked use each teach (M5.9).

A weight for the drug learns on trials of use, one for an alternative on trials of that:

.. math:: \Delta w_d = \alpha \left[r_d (1 - O) - w_d\right], \qquad
    \Delta w_a = \alpha (r_a - w_a)

and choice follows both:

.. math:: p_{use} = \frac{1}{1 + e^{-(w_d - w_a)/T}}

Abstinence holds no trial of use, so it leaves :math:`w_d` alone. Blocked use does not; in a
person it is dangerous, and no advice follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit

from course.models._domain import (
    FRACTION,
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
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

_PATHWAYS = card("two_pathways")
_ALPHA = _PATHWAYS["alpha"].value
_R_DRUG = _PATHWAYS["r_drug"].value
_R_ALT = _PATHWAYS["r_alt"].value
_TEMPERATURE = _PATHWAYS["temperature"].value
_RECOVERY_STEPS = _PATHWAYS["recovery_steps"].value
_STEPS = ("use", "alt", "rest")


class Weights(NamedTuple):
    """Course of two weights and of choice.

    Attributes
    ----------
    w_drug, w_alt
        Weights (no unit) at the start and after each step.
    p_use
        Probability of choosing the drug, likewise.

    Notes
    -----
    Source: card ``two_pathways``, teaching choices.

    Examples
    --------
    >>> course = two_pathways(["use", "rest"])
    >>> course.w_drug.round(2)
    array([0. , 0.2, 0.2])
    """

    w_drug: FloatArray
    w_alt: FloatArray
    p_use: FloatArray


class ContextualWeights(NamedTuple):
    """Course of weights where extinction is a memory of its own.

    Attributes
    ----------
    w_drug, w_alt
        Weights at the start and after each step; ``w_drug`` never falls by extinction.
    w_inhibitory
        What extinction has learned against the drug, in its context.
    p_use
        Probability of choosing the drug in that context.
    p_use_elsewhere
        The same where the inhibitory memory does not reach.

    Notes
    -----
    Source: card ``two_pathways``, teaching choices.

    Examples
    --------
    >>> course = contextual_pathways(["use", "rest"])
    >>> course.w_drug.round(2)
    array([0. , 0.2, 0.2])
    """

    w_drug: FloatArray
    w_alt: FloatArray
    w_inhibitory: FloatArray
    p_use: FloatArray
    p_use_elsewhere: FloatArray


def choice_probability(
    w_drug: ArrayLike, w_alt: ArrayLike, temperature: ArrayLike = _TEMPERATURE
) -> FloatOrArray:
    r"""Return the probability of choosing the drug.

    Parameters
    ----------
    w_drug, w_alt
        Weights; only their difference matters.
    temperature
        :math:`T`, how loosely choice follows them, above 0.

    Returns
    -------
    float or array
        A probability, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: card ``two_pathways``, teaching choices.

    Examples
    --------
    >>> choice_probability([0, 1], [0, 0.5]).round(3)
    array([0.5  , 0.622])
    """
    drug, alt, loose = numbers(
        w_drug=(w_drug, "", REAL), w_alt=(w_alt, "", REAL), temperature=(temperature, "", POSITIVE)
    )
    with np.errstate(over="ignore"):
        return plain(expit((drug - alt) / loose))


def two_pathways(
    schedule: Sequence[str],
    occ: ArrayLike = 0,
    alpha: float = _ALPHA,
    r_drug: float = _R_DRUG,
    r_alt: float = _R_ALT,
    *,
    w0: tuple[float, float] = (0.0, 0.0),
    temperature: float = _TEMPERATURE,
) -> Weights:
    r"""Return the weights and the choice along a schedule.

    .. math:: \Delta w_d = \alpha [r_d (1 - O) - w_d], \qquad \Delta w_a = \alpha (r_a - w_a)

    Parameters
    ----------
    schedule
        Steps in order: ``"use"``, ``"alt"`` or ``"rest"``.
    occ
        Fraction of receptors that an antagonist blocks, from 0 to 1: one number, or one for
        each step. It matters on ``"use"`` only.
    alpha
        Learning rate, from 0 to 1.
    r_drug, r_alt
        Reward of unblocked use and of the alternative.
    w0
        Weights of the drug and of the alternative at the start.
    temperature
        How loosely choice follows the weights, above 0.

    Returns
    -------
    Weights
        ``(w_drug, w_alt, p_use)``, each with one element more than the schedule.

    Raises
    ------
    ValueError
        If an argument is outside its range, a step is unknown, or ``occ`` has another length.

    Notes
    -----
    Source: card ``two_pathways``, teaching choices.

    Examples
    --------
    Two days of abstinence, two of blocked use, one missed dose:

    >>> days = ["rest", "rest", "use", "use", "use"]
    >>> two_pathways(days, [0, 0, 1, 1, 0], alpha=0.5, w0=(1, 0)).w_drug
    array([1.   , 1.   , 1.   , 0.5  , 0.25 , 0.625])
    """
    blocked = _blockade(schedule, occ)
    rate = scalar("alpha", alpha, "", FRACTION)
    drug_reward, alt_reward = scalar("r_drug", r_drug, "", REAL), scalar("r_alt", r_alt, "", REAL)
    w = np.empty((len(schedule) + 1, 2))
    w[0] = _start(w0)
    for i, (step, o) in enumerate(zip(schedule, blocked, strict=True)):
        w[i + 1] = w[i]
        if step == "use":
            w[i + 1, 0] += rate * (drug_reward * (1 - o) - w[i, 0])
        elif step == "alt":
            w[i + 1, 1] += rate * (alt_reward - w[i, 1])
    drug, alt = w.T.copy()
    return Weights(drug, alt, np.asarray(choice_probability(drug, alt, temperature)))


def contextual_pathways(
    schedule: Sequence[str],
    occ: ArrayLike = 0,
    alpha: float = _ALPHA,
    r_drug: float = _R_DRUG,
    r_alt: float = _R_ALT,
    *,
    w0: tuple[float, float] = (0.0, 0.0),
    temperature: float = _TEMPERATURE,
    recovery_steps: float = _RECOVERY_STEPS,
) -> ContextualWeights:
    r"""Return the same, where extinction adds a memory in place of erasing one.

    The expectation in context is :math:`w_d - w_i`. A positive error adds to :math:`w_d`, a
    negative one to :math:`w_i`, which fades by :math:`e^{-1/\tau}` a step (spontaneous recovery)
    and does not reach other contexts (renewal).

    Parameters
    ----------
    schedule, occ, alpha, r_drug, r_alt, w0, temperature
        As in :func:`two_pathways`.
    recovery_steps
        :math:`\tau`, how many steps the inhibitory memory lasts, above 0.

    Returns
    -------
    ContextualWeights
        Each field with one element more than the schedule.

    Raises
    ------
    ValueError
        As in :func:`two_pathways`.

    Notes
    -----
    After Bouton 2004. If the memory does not fade, :math:`w_d - w_i` is the ``w_drug`` of
    :func:`two_pathways`.
    Source: card ``two_pathways``, teaching choices.

    Examples
    --------
    Extinction under blockade, then a month of rest: most of the old expectation is back.

    >>> days = ["use"] * 10 + ["rest"] * 30
    >>> course = contextual_pathways(days, occ=1, w0=(1, 0))
    >>> course.p_use[[0, 10, 40]].round(3), course.p_use_elsewhere[40].round(3)
    (array([0.731, 0.552, 0.67 ]), np.float64(0.731))
    """
    blocked = _blockade(schedule, occ)
    rate = scalar("alpha", alpha, "", FRACTION)
    drug_reward, alt_reward = scalar("r_drug", r_drug, "", REAL), scalar("r_alt", r_alt, "", REAL)
    fading = np.exp(-1 / scalar("recovery_steps", recovery_steps, "steps", POSITIVE))
    w = np.zeros((len(schedule) + 1, 3))
    w[0, :2] = _start(w0)
    for i, (step, o) in enumerate(zip(schedule, blocked, strict=True)):
        drug, alt, inhibitory = w[i]
        if step == "use":
            error = drug_reward * (1 - o) - (drug - inhibitory)
            drug += rate * max(error, 0.0)
            inhibitory += rate * max(-error, 0.0)
        elif step == "alt":
            alt += rate * (alt_reward - alt)
        w[i + 1] = drug, alt, inhibitory * fading
    drugs, alts, inhibited = w.T.copy()
    here = np.asarray(choice_probability(drugs - inhibited, alts, temperature))
    elsewhere = np.asarray(choice_probability(drugs, alts, temperature))
    return ContextualWeights(drugs, alts, inhibited, here, elsewhere)


def _start(w0: tuple[float, float]) -> FloatArray:
    start = number("w0", w0, "", REAL)
    if start.shape != (2,):
        raise ValueError(
            f"w0 must be two weights, drug and alternative, not of shape {start.shape}."
        )
    return start


def _blockade(schedule: Sequence[str], occ: ArrayLike) -> FloatArray:
    for step in schedule:
        if step not in _STEPS:
            raise ValueError(f"schedule must consist of {', '.join(_STEPS)}, not {step!r}.")
    blocked = number("occ", occ, "", FRACTION)
    if blocked.ndim and blocked.shape != (len(schedule),):
        raise ValueError(f"occ must be one number or one for each of {len(schedule)} steps.")
    return np.broadcast_to(blocked, (len(schedule),))
