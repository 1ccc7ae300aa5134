"""The teaching signal."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.prediction_error import (
    learned_values,
    reward_at,
    td_sweep,
    td_training,
)
from tests.strategies import fractions

values = st.floats(-5, 5)


@st.composite
def trials(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Values that end in 0, and rewards."""
    rewards = np.array(draw(st.lists(values, min_size=1, max_size=12)))
    before = draw(st.lists(values, min_size=rewards.size, max_size=rewards.size))
    return np.array([*before, 0.0]), rewards


@given(trials(), fractions(), fractions())
def test_discounted_errors_add_up_to_reward_less_expectation(
    trial: tuple[np.ndarray, np.ndarray], alpha: float, gamma: float
) -> None:
    v, rewards = trial
    delta = td_sweep(v, rewards, alpha, gamma).delta
    discounts = gamma ** np.arange(rewards.size)
    assert discounts @ delta == pytest.approx(discounts @ rewards - v[0], rel=1e-9, abs=1e-9)


@given(trials(), fractions(), fractions(), st.booleans())
def test_all_errors_use_the_values_before(
    trial: tuple[np.ndarray, np.ndarray], alpha: float, gamma: float, clamp: bool
) -> None:
    v, rewards = trial
    sweep = td_sweep(v, rewards, alpha, gamma, clamp_first=clamp)
    expected = rewards + gamma * v[1:] - v[:-1]
    np.testing.assert_allclose(sweep.delta, expected, rtol=1e-12, atol=1e-12)
    learned = v[:-1] + alpha * expected
    if clamp:
        learned[0] = v[0]
    np.testing.assert_allclose(sweep.v, [*learned, 0], rtol=1e-12, atol=1e-12)


@given(trials(), fractions())
def test_where_values_are_learned_no_error_is_left(
    trial: tuple[np.ndarray, np.ndarray], gamma: float
) -> None:
    _, rewards = trial
    v = learned_values(rewards, gamma)
    np.testing.assert_allclose(td_sweep(v, rewards, 0.3, gamma).delta, 0, atol=1e-9)


@given(trials(), fractions(), fractions(), st.floats(0.01, 3), fractions())
def test_a_drug_keeps_the_error_positive_whatever_is_expected(
    trial: tuple[np.ndarray, np.ndarray], alpha: float, gamma: float, dose: float, occ: float
) -> None:
    v, rewards = trial
    drug = np.zeros(rewards.size)
    drug[-1] = dose
    with_drug = td_sweep(v, rewards, alpha, gamma, drug=drug, occ=occ).delta
    plain = td_sweep(v, rewards, alpha, gamma).delta
    np.testing.assert_array_equal(with_drug[:-1], plain[:-1])
    effective = dose * (1 - occ)
    if effective > 0:
        assert with_drug[-1] == max(plain[-1] + effective, effective)
    else:
        assert with_drug[-1] == plain[-1]


@given(trials(), fractions(), fractions())
def test_full_blockade_is_no_drug(
    trial: tuple[np.ndarray, np.ndarray], alpha: float, gamma: float
) -> None:
    v, rewards = trial
    blocked = td_sweep(v, rewards, alpha, gamma, drug=np.ones(rewards.size), occ=1)
    np.testing.assert_array_equal(blocked.delta, td_sweep(v, rewards, alpha, gamma).delta)


def test_after_training_the_burst_is_at_the_cue_and_omission_shows_a_dip() -> None:
    v = td_training(2000, np.zeros(6), reward_at(5, 5)).v[-1]
    np.testing.assert_allclose(td_sweep(v, reward_at(5, 5)).delta, [1, 0, 0, 0, 0], atol=1e-6)
    np.testing.assert_allclose(td_sweep(v, np.zeros(5)).delta, [1, 0, 0, 0, -1], atol=1e-6)


def test_training_is_sweep_after_sweep() -> None:
    v, rewards, drug = np.array([0.2, 0.1, 0]), [0.5, 1], [0, 0.5]
    training = td_training(3, v, rewards, 0.3, 0.9, drug=drug, occ=0.2, clamp_first=False)
    for i in range(3):
        sweep = td_sweep(v, rewards, 0.3, 0.9, drug=drug, occ=0.2, clamp_first=False)
        np.testing.assert_allclose(training.delta[i], sweep.delta)
        v = sweep.v
        np.testing.assert_allclose(training.v[i + 1], v)


def test_a_drugs_value_grows_without_end_and_blockade_lets_it_fall() -> None:
    v = np.zeros(3)
    drugged = td_training(500, v, [0, 0], 0.1, 1, drug=[0, 1])
    assert drugged.v[-1, 1] > 10
    blocked = td_training(500, drugged.v[-1], [0, 0], 0.1, 1, drug=[0, 1], occ=1)
    assert abs(blocked.v[-1, 1]) < 1e-6


def test_no_training_no_change() -> None:
    training = td_training(0, [1, 0], [0])
    assert training.v.tolist() == [[1, 0]]
    assert training.delta.shape == (0, 1)


def test_a_million_steps() -> None:
    rewards = np.ones(10**6)
    assert td_sweep(np.zeros(10**6 + 1), rewards).delta.sum() == 10**6


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: td_sweep([0], []), "rewards must be a list"),
        (lambda: td_sweep([0, 0, 0], [1]), "v must have 2 values"),
        (lambda: td_sweep([0, 1], [1]), "v must have 2 values, .* the last 0"),
        (lambda: td_sweep([0, 0], [1], alpha=2), "alpha must be"),
        (lambda: td_sweep([0, 0], [1], gamma=-1), "gamma must be"),
        (lambda: td_sweep([0, 0], [1], occ=2), "occ must be"),
        (lambda: td_sweep([0, 0], [1], drug=[-1]), "drug must be"),
        (lambda: td_sweep([0, 0], [1], drug=[1, 1]), "drug must have one value for each of the 1"),
        (lambda: td_training(-1, [0, 0], [1]), "n must be"),
        (lambda: learned_values([np.nan]), "rewards must be"),
        (lambda: reward_at(0, 3), "step must be"),
        (lambda: reward_at(4, 3), "step must be"),
        (lambda: reward_at(1, 0), "steps must be"),
    ],
)
def test_errors_name_the_argument(call, words: str) -> None:  # noqa: ANN001  a lambda
    with pytest.raises(ValueError, match=words):
        call()
