"""Depression and facilitation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.short_term_plasticity import (
    depression_drive_per_s,
    depression_steady_state,
    depression_train,
    facilitation_steady_state,
    facilitation_train,
)
from tests.strategies import examples, fractions_above_0, positive

rates_Hz = positive(1e-2, 1e3)
taus_ms = positive(1, 1e4)


@given(rates_Hz, fractions_above_0(), taus_ms)
def test_steady_state_is_the_fixed_point_of_use_and_recovery(
    rate: float, use: float, tau: float
) -> None:
    x, response = depression_steady_state(rate, use, tau)
    recovered = 1 - (1 - x * (1 - use)) * np.exp(-1000 / (rate * tau))
    np.testing.assert_allclose(recovered, x, rtol=1e-9)
    assert response == use * x
    assert 0 < x <= 1


@examples(50)
@given(st.floats(1, 50), st.floats(0.1, 1), st.floats(50, 500), st.floats(0, 500))
def test_long_train_reaches_the_steady_state(
    rate: float, use: float, tau_rec: float, tau_fac: float
) -> None:
    spikes = np.arange(0, 40 * max(tau_rec, tau_fac, 1000 / rate), 1000 / rate)
    train = facilitation_train(spikes, use, tau_rec, tau_fac)
    steady = facilitation_steady_state(rate, use, tau_rec, tau_fac)
    np.testing.assert_allclose([series[-1] for series in train], steady, rtol=1e-6)


@given(fractions_above_0(), taus_ms)
def test_silence_leaves_the_synapse_rested(use: float, tau: float) -> None:
    assert depression_steady_state(0, use, tau) == (1, use)
    assert facilitation_steady_state(0, use, tau, tau) == (1, use, use)


@given(rates_Hz, fractions_above_0(), taus_ms)
def test_drive_grows_with_rate_below_its_limit(rate: float, use: float, tau: float) -> None:
    lower, higher = depression_drive_per_s([rate, 1.1 * rate], use, tau)
    # Near the limit, neighbouring drives are one float.
    assert lower <= higher * (1 + 1e-12)
    assert higher <= 1000 / tau * (1 + 1e-12)


@given(fractions_above_0(), taus_ms)
def test_drive_approaches_its_limit(use: float, tau: float) -> None:
    np.testing.assert_allclose(depression_drive_per_s(1e15, use, tau), 1000 / tau, rtol=1e-6)


@given(rates_Hz, fractions_above_0(), taus_ms)
def test_without_facilitation_the_synapse_only_depresses(
    rate: float, use: float, tau: float
) -> None:
    x, u, response = facilitation_steady_state(rate, use, tau, 0)
    np.testing.assert_allclose([x, response], depression_steady_state(rate, use, tau), rtol=1e-12)
    np.testing.assert_allclose(u, use, rtol=1e-12)


@given(rates_Hz, fractions_above_0(), taus_ms, taus_ms)
def test_facilitation_only_adds_to_use(
    rate: float, use: float, tau_rec: float, tau_fac: float
) -> None:
    _, u, _ = facilitation_steady_state(rate, use, tau_rec, tau_fac)
    assert use * (1 - 1e-12) <= u <= 1


@examples(20)
@given(
    st.lists(st.floats(5, 300), min_size=1, max_size=4),
    st.floats(0.05, 0.9),
    st.floats(50, 1000),
    st.floats(50, 1000),
)
def test_train_agrees_with_the_differential_equations(
    gaps: list[float], use: float, tau_rec: float, tau_fac: float
) -> None:
    spikes = np.concatenate([[0.0], np.cumsum(gaps)])
    x, u = 1.0, 0.0  # u between spikes decays to 0; a spike raises it by U (1 - u)
    expected = []
    for gap in [*gaps, 1.0]:
        u += use * (1 - u)
        expected.append((x, u))
        x -= u * x
        (x,), (u,) = (
            solve_ivp(slope, (0, gap), [start], rtol=1e-9, atol=1e-12).y[:, -1]
            for slope, start in (
                (lambda _, y: (1 - y) / tau_rec, x),
                (lambda _, y: -y / tau_fac, u),
            )
        )
    train = facilitation_train(spikes, use, tau_rec, tau_fac)
    np.testing.assert_allclose(np.transpose([train.x, train.u]), expected, rtol=1e-6)


@given(st.floats(0.05, 1), taus_ms)
def test_first_spike_meets_a_rested_synapse(use: float, tau: float) -> None:
    assert depression_train([-5.0], use, tau).A.tolist() == [use]


@pytest.mark.parametrize("spikes", [[0, 10, 10], [10, 0]])
def test_spikes_must_rise(spikes: object) -> None:
    with pytest.raises(ValueError, match="spikes_ms must rise"):
        depression_train(spikes)


@pytest.mark.parametrize("spikes", [[], 5.0, [[1.0, 2.0]]])
def test_a_train_is_a_list_of_spikes(spikes: object) -> None:
    with pytest.raises(ValueError, match=r"^spikes_ms must be a list of at least one number"):
        depression_train(spikes)


@pytest.mark.parametrize(
    ("change", "name"),
    [({"U": 0}, "U"), ({"tau_rec_ms": 0}, "tau_rec_ms"), ({"tau_fac_ms": -1}, "tau_fac_ms")],
)
def test_train_refuses_by_name(change: dict[str, float], name: str) -> None:
    with pytest.raises(ValueError, match=rf"^{name} must be"):
        facilitation_train([0, 10], **change)
