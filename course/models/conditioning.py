r"""Conditioning: cues that share one prediction error (M5.8, Rescorla and Wagner).

Every cue that is present learns from what all of them together failed to predict:

.. math:: \Delta V_i = \alpha_i \beta (\lambda - \sum_{j\ \text{present}} V_j)

That sharing is what makes blocking, overshadowing and overexpectation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import (
    FRACTION,
    REAL,
    FloatArray,
    FloatOrArray,
    Interval,
    number,
    numbers,
    plain,
    scalar,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_LEARNING = card("reward_learning")
_ALPHA = _LEARNING["alpha"].value
_BETA = _LEARNING["beta"].value
_LAM = _LEARNING["lam"].value
_PRESENT = Interval(low=0, high=1, whole=True)
_TRIALS = Interval(low=0, whole=True)


def rescorla_wagner(
    trials: ArrayLike,
    alpha: ArrayLike = _ALPHA,
    beta: float = _BETA,
    lam: ArrayLike = _LAM,
    v0: ArrayLike = 0,
) -> FloatArray:
    r"""Return the associative strength of every cue before and after each trial.

    Parameters
    ----------
    trials
        Array (trials, cues): 1 where a cue is present, else 0.
    alpha
        Salience, from 0 to 1: one number, or one for each cue.
    beta
        Associability of the outcome, from 0 to 1.
    lam
        :math:`\lambda`, what the outcome supports: one number, or one for each trial; 0 where it
        fails to come.
    v0
        Strength before the first trial: one number, or one for each cue.

    Returns
    -------
    array
        Array (trials + 1, cues). The first row is ``v0``.

    Raises
    ------
    ValueError
        If an argument is outside its range, ``trials`` does not have two dimensions, or the
        lengths do not fit.

    Notes
    -----
    Source: Rescorla and Wagner 1972; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    Blocking: the first cue already predicts all, so the second learns nothing.

    >>> rescorla_wagner([[1, 1], [1, 1]], alpha=0.5, v0=[1, 0])
    array([[1., 0.],
           [1., 0.],
           [1., 0.]])
    """
    present = number("trials", trials, "", _PRESENT)
    if present.ndim != 2:
        raise ValueError(f"trials must be a table (trials, cues), not of shape {present.shape}.")
    n_trials, n_cues = present.shape
    rates = _fitted("alpha", number("alpha", alpha, "", FRACTION), n_cues, "cue")
    rates = rates * scalar("beta", beta, "", FRACTION)
    outcomes = _fitted("lam", number("lam", lam, "", REAL), n_trials, "trial")
    history = np.empty((n_trials + 1, n_cues))
    history[0] = _fitted("v0", number("v0", v0, "", REAL), n_cues, "cue")
    for i, (here, outcome) in enumerate(zip(present, outcomes, strict=True)):
        error = outcome - here @ history[i]
        history[i + 1] = history[i] + rates * here * error
    return history


def acquisition(
    n: ArrayLike,
    alpha: ArrayLike = _ALPHA,
    beta: ArrayLike = _BETA,
    lam: ArrayLike = _LAM,
    v0: ArrayLike = 0,
) -> FloatOrArray:
    r"""Return the strength of a single cue after n trials.

    .. math:: V_n = \lambda - (\lambda - V_0)(1 - \alpha\beta)^n

    With :math:`\lambda = 0` it is extinction.

    Parameters
    ----------
    n
        Number of trials: whole, at least 0.
    alpha, beta
        As in :func:`rescorla_wagner`.
    lam
        What the outcome supports.
    v0
        Strength before the first trial.

    Returns
    -------
    float or array
        Strength in the unit of ``lam``, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Rescorla and Wagner 1972; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    >>> acquisition([1, 5, 10, 20, 50], alpha=0.1).round(4)
    array([0.1   , 0.4095, 0.6513, 0.8784, 0.9948])
    """
    count, salience, rate, outcome, start = numbers(
        n=(n, "", _TRIALS),
        alpha=(alpha, "", FRACTION),
        beta=(beta, "", FRACTION),
        lam=(lam, "", REAL),
        v0=(v0, "", REAL),
    )
    return plain(outcome - (outcome - start) * (1 - salience * rate) ** count)


def trials_to_reach(
    share: ArrayLike, alpha: ArrayLike = _ALPHA, beta: ArrayLike = _BETA
) -> FloatOrArray:
    r"""Return how many trials bring a cue a share of the way, as a real number.

    .. math:: n = \frac{\ln(1 - s)}{\ln(1 - \alpha\beta)}

    Parameters
    ----------
    share
        :math:`s`, of the way from the strength at the start to that in the end, at least 0,
        below 1.
    alpha, beta
        As in :func:`rescorla_wagner`, above 0 both.

    Returns
    -------
    float or array
        Trials, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Rescorla and Wagner 1972; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    >>> trials_to_reach([0.5, 0.9], alpha=0.1).round(1)
    array([ 6.6, 21.9])
    """
    part, salience, rate = numbers(
        share=(share, "", Interval(low=0, high=1, open_high=True)),
        alpha=(alpha, "", Interval(low=0, high=1, open_low=True)),
        beta=(beta, "", Interval(low=0, high=1, open_low=True)),
    )
    with np.errstate(divide="ignore"):
        return plain(np.log1p(-part) / np.log1p(-salience * rate))


def _fitted(name: str, values: FloatArray, count: int, what: str) -> FloatArray:
    """Return one value for each cue or trial."""
    if values.ndim and values.shape != (count,):
        raise ValueError(f"{name} must be one number or one for each {what}, {count}.")
    return np.broadcast_to(values, (count,))
