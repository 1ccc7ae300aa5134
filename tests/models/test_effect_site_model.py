"""The effect site behind a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from scipy.integrate import solve_ivp

from course.models.disposition import mammillary
from course.models.drugs import drug
from course.models.effect_site import effect_site
from course.models.effect_site_model import delay_entry, effect_site_ng_mL
from course.models.exposure import area_ng_h_mL
from tests.pharmacokinetic_strategies import models, regimens
from tests.strategies import examples, positive

if TYPE_CHECKING:
    from course.models.compartments import Compartments
    from course.models.regimen import Regimen

TWO = mammillary([10, 40], [5, 20])


@examples(40)
@given(positive(0.1, 20))
def test_agrees_with_its_differential_equation(ke0: float) -> None:
    t = np.linspace(0, 10, 15)
    expected = solve_ivp(
        lambda at, c: ke0 * (TWO.concentration_ng_mL(max(at, 0.0), "10 mg IV") - c),
        (0, 10),
        [0],
        t_eval=t,
        method="LSODA",
        rtol=1e-9,
        atol=1e-9,
    ).y[0]
    np.testing.assert_allclose(
        effect_site_ng_mL(TWO, t, "10 mg IV", ke0), expected, rtol=1e-6, atol=1e-6
    )


@examples(30)
@given(models(), regimens(), positive(0.1, 20))
def test_agrees_with_the_filter_of_a_sampled_curve(
    model: Compartments, regimen: Regimen, ke0: float
) -> None:
    # Smooth the steps of doses by ending in a long quiet time, sampled finely.
    t = np.linspace(0, regimen.end_h + 20, 20001)
    exact = effect_site_ng_mL(model, t, regimen, ke0)
    sampled = effect_site(t, model.concentration_ng_mL(t, regimen), np.log(2) / ke0)
    scale = 1 + float(np.max(model.concentration_ng_mL(t, regimen)))
    assert np.abs(exact - sampled).max() < 2e-2 * scale * max(ke0, 1)


@given(models(), regimens(), positive(0.1, 20))
def test_area_at_the_effect_site_is_that_of_the_blood(
    model: Compartments, regimen: Regimen, ke0: float
) -> None:
    delayed = delay_entry(model, ke0)
    assert area_ng_h_mL(delayed, regimen) == pytest.approx(area_ng_h_mL(model, regimen), rel=1e-9)


@pytest.mark.parametrize("name", ["diazepam_iv", "ketamine_domino"])
def test_a_fast_site_follows_the_blood(name: str) -> None:
    t = np.array([0.1, 1, 10])
    blood = drug(name).concentration_ng_mL(t, "10 mg IV")
    np.testing.assert_allclose(
        effect_site_ng_mL(drug(name), t, "10 mg IV", ke0_per_h=1e7), blood, rtol=1e-4
    )


def test_equal_rates_are_no_trouble() -> None:
    one = mammillary([10], [10])
    t = np.array([0.0, 0.5, 2])
    np.testing.assert_allclose(
        effect_site_ng_mL(one, t, "10 mg IV", 1.0), 1000 * t * np.exp(-t), rtol=1e-10
    )


def test_a_site_without_speed_is_refused() -> None:
    with pytest.raises(ValueError, match="ke0_per_h must be a finite number above 0 per h, not 0"):
        effect_site_ng_mL(TWO, 1, "10 mg IV", 0)
