"""The tasks of lesson 4: unsolved at the start and by presets, solved by moving controls."""

import pytest

from course.explorers import find
from course.explorers.session import Session
from course.explorers.view import View

SOLUTIONS = {
    "infusion": ({"infusion_min": 50}, {"infusion_min": 45}),
    "trapping": ({"wash_open_pct": 4}, {"open_pct": 1, "c_uM": 0.85}),
    "windup": ({"rate_Hz": 0.72}, {"rate_Hz": 2, "block_pct": 55}),
    "valleys": ({"block_duration": 5.3}, {"block_duration": 10, "block_pct": 48}),
    "relief": ({"infusion_h": 141}, {"half_time_d": 0.708}),
}
NEARLY = {
    "infusion": ({"infusion_min": 49}, {"infusion_min": 44}),
    "trapping": ({"wash_open_pct": 3.5}, {"open_pct": 1, "c_uM": 1}),
    "windup": ({"rate_Hz": 0.72, "block_pct": 10}, {"rate_Hz": 2, "block_pct": 50}),
    "valleys": ({"block_duration": 5.2}, {"block_duration": 10, "block_pct": 47}),
    "relief": ({"infusion_h": 136}, {"half_time_d": 1}),
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
