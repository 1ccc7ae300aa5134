"""Genes, enzymes and levels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.pharmacogenetics import (
    GeneDose,
    fit_gene_dose,
    hepatic_availability,
    hepatic_clearance_L_h,
    hepatic_half_life_h,
    intrinsic_clearance_L_h,
    steady_state_ng_mL,
)
from tests.strategies import non_negative, positive


@given(non_negative(1e-3, 1e4), positive(1, 200))
def test_oral_clearance_is_intrinsic_whatever_the_flow(cl_int: float, flow: float) -> None:
    ratio = hepatic_clearance_L_h(cl_int, flow) / hepatic_availability(cl_int, flow)
    assert ratio == pytest.approx(cl_int, rel=1e-9)


@given(positive(1, 1e4), positive(1e-3, 1e6), positive(1, 200))
def test_clearance_empties_half_of_the_volume_in_a_half_life(
    volume: float, cl_int: float, flow: float
) -> None:
    rate_per_h = hepatic_clearance_L_h(cl_int, flow) / volume
    half_life_h = hepatic_half_life_h(volume, cl_int, flow)
    assert np.exp(-rate_per_h * half_life_h) == pytest.approx(0.5, rel=1e-9)


@given(positive(1e-3, 1e6), positive(1, 200))
def test_what_is_not_available_was_extracted(cl_int: float, flow: float) -> None:
    clearance = hepatic_clearance_L_h(cl_int, flow)
    assert hepatic_availability(cl_int, flow) + clearance / flow == pytest.approx(1, rel=1e-9)
    assert clearance <= min(cl_int, flow) * (1 + 1e-12)


@given(positive(1e-3, 10), positive(1e-3, 10), positive(0.1, 10))
def test_exact_levels_give_the_line_back_in_any_unit(a: float, b: float, unit: float) -> None:
    n = np.array([0, 1, 2, 3])
    fit = fit_gene_dose(n, unit / (a + b * n))
    assert (fit.a, fit.b) == pytest.approx((a / unit, b / unit), rel=1e-6)
    np.testing.assert_allclose(fit.level_per_dose(n), unit / (a + b * n), rtol=1e-6)


@given(st.integers(0, 4), positive(0.1, 100), positive(0.1, 100))
def test_reciprocal_level_is_linear_in_genes(n: int, a: float, b: float) -> None:
    levels = [
        steady_state_ng_mL(50, 24, intrinsic_clearance_L_h(genes, a, b)) for genes in (0, n, 4)
    ]
    steps = np.interp(n, [0, 4], [1 / levels[0], 1 / levels[2]])
    assert 1 / levels[1] == pytest.approx(steps, rel=1e-9)


def test_flow_limits_what_the_liver_clears() -> None:
    assert hepatic_clearance_L_h(1e12) == pytest.approx(60, rel=1e-9)
    assert hepatic_clearance_L_h(0) == 0
    assert hepatic_availability(0) == 1


@pytest.mark.parametrize(
    ("genes", "levels", "words"),
    [
        ([1, 1], [10, 20], "at least two different numbers of genes"),
        ([0, 1, 2], [10, 20], "one for each level, not 3 for 2"),
        ([0, 1], [10, 0], "level_per_dose must be a finite number above 0, not 0"),
        ([-1, 1], [10, 5], "n_genes must be a finite number at least 0 genes, not -1"),
        ([], [], "n_genes must be a list of at least one number"),
    ],
)
def test_impossible_fits_are_refused(genes: list, levels: list, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        fit_gene_dose(genes, levels)


def test_a_line_that_clears_nothing_has_no_level() -> None:
    with pytest.raises(ValueError, match=r"n_genes must give a \+ b n above 0"):
        GeneDose(a=1, b=-1).level_per_dose([0, 1])
    with pytest.raises(ValueError, match="a must be a finite number, not nan"):
        GeneDose(a=float("nan"), b=1)
    assert type(GeneDose(1, 1).level_per_dose(0)) is float
