"""Dopamine with fewer terminals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.terminal_loss import (
    burst_peak_uM,
    dopamine_after_loss_uM,
    reach_um,
    share_at_distance,
)
from course.models.uptake import after_pulses_uM, tonic_dopamine_uM
from tests.strategies import fractions_above_0, non_negative, positive

rates = positive(1e-3, 1e2)


@given(fractions_above_0(), st.floats(0, 0.99), rates, rates)
def test_without_a_leak_terminals_do_not_matter(
    n: float, share: float, vmax: float, km: float
) -> None:
    level = dopamine_after_loss_uM(n, share * vmax, vmax, km, 0)
    assert level == pytest.approx(km * share / (1 - share), rel=1e-9)
    assert level == pytest.approx(tonic_dopamine_uM(share * vmax, 1, vmax, km), rel=1e-9)


@given(fractions_above_0(), non_negative(1e-3, 1e2), rates, rates, rates)
def test_release_balances_uptake_and_leak(
    n: float, release: float, vmax: float, km: float, leak: float
) -> None:
    c = dopamine_after_loss_uM(n, release, vmax, km, leak)
    terms = leak * c**2, (leak * km + n * (vmax - release)) * c, -n * release * km
    assert abs(sum(terms)) <= 1e-12 * max(map(abs, terms))


@given(st.floats(0.02, 0.9), st.floats(0.01, 2), rates, rates, rates)
def test_with_a_leak_fewer_terminals_mean_less(
    n: float, share: float, vmax: float, km: float, leak: float
) -> None:
    assume(leak > 1e-3 * vmax / km)
    fewer, more = dopamine_after_loss_uM([n, n * 1.1], share * vmax, vmax, km, leak)
    assert fewer < more


@given(st.floats(0.05, 1), st.floats(0.05, 0.9), st.floats(0.5, 5), st.floats(0.1, 2))
def test_it_is_where_the_equation_comes_to_rest(
    n: float, share: float, vmax: float, leak: float
) -> None:
    km, release = 0.2, share * vmax
    slowest = n * (vmax - release) ** 2 / (vmax * km) + leak
    end = solve_ivp(
        lambda _, c: n * release - n * vmax * c / (km + c) - leak * c,
        (0, 60 / slowest),
        [0.0],
        method="LSODA",
        rtol=1e-9,
        atol=1e-14,
    ).y[0, -1]
    assert dopamine_after_loss_uM(n, release, vmax, km, leak) == pytest.approx(end, rel=1e-6)


def test_reference_values() -> None:
    nM = 1000 * dopamine_after_loss_uM([1, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05])
    np.testing.assert_allclose(
        nM, [12.6232, 12.563, 12.4838, 12.3028, 12.0843, 11.4752, 10.4309], rtol=1e-5
    )


def test_extremes() -> None:
    assert dopamine_after_loss_uM(1, 0) == 0
    assert dopamine_after_loss_uM(1, 0.24, leak_per_s=1e-300) == pytest.approx(0.0127660, rel=1e-5)
    assert dopamine_after_loss_uM(1, 4, 4, 0.2, 1e-12) == pytest.approx(
        np.sqrt(4 * 0.2 / 1e-12), rel=1e-3
    )
    # Release beyond uptake is legal with a leak, which then has to take the difference.
    assert dopamine_after_loss_uM(1, 1e6, 1, 1, 1) == pytest.approx(1e6 - 1, rel=1e-6)
    with pytest.raises(ValueError, match=r"release_uM_s must be below vmax_uM_s .* not 4\."):
        dopamine_after_loss_uM(1, 4, 4, 0.2, 0)


@given(fractions_above_0(), st.integers(1, 10), positive(1, 100))
def test_a_burst_of_few_terminals_is_smaller(n: float, pulses: int, rate: float) -> None:
    assert burst_peak_uM(1, pulses, rate) == after_pulses_uM(pulses, rate)
    assert burst_peak_uM(n, pulses, rate) <= burst_peak_uM(1, pulses, rate) * (1 + 1e-12)


@given(fractions_above_0(), positive(), positive(), positive())
def test_the_reach_solves_the_steady_profile(n: float, d: float, vmax: float, km: float) -> None:
    """D C'' = n Vmax/Km C for C = exp(-x / reach)."""
    assert d / reach_um(n, d, vmax, km) ** 2 == pytest.approx(n * vmax / km, rel=1e-9)


@given(st.floats(0, 20), st.floats(0, 20), st.floats(0.05, 1))
def test_what_spreads_on_falls_by_the_same_share(there: float, on: float, n: float) -> None:
    at_once = share_at_distance(there + on, n)
    assert at_once == pytest.approx(share_at_distance(there, n) * share_at_distance(on, n))
    assert share_at_distance(reach_um(n), n) == pytest.approx(np.exp(-1))
