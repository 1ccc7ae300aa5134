"""What each explorer of lesson 5 is for, as numbers that its picture must show."""

import numpy as np
import pytest

from course.explorers import find
from course.explorers.naltrexone.antagonism import antagonise
from course.explorers.naltrexone.clocks import run_down
from course.explorers.naltrexone.cover import protect
from course.explorers.naltrexone.pathways import learn
from course.explorers.naltrexone.teaching_signal import teach
from course.explorers.session import Session


def test_an_antagonist_shifts_the_curve_and_keeps_its_top() -> None:
    alone, beside = antagonise(9, 0, 1), antagonise(9, 0, 10)
    assert beside.here_pct == pytest.approx(alone.here_alone_pct)
    assert beside.response_pct[-1] > 0.99 * beside.top_pct


def test_no_text_about_antagonism_names_a_drug_or_a_dose() -> None:
    session = Session(find("antagonism"))
    texts = [session.alt, session.code, *(c.task + c.lesson for c in session.explorer.challenges)]
    assert not any(word in " ".join(texts) for word in (" mg", "naltrexone", "heroin", "morphine"))


def test_a_partial_agonist_holds_the_receptors_and_still_speaks() -> None:
    silent, partial = antagonise(99, 0, 1), antagonise(99, 1, 1)
    assert partial.here_held_pct == silent.here_held_pct
    assert silent.here_pct < 1
    assert partial.here_pct > 45


def test_plasma_has_gone_long_before_the_blockade() -> None:
    result = run_down(50, 26, 48)
    assert result.here_parent_pct < 0.01
    assert result.here_blockade_pct > 70
    assert 72 < result.halved_h < 108


def test_the_odds_fall_in_a_straight_line_and_a_dose_moves_blockade_alone() -> None:
    one, other = run_down(50, 26, 24), run_down(100, 26, 24)
    assert np.diff(np.log(one.odds_pct), 2) == pytest.approx(0, abs=1e-9)
    assert np.array_equal(one.parent_pct, other.parent_pct)
    assert other.here_blockade_pct > one.here_blockade_pct


def test_a_tablet_that_lasts_forgives() -> None:
    assert [protect(50, days, 94).here_covered_pct for days in (1, 2, 3)] == [50, 75, 87.5]


def test_between_the_two_published_clearances_the_month_is_lost() -> None:
    assert protect(50, 1, 94).last_ng_mL > 1 > protect(50, 1, 211).last_ng_mL


def test_days_marked_as_open_are_those_that_no_tablet_covers() -> None:
    assert protect(100, 1, 94).open_d.size == 0
    assert protect(0, 3, 94).open_d.size == 28
    assert protect(50, 1, 94).open_d.size == 28 - protect(50, 1, 94).taken


def test_the_burst_moves_to_the_cue() -> None:
    first, last = teach(1, 0, 0, 1), teach(100, 0, 0, 1)
    assert (first.here_at_cue, first.here_at_reward) == (0, 1)
    assert last.here_at_cue > 0.98
    assert last.here_at_reward < 0.01
    assert last.omitted[-1] == pytest.approx(-1, abs=0.01)


def test_a_drug_keeps_its_error_and_blockade_flattens_it() -> None:
    free, blocked = teach(100, 0.2, 0, 1), teach(100, 0.2, 100, 1)
    assert free.here_at_reward == pytest.approx(0.2)
    assert free.here_at_cue > 2
    assert np.diff(blocked.at_cue)[-10:].max() < 0.002
    assert np.array_equal(blocked.at_cue, teach(100, 0, 0, 1).at_cue)


def test_abstinence_teaches_nothing_about_the_drug_and_a_blocked_lapse_does() -> None:
    assert learn(0, 90, 0, 0).end_expected == 1
    assert learn(8, 90, 0, 0).end_expected < 0.5
    assert learn(8, 0, 0, 0).end_expected == 1


def test_what_extinction_taught_comes_back_and_stays_in_its_place() -> None:
    result = learn(8, 90, 0, 0)
    assert result.end_pct < result.later_pct < result.p_use_pct[0]
    assert result.p_elsewhere_pct[-1] == result.p_use_pct[0]


def test_an_unblocked_lapse_undoes() -> None:
    assert learn(8, 90, 0, 28).end_expected > learn(8, 90, 0, 0).end_expected
