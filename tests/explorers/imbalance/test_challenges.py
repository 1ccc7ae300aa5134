"""The tasks of lesson 2: unsolved at the start and by presets, solved by moving controls."""

import pytest

from course.explorers import find
from course.explorers.session import Session
from course.explorers.view import View

SOLUTIONS = {
    "terminals": ({"lost_pct": 91}, {"lost_pct": 72}),
    "overlap": ({"cutoff": 2.6}, {"d": 1.7, "cutoff": 0.85}),
    "genes": ({"genes": 0, "other_L_h": 10}, {"flow_L_h": 30}),
    "balance": ({"wei": 0.85}, {"wee": 3.5, "wei": 1.6}),
}
NEARLY = {
    "terminals": ({"lost_pct": 90}, {"lost_pct": 72, "leak_per_s": 1}),
    "overlap": ({"cutoff": 2.5}, {"d": 1.9, "cutoff": 0.9}),
    "genes": ({"genes": 1, "other_L_h": 10}, {"flow_L_h": 40}),
    "balance": ({"wei": 0.9}, {"wee": 3.5, "wei": 1.5}),
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
