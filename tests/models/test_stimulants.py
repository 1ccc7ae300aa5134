"""Blockers and releasers of dopamine."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.stimulants import (
    competed_km_uM,
    dopamine_course_uM,
    steady_dopamine_uM,
    tone_ratio,
)
from course.models.uptake import dopamine_clearance_uM, tonic_dopamine_uM
from tests.strategies import fractions, fractions_below_1, non_negative, positive


@given(fractions_below_1())
def test_a_blocker_multiplies_the_tone(occupied: float) -> None:
    ratio = tonic_dopamine_uM(4, dat_occupancy=occupied) / tonic_dopamine_uM(4)
    assert tone_ratio(occupied) == pytest.approx(ratio, rel=1e-9)


def test_methylphenidate_doubles_to_quadruples_the_tone() -> None:
    np.testing.assert_allclose(tone_ratio([0.54, 0.74]), [2.17391, 3.84615], rtol=1e-5)


@given(non_negative(), positive(), positive(1e-3, 1e3))
def test_a_competitor_is_an_occupancy(inhibitor: float, ki: float, km: float) -> None:
    occupied = inhibitor / (inhibitor + ki)
    assume(occupied < 1 - 1e-6)
    assert competed_km_uM(inhibitor, ki, km) == pytest.approx(km / (1 - occupied), rel=1e-6)


@given(st.floats(0, 3), fractions(), st.floats(0, 0.9), positive(0.01, 10))
def test_at_rest_uptake_balances_supply(
    efflux: float, depletion: float, release: float, km: float
) -> None:
    c = steady_dopamine_uM(efflux, depletion, release, 4, km)
    supply = release * (1 - depletion) + efflux
    assert 4 * c / (km + c) == pytest.approx(supply, rel=1e-9)


@given(st.floats(0, 3), st.floats(0.01, 0.5))
def test_more_efflux_means_more_dopamine(efflux: float, more: float) -> None:
    levels = steady_dopamine_uM([efflux, efflux + more], 0.5)
    assert levels[1] > levels[0]


@given(st.floats(-1, 3), non_negative(1e-3, 3), fractions_below_1())
def test_without_supply_it_is_clearance(t: float, c0: float, occupied: float) -> None:
    km = 0.2 / (1 - occupied)
    course = dopamine_course_uM(t, c0, release_uM_s=0, km_uM=km)
    assert course == pytest.approx(
        dopamine_clearance_uM(t, c0, 4, 0.2, occupied), rel=1e-9, abs=1e-300
    )


@given(st.floats(0, 0.5), st.floats(0, 2), st.floats(0, 3.5), st.floats(0, 1), st.floats(0.05, 1))
def test_the_course_solves_its_equation(
    t: float, c0: float, efflux: float, depletion: float, km: float
) -> None:
    release, vmax = 0.24, 4.0
    supply = release * (1 - depletion) + efflux
    end = solve_ivp(
        lambda _, c: supply - vmax * c / (km + c),
        (0, t),
        [c0],
        method="DOP853",
        rtol=1e-9,
        atol=1e-12,
    ).y[0, -1]
    course = dopamine_course_uM(t, c0, efflux, depletion=depletion, km_uM=km)
    assert course == pytest.approx(end, rel=1e-6, abs=1e-9)


def test_from_anywhere_it_ends_where_it_rests() -> None:
    level = steady_dopamine_uM(1)
    assert dopamine_course_uM(1e6, [0, level, 100], 1) == pytest.approx([level] * 3)
    assert dopamine_course_uM([-1, 0], 0.3, 1).tolist() == [0.3, 0.3]


def test_supply_beyond_uptake_has_no_steady_level() -> None:
    with pytest.raises(ValueError, match=r"must be below vmax_uM_s .*, not 4\.24\."):
        steady_dopamine_uM(4)


@given(
    st.floats(0.01, 30),
    st.floats(0, 10, allow_subnormal=False),
    st.one_of(st.floats(3.9, 4.1), st.floats(4, 100), st.just(4.0)),
    st.floats(0.05, 3),
)
def test_supply_at_or_beyond_uptake_has_a_course_for_any_time(
    t: float, c0: float, efflux: float, km: float
) -> None:
    end = solve_ivp(
        lambda _, c: efflux - 4 * c / (km + c),
        (0, t),
        [c0],
        method="DOP853",
        rtol=1e-10,
        atol=1e-12,
    ).y[0, -1]
    course = dopamine_course_uM(t, c0, efflux, release_uM_s=0, km_uM=km)
    assert course == pytest.approx(end, rel=1e-6, abs=1e-9)


@given(positive(1e-3, 1e6), positive(1e-3, 10), st.sampled_from([-1e-12, -1e-9, 1e-9, 1e-12]))
def test_the_course_does_not_jump_where_supply_meets_uptake(t: float, c0: float, d: float) -> None:
    at_balance = dopamine_course_uM(t, c0, 4, release_uM_s=0)
    near = dopamine_course_uM(t, c0, 4 + 4 * d, release_uM_s=0)
    # What the pump lacks or spares adds up over the time and no faster.
    assert near == pytest.approx(at_balance, rel=1e-12, abs=2 * abs(4 * d) * t + 1e-12)


@pytest.mark.parametrize("spare", [0.00999999, 0.01000001])
def test_both_routes_give_the_same_course(spare: float) -> None:
    t = np.array([0.01, 1, 100, 1e4, 1e8])
    supply = 4 * (1 - spare)
    course = dopamine_course_uM(t, 0.1, supply, release_uM_s=0)
    expected = dopamine_course_uM(t, 0.1, 4 * (1 - 0.01), release_uM_s=0)
    np.testing.assert_allclose(course, expected, rtol=1e-5)
    assert course[-1] == pytest.approx(steady_dopamine_uM(supply, release_uM_s=0))


@pytest.mark.parametrize("efflux", [0, 4 * (1 - 1e-6), 4, 4 * (1 + 1e-6), 1e12, 1e250])
def test_extreme_times_and_doses_stay_finite(efflux: float) -> None:
    course = dopamine_course_uM([0, 1e-12, 1e12], [[0], [1e12]], efflux, release_uM_s=0)
    assert np.isfinite(course).all()
    assert (course >= 0).all()
