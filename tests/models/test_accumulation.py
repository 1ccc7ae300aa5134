"""Repeated doses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from course.models.accumulation import (
    accumulation_ratio,
    share_of_steady_state,
    steady_average_ng_mL,
    time_to_share_h,
    time_to_share_of_steady_state_h,
)
from course.models.compartments import Compartment, Compartments
from course.models.disposition import mammillary
from course.models.exposure import clearance_L_h
from course.models.regimen import Regimen
from tests.pharmacokinetic_strategies import models
from tests.strategies import positive


@given(positive(0.01, 1e3), positive(0.01, 1e3))
def test_accumulation_is_the_steady_peak_over_the_first(every: float, half_life: float) -> None:
    model = mammillary([10], [10 * np.log(2) / half_life])
    first = model.concentration_ng_mL(0, "1 mg IV")
    steady = model.steady_state_ng_mL(0, Regimen.give(1, "IV", every_h=every, count=2))
    assert accumulation_ratio(every, half_life) == pytest.approx(steady / first, rel=1e-9)


def test_rare_doses_do_not_accumulate_and_constant_ones_without_end() -> None:
    assert accumulation_ratio(1e300, 1e-300) == 1
    assert accumulation_ratio(1e-6, 1.0) == pytest.approx(1e6 / np.log(2), rel=1e-5)


@given(positive(0.01, 1e3))
def test_half_is_reached_after_one_half_life(half_life: float) -> None:
    np.testing.assert_allclose(
        time_to_share_h([0, 0.5, 0.75], half_life), half_life * np.array([0, 1, 2])
    )


@given(positive(1e-3, 10), positive(0.01, 1e3))
def test_the_share_reached_and_the_time_to_it_undo_each_other(waits: float, half: float) -> None:
    share = share_of_steady_state(waits * half, half)
    assert time_to_share_h(share, half) == pytest.approx(waits * half, rel=1e-9)


def test_after_endless_half_lives_all_of_it_is_reached() -> None:
    np.testing.assert_array_equal(share_of_steady_state([0, 1e300], 1e-300), [0, 1])


@given(models())
def test_a_share_of_steady_state_is_reached_when_it_says(model: Compartments) -> None:
    t = time_to_share_of_steady_state_h(model, 0.8)
    long = Regimen.give(t, "IV", over_h=t)  # 1 mg/h
    reached = model.concentration_ng_mL(t, long)
    assert reached == pytest.approx(0.8 * 1000 / clearance_L_h(model), rel=1e-6)


def test_a_compartment_without_steady_level_is_refused() -> None:
    model = mammillary([10], [5])
    lonely = Compartments((*model.compartments, Compartment("x", 1)), model.flows, model.routes)
    with pytest.raises(ValueError, match="of must be a compartment with a steady level, not x"):
        time_to_share_of_steady_state_h(lonely, of="x")
    with pytest.raises(ValueError, match=r"share must be .* above 0 and below 1, not 1"):
        time_to_share_of_steady_state_h(model, 1)
    assert time_to_share_of_steady_state_h(model, 0.5, of="central", into="central") == (
        pytest.approx(2 * np.log(2))
    )


def test_the_average_needs_a_repeated_course() -> None:
    model = mammillary([10], [5])
    assert steady_average_ng_mL(model, "10 mg IV over 1 h q8h x 2") == pytest.approx(250)
    with pytest.raises(ValueError, match="one repeated course"):
        steady_average_ng_mL(model, "10 mg IV")


def test_a_level_that_no_finite_time_brings_is_refused() -> None:
    hardly = mammillary([10, 20], [1e-300, 1])
    with pytest.raises(ValueError, match="a steady level within finite time, not central"):
        time_to_share_of_steady_state_h(hardly)


def test_doses_without_a_pause_pile_up_and_after_an_endless_one_nothing_is_left() -> None:
    assert accumulation_ratio(1e-100, 1e300) == np.inf
    assert accumulation_ratio(1e300, 1e-100) == 1
