"""Two pathways, choice, and extinction as a memory of its own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.competing_pathways import (
    choice_probability,
    contextual_pathways,
    two_pathways,
)
from tests.strategies import fractions, positive

weights = st.floats(-5, 5)
schedules = st.lists(st.sampled_from(["use", "alt", "rest"]), max_size=40)
starts = st.tuples(st.floats(0, 2), st.floats(0, 2))


@given(weights, weights, weights, positive(0.05, 10))
def test_choice_sums_to_one_and_only_the_difference_matters(
    drug: float, alt: float, shift: float, temperature: float
) -> None:
    p = choice_probability(drug, alt, temperature)
    assert p + choice_probability(alt, drug, temperature) == pytest.approx(1, rel=1e-12)
    shifted = choice_probability(drug + shift, alt + shift, temperature)
    assert shifted == pytest.approx(p, rel=1e-6, abs=1e-12)


@given(st.integers(0, 50), fractions(), starts)
def test_abstinence_leaves_the_drugs_weight_alone(
    n: int, occ: float, w0: tuple[float, float]
) -> None:
    w = two_pathways(["rest", "alt"] * n, occ, w0=w0)
    assert set(w.w_drug) == {w0[0]}


@given(st.integers(0, 40), fractions(), starts)
def test_blocked_use_is_a_geometric_decay(n: int, alpha: float, w0: tuple[float, float]) -> None:
    w = two_pathways(["use"] * n, 1, alpha, w0=w0)
    expected = w0[0] * (1 - alpha) ** np.arange(n + 1)
    np.testing.assert_allclose(w.w_drug, expected, rtol=1e-9, atol=1e-12)
    assert set(w.w_alt) == {w0[1]}


@given(schedules, fractions(), fractions(), starts)
def test_each_step_moves_its_own_weight_towards_its_reward(
    schedule: list[str], occ: float, alpha: float, w0: tuple[float, float]
) -> None:
    w = two_pathways(schedule, occ, alpha, 1.0, 0.6, w0=w0)
    assert len(w.w_drug) == len(w.w_alt) == len(w.p_use) == len(schedule) + 1
    for i, step in enumerate(schedule):
        drug, alt = w.w_drug[i], w.w_alt[i]
        if step == "use":
            drug += alpha * ((1 - occ) - drug)
        if step == "alt":
            alt += alpha * (0.6 - alt)
        assert (w.w_drug[i + 1], w.w_alt[i + 1]) == pytest.approx((drug, alt), rel=1e-12)
    np.testing.assert_allclose(w.p_use, choice_probability(w.w_drug, w.w_alt), rtol=1e-12)


def test_a_missed_dose_undoes_what_blocked_use_taught() -> None:
    w = two_pathways(["use"] * 6, [1, 1, 1, 1, 1, 0], 0.3, w0=(1, 0)).w_drug
    assert w[5] < 0.2
    assert w[6] > 2 * w[5]


def test_an_alternative_grows_only_if_it_is_rewarded() -> None:
    assert two_pathways(["alt"] * 5, r_alt=0).w_alt[-1] == 0
    assert two_pathways(["alt"] * 5).w_alt[-1] > 0


@given(schedules, fractions(), fractions(), starts)
def test_a_memory_that_does_not_fade_gives_the_same_expectation(
    schedule: list[str], occ: float, alpha: float, w0: tuple[float, float]
) -> None:
    plain = two_pathways(schedule, occ, alpha, w0=w0)
    split = contextual_pathways(schedule, occ, alpha, w0=w0, recovery_steps=1e15)
    np.testing.assert_allclose(
        split.w_drug - split.w_inhibitory, plain.w_drug, rtol=1e-9, atol=1e-9
    )
    np.testing.assert_allclose(split.p_use, plain.p_use, rtol=1e-9)


@given(schedules, fractions(), fractions(), starts, positive(1, 1000))
def test_extinction_never_erases(
    schedule: list[str], occ: float, alpha: float, w0: tuple[float, float], tau: float
) -> None:
    w = contextual_pathways(schedule, occ, alpha, w0=w0, recovery_steps=tau)
    assert (np.diff(w.w_drug) >= 0).all()
    assert (w.w_inhibitory >= 0).all()
    assert (w.p_use <= w.p_use_elsewhere + 1e-12).all()


def test_spontaneous_recovery_follows_the_clock() -> None:
    days = ["use"] * 20 + ["rest"] * 60
    w = contextual_pathways(days, 1, 0.3, w0=(1, 0), recovery_steps=20)
    memory = w.w_inhibitory
    np.testing.assert_allclose(memory[21:], memory[20] * np.exp(-np.arange(1, 61) / 20))
    assert w.p_use[20] < w.p_use[80] < w.p_use[0]


def test_an_empty_schedule_is_the_start() -> None:
    w = two_pathways([], [], w0=(1, 0.5))
    assert [field.tolist() for field in w[:2]] == [[1], [0.5]]
    assert len(contextual_pathways([]).p_use) == 1


@pytest.mark.parametrize("function", [two_pathways, contextual_pathways])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"schedule": ["used"]}, "schedule must consist of use, alt, rest, not 'used'"),
        ({"occ": 2}, "occ must be"),
        ({"occ": [0, 1, 1]}, "occ must be one number or one for each of 2 steps"),
        ({"alpha": -0.1}, "alpha must be"),
        ({"r_drug": np.inf}, "r_drug must be"),
        ({"r_alt": np.nan}, "r_alt must be"),
        ({"w0": (1, 2, 3)}, "w0 must be two weights"),
        ({"temperature": 0}, "temperature must be"),
    ],
)
def test_errors_name_the_argument(function, arguments: dict[str, object], words: str) -> None:  # noqa: ANN001  either
    with pytest.raises(ValueError, match=words):
        function(**{"schedule": ["use", "rest"], **arguments})


def test_a_memory_must_last() -> None:
    with pytest.raises(ValueError, match="recovery_steps must be"):
        contextual_pathways(["use"], recovery_steps=0)
