"""The stretch reflex and its clonus."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.reflex import (
    clonus_frequency_Hz,
    critical_delay_ms,
    critical_gain,
    reflex_gain,
    slowest_mode,
    tap_response,
)
from tests.strategies import non_negative, positive

gains = st.floats(1.01, 50)
taus = positive(1, 500)


def integrated(t: np.ndarray, gain: float, tau: float, delay: float) -> np.ndarray:
    """Solve the delay equation by the method of steps: one ordinary equation a delay."""
    steps = []
    for n in range(int(t.max() / delay) + 1):
        begin, state = n * delay, float(steps[-1](n * delay)[0]) if steps else 1.0
        before = steps[-1] if steps else lambda _: (0.0,)
        solution = solve_ivp(
            lambda s, y, before=before: (-y - gain * before(s - delay)[0]) / tau,
            (begin, begin + delay),
            [state],
            method="DOP853",
            rtol=1e-10,
            atol=1e-12,
            dense_output=True,
        )
        steps.append(solution.sol)
    return np.array([steps[int(time / delay)](time)[0] for time in t])


@given(non_negative(), *[non_negative(1e-2, 1e2)] * 4)
def test_inhibition_only_lowers_the_gain(
    g: float, a: float, b: float, k_pre: float, k_b: float
) -> None:
    assert reflex_gain(g, a, b, k_pre, k_b) == pytest.approx(g / (1 + k_pre * a + k_b * b))
    assert reflex_gain(g, a, b, 0, 0) == g
    assert reflex_gain(g, a + 1, b, k_pre, k_b) <= reflex_gain(g, a, b, k_pre, k_b)


@given(gains, taus)
def test_at_the_critical_delay_it_neither_grows_nor_fades(gain: float, tau: float) -> None:
    delay = critical_delay_ms(gain, tau)
    assume(delay < 9 * tau)
    growth, frequency = slowest_mode(gain, tau, delay)
    assert growth == pytest.approx(0, abs=1e-9 / tau)
    assert frequency == pytest.approx(clonus_frequency_Hz(gain, tau), rel=1e-6)


@given(positive(1e-3, 9), taus)
def test_critical_gain_and_delay_are_inverse(ratio: float, tau: float) -> None:
    delay = ratio * tau
    gain = critical_gain(tau, delay)
    assert gain > 1
    assert critical_delay_ms(gain, tau) == pytest.approx(delay, rel=1e-6)


@given(st.floats(0, 1), positive(1e-2, 9.9), taus)
def test_up_to_gain_1_it_is_stable_whatever_the_delay(
    gain: float, ratio: float, tau: float
) -> None:
    assert np.isinf(critical_delay_ms(gain, tau))
    assert slowest_mode(gain, tau, ratio * tau).growth_per_ms <= 1e-12 / tau


@given(st.floats(0, 50), positive(1e-2, 9.9), taus)
def test_a_mode_solves_the_characteristic_equation(gain: float, ratio: float, tau: float) -> None:
    delay = ratio * tau
    growth, frequency = slowest_mode(gain, tau, delay)
    root = growth + 2j * np.pi * frequency / 1000
    left = tau * root + 1 + gain * np.exp(-root * delay)
    assert abs(left) < 1e-6 * (1 + abs(tau * root) + gain)


@pytest.mark.parametrize(
    ("gain", "tau", "delay"),
    [(0.5, 50, 40), (2, 50, 40), (2.645, 50, 40), (4, 50, 40), (1.5, 20, 100), (8, 100, 15)],
)
def test_a_tap_is_followed_by_what_a_solver_finds(gain: float, tau: float, delay: float) -> None:
    t = np.linspace(0, 14 * delay, 90, endpoint=False) + 0.01
    expected = integrated(t, gain, tau, delay)
    response = tap_response(t, gain, tau, delay)
    np.testing.assert_allclose(response, expected, rtol=1e-6, atol=1e-7 * abs(expected).max())


@given(st.floats(0, 20), positive(0.05, 5))
def test_both_sums_meet(gain: float, ratio: float) -> None:
    """At the eighth delay the sum over loops gives way to the sum over modes."""
    delay = 50 * ratio
    before, after = tap_response([8 * delay * (1 - 1e-13), 8 * delay], gain, 50, delay)
    scale = max(1e-3, abs(after))
    assert before == pytest.approx(after, rel=1e-6, abs=1e-7 * scale)


def test_modes_that_meet_do_no_harm() -> None:
    tau, delay = 50.0, 40.0
    meeting = tau / delay * np.exp(-1 - delay / tau)
    t = np.array([330.0, 400.0, 500.0])
    for gain in (meeting, meeting * (1 + 1e-9), meeting * (1 - 1e-4)):
        np.testing.assert_allclose(
            tap_response(t, gain, tau, delay),
            integrated(t, gain, tau, delay),
            rtol=1e-6,
            atol=1e-10,
        )


def test_reference_values() -> None:
    gain = critical_gain(50, 40)
    assert gain == pytest.approx(2.64457, rel=1e-5)
    assert clonus_frequency_Hz(gain, 50) == pytest.approx(7.79292, rel=1e-5)


def test_edges() -> None:
    assert tap_response([-1, 0], 2).tolist() == [0, 1]
    assert tap_response(1000, 0, 50, 40) == pytest.approx(np.exp(-20))
    assert critical_gain(1e-9, 1) == pytest.approx(1, rel=1e-6)
    assert critical_gain(1, 1e-9) == pytest.approx(np.pi / 2 * 1e9, rel=1e-6)
