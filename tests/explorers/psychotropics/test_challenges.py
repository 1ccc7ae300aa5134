"""The tasks of lesson 3: unsolved at the start and by presets, solved by moving controls."""

import pytest

from course.explorers import find
from course.explorers.session import Session
from course.explorers.view import View

SOLUTIONS = {
    "window": ({"c_ng_mL": 1.07}, {"c_ng_mL": 1.41, "ec50_cv": 0}),
    "delay": ({"day": 11}, {"occupied_pct": 70, "blocked_pct": 90}),
    "dial": ({"etom_uM": 2}, {"bzd_nM": 200, "flum_nM": 200}),
    "redistribution": ({"elimination_pct": 0, "t_min": 36.3}, {"t_min": 2450}),
    "taper": ({"shape": 2, "tau_d": 10}, {"shape": 2, "tau_d": 52}),
}
NEARLY = {
    "window": ({"c_ng_mL": 1}, {"c_ng_mL": 1.45, "ec50_cv": 0}),
    "delay": ({"day": 9}, {"occupied_pct": 70, "blocked_pct": 85}),
    "dial": ({"bzd_nM": 1000}, {"bzd_nM": 200, "flum_nM": 100}),
    "redistribution": ({"elimination_pct": 0, "t_min": 60}, {"t_min": 2000}),
    "taper": ({"shape": 1, "tau_d": 10}, {"shape": 2, "tau_d": 45}),
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
