"""Operational model, competition and the Schild plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from course.models.receptor_theory import (
    agonist_for_response,
    dose_ratio,
    gaddum_response,
    kb_from_pa2,
    operational_ec50,
    operational_emax,
    operational_response,
    schild_fit,
)
from tests.strategies import non_negative, positive

if TYPE_CHECKING:
    from collections.abc import Callable

slopes = st.floats(0.3, 4)
constants = positive(1e-3, 1e3)


@given(non_negative(), positive(), constants, non_negative(1e-3, 1e3), slopes)
def test_alone_it_is_the_equation_of_black_and_leff(
    a: float, em: float, ka: float, tau: float, n: float
) -> None:
    top = (tau * a) ** n
    expected = em * top / ((ka + a) ** n + top)
    assert operational_response(a, em, ka, tau, n) == pytest.approx(expected, rel=1e-9)


@given(
    non_negative(), constants, non_negative(1e-3, 1e3), slopes, non_negative(1e-3, 1e3), constants
)
def test_an_antagonist_multiplies_the_agonist_s_constant(  # noqa: PLR0917  hypothesis draws by position
    a: float, ka: float, tau: float, n: float, b: float, kb: float
) -> None:
    beside = operational_response(a, 1, ka, tau, n, b=b, kb=kb)
    shifted = operational_response(a, 1, ka * dose_ratio(b, kb), tau, n)
    assert beside == pytest.approx(shifted, rel=1e-9, abs=1e-300)


@given(constants, positive(1e-3, 1e3), slopes, non_negative(1e-3, 1e3), constants)
def test_an_antagonist_is_surmountable(
    ka: float, tau: float, n: float, b: float, kb: float
) -> None:
    much = 1e9 * ka * dose_ratio(b, kb) * (1 + 1 / tau)
    assert operational_response(much, 1, ka, tau, n, b=b, kb=kb) == pytest.approx(
        operational_emax(1, tau, n), rel=1e-6
    )


@given(positive(), constants, non_negative(1e-3, 1e3))
def test_with_slope_1_maximum_and_ec50_have_the_same_denominator(
    em: float, ka: float, tau: float
) -> None:
    assert operational_emax(em, tau) * (1 + tau) == pytest.approx(em * tau, rel=1e-9)
    assert operational_ec50(ka, tau) * (1 + tau) == pytest.approx(ka, rel=1e-9)


@given(constants, positive(1e-3, 1e3), slopes, non_negative(1e-3, 1e3), constants)
def test_ec50_gives_half_of_the_maximum(
    ka: float, tau: float, n: float, b: float, kb: float
) -> None:
    half = operational_ec50(ka, tau, n, b=b, kb=kb)
    expected = operational_emax(1, tau, n) / 2
    assert operational_response(half, 1, ka, tau, n, b=b, kb=kb) == pytest.approx(
        expected, rel=1e-9
    )


@given(constants, slopes)
def test_without_efficacy_the_ec50_tends_to_a_limit(ka: float, n: float) -> None:
    assert operational_ec50(ka, 0, n) == pytest.approx(ka / (2 ** (1 / n) - 1), rel=1e-9)
    assert operational_emax(1, 0, n) == 0
    assert operational_response([0, 1, 1e6], 1, ka, 0, n).tolist() == [0, 0, 0]


@given(
    st.floats(0, 0.999), constants, positive(1e-2, 1e3), slopes, non_negative(1e-3, 1e3), constants
)
def test_an_agonist_for_a_response_gives_it(  # noqa: PLR0917  hypothesis draws by position
    share: float, ka: float, tau: float, n: float, b: float, kb: float
) -> None:
    response = share * operational_emax(50, tau, n)
    a = agonist_for_response(response, 50, ka, tau, n, b=b, kb=kb)
    assert operational_response(a, 50, ka, tau, n, b=b, kb=kb) == pytest.approx(response, rel=1e-6)


@given(constants, st.floats(0.01, 0.999), slopes, st.floats(1.1, 1000))
def test_equal_responses_differ_by_the_dose_ratio_whatever_the_efficacy(
    tau: float, share: float, n: float, ratio: float
) -> None:
    response = share * operational_emax(1, tau, n)
    alone = agonist_for_response(response, 1, 1, tau, n)
    beside = agonist_for_response(response, 1, 1, tau, n, b=ratio - 1, kb=1)
    assert beside / alone == pytest.approx(ratio, rel=1e-9)


@given(constants, constants, positive(1e-2, 1e2), slopes)
def test_a_partial_agonist_saturates_at_its_own_maximum(
    ka: float, kb: float, tau_b: float, n: float
) -> None:
    beside = operational_response(ka, 1, ka, 1000, n, b=1e12 * kb, kb=kb, tau_b=tau_b)
    assert beside == pytest.approx(operational_emax(1, tau_b, n), rel=1e-6)


@given(non_negative(), constants, constants, non_negative(1e-3, 1e3), slopes)
def test_two_ligands_exchange_roles(a: float, ka: float, kb: float, tau: float, n: float) -> None:
    one = operational_response(a, 1, ka, tau, n, b=2, kb=kb, tau_b=0.5)
    other = operational_response(2, 1, kb, 0.5, n, b=a, kb=ka, tau_b=tau)
    assert one == pytest.approx(other, rel=1e-9)


@given(constants, st.floats(0.05, 1), positive(1, 1e3))
def test_inactivating_receptors_divides_tau(ka: float, left: float, tau: float) -> None:
    """Furchgott: the occupancies that equal responses need stand in the ratio of the receptors."""
    response = 0.5 * operational_emax(1, left * tau)
    before = agonist_for_response(response, 1, ka, tau)
    after = agonist_for_response(response, 1, ka, left * tau)
    ratio = gaddum_response(before, ka) / gaddum_response(after, ka)
    assert ratio == pytest.approx(left, rel=1e-9)


@given(constants, slopes, non_negative(1e-3, 1e3), constants)
def test_gaddum_halves_at_the_shifted_constant(ka: float, n: float, b: float, kb: float) -> None:
    assert gaddum_response(ka * dose_ratio(b, kb), ka, n, b=b, kb=kb) == pytest.approx(
        0.5, rel=1e-9
    )
    assert gaddum_response(0, ka, n, b=b, kb=kb) == 0


@given(st.floats(5, 11), st.lists(st.floats(-2, 3), min_size=2, max_size=8, unique=True))
def test_competition_gives_a_schild_slope_of_1(pa2: float, decades: list[float]) -> None:
    if np.ptp(decades) < 1e-3:
        return
    kb = kb_from_pa2(pa2)
    b = kb * 10.0 ** np.array(decades)
    shifted = [
        brentq(lambda a, one=one: gaddum_response(a, 1, b=one, kb=kb) - 0.5, 1e-3, 1e6, xtol=1e-13)
        for one in b
    ]
    fit = schild_fit(b, np.array(shifted))
    tolerance = 1e-9 / np.ptp(decades) * 10 ** -min(0, *decades)
    assert fit.slope == pytest.approx(1, abs=tolerance)
    assert fit.pa2 == pytest.approx(pa2, abs=20 * tolerance)


def test_a_schild_line_through_noise_keeps_1_inside_its_interval() -> None:
    rng = np.random.default_rng(20)
    b = 1e-9 * np.array([1, 3, 10, 30, 100, 300.0])
    ratios = 1 + (b / 1e-9) * 10 ** (0.05 * rng.standard_normal(b.size))
    slope, pa2, se = schild_fit(b, ratios)
    assert abs(slope - 1) < 3 * se
    assert pa2 == pytest.approx(9, abs=0.1)


def test_reference_values() -> None:
    mol_per_kg = np.array([0.01, 0.032, 0.1]) * 1e-3 / 341.40
    np.testing.assert_allclose(
        dose_ratio(mol_per_kg, kb_from_pa2(8.66)), [14.39, 43.84, 134.9], rtol=1e-3
    )
    assert kb_from_pa2(7.64) / kb_from_pa2(8.66) == pytest.approx(10.47, rel=1e-3)
    assert operational_emax(1, 10) == pytest.approx(0.909, rel=1e-3)
    assert operational_ec50(11, 10) == pytest.approx(1)


def test_extremes_stay_finite_and_right() -> None:
    assert operational_response(1e300, 1, 1e-300, 1, b=1e300, kb=1e-300) == pytest.approx(1 / 3)
    assert operational_response(1, 1, 1, 1e300, 1) == 1
    assert operational_ec50(1, 1e300, 50) == pytest.approx(1e-300, rel=1e-9)
    assert operational_ec50(1, 1e-300, 200) == pytest.approx(1 / (2 ** (1 / 200) - 1), rel=1e-9)
    assert operational_ec50(1, 1, 1e-4) == 0
    assert agonist_for_response([0, 0], 1, 1, 0).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: schild_fit([1e-9, 1e-8], [2]), "dose_ratios must be 2 numbers"),
        (lambda: schild_fit([1e-9, 1e-8], [2, 1]), "dose_ratios must be .*above 1"),
        (lambda: schild_fit([1e-9, 0], [2, 3]), "b must be .*above 0"),
        (lambda: schild_fit([1e-9, 1e-9], [2, 3]), "two different"),
        (lambda: agonist_for_response(0.5, 1, 1, tau=1), "response must be below .* 0.5"),
    ],
)
def test_errors_name_the_argument(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()
