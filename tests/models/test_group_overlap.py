"""Two groups that overlap."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from course.models.group_overlap import (
    cutoff_rates,
    d_from_auc,
    density,
    group_overlap,
    predictive_values,
    simulated_groups,
    standardised_difference,
)

sizes = st.floats(-4, 4)


@given(sizes)
def test_overlap_is_symmetric(d: float) -> None:
    one, other = group_overlap(d), group_overlap(-d)
    assert 0 < one.ovl <= 1
    assert one.ovl == other.ovl
    assert one.auc + other.auc == pytest.approx(1, rel=1e-12)
    assert one.above_mean + other.above_mean == pytest.approx(1, rel=1e-12)


def test_equal_groups_overlap_entirely() -> None:
    assert group_overlap(0)[:3] == (1, 0.5, 0.5)


@given(sizes)
def test_ovl_is_the_area_below_both_curves(d: float) -> None:
    def lower(x: float) -> float:
        return math.exp(-max(x**2, (x - d) ** 2) / 2) / math.sqrt(2 * math.pi)

    assert min(density(0.3), density(0.3, d)) == pytest.approx(lower(0.3), rel=1e-12)
    area, _ = quad(lower, -9, 9, points=[d / 2], limit=200)
    assert group_overlap(d).ovl == pytest.approx(area, rel=1e-6)


@given(sizes, sizes)
def test_the_density_is_how_fast_a_cut_off_loses_people(x: float, d: float) -> None:
    lost, _ = quad(lambda value: density(value, d), x, x + 0.5)
    above = cutoff_rates(d, [x, x + 0.5]).sensitivity
    assert lost == pytest.approx(above[0] - above[1], rel=1e-9)


@given(st.floats(-3, 3))
def test_auc_is_the_area_below_the_roc_curve(d: float) -> None:
    cutoffs = np.linspace(12, -12, 4001)
    sensitivity, specificity = cutoff_rates(d, cutoffs)
    assert np.trapezoid(sensitivity, 1 - specificity) == pytest.approx(
        group_overlap(d).auc, abs=1e-5
    )
    assert d_from_auc(group_overlap(d).auc) == pytest.approx(d, abs=1e-9)


def test_reference_values() -> None:
    np.testing.assert_allclose(
        group_overlap(0.79), [0.692843, 0.711788, 0.785236, 0.113139], rtol=1e-5
    )
    np.testing.assert_allclose(
        group_overlap(0.26), [0.896566, 0.572934, 0.602568, 0.0409295], rtol=1e-5
    )


@given(sizes, sizes, st.floats(0, 1))
def test_predictive_values_are_bayes(d: float, cutoff: float, prevalence: float) -> None:
    sensitivity, specificity = cutoff_rates(d, cutoff)
    ppv, npv = predictive_values(d, cutoff, prevalence)
    positive = sensitivity * prevalence + (1 - specificity) * (1 - prevalence)
    assert ppv * positive == pytest.approx(sensitivity * prevalence, rel=1e-9, abs=1e-15)
    negative = 1 - positive
    assert npv * negative == pytest.approx(specificity * (1 - prevalence), rel=1e-6, abs=1e-12)


def test_a_result_that_never_occurs_teaches_nothing() -> None:
    assert predictive_values(0, cutoff=100, prevalence=0.2).ppv == 0.2


def test_a_large_study_shows_the_overlap() -> None:
    controls, patients = simulated_groups(0.79, n=20_000, seed=7)
    share = np.mean(patients > 0)
    expected = group_overlap(0.79).above_mean
    assert abs(share - expected) < 3 * np.sqrt(expected * (1 - expected) / 20_000)
    assert abs(controls.mean()) < 3 / np.sqrt(20_000)


def test_the_draws_are_fixed_and_controls_come_first() -> None:
    rng = np.random.default_rng(3)
    controls, patients = simulated_groups(0.5, n=4, seed=3)
    np.testing.assert_array_equal(controls, rng.standard_normal(4))
    np.testing.assert_allclose(patients, rng.standard_normal(4) + 0.5)
    with pytest.raises(ValueError, match="n must be a whole number"):
        simulated_groups(0.5, n=0, seed=3)
    for seed in (-1, 1.5, np.nan):
        with pytest.raises(ValueError, match=rf"^seed must be a whole number .*, not {seed:g}\."):
            simulated_groups(0.5, n=4, seed=seed)


@given(sizes, st.floats(0.1, 10), st.integers(2, 100), st.integers(2, 100))
def test_equal_spreads_need_no_pooling(d: float, sd: float, n1: int, n2: int) -> None:
    effect = standardised_difference(5 + d * sd, sd, n1, 5, sd, n2)
    assert effect.d == pytest.approx(d, abs=1e-9 * (1 + 5 / sd))
    assert abs(effect.g) <= abs(effect.d)
    assert effect.se >= np.sqrt(1 / n1 + 1 / n2)


def test_d_of_raw_data_is_the_textbook_one() -> None:
    rng = np.random.default_rng(1)
    a, b = rng.normal(1, 2, 12), rng.normal(0, 1, 30)
    effect = standardised_difference(a.mean(), a.std(ddof=1), 12, b.mean(), b.std(ddof=1), 30)
    pooled = np.sqrt((11 * a.var(ddof=1) + 29 * b.var(ddof=1)) / 40)
    assert effect.d == pytest.approx((a.mean() - b.mean()) / pooled)
