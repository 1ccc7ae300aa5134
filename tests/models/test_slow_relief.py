"""Relief that outlasts the drug."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.slow_relief import days_above, relief, relief_from_plasma
from course.reference import card
from tests.strategies import positive

levels = positive(1, 1000)
infusions = positive(0.1, 1000)
c50s = positive(0.1, 1000)
half_times = positive(0.1, 100)


@given(st.floats(-50, 400), levels, infusions, c50s, half_times)
def test_relief_is_a_fraction_and_falls_after_the_stop(
    t: float, plasma: float, infusion: float, c50: float, half: float
) -> None:
    now, later = relief([t, t + 1], plasma, infusion, c50, half)
    assert 0 <= now < 1
    if t >= 0:
        assert later <= now


@given(levels, infusions, c50s, half_times, st.floats(0.01, 0.99))
def test_days_above_a_threshold_end_at_it(
    plasma: float, infusion: float, c50: float, half: float, threshold: float
) -> None:
    days = days_above(threshold, plasma, infusion, c50, half)
    if days > 0:
        assert relief(days, plasma, infusion, c50, half) == pytest.approx(threshold, rel=1e-9)
    else:
        assert relief(0, plasma, infusion, c50, half) <= threshold * (1 + 1e-9)


@given(levels, infusions, c50s, half_times, st.floats(0, 100))
def test_the_odds_of_relief_halve_in_a_half_time(
    plasma: float, infusion: float, c50: float, half: float, t: float
) -> None:
    now, later = relief([t, t + half], plasma, infusion, c50, half)
    assert later / (1 - later) == pytest.approx(now / (1 - now) / 2, rel=1e-6)


@given(levels, infusions, c50s, half_times)
def test_it_begins_with_the_infusion(
    plasma: float, infusion: float, c50: float, half: float
) -> None:
    begin = -infusion / 24
    assert relief([begin - 1, begin], plasma, infusion, c50, half).tolist() == [0, 0]
    assert relief(begin / 2, plasma, infusion, c50, half) > 0


def test_reference_values() -> None:
    np.testing.assert_allclose(
        relief([0, 7, 30, 50], 200, 100), [0.815962, 0.739637, 0.396871, 0.15573], rtol=1e-5
    )
    assert days_above(0.5, 200, 100) == pytest.approx(23.4186, rel=1e-5)


def test_no_drug_no_relief() -> None:
    assert relief([-1, 0, 10], 0, 100).tolist() == [0, 0, 0]
    assert days_above(0.5, 0, 100) == 0


@given(levels, infusions, c50s, half_times)
def test_a_sampled_curve_gives_the_same(
    plasma: float, infusion: float, c50: float, half: float
) -> None:
    days = infusion / 24
    sudden = days * 1e-9
    t = np.array([0, days / 2, days, days + sudden, days + 3])
    sampled = relief_from_plasma(t, [plasma, plasma, plasma, 0, 0], c50, half)
    np.testing.assert_allclose(
        sampled, relief(t - days, plasma, infusion, c50, half), rtol=1e-6, atol=1e-9
    )


def test_relief_outlasts_the_drug_by_weeks_and_is_mostly_gone_by_week_12() -> None:
    values = card("crps_relief")
    plasma, infusion = values["plasma_ng_mL"].value, values["infusion_h"].value
    assert relief(values["outlasts_d"].value, plasma, infusion) > 0.1
    assert relief(12 * 7, plasma, infusion) < 0.05


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([0, 0], [1, 1]), "t_d .* strictly increasing"),
        (([0, 1], [1]), "plasma_ng_mL must have one value for each of the 2 in t_d"),
        (([0, 1], [1, -1]), "plasma_ng_mL must be"),
        (([0, 1], [1, 1], 0), "c50_ng_mL must be"),
        (([0, 1], [1, 1], 1, 0), "half_time_d must be"),
    ],
)
def test_errors_name_the_argument(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        relief_from_plasma(*arguments)  # type: ignore[arg-type]  # illegal on purpose
