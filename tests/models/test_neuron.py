"""The Hodgkin-Huxley axon, its gates, stimuli and spikes."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

from course.models.neuron import HodgkinHuxley, Pulse, Rate, spike_shape, spike_times_ms
from tests.strategies import examples, voltages_mV

AXON = HodgkinHuxley.suggested()


def textbook_rates(v: float) -> tuple[float, ...]:
    """The rates as printed, written out here once more on their own."""
    return (
        0.1 * (v + 40) / (1 - np.exp(-(v + 40) / 10)),
        4 * np.exp(-(v + 65) / 18),
        0.07 * np.exp(-(v + 65) / 20),
        1 / (1 + np.exp(-(v + 35) / 10)),
        0.01 * (v + 55) / (1 - np.exp(-(v + 55) / 10)),
        0.125 * np.exp(-(v + 65) / 80),
    )


@given(voltages_mV().filter(lambda v: min(abs(v + 40), abs(v + 55)) > 1e-3))
def test_rates_are_those_of_the_textbook(v: float) -> None:
    opening_closing = zip(textbook_rates(v)[::2], textbook_rates(v)[1::2], strict=True)
    expected = [(a / (a + b), 1 / (a + b)) for a, b in opening_closing]
    gates = AXON.gates(v)
    np.testing.assert_allclose(gates[:3], [steady for steady, _ in expected], rtol=1e-9)
    np.testing.assert_allclose(gates[3:], [tau for _, tau in expected], rtol=1e-9)


@pytest.mark.parametrize(("rate", "limit"), [(AXON.alpha_m, 1.0), (AXON.alpha_n, 0.1)])
def test_rates_take_their_limit_where_the_fraction_is_0_over_0(rate: float, limit: float) -> None:
    assert rate(rate.at_mV) == limit
    np.testing.assert_allclose(rate(rate.at_mV + np.array([-1e-9, 1e-9])), limit, rtol=1e-9)


@given(st.floats(-1e6, 1e6))
def test_gates_are_fractions_at_any_potential(v: float) -> None:
    with np.errstate(invalid="raise"):
        gates = AXON.gates(v)
    assert all(0 <= gate <= 1 for gate in gates[:3])
    assert all(tau >= 0 for tau in gates[3:])


def test_no_current_settles_at_rest() -> None:
    run = AXON.run(0, duration_ms=300, dt_ms=1)
    np.testing.assert_allclose(run.v_mV[-1], -64.9964, atol=1e-4)
    v, m, h, n = (series[-1] for series in run[1:])
    np.testing.assert_allclose([m, h, n], AXON.gates(v)[:3], rtol=1e-6)


def textbook_slope(_: float, y: NDArray[np.float64], current: float) -> list[float]:
    """The equations as printed, written out here once more on their own."""
    v, m, h, n = y
    ionic = 120 * m**3 * h * (v - 50) + 36 * n**4 * (v + 77) + 0.3 * (v + 54.387)
    rates = np.array(textbook_rates(v))
    return [current - ionic, *(rates[::2] * (1 - y[1:]) - rates[1::2] * y[1:])]


@examples(5)
@given(st.floats(0, 30), st.floats(0.1, 5), st.floats(0.1, 4))
def test_run_agrees_with_another_solver(current: float, start: float, length: float) -> None:
    stop = start + length
    run = AXON.run(Pulse(current, start, stop), duration_ms=10, dt_ms=0.5)
    state, solved = [-65.0, *AXON.gates(-65.0)[:3]], {0.0: -65.0}
    for begin, end, level in ((0, start, 0), (start, stop, current), (stop, 10, 0)):
        times = np.append(run.t_ms[(run.t_ms > begin) & (run.t_ms < end)], end)
        piece = solve_ivp(
            textbook_slope,
            (begin, end),
            state,
            method="DOP853",
            t_eval=times,
            args=(level,),
            rtol=1e-10,
            atol=1e-12,
        )
        solved.update(zip(times, piece.y[0], strict=True))
        state = piece.y[:, -1]
    np.testing.assert_allclose(run.v_mV, [solved[t] for t in run.t_ms], rtol=1e-6, atol=1e-4)


@examples(5)
@given(st.floats(-20, 60))
def test_gates_stay_between_0_and_1(current: float) -> None:
    run = AXON.run(current, duration_ms=30, dt_ms=0.1)
    gates = np.array(run[2:])
    assert ((gates > 0) & (gates < 1)).all()


def test_a_function_and_a_pulse_of_the_same_current_agree() -> None:
    pulse = Pulse(20, 1, 2)
    exact = AXON.run(pulse, duration_ms=5, dt_ms=0.05)

    def by_clock(t: float) -> float:
        return 20.0 if 1 <= t < 2 else 0.0

    by_function = AXON.run(by_clock, duration_ms=5, dt_ms=0.05)
    np.testing.assert_allclose(by_function.v_mV, exact.v_mV, atol=1e-3)


def test_a_pulse_over_the_whole_run_is_a_constant_current() -> None:
    pulse = AXON.run(Pulse(7, -5, 50), duration_ms=20, dt_ms=0.5)
    np.testing.assert_allclose(pulse.v_mV, AXON.run(7, 20, 0.5).v_mV, rtol=1e-12)


def test_less_sodium_conductance_silences_the_axon() -> None:
    blocked = replace(AXON, g_na_mS_cm2=0.3 * AXON.g_na_mS_cm2)
    assert AXON.spike_count(10, duration_ms=50) > 0
    assert blocked.spike_count(10, duration_ms=50) == 0


def test_a_brief_kick_is_answered_all_or_none() -> None:
    peaks = [AXON.run(Pulse(i, 0, 1), 10).v_mV.max() for i in (3, 6, 20, 30)]
    assert max(peaks[:2]) < -40
    assert min(peaks[2:]) > 35


def test_samples_stand_at_multiples_of_the_interval() -> None:
    run = AXON.run(0, duration_ms=1, dt_ms=0.3)
    np.testing.assert_allclose(run.t_ms, [0, 0.3, 0.6, 0.9])
    assert {series.shape for series in run} == {(4,)}
    assert len(AXON.run(0, duration_ms=0.7, dt_ms=0.1).t_ms) == 8


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"duration_ms": 0}, "^duration_ms must be a finite number above 0 ms, not 0"),
        ({"dt_ms": 0}, "^dt_ms must be"),
        ({"dt_ms": 20}, "^dt_ms must be at most duration_ms, 10 ms, not 20"),
        ({"current_uA_cm2": np.nan}, "^current_uA_cm2 must be"),
        ({"current_uA_cm2": lambda _: np.inf}, "^current_uA_cm2 at 0 ms must be"),
    ],
)
def test_run_refuses_by_name(arguments: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        AXON.run(**{"current_uA_cm2": 1.0, "duration_ms": 10, **arguments})


@pytest.mark.parametrize(
    ("field", "value"),
    [("c_uF_cm2", 0), ("g_na_mS_cm2", -1), ("e_k_mV", np.nan), ("v_start_mV", np.inf)],
)
def test_axon_refuses_by_name(field: str, value: float) -> None:
    with pytest.raises(ValueError, match=rf"^{field} must be"):
        replace(AXON, **{field: value})


def test_rates_and_pulses_are_checked() -> None:
    with pytest.raises(ValueError, match=r"^width_mV must be a finite number above 0 mV"):
        Rate("sigmoid", 1.0, 0.0, 0.0)
    with pytest.raises(ValueError, match=r"^stop_ms must be at least start_ms, 2 ms, not 1"):
        Pulse(1, 2, 1)


@given(st.integers(1, 20), st.floats(0.2, 0.8))
def test_spikes_of_a_sine_are_its_upward_crossings(cycles: int, phase: float) -> None:
    t = np.linspace(0, cycles, 1000 * cycles)
    found = spike_times_ms(t, np.sin(2 * np.pi * (t - phase)))
    np.testing.assert_allclose(found, np.arange(cycles) + phase, atol=1e-5)


def test_threshold_can_be_moved() -> None:
    assert spike_times_ms([0, 1], [-30, -10], threshold_mV=-20).tolist() == [0.5]
    assert spike_times_ms([0, 1], [-30, -10]).size == 0


def test_shape_is_of_the_first_spike_alone() -> None:
    shape = spike_shape(range(7), [-65, 20, -70, -60, 40, -80, -65])
    assert shape == (20, 1, -70, 2)


@pytest.mark.parametrize(
    ("t", "v", "sentence"),
    [
        ([0, 1], [1], "t_ms and v_mV must have one length, not 2 and 1"),
        ([1, 0], [1, 1], "t_ms must rise"),
        ([0, 1], [-65, -60], "v_mV must hold a spike"),
        ([], [], "t_ms must be a list of at least one number"),
    ],
)
def test_shape_refuses(t: float, v: float, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        spike_shape(t, v)
