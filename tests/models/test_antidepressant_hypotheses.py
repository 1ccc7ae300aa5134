"""Three hypotheses for an effect that outlasts the drug."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.antidepressant_hypotheses import plasma_linked, slow_site, triggered_state
from course.models.effect_site import effect_site
from course.reference import card
from tests.oracle import solved_in_pieces
from tests.strategies import examples, positive

c50s = positive(1, 1000)


@st.composite
def curves(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Uneven times, and plasma that runs straight between them."""
    steps = draw(st.lists(st.floats(0.01, 20), min_size=1, max_size=10))
    t = np.concatenate([[0], np.cumsum(steps)])
    return t, np.array(draw(st.lists(st.floats(0, 500), min_size=t.size, max_size=t.size)))


@examples(40)
@given(curves(), positive(0.01, 5), positive(1, 500), c50s)
def test_the_triggered_state_solves_its_equation(
    curve: tuple[np.ndarray, np.ndarray], kappa: float, tau: float, c50: float
) -> None:
    t, plasma = curve

    def slope(at: float, effect: float, _: int) -> float:
        c = float(np.interp(at, t, plasma))
        return kappa * c / (c + c50) * (1 - effect) - effect / tau

    expected = solved_in_pieces(slope, t, 0.0)
    np.testing.assert_allclose(
        triggered_state(t, plasma, kappa, tau, c50), expected, rtol=1e-6, atol=1e-7
    )


@given(positive(1, 500), positive(0.01, 5), positive(1, 500), c50s, positive(0.1, 100))
def test_under_constant_plasma_it_is_an_exponential(
    c: float, kappa: float, tau: float, c50: float, t: float
) -> None:
    gain = kappa * c / (c + c50)
    rate = gain + 1 / tau
    expected = gain / rate * -np.expm1(-rate * t)
    assert triggered_state([0, t], [c, c], kappa, tau, c50)[-1] == pytest.approx(expected, rel=1e-6)


@given(curves(), positive(0.01, 5), positive(1, 500), c50s)
def test_all_three_are_fractions(
    curve: tuple[np.ndarray, np.ndarray], kappa: float, tau: float, c50: float
) -> None:
    t, plasma = curve
    for effect in (
        plasma_linked(plasma, c50),
        slow_site(t, plasma, tau, c50),
        triggered_state(t, plasma, kappa, tau, c50),
    ):
        assert (np.asarray(effect) >= -1e-12).all()
        assert (np.asarray(effect) < 1).all()


@given(curves(), positive(1, 100), c50s)
def test_the_slow_site_is_the_hyperbola_of_the_effect_site(
    curve: tuple[np.ndarray, np.ndarray], half: float, c50: float
) -> None:
    t, plasma = curve
    site = effect_site(t, plasma, half)
    expected = site / (site + c50)
    np.testing.assert_allclose(slow_site(t, plasma, half, c50), expected, rtol=1e-9, atol=1e-15)


@given(curves(), st.floats(-100, 100))
def test_only_time_since_matters(curve: tuple[np.ndarray, np.ndarray], shift: float) -> None:
    t, plasma = curve
    np.testing.assert_allclose(
        triggered_state(t + shift, plasma), triggered_state(t, plasma), rtol=1e-6, atol=1e-9
    )


def test_without_drug_nothing_happens() -> None:
    t = [0.0, 1, 100]
    assert plasma_linked([0, 0, 0]).tolist() == [0, 0, 0]
    assert slow_site(t, [0, 0, 0]).tolist() == [0, 0, 0]
    assert triggered_state(t, [0, 0, 0]).tolist() == [0, 0, 0]
    assert triggered_state(t, [1, 1, 1], kappa_per_h=0).tolist() == [0, 0, 0]


def test_one_plasma_curve_three_time_courses() -> None:
    values = card("antidepressant_hypotheses")
    t = np.linspace(0, 24 * values["lost_by_d"].value, 2000)
    plasma = np.interp(t, [0, 0.67], [0, 200]) * np.exp2(-np.maximum(t - 0.67, 0) / 3)
    at_day_1 = np.searchsorted(t, 24)
    fast = plasma_linked(plasma)
    slow, state = slow_site(t, plasma), triggered_state(t, plasma)
    assert fast[at_day_1] < 0.02 * fast.max()
    assert slow[at_day_1] > 0.9 * slow.max()
    assert state[at_day_1] > 0.8 * state.max()
    assert state[-1] < 0.25 * state.max()


@pytest.mark.parametrize("kappa", [50, 1e4, 1e12])
def test_very_fast_triggers_are_borne(kappa: float) -> None:
    effect = triggered_state([0, 1, 10, 100], [0, 200, 20, 0], kappa)
    assert np.isfinite(effect).all()
    assert (effect <= 1 + 1e-9).all()
    assert effect[1] > 0.98


def test_one_sample_is_the_start() -> None:
    assert triggered_state([0], [100]).tolist() == [0]


def test_many_samples() -> None:
    t = np.linspace(0, 300, 250_001)
    effect = triggered_state(t, 200 * np.exp(-t / 4))
    coarse = triggered_state(t[::1000], 200 * np.exp(-t[::1000] / 4))
    np.testing.assert_allclose(effect[::1000], coarse, atol=0.01)


@pytest.mark.parametrize("hypothesis", [slow_site, triggered_state])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([0, 0], [1, 1]), "t_h .* strictly increasing"),
        (([0, 1], [1]), "plasma_ng_mL must have one value for each of the 2 in t_h"),
        (([0, 1], [1, -1]), "plasma_ng_mL must be"),
        (([0, 1], [1, 1], -1), "half_time_h|kappa_per_h"),
    ],
)
def test_errors_name_the_argument(hypothesis, arguments, words: str) -> None:  # noqa: ANN001  illegal on purpose
    with pytest.raises(ValueError, match=words):
        hypothesis(*arguments)


def test_illegal_parameters_of_the_state() -> None:
    with pytest.raises(ValueError, match="tau_h must be"):
        triggered_state([0, 1], [1, 1], tau_h=0)
    with pytest.raises(ValueError, match="c50_ng_mL must be"):
        triggered_state([0, 1], [1, 1], c50_ng_mL=0)
    with pytest.raises(ValueError, match="c50_ng_mL must be"):
        slow_site([0, 1], [1, 1], c50_ng_mL=0)
