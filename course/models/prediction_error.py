r"""The dopamine teaching signal: prediction by temporal difference (M5.8).

A trial runs through states of value :math:`V_0, \dots, V_T`, the last one terminal and worth 0.
Step :math:`t` brings the reward :math:`r_t` and the error

.. math:: \delta_t = r_t + \gamma V_{t+1} - V_t

which is what dopamine neurons seem to report. A drug that acts on dopamine itself adds a part
that no prediction can cancel (Redish). An antagonist with occupancy :math:`O` takes its share:

.. math:: \delta = \max(\delta_{env} + D_{eff},\ D_{eff}), \qquad D_{eff} = D (1 - O) > 0

Where no drug acts the error is that of the world. The jump at :math:`D_{eff} \to 0`, where
negative errors come back, is a known artefact of that rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import (
    COUNT,
    FRACTION,
    NON_NEGATIVE,
    REAL,
    FloatArray,
    Interval,
    number,
    scalar,
    series,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

_LEARNING = card("reward_learning")
_ALPHA = _LEARNING["alpha"].value
_GAMMA = _LEARNING["gamma"].value
_SWEEPS = Interval(low=0, whole=True)


class Sweep(NamedTuple):
    """What one trial teaches.

    Attributes
    ----------
    delta
        Prediction error of each step, in the unit of the rewards.
    v
        Value of each state after the trial.

    Notes
    -----
    Source: Schultz and others 1997; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    >>> td_sweep([0, 0, 0], [0, 1]).delta
    array([0., 1.])
    """

    delta: FloatArray
    v: FloatArray


class Training(NamedTuple):
    """What many trials teach.

    Attributes
    ----------
    delta
        Array (trials, steps): prediction errors, in the unit of the rewards.
    v
        Array (trials + 1, states): values before the first trial and after each.

    Notes
    -----
    Source: Schultz and others 1997; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    >>> td_training(2, [0, 0, 0], [0, 1]).delta.shape
    (2, 2)
    """

    delta: FloatArray
    v: FloatArray


def td_sweep(
    v: ArrayLike,
    rewards: ArrayLike,
    alpha: float = _ALPHA,
    gamma: float = _GAMMA,
    *,
    drug: ArrayLike | None = None,
    occ: float = 0,
    clamp_first: bool = True,
) -> Sweep:
    r"""Return the errors of one trial, and the values that follow from them.

    .. math:: V_t \leftarrow V_t + \alpha \delta_t

    All errors use the values before the trial.

    Parameters
    ----------
    v
        Values of T + 1 states; the last is terminal and 0.
    rewards
        Reward of each of the T steps, at least one; they may be negative.
    alpha
        Learning rate, from 0 to 1.
    gamma
        Discount for each step, from 0 to 1.
    drug
        :math:`D`, what a drug adds on each step, at least 0; None where there is no drug.
    occ
        Fraction of receptors that an antagonist blocks, from 0 to 1.
    clamp_first
        Whether the first state keeps its value, because nothing predicts when a cue will come.

    Returns
    -------
    Sweep
        ``(delta, v)``, of T and T + 1 elements.

    Raises
    ------
    ValueError
        If an argument is outside its range, the lengths do not fit, or ``v`` does not end in 0.

    Notes
    -----
    Schultz, Dayan and Montague 1997; the drug's part: Redish 2004.
    Source: Schultz and others 1997; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    A reward that comes unexpected, and one that fails to come:

    >>> td_sweep([0, 0, 0], [0, 1]).delta
    array([0., 1.])
    >>> td_sweep([0, 1, 0], [0, 0]).delta
    array([ 1., -1.])
    """
    values, reward, added = _trial(v, rewards, drug, occ)
    rate = scalar("alpha", alpha, "", FRACTION)
    delta = _errors(values, reward, added, scalar("gamma", gamma, "", FRACTION))
    learned = values.copy()
    learned[:-1] += rate * delta
    if clamp_first:
        learned[0] = values[0]
    return Sweep(delta, learned)


def td_training(
    n: int,
    v: ArrayLike,
    rewards: ArrayLike,
    alpha: float = _ALPHA,
    gamma: float = _GAMMA,
    *,
    drug: ArrayLike | None = None,
    occ: float = 0,
    clamp_first: bool = True,
) -> Training:
    r"""Return the errors and values of many equal trials.

    .. math:: \delta_t = r_t + \gamma V_{t+1} - V_t, \qquad
        V_t \leftarrow V_t + \alpha \delta_t

    Parameters
    ----------
    n
        Number of trials: whole, at least 0.
    v, rewards, alpha, gamma, drug, occ, clamp_first
        As in :func:`td_sweep`.

    Returns
    -------
    Training
        ``(delta, v)``, arrays (trials, steps) and (trials + 1, states), in the unit of the
        rewards.

    Raises
    ------
    ValueError
        As in :func:`td_sweep`.

    Notes
    -----
    Source: Schultz and others 1997; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    After training the burst has moved from the reward to the cue:

    >>> td_training(400, [0, 0, 0, 0], [0, 0, 1]).delta[-1].round(6)
    array([1., 0., 0.])
    """
    trials = int(scalar("n", n, "", _SWEEPS))
    values, reward, added = _trial(v, rewards, drug, occ)
    rate = scalar("alpha", alpha, "", FRACTION)
    discount = scalar("gamma", gamma, "", FRACTION)
    deltas = np.empty((trials, reward.size))
    history = np.empty((trials + 1, values.size))
    history[0] = values
    first = int(clamp_first)
    for i in range(trials):
        deltas[i] = _errors(history[i], reward, added, discount)
        history[i + 1] = history[i]
        history[i + 1, first:-1] += rate * deltas[i, first:]
    return Training(deltas, history)


def learned_values(rewards: ArrayLike, gamma: float = _GAMMA) -> FloatArray:
    r"""Return the values at which no error is left, without drug.

    .. math:: V_t = \sum_{k \ge t} \gamma^{k - t} r_k

    Parameters
    ----------
    rewards
        Reward of each step, at least one.
    gamma
        Discount for each step, from 0 to 1.

    Returns
    -------
    array
        Values of the T + 1 states; the last is 0.

    Raises
    ------
    ValueError
        If an argument is outside its range.

    Notes
    -----
    Source: Schultz and others 1997; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    >>> learned_values([0, 0, 1], gamma=0.5)
    array([0.25, 0.5 , 1.  , 0.  ])
    """
    reward = series("rewards", rewards, "", REAL)
    discount = scalar("gamma", gamma, "", FRACTION)
    values = np.zeros(reward.size + 1)
    for t in range(reward.size - 1, -1, -1):
        values[t] = reward[t] + discount * values[t + 1]
    return values


def reward_at(step: int, steps: int, size: float = 1) -> FloatArray:
    r"""Return the rewards of a trial with a single one.

    .. math:: r_t = r \text{ for } t = \text{step}, \text{ else } 0

    Parameters
    ----------
    step
        Which step brings it, counted from 1.
    steps
        Number of steps.
    size
        The reward.

    Returns
    -------
    array
        Reward of each step.

    Raises
    ------
    ValueError
        If ``step`` is not one of the steps.

    Notes
    -----
    Source: Schultz and others 1997; rates in card ``reward_learning``, teaching choices.

    Examples
    --------
    >>> reward_at(3, 4)
    array([0., 0., 1., 0.])
    """
    count = int(scalar("steps", steps, "", COUNT))
    place = int(scalar("step", step, "", Interval(low=1, high=count, whole=True)))
    rewards = np.zeros(count)
    rewards[place - 1] = scalar("size", size, "", REAL)
    return rewards


def _trial(
    v: ArrayLike, rewards: ArrayLike, drug: ArrayLike | None, occ: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    values, reward = series("v", v, "", REAL), series("rewards", rewards, "", REAL)
    if values.size != reward.size + 1 or values[-1] != 0:
        raise ValueError(
            f"v must have {reward.size + 1} values, one more than rewards, the last 0."
        )
    free = 1 - scalar("occ", occ, "", FRACTION)
    added = number("drug", 0 if drug is None else drug, "", NON_NEGATIVE)
    if drug is not None and added.shape != reward.shape:
        raise ValueError(f"drug must have one value for each of the {reward.size} steps.")
    return values, reward, np.broadcast_to(added * free, reward.shape)


def _errors(values: FloatArray, reward: FloatArray, added: FloatArray, gamma: float) -> FloatArray:
    world = reward + gamma * values[1:] - values[:-1]
    return np.where(added > 0, np.maximum(world + added, added), world)
