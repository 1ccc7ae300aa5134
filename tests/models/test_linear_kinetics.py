"""Exact solution of linear compartmental systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp
from scipy.linalg import expm
from scipy.stats import gamma

from course.models._eigen_route import EigenRoute
from course.models._stepping_route import SteppingRoute
from course.models.linear_kinetics import LinearKinetics
from tests.pharmacokinetic_strategies import systems
from tests.strategies import examples, non_negative, positive

if TYPE_CHECKING:
    from collections.abc import Callable

CHAIN_OF_EQUALS = LinearKinetics(  # gut, plasma, tissue: ka = k10 = k12 = k21
    [[0, 0, 0], [1, 0, 1], [0, 1, 0]], [0, 1, 0]
)
TRANSIT = LinearKinetics(np.diag([1.0] * 4, -1), [0, 0, 0, 0, 1])  # no eigenvectors but one


def by_ode(system: LinearKinetics, start: np.ndarray, times: np.ndarray) -> np.ndarray:
    """Integrate the same equation numerically, from the first of the times."""
    answer = solve_ivp(
        lambda _, x: system.matrix @ x,
        (times[0], times[-1]),
        start,
        t_eval=times,
        method="LSODA",
        rtol=1e-9,
        atol=1e-12,
    )
    return answer.y.T


@examples(60)
@given(systems(), st.data())
def test_solution_agrees_with_the_differential_equation(
    system: LinearKinetics, data: st.DataObject
) -> None:
    start = np.array([data.draw(non_negative(0.1, 100)) for _ in system.loss])
    times = np.linspace(0, 5, 6)
    np.testing.assert_allclose(
        system.after_dose(start, times),
        by_ode(system, start, times),
        rtol=1e-6,
        atol=1e-8 * max(start.max(), 1),
    )


@pytest.mark.parametrize("system", [CHAIN_OF_EQUALS, TRANSIT], ids=["equal rates", "transit"])
def test_equal_rates_agree_with_the_differential_equation(system: LinearKinetics) -> None:
    start = np.eye(len(system.loss))[0]
    times = np.linspace(0, 30, 40)
    np.testing.assert_allclose(
        system.after_dose(start, times), by_ode(system, start, times), rtol=1e-6, atol=1e-9
    )


def test_transit_compartments_follow_the_gamma_distribution() -> None:
    t = np.array([0.001, 0.1, 1, 5, 50])
    last = TRANSIT.after_dose([1, 0, 0, 0, 0], t)[:, -1]
    np.testing.assert_allclose(last, t**4 / 24 * np.exp(-t), rtol=1e-10)


def test_a_long_row_of_transit_compartments_delays_a_dose() -> None:
    """So many equal stages that their eigenvectors underflow to a singular matrix."""
    n, t = 40, np.array([20.0, 40.0, 60.0])
    row = LinearKinetics(np.diag([1.0] * (n - 1), -1), np.eye(n)[-1])
    last = row.after_dose(np.eye(n)[0], t)[:, -1]
    np.testing.assert_allclose(last, gamma.pdf(t, n), rtol=1e-9)
    assert EigenRoute.of(row.matrix) is None


@examples(60)
@given(positive(1e-3, 1e3), st.floats(-1, 1), non_negative(1e-3, 1e2))
def test_nearly_equal_rates_join_equal_ones_smoothly(k: float, apart: float, t: float) -> None:
    gap = np.sign(apart) * 10 ** (-12 * abs(apart)) if apart else 0.0
    ka = k * (1 + gap) if gap > -1 else k / 2
    system = LinearKinetics([[0, 0], [ka, 0]], [0, k])
    slow, wide = min(k, ka), abs(ka - k)
    exact = ka * np.exp(-slow * t) * (-np.expm1(-wide * t) / wide if wide else t)
    np.testing.assert_allclose(system.after_dose([1, 0], [t])[0, 1], exact, rtol=1e-8, atol=1e-12)


@pytest.mark.parametrize("ratio", [1e4, 1e6, 1e8, 1e10, 1e12])
def test_rates_far_apart_keep_their_digits(ratio: float) -> None:
    """Fast exchange beside slow loss is one compartment that shares its volume."""
    system = LinearKinetics([[0, ratio], [ratio, 0]], [2, 0])
    t = np.array([0.1, 1, 10])
    # To first order the loss is 2 from half of the amount; the next order is 1 / ratio.
    total = system.after_dose([1, 0], t).sum(axis=1)
    np.testing.assert_allclose(total, np.exp(-t), rtol=max(20 / ratio, 1e-9))
    assert np.log(2) / system.rates[-1] == pytest.approx(np.log(2), rel=max(2 / ratio, 1e-9))


@pytest.mark.parametrize("ratio", [1e8, 1e14])
def test_a_slow_leak_from_fast_exchange_is_not_lost_in_rounding(ratio: float) -> None:
    system = LinearKinetics([[0, ratio], [ratio, 0]], [1 / ratio, 0])
    lost = 1 - system.after_dose([1, 0], [ratio]).sum(axis=1)
    np.testing.assert_allclose(lost, -np.expm1(-0.5), rtol=1e-7)
    np.testing.assert_allclose(system.residence_times, ratio, rtol=1e-9)


@examples(60)
@given(systems(most=3), st.data())
def test_both_routes_give_the_same(system: LinearKinetics, data: st.DataObject) -> None:
    eigen = EigenRoute.of(system.matrix)
    stepping = SteppingRoute(system.transfer, system.loss)
    if eigen is None:
        return
    start = np.array([data.draw(non_negative(0.1, 10)) for _ in system.loss])
    t = np.array([0.0, 1e-9, 0.01, 1.0, 30.0])
    times = np.array([0.0, 1.0, 2.0, 5.0, 5.0])
    for name, arguments in (
        ("decay", (start, t)),
        ("fill", (start, t)),
        ("pile", (start, 3.0, times)),
        ("endless_pile", (start, 3.0)),
    ):
        one, other = getattr(eigen, name)(*arguments), getattr(stepping, name)(*arguments)
        np.testing.assert_allclose(one, other, rtol=1e-7, atol=1e-11 * (1 + one.max()))


def test_defective_and_stiff_matrices_leave_the_eigenvectors() -> None:
    assert EigenRoute.of(TRANSIT.matrix) is None
    assert EigenRoute.of(np.diag([-1e9, -1.0])) is None
    assert EigenRoute.of(np.diag([-1.0, 0.0])) is None
    assert EigenRoute.of(np.diag([-2.0, -1.0])) is not None


@examples(40)
@given(systems())
def test_columns_sum_to_minus_the_loss_and_nothing_appears(system: LinearKinetics) -> None:
    np.testing.assert_allclose(system.matrix.sum(axis=0), -system.loss, atol=1e-12)
    start = np.eye(len(system.loss))[0]
    states = system.after_dose(start, [0, 0.5, 5, 50])
    assert (states >= 0).all()
    assert (np.diff(states.sum(axis=1)) <= 1e-12).all()


@examples(40)
@given(systems(), positive(0.1, 5), st.data())
def test_a_flow_of_time_is_the_same_in_one_step_or_two(
    system: LinearKinetics, t: float, data: st.DataObject
) -> None:
    start = np.array([data.draw(non_negative(0.1, 10)) for _ in system.loss])
    half = system.after_dose(start, [t / 2])[0]
    np.testing.assert_allclose(
        system.after_dose(half, [t / 2]), system.after_dose(start, [t]), rtol=1e-7, atol=1e-10
    )


@examples(60)
@given(systems(most=3), positive(0.05, 20), positive(0.2, 10), st.integers(1, 6))
def test_a_course_is_the_sum_of_its_doses(
    system: LinearKinetics, over: float, every: float, count: int
) -> None:
    dose = np.arange(1.0, len(system.loss) + 1)
    t = np.linspace(-1, 30, 40)
    for length in (0.0, over):
        each = [system.after_dose(dose, t - i * every, over=length) for i in range(count)]
        course = system.after_dose(dose, t, over=length, every=every, count=count)
        np.testing.assert_allclose(course, sum(each), rtol=1e-7, atol=1e-9)


@examples(40)
@given(systems(most=3), positive(0.1, 10))
def test_an_infusion_agrees_with_the_differential_equation(
    system: LinearKinetics, over: float
) -> None:
    rate = np.ones(len(system.loss)) / over
    filling = solve_ivp(
        lambda _, x: system.matrix @ x + rate,
        (0, over),
        np.zeros(len(rate)),
        method="LSODA",
        rtol=1e-9,
        atol=1e-12,
    ).y[:, -1]
    t = np.array([over, over + 1, over + 4])
    np.testing.assert_allclose(
        system.after_dose(np.ones(len(rate)), t, over=over),
        by_ode(system, filling, t),
        rtol=1e-6,
        atol=1e-8,
    )


@given(
    systems(most=3),
    st.sampled_from([5e-324, 1e-306, 1e-300, 1e-200, 1e-30, 1e-12, 1e-9]),
    st.sampled_from([1.0, 1e100]),
)
def test_a_short_infusion_is_a_bolus(system: LinearKinetics, over: float, mg: float) -> None:
    dose, t = np.full(len(system.loss), mg), np.array([0.5, 2.0])
    for kind in ({"count": 1}, {"every": 0.7, "count": 3}):
        infused = system.after_dose(dose, t, over=over, **kind)
        np.testing.assert_allclose(
            infused, system.after_dose(dose, t, **kind), rtol=1e-7, atol=1e-12 * mg
        )


@pytest.mark.parametrize("over", [5e-324, 1e-306, 1e-30, 1e-12])
def test_short_infusions_are_boluses_at_steady_state(over: float) -> None:
    dose, t = [1.0, 0, 0], np.array([0.5, 0.9])
    infused = CHAIN_OF_EQUALS.at_steady_state(dose, t, every=1, over=over)
    bolus = CHAIN_OF_EQUALS.at_steady_state(dose, t, every=1)
    np.testing.assert_allclose(infused, bolus, rtol=1e-9)


@examples(40)
@given(positive(0.1, 5), positive(0.2, 10), positive(0.2, 20), st.floats(0, 1))
def test_steady_state_is_where_a_long_course_ends(
    k: float, every: float, over: float, share: float
) -> None:
    system = LinearKinetics([[0, 0, 0], [2, 0, 0.5], [0, 1, 0]], [0, k, 0])
    t = np.array([share * every])
    for length in (0.0, over):
        steady = system.at_steady_state([1, 0, 0], t, every=every, over=length)
        count = int(500 / every) + 2 + int(over / every)
        long = system.after_dose(
            [1, 0, 0], t + (count - 1) * every, over=length, every=every, count=count
        )
        np.testing.assert_allclose(steady, long, rtol=1e-6)


def test_steady_state_of_an_unbroken_infusion_is_that_of_constant_input() -> None:
    steady = CHAIN_OF_EQUALS.at_steady_state([6, 0, 0], np.array([0, 0.5, 1]), every=1, over=2)
    expected = CHAIN_OF_EQUALS.under_steady_input([6, 0, 0])
    np.testing.assert_allclose(steady, [expected] * 3, rtol=1e-12)


@given(systems(most=3))
def test_residence_times_are_areas(system: LinearKinetics) -> None:
    times = system.residence_times
    if not np.isfinite(times).all():
        return
    np.testing.assert_allclose(-system.matrix @ times, np.eye(len(times)), atol=1e-6)
    one = system.under_steady_input(np.eye(len(times))[0])
    np.testing.assert_allclose(one, times[:, 0])


def test_what_can_never_leave_stays_for_ever() -> None:
    trap = LinearKinetics([[0, 0, 0], [1, 0, 0], [0, 2, 0]], [1, 0, 0])
    np.testing.assert_array_equal(
        trap.residence_times, [[0.5, 0, 0], [0.25, 0.5, 0], [np.inf, np.inf, np.inf]]
    )
    np.testing.assert_allclose(trap.after_dose([1, 0, 0], [1e9])[0], [0, 0, 0.5], atol=1e-12)
    assert trap.under_steady_input([1, 0, 0])[2] == np.inf
    assert trap.at_steady_state([1, 0, 0], [0.0], every=1)[0, 2] == np.inf
    assert trap.rates[-1] == 0


def test_a_closed_cycle_with_complex_modes_keeps_its_contents() -> None:
    ring = LinearKinetics([[0, 0, 1], [1, 0, 0], [0, 1, 0]], [0.01, 0, 0])
    t = np.linspace(0, 20, 9)
    expected = [expm(ring.matrix * at)[:, 0] for at in t]
    np.testing.assert_allclose(ring.after_dose([1, 0, 0], t), expected, rtol=1e-9, atol=1e-12)
    assert (ring.rates >= 0).all()


def test_very_many_doses_and_times_are_no_trouble() -> None:
    system = LinearKinetics([[0, 0], [1, 0]], [0, 0.1])
    many = system.after_dose([1, 0], np.array([5e6]), every=5, count=1_000_000)
    steady = system.at_steady_state([1, 0], np.array([5.0]), every=5)
    np.testing.assert_allclose(many, steady, rtol=1e-9)
    states = system.after_dose([1, 0], np.linspace(0, 100, 1_000_000), every=5, count=20)
    assert states.shape == (1_000_000, 2)
    assert np.isfinite(states).all()


def test_many_doses_of_a_defective_system_reach_its_steady_state() -> None:
    many = CHAIN_OF_EQUALS.after_dose([1, 0, 0], np.array([3000.0]), every=1, count=2000)
    assert many.max() < 1e-100
    late = CHAIN_OF_EQUALS.after_dose([1, 0, 0], np.array([1999.25]), every=1, count=2000)
    steady = CHAIN_OF_EQUALS.at_steady_state([1, 0, 0], np.array([0.25]), every=1)
    np.testing.assert_allclose(late, steady, rtol=1e-9)


@pytest.mark.parametrize("scale", [1e-200, 1e-12, 1.0, 1e12, 1e200])
def test_the_unit_of_time_does_not_matter(scale: float) -> None:
    system = LinearKinetics(CHAIN_OF_EQUALS.transfer * scale, CHAIN_OF_EQUALS.loss * scale)
    np.testing.assert_allclose(
        system.after_dose([1, 0, 0], np.array([2.0]) / scale),
        CHAIN_OF_EQUALS.after_dose([1, 0, 0], [2.0]),
        rtol=1e-9,
    )


def test_a_dose_at_a_time_counts_in_spite_of_rounding() -> None:
    system = LinearKinetics([[0.0]], [1.0])
    tenth = [system.after_dose([1], [0.1 * n], every=0.1, count=50)[0, 0] for n in range(50)]
    exact = [-np.expm1(-0.1 * (n + 1)) / -np.expm1(-0.1) for n in range(50)]
    np.testing.assert_allclose(tenth, exact, rtol=1e-9)


@pytest.mark.parametrize(
    ("transfer", "loss", "words"),
    [
        ([[0, -1], [0, 0]], [1, 1], "transfer must be a finite number at least 0 per time, not -1"),
        ([[0, 1], [0, 0]], [1, -1], "loss must be a finite number at least 0 per time, not -1"),
        ([[0, np.nan], [0, 0]], [1, 1], "transfer must be .* not nan"),
        ([[0, 1], [0, 0]], [1], "transfer must be of shape"),
        (np.zeros((0, 0)), [], "n at least 1"),
        ([[1.0]], [1], "diagonal of 0"),
    ],
)
def test_impossible_systems_are_refused(transfer: object, loss: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        LinearKinetics(transfer, loss)


ONE_STATE = LinearKinetics([[0.0]], [0.1])
NONSENSE = [np.nan, np.inf, -np.inf, -1]


@pytest.mark.parametrize("value", NONSENSE)
@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("dose", lambda bad: ONE_STATE.after_dose([bad], [1])),
        ("over", lambda bad: ONE_STATE.after_dose([1], [1], over=bad)),
        ("every", lambda bad: ONE_STATE.after_dose([1], [1], every=bad, count=3)),
        ("count", lambda bad: ONE_STATE.after_dose([1], [1], every=1, count=bad)),
        ("rate", lambda bad: ONE_STATE.under_input([bad], [1])),
        ("t", lambda bad: ONE_STATE.under_input([1], [bad])),
        ("rate", lambda bad: ONE_STATE.under_steady_input([bad])),
        ("dose", lambda bad: ONE_STATE.at_steady_state([bad], [1], every=2)),
        ("t", lambda bad: ONE_STATE.at_steady_state([1], [bad], every=2)),
        ("every", lambda bad: ONE_STATE.at_steady_state([1], [0], every=bad)),
        ("over", lambda bad: ONE_STATE.at_steady_state([1], [0], every=2, over=bad)),
    ],
)
def test_every_method_refuses_nonsense_by_name(
    name: str, call: Callable[[float], object], value: float
) -> None:
    with pytest.raises(ValueError, match=rf"^{name} must be .* not {value:g}\.$"):
        call(value)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: ONE_STATE.after_dose([1], [np.nan]), "^t must be a finite number, not nan"),
        (lambda: ONE_STATE.after_dose([1], [1], count=2), "^every must be .* above 0, not 0"),
        (lambda: ONE_STATE.after_dose([1], [1], every=1, count=1.5), "^count .* not 1.5"),
        (lambda: ONE_STATE.at_steady_state([1], [0], every=0), "^every must be .* above 0"),
        (lambda: ONE_STATE.at_steady_state([1], [3], every=2), "^t must be .* at most 2, not 3"),
        (lambda: ONE_STATE.after_dose([1, 2], [1]), r"^dose must have one .* 1 states, .* \(2,\)"),
        (lambda: ONE_STATE.under_input(1, [1]), r"^rate must have one value for each .* \(\)"),
        (lambda: ONE_STATE.under_steady_input([]), r"^rate must have one value for .* \(0,\)"),
    ],
)
def test_what_fits_no_system_or_course_is_refused(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


def test_states_have_the_shape_of_the_times() -> None:
    system = LinearKinetics([[0, 0], [1, 0]], [0, 0.1])
    for t in (1.0, [1.0, 2.0], [[1.0, 2.0, 3.0]]):
        for states in (
            system.after_dose([1, 0], t),
            system.under_input([1, 0], t),
            system.at_steady_state([1, 0], t, every=4),
        ):
            assert states.shape == (*np.shape(t), 2)
    np.testing.assert_array_equal(
        system.after_dose([1, 0], [[1, 2]])[0, 1], system.after_dose([1, 0], 2)
    )


def test_no_times_give_no_states() -> None:
    assert ONE_STATE.after_dose([1], []).shape == (0, 1)
    assert ONE_STATE.under_input([1], []).shape == (0, 1)
