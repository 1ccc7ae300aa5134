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
    for call in (steady_dopamine_uM, lambda j: dopamine_course_uM(1, 1, j)):
        with pytest.raises(ValueError, match=r"must be below vmax_uM_s .*, not 4\.24\."):
            call(4)
