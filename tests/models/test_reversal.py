"""Flumazenil against a benzodiazepine."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course.models.allostery import GabaAReceptor
from course.models.reversal import (
    effective_course_nM,
    effective_nM,
    remaining_nM,
    resedation_h,
)
from tests.strategies import non_negative, positive

RECEPTOR = GabaAReceptor.suggested()
doses = positive(1, 1e4)


@given(st.floats(0, 50), st.floats(0, 50), doses, positive(0.1, 100))
def test_what_remains_decays_by_halves(first: float, then: float, c0: float, half: float) -> None:
    there = remaining_nM(first, c0, half)
    assert remaining_nM(first + then, c0, half) == pytest.approx(
        remaining_nM(then, there, half), rel=1e-9, abs=1e-300
    )
    assert remaining_nM(half, c0, half) == pytest.approx(c0 / 2)


@given(non_negative(1, 1e4), non_negative(1, 1e4), positive(0.1, 100))
def test_the_receptor_cannot_tell_it_from_less_drug(bzd: float, flum: float, gaba: float) -> None:
    effective = effective_nM(bzd, flum, RECEPTOR.flumazenil.k)
    assert RECEPTOR.open_probability(gaba, bzd, flum) == pytest.approx(
        RECEPTOR.open_probability(gaba, effective), rel=1e-9
    )


@given(st.floats(0, 20), doses, doses, positive(0.5, 100), positive(0.5, 2))
def test_the_course_is_both_decays(
    t: float, bzd: float, flum: float, slow: float, fast: float
) -> None:
    course = effective_course_nM(t, bzd, flum, bzd_half_life_h=slow, flum_half_life_h=fast, kf_nM=1)
    expected = effective_nM(remaining_nM(t, bzd, slow), remaining_nM(t, flum, fast), 1)
    assert course == pytest.approx(expected, rel=1e-9)


def test_before_the_rescue_the_drug_acts_alone() -> None:
    assert effective_course_nM(-2, 100, 50, bzd_half_life_h=2) == pytest.approx(200)


@given(st.floats(0.01, 0.99), doses, doses, positive(1.5, 100))
def test_sedation_returns_at_the_threshold_and_not_before(
    share: float, bzd: float, flum: float, slow: float
) -> None:
    threshold = share * bzd
    start = effective_course_nM(0, bzd, flum, bzd_half_life_h=slow)
    assume(start < threshold)
    back = resedation_h(threshold, bzd, flum, bzd_half_life_h=slow)
    times = np.linspace(0, 100, 4001)
    course = effective_course_nM(times, bzd, flum, bzd_half_life_h=slow)
    if math.isinf(back):
        assert course.max() < threshold * (1 + 1e-9)
    else:
        at = effective_course_nM(back, bzd, flum, bzd_half_life_h=slow)
        assert at == pytest.approx(threshold, rel=1e-6)
        assert (course[times < back] < threshold * (1 + 1e-9)).all()


def test_who_never_woke_is_sedated_at_once_and_a_lasting_antagonist_keeps_awake() -> None:
    assert resedation_h(10, 100, 5) == 0
    assert resedation_h(50, 100, 50, bzd_half_life_h=1, flum_half_life_h=2) == math.inf
    assert resedation_h(200, 100, 0) == math.inf
    assert resedation_h(99, 100, 1e4, bzd_half_life_h=3) == math.inf


def test_a_long_drug_outlasts_the_rescue_by_hours() -> None:
    awake = resedation_h(20, 100, 50, bzd_half_life_h=40)
    assert awake == pytest.approx(3.38, abs=0.01)


def test_without_benzodiazepine_there_was_none_before() -> None:
    assert effective_course_nM(-1e300, 0, 50, bzd_half_life_h=1e-12) == 0
