"""One dose absorbed into one compartment."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from scipy.integrate import solve_ivp

from course.models.bateman import (
    absorption_rate_per_h,
    bateman_ng_mL,
    peak_from_area_ng_mL,
    time_of_peak_h,
)
from tests.strategies import examples, positive


@examples(30)
@given(positive(0.05, 10), positive(0.05, 10))
def test_agrees_with_the_differential_equation(ka: float, k: float) -> None:
    t = np.linspace(0, 10, 12)
    expected = solve_ivp(
        lambda _, x: [-ka * x[0], ka * x[0] - k * x[1]],
        (0, 10),
        [8.0, 0],
        t_eval=t,
        method="LSODA",
        rtol=1e-9,
        atol=1e-13,
    ).y[1]
    got = bateman_ng_mL(t, 10, bioavailability=0.8, ka_per_h=ka, k_per_h=k, volume_L=20)
    np.testing.assert_allclose(got, 50 * expected, rtol=1e-6, atol=1e-7)


@given(positive(1e-3, 1e3), positive(1e-3, 1e3))
def test_equal_rates_are_the_limit_of_unequal_ones(k: float, t: float) -> None:
    at = {"dose_mg": 10, "k_per_h": k, "volume_L": 20}
    equal = bateman_ng_mL(t, ka_per_h=k, **at)
    assert equal == pytest.approx(500 * k * t * np.exp(-k * t), rel=1e-9)
    assert bateman_ng_mL(t, ka_per_h=k * (1 + 1e-12), **at) == pytest.approx(
        equal, rel=1e-6, abs=1e-200
    )


@given(positive(1e-3, 1e3), positive(1e-3, 1e3))
def test_rates_that_change_places_change_the_height_alone(ka: float, k: float) -> None:
    t = np.array([0.1, 1, 10])
    one = bateman_ng_mL(t, 10, ka_per_h=ka, k_per_h=k, volume_L=20)
    other = bateman_ng_mL(t, 10, ka_per_h=k, k_per_h=ka, volume_L=20)
    np.testing.assert_allclose(one * k, other * ka, rtol=1e-12)
    assert time_of_peak_h(ka, k) == time_of_peak_h(k, ka)


@given(positive(1e-3, 1e3), positive(1e-3, 1e3))
def test_nothing_is_higher_than_at_the_time_of_the_peak(ka: float, k: float) -> None:
    when = time_of_peak_h(ka, k)
    c = bateman_ng_mL(when * np.array([0.9, 1, 1.1]), 10, ka_per_h=ka, k_per_h=k, volume_L=20)
    assert c[1] >= c[0]
    assert c[1] >= c[2]


@given(positive(1e-2, 1e2), positive(1e-2, 1e2))
def test_peak_follows_from_area_and_time(ka: float, k: float) -> None:
    when = time_of_peak_h(ka, k)
    height = bateman_ng_mL(when, 10, ka_per_h=ka, k_per_h=k, volume_L=20)
    area = 1000 * 10 / (20 * k)
    assert peak_from_area_ng_mL(area, when, np.log(2) / k) == pytest.approx(
        height, rel=1e-9, abs=1e-250
    )


@given(positive(1e-2, 20), positive(1e-1, 1e2))
def test_rate_of_absorption_puts_the_peak_where_it_was_seen(k_t: float, half_life: float) -> None:
    when = k_t * half_life / np.log(2)
    ka = absorption_rate_per_h(when, half_life)
    assert time_of_peak_h(ka, np.log(2) / half_life) == pytest.approx(when, rel=1e-5)
    assert (ka >= np.log(2) / half_life) == (k_t <= 1) or k_t == pytest.approx(1, rel=1e-6)


def test_peak_at_one_time_constant_means_equal_rates() -> None:
    assert absorption_rate_per_h(1 / np.log(2), 1.0) == pytest.approx(np.log(2), rel=1e-6)
    assert time_of_peak_h(2.0, 2.0) == 0.5


def test_before_the_dose_there_is_nothing_and_long_after_too() -> None:
    at = {"ka_per_h": 1, "k_per_h": 2, "volume_L": 20}
    np.testing.assert_array_equal(bateman_ng_mL([-1, 0, 1e6], 10, **at), [0, 0, 0])
    assert bateman_ng_mL(1, 0, **at) == 0


def test_rates_of_any_size_have_their_peak() -> None:
    peaks = time_of_peak_h([1e-300, 1e300, 1, 1e-300], [1e300, 1e-300, 1 + 1e-12, 1e-300])
    np.testing.assert_allclose(peaks, [1.38155106e-297, 1.38155106e-297, 1, 1e300], rtol=1e-8)


def test_extremes_of_rate_and_volume_give_no_nonsense() -> None:
    fast = {"k_per_h": 0.1, "volume_L": 1e-12}
    assert bateman_ng_mL(0, 10, ka_per_h=1e300, **fast) == 0
    assert bateman_ng_mL(1e300, 10, ka_per_h=1e300, **fast) == 0
    assert absorption_rate_per_h(1e300, half_life_h=1e-12) == 0
    assert peak_from_area_ng_mL(1e300, t_max_h=1, half_life_h=1e-300) == 0
