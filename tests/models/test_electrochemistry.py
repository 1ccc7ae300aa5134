"""Equilibrium and reversal potentials."""

import numpy as np
import pytest
from hypothesis import given

from course.models.electrochemistry import gaba_reversal_mV, nernst_mV, thermal_mV
from tests.strategies import non_negative, positive, temperatures_K, valences

ATOL_mV = 1e-9
CLOSE = {"rtol": 1e-9, "atol": ATOL_mV}


@given(positive(), positive(), valences(), temperatures_K())
def test_swapping_the_sides_turns_the_sign(
    outside: float, inside: float, z: int, kelvin: float
) -> None:
    there, back = nernst_mV(outside, inside, z, kelvin), nernst_mV(inside, outside, z, kelvin)
    np.testing.assert_allclose(there, -back, **CLOSE)


@given(positive(), positive(), valences(), temperatures_K())
def test_opposite_valence_turns_the_sign(
    outside: float, inside: float, z: int, kelvin: float
) -> None:
    np.testing.assert_allclose(
        nernst_mV(outside, inside, z, kelvin), -nernst_mV(outside, inside, -z, kelvin), **CLOSE
    )


@given(positive(), positive(), valences(), temperatures_K())
def test_potential_is_proportional_to_temperature(
    outside: float, inside: float, z: int, kelvin: float
) -> None:
    np.testing.assert_allclose(
        nernst_mV(outside, inside, z, 2 * kelvin),
        2 * nernst_mV(outside, inside, z, kelvin),
        **CLOSE,
    )


@given(positive(), valences(), temperatures_K())
def test_equal_sides_are_at_equilibrium_at_0(both: float, z: int, kelvin: float) -> None:
    assert nernst_mV(both, both, z, kelvin) == 0


def test_ratio_that_no_float_can_hold_is_finite() -> None:
    expected = thermal_mV() * 600 * np.log(10)
    np.testing.assert_allclose(nernst_mV(1e300, 1e-300, 1), expected, rtol=1e-12)


@given(positive(), positive(), non_negative(), non_negative(), temperatures_K())
def test_without_bicarbonate_permeability_gaba_is_chloride(
    cl_out: float, cl_in: float, out: float, inside: float, kelvin: float
) -> None:
    np.testing.assert_allclose(
        gaba_reversal_mV(cl_out, cl_in, out, inside, 0, kelvin),
        nernst_mV(cl_out, cl_in, -1, kelvin),
        **CLOSE,
    )


@given(positive(), positive(), positive(), positive())
def test_bicarbonate_at_the_ratio_of_chloride_changes_nothing(
    cl_out: float, cl_in: float, scale: float, p: float
) -> None:
    np.testing.assert_allclose(
        gaba_reversal_mV(cl_out, cl_in, scale * cl_out, scale * cl_in, p),
        nernst_mV(cl_out, cl_in, -1),
        **CLOSE,
    )


@given(positive(), positive(), non_negative(), non_negative(), non_negative())
def test_chloride_that_accumulates_depolarises(
    cl_out: float, cl_in: float, out: float, inside: float, p: float
) -> None:
    lower = gaba_reversal_mV(cl_out, cl_in, out, inside, p)
    assert gaba_reversal_mV(cl_out, 2 * cl_in, out, inside, p) >= lower


@given(positive(), positive(), non_negative(), non_negative(), non_negative())
def test_swapping_both_anions_turns_the_sign(
    cl_out: float, cl_in: float, out: float, inside: float, p: float
) -> None:
    np.testing.assert_allclose(
        gaba_reversal_mV(cl_out, cl_in, out, inside, p),
        -gaba_reversal_mV(cl_in, cl_out, inside, out, p),
        **CLOSE,
    )


def test_valence_0_has_no_equilibrium() -> None:
    with pytest.raises(ValueError, match="z must be a whole number other than 0"):
        nernst_mV(1, 1, [1, 0])
