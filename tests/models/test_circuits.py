"""Excitation and inhibition near rest."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.linalg import expm

from course.models.circuits import (
    critical_excitation,
    critical_inhibition,
    eigenvalues,
    excitation_after_nudge,
    ringing,
    ringing_inhibition,
)
from tests.strategies import positive

weights = st.floats(0, 10)
above_0 = st.floats(0.05, 10)
taus = positive(0.5, 100)


@given(weights, weights, above_0, weights, taus, taus)
def test_eigenvalues_have_the_trace_and_the_determinant(  # noqa: PLR0917  hypothesis draws by position
    wee: float, wei: float, wie: float, wii: float, tau_e: float, tau_i: float
) -> None:
    first, second = eigenvalues(wee, wei, wie, wii, tau_e, tau_i)
    trace = (wee - 1) / tau_e - (1 + wii) / tau_i
    det = (wei * wie - (wee - 1) * (1 + wii)) / (tau_e * tau_i)
    size = abs(first) + abs(second)
    assert first + second == pytest.approx(trace, abs=1e-12 * (size + abs(trace)))
    assert first * second == pytest.approx(det, abs=1e-12 * (size**2 + abs(det)))
    assert isinstance(first, complex)
    assert first.real >= second.real - 1e-15
    assert first.imag >= 0


@given(weights, weights, above_0, weights, taus, taus)
def test_they_are_those_of_the_matrix(  # noqa: PLR0917  hypothesis draws by position
    wee: float, wei: float, wie: float, wii: float, tau_e: float, tau_i: float
) -> None:
    matrix = np.array([[(wee - 1) / tau_e, -wei / tau_e], [wie / tau_i, -(1 + wii) / tau_i]])
    expected = sorted(np.linalg.eigvals(matrix), key=lambda root: (root.real, root.imag))
    first, second = eigenvalues(wee, wei, wie, wii, tau_e, tau_i)
    assume(abs(first - second) > 1e-3 * abs(first))
    size = 1e-9 * np.abs(matrix).max()
    assert first == pytest.approx(expected[1], abs=size)
    assert second == pytest.approx(expected[0], abs=size)


@given(st.floats(1.01, 10), above_0, weights, taus, taus)
def test_growth_changes_sign_at_the_critical_inhibition(
    wee: float, wie: float, wii: float, tau_e: float, tau_i: float
) -> None:
    assume((wee - 1) / tau_e < 0.99 * (1 + wii) / tau_i)  # negative trace
    edge = critical_inhibition(wee, wii, wie)
    growth = ringing(wee, [edge * 0.999, edge * 1.001], wie, wii, tau_e, tau_i).growth_per_ms
    assert growth[0] > 0 > growth[1]
    first, _ = eigenvalues(wee, edge, wie, wii, tau_e, tau_i)
    assert abs(first) < 1e-12


@given(above_0, weights, taus, taus)
def test_beyond_the_critical_excitation_even_strong_inhibition_cannot_hold(
    wie: float, wii: float, tau_e: float, tau_i: float
) -> None:
    wee = critical_excitation(wii, tau_e, tau_i) * np.array([0.999, 1.001])
    strong = 10 * ringing_inhibition(wee, wii, wie, tau_e, tau_i)
    strong += 2 * critical_inhibition(wee, wii, wie)
    below, beyond = ringing(wee, strong, wie, wii, tau_e, tau_i).growth_per_ms
    assert below < 0 < beyond


@given(weights, above_0, weights, taus, taus)
def test_a_circuit_rings_above_its_ringing_inhibition(
    wee: float, wie: float, wii: float, tau_e: float, tau_i: float
) -> None:
    edge = ringing_inhibition(wee, wii, wie, tau_e, tau_i)
    assume(edge > 1e-6)
    rings = ringing(wee, [edge * 0.999, edge * 1.001], wie, wii, tau_e, tau_i).frequency_Hz
    assert rings[0] == 0 < rings[1]


def test_reference_values() -> None:
    assert critical_inhibition(2.5, 0.5, 2.5) == pytest.approx(0.9, rel=1e-12)
    assert critical_inhibition(0.5, 0.5, 2.5) < 0
    first, second = eigenvalues(2.5, 0.9, 2.5, 0.5)
    assert (first + second).real == pytest.approx(-0.075)


def test_ringing_has_the_frequency_of_the_pair() -> None:
    growth, frequency = ringing(2.5, 3, 2.5, 0.5)
    first, second = eigenvalues(2.5, 3, 2.5, 0.5)
    assert first == second.conjugate()
    assert (growth, frequency) == pytest.approx((first.real, first.imag * 1000 / (2 * np.pi)))
    assert ringing(1, 0, 1, 0).frequency_Hz == 0


def test_arrays_give_arrays() -> None:
    first, _ = eigenvalues(np.linspace(0, 3, 5)[:, None], np.linspace(0, 2, 4), 2.5, 0.5)
    assert first.shape == (5, 4)
    assert first.dtype == complex


def test_a_circuit_without_any_rate_of_its_own_stays() -> None:
    """Trace and determinant both 0: nothing grows, nothing fades."""
    assert eigenvalues(2, 1, 1, 0, 1, 1) == (0, 0)


@given(weights, weights, above_0, weights, taus, taus, st.floats(0, 100))
def test_a_nudge_goes_as_the_exponential_of_the_matrix(  # noqa: PLR0917  hypothesis draws by position
    wee: float, wei: float, wie: float, wii: float, tau_e: float, tau_i: float, t: float
) -> None:
    matrix = np.array([[(wee - 1) / tau_e, -wei / tau_e], [wie / tau_i, -(1 + wii) / tau_i]])
    assume(abs(matrix).max() * t < 300)
    whole = expm(matrix * t)
    left = excitation_after_nudge(t, wee, wei, wie, wii, tau_e, tau_i)
    assert left == pytest.approx(whole[0, 0], abs=1e-6 * abs(whole).max() + 1e-300)


def test_a_nudge_at_two_equal_modes_is_the_limit_of_unequal_ones() -> None:
    """Weights 1 and 0 with equal time constants and wie = wei: both modes meet."""
    meeting = excitation_after_nudge(10, 2, [1, 1 + 1e-9], 1, 0, 10, 10)
    assert meeting == pytest.approx([2, 2], rel=1e-6)


def test_a_nudge_stands_still_at_the_edge() -> None:
    early, late = excitation_after_nudge([500, 5000], 2.5, 0.9, 2.5, 0.5)
    assert early == pytest.approx(late, rel=1e-9)
    assert excitation_after_nudge(1e6, 2.5, 0.5, 2.5, 0.5) == np.inf
