"""What a model says without a curve."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from course.models.absorption import add_absorption
from course.models.bateman import bateman_ng_mL, time_of_peak_h
from course.models.compartments import Compartment, Compartments, Flow, Route
from course.models.disposition import mammillary
from course.models.exposure import (
    area_ng_h_mL,
    clearance_L_h,
    half_lives_h,
    mean_residence_time_h,
    peak,
    volume_at_steady_state_L,
)
from course.models.regimen import Regimen
from tests.pharmacokinetic_strategies import models, regimens
from tests.strategies import examples, positive

TWO = mammillary([10, 40], [5, 20])
KEPT = Compartments((Compartment("body", 10),), (), (Route("IV", "body"),))


@examples(30)
@given(models(), regimens())
def test_area_is_the_integral_of_the_curve(model: Compartments, regimen: Regimen) -> None:
    t = np.concatenate([np.linspace(0, 100, 20001), np.geomspace(100, 1e5, 4000)[1:]])
    c = np.asarray(model.concentration_ng_mL(t, regimen))
    integral = np.trapezoid(c, t)
    assert integral == pytest.approx(area_ng_h_mL(model, regimen), rel=0.05, abs=0.02 * c.max())


@given(models(), positive(1e-6, 1e3))
def test_area_does_not_depend_on_the_length_of_an_infusion(
    model: Compartments, over: float
) -> None:
    bolus = area_ng_h_mL(model, "10 mg IV")
    assert area_ng_h_mL(model, Regimen.give(10, "IV", over_h=over)) == bolus
    assert bolus == pytest.approx(10_000 / clearance_L_h(model), rel=1e-9)


@given(models())
def test_residence_is_volume_over_clearance(model: Compartments) -> None:
    expected = volume_at_steady_state_L(model) / clearance_L_h(model)
    assert mean_residence_time_h(model) == pytest.approx(expected, rel=1e-9)


@given(models())
def test_the_last_half_life_is_that_of_the_tail(model: Compartments) -> None:
    half_lives = half_lives_h(model)
    assert (np.diff(half_lives) >= 0).all()
    late = 60 * half_lives[-1]
    first, second = model.concentration_ng_mL([late, late + half_lives[-1]], "1e20 mg IV")
    # A mode that is nearly as slow as the last has not gone by then.
    alone = len(half_lives) == 1 or half_lives[-2] < 0.8 * half_lives[-1]
    if first > 1e-3 and alone:
        assert second / first == pytest.approx(0.5, rel=1e-3)


def test_half_lives_keep_their_digits_however_far_apart() -> None:
    model = mammillary([1, 1e9], [1, 1e3])
    # fast: all clearances from the small volume; slow: the large one through both
    np.testing.assert_allclose(
        half_lives_h(model), np.log(2) * np.array([1 / 1001, 1e9 * 1001 / 1e3]), rtol=1e-5
    )


def test_what_nothing_eliminates_stays_for_ever() -> None:
    assert clearance_L_h(KEPT) == 0
    assert mean_residence_time_h(KEPT) == np.inf
    assert area_ng_h_mL(KEPT, "1 mg IV") == np.inf
    assert area_ng_h_mL(KEPT, "0 mg IV") == 0
    assert half_lives_h(KEPT) == [np.inf]
    assert KEPT.concentration_ng_mL(1e9, "1 mg IV") == pytest.approx(100)


def test_volume_does_not_need_elimination() -> None:
    assert volume_at_steady_state_L(mammillary([10, 40, 5], [0, 20, 1])) == pytest.approx(55)
    assert volume_at_steady_state_L(mammillary([1e-9, 1e9], [0, 1])) == pytest.approx(1e9)
    assert volume_at_steady_state_L(KEPT) == 10


def test_volume_counts_what_comes_back_and_no_metabolite() -> None:
    shunt = Compartments(
        (Compartment("a", 10), Compartment("b", 10), Compartment("m", 10)),
        (Flow("a", "b", 1), Flow("b", "a", 0.5), Flow("a", "m", 1), Flow("m", None, 0.1)),
        (Route("IV", "a"),),
    )
    assert volume_at_steady_state_L(shunt) == pytest.approx(30)


@given(positive(0.05, 20), positive(0.05, 20))
def test_peak_of_one_compartment_is_the_formula(ka: float, k: float) -> None:
    model = add_absorption(mammillary([10], [10 * k]), ka)
    found = peak(model, "10 mg PO")
    when = time_of_peak_h(ka, k)
    assert found.t_h == pytest.approx(when, rel=1e-3)
    height = bateman_ng_mL(when, 10, ka_per_h=ka, k_per_h=k, volume_L=10)
    assert found.c_ng_mL == pytest.approx(height, rel=1e-6)


@examples(40)
@given(models(), regimens())
def test_nothing_is_higher_than_the_peak(model: Compartments, regimen: Regimen) -> None:
    top = peak(model, regimen)
    t = np.linspace(0, 60, 3000)
    assert top.c_ng_mL >= np.max(model.concentration_ng_mL(t, regimen)) * (1 - 1e-3) - 1e-6
    assert model.concentration_ng_mL(top.t_h, regimen) == pytest.approx(top.c_ng_mL, rel=1e-9)


@pytest.mark.parametrize("count", [64, 65, 1000, 10**6, 10**9])
def test_the_peak_of_a_long_course_is_that_of_its_steady_state(count: int) -> None:
    steady = TWO.steady_state_ng_mL(np.linspace(0, 6, 6001), "10 mg IV over 2 h q6h x 2")
    top = peak(TWO, f"10 mg IV over 2 h q6h x {count}")
    assert top.c_ng_mL == pytest.approx(np.max(steady), rel=1e-9)


@pytest.mark.parametrize(
    ("bump", "start"),
    [("100 mg IV at 0.5 h", 0.5), ("100 mg IV at 123456.5 h", 123456.5), ("0 mg IV", 299999)],
)
def test_a_peak_within_a_long_course_is_found(bump: str, start: float) -> None:
    regimen = f"1 mg IV q1h x 300000; {bump}"
    near = start + np.linspace(-3, 3, 6001)
    highest = np.max(TWO.concentration_ng_mL(near, regimen))
    assert peak(TWO, regimen).c_ng_mL == pytest.approx(highest, rel=1e-9)


def test_a_peak_between_two_long_courses_is_found() -> None:
    """Neither the first nor the last doses are the highest, but those where both go on."""
    regimen = "1 mg IV q1h x 3000; 2 mg IV q7h x 3000 at 1000 h"
    t = np.arange(0, 25_000, 0.25)
    highest = np.max(TWO.concentration_ng_mL(t, regimen))
    assert peak(TWO, regimen).c_ng_mL >= highest * (1 - 1e-9)


def test_peak_of_boluses_and_infusions_is_where_input_stops() -> None:
    assert peak(TWO, "10 mg IV at 2 h").t_h == 2
    assert peak(TWO, "10 mg IV over 3 h").t_h == pytest.approx(3, rel=1e-6)
    assert peak(TWO, "10 mg IV q6h x 3").t_h == pytest.approx(12)
    assert peak(TWO, "10 mg IV q6h x 3", until_h=7).t_h == pytest.approx(6)
    assert peak(TWO, "10 mg IV", of="peripheral").t_h > 0
    with pytest.raises(ValueError, match="until_h must be a finite number above 0 h, not 0"):
        peak(TWO, "10 mg IV", until_h=0)
