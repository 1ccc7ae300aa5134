"""Trapping block of open channels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.channel_block import TrappingBlock
from course.reference import card
from tests.oracle import solved
from tests.strategies import (
    examples,
    fractions,
    fractions_above_0,
    non_negative,
    positive,
)

blockers = st.builds(TrappingBlock, positive(1e-3, 1e3), positive(1e-3, 1e3))


@examples(40)
@given(
    st.builds(TrappingBlock, positive(0.1, 10), positive(0.05, 5)),
    non_negative(0.01, 10),
    fractions(),
    fractions(),
)
def test_closed_form_agrees_with_the_differential_equation(
    blocker: TrappingBlock, c: float, p: float, b0: float
) -> None:
    t = np.linspace(0, 20, 21)
    kon, koff = blocker.kon_per_uM_s, blocker.koff_per_s
    expected = solved(lambda _, b: kon * c * p * (1 - b) - koff * p * b, t, b0)
    np.testing.assert_allclose(
        blocker.blocked_fraction(t, c, p, b0), expected, rtol=1e-6, atol=1e-9
    )


@given(blockers, positive(1e-3, 1e3), fractions_above_0(), fractions_above_0(), fractions())
def test_the_end_does_not_depend_on_activity_but_the_speed_does(
    blocker: TrappingBlock, c: float, p1: float, p2: float, b0: float
) -> None:
    ends = blocker.blocked_fraction(1e9, c, [p1, p2], b0)
    np.testing.assert_allclose(ends, c / (c + blocker.kd_uM), rtol=1e-9)
    np.testing.assert_allclose(blocker.plateau(c), c / (c + blocker.kd_uM), rtol=1e-9)
    slow, fast = blocker.time_constant_s(c, [p1, p2])
    assert slow * p1 == pytest.approx(fast * p2, rel=1e-9)


@given(blockers, non_negative(), fractions(), positive())
def test_a_channel_that_never_opens_keeps_what_it_has(
    blocker: TrappingBlock, c: float, b0: float, t: float
) -> None:
    assert blocker.blocked_fraction(t, c, 0, b0) == b0
    assert blocker.time_constant_s(c, 0) == np.inf


@given(blockers, positive(1e-3, 1e3), fractions_above_0(), fractions(), positive(1e-3, 1e2))
def test_one_time_constant_covers_the_same_share_of_any_way(
    blocker: TrappingBlock, c: float, p: float, b0: float, times: float
) -> None:
    tau = blocker.time_constant_s(c, p)
    end = blocker.plateau(c)
    left = blocker.blocked_fraction(times * tau, c, p, b0) - end
    assert left == pytest.approx((b0 - end) * np.exp(-times), rel=1e-9, abs=1e-12)


@given(blockers, fractions(), fractions(), positive(1e-3, 1e3))
def test_wash_out_is_an_exponential(blocker: TrappingBlock, p: float, b0: float, t: float) -> None:
    expected = b0 * np.exp(-blocker.koff_per_s * p * t)
    assert blocker.blocked_fraction(t, 0, p, b0) == pytest.approx(expected, rel=1e-9)


@given(blockers, non_negative(1e-3, 1e3), fractions(), fractions(), st.floats(-1e6, 0))
def test_before_the_start_nothing_has_changed(
    blocker: TrappingBlock, c: float, p: float, b0: float, t: float
) -> None:
    assert blocker.blocked_fraction(t, c, p, b0) == b0


def test_suggested_values_behave_as_advertised() -> None:
    ketamine = TrappingBlock.suggested()
    values = card("ketamine_at_nmda_receptor")
    c, p = values["c_uM"].value, values["p_open"].value
    assert ketamine.time_constant_s(c, p) == pytest.approx(6.89655, rel=1e-5)
    assert ketamine.plateau(c) == pytest.approx(0.827586, rel=1e-5)
    assert ketamine.kd_uM == pytest.approx(1 / 6)


@given(blockers, non_negative(1e-2, 1e2), non_negative(1e-2, 1e2), fractions(), fractions())
def test_steps_join(blocker: TrappingBlock, c1: float, c2: float, p: float, b0: float) -> None:
    half_way = blocker.blocked_fraction(3, c1, p, b0)
    later = blocker.blocked_fraction(2, c2, p, half_way)
    np.testing.assert_allclose(
        blocker.under_steps([5, -1, 3], [0, 3], [c1, c2], p, b0),
        [later, b0, half_way],
        rtol=1e-9,
        atol=1e-12,
    )


def test_trapped_drug_waits_for_the_channel_to_open() -> None:
    ketamine = TrappingBlock.suggested()
    course = ketamine.under_steps([100, 400, 500], [0, 100, 400], [0.8, 0, 0], [0.05, 0, 0.05])
    assert course[0] == course[1]
    assert course[2] < course[1] / 10


@pytest.mark.parametrize(
    ("blocker", "c", "plateau"),
    [
        (TrappingBlock(0, 1), 5, 0),
        (TrappingBlock(1, 0), 5, 1),
        (TrappingBlock(1, 0), 0, 0),
        (TrappingBlock(1e300, 1e-300), 1e300, 1),
        (TrappingBlock(1e-300, 1e300), 1e-300, 0),
    ],
)
def test_extreme_rates(blocker: TrappingBlock, c: float, plateau: float) -> None:
    assert blocker.plateau(c) == plateau
    moved = blocker.blocked_fraction([0, 1, 1e300], c, 1, 0.3)
    assert np.isfinite(moved).all()
    nothing_moves = blocker.kon_per_uM_s * c == 0 == blocker.koff_per_s
    assert moved[-1] == pytest.approx(0.3 if nothing_moves else plateau)


def test_a_drug_that_cannot_enter_has_no_half_block() -> None:
    assert TrappingBlock(0, 1).kd_uM == np.inf


@pytest.mark.parametrize(
    ("kon", "koff", "words"),
    [
        (-1, 1, "kon_per_uM_s must be a finite number at least 0"),
        (1, -1, "koff_per_s must be a finite number at least 0"),
        (0, 0, "must not both be 0"),
        (np.nan, 1, "kon_per_uM_s"),
    ],
)
def test_illegal_rates(kon: float, koff: float, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        TrappingBlock(kon, koff)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], [0], 1, 1), "t_s must be a list"),
        (([1], [0, 0], 1, 1), "from_s .* strictly increasing"),
        (([1], [0, 1], [1, 2, 3], 1), "do not fit together"),
        (([1], [0], -1, 1), "c_uM must be"),
        (([1], [0], 1, 2), "p_open must be"),
        (([1], [0], 1, 1, 2), "b0 must be"),
    ],
)
def test_illegal_steps(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        TrappingBlock.suggested().under_steps(*arguments)  # type: ignore[arg-type]  # illegal
