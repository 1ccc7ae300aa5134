"""What is tried on a stage happens in a copy: it ends in time, and leaves nothing behind."""

import os
import time
from pathlib import Path

import pytest

from autograder.audit.lesson import Cell
from autograder.audit.stage import Stage, apart
from tests.autograder.audit.lessons import done


def test_a_copy_returns_data_and_changes_nothing() -> None:
    kept = [1]

    def change() -> list[int]:
        kept.append(2)
        return kept

    assert apart(change, 5) == ([1, 2], "")
    assert kept == [1]


def test_a_copy_that_goes_on_is_ended() -> None:
    began = time.monotonic()
    assert apart(lambda: time.sleep(60), 0.3) == (None, "it was still running after 0.3 s")
    assert time.monotonic() - began < 30


def test_a_copy_that_computes_for_too_long_is_ended() -> None:
    def forever() -> None:
        while True:
            pass

    assert apart(forever, 1) == (None, "it was still running after 1 s")


def test_a_copy_that_ends_itself_or_fails_says_so() -> None:
    def fail() -> None:
        raise KeyError("gone")

    assert apart(lambda: os._exit(0), 5) == (None, "it ended its process")
    assert apart(fail, 5) == (None, "KeyError: 'gone'")


def test_more_than_a_pipe_holds_comes_through() -> None:
    assert apart(lambda: "x" * 3_000_000, 20) == ("x" * 3_000_000, "")


CELLS = (
    "x = 2",
    "%%capture heard\nprint('quiet')",
    "import os\nos.environ.get('NBGRADER_EXECUTION'), x * 3",
    "print('loud')\n1 / 0",
    "x",
)


def _played(folder: Path) -> list[tuple[str, str]]:
    stage = Stage(folder, 30, grading=True)
    ran = stage.run_all(Cell(place, f"c{place}", "code", code) for place, code in enumerate(CELLS))
    return [(str(each.outputs[-1:]), each.error) for each in ran]


@pytest.mark.parametrize("place", range(len(CELLS)))
def test_cells_run_as_in_a_notebook(tmp_path: Path, place: int) -> None:
    wanted = ["[]", "[]", "('autograde', 6)", "ZeroDivisionError", "'2'"]
    shown, error = done(_played, tmp_path)[place]
    assert wanted[place] in shown
    assert error == ("ZeroDivisionError" if place == 3 else "")


ENDLESS = {
    "computing": "while True:\n    pass",
    "waiting": "import time\ntime.sleep(60)",
    "catching": "try:\n    while True:\n        pass\nexcept Exception:\n    pass",
    "awaiting": "import asyncio\nawait asyncio.sleep(60)",
}


def _endless(job: tuple[Path, str]) -> tuple[str, str]:
    folder, source = job
    stage = Stage(folder, 0.2, grading=True)
    first, second = stage.run_all(Cell(0, "c", "code", code) for code in (source, "1 + 1"))
    return first.error, str(second.outputs)


@pytest.mark.parametrize("name", ENDLESS)
def test_a_cell_without_an_end_is_interrupted_and_the_next_one_runs(
    tmp_path: Path, name: str
) -> None:
    error, shown = done(_endless, (tmp_path, ENDLESS[name]))
    assert error == ("CancelledError" if name == "awaiting" else "TooLong")
    assert "'2'" in shown
