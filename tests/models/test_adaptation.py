"""Adaptation: the exact filter, tolerance and rebound."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.adaptation import filtered, opponent_response, rebound, signed_area

numbers_ = st.floats(-100, 100)
taus = st.floats(1e-3, 1e3)
gains = st.floats(0, 1)


@st.composite
def courses(draw: st.DrawFn, *, low: float = -100) -> tuple[np.ndarray, np.ndarray]:
    """Uneven times and the drive held from each to the next."""
    steps = draw(st.lists(st.floats(1e-3, 50), min_size=1, max_size=20))
    t = draw(st.floats(-10, 10)) + np.concatenate([[0], np.cumsum(steps)])
    u = draw(st.lists(st.floats(low, 100), min_size=t.size, max_size=t.size))
    return t, np.array(u)


def stepped(t: np.ndarray, u: np.ndarray, tau: float, x0: float) -> list[float]:
    """One step at a time: the plainest right answer."""
    x = [x0]
    for gap, level in zip(np.diff(t), u[:-1], strict=True):
        x.append(level + (x[-1] - level) * np.exp(-gap / tau))
    return x


@given(courses(), taus, numbers_)
def test_the_filter_steps_exactly(
    course: tuple[np.ndarray, np.ndarray], tau: float, x0: float
) -> None:
    t, u = course
    np.testing.assert_allclose(
        filtered(t, u, tau, x0), stepped(t, u, tau, x0), rtol=1e-9, atol=1e-9
    )


@given(courses(), st.floats(5, 100), numbers_)
def test_the_filter_solves_its_equation(
    course: tuple[np.ndarray, np.ndarray], tau: float, x0: float
) -> None:
    t, u = course
    solved = [x0]
    for begin, end, level in zip(t[:-1], t[1:], u[:-1], strict=True):
        solution = solve_ivp(
            lambda _, x, level=level: (level - x) / tau,
            (begin, end),
            [solved[-1]],
            method="DOP853",
            rtol=1e-9,
            atol=1e-12,
        )
        solved.append(solution.y[0, -1])
    size = max(1.0, abs(u).max(), abs(x0))
    np.testing.assert_allclose(filtered(t, u, tau, x0), solved, rtol=1e-6, atol=1e-6 * size)


@given(courses(), courses(), taus, numbers_)
def test_answers_to_two_drives_add(
    first: tuple[np.ndarray, np.ndarray],
    second: tuple[np.ndarray, np.ndarray],
    tau: float,
    weight: float,
) -> None:
    t, u = first
    v = np.resize(second[1], t.size)
    both = filtered(t, u + weight * v, tau)
    apart = filtered(t, u, tau) + weight * filtered(t, v, tau)
    np.testing.assert_allclose(both, apart, rtol=1e-9, atol=1e-8)


@given(courses(), taus)
def test_a_course_may_be_cut_anywhere(course: tuple[np.ndarray, np.ndarray], tau: float) -> None:
    t, u = course
    whole = filtered(t, u, tau)
    cut = t.size // 2
    rest = filtered(t[cut:], u[cut:], tau, x0=whole[cut])
    np.testing.assert_allclose(rest, whole[cut:], rtol=1e-9, atol=1e-9)


@given(courses(low=0), st.floats(0.1, 50))
def test_perfect_adaptation_leaves_no_area(
    course: tuple[np.ndarray, np.ndarray], tau: float
) -> None:
    t, u = course
    t = np.append(t, t[-1] + 60 * tau)  # until the filter is empty
    u = np.append(u, 0.0)
    u[-2] = 0.0
    assert signed_area(t, u, tau, gain=1) == pytest.approx(0, abs=1e-9 * max(1, u.max() * tau))


@given(courses(low=0), st.floats(0.1, 50), gains)
def test_the_area_is_the_integral_of_the_effect(
    course: tuple[np.ndarray, np.ndarray], tau: float, gain: float
) -> None:
    t, u = course
    fine = np.unique(np.concatenate([np.linspace(a, b, 400) for a, b in pairwise(t)]))
    held = u[np.searchsorted(t, fine, side="right") - 1]
    e = opponent_response(fine, held, tau, gain)
    # The drive's own part is exact; the smooth part by the trapezium rule.
    integral = float(held[:-1] @ np.diff(fine)) - gain * np.trapezoid(e.x, fine)
    coarse = np.max(np.diff(fine)) ** 2 / tau**2 * (1 + abs(u).max()) * np.ptp(t)
    assert signed_area(t, u, tau, gain) == pytest.approx(integral, abs=coarse + 1e-9)


@given(courses(low=0), st.floats(0.1, 50), st.floats(0.5, 20))
def test_a_taper_changes_the_peak_of_rebound_but_not_its_area(
    course: tuple[np.ndarray, np.ndarray], tau: float, length: float
) -> None:
    t, u = course
    u = np.append(u[:-1], 0.0)
    at_stop = filtered(t, u, tau)[-1]
    levels = [0.6, 0.3, 0.0]
    after = np.append(np.arange(3) * length, 2 * length + 60 * tau)
    abrupt = signed_area(after, [0, 0, 0, 0], tau, gain=1, x0=at_stop)
    tapered = signed_area(after, [*levels, 0], tau, gain=1, x0=at_stop)
    expected = -tau * at_stop
    assert abrupt == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert tapered == pytest.approx(expected, rel=1e-9, abs=1e-9 * (1 + tau))


def test_rebound_after_three_time_constants() -> None:
    e = opponent_response([0, 3], [1, 0], tau=1, gain=1).e
    assert e[-1] == pytest.approx(-0.950213, rel=1e-5)
    x = filtered([0, 3], [1, 0], tau=1)[-1]
    assert rebound(x, gain=1) == e[-1]


def test_several_processes_add() -> None:
    t, u = np.linspace(0, 40, 81), np.ones(81)
    both = opponent_response(t, u, tau=[2, 20], gain=[0.3, 0.5])
    fast, slow = filtered(t, u, 2), filtered(t, u, 20)
    np.testing.assert_allclose(both.x, [fast, slow], rtol=1e-12)
    np.testing.assert_allclose(both.e, u - 0.3 * fast - 0.5 * slow, rtol=1e-12)
    shared = opponent_response(t, u, tau=5, gain=[0.2, 0.3])
    np.testing.assert_allclose(shared.e, opponent_response(t, u, tau=5, gain=0.5).e, rtol=1e-12)
    assert signed_area(t, u, tau=5, gain=[0.2, 0.3]) == pytest.approx(
        signed_area(t, u, tau=5, gain=0.5), rel=1e-12
    )


def test_no_gain_leaves_the_drive() -> None:
    e, x = opponent_response([0, 1, 2], [3, 1, 0], tau=1, gain=0)
    assert e.tolist() == [3, 1, 0]
    assert x.shape == (3,)


def test_one_sample_is_the_start() -> None:
    assert filtered([5], [2], tau=1).tolist() == [0]
    assert filtered([5], [2], tau=1, x0=7).tolist() == [7]


def test_drives_in_rows_and_filters_in_columns() -> None:
    t = [0.0, 1.0, 2.0]
    rows = filtered(t, np.ones((4, 1, 3)), tau=[1, 2], x0=0.5)
    assert rows.shape == (4, 2, 3)
    np.testing.assert_allclose(rows[2, 1], filtered(t, np.ones(3), 2, 0.5))


@pytest.mark.parametrize("tau", [1e-300, 1e300])
def test_extreme_time_constants(tau: float) -> None:
    x = filtered([0, 1, 1e6], [1, 2, 3], tau)
    expected = [0, 1, 2] if tau < 1 else [0, 0, 0]
    np.testing.assert_allclose(x, expected, atol=1e-12)


def test_a_million_samples() -> None:
    t = np.arange(1e6)
    x = filtered(t, np.ones(t.size), tau=1e5)
    np.testing.assert_allclose(x, -np.expm1(-t / 1e5), rtol=1e-9)


def test_nothing_given_is_changed() -> None:
    t, u = np.array([0.0, 1, 2]), np.array([1.0, 1, 0])
    filtered(t, u, 1)
    assert (t.tolist(), u.tolist()) == ([0, 1, 2], [1, 1, 0])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: filtered([0, 0], [1, 1], 1), "t must be strictly increasing"),
        (lambda: filtered([], [], 1), "t must be a list of at least one number"),
        (lambda: filtered([0, 1], [1], 1), "u must have one value for each of the 2 in t"),
        (lambda: filtered([0], 1, 1), "u must have one value"),
        (lambda: filtered([0], [1], 0), "tau must be a finite number above 0"),
        (lambda: filtered([0], [np.nan], 1), "u must be a finite number"),
        (lambda: filtered([0], np.ones((3, 1)), [1, 2]), "do not fit together"),
        (lambda: opponent_response([0], [1], 1, 1.5), "gain must be a finite number at least 0"),
        (lambda: opponent_response([0], [[1]], 1, 1), "u must be a list of numbers"),
        (lambda: rebound(1, gain=-1), "gain must be"),
        (lambda: rebound(np.inf), "x must be a finite number"),
    ],
)
def test_errors_name_the_argument(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


def test_filters_may_differ_in_their_start_or_their_drive_alone() -> None:
    t, u = [0.0, 1, 2, 5], [1.0, 1, 0, 0]
    starts = filtered(t, u, tau=2, x0=[0.0, 0.5])
    drives = filtered(t, [u, [0.0, 2, 2, 0]], tau=2)
    for row, x0 in zip(starts, (0.0, 0.5), strict=True):
        np.testing.assert_allclose(row, stepped(np.array(t), np.array(u), 2, x0), rtol=1e-12)
    for row, drive in zip(drives, ([1.0, 1, 0, 0], [0.0, 2, 2, 0]), strict=True):
        np.testing.assert_allclose(row, stepped(np.array(t), np.array(drive), 2, 0), rtol=1e-12)
