"""Risks, ratios and intervals, held against scipy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from scipy.stats.contingency import odds_ratio as scipy_odds_ratio
from scipy.stats.contingency import relative_risk

from course.models.evidence_statistics import (
    nnt_from_risk_ratio,
    number_needed_to_treat,
    odds_ratio,
    odds_ratio_interval,
    proportion_interval,
    risk_difference,
    risk_difference_interval,
    risk_from_odds_ratio,
    risk_ratio,
    risk_ratio_interval,
)


@st.composite
def arms(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """Two arms with people on both sides of the outcome."""
    n1, n2 = draw(st.integers(2, 500)), draw(st.integers(2, 500))
    return draw(st.integers(1, n1 - 1)), n1, draw(st.integers(1, n2 - 1)), n2


levels = st.floats(0.5, 0.999)
LORAZEPAM, DIAZEPAM, PLACEBO = (39, 66), (29, 68), (15, 71)


def test_status_epilepticus() -> None:
    pairs = [(*LORAZEPAM, *PLACEBO), (*DIAZEPAM, *PLACEBO), (*LORAZEPAM, *DIAZEPAM)]
    table = np.array(pairs).T
    np.testing.assert_allclose(odds_ratio(*table), [5.39259, 2.77607, 1.94253], rtol=1e-5)
    np.testing.assert_allclose(
        number_needed_to_treat(*table), [2.63406, 4.64678, 6.0813], rtol=1e-5
    )


@given(st.integers(0, 60), st.integers(1, 60), levels)
def test_a_proportion_has_wilson_s_interval(a: int, n: int, level: float) -> None:
    a = min(a, n)
    expected = binomtest(a, n).proportion_ci(level, method="wilson")
    assert proportion_interval(a, n, level) == pytest.approx(tuple(expected), abs=1e-9)


@given(arms(), levels)
def test_ratios_and_their_intervals_are_those_of_scipy(
    arm: tuple[int, int, int, int], level: float
) -> None:
    a, n1, b, n2 = arm
    odds = scipy_odds_ratio([[a, n1 - a], [b, n2 - b]], kind="sample")
    assert odds_ratio(*arm) == pytest.approx(odds.statistic)
    assert odds_ratio_interval(*arm, level) == pytest.approx(
        tuple(odds.confidence_interval(level)), rel=1e-6
    )
    risk = relative_risk(*arm)
    assert risk_ratio(*arm) == pytest.approx(risk.relative_risk)
    assert risk_ratio_interval(*arm, level) == pytest.approx(
        tuple(risk.confidence_interval(level)), rel=1e-6
    )


@given(arms())
def test_arms_exchanged_invert_or_change_sign(arm: tuple[int, int, int, int]) -> None:
    swapped = (*arm[2:], *arm[:2])
    assert odds_ratio(*arm) * odds_ratio(*swapped) == pytest.approx(1)
    assert risk_ratio(*arm) * risk_ratio(*swapped) == pytest.approx(1)
    assert risk_difference(*arm) == pytest.approx(-risk_difference(*swapped))
    assert number_needed_to_treat(*arm) == pytest.approx(-number_needed_to_treat(*swapped)) or (
        math.isinf(number_needed_to_treat(*arm))
    )
    low, high = risk_difference_interval(*arm)
    assert risk_difference_interval(*swapped) == pytest.approx((-high, -low))
    assert low <= risk_difference(*arm) <= high


@given(arms())
def test_the_odds_ratio_is_further_from_1_than_the_risk_ratio(
    arm: tuple[int, int, int, int],
) -> None:
    rr, odds = risk_ratio(*arm), odds_ratio(*arm)
    assert abs(math.log(odds)) >= abs(math.log(rr)) - 1e-12
    assert risk_from_odds_ratio(odds, arm[2] / arm[3]) == pytest.approx(arm[0] / arm[1])
    assert nnt_from_risk_ratio(rr, arm[2] / arm[3]) == pytest.approx(
        -number_needed_to_treat(*arm), rel=1e-6
    ) or math.isclose(rr, 1)


def test_newcombe_s_published_example() -> None:
    low, high = risk_difference_interval(56, 70, 48, 80)
    assert (low, high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_edges() -> None:
    assert number_needed_to_treat(1, 3, 2, 6) == math.inf
    assert nnt_from_risk_ratio(1, 0.3) == math.inf
    assert risk_from_odds_ratio([0, 5], [0.5, 1]).tolist() == [0, 1]
    assert risk_from_odds_ratio(0, 1) == 1
    assert risk_ratio(0, 10, 5, 10) == 0
    assert risk_difference(0, 10, 10, 10) == -1
    assert proportion_interval(10, 10).high == 1


def test_one_third_of_heavy_drinking() -> None:
    assert nnt_from_risk_ratio(0.83, 0.6) == pytest.approx(9.80392, rel=1e-5)


@given(arms(), st.integers(2, 50))
def test_more_people_make_narrower_intervals(arm: tuple[int, int, int, int], times: int) -> None:
    larger = tuple(times * count for count in arm)
    for interval in (risk_difference_interval, odds_ratio_interval, risk_ratio_interval):
        assert np.diff(interval(*larger)) < np.diff(interval(*arm))
