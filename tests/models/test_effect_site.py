"""The effect site behind sampled plasma, and behind an infusion."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.effect_site import effect_site, effect_site_of_infusion
from tests.oracle import solved_in_pieces
from tests.strategies import examples, non_negative, positive

half_times = positive(0.05, 50)


@st.composite
def curves(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Uneven times, and plasma that runs straight between them."""
    steps = draw(st.lists(st.floats(1e-3, 20), min_size=1, max_size=12))
    t = np.concatenate([[0], np.cumsum(steps)])
    return t, np.array(draw(st.lists(st.floats(0, 500), min_size=t.size, max_size=t.size)))


@examples(30)
@given(curves(), half_times, st.floats(0, 100))
def test_sampled_plasma_agrees_with_the_differential_equation(
    curve: tuple[np.ndarray, np.ndarray], half: float, start: float
) -> None:
    t, plasma = curve

    def slope(at: float, site: float, _: int) -> float:
        return np.log(2) / half * (float(np.interp(at, t, plasma)) - site)

    expected = solved_in_pieces(slope, t, start)
    np.testing.assert_allclose(
        effect_site(t, plasma, half, start), expected, rtol=1e-6, atol=1e-6 * (1 + plasma.max())
    )


@given(curves(), half_times, st.floats(0, 10))
def test_it_is_linear_in_plasma(
    curve: tuple[np.ndarray, np.ndarray], half: float, factor: float
) -> None:
    t, plasma = curve
    both = effect_site(t, plasma + factor * plasma[::-1], half)
    apart = effect_site(t, plasma, half) + factor * effect_site(t, plasma[::-1], half)
    np.testing.assert_allclose(both, apart, rtol=1e-9, atol=1e-9)


@given(curves(), half_times)
def test_more_samples_on_the_same_lines_change_nothing(
    curve: tuple[np.ndarray, np.ndarray], half: float
) -> None:
    t, plasma = curve
    finer = np.sort(np.concatenate([t, (t[1:] + t[:-1]) / 2]))
    fine = effect_site(finer, np.interp(finer, t, plasma), half)
    np.testing.assert_allclose(fine[::2], effect_site(t, plasma, half), rtol=1e-9, atol=1e-9)


@given(curves(), half_times)
def test_it_stays_between_the_extremes_of_plasma(
    curve: tuple[np.ndarray, np.ndarray], half: float
) -> None:
    t, plasma = curve
    site = effect_site(t, plasma, half)
    assert (site >= 0).all()
    assert (site <= plasma.max() * (1 + 1e-12)).all()


@given(non_negative(1e-3, 1e3), positive(0.1, 50), half_times, st.floats(-10, 200))
def test_an_infusion_is_a_sampled_curve_with_a_sudden_end(
    level: float, duration: float, half: float, t: float
) -> None:
    expected = 0.0
    if t > 0:
        during = effect_site([0, min(t, duration)], [level, level], half)[-1]
        after = max(t - duration, 0)
        expected = during if not after else effect_site([0, after], [0, 0], half, during)[-1]
    assert effect_site_of_infusion(t, level, duration, half) == pytest.approx(
        expected, rel=1e-9, abs=1e-12
    )


@given(half_times, positive(0.1, 50))
def test_a_half_time_brings_it_half_way(half: float, level: float) -> None:
    assert effect_site_of_infusion(half, level, 1e9, half) == pytest.approx(level / 2)
    full = effect_site_of_infusion(1e6, level, 1e6, half)
    assert effect_site_of_infusion(1e6 + half, level, 1e6, half) == pytest.approx(full / 2)


@pytest.mark.parametrize("half", [1e-300, 1e300])
def test_extreme_half_times(half: float) -> None:
    site = effect_site([0, 1, 1e6], [5, 7, 9], half)
    np.testing.assert_allclose(site, [0, 7, 9] if half < 1 else [0, 0, 0], rtol=1e-9, atol=1e-200)


def test_rows_of_plasma() -> None:
    rows = effect_site([0, 1, 2], [[1, 1, 1], [2, 2, 2]], 1.0)
    np.testing.assert_allclose(rows[1], 2 * rows[0])


def test_a_million_samples() -> None:
    t = np.arange(1e6)
    site = effect_site(t, np.ones(t.size), 1e5)
    np.testing.assert_allclose(site, 1 - 2 ** (-t / 1e5), rtol=1e-8)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([0, 0], [1, 1], 1), "t must be strictly increasing"),
        (([0, 1], [1], 1), "plasma must have one value for each of the 2"),
        (([0], 1, 1), "plasma must have one value"),
        (([0, 1], [1, -1], 1), "plasma must be a finite number at least 0"),
        (([0, 1], [1, 1], 0), "half_time must be a finite number above 0"),
        (([0, 1], [1, 1], [1, 2]), "half_time must be one number"),
        (([0, 1], [1, 1], 1, -1), "start must be"),
    ],
)
def test_errors_name_the_argument(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        effect_site(*arguments)  # type: ignore[arg-type]  # illegal on purpose
