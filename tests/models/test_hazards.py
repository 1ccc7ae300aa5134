"""Competing causes of stopping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.hazards import (
    cause_shares,
    cumulative_incidence,
    hazard_from_fraction,
    median_time,
    stopped_fraction,
)
from tests.strategies import non_negative, positive

if TYPE_CHECKING:
    from collections.abc import Callable

causes = st.lists(non_negative(1e-3, 10), min_size=1, max_size=5).filter(any)


@given(causes, positive(1e-3, 1e3))
def test_causes_add_up(hazards: list[float], t: float) -> None:
    assert cause_shares(hazards).sum() == pytest.approx(1, rel=1e-12)
    assert cumulative_incidence(hazards, t).sum() == pytest.approx(
        stopped_fraction(hazards, t), rel=1e-9
    )


@given(causes, positive(1e-2, 10), positive(1e-2, 10))
def test_who_has_stayed_is_as_new(hazards: list[float], first: float, then: float) -> None:
    left = 1 - stopped_fraction(hazards, [first, then, first + then])
    assert left[2] == pytest.approx(left[0] * left[1], rel=1e-6, abs=1e-12)


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=4), st.floats(0.1, 20))
def test_incidence_solves_its_equations(hazards: list[float], t: float) -> None:
    def flow(_: float, y: np.ndarray) -> np.ndarray:
        return np.append(np.array(hazards) * y[-1], -sum(hazards) * y[-1])

    start = np.append(np.zeros(len(hazards)), 1.0)
    end = solve_ivp(flow, (0, t), start, method="LSODA", rtol=1e-9, atol=1e-12).y[:, -1]
    np.testing.assert_allclose(cumulative_incidence(hazards, t), end[:-1], rtol=1e-6)


@given(st.floats(0.001, 0.999), positive(1e-2, 1e3))
def test_a_fraction_and_a_time_give_the_hazard(fraction: float, t: float) -> None:
    h = hazard_from_fraction(fraction, t)
    assert stopped_fraction([h], t) == pytest.approx(fraction, rel=1e-9)
    assert stopped_fraction([h], median_time(h)) == pytest.approx(0.5, rel=1e-9)


def test_three_quarters_in_18_months() -> None:
    h = hazard_from_fraction(0.74, 18)
    assert (h, median_time(h)) == pytest.approx((0.0748374, 9.26204), rel=1e-5)


def test_probabilities_do_not_add() -> None:
    alone = [stopped_fraction([h], 18) for h in (0.03, 0.03, 0.015)]
    assert sum(alone) > 1 > stopped_fraction([0.03, 0.03, 0.015], 18)


def test_edges() -> None:
    assert stopped_fraction([0.1], -5) == 0
    assert stopped_fraction([1e300], 1) == 1
    assert cause_shares([1e308, 1e308]).tolist() == [0.5, 0.5]
    assert cumulative_incidence([0.1, 0], [0, 1e9]).tolist() == [[0, 1], [0, 0]]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: stopped_fraction([0, 0], 1), "hazards must not all be 0"),
        (lambda: cause_shares([-1, 2]), "hazards must be .*at least 0"),
        (lambda: cause_shares([]), "hazards must be a list"),
        (lambda: stopped_fraction([1], np.nan), "t must be"),
    ],
)
def test_errors_name_the_argument(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()
