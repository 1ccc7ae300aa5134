"""The tasks of lesson 5: unsolved at the start and by presets, solved by moving controls."""

import pytest

from course.explorers import find
from course.explorers.session import Session
from course.explorers.view import View

SOLUTIONS = {
    "antagonism": ({"competitor": 50.1}, {"competitor": 31.6, "competitor_efficacy": 1}),
    "clocks": ({"t_h": 82}, {"odds_half_time_h": 21}),
    "cover": ({"p_pct": 63, "window_d": 3}, {"clearance_L_h": 131}),
    "teaching_signal": ({"trial": 21, "drug": 0}, {"trial": 100, "drug": 0.2, "occupancy_pct": 75}),
    "pathways": ({"lapses": 0, "r_alt": 1.1}, {"missed_day": 27}),
}
NEARLY = {
    "antagonism": ({"competitor": 55}, {"competitor": 9, "competitor_efficacy": 1}),
    "clocks": ({"t_h": 72}, {"odds_half_time_h": 23}),
    "cover": ({"p_pct": 80, "window_d": 2}, {"clearance_L_h": 130}),
    "teaching_signal": ({"trial": 22, "drug": 0}, {"trial": 100, "drug": 0.2, "occupancy_pct": 80}),
    "pathways": ({"lapses": 8, "r_alt": 1.1}, {"missed_day": 28}),
}
CASES = [(name, i) for name in SOLUTIONS for i in (0, 1)]


@pytest.mark.parametrize("name", SOLUTIONS)
def test_start_and_presets_solve_nothing(name: str) -> None:
    session = Session(find(name))
    assert session.found == ("", "")
    for preset in session.explorer.presets:
        session.preset(preset)
        assert session.found == ("", ""), preset


@pytest.mark.parametrize(("name", "i"), CASES)
def test_moving_the_controls_solves_it(name: str, i: int) -> None:
    view = View(find(name))
    for control, value in SOLUTIONS[name][i].items():
        view.knobs[control].slider.value = value
    assert view.picture.found[i].startswith("Found: ")


@pytest.mark.parametrize(("name", "i"), CASES)
def test_nearly_right_is_not_found(name: str, i: int) -> None:
    session = Session(find(name))
    session.change(**NEARLY[name][i])
    assert session.found[i] == ""
