"""Saturable uptake of dopamine."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.uptake import (
    after_pulses_uM,
    dopamine_clearance_uM,
    half_time_s,
    tonic_dopamine_uM,
)
from tests.strategies import (
    examples,
    fractions,
    fractions_below_1,
    non_negative,
    positive,
)


@given(
    positive(1e-6, 1e3), positive(1e-2, 1e2), positive(1e-2, 1e2), fractions(), fractions_below_1()
)
def test_clearance_keeps_the_integrated_michaelis_menten_law(
    c0: float, vmax: float, km: float, share: float, occupied: float
) -> None:
    km_seen = km / (1 - occupied)
    t = share * (c0 + 20 * km_seen) / vmax
    c = dopamine_clearance_uM(t, c0, vmax, km, occupied)
    np.testing.assert_allclose(
        c0 - c + km_seen * np.log(c0 / c), vmax * t, rtol=1e-9, atol=1e-9 * (c0 + km_seen)
    )


@examples(30)
@given(positive(0.01, 10), positive(0.1, 10), positive(0.05, 5), st.floats(0, 0.9))
def test_clearance_agrees_with_the_differential_equation(
    c0: float, vmax: float, km: float, occupied: float
) -> None:
    km_seen = km / (1 - occupied)
    times = np.linspace(0, 2 * (c0 + km_seen) / vmax, 15)
    solved = solve_ivp(
        lambda _, c: -vmax * c / (km_seen + c),
        (0, times[-1]),
        [c0],
        t_eval=times,
        rtol=1e-9,
        atol=1e-13,
    ).y[0]
    np.testing.assert_allclose(
        dopamine_clearance_uM(times, c0, vmax, km, occupied), solved, rtol=1e-6, atol=1e-9 * c0
    )


@given(positive(), positive(), positive(), st.floats(0, 1e6))
def test_concentration_lies_between_0_and_its_start(
    c0: float, vmax: float, km: float, t: float
) -> None:
    with np.errstate(invalid="raise"):
        c = dopamine_clearance_uM(t, c0, vmax, km)
    assert 0 <= c <= c0


@given(positive(), positive(), positive(), st.floats(-1e3, 0))
def test_before_the_start_nothing_is_cleared(c0: float, vmax: float, km: float, t: float) -> None:
    assert dopamine_clearance_uM(t, c0, vmax, km) == c0


@given(positive(), positive(), st.floats(0, 1e3))
def test_nothing_stays_nothing(vmax: float, km: float, t: float) -> None:
    assert dopamine_clearance_uM(t, 0, vmax, km) == 0


@given(st.floats(0, 5), positive(0.1, 10))
def test_far_below_km_the_fall_is_exponential(time_constants: float, vmax: float) -> None:
    km = 1.0
    c0 = 1e-9
    np.testing.assert_allclose(
        dopamine_clearance_uM(time_constants * km / vmax, c0, vmax, km),
        c0 * np.exp(-time_constants),
        rtol=1e-7,
    )


@given(st.floats(0, 0.9), positive(0.1, 10))
def test_far_above_km_the_fall_is_a_straight_line(share: float, vmax: float) -> None:
    c0 = 1.0
    c = dopamine_clearance_uM(share * c0 / vmax, c0, vmax, km_uM=1e-9)
    np.testing.assert_allclose(c, c0 * (1 - share), rtol=1e-6)


@given(positive(1e-3, 1e3), positive(), positive(), fractions_below_1())
def test_half_time_halves(c0: float, vmax: float, km: float, occupied: float) -> None:
    half = half_time_s(c0, vmax, km, occupied)
    c = dopamine_clearance_uM(half, c0, vmax, km, occupied)
    np.testing.assert_allclose(c, c0 / 2, rtol=1e-6 * max(1, c0 / km))


@given(st.floats(0, 0.99), positive(), positive(), fractions_below_1())
def test_at_the_tonic_level_uptake_balances_release(
    share: float, vmax: float, km: float, occupied: float
) -> None:
    release = share * vmax
    c = tonic_dopamine_uM(release, 1, vmax, km, occupied)
    np.testing.assert_allclose(
        vmax * c / (km / (1 - occupied) + c), release, rtol=1e-9, atol=1e-300
    )


@given(st.floats(0.001, 0.99), positive(), positive(), fractions_below_1())
def test_occupancy_multiplies_the_tonic_level(
    share: float, vmax: float, km: float, occupied: float
) -> None:
    free = tonic_dopamine_uM(share * vmax, 1, vmax, km)
    drugged = tonic_dopamine_uM(share * vmax, 1, vmax, km, occupied)
    np.testing.assert_allclose(drugged / free, 1 / (1 - occupied), rtol=1e-9)


def test_tonic_level_diverges_as_release_nears_vmax() -> None:
    levels = tonic_dopamine_uM(np.array([0.9, 0.99, 0.999999]), 1, 1, 1)
    np.testing.assert_allclose(levels, [9, 99, 999999], rtol=1e-6)


@pytest.mark.parametrize("rate", [4.0, 5.0])
def test_release_that_reaches_vmax_has_no_steady_level(rate: float) -> None:
    with pytest.raises(
        ValueError, match=rf"^rate_Hz times per_pulse_uM must be below .* not {rate:g}\.$"
    ):
        tonic_dopamine_uM([1.0, rate], 1, 4, 0.2)


@given(st.integers(1, 6), positive(0.5, 500), positive(0.01, 1), fractions_below_1())
def test_burst_is_release_and_clearance_in_turn(
    pulses: int, rate: float, per_pulse: float, occupied: float
) -> None:
    c = after_pulses_uM(pulses, rate, per_pulse_uM=per_pulse, dat_occupancy=occupied)
    if pulses == 1:
        assert c == per_pulse
        return
    before = after_pulses_uM(pulses - 1, rate, per_pulse_uM=per_pulse, dat_occupancy=occupied)
    left = dopamine_clearance_uM(1 / rate, before, dat_occupancy=occupied)
    np.testing.assert_allclose(c, per_pulse + left, rtol=1e-12)


def test_ratio_of_a_million_is_finite_and_in_range() -> None:
    c = dopamine_clearance_uM(np.linspace(0, 3, 101), 1e6, 1e6, 1.0)
    assert np.isfinite(c).all()
    assert (np.diff(c) <= 0).all()
    assert c[0] == 1e6


@given(non_negative(1e-3, 1e3))
def test_silence_has_no_tonic_level(per_pulse: float) -> None:
    assert tonic_dopamine_uM(0, per_pulse) == 0


def test_a_long_burst_ends_at_its_steady_peak_and_an_endless_one_is_refused() -> None:
    assert after_pulses_uM(1e6, 4) == pytest.approx(after_pulses_uM(1000, 4), rel=1e-12)
    with pytest.raises(ValueError, match=r"pulses must be a whole number .* at most 1e\+06"):
        after_pulses_uM(1e7, 4)
