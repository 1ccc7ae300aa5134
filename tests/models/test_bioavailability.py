"""How much of a dose arrives."""

from __future__ import annotations

import pytest
from hypothesis import given

from course.models.absorption import add_absorption
from course.models.bioavailability import (
    bioavailability,
    clearance_from_area_L_h,
    implied_bioavailability,
)
from course.models.disposition import mammillary
from course.models.exposure import area_ng_h_mL
from tests.strategies import fractions_above_0, positive


@given(fractions_above_0(), positive(0.1, 10), positive(1, 100), positive(1, 100))
def test_fraction_of_a_model_comes_back_from_its_areas(
    fraction: float, ka: float, oral: float, by_vein: float
) -> None:
    model = add_absorption(mammillary([10, 40], [5, 20]), ka, fraction)
    found = bioavailability(
        area_ng_h_mL(model, f"{oral} mg PO"), oral, area_ng_h_mL(model, f"{by_vein} mg IV"), by_vein
    )
    assert found == pytest.approx(fraction, rel=1e-9)


@given(positive(1e-3, 1e3), positive(1e-3, 1e3))
def test_same_area_per_dose_is_complete(area: float, dose: float) -> None:
    assert bioavailability(area, dose, area, dose) == pytest.approx(1)
    assert bioavailability(2 * area, dose, area, dose) > 1


@given(positive(0.1, 1e3), positive(0.1, 1e3))
def test_clearance_gives_the_area_back(dose: float, area: float) -> None:
    assert 1000 * dose / clearance_from_area_L_h(dose, area) == pytest.approx(area)


@given(positive(0.1, 10), positive(1, 500), positive(1, 500), positive(1, 60))
def test_implied_fraction_is_that_of_the_areas(
    ratio: float, depot: float, oral: float, count: float
) -> None:
    """A depot of area D/CL against n oral doses of area F D/CL, any clearance."""
    fraction = implied_bioavailability(ratio, depot, oral, count)
    clearance = 7.0
    assert depot / clearance == pytest.approx(ratio * count * fraction * oral / clearance)
