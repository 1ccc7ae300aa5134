"""Inhibitory currents and the potentials they make."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad, solve_ivp
from scipy.optimize import minimize_scalar

from course.models.electrochemistry import gaba_reversal_mV
from course.models.inhibitory_synapse import (
    charge_ms,
    gaba_driving_force_mV,
    ipsc,
    ipsp,
    ipsp_peak,
)
from course.reference import card
from tests.strategies import positive

times = st.floats(0.01, 200)
taus = positive(0.1, 100)


@given(taus)
def test_the_charge_is_the_area(tau: float) -> None:
    area, _ = quad(lambda t: float(ipsc(t, tau)), 0, 60 * tau, points=[tau])
    assert charge_ms(tau) == pytest.approx(area, rel=1e-6)
    assert charge_ms(1.4 * tau) / charge_ms(tau) == pytest.approx(1.4, rel=1e-12)


@given(times, taus, taus)
def test_the_potential_solves_its_equation(t: float, tau: float, tau_m: float) -> None:
    end = solve_ivp(
        lambda s, v: (np.exp(-s / tau) - v) / tau_m,
        (0, t),
        [0.0],
        method="DOP853",
        rtol=1e-9,
        atol=1e-12,
    ).y[0, -1]
    assert ipsp(t, tau, tau_m) == pytest.approx(end, rel=1e-6, abs=1e-9)


@given(times, taus, st.floats(-1e-6, 1e-6))
def test_time_constants_may_meet(t: float, tau: float, apart: float) -> None:
    expected = t / tau * np.exp(-t / tau)
    assert ipsp(t, tau, tau * (1 + apart)) == pytest.approx(expected, rel=1e-3, abs=1e-12)
    assert ipsp(t, tau, tau) == pytest.approx(expected, rel=1e-12)


@given(taus, taus)
def test_the_peak_is_the_highest_point(tau: float, tau_m: float) -> None:
    time, height = ipsp_peak(tau, tau_m)
    assert ipsp(time, tau, tau_m) == pytest.approx(height, rel=1e-9)
    found = minimize_scalar(
        lambda t: -float(ipsp(t, tau, tau_m)), bounds=(0, 2 * time), method="bounded"
    )
    assert height == pytest.approx(-found.fun, rel=1e-6)


@given(taus)
def test_the_peak_of_equal_time_constants_is_one_over_e(tau: float) -> None:
    assert ipsp_peak(tau, tau) == pytest.approx((tau, np.exp(-1)))


@given(taus, taus, st.floats(1.01, 3))
def test_a_longer_current_makes_a_higher_potential(tau: float, tau_m: float, by: float) -> None:
    before, after = ipsp_peak(tau, tau_m), ipsp_peak(by * tau, tau_m)
    assert 1 < after.height / before.height < by
    assert after.time_ms > before.time_ms


def test_extremes() -> None:
    assert ipsp(5, 5, 1e-300) == pytest.approx(np.exp(-1))
    assert ipsp(5, 1e300, 5) == pytest.approx(1 - np.exp(-1))
    assert ipsp(1e300, 5, 5) == 0
    assert ipsp(-1, 5, 5) == 0
    assert ipsp_peak(5, 1e-300).height == pytest.approx(1)
    assert ipsp_peak(1e-300, 1e300).height == pytest.approx(0, abs=1e-300)
    assert ipsp_peak([1, 2], [2, 1]).time_ms.tolist() == pytest.approx([2 * np.log(2)] * 2)
    assert ipsc(1, 1e-320) == 0


def test_midazolam_explains_most_of_the_published_potentials() -> None:
    """Decay alone, 40 % longer: the potential of a typical membrane grows about as reported."""
    values = card("inhibitory_synapse")
    tau, tau_m = values["tau_ms"].value, values["tau_m_ms"].value
    ratio = ipsp_peak(1.4 * tau, tau_m).height / ipsp_peak(tau, tau_m).height
    assert ratio == pytest.approx(values["midazolam_ipsp_height_ratio"].value, rel=0.1)


@given(st.floats(-90, -40), positive(2, 40))
def test_the_driving_force_is_the_distance_from_reversal(v: float, cl: float) -> None:
    assert gaba_driving_force_mV(v, cl) == pytest.approx(gaba_reversal_mV(cl_in_mM=cl) - v)


def test_in_the_end_nothing_is_left_however_fast_both_are() -> None:
    assert ipsp(1e300, tau_ms=1e-12, tau_m_ms=1e-12) == 0
    assert ipsp(1e300, tau_ms=1e-300, tau_m_ms=1e-300) == 0
