"""The tasks of every explorer: unsolved at the start and by presets, solved by moving controls."""

import pytest

from course.explorers import every, find
from course.explorers.session import Session
from course.explorers.view import View
from tests.explorers.solutions import SOLUTIONS

CASES = [(name, i) for name, tasks in SOLUTIONS.items() for i in range(len(tasks))]


def test_every_task_has_a_solution_here() -> None:
    tasks = {name: len(explorer.challenges) for name, explorer in every().items()}
    assert {name: len(solved) for name, solved in SOLUTIONS.items()} == tasks


@pytest.mark.parametrize("name", SOLUTIONS)
def test_start_and_presets_solve_nothing(name: str) -> None:
    session = Session(find(name))
    assert not any(session.found)
    for preset in session.explorer.presets:
        session.preset(preset)
        assert not any(session.found), preset


@pytest.mark.parametrize(("name", "i"), CASES)
def test_moving_the_controls_solves_it(name: str, i: int) -> None:
    view = View(find(name))
    for control, value in SOLUTIONS[name][i].solution.items():
        view.knobs[control].slider.value = value
    assert view.picture.found[i].startswith("Found: ")


@pytest.mark.parametrize(("name", "i"), CASES)
def test_nearly_right_is_not_found(name: str, i: int) -> None:
    session = Session(find(name))
    for settings in SOLUTIONS[name][i].nearly:
        session.reset()
        session.change(**settings)
        assert session.found[i] == "", settings
