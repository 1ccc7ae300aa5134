"""Rescorla and Wagner's cues."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from course.models.conditioning import acquisition, rescorla_wagner, trials_to_reach
from tests.strategies import fractions, fractions_above_0

values = st.floats(-5, 5)
tables = hnp.arrays(
    np.int64, st.tuples(st.integers(0, 12), st.integers(1, 4)), elements=st.integers(0, 1)
)


@given(st.integers(0, 60), fractions(), fractions(), values, values)
def test_one_cue_follows_the_closed_form(
    n: int, alpha: float, beta: float, lam: float, v0: float
) -> None:
    history = rescorla_wagner(np.ones((n, 1)), alpha, beta, lam, v0)
    np.testing.assert_allclose(
        history[:, 0], acquisition(np.arange(n + 1), alpha, beta, lam, v0), rtol=1e-9, atol=1e-9
    )


@given(tables, fractions(), fractions(), values, values)
def test_absent_cues_stay_and_present_ones_share_the_error(
    trials: np.ndarray, alpha: float, beta: float, lam: float, v0: float
) -> None:
    history = rescorla_wagner(trials, alpha, beta, lam, v0)
    assert history.shape == (trials.shape[0] + 1, trials.shape[1])
    for here, before, after in zip(trials, history[:-1], history[1:], strict=True):
        error = alpha * beta * (lam - (here * before).sum())
        np.testing.assert_allclose(after - before, here * error, rtol=1e-9, atol=1e-9)


@given(tables, fractions(), values, st.randoms())
def test_cues_have_no_order(trials: np.ndarray, alpha: float, lam: float, random) -> None:  # noqa: ANN001  hypothesis's own
    order = list(range(trials.shape[1]))
    random.shuffle(order)
    start = np.arange(trials.shape[1]) / 10
    history = rescorla_wagner(trials, alpha, 1, lam, start)
    shuffled = rescorla_wagner(trials[:, order], alpha, 1, lam, start[order])
    np.testing.assert_allclose(shuffled, history[:, order], rtol=1e-9, atol=1e-12)


@given(fractions(), st.floats(0, 1), values)
def test_blocking(alpha: float, share: float, lam: float) -> None:
    start = [share * lam, (1 - share) * lam]
    history = rescorla_wagner(np.ones((5, 2)), alpha, 1, lam, start)
    np.testing.assert_allclose(history, np.tile(start, (6, 1)), atol=1e-9)


@given(st.floats(0.01, 0.45), st.integers(1, 50))
def test_overexpectation_brings_the_sum_down_to_what_comes(alpha: float, n: int) -> None:
    history = rescorla_wagner(np.ones((n, 2)), alpha, 1, 1.0, [1.0, 1.0])
    sums = history.sum(axis=1)
    assert (np.diff(sums) <= 1e-12).all()
    assert (sums >= 1 - 1e-12).all()


def test_overshadowing_follows_salience() -> None:
    history = rescorla_wagner(np.ones((500, 2)), [0.2, 0.1], 1, 1.0)
    np.testing.assert_allclose(history[-1], [2 / 3, 1 / 3], rtol=1e-9)


def test_extinction_needs_trials_in_which_the_cue_is_present() -> None:
    outcomes = [1, 1, 0, 0]
    present = rescorla_wagner([[1]] * 4, 0.5, 1, outcomes)
    absent = rescorla_wagner([[1], [1], [0], [0]], 0.5, 1, outcomes)
    assert present[-1] < present[2]
    assert absent[-1] == absent[2]


def test_reference_values() -> None:
    np.testing.assert_allclose(
        acquisition([1, 5, 10, 20, 50], 0.1, 1, 1, 0),
        [0.1, 0.40951, 0.651322, 0.878423, 0.994846],
        rtol=1e-5,
    )


@given(st.floats(0, 0.99), fractions_above_0(), fractions_above_0())
def test_trials_to_reach_a_share(share: float, alpha: float, beta: float) -> None:
    n = trials_to_reach(share, alpha, beta)
    assert 1 - (1 - alpha * beta) ** n == pytest.approx(share, rel=1e-6, abs=1e-9) or n == 0


def test_no_trial_is_one_row() -> None:
    assert rescorla_wagner(np.zeros((0, 3)), v0=[1, 2, 3]).tolist() == [[1, 2, 3]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([1, 0],), "trials must be a table"),
        (([[2]],), "trials must be"),
        (([[0.5]],), "trials must be"),
        (([[1]], 1.5), "alpha must be"),
        (([[1]], [0.1, 0.2]), "alpha must be one number or one for each cue"),
        (([[1]], 0.1, 2), "beta must be"),
        (([[1]], 0.1, 1, [1, 2]), "lam must be one number or one for each trial"),
        (([[1]], 0.1, 1, 1, [1, 2]), "v0 must be one number or one for each cue"),
    ],
)
def test_errors_name_the_argument(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        rescorla_wagner(*arguments)  # type: ignore[arg-type]  # illegal on purpose
