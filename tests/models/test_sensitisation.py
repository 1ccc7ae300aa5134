"""The sensitisation switch: fixed points, fold, passage and course."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import quad

from course.models.sensitisation import SensitisationSwitch
from tests.oracle import solved
from tests.strategies import examples, fractions, positive

strengths = positive(0.1, 10)
halves = positive(0.05, 5)
drives = st.just(0.0) | st.floats(0, 1)
switches = st.builds(SensitisationSwitch, strengths, halves, drives)
levels = st.just(0.0) | st.floats(1e-9, 3)


@given(strengths, halves, fractions())
def test_vieta(s: float, K: float, block: float) -> None:
    states = SensitisationSwitch(s, K).fixed_points(block)
    strength = s * (1 - block)
    assert states.stable[0] == 0
    if states.bistable:
        low, high = states.unstable[0], states.stable[1]
        assert low < high
        assert low + high == pytest.approx(strength, rel=1e-12)
        assert low * high == pytest.approx(K**2, rel=1e-12)
    assert states.bistable == (strength - 2 * K > 1e-12)


@given(switches, fractions())
def test_nothing_moves_at_a_fixed_point_and_stability_is_in_the_slope(
    switch: SensitisationSwitch, block: float
) -> None:
    states = switch.fixed_points(block)
    for x in (*states.stable, *states.unstable):
        assert switch.speed(x, block) == pytest.approx(0, abs=1e-7)
    if states.bistable:
        below, (middle,), above = states.stable[0], states.unstable, states.stable[1]
        assume(min(middle - below, above - middle) > 1e-3)
        assert switch.speed((below + middle) / 2, block) < 0
        assert switch.speed((middle + above) / 2, block) > 0
    assert switch.speed(states.stable[-1] + 1, block) < 0


@given(strengths, halves)
def test_the_least_block_takes_the_pain_state_away(s: float, K: float) -> None:
    switch = SensitisationSwitch(s, K)
    least = switch.min_block
    assert least == max(0, 1 - 2 * K / s)
    assert not switch.fixed_points(min(1, least + 1e-6)).bistable
    if least > 1e-5:
        assert switch.fixed_points(least - 1e-6).bistable


def test_at_the_fold_the_half_stable_point_counts_as_unstable() -> None:
    states = SensitisationSwitch(1, 0.3).fixed_points(0.4)
    assert states == ([0.0], [pytest.approx(0.3, rel=1e-9)], False)
    assert SensitisationSwitch(1, 0.3).fixed_points(0.41) == ([0.0], [], False)


def test_suggested_values_behave_as_advertised() -> None:
    switch = SensitisationSwitch.suggested()
    states = switch.fixed_points()
    np.testing.assert_allclose(states.stable, [0, 0.9], atol=1e-12)
    np.testing.assert_allclose(states.unstable, [0.1], atol=1e-12)
    assert switch.min_block == pytest.approx(0.4)


@examples(30)
@given(switches, levels, fractions())
def test_course_agrees_with_the_differential_equation(
    switch: SensitisationSwitch, x0: float, block: float
) -> None:
    t = np.linspace(0, 12, 25)
    expected = solved(lambda _, x: float(switch.speed(max(x, 0), block)), t, x0)
    # Near a separatrix any rounding grows; the solver's own error then shows.
    for middle in switch.fixed_points(block).unstable:
        assume(abs(x0 - middle) > 1e-3)
    np.testing.assert_allclose(switch.course(t, x0, block), expected, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("x0", [0.051, 0.5, 3.0])
def test_at_the_fold_the_half_stable_level_draws_slowly_from_above(x0: float) -> None:
    switch = SensitisationSwitch(0.1, 0.05)
    t = np.linspace(0, 200, 41)
    expected = solved(lambda _, x: float(switch.speed(x)), t, x0)
    np.testing.assert_allclose(switch.course(t, x0), expected, rtol=1e-6)


@examples(30)
@given(switches, levels, st.floats(0.01, 0.99), fractions())
def test_passage_time_is_the_integral(
    switch: SensitisationSwitch, x0: float, share: float, block: float
) -> None:
    end = float(switch.course(1e6, x0, block))
    assume(abs(end - x0) > 1e-3)
    x1 = x0 + share * (end - x0)
    expected = quad(lambda x: 1 / float(switch.speed(x, block)), x0, x1, epsrel=1e-10, limit=400)[0]
    assert switch.passage_time(x0, x1, block) == pytest.approx(expected, rel=1e-6)
    assert switch.course(expected, x0, block) == pytest.approx(x1, rel=1e-6, abs=1e-9)


@given(switches, levels, fractions(), st.floats(0, 20), st.floats(0, 20))
def test_two_passages_are_one(
    switch: SensitisationSwitch, x0: float, block: float, first: float, second: float
) -> None:
    half_way = float(switch.course(first, x0, block))
    for middle in switch.fixed_points(block).unstable:
        assume(abs(x0 - middle) > 1e-3)
    assert switch.course(second, half_way, block) == pytest.approx(
        switch.course(first + second, x0, block), rel=1e-6, abs=1e-9
    )


@given(switches, fractions())
def test_a_fixed_point_stays(switch: SensitisationSwitch, block: float) -> None:
    for x in switch.fixed_points(block).stable:
        assert switch.course([0, 1, 10], x, block) == pytest.approx(np.full(3, x), abs=1e-6)


@given(switches, levels, fractions())
def test_it_settles_in_a_stable_state(switch: SensitisationSwitch, x0: float, block: float) -> None:
    states = switch.fixed_points(block)
    for middle in states.unstable:
        assume(abs(x0 - middle) > 1e-3)
    end = switch.course(1e9, x0, block)
    assert min(abs(end - x) for x in states.stable + states.unstable) < 1e-5


def test_a_block_must_last_long_enough() -> None:
    switch = SensitisationSwitch.suggested()
    needed = switch.resetting_time(0.6)
    for length, end in ((0.99 * needed, 0.9), (1.01 * needed, 0.0)):
        course = switch.under_steps([0, length, 200], [0, length], [0.6, 0], x0=0.9)
        assert course[0] == pytest.approx(0.9)
        assert course[2] == pytest.approx(end, abs=1e-9)


def test_a_block_that_leaves_the_pain_state_never_resets() -> None:
    switch = SensitisationSwitch.suggested()
    assert switch.resetting_time(0.39) == math.inf
    assert math.isfinite(switch.resetting_time(0.41))
    times = [switch.resetting_time(b) for b in (0.45, 0.6, 0.8, 1)]
    assert times == sorted(times, reverse=True)
    assert times[-1] == pytest.approx(math.log(9))


def test_what_is_never_reached_takes_for_ever() -> None:
    switch = SensitisationSwitch.suggested()
    assert switch.passage_time(0.5, 0.4) == math.inf
    assert switch.passage_time(0.5, 0.9) == math.inf
    assert switch.passage_time(0.5, 0.5) == 0
    assert math.isfinite(switch.passage_time(0.5, 0.8999))


def test_steps_may_be_asked_in_any_order_and_from_before() -> None:
    switch = SensitisationSwitch.suggested()
    t = np.array([5, -1, 0.5, 3])
    shuffled = switch.under_steps(t, [0, 2], [1, 0], x0=0.9)
    rising = switch.under_steps(np.sort(t), [0, 2], [1, 0], x0=0.9)
    np.testing.assert_array_equal(shuffled, rising[[3, 0, 1, 2]])
    assert rising[0] == 0.9
    assert rising[1] == pytest.approx(0.9 * math.exp(-0.5), rel=1e-9)


def test_a_drive_leaves_one_state_that_is_not_rest() -> None:
    states = SensitisationSwitch(1, 0.3, 0.2).fixed_points()
    assert len(states.stable) == 1
    assert states.stable[0] > 1


def test_with_a_small_drive_there_are_still_two_states() -> None:
    states = SensitisationSwitch(1, 0.3, 0.01).fixed_points()
    assert states.bistable
    assert 0 < states.stable[0] < states.unstable[0] < states.stable[1]


def test_at_the_cusp_it_is_finite_and_near() -> None:
    cusp = SensitisationSwitch(8 / math.sqrt(27), 1, 1 / math.sqrt(27))
    t = np.linspace(0, 100, 11)
    expected = solved(lambda _, x: float(cusp.speed(x)), t, 2.0)
    np.testing.assert_allclose(cusp.course(t, 2.0), expected, rtol=1e-5)


@pytest.mark.parametrize("x0", [0.0, 1e-12, 0.05, 0.5, 1e6])
def test_extreme_times(x0: float) -> None:
    switch = SensitisationSwitch.suggested()
    course = switch.course([0, 1e-300, 1, 1e6, 1e300], x0)
    assert np.isfinite(course).all()
    assert course[0] == pytest.approx(x0)
    assert course[-1] == pytest.approx(0.9 if x0 > 0.1 else 0.0, abs=1e-12)


def test_extreme_parameters() -> None:
    steep = SensitisationSwitch(1e6, 1e-6)
    assert steep.fixed_points().stable[1] == pytest.approx(1e6, rel=1e-12)
    assert steep.course(100, 1.0) == pytest.approx(1e6, rel=1e-9)
    assert steep.speed([0, 1e200]).tolist() == [0, -1e200]


def test_a_million_times() -> None:
    switch = SensitisationSwitch.suggested()
    t = np.linspace(0, 50, 10**6)
    course = switch.course(t, 0.05)
    assert (np.diff(course) <= 0).all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: SensitisationSwitch(0, 1), "s must be a finite number above 0"),
        (lambda: SensitisationSwitch(1, -1), "K must be a finite number above 0"),
        (lambda: SensitisationSwitch(1, 1, -1), "drive must be a finite number at least 0"),
        (lambda: SensitisationSwitch(1, 0.3).fixed_points(2), "block must be"),
        (lambda: SensitisationSwitch(1, 0.3).fixed_points([0, 1]), "block must be one number"),
        (lambda: SensitisationSwitch(1, 0.3).speed(-1), "x must be"),
        (lambda: SensitisationSwitch(1, 0.3).course(np.nan, 1), "t must be"),
        (lambda: SensitisationSwitch(1, 0.3).course(1, -1), "x0 must be"),
        (lambda: SensitisationSwitch(1, 0.3).passage_time(-1, 1), "x_from must be"),
        (lambda: SensitisationSwitch(1, 0.3).under_steps([1], [1, 0], [0, 0], 1), "from_t"),
        (lambda: SensitisationSwitch(1, 0.3).under_steps([1], [0, 1], [0], 1), "block must have"),
        (lambda: SensitisationSwitch(1, 0.6).resetting_time(0.5), "must be bistable"),
    ],
)
def test_errors_name_the_argument(call, words: str) -> None:  # noqa: ANN001  a lambda
    with pytest.raises(ValueError, match=words):
        call()
