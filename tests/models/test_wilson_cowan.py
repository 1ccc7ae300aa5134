"""The rhythm of Wilson and Cowan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.wilson_cowan import WilsonCowan
from tests.strategies import examples

if TYPE_CHECKING:
    from collections.abc import Callable

MODEL = WilsonCowan.suggested()
activities = st.floats(0, 0.5)


@given(activities, activities, st.floats(0, 3))
def test_rates_are_the_equations(e: float, i: float, g: float) -> None:
    def sigmoid(x: float) -> float:
        return 1 / (1 + np.exp(-x))

    e_rate, i_rate = WilsonCowan.suggested(g=g).rates_per_ms(e, i)
    s_e = sigmoid(1.3 * (16 * e - g * 12 * i + 1.25 - 4)) - sigmoid(-1.3 * 4)
    s_i = sigmoid(2 * (15 * e - 3 * i - 3.7)) - sigmoid(-2 * 3.7)
    assert 8 * e_rate == pytest.approx(-e + (1 - sigmoid(-1.3 * 4) - e) * s_e, rel=1e-9)
    assert 8 * i_rate == pytest.approx(-i + (1 - sigmoid(-2 * 3.7) - i) * s_i, rel=1e-9)


@pytest.mark.parametrize(
    ("g", "swing", "hertz"),
    [(1, 0.167100, 25.0204), (1.5, 0.130143, 21.0692), (2, 0.0765933, 21.1768)],
)
def test_the_limit_cycle(g: float, swing: float, hertz: float) -> None:
    rhythm = WilsonCowan.suggested(g=g).rhythm()
    assert rhythm.peak_to_peak == pytest.approx(swing, rel=1e-4)
    assert rhythm.frequency_Hz == pytest.approx(hertz, rel=1e-4)


@pytest.mark.parametrize(("g", "e"), [(0.6, 0.307823), (2.5, 0.118588), (3, 0.103953)])
def test_rest(g: float, e: float) -> None:
    model = WilsonCowan.suggested(g=g)
    (point,) = model.fixed_points()
    assert point.e == pytest.approx(e, rel=1e-5)
    assert point.growth_per_ms < 0
    assert model.rhythm(duration_ms=6000) == (0, 0)


def test_the_hopf_point() -> None:
    assert MODEL.hopf_gain(2, 3) == pytest.approx(2.31460, rel=1e-5)


@examples(25)  # each scans for roots
@given(st.floats(0, 4), st.floats(0, 3))
def test_fixed_points_stay_as_they_are(g: float, p: float) -> None:
    model = WilsonCowan.suggested(g=g, p=p)
    points = model.fixed_points()
    assert len(points) % 2 == 1
    for point in points:
        assert model.rates_per_ms(point.e, point.i) == pytest.approx((0, 0), abs=1e-12)


@given(st.floats(0.05, 0.4), st.floats(0, 0.4), st.floats(0, 3))
def test_growth_is_that_of_the_numerical_jacobian(e: float, i: float, g: float) -> None:
    model = WilsonCowan.suggested(g=g)
    step = 1e-6
    columns = [
        np.subtract(model.rates_per_ms(e + de, i + di), model.rates_per_ms(e - de, i - di))
        / (2 * step)
        for de, di in ((step, 0), (0, step))
    ]
    growth = np.linalg.eigvals(np.array(columns).T).real.max()
    assert model.growth_per_ms(e, i) == pytest.approx(growth, abs=1e-6)


def test_without_input_it_is_silent() -> None:
    model = WilsonCowan.suggested(p=0)
    assert model.rates_per_ms(0, 0) == pytest.approx((0, 0), abs=1e-18)
    assert model.run(50, start=(0, 0)).e.max() == pytest.approx(0, abs=1e-12)


def test_the_course_starts_where_it_is_told() -> None:
    course = MODEL.run(10, dt_ms=0.5, start=(0.2, 0.1))
    assert (course.e[0], course.i[0], course.t_ms[-1]) == (0.2, 0.1, 10)
    assert course.t_ms.shape == course.e.shape == (21,)


def test_an_euler_step_of_50_microseconds_is_visibly_wrong() -> None:
    e, i, dt = 0.1, 0.05, 0.05
    kept = []
    for step in range(60_000):
        e_rate, i_rate = MODEL.rates_per_ms(e, i) if step == 0 else _rates(e, i)
        e, i = e + dt * e_rate, i + dt * i_rate
        kept.append(e)
    assert np.ptp(kept[40_000:]) == pytest.approx(0.1735, abs=5e-4)


def _rates(e: float, i: float) -> tuple[float, float]:
    """Return the same rates in plain floats, for speed."""
    from math import exp

    s_e = 1 / (1 + exp(-1.3 * (16 * e - 12 * i + 1.25 - 4))) - 1 / (1 + exp(1.3 * 4))
    s_i = 1 / (1 + exp(-2 * (15 * e - 3 * i - 3.7))) - 1 / (1 + exp(2 * 3.7))
    k_e, k_i = 1 - 1 / (1 + exp(1.3 * 4)), 1 - 1 / (1 + exp(2 * 3.7))
    return (-e + (k_e - e) * s_e) / 8, (-i + (k_i - i) * s_i) / 8


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: WilsonCowan.suggested(c1=-1), "c1 must be"),
        (lambda: WilsonCowan.suggested(a_e=0), "a_e must be"),
        (lambda: WilsonCowan.suggested(tau_i_ms=0), "tau_i_ms must be"),
        (lambda: MODEL.run(0), "duration_ms must be"),
        (lambda: MODEL.run(10, dt_ms=0), "dt_ms must be"),
        (lambda: MODEL.run(10, start=(np.nan, 0)), "start must be"),
        (lambda: MODEL.hopf_gain(2.5, 3), "low and high must be gains"),
    ],
)
def test_errors_name_the_argument(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()
