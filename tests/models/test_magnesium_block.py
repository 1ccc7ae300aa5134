"""The magnesium block of the NMDA receptor."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from course.models.magnesium_block import (
    half_block_mV,
    nmda_current,
    peak_inward_mV,
    unblocked_fraction,
)
from tests.strategies import positive, voltages_mV


@given(voltages_mV(), positive())
def test_fraction_lies_between_0_and_1(v: float, mg: float) -> None:
    assert 0 < unblocked_fraction(v, mg) <= 1


@given(st.floats(-150, 150), positive(1e-2, 1e2))
def test_depolarisation_relieves_the_block(v: float, mg: float) -> None:
    assert unblocked_fraction(v + 1, mg) > unblocked_fraction(v, mg)


@given(st.floats(-150, 150), positive(1e-2, 1e2))
def test_more_magnesium_blocks_more(v: float, mg: float) -> None:
    assert unblocked_fraction(v, 1.01 * mg) < unblocked_fraction(v, mg)


@given(voltages_mV())
def test_without_magnesium_nothing_is_blocked(v: float) -> None:
    assert unblocked_fraction(v, 0) == 1


@given(voltages_mV())
def test_fraction_goes_to_1_as_magnesium_goes(v: float) -> None:
    assert unblocked_fraction(v, 1e-300) == 1


@given(st.floats(-100, 100), positive(1e-3, 1e3), positive(1e-2, 1e2), positive(1e-2, 1))
def test_fraction_is_the_textbook_form(v: float, mg: float, half: float, slope: float) -> None:
    np.testing.assert_allclose(
        unblocked_fraction(v, mg, half_block_mM=half, slope_per_mV=slope),
        1 / (1 + mg / half * np.exp(-slope * v)),
        rtol=1e-12,
    )


@given(positive(), positive(1e-2, 1e2), positive(1e-2, 1))
def test_half_is_blocked_at_the_half_block_potential(mg: float, half: float, slope: float) -> None:
    v = half_block_mV(mg, half_block_mM=half, slope_per_mV=slope)
    fraction = unblocked_fraction(v, mg, half_block_mM=half, slope_per_mV=slope)
    np.testing.assert_allclose(fraction, 0.5, rtol=1e-9)


def test_extreme_potentials_do_not_overflow() -> None:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        np.testing.assert_allclose(unblocked_fraction(500, 1), 1, rtol=1e-12)
        assert 0 < unblocked_fraction(-500, 1) < 1e-12
        np.testing.assert_allclose(unblocked_fraction([-1e6, 1e6], 1), [0, 1])


@given(st.floats(-20, 20), positive(1e-2, 1e2))
def test_no_current_at_the_reversal_potential(e_rev: float, mg: float) -> None:
    assert nmda_current(e_rev, mg, e_rev) == 0


@given(st.floats(-20, 20), positive(0.05, 20))
def test_peak_is_where_the_inward_current_is_largest(e_rev: float, mg: float) -> None:
    peak = peak_inward_mV(mg, e_rev)
    found = minimize_scalar(
        nmda_current,
        bounds=(e_rev - 300, e_rev),
        args=(mg, e_rev),
        method="bounded",
        options={"xatol": 1e-9},
    )
    np.testing.assert_allclose(nmda_current(peak, mg, e_rev), found.fun, rtol=1e-9)
    np.testing.assert_allclose(peak, found.x, atol=1e-3)


def test_current_is_proportional_to_conductance() -> None:
    np.testing.assert_allclose(
        nmda_current([-60, 20], g_nS=3), np.multiply(3, nmda_current([-60, 20])), rtol=1e-12
    )
