"""Blockade after a dose and over time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.blockade import (
    affinity_ratio,
    blockade,
    dose_for_blockade_mg,
    fit_ed50,
    fit_odds_decay,
    occupancy_half_time_h,
    time_above_h,
)
from course.reference import card
from tests.strategies import non_negative, positive

doses = positive(0.1, 1000)
half_times = positive(1, 200)
ed50s = positive(0.1, 100)
levels = st.floats(0.01, 0.99)
RABINER = ([2, 5, 5, 5, 15, 50, 50], [27, 43, 46, 58, 61, 92, 98])
LEE = ([48, 72, 120, 168], [0.91, 0.80, 0.46, 0.30])


@given(non_negative(1e-2, 1e3), doses, half_times, ed50s)
def test_the_odds_halve_and_not_blockade(t: float, dose: float, half: float, ed50: float) -> None:
    now, later = blockade([t, t + half], dose, half, ed50)
    assert later == pytest.approx(now / (2 - now), rel=1e-9)
    assert later >= now / 2 * (1 - 1e-12)


@given(doses, half_times, ed50s)
def test_at_time_zero_it_is_the_hyperbola(dose: float, half: float, ed50: float) -> None:
    assert blockade(0, dose, half, ed50) == pytest.approx(dose / (dose + ed50), rel=1e-12)
    assert blockade(0, ed50, half, ed50) == pytest.approx(0.5, rel=1e-12)
    assert blockade(0, 0, half, ed50) == 0


@given(levels, non_negative(1e-2, 1e3), half_times, ed50s)
def test_the_dose_for_a_blockade_gives_it(level: float, t: float, half: float, ed50: float) -> None:
    dose = dose_for_blockade_mg(level, t, half, ed50)
    if np.isfinite(dose):
        assert blockade(t, dose, half, ed50) == pytest.approx(level, rel=1e-9)


@given(levels, levels, half_times, st.floats(1, 200))
def test_the_ratio_of_doses_does_not_depend_on_the_blockade(
    first: float, second: float, half: float, wait: float
) -> None:
    ratios = [
        dose_for_blockade_mg(level, wait, half) / dose_for_blockade_mg(level, 0, half)
        for level in (first, second)
    ]
    assert ratios == pytest.approx([2 ** (wait / half)] * 2, rel=1e-9)


@given(levels, doses, half_times, ed50s)
def test_time_above_a_threshold_ends_at_it(
    level: float, dose: float, half: float, ed50: float
) -> None:
    hours = time_above_h(level, dose, half, ed50)
    if hours > 0:
        assert blockade(hours, dose, half, ed50) == pytest.approx(level, rel=1e-9)
    else:
        assert blockade(0, dose, half, ed50) <= level * (1 + 1e-12)


@given(levels, half_times)
def test_blockade_itself_halves_in_its_own_time(start: float, half: float) -> None:
    dose = start / (1 - start)
    hours = occupancy_half_time_h(start, half)
    assert blockade(hours, dose, half, 1) == pytest.approx(start / 2, rel=1e-9)
    assert hours > half


@given(ed50s, st.lists(doses, min_size=3, max_size=10, unique=True))
def test_the_fit_finds_the_dose_that_made_clean_data(ed50: float, given_mg: list[float]) -> None:
    if max(given_mg) < ed50 / 100 or min(given_mg) > 100 * ed50:
        return  # these lie on a line or a plateau
    dose = np.array(given_mg)
    fit = fit_ed50(dose, 100 * dose / (dose + ed50))
    assert fit.ed50 == pytest.approx(ed50, rel=1e-5)


@given(half_times, st.floats(-3, 6))
def test_the_decay_fit_finds_what_made_clean_data(half: float, intercept: float) -> None:
    t = np.array([0.1, 0.5, 1, 2]) * half
    odds = np.exp(intercept) * 2 ** (-t / half)
    fit = fit_odds_decay(t, odds / (1 + odds))
    assert fit.half_time_h == pytest.approx(half, rel=1e-6)
    assert fit.intercept == pytest.approx(intercept, abs=1e-6)
    assert fit.blockade(t[1]) == pytest.approx(odds[1] / (1 + odds[1]), rel=1e-6)
    assert fit.time_h(fit.blockade(t[2])) == pytest.approx(t[2], rel=1e-6)


def test_the_pet_doses() -> None:
    fit = fit_ed50(*RABINER)
    assert (fit.ed50, fit.ed50_se) == pytest.approx((5.58354, 0.801525), rel=1e-5)
    np.testing.assert_allclose(fit.at([50, 100]), [89.9547, 94.7117], rtol=1e-5)
    assert card("naltrexone_blockade")["ed50_mg"].value == pytest.approx(fit.ed50, rel=1e-6)


def test_the_half_time_of_the_odds() -> None:
    fit = fit_odds_decay(*LEE)
    assert fit == pytest.approx((26.1346, -0.0265222, 3.37834), rel=1e-5)
    assert fit.blockade(48) == pytest.approx(0.891415, rel=1e-5)
    assert fit.time_h(0.455) == pytest.approx(134.183, rel=1e-5)
    half_times_of_blockade = fit.time_h(0.455) - 48
    values = card("naltrexone_blockade")
    low, high = values["blockade_half_time_low_h"], values["blockade_half_time_high_h"]
    assert low.value < half_times_of_blockade < high.value


def test_doses_for_three_days() -> None:
    half = fit_odds_decay(*LEE).half_time_h
    dose = dose_for_blockade_mg(0.9, [24, 48, 72], half, 5.58354)
    np.testing.assert_allclose(dose, [94.9719, 179.489, 339.22], rtol=1e-5)
    np.testing.assert_allclose(dose[1:] / dose[0], [1.88992, 3.57179], rtol=1e-5)


def test_two_receptors() -> None:
    assert affinity_ratio(0.949, 0.211) == pytest.approx(69.581, rel=1e-5)


@given(levels, levels)
def test_affinity_ratio_is_antisymmetric(first: float, second: float) -> None:
    there, back = affinity_ratio([first, second], [second, first])
    assert there * back == pytest.approx(1, rel=1e-9)


def test_extremes_are_right_and_finite() -> None:
    assert blockade(1e300, 50, 1e-300) == 0
    assert blockade(1e300, 1e300, 1e300, 1e-300) == pytest.approx(1)
    assert np.isfinite(time_above_h([1e-12, 1 - 1e-12], [0, 1e300], 26)).all()


@pytest.mark.parametrize(
    ("dose", "block", "words"),
    [
        ([5, 50], [50], "as many values"),
        ([0, 50], [50, 90], "dose_mg must be a finite number above 0"),
        ([5, 50], [50, 101], "block_pct must be a finite number at least 0 and at most 100 %"),
        ([5], [50], "at least 2 values"),
    ],
)
def test_illegal_data_of_the_dose_fit(dose: list[float], block: list[float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        fit_ed50(dose, block)


@pytest.mark.parametrize(
    ("t", "blocked", "words"),
    [
        ([0, 1], [0.5, 1], "blocked must be"),
        ([0, 1], [0.5, 0.6], "must fall"),
        ([0, 0], [0.5, 0.4], "two different"),
        ([0, 1], [0.5], "as many values"),
    ],
)
def test_illegal_data_of_the_decay_fit(t: list[float], blocked: list[float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        fit_odds_decay(t, blocked)
