"""Opioid analgesia and hyperalgesia."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.opioid_hyperalgesia import lasting_net, pain_under_opioid
from tests.oracle import solved_in_pieces
from tests.strategies import examples, fractions, positive

sizes = st.floats(0, 5)
taus = positive(0.1, 100)


@st.composite
def courses(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Uneven times and the opioid effect held from each to the next."""
    steps = draw(st.lists(st.floats(0.01, 30), min_size=1, max_size=12))
    t = np.concatenate([[0], np.cumsum(steps)])
    return t, np.array(draw(st.lists(st.floats(0, 2), min_size=t.size, max_size=t.size)))


@examples(30)
@given(courses(), sizes, taus, fractions())
def test_it_solves_its_equation(
    course: tuple[np.ndarray, np.ndarray], g: float, tau: float, block: float
) -> None:
    t, u = course
    expected = solved_in_pieces(lambda _, h, i: (g * (1 - block) * u[i] - h) / tau, t, 0.0)
    np.testing.assert_allclose(
        pain_under_opioid(t, u, g, tau, block).h, expected, rtol=1e-6, atol=1e-7
    )


@given(courses(), sizes, taus, fractions(), sizes)
def test_net_pain_is_linear_in_the_opioid_effect(
    course: tuple[np.ndarray, np.ndarray], g: float, tau: float, block: float, a: float
) -> None:
    t, u = course
    both = pain_under_opioid(t, u + 2 * u[::-1], g, tau, block, a=a).net
    first, second = (pain_under_opioid(t, part, g, tau, block, a=a).net for part in (u, u[::-1]))
    np.testing.assert_allclose(both, first + 2 * second, rtol=1e-9, atol=1e-9)


@given(courses(), sizes, taus, sizes)
def test_without_recruitment_or_under_full_block_there_is_relief_only(
    course: tuple[np.ndarray, np.ndarray], g: float, tau: float, a: float
) -> None:
    t, u = course
    for recruited, block in ((0, 0), (g, 1)):
        h, net = pain_under_opioid(t, u, recruited, tau, block, a=a)
        assert not h.any()
        np.testing.assert_allclose(net, -a * u)


@given(st.floats(0.1, 2), st.floats(0.1, 2), taus, st.floats(0, 0.9))
def test_the_day_after_there_is_more_pain_than_before(
    u: float, g: float, tau: float, block: float
) -> None:
    net = pain_under_opioid([0, 8, 16], [u, 0, 0], g, tau, block).net
    assert net[0] < 0 < net[1]
    assert 0 <= net[2] <= net[1]


@given(st.floats(0, 2), sizes, taus, fractions(), sizes)
def test_an_endless_effect_comes_to_the_lasting_net(
    u: float, g: float, tau: float, block: float, a: float
) -> None:
    net = pain_under_opioid([0, 1e6], [u, u], g, tau, block, a=a).net
    assert net[-1] == pytest.approx(lasting_net(u, g, block, a), rel=1e-9, abs=1e-12)


def test_one_sample_is_the_start() -> None:
    h, net = pain_under_opioid([3], [0.5], 1, 12)
    assert (h.tolist(), net.tolist()) == ([0], [-0.5])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([0, 0], [1, 1]), "t_h .* strictly increasing"),
        (([0, 1], [1]), "u must have one value for each of the 2 in t_h"),
        (([0, 1], [1, -1]), "u must be a finite number at least 0"),
        (([0, 1], [1, 1], -1), "g must be"),
        (([0, 1], [1, 1], 1, 0), "tau_h must be"),
        (([0, 1], [1, 1], 1, 1, 2), "block must be"),
    ],
)
def test_errors_name_the_argument(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        pain_under_opioid(*arguments)  # type: ignore[arg-type]  # illegal on purpose


def test_relief_must_not_be_negative() -> None:
    with pytest.raises(ValueError, match="a must be"):
        pain_under_opioid([0, 1], [1, 1], a=-1)
