"""Opponent process and allostasis."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.opponent_process import OpponentProcess, doses
from tests.oracle import solved_in_pieces
from tests.strategies import examples, fractions, positive

processes = st.builds(
    OpponentProcess, positive(0.5, 50), positive(50, 2000), fractions(), fractions()
)


@st.composite
def drives(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Uneven times and the drive held from each to the next."""
    steps = draw(st.lists(st.floats(0.1, 50), min_size=1, max_size=8))
    t = np.concatenate([[0], np.cumsum(steps)])
    return t, np.array(draw(st.lists(st.floats(0, 2), min_size=t.size, max_size=t.size)))


@examples(20)
@given(processes, drives())
def test_both_processes_solve_their_equations(
    process: OpponentProcess, drive: tuple[np.ndarray, np.ndarray]
) -> None:
    t, u = drive
    fast = solved_in_pieces(lambda _, x, i: (u[i] - x) / process.tau_fast_h, t, 0.0)
    slow = solved_in_pieces(lambda _, x, i: (u[i] - x) / process.tau_slow_h, t, 0.0)
    feeling = process.feeling(t, u)
    near = {"rtol": 1e-6, "atol": 1e-7}
    np.testing.assert_allclose(feeling.opponent, process.gain_fast * fast, **near)
    np.testing.assert_allclose(feeling.set_point, -process.gain_slow * slow, **near)
    np.testing.assert_allclose(
        feeling.effect, u - process.gain_fast * fast - process.gain_slow * slow, **near
    )


@given(processes, drives())
def test_it_is_linear(process: OpponentProcess, drive: tuple[np.ndarray, np.ndarray]) -> None:
    t, u = drive
    both = process.feeling(t, u + 3 * u[::-1]).effect
    first, second = process.feeling(t, u).effect, process.feeling(t, u[::-1]).effect
    np.testing.assert_allclose(both, first + 3 * second, rtol=1e-9, atol=1e-9)


def test_one_perfect_opponent_shows_the_rebound_of_the_filter() -> None:
    process = OpponentProcess(1, 1e12, 1, 0)
    assert process.feeling([0, 3], [1, 0]).effect[-1] == pytest.approx(-0.950213, rel=1e-5)


def test_repeated_doses_please_less_and_leave_a_lower_level() -> None:
    effect, opponent, set_point = OpponentProcess.suggested().feeling(
        *doses(90, dose_h=4, every_h=24)
    )
    on, off = effect[::2], effect[1::2]
    assert (np.diff(on) <= 0).all()
    assert (off < 0).all()
    assert off[-1] < off[0]
    assert set_point[-1] < -0.05
    assert opponent.max() < 1


def test_long_after_the_last_dose_all_is_as_before() -> None:
    process = OpponentProcess.suggested()
    t, u = doses(10, 4, 24)
    feeling = process.feeling([*t, 1e6, 2e6], [*u, 0, 0])
    assert feeling.effect[-1] == pytest.approx(0, abs=1e-12)


def test_doses_are_intervals() -> None:
    t, u = doses(3, dose_h=2, every_h=10, size=0.5)
    assert t.tolist() == [0, 2, 10, 12, 20, 22]
    assert u.tolist() == [0.5, 0, 0.5, 0, 0.5, 0]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: OpponentProcess(0, 1, 1, 1), "tau_fast_h must be"),
        (lambda: OpponentProcess(1, -1, 1, 1), "tau_slow_h must be"),
        (lambda: OpponentProcess(1, 1, 2, 1), "gain_fast must be"),
        (lambda: OpponentProcess(1, 1, 1, -1), "gain_slow must be"),
        (lambda: OpponentProcess.suggested().feeling([1, 0], [1, 1]), "t_h .* increasing"),
        (lambda: OpponentProcess.suggested().feeling([0, 1], [1]), "u must have one value"),
        (lambda: doses(0, 1, 2), "n must be"),
        (lambda: doses(1, 0, 2), "dose_h must be"),
        (lambda: doses(1, 2, 2), "dose_h .* must be below every_h, 2, not 2"),
        (lambda: doses(1, 1, 0), "every_h must be"),
        (lambda: doses(1, 1, 2, -1), "size must be"),
    ],
)
def test_errors_name_the_argument(call, words: str) -> None:  # noqa: ANN001  a lambda
    with pytest.raises(ValueError, match=words):
        call()
