"""Inhibition that fails in a seizure."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.circuits import critical_inhibition
from course.models.status_epilepticus import inhibitory_weight, rescue_window_min
from course.reference import card
from tests.strategies import positive

weights = positive(1e-3, 1e3)
factors = st.floats(1, 20)
taus = positive(1e-2, 1e4)


@given(weights, factors, taus, weights)
def test_at_the_end_of_the_window_the_drug_just_fails(
    w0: float, p: float, tau: float, needed: float
) -> None:
    end = rescue_window_min(w0, p, tau, needed)
    left = p * inhibitory_weight(end, w0, tau)
    if end > 0:
        assert left == pytest.approx(needed, rel=1e-9)
    else:
        assert left <= needed * (1 + 1e-12)


@given(weights, factors, taus, st.floats(0.01, 1))
def test_a_drug_adds_the_same_time_whatever_the_circuit(
    w0: float, p: float, tau: float, share: float
) -> None:
    gained = rescue_window_min(w0, p, tau, share * w0) - rescue_window_min(w0, 1, tau, share * w0)
    assert gained == pytest.approx(tau * np.log(p), rel=1e-9, abs=1e-9 * tau)


def test_reference_values() -> None:
    with_drug, without = rescue_window_min(p=[1.6, 1])
    assert (with_drug, without) == pytest.approx((16.7546, 7.3545), rel=1e-5)
    assert with_drug - without == pytest.approx(9.40007, rel=1e-5)


def test_the_need_is_that_of_the_circuit() -> None:
    circuit = card("ei_circuit")
    needed = critical_inhibition(*(circuit[name].value for name in ("wee", "wii", "wie")))
    assert card("status_epilepticus")["w_crit"].value == pytest.approx(needed)


def test_edges() -> None:
    assert rescue_window_min(0.9, 1, 20, 0.9) == 0
    assert rescue_window_min(1e-300, 1, 20, 1e300) == 0
    assert inhibitory_weight(-5, 1.3, 20) == 1.3
    assert inhibitory_weight(1e300, 1, 1e-300) == 0
