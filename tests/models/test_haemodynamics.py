"""Pressure, heart rate and cardiac output under ketamine."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.effect_site import effect_site
from course.models.haemodynamics import CirculatoryRise
from course.reference import card
from tests.strategies import positive

rises = st.builds(CirculatoryRise, positive(1, 200), positive(10, 5000), positive(0.1, 60))
SIGNS = ("pressure", "heart_rate", "cardiac_output")


@given(rises, st.floats(0, 1e6))
def test_no_concentration_exceeds_the_largest_rise(rise: CirculatoryRise, c: float) -> None:
    now, more = rise.steady_rise_pct([c, 2 * c])
    assert 0 <= now <= more <= rise.max_pct
    assert rise.steady_rise_pct(rise.ec50_ng_mL) == pytest.approx(rise.max_pct / 2)


@given(rises, positive(1, 500))
def test_a_lasting_level_brings_the_steady_rise(rise: CirculatoryRise, c: float) -> None:
    course = rise.rise_pct([0, 1e5], [c, c])
    assert course[0] == 0
    assert course[1] == pytest.approx(rise.steady_rise_pct(c), rel=1e-9)


@given(rises)
def test_it_lags_behind_plasma_and_returns_to_baseline(rise: CirculatoryRise) -> None:
    t = np.linspace(0, 4000, 4001)
    plasma = np.where(t <= 40, 5 * t, 200 * np.exp2(-(t - 40) / 20))
    peak = rise.peak(t, plasma)
    assert peak.t_min >= 40
    course = rise.rise_pct(t, plasma)
    assert peak.rise_pct == course.max()
    assert course[-1] < 0.01 * rise.max_pct


def test_it_is_the_hyperbola_of_the_effect_site() -> None:
    rise = CirculatoryRise.suggested("pressure")
    t, plasma = np.linspace(0, 100, 51), np.linspace(0, 300, 51)
    site = effect_site(t, plasma, rise.half_time_min)
    np.testing.assert_allclose(
        rise.rise_pct(t, plasma), rise.max_pct * site / (site + rise.ec50_ng_mL)
    )


def test_suggested_curves_pass_near_what_was_measured() -> None:
    values = card("ketamine_haemodynamics")
    c = values["anaesthesia_ng_mL"].value
    pressure, heart, output = (CirculatoryRise.suggested(sign) for sign in SIGNS)
    measured = values["pressure_at_anaesthesia_pct"].value
    assert pressure.steady_rise_pct(c) == pytest.approx(measured, abs=1)
    measured = values["heart_rate_at_anaesthesia_pct"].value
    assert heart.steady_rise_pct(c) == pytest.approx(measured, abs=1)
    assert 40 <= output.steady_rise_pct(320) <= 50


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ((0, 1, 1), "max_pct must be a finite number above 0 %"),
        ((1, 0, 1), "ec50_ng_mL must be"),
        ((1, 1, 0), "half_time_min must be"),
    ],
)
def test_illegal_parameters(parameters: tuple[float, float, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        CirculatoryRise(*parameters)


def test_illegal_samples() -> None:
    rise = CirculatoryRise.suggested("pressure")
    with pytest.raises(ValueError, match=r"t_min .* strictly increasing"):
        rise.rise_pct([1, 0], [1, 1])
    with pytest.raises(ValueError, match="plasma_ng_mL must have one value"):
        rise.rise_pct([0, 1], [1])
    with pytest.raises(ValueError, match="c_ng_mL must be"):
        rise.steady_rise_pct(-1)
