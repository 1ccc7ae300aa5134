"""Metabolites in compartments of their own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from course.models.compartments import Compartments
from course.models.disposition import mammillary
from course.models.exposure import area_ng_h_mL, half_lives_h
from course.models.metabolites import add_metabolite
from tests.strategies import fractions, positive

PARENT = mammillary([10, 40], [5, 20], ["drug", "tissue"])


@given(fractions(), positive(1, 100), positive(0.1, 50), positive(0.5, 2))
def test_area_of_the_metabolite_is_what_was_formed_over_its_clearance(
    fraction: float, volume: float, clearance: float, ratio: float
) -> None:
    model = add_metabolite(
        PARENT,
        "metabolite",
        fraction=fraction,
        volume_L=volume,
        clearance_L_h=clearance,
        mass_ratio=ratio,
    )
    expected = 1000 * fraction * ratio * 10 / clearance
    assert area_ng_h_mL(model, "10 mg IV", "metabolite") == pytest.approx(expected, rel=1e-9)
    assert area_ng_h_mL(model, "10 mg IV") == pytest.approx(2000, rel=1e-9)


@given(fractions())
def test_parent_does_not_notice_its_metabolite(fraction: float) -> None:
    model = add_metabolite(PARENT, "m", fraction=fraction, volume_L=5, clearance_L_h=1)
    t = np.linspace(0, 20, 9)
    np.testing.assert_allclose(
        model.concentration_ng_mL(t, "10 mg IV"), PARENT.concentration_ng_mL(t, "10 mg IV")
    )
    np.testing.assert_allclose(half_lives_h(model), half_lives_h(PARENT))
    assert half_lives_h(model, "m") == pytest.approx(5 * np.log(2))


def test_a_metabolite_may_have_one_of_its_own() -> None:
    first = add_metabolite(PARENT, "first", fraction=1, volume_L=5, clearance_L_h=1, mass_ratio=0.8)
    second = add_metabolite(
        first, "second", fraction=1, volume_L=5, clearance_L_h=2, mass_ratio=0.5, of="first"
    )
    np.testing.assert_allclose(second.mass_ratios, [1, 1, 0.8, 0.4])
    assert area_ng_h_mL(second, "10 mg IV", "second") == pytest.approx(1000 * 4 / 2)


def test_two_metabolites_share_what_is_eliminated() -> None:
    one = add_metabolite(PARENT, "one", fraction=0.6, volume_L=5, clearance_L_h=1)
    two = add_metabolite(one, "two", fraction=0.5, volume_L=5, clearance_L_h=1)
    formed = [area_ng_h_mL(two, "10 mg IV", name) for name in ("one", "two")]
    np.testing.assert_allclose(formed, [6000, 2000])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"fraction": 1.5}, "fraction must be .* at most 1, not 1.5"),
        ({"volume_L": 0}, "volume_L must be a finite number above 0 L"),
        ({"clearance_L_h": -1}, "clearance_L_h must be a finite number at least 0 L/h"),
        ({"mass_ratio": 0}, "mass_ratio must be a finite number above 0"),
        ({"of": "tissue"}, "nothing leaves tissue"),
        ({"of": "liver"}, "no compartment 'liver'"),
    ],
)
def test_impossible_metabolites_are_refused(arguments: dict, words: str) -> None:
    given_ = {"fraction": 0.5, "volume_L": 5, "clearance_L_h": 1, **arguments}
    with pytest.raises(ValueError, match=words):
        add_metabolite(PARENT, "m", **given_)


def test_metabolite_of_diazepam_waits_for_its_parent() -> None:
    model = Compartments.suggested("diazepam_pop")
    t = np.arange(0, 400)
    parent = model.concentration_ng_mL(t, "10 mg PO")
    metabolite = model.concentration_ng_mL(t, "10 mg PO", "nordiazepam")
    assert parent.argmax() < 5
    assert metabolite.argmax() > 50
