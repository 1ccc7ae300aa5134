"""The drugs of the course."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from course.models.accumulation import steady_average_ng_mL
from course.models.compartments import Compartments
from course.models.depot import DepotRelease
from course.models.drugs import drug, drug_names, drug_ranges
from course.models.exposure import (
    area_ng_h_mL,
    clearance_L_h,
    half_lives_h,
    peak,
    volume_at_steady_state_L,
)
from course.reference import card
from tests.strategies import positive


@pytest.mark.parametrize("name", drug_names())
def test_every_drug_serves_all_its_routes(name: str) -> None:
    model = drug(name)
    t = np.linspace(0, 100, 50)
    for route in {entry.name for entry in model.routes}:
        c = model.concentration_ng_mL(t, f"10 mg {route} q12h x 3")
        assert np.isfinite(c).all()
        assert c.max() > 0
    assert Compartments.suggested(name) == model
    assert repr(model).count("┌") == len(model.names)


@given(positive(10, 200))
def test_ketamine_per_kg_is_the_same_at_any_weight(weight: float) -> None:
    for name in ("ketamine_domino", "ketamine_clements", "ketamine_kamp"):
        small, usual = drug(name, weight), drug(name)
        t = np.array([0.1, 1, 5])
        np.testing.assert_allclose(
            small.concentration_ng_mL(t, f"{0.5 * weight!r} mg IV over 40 min"),
            usual.concentration_ng_mL(t, "35 mg IV over 40 min"),
            rtol=1e-9,
        )
        np.testing.assert_allclose(half_lives_h(small), half_lives_h(usual), rtol=1e-9)


def test_diazepam_by_vein_grows_with_the_person() -> None:
    usual, light = drug("diazepam_iv"), drug("diazepam_iv", 80.5 / 2)
    assert drug("diazepam_iv", 80.5).compartments == usual.compartments
    t = [0.1, 1, 24]
    np.testing.assert_allclose(
        light.concentration_ng_mL(t, "10 mg IV"),
        2 * np.asarray(usual.concentration_ng_mL(t, "10 mg IV")),
        rtol=1e-9,
    )


@pytest.mark.parametrize("name", ["diazepam_pop", "naltrexone_tablet", "naltrexone_depot"])
def test_a_weight_that_changes_no_volume_is_said(name: str) -> None:
    with pytest.warns(UserWarning, match=f"volumes and clearances of {name} are those of its sub"):
        model = drug(name, 50)
    assert model.volume_L() == drug(name).volume_L()
    assert model.read("1 mg/kg PO").total_mg == 50


def test_a_drug_remembers_the_weight_it_was_asked_for() -> None:
    for name in ("diazepam_iv", "diazepam_gel", "ketamine_kamp", "ketamine_clements"):
        model = drug(name, 60)
        text, regimen = "0.5 mg/kg IV over 40 min q12h x 2", "30 mg IV over 40 min q12h x 2"
        assert model.concentration_ng_mL(1, text) == model.concentration_ng_mL(1, regimen)
        assert area_ng_h_mL(model, text) == area_ng_h_mL(model, regimen)
        assert peak(model, text) == peak(model, regimen)
        assert steady_average_ng_mL(model, text) == steady_average_ng_mL(model, regimen)
    with pytest.raises(ValueError, match=r"weight_kg \(kg, above 0\) must be given"):
        drug("ketamine_kamp").concentration_ng_mL(1, "0.5 mg/kg IV")


def test_routes_of_ketamine_deliver_their_share() -> None:
    model = drug("ketamine_clements")
    whole = area_ng_h_mL(model, "25 mg IV")
    for route, fraction in {"IM": 0.93, "PR": 0.30, "SL": 0.29, "PO": 0.20, "IN": 0.136}.items():
        assert area_ng_h_mL(model, f"25 mg {route}") / whole == pytest.approx(fraction, rel=1e-9)
    assert peak(model, "25 mg im").t_h < 0.5 < peak(model, "25 mg pr").t_h


def test_monthly_naltrexone_is_a_drug_of_its_own() -> None:
    model, release = drug("naltrexone_depot"), DepotRelease.suggested()
    t = np.array([3.0, 10, 27, 38, 66])
    np.testing.assert_allclose(
        model.concentration_ng_mL(t * 24, "380 mg IM q28d x 3"),
        release.concentration_ng_mL(t, 94, every_d=28, count=3),
        rtol=0.05,
    )
    assert area_ng_h_mL(model, "380 mg IM") == pytest.approx(380e3 / 94, rel=1e-9)
    steady = model.steady_state_ng_mL(120, "380 mg IM q28d x 2")
    long = model.concentration_ng_mL(120 + 99 * 28 * 24, "380 mg IM q28d x 100")
    assert steady == pytest.approx(long, rel=1e-9)
    with pytest.raises(ValueError, match="over_h must be 0 for the route IM, which has its own"):
        model.concentration_ng_mL(1, "380 mg IM over 1 h")


def test_ketamine_constants_give_the_published_clearances() -> None:
    assert clearance_L_h(drug("ketamine_domino")) == pytest.approx(115.9, rel=1e-3)
    assert clearance_L_h(drug("ketamine_clements")) == pytest.approx(80.2, rel=1e-3)
    assert volume_at_steady_state_L(drug("ketamine_domino")) / 70 == pytest.approx(2.76, rel=1e-3)


@pytest.mark.parametrize("genotype", ["pop", "em", "im", "pm"])
def test_diazepam_has_the_clearance_and_half_life_of_its_card(genotype: str) -> None:
    values, model = card("diazepam_oral"), drug(f"diazepam_{genotype}")
    clearance = values[f"{genotype}_cl_mL_min"].value * 0.06
    assert clearance_L_h(model) == pytest.approx(clearance, rel=1e-9)
    np.testing.assert_allclose(half_lives_h(model), values[f"{genotype}_half_life_h"].value)
    np.testing.assert_allclose(
        half_lives_h(model, "nordiazepam"), values[f"{genotype}_metabolite_half_life_h"].value
    )
    assert model.volume_L("nordiazepam") == pytest.approx(103.0, rel=1e-3)


def test_population_and_extensive_metabolisers_form_the_same_nordiazepam() -> None:
    """What is formed depends on the dose and the fraction alone, not on the parent's clearance."""
    levels = [
        steady_average_ng_mL(drug(name), "10 mg PO q24h x 2", "nordiazepam")
        for name in ("diazepam_pop", "diazepam_em")
    ]
    assert levels[0] == pytest.approx(levels[1], rel=1e-9)


