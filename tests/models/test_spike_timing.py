"""Spike-timing-dependent plasticity."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from course.models.spike_timing import net_change, weight_change, window_area_ms
from course.reference import card
from tests.strategies import positive

spikes = st.lists(st.integers(-500, 500).map(float), max_size=25)
sizes = st.floats(0, 3)
taus = positive(0.5, 200)


@given(spikes, spikes, sizes, sizes, taus)
def test_all_pairs_add(
    pre: list[float], post: list[float], plus: float, minus: float, tau: float
) -> None:
    gaps = np.subtract.outer(np.array(post), np.array(pre)).ravel()
    expected = np.sum(weight_change(gaps, plus, minus, tau, 2 * tau)) if gaps.size else 0.0
    actual = net_change(pre, post, plus, minus, tau_plus_ms=tau, tau_minus_ms=2 * tau)
    assert actual == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(spikes, spikes, st.integers(-100, 100))
def test_only_the_order_and_distance_count(
    pre: list[float], post: list[float], shift: float
) -> None:
    moved = net_change(np.array(pre) + shift, np.array(post) + shift, 1, 0.5)
    assert moved == pytest.approx(net_change(pre[::-1], post, 1, 0.5), rel=1e-9, abs=1e-12)


@given(st.floats(0.01, 100), sizes, taus)
def test_it_is_antisymmetric_only_if_both_sides_are_equal(
    dt: float, size: float, tau: float
) -> None:
    there, back = weight_change([dt, -dt], size, size, tau, tau)
    assert there == pytest.approx(-back, rel=1e-12)


@given(st.floats(0.01, 100), sizes, sizes, taus, taus)
def test_the_sign_is_that_of_the_order(
    dt: float, plus: float, minus: float, tau_plus: float, tau_minus: float
) -> None:
    before, at_once, after = weight_change([-dt, 0, dt], plus, minus, tau_plus, tau_minus)
    assert before <= 0 <= after
    assert at_once == 0


@given(sizes, sizes, taus, taus)
def test_the_area_is_the_integral_of_the_window(
    plus: float, minus: float, tau_plus: float, tau_minus: float
) -> None:
    def window(dt: float) -> float:
        return float(weight_change(dt, plus, minus, tau_plus, tau_minus))

    integral = quad(window, 0, 40 * tau_plus)[0] + quad(window, -40 * tau_minus, 0)[0]
    area = window_area_ms(plus, minus, tau_plus, tau_minus)
    assert integral == pytest.approx(area, rel=1e-6, abs=1e-6)


def test_reference_values_with_the_sizes_given() -> None:
    np.testing.assert_allclose(
        weight_change([10, -10], 0.777, 0.273), [0.428462, -0.202905], rtol=1e-5
    )
    assert window_area_ms(0.777, 0.273) == pytest.approx(3.8535, rel=1e-5)


def test_the_card_has_the_time_constants() -> None:
    values = card("spike_timing_plasticity")
    assert values["tau_plus_ms"].value < values["tau_minus_ms"].value


def test_one_side_without_spikes_changes_nothing() -> None:
    assert net_change([], [1, 2], 1, 1) == 0
    assert net_change([1], [], 1, 1) == 0
    assert net_change([5], [5], 1, 1) == 0


def test_two_hundred_thousand_spikes() -> None:
    pre = np.arange(200_000) * 20.0
    each = np.exp(-5 / 10) / -np.expm1(-20 / 10)
    total = net_change(pre, pre + 5, 1, 0, tau_plus_ms=10)
    assert total == pytest.approx(pre.size * each, rel=1e-4)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([[0]], [1], 1, 1), "pre_ms must be a list"),
        (([0], 1, 1, 1), "post_ms must be a list"),
        (([np.nan], [1], 1, 1), "pre_ms must be"),
        (([0], [1], -1, 1), "a_plus must be"),
        (([0], [1], 1, -1), "a_minus must be"),
    ],
)
def test_errors_name_the_argument(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        net_change(*arguments)  # type: ignore[arg-type]  # illegal on purpose


def test_illegal_time_constants() -> None:
    with pytest.raises(ValueError, match="tau_plus_ms must be"):
        net_change([0], [1], 1, 1, tau_plus_ms=0)
    with pytest.raises(ValueError, match="tau_minus_ms must be"):
        net_change([0], [1], 1, 1, tau_minus_ms=-1)
