"""Occupancy and its inverse, tracers, competitors, and people who differ."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import lognorm

from course.models.occupancy import (
    concentration_for_occupancy,
    occupancy,
    occupancy_from_binding,
    share_of_people_above,
    shared_occupancy,
)
from course.models.receptor_theory import gaddum_response
from course.reference import card
from tests.strategies import non_negative, positive

slopes = st.floats(0.3, 4)


@given(non_negative(), positive(), positive(1e-2, 100))
def test_with_slope_1_it_is_the_hyperbola(c: float, ec50: float, emax: float) -> None:
    assert occupancy(c, ec50, emax) == pytest.approx(emax * c / (c + ec50), rel=1e-9)


@given(st.floats(0, 0.999), positive(), positive(1e-2, 100), slopes)
def test_the_inverse_is_one(share: float, ec50: float, emax: float, hill: float) -> None:
    o = share * emax
    c = concentration_for_occupancy(o, ec50, emax, hill)
    assert occupancy(c, ec50, emax, hill) == pytest.approx(o, rel=1e-9)


@given(positive(), slopes, positive(1e-2, 100))
def test_half_at_the_ec50_and_nothing_without_drug(ec50: float, hill: float, emax: float) -> None:
    assert occupancy(ec50, ec50, emax, hill) == pytest.approx(emax / 2)
    assert occupancy(0, ec50, emax, hill) == 0
    assert concentration_for_occupancy(0, ec50, emax, hill) == 0


@given(non_negative(), positive(), non_negative(), positive())
def test_competitors_share_the_sites(a: float, ka: float, b: float, kb: float) -> None:
    shares = shared_occupancy(a, ka, b, kb)
    assert 0 <= shares.a + shares.b <= 1 + 1e-12
    assert shares.a == pytest.approx(gaddum_response(a, ka, b=b, kb=kb), rel=1e-9)
    free = 1 / (1 + a / ka + b / kb)
    assert shares.a + shares.b + free == pytest.approx(1, rel=1e-12)


def test_an_overwhelming_competitor_leaves_nothing() -> None:
    assert shared_occupancy(1, 1, 1e300, 1e-300) == (0, 1)


@given(positive(1e-3, 1e3), st.floats(0, 1))
def test_a_tracer_shows_the_occupancy(bp: float, occupied: float) -> None:
    assert occupancy_from_binding(bp * (1 - occupied), bp) == pytest.approx(occupied, abs=1e-12)


@given(st.floats(0.05, 0.95), positive(1e-2, 1e2), positive(1e-2, 1e2), st.floats(0.05, 1.5))
def test_people_are_log_normal(threshold: float, c: float, ec50: float, cv: float) -> None:
    """Integrate over people: those whose EC50 is below what the threshold allows."""
    sigma = math.sqrt(math.log1p(cv**2))
    limit = c * (1 - threshold) / threshold
    expected, _ = quad(
        lambda x: math.exp(-(x**2) / 2) / math.sqrt(2 * math.pi),
        -40,
        max(-40, min(40, math.log(limit / ec50) / sigma)),
        points=[0],
        epsabs=1e-12,
    )
    share = share_of_people_above(threshold, c, ec50, cv)
    assert share == pytest.approx(expected, abs=1e-8)
    assert share == pytest.approx(lognorm.cdf(limit, sigma, scale=ec50), abs=1e-12)


def test_people_who_are_alike_all_cross_together() -> None:
    shares = share_of_people_above(0.5, [0, 0.99, 1, 1.01], ec50=1, ec50_cv=0)
    np.testing.assert_array_equal(shares, [0, 0, 0.5, 1])
    assert share_of_people_above(0.5, 0, 1, 0.3) == 0


def test_haloperidol_has_a_window_of_less_than_two() -> None:
    d2 = card("d2_receptor")
    thresholds = [d2[f"{name}_threshold"].value for name in ("response", "prolactin", "eps")]
    levels = concentration_for_occupancy(thresholds, card("haloperidol")["ec50_ng_mL"].value)
    np.testing.assert_allclose(levels, [0.742857, 1.02857, 1.41818], rtol=1e-5)
    assert levels[2] / levels[0] < 2


def test_clinical_doses_leave_serotonin_transporters_free() -> None:
    citalopram = concentration_for_occupancy(0.77, 1) ** -1 * 20
    paroxetine = concentration_for_occupancy(0.83, 1) ** -1 * 20
    assert (citalopram, paroxetine) == pytest.approx((6.0, 4.1), abs=0.05)


def test_a_flat_slope_needs_nothing_or_more_than_there_is() -> None:
    np.testing.assert_array_equal(
        concentration_for_occupancy([0.4, 0.6], 1, 1, hill=1e-12), [0, np.inf]
    )
