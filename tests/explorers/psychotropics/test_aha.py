"""What each explorer of lesson 3 is for, as numbers that its picture must show."""

import numpy as np
import pytest

from course.explorers.psychotropics.delay import wait
from course.explorers.psychotropics.dial import turn
from course.explorers.psychotropics.redistribution import spread
from course.explorers.psychotropics.taper import end
from course.explorers.psychotropics.window import occupy


def test_the_window_of_one_person_is_less_than_twofold() -> None:
    result = occupy(1, 0)
    helped = result.c_ng_mL[result.helped_pct > 50][0]
    stiff = result.c_ng_mL[result.stiff_pct > 50][0]
    assert stiff / helped == pytest.approx(1.91, rel=0.03)


def test_where_people_differ_no_level_suits_nine_in_ten() -> None:
    result = occupy(1, 0.3)
    assert result.stiff_pct[result.helped_pct >= 90].min() > 15


def test_more_spread_makes_fewer_people_right_at_a_good_level() -> None:
    right = [occupy(1, cv).shares_pct[0] - occupy(1, cv).shares_pct[2] for cv in (0, 0.3, 0.6)]
    assert right == sorted(right, reverse=True)


def test_blocked_pumps_give_half_of_the_serotonin_at_first() -> None:
    result = wait(80, 4, 0, 0)
    assert result.here_serotonin < result.serotonin_without_feedback[0] / 2
    assert result.here_firing_pct < 50


def test_firing_is_low_at_first_and_back_after_two_weeks() -> None:
    assert [wait(80, 4, 0, day).here_firing_pct for day in (2, 7, 14)] == pytest.approx(
        [56.9, 78.8, 95.0], abs=0.1
    )


def test_blocked_feedback_needs_no_weeks() -> None:
    result = wait(80, 4, 100, 0)
    assert result.here_serotonin == pytest.approx(5)
    assert result.firing_pct == pytest.approx(100)


def test_a_benzodiazepine_has_a_ceiling_and_etomidate_has_none() -> None:
    result = turn(2, 1000, 0, 0)
    assert result.here_pct < result.ceiling_pct < 4
    assert result.by_etomidate_pct[-1] > 90


def test_without_gaba_a_benzodiazepine_opens_next_to_nothing() -> None:
    assert turn(0.1, 1000, 0, 0).here_pct < 0.05


def test_flumazenil_alone_changes_nothing() -> None:
    assert turn(2, 0, 0, 1000).here_pct == pytest.approx(turn(2, 0, 0, 0).here_pct)


def test_the_antidote_takes_the_benzodiazepine_back() -> None:
    assert turn(2, 100, 0, 1000).here_pct == pytest.approx(turn(2, 0, 0, 0).here_pct, rel=0.03)


def test_plasma_falls_by_nine_tenths_while_nothing_leaves_the_body() -> None:
    result = spread(10, 60, 0)
    assert result.fallen_pct > 90
    assert result.share_pct[-1] == pytest.approx(0, abs=1e-9)


def test_elimination_hardly_hastens_the_first_fall() -> None:
    assert spread(10, 60, 100).fallen_pct - spread(10, 60, 0).fallen_pct < 1


def test_the_four_places_hold_the_whole_dose() -> None:
    for minutes in (1, 60, 4000):
        assert spread(10, minutes, 100).share_pct.sum() == pytest.approx(100)


def test_a_taper_lowers_the_depth_and_not_the_area() -> None:
    at_once, linear, hyperbolic = (end(shape, 10, 20, 1) for shape in (0, 1, 2))
    assert at_once.worst_pct < linear.worst_pct < hyperbolic.worst_pct < 0
    areas = [one.area_pct_d for one in (at_once, linear, hyperbolic)]
    assert areas == pytest.approx([-1800] * 3, rel=1e-3)


def test_linear_steps_do_everything_at_the_end() -> None:
    result = end(1, 10, 20, 1)
    before = result.effect_pct[(result.t_d > 0) & (result.t_d < 45)]
    assert result.worst_d == 90
    assert before.min() > result.worst_pct / 5


def test_without_tolerance_there_is_no_rebound() -> None:
    assert np.min(end(0, 10, 20, 0).effect_pct) == 0
