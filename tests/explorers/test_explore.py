import subprocess
import sys
from typing import Any

import pytest

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


@pytest.mark.parametrize("name", ["zzz", "", None, 5, ["spike"]])
def test_an_unknown_name_gets_the_list(name: str) -> None:
    with pytest.raises(ValueError, match=r"there are spike, coincidence|did you mean 'spike'"):
        find(name)


def test_names_are_unique_and_lead_to_their_declaration() -> None:
    assert all(explorer.name == name for name, explorer in every().items())
    assert len(every()) == 24


class Shell:
    """An IPython that runs one cell again and again, as far as `explore` asks it."""

    def __init__(self) -> None:
        self.runs = 0

    def get_parent(self) -> dict[str, Any]:
        return {"header": {"msg_id": f"run-{self.runs}"}, "metadata": {"cellId": "a-cell"}}


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = Shell()
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    return shell


def test_running_a_cell_again_closes_what_it_showed(shell: Shell) -> None:
    earlier = explore("coincidence"), explore("quanta")
    shell.runs += 1
    again = explore("coincidence")
    assert not any(hasattr(view, "canvas") for view in earlier)
    assert hasattr(again, "canvas")


def test_a_cell_may_show_one_explorer_twice(shell: Shell) -> None:
    for _ in range(2):
        shell.runs += 1
        beside_each_other = explore("coincidence", 1), explore("coincidence", 2)
        assert all(hasattr(view, "canvas") for view in beside_each_other)


def test_outside_a_notebook_nothing_is_closed() -> None:
    first = explore("coincidence")
    explore("coincidence")
    assert hasattr(first, "canvas")
