"""Wind-up."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course.models.windup import plateau, response
from course.reference import card
from tests.strategies import fractions, positive

rates = positive(0.01, 100)
taus = positive(0.01, 100)
sizes = st.floats(-10, 10)


def looped(
    n: int, rate: float, tau: float, *, ampa: float, nmda: float, block: float
) -> list[float]:
    """The recursion, stimulus by stimulus."""
    carried, responses = 0.0, []
    for _ in range(n):
        responses.append(ampa + carried)
        carried = np.exp(-1 / (rate * tau)) * (carried + nmda * (1 - block))
    return responses


@given(n=st.integers(1, 40), rate=rates, tau=taus, ampa=sizes, nmda=sizes, block=fractions())
def test_closed_form_is_the_recursion(
    *, n: int, rate: float, tau: float, ampa: float, nmda: float, block: float
) -> None:
    expected = looped(n, rate, tau, ampa=ampa, nmda=nmda, block=block)
    actual = response(np.arange(1, n + 1), rate, tau, ampa, nmda, block=block)
    np.testing.assert_allclose(actual, expected, rtol=1e-9, atol=1e-9)


@given(rates, taus, sizes, sizes, fractions())
def test_a_blocker_leaves_the_first_response(
    rate: float, tau: float, ampa: float, nmda: float, block: float
) -> None:
    assert response(1, rate, tau, ampa, nmda, block=block) == ampa


@given(st.integers(1, 50), rates, taus, sizes, fractions())
def test_growth_is_in_proportion_to_what_is_unblocked(
    n: int, rate: float, tau: float, nmda: float, block: float
) -> None:
    whole, part = (response(n, rate, tau, 0, nmda, block=b) for b in (0, block))
    assert part == pytest.approx((1 - block) * whole, rel=1e-12, abs=1e-12)


@given(positive(0.01, 10), positive(0.01, 10), sizes, sizes, fractions())
def test_a_long_series_comes_to_the_plateau(
    rate: float, tau: float, ampa: float, nmda: float, block: float
) -> None:
    end = plateau(rate, tau, ampa, nmda, block)
    assert response(10**6, rate, tau, ampa, nmda, block=block) == pytest.approx(
        end, rel=1e-9, abs=1e-9
    )


@given(st.integers(2, 30), positive(0.1, 10), positive(0.1, 10))
def test_faster_and_later_stimuli_hurt_more(n: int, rate: float, tau: float) -> None:
    assume(rate * tau > 0.1)  # else the slow part is gone before the next stimulus
    slower, faster = response(n, [rate, 1.5 * rate], tau)
    assert slower < faster
    assert response(n, rate, tau) <= response(n + 1, rate, tau)


def test_reference_values() -> None:
    np.testing.assert_allclose(response(15, [1, 1 / 6], 2, 1, 1), [2.54009, 1.0524], rtol=1e-5)
    np.testing.assert_allclose(
        response(16, [0.1, 0.3, 0.5, 1, 2], 2, 1, 1),
        [1.00678, 1.23286, 1.58198, 2.54064, 4.43801],
        rtol=1e-5,
    )


def test_the_card_shows_growth_at_the_fast_rate_and_next_to_none_at_the_slow_one() -> None:
    values = card("wind_up")
    n = values["stimuli"].value
    assert response(n, values["rate_Hz"].value) > 2
    assert response(n, values["rest_rate_Hz"].value) < 1.1


def test_without_a_slow_part_block_is_irrelevant() -> None:
    assert response(20, 5, a_nmda=0, block=0.7) == 1


def test_extremes_are_right_and_finite() -> None:
    np.testing.assert_allclose(response([1, 3, 10], 1e300, 1e300), [1, 3, 10])
    np.testing.assert_allclose(response([1, 3, 10], 1e-300, 1e-300), 1)
    assert plateau(1e300, 1e300, block=1) == 1
    assert np.isfinite(plateau(1e100, 1e100))
