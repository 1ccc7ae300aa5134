"""The tasks of lesson 1: unsolved at the start and by presets, solved by moving controls."""

import pytest

from course.explorers import find
from course.explorers.session import Session
from course.explorers.view import View

SOLUTIONS = {
    "spike": ({"current_uA_cm2": 6.5}, {"current_uA_cm2": 10, "sodium_pct": 80}),
    "coincidence": ({"v_mV": -27}, {"v_mV": -70, "mg_mM": 0.05}),
    "quanta": ({"n": 6, "p": 0.8, "q_mV": 0.2}, {"n": 12, "p": 0.05}),
    "clearance": ({"dat_occupancy_pct": 80}, {"dat_occupancy_pct": 65}),
    "depression": ({"rate_Hz": 17.4}, {"rate_Hz": 60.3, "tau_rec_ms": 400}),
}
NEARLY = {
    "spike": ({"current_uA_cm2": 6.25}, {"current_uA_cm2": 10, "sodium_pct": 70}),
    "coincidence": ({"v_mV": -27, "mg_mM": 0.5}, {"v_mV": -70, "mg_mM": 0.1}),
    "quanta": ({"n": 3, "p": 0.8}, {"n": 9, "p": 0.05}),
    "clearance": ({"dat_occupancy_pct": 79}, {"dat_occupancy_pct": 50}),
    "depression": ({"rate_Hz": 10}, {"rate_Hz": 60.3, "U": 0.95}),
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
