"""Tapers of a fictitious drug."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.adaptation import opponent_response
from course.models.occupancy import occupancy
from course.models.tapering import dose_at, hyperbolic_taper, linear_taper, taper_doses
from tests.strategies import positive

if TYPE_CHECKING:
    from collections.abc import Callable

starts = positive(1e-2, 1e3)
counts = st.integers(1, 30)


def test_eight_steps_as_multiples_of_the_ed50() -> None:
    doses = taper_doses(1, np.arange(8, 0, -1) / 10)
    expected = [4, 2.33333, 1.5, 1, 0.666667, 0.428571, 0.25, 0.111111]
    np.testing.assert_allclose(doses, expected, rtol=1e-5)


@given(positive(), st.lists(st.floats(0.001, 0.999), min_size=1, max_size=9, unique=True))
def test_doses_give_the_occupancies_back(ed50: float, occupancies: list[float]) -> None:
    falling = sorted(occupancies, reverse=True)
    np.testing.assert_allclose(occupancy(taper_doses(ed50, falling), ed50), falling, rtol=1e-9)


@given(starts, counts)
def test_steps_are_equal_in_dose_or_in_occupancy(start: float, steps: int) -> None:
    linear, hyperbolic = linear_taper(start, steps), hyperbolic_taper(start, steps)
    for doses in (linear, hyperbolic):
        assert doses.size == steps + 1
        assert (doses[0], doses[-1]) == (start, 0)
        assert (np.diff(doses) < 0).all()
    np.testing.assert_allclose(np.diff(linear), -start / steps, rtol=1e-9)
    np.testing.assert_allclose(
        np.diff(occupancy(hyperbolic, 1)), -occupancy(start, 1) / steps, rtol=1e-9
    )


def test_a_hyperbolic_taper_has_the_smallest_rebound() -> None:
    t = np.arange(0, 400, 0.5)
    peaks = []
    for doses in (linear_taper(9, 1), linear_taper(9, 8), hyperbolic_taper(9, 8)):
        u = occupancy(dose_at(t, doses, step_length=10, begin=100), 1)
        peaks.append(-opponent_response(t, u, tau=20, gain=1).e.min())
    assert peaks[0] > peaks[1] > peaks[2]


@given(st.floats(-100, 100), st.floats(0.1, 50), st.floats(-50, 50))
def test_the_dose_in_force_changes_at_each_step(t: float, length: float, begin: float) -> None:
    doses = [3.0, 2.0, 1.0, 0.0]
    passed = sum(t >= begin + k * length for k in range(3))
    if min(abs(t - begin - k * length) for k in range(3)) > 1e-9:
        assert dose_at(t, doses, length, begin) == doses[passed]


def test_a_reduction_counts_at_its_own_time() -> None:
    assert dose_at([9.9, 10, 14.9, 15], [2, 1, 0], 5, begin=10).tolist() == [2, 1, 1, 0]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: taper_doses(0, [0.5]), "ed50 must be"),
        (lambda: taper_doses(1, []), "occupancies must be a list"),
        (lambda: taper_doses(1, [1.0]), "occupancies must be"),
        (lambda: taper_doses(1, [0.5, 0.5]), "occupancies must be strictly decreasing"),
        (lambda: linear_taper(0, 1), "start must be"),
        (lambda: hyperbolic_taper(1, 0), "steps must be"),
        (lambda: dose_at(0, [-1], 1), "doses must be"),
        (lambda: dose_at(0, [1], 0), "step_length must be"),
    ],
)
def test_errors_name_the_argument(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()
