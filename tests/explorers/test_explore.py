import subprocess
import sys

import pytest

from course import explorers
from course.explorers import every, explore, find
from course.explorers.view import View


def test_explore_returns_a_live_explorer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    view = explore("coincidence", prediction=5)
    assert isinstance(view, View)
    assert "you said 5" in view.children[0].value


@pytest.mark.parametrize("value", ["autograde", "validate", ""])
def test_under_nbgrader_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", value)
    assert explore("coincidence", prediction=5) is None


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = (
        "import os, sys\n"
        "import course.explorers as explorers\n"
        "os.environ['NBGRADER_EXECUTION'] = 'autograde'\n"
        "explorers.explore('coincidence')\n"
        "print({'matplotlib', 'ipywidgets', 'anywidget', 'course.models'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "set()"


def test_a_misspelt_name_gets_the_nearest() -> None:
    with pytest.raises(ValueError, match="did you mean 'coincidence'"):
        find("coincidance")


def test_an_unknown_name_gets_the_list() -> None:
    with pytest.raises(ValueError, match="there are spike, coincidence"):
        find("zzz")


def test_names_are_unique_and_lead_to_their_declaration() -> None:
    assert all(explorer.name == name for name, explorer in every().items())
    assert len(every()) == 24


def test_running_a_cell_again_closes_what_it_showed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorers, "_running_cell", lambda: "a-cell")
    first = explore("coincidence")
    other = explore("quanta")
    again = explore("coincidence")
    assert not hasattr(first, "canvas")
    assert hasattr(other, "canvas")
    assert hasattr(again, "canvas")


def test_outside_a_notebook_nothing_is_closed() -> None:
    first = explore("coincidence")
    explore("coincidence")
    assert hasattr(first, "canvas")
