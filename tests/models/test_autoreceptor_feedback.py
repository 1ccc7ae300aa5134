"""Serotonin, its pump and its autoreceptors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.autoreceptor_feedback import balance, desensitised, ssri_course
from tests.strategies import fractions_below_1, non_negative, positive

strengths = non_negative(1e-3, 1e3)


@given(fractions_below_1(), strengths, strengths)
def test_clearance_and_feedback_agree(occupied: float, a: float, a0: float) -> None:
    s, f = balance(occupied, a, a0)
    assert s * (1 - occupied) == pytest.approx(f, rel=1e-9)
    assert f * (1 + a * s) == pytest.approx(1 + a0, rel=1e-9)


@given(fractions_below_1(), strengths)
def test_without_feedback_only_the_pump_counts(occupied: float, a0: float) -> None:
    assert balance(occupied, 0, a0).s == pytest.approx((1 + a0) / (1 - occupied), rel=1e-9)


@given(strengths)
def test_without_drug_nothing_changes(a0: float) -> None:
    assert balance(0, a0, a0) == pytest.approx((1, 1), rel=1e-9)
    for course in ssri_course([0, 5, 100], 0, a0):
        np.testing.assert_allclose(course, 1, rtol=1e-9)


@given(fractions_below_1(), strengths)
def test_full_desensitisation_restores_firing(occupied: float, a0: float) -> None:
    s, f = balance(occupied, a0 * (1 - occupied), a0)
    assert f == pytest.approx(1, rel=1e-9)
    assert s == pytest.approx(1 / (1 - occupied), rel=1e-9)
    assert ssri_course(1e6, occupied, a0).f == pytest.approx(1, rel=1e-9)


@given(st.floats(0.01, 30), fractions_below_1(), strengths, positive(0.5, 20))
def test_desensitisation_solves_its_equation(
    day: float, occupied: float, a0: float, tau: float
) -> None:
    end = solve_ivp(
        lambda _, a: (a0 * (1 - occupied) - a) / tau,
        (0, day),
        [a0],
        method="DOP853",
        rtol=1e-9,
        atol=1e-12,
    ).y[0, -1]
    assert desensitised(day, occupied, a0, tau) == pytest.approx(end, rel=1e-6, abs=1e-9)
    assert ssri_course(day, occupied, a0, tau) == balance(
        occupied, desensitised(day, occupied, a0, tau), a0
    )


@given(st.floats(0, 30), fractions_below_1(), strengths, st.floats(0, 1))
def test_a_second_drug_takes_its_share_of_what_holds_firing_down(
    day: float, occupied: float, a0: float, blocked: float
) -> None:
    end = a0 * (1 - occupied)
    excess = desensitised(day, occupied, a0) - end
    assert desensitised(day, occupied, a0, blocked=blocked) == pytest.approx(
        end + (1 - blocked) * excess, rel=1e-9, abs=1e-12
    )
    fully = desensitised(day, occupied, a0, blocked=1)
    assert balance(occupied, fully, a0).f == pytest.approx(1, rel=1e-9)


@given(fractions_below_1(), strengths)
def test_feedback_only_ever_holds_serotonin_back(occupied: float, a0: float) -> None:
    s, f = ssri_course([0, 1, 4, 20], occupied, a0)
    assert (s <= (1 + 1e-12) / (1 - occupied)).all()
    assert (np.diff(s) >= -1e-9 * s[1:]).all()
    assert (f <= 1 + 1e-12).all()


def test_reference_values() -> None:
    s, f = ssri_course([0, 2, 7, 14], occupancy=0.8)
    np.testing.assert_allclose(s, [2.37812, 2.8432, 3.94075, 4.75207], rtol=1e-5)
    np.testing.assert_allclose(f, [0.475625, 0.56864, 0.788151, 0.950415], rtol=1e-5)
    assert balance(0.8, 4 * 0.2, 4) == pytest.approx((5, 1))


def test_extremes() -> None:
    assert desensitised(1e9, 0.5, 4, 1e-300) == pytest.approx(2)
    assert balance(1 - 1e-12, 1e6, 0).s == pytest.approx(1e3, rel=1e-3)
