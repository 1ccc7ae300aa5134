"""Cover by tablets and injections."""

from __future__ import annotations

from itertools import groupby, product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.adherence import cover, covered_days, longest_gap_d, p_for_cover
from tests.strategies import fractions

if TYPE_CHECKING:
    from collections.abc import Sequence


@given(fractions(), st.integers(1, 30))
def test_a_day_is_uncovered_if_every_tablet_of_the_window_was_missed(p: float, w: int) -> None:
    assert cover(p, w) == pytest.approx(1 - (1 - p) ** w, rel=1e-9, abs=1e-12)


@given(fractions(), st.floats(0.1, 30), st.floats(0, 10))
def test_cover_grows_with_the_window_and_with_p(p: float, w: float, more: float) -> None:
    assert cover(p, w) <= cover(p, w + more) * (1 + 1e-12)
    assert cover(p, w) <= cover((1 + p) / 2, w) * (1 + 1e-12)


@given(fractions())
def test_a_window_of_one_day_covers_what_is_taken(p: float) -> None:
    assert cover(p, 1) == pytest.approx(p, rel=1e-12)
    assert cover(p, 0) == 0


@given(st.floats(0, 0.99), st.floats(0.5, 30))
def test_p_for_a_cover_gives_it(fraction: float, w: float) -> None:
    assert cover(p_for_cover(fraction, w), w) == pytest.approx(fraction, rel=1e-6, abs=1e-12)


def test_reference_values() -> None:
    assert cover(0.5, 3) == 0.875
    np.testing.assert_allclose(cover([0, 1], [[0], [2]]), [[0, 0], [0, 1]])


@given(
    st.lists(st.integers(0, 1), min_size=1, max_size=60),
    st.integers(1, 8),
)
def test_days_are_covered_from_a_tablet_on(taken: list[int], window: int) -> None:
    expected = [float(any(taken[max(0, day - window + 1) : day + 1])) for day in range(len(taken))]
    assert covered_days(taken, window).tolist() == expected


def test_in_the_long_run_a_record_shows_the_cover() -> None:
    record = (np.random.default_rng(1).random(200_000) < 0.4).astype(int)
    for window in (1, 2, 3):
        assert covered_days(record, window).mean() == pytest.approx(cover(0.4, window), abs=0.005)


def test_no_days_no_cover() -> None:
    assert covered_days([], 2).tolist() == []


def longest_run_of_misses(taken: Sequence[int]) -> int:
    return max((len(list(run)) for day, run in groupby(taken) if not day), default=0)


@given(fractions(), st.integers(1, 8))
def test_the_longest_gap_is_the_mean_over_all_records(p: float, days: int) -> None:
    mean = 0.0
    for record in product((0, 1), repeat=days):
        chance = p ** sum(record) * (1 - p) ** (days - sum(record))
        mean += chance * longest_run_of_misses(record)
    assert longest_gap_d(p, days) == pytest.approx(mean, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("p", "days"),
    [(0.01, 5), (0.01, 30), (0.05, 14), (0.1, 7), (0.2, 7), (0.5, 180), (0.8, 180), (0.02, 365)],
)
def test_longest_gap_agrees_with_simulation(p: float, days: int) -> None:
    records = np.random.default_rng(2).random((4000, days)) < p
    longest = [longest_run_of_misses(record) for record in records.tolist()]
    error = np.std(longest) / np.sqrt(len(longest))
    assert longest_gap_d(p, days) == pytest.approx(np.mean(longest), abs=5 * error)


def test_gaps_at_the_ends() -> None:
    np.testing.assert_array_equal(longest_gap_d(1, [1, 10, 3653]), 0)
    np.testing.assert_allclose(longest_gap_d(0, [1, 10, 3653]), [1, 10, 3653])
    assert longest_gap_d(1e-9, 10) == pytest.approx(10, rel=1e-7)
    assert longest_gap_d(1e-300, 365) == pytest.approx(365)
    assert longest_gap_d(0.3, 1) == pytest.approx(0.7)


def test_gaps_in_many_years_follow_the_logarithm() -> None:
    """Far from the ends the mean is that of coin tosses: it grows with the logarithm of time."""
    p, days = 0.5, 3653
    limit = (np.log(days * p) + np.euler_gamma) / -np.log1p(-p) - 0.5
    assert longest_gap_d(p, days) == pytest.approx(limit, abs=0.01)


@given(st.floats(0.01, 0.99), st.integers(1, 60))
def test_gaps_grow_with_time_and_shrink_with_tablets(p: float, days: int) -> None:
    assert 0 <= longest_gap_d(p, days) <= longest_gap_d(p, days + 1) <= days + 1
    assert longest_gap_d((1 + p) / 2, days) <= longest_gap_d(p, days) + 1e-12


@pytest.mark.parametrize(
    ("taken", "window", "words"),
    [
        ([0, 2], 1, "taken must be"),
        ([0, 0.5], 1, "taken must be"),
        ([[0, 1]], 1, "taken must be a list"),
        ([0, 1], 0, "window_d must be"),
        ([0, 1], 1.5, "window_d must be"),
    ],
)
def test_illegal_records(taken: list[float], window: float, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        covered_days(taken, window)  # type: ignore[arg-type]  # illegal on purpose
