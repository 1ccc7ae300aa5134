"""What each explorer of lesson 4 is for, as numbers that its picture must show."""

import numpy as np
import pytest

from course.explorers.ketamine.pump import infuse
from course.explorers.ketamine.relief import relieve
from course.explorers.ketamine.trapping import trap
from course.explorers.ketamine.valleys import block_for_a_while
from course.explorers.ketamine.windup import wind_up
from course.reference import card


def test_the_models_differ_more_than_people_with_other_clearances_do() -> None:
    usual = infuse(0.5, 40, 70, 100)
    spread = 13  # per cent between people, S-ketamine
    slow, fast = infuse(0.5, 40, 70, 100 - spread), infuse(0.5, 40, 70, 100 + spread)
    between_models = usual.three_at_end / usual.two_at_end
    assert between_models > 1.3
    assert slow.two_at_end / fast.two_at_end < 1.1
    assert slow.three_at_end / fast.three_at_end < 1.2


def test_the_receptor_differs_more_than_the_models_do() -> None:
    usual = infuse(0.5, 40, 70, 100)
    assert usual.two_blocked.max() / usual.two_blocked_loosely.max() > 4
    assert usual.three_blocked.max() / usual.two_blocked.max() < 1.2


def test_a_dose_by_weight_leaves_the_same_level_at_any_weight() -> None:
    light, heavy = infuse(0.5, 40, 50, 100), infuse(0.5, 40, 110, 100)
    assert heavy.dose_mg > 2 * light.dose_mg
    np.testing.assert_allclose(heavy.two_ng_mL, light.two_ng_mL)
    np.testing.assert_allclose(heavy.three_ng_mL, light.three_ng_mL)


def test_one_model_raises_the_alarm_and_the_other_does_not() -> None:
    usual = infuse(0.5, 40, 70, 100)
    assert usual.three_up_min.size > 0
    assert usual.two_up_min.size == 0


def test_the_reported_level_lies_between_the_models() -> None:
    usual = infuse(0.5, 40, 70, 100)
    assert usual.two_at_end < usual.reported_ng_mL < usual.three_at_end


def test_block_ends_alike_however_often_channels_open() -> None:
    ends = [trap(0.8, opened, 5).in_the_end[0] for opened in (1, 5, 20)]
    assert len(set(ends)) == 1
    assert trap(0.8, 1, 5).here_blocked < 0.6 < trap(0.8, 20, 5).here_blocked


def test_the_drug_stays_where_no_channel_opens() -> None:
    silent = trap(0.8, 5, 0)
    assert silent.here_left == pytest.approx(silent.here_blocked)
    assert trap(0.8, 5, 5).here_left < 0.06 * silent.here_left


def test_a_block_lowers_the_staircase_and_not_its_first_step() -> None:
    free, half, full = (wind_up(1, blocked, 2) for blocked in (0, 50, 100))
    assert free.response[0] == half.response[0] == full.response[0]
    assert (half.response[1:] < free.response[1:]).all()
    assert half.here_growth - 1 == pytest.approx((free.here_growth - 1) / 2)
    assert (full.response == full.response[0]).all()


def test_too_short_a_block_returns_to_pain_and_a_long_one_resets() -> None:
    pain = card("sensitisation")["s"].value * 0.9
    short, long = (block_for_a_while(1, 0.3, 60, duration) for duration in (5, 5.5))
    assert short.last_level == pytest.approx(pain, rel=1e-3)
    assert long.last_level < 1e-3


def test_too_weak_a_block_never_resets() -> None:
    weak = block_for_a_while(1, 0.3, 39, 10)
    assert weak.needed == float("inf")
    assert weak.last_level == pytest.approx(0.9, rel=1e-2)


def test_relief_outlives_the_drug_by_weeks_and_is_gone_by_week_12() -> None:
    usual = relieve(10.5, 10.9, 100, 200)
    assert usual.lasts_d > 20
    assert usual.at_week_12 < 0.05
    assert np.interp(usual.half_d, usual.t_d, usual.relief) == pytest.approx(0.5, abs=1e-3)


def test_with_the_half_time_of_plasma_relief_would_be_gone_in_a_day() -> None:
    assert relieve(10.5, 0.1, 100, 200).lasts_d < 1
