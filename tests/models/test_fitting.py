"""Least squares and standard errors, held against scipy's curve_fit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import curve_fit
from scipy.stats import norm, t

from course.models.fitting import fit_emax, fit_line, interval
from tests.strategies import positive

if TYPE_CHECKING:
    from collections.abc import Callable

DOSE = [5, 10, 20, 40, 60]
OCCUPANCY = [12, 40, 54, 72, 74]
points = st.lists(
    st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=3, max_size=20
).map(np.array)


@given(points)
def test_a_line_is_that_of_polyfit(xy: np.ndarray) -> None:
    x, y = xy.T
    assume(np.ptp(x) > 1e-3)
    line = fit_line(x, y)
    expected, covariance = np.polyfit(x, y, 1, cov=True)
    size = 1e-7 * (1 + abs(expected[0]))
    assert line.slope == pytest.approx(expected[0], abs=size)
    assert line.intercept == pytest.approx(expected[1], abs=100 * size)
    errors = np.sqrt(np.diag(covariance))
    assert (line.slope_se, line.intercept_se) == pytest.approx(tuple(errors), rel=1e-5, abs=size)


def test_two_points_leave_nothing_over() -> None:
    line = fit_line([0, 2], [1, 5])
    assert (line.slope, line.intercept, line.slope_se) == (2, 1, math.inf)
    assert line.slope_interval() == (-math.inf, math.inf)
    assert line.at([0, 1]).tolist() == [1, 3]


@given(positive(1e-2, 1e3), positive(1e-2, 1e4), st.integers(4, 8))
def test_noiseless_data_give_their_parameters_back(ed50: float, emax: float, n: int) -> None:
    dose = ed50 * np.geomspace(0.1, 20, n)
    effect = emax * dose / (dose + ed50)
    free, fixed = fit_emax(dose, effect), fit_emax(dose, effect, emax=emax)
    assert (free.emax, free.ed50) == pytest.approx((emax, ed50), rel=1e-6)
    assert (fixed.emax, fixed.ed50) == pytest.approx((emax, ed50), rel=1e-6)
    assert fixed.emax_se == 0
    np.testing.assert_allclose(free.at(dose), effect, rtol=1e-6)


@given(positive(1e-3, 1e3), positive(1e-3, 1e3))
def test_a_change_of_units_changes_nothing_else(dose_unit: float, effect_unit: float) -> None:
    plain = fit_emax(DOSE, OCCUPANCY)
    scaled = fit_emax(np.array(DOSE) * dose_unit, np.array(OCCUPANCY) * effect_unit)
    assert scaled.ed50 == pytest.approx(plain.ed50 * dose_unit, rel=1e-6)
    assert scaled.ed50_se == pytest.approx(plain.ed50_se * dose_unit, rel=1e-5)
    assert scaled.emax == pytest.approx(plain.emax * effect_unit, rel=1e-6)
    assert scaled.emax_se == pytest.approx(plain.emax_se * effect_unit, rel=1e-5)


@given(st.integers(0, 10_000))
def test_noisy_data_fit_as_with_curve_fit(seed: int) -> None:
    rng = np.random.default_rng(seed)
    dose = np.geomspace(1, 100, 8)
    effect = np.maximum(80 * dose / (dose + 10) + 3 * rng.standard_normal(8), 0)
    fit = fit_emax(dose, effect)
    (emax, ed50), covariance = curve_fit(
        lambda d, top, half: top * d / (d + half), dose, effect, p0=(80, 10), ftol=1e-14, xtol=1e-14
    )
    errors = np.sqrt(np.diag(covariance))
    assert (fit.emax, fit.ed50) == pytest.approx((emax, ed50), rel=1e-5)
    assert (fit.emax_se, fit.ed50_se) == pytest.approx(tuple(errors), rel=1e-3)


def test_methylphenidate_and_naltrexone() -> None:
    fixed = fit_emax(DOSE, OCCUPANCY, emax=100)
    assert (fixed.ed50, fixed.ed50_se) == pytest.approx((18.1599, 2.22345), rel=1e-3)
    np.testing.assert_allclose(
        fixed.at(DOSE), [21.5891, 35.5115, 52.4111, 68.7759, 76.7657], rtol=1e-3
    )
    free = fit_emax(DOSE, OCCUPANCY)
    assert (free.emax, free.ed50, free.ed50_se) == pytest.approx(
        (101.819, 18.9414, 6.92779), rel=1e-3
    )
    naltrexone = fit_emax([2, 5, 5, 5, 15, 50, 50], [27, 43, 46, 58, 61, 92, 98], emax=100)
    assert naltrexone.ed50 == pytest.approx(5.584, rel=1e-3)
    assert naltrexone.ed50_se == pytest.approx(0.80, abs=0.005)


@given(st.floats(-10, 10), positive(1e-3, 10), st.integers(1, 50), st.floats(0.5, 0.999))
def test_an_interval_is_student_s(estimate: float, se: float, freedom: int, level: float) -> None:
    expected = t.interval(level, freedom, estimate, se)
    assert interval(estimate, se, freedom, level) == pytest.approx(expected, rel=1e-6, abs=1e-9)
    assert interval(estimate, se, level=level) == pytest.approx(
        norm.interval(level, estimate, se), rel=1e-6, abs=1e-9
    )


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: fit_line([1, 1], [1, 2]), "x must hold at least two different"),
        (lambda: fit_line([1, 2], [1]), "y must have as many values as x, 2, not 1"),
        (lambda: fit_emax([1, 2], [1, 2]), "dose must have at least 3 values"),
        (lambda: fit_emax([1], [1], emax=100), "dose must have at least 2 values"),
        (lambda: fit_emax([0, 1], [1, 2], emax=100), "dose must be .*above 0"),
        (lambda: fit_emax([1, 2], [1, -2], emax=100), "effect must be .*at least 0"),
        (lambda: fit_emax([1, 2], [1, 2], emax=0), "emax must be .*above 0"),
        (lambda: fit_emax([1, 2, 3], [1, 2, 3]), "fix an ED50"),
        (lambda: fit_emax([1, 2, 3], [0, 0, 0]), "fix an ED50"),
        (lambda: fit_emax([1, 2, 3], [100, 100, 100], emax=100), "fix an ED50"),
        (lambda: interval(0, 1, level=1), "level must be"),
        (lambda: interval(1, -1), "^se must be a finite number at least 0, not -1"),
        (lambda: interval(1, np.nan), "^se must be .* not nan"),
        (lambda: interval(np.inf, 1), "^estimate must be .* not inf"),
        (lambda: interval(1, 1, -1), "^freedom must be .* at least 0, not -1"),
    ],
)
def test_errors_name_the_argument(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()