def test_redistribution_ends_the_first_effect_long_before_elimination() -> None:
    model = drug("diazepam_iv")
    first, later = model.concentration_ng_mL([1 / 30, 1], "10 mg IV")
    assert 1 - later / first == pytest.approx(0.869878, rel=1e-3)
    assert model.eliminated_mg(1, "10 mg IV") < 0.1 * 10


def test_both_pictures_of_naltrexone_agree_on_its_metabolite() -> None:
    areas = [
        area_ng_h_mL(drug(name), "50 mg PO", "6β-naltrexol")
        for name in ("naltrexone_tablet", "naltrexone_1984")
    ]
    assert areas[0] == pytest.approx(areas[1], rel=1e-9)
    tablet = peak(drug("naltrexone_tablet"), "50 mg PO")
    assert (tablet.c_ng_mL, tablet.t_h) == pytest.approx((11.6706, 0.95), rel=1e-4)


def test_unknown_drugs_and_weights_are_refused() -> None:
    with pytest.raises(ValueError, match=r"name must be one of diazepam_iv, .* not 'aspirin'"):
        drug("aspirin")
    with pytest.raises(ValueError, match="weight_kg must be a finite number above 0 kg, not 0"):
        drug("ketamine_kamp", 0)


@pytest.mark.parametrize("name", drug_names())
def test_every_drug_tells_the_ranges_of_its_cards(name: str) -> None:
    ranges = drug_ranges(name)
    assert ranges == Compartments.ranges(name)
    assert all(low <= high for low, high in ranges.values())


def test_ranges_of_no_drug_are_refused() -> None:
    with pytest.raises(ValueError, match=r"name must be one of diazepam_iv, .* not 'aspirin'"):
        drug_ranges("aspirin")
