"""Glutamate in the cleft."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import j0

from course.models.cleft import (
    diffusion_time_ms,
    glutamate_mM,
    molecules_in_disk,
    pulse_area_mM_ms,
)
from tests.strategies import non_negative, positive


@given(positive(1e-3, 1e3), positive(1e-3, 1e3))
def test_area_is_the_integral_of_the_pulse(peak: float, tau: float) -> None:
    area, _ = quad(glutamate_mM, 0, 60 * tau, args=(peak, tau), epsrel=1e-12)
    np.testing.assert_allclose(pulse_area_mM_ms(peak, tau), area, rtol=1e-9)


@given(non_negative(), positive())
def test_pulse_starts_at_its_peak_and_falls_by_e(peak: float, tau: float) -> None:
    start, later = glutamate_mM([0, tau], peak, tau)
    assert start == peak
    np.testing.assert_allclose(later, peak / np.e, rtol=1e-12)


@given(st.floats(-1e6, -1e-9), non_negative(), positive())
def test_nothing_before_release(t: float, peak: float, tau: float) -> None:
    assert glutamate_mM(t, peak, tau) == 0


def test_long_after_a_very_short_pulse_nothing_is_left() -> None:
    assert glutamate_mM(1e300, 1, 1e-300) == 0


@given(positive(), positive(), st.floats(0.1, 10))
def test_diffusion_time_grows_with_the_square_of_the_radius(
    radius: float, diffusion: float, scale: float
) -> None:
    once = diffusion_time_ms(radius, diffusion)
    np.testing.assert_allclose(diffusion_time_ms(scale * radius, diffusion), scale**2 * once)
    np.testing.assert_allclose(diffusion_time_ms(radius, scale * diffusion), once / scale)


def test_slowest_mode_vanishes_at_the_edge_and_solves_the_diffusion_equation() -> None:
    radius_um, diffusion = 0.16, 0.33
    k = 1 / np.sqrt(diffusion * diffusion_time_ms(1000 * radius_um, diffusion))
    np.testing.assert_allclose(j0(k * radius_um), 0, atol=1e-12)


@given(non_negative(1e-3, 1e3), positive(1, 1e4), positive(1, 1e4))
def test_molecules_are_concentration_times_volume(
    peak: float, radius: float, height: float
) -> None:
    litres = np.pi * (radius * 1e-8) ** 2 * (height * 1e-8)  # 1 nm is 1e-8 dm
    expected = peak * 1e-3 * litres * 6.02214076e23
    np.testing.assert_allclose(molecules_in_disk(peak, radius, height), expected, rtol=1e-12)


def test_nothing_is_nothing_in_the_largest_volume() -> None:
    assert molecules_in_disk(0, 1e300, 1e300) == 0
