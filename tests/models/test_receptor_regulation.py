"""Receptors under a lasting antagonist."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.receptor_regulation import receptor_number, sensitivity_after_stopping
from course.reference import card
from tests.oracle import solved_in_pieces
from tests.strategies import examples, fractions, positive

kappas = st.floats(0, 3)
half_times = positive(0.1, 50)


@examples(30)
@given(
    st.lists(st.tuples(st.floats(0.1, 30), st.floats(0, 1)), min_size=1, max_size=8),
    kappas,
    half_times,
    st.floats(0, 3),
)
def test_it_solves_its_equation(
    course: list[tuple[float, float]], kappa: float, half: float, start: float
) -> None:
    t = np.concatenate([[0], np.cumsum([step for step, _ in course])])
    o = np.array([*(occupancy for _, occupancy in course), 0])
    k = np.log(2) / half
    expected = solved_in_pieces(lambda _, r, i: k * (1 + kappa * o[i] - r), t, start)
    np.testing.assert_allclose(
        receptor_number(t, o, kappa, half, start), expected, rtol=1e-6, atol=1e-8
    )


@given(fractions(), kappas, half_times, positive(0.1, 100), st.floats(0, 100))
def test_treatment_and_stop_in_one_formula(
    occupancy: float, kappa: float, half: float, treated: float, t: float
) -> None:
    number = receptor_number([0, treated, treated + t + 1], [occupancy, 0, 0], kappa, half)
    assert sensitivity_after_stopping(t + 1, treated, occupancy, kappa, half) == pytest.approx(
        number[-1], rel=1e-9
    )


@given(fractions(), kappas, half_times)
def test_long_treatment_raises_sensitivity_by_the_whole_factor_and_time_undoes_it(
    occupancy: float, kappa: float, half: float
) -> None:
    at_stop, later = sensitivity_after_stopping([0, 1e6], 1e6, occupancy, kappa, half)
    assert at_stop == pytest.approx(1 + kappa * occupancy, rel=1e-9)
    assert later == pytest.approx(1, rel=1e-9)


@given(st.floats(0, 200), st.floats(0, 200), fractions(), kappas, half_times)
def test_sensitivity_is_never_below_normal(
    t: float, treated: float, occupancy: float, kappa: float, half: float
) -> None:
    now, later = sensitivity_after_stopping([t, t + 1], treated, occupancy, kappa, half)
    assert now >= later >= 1


def test_without_blockade_nothing_changes() -> None:
    np.testing.assert_allclose(receptor_number([0, 10, 20], [0, 0, 0]), 1)
    assert sensitivity_after_stopping(0, 0, 1) == 1


def test_the_suggested_growth_is_of_the_size_seen_in_mice() -> None:
    values = card("opioid_receptor_regulation")
    sites = values["mice_sites_ratio"]
    grown = sensitivity_after_stopping(0, 8, 1)
    assert sites.low <= grown <= sites.high


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([0, 0], [1, 1]), "t_d .* strictly increasing"),
        (([0, 1], [1]), "occupancy must have one value for each of the 2 in t_d"),
        (([0, 1], [1, 2]), "occupancy must be"),
        (([0, 1], [1, 1], -1), "kappa must be"),
        (([0, 1], [1, 1], 1, 0), "half_time_d must be"),
        (([0, 1], [1, 1], 1, 1, -1), "start must be"),
    ],
)
def test_errors_name_the_argument(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        receptor_number(*arguments)  # type: ignore[arg-type]  # illegal on purpose
