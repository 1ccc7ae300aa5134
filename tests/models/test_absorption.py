"""Absorption from a depot."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.absorption import add_absorption, with_bioavailability
from course.models.bateman import bateman_ng_mL
from course.models.disposition import mammillary
from course.models.drugs import drug
from course.models.exposure import area_ng_h_mL
from tests.strategies import fractions, non_negative, positive


@given(positive(0.01, 10), positive(0.01, 10), fractions(), non_negative(0.01, 50))
def test_one_compartment_gives_the_bateman_function(
    ka: float, k: float, fraction: float, t: float
) -> None:
    model = add_absorption(mammillary([20], [20 * k]), ka, fraction)
    expected = bateman_ng_mL(t, 10, bioavailability=fraction, ka_per_h=ka, k_per_h=k, volume_L=20)
    assert model.concentration_ng_mL(t, "10 mg PO") == pytest.approx(expected, rel=1e-7, abs=1e-6)


@given(positive(0.01, 100), fractions(), st.floats(0, 5))
def test_area_is_that_of_the_fraction_whatever_the_speed(
    ka: float, fraction: float, lag: float
) -> None:
    model = add_absorption(mammillary([10, 40], [5, 20]), ka, fraction, lag_h=lag)
    assert area_ng_h_mL(model, "10 mg PO") == pytest.approx(fraction * 2000, rel=1e-9)


def test_lag_moves_the_curve() -> None:
    model = mammillary([10, 40], [5, 20])
    late, soon = add_absorption(model, 2, lag_h=0.2), add_absorption(model, 2)
    t = np.array([0, 0.1, 0.2, 1.2])
    np.testing.assert_allclose(
        late.concentration_ng_mL(t, "10 mg PO"),
        soon.concentration_ng_mL(t - 0.2, "10 mg PO"),
        rtol=1e-12,
    )


def test_several_routes_stand_side_by_side() -> None:
    model = add_absorption(mammillary([10], [5]), 1, 0.5)
    model = add_absorption(model, 3, 0.9, route="IM", depot="muscle")
    assert model.names == ("central", "gut", "muscle")
    assert area_ng_h_mL(model, "10 mg IM") == pytest.approx(1800)
    assert area_ng_h_mL(model, "10 mg PO; 10 mg IM; 10 mg IV") == pytest.approx(4800)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"ka_per_h": 0}, "ka_per_h must be a finite number above 0 per h, not 0"),
        ({"bioavailability": 2}, "bioavailability must be .* at most 1, not 2"),
        ({"lag_h": -1}, "lag_h must be a finite number at least 0 h"),
        ({"into": "liver"}, "no compartment 'liver'"),
        ({"depot": "central"}, "must have different names"),
    ],
)
def test_impossible_absorption_is_refused(arguments: dict, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        add_absorption(mammillary([10], [5]), **{"ka_per_h": 1, **arguments})


@given(fractions())
def test_another_fraction_scales_the_area_of_its_route_alone(fraction: float) -> None:
    model = add_absorption(mammillary([10], [5]), 1, 0.5)
    model = add_absorption(model, 3, 0.9, route="IM", depot="muscle")
    changed = with_bioavailability(model, "PO", fraction)
    assert area_ng_h_mL(changed, "10 mg PO") == pytest.approx(2000 * fraction)
    assert area_ng_h_mL(changed, "10 mg IM") == area_ng_h_mL(model, "10 mg IM")
    assert area_ng_h_mL(model, "10 mg PO") == pytest.approx(1000)


def test_a_fraction_needs_a_route_that_leads_to_one_place() -> None:
    naltrexone = drug("naltrexone_tablet")
    with pytest.raises(ValueError, match=r"route must lead to one place, but PO leads to gut, gut"):
        with_bioavailability(naltrexone, "PO", 0.5)
    with pytest.raises(ValueError, match=r"has numbers for \(IV, PO.*\), not 'SC'"):
        with_bioavailability(naltrexone, "SC", 0.5)
    with pytest.raises(ValueError, match=r"bioavailability must be .* at most 1, not 2"):
        with_bioavailability(drug("diazepam_iv"), "PR", 2)
