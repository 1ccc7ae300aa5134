"""What each explorer of lesson 2 is for, as numbers that its picture must show."""

import numpy as np
import pytest

from course.explorers.imbalance.balance import nudge
from course.explorers.imbalance.genes import dose
from course.explorers.imbalance.overlap import compare
from course.explorers.imbalance.terminals import lose
from course.reference import card

LIVER = card("liver")


def test_the_level_is_buffered_and_then_falls_off_a_cliff() -> None:
    assert lose(80, 0.2, 5).here_tonic_pct > 95
    steps = -np.diff(lose(0, 0.2, 5).tonic_pct)
    assert (np.diff(steps) > 0).all()
    assert steps[-1] > 50 * steps[0]


def test_without_a_leak_the_level_never_falls() -> None:
    assert lose(98, 0, 5).here_tonic_pct == pytest.approx(100)


def test_the_burst_shrinks_long_before_the_level() -> None:
    result = lose(80, 0.2, 5)
    assert result.here_burst_pct < 40
    assert (result.burst_pct <= result.tonic_pct + 1e-9).all()
    assert (result.burst_pct >= result.proportion_pct - 1e-9).all()


def test_what_is_left_reaches_farther() -> None:
    assert lose(75, 0.2, 5).here_reach_um == pytest.approx(2 * lose(0, 0.2, 5).here_reach_um)


def test_the_difference_of_the_groups_cannot_diagnose() -> None:
    result = compare(0.79, 1, 0.7)
    assert result.ovl > 0.69
    assert result.ppv < 0.02


def test_the_point_of_the_cut_off_lies_on_the_curve_of_all() -> None:
    result = compare(1.3, 0.4, 5)
    found = np.interp(result.here_false_alarms, result.false_alarms[::-1], result.found[::-1])
    assert found == pytest.approx(result.here_found, abs=1e-3)


def test_the_area_under_the_curve_is_the_one_stated() -> None:
    result = compare(0.79, 1, 0.7)
    area = np.trapezoid(result.found[::-1], result.false_alarms[::-1])
    assert area == pytest.approx(result.auc, abs=1e-3)


def test_the_same_pill_gives_levels_five_fold_apart() -> None:
    free, flow = 1, LIVER["blood_flow_L_h"].value
    level = dose(0, 9, flow, free).level
    assert level[0] / level[-1] > 5


def test_the_model_passes_through_the_patients() -> None:
    result = dose(2, LIVER["nortriptyline_a_L_h"].value, LIVER["blood_flow_L_h"].value, 1)
    on_the_line = np.interp(result.measured_n, result.n, result.level_usual)
    assert on_the_line == pytest.approx(result.measured_level, rel=0.03)


def test_flow_moves_what_passes_the_liver_and_not_the_level() -> None:
    slow, fast = dose(2, 20, 30, 1), dose(2, 20, 120, 1)
    assert slow.here_level == pytest.approx(fast.here_level)
    assert slow.availability < 0.7 * fast.availability
    assert slow.half_life_h > fast.half_life_h


def test_the_level_of_free_drug_does_not_depend_on_the_free_fraction() -> None:
    usual, double = dose(2, 20, 60, 1), dose(2, 20, 60, 2)
    assert 2 * double.here_level == pytest.approx(usual.here_level)


def test_a_small_loss_near_the_edge_is_no_small_loss() -> None:
    above, below = nudge(2.5, 1.0, 2.5), nudge(2.5, 0.8, 2.5)
    assert above.growth_per_ms < 0 < below.growth_per_ms
    assert below.left[-1] > 100 * above.left[-1]
    assert nudge(2.5, 3.0, 2.5).growth_per_ms == pytest.approx(nudge(2.5, 1.3, 2.5).growth_per_ms)


def test_the_map_says_what_the_nudge_does() -> None:
    for wee in (1.5, 2.5, 3.5):
        here = nudge(wee, 1, 2.5)
        edge, rings = (float(np.interp(wee, here.wee, y)) for y in (here.edge, here.ringing_from))
        assert nudge(wee, edge - 0.05, 2.5).growth_per_ms > 0
        assert nudge(wee, edge + 0.05, 2.5).growth_per_ms < 0
        assert nudge(wee, rings + 0.05, 2.5).frequency_Hz > 0
        assert nudge(wee, max(rings - 0.05, 0), 2.5).frequency_Hz == 0
    assert nudge(here.swelling_wee[0] + 0.1, 3, 2.5).growth_per_ms > 0
    assert nudge(here.swelling_wee[0] - 0.1, 3, 2.5).growth_per_ms < 0
