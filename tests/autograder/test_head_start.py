"""What a lesson's workers will need is guessed only where it is clear."""

import json
import os
from pathlib import Path

import pytest

from autograder import worker
from autograder.head_start import likely_withheld, workers_ahead
from tests.autograder.processes import children_of

PATIENCE_S = 300.0
PLAIN = "from autograder import configure\nconfigure(get_config())\n"


def course(root: Path, config: str = PLAIN, metadata: object = None) -> Path:
    (root / "nbgrader_config.py").write_text(config)
    for name in ("1-ions", "2-pumps"):
        folder = root / "source" / name
        folder.mkdir(parents=True)
        said = {} if metadata is None else metadata
        (folder / "lesson.ipynb").write_text(json.dumps({"cells": [], "metadata": said}))
    return root


@pytest.mark.parametrize("ending", ["ions", "1-ions"])
def test_a_lesson_lacks_what_its_source_says(tmp_path: Path, ending: str) -> None:
    metadata = {"autograder": {"withheld": ["course.models.pump"]}}
    root = course(tmp_path, metadata=metadata)
    assert likely_withheld(root, ending) == ["course.models.pump"]


def test_a_lesson_that_says_nothing_lacks_nothing(tmp_path: Path) -> None:
    assert likely_withheld(course(tmp_path), "ions") == []


@pytest.mark.parametrize(
    "line",
    ["c.Autograder.box = 'landlock'", "c.CourseDirectory.source_directory = 'elsewhere'"],
)
def test_nothing_is_guessed_of_an_unusual_course(tmp_path: Path, line: str) -> None:
    assert likely_withheld(course(tmp_path, f"{PLAIN}{line}\n"), "ions") is None


@pytest.mark.parametrize("ending", ["s", "channels", ""])
def test_nothing_is_guessed_of_a_lesson_that_may_be_any_or_none(
    tmp_path: Path, ending: str
) -> None:
    assert likely_withheld(course(tmp_path), ending) is None


@pytest.mark.parametrize("metadata", [[], {"autograder": 3}, {"autograder": {"withheld": 3}}])
def test_nothing_is_guessed_of_a_broken_source(tmp_path: Path, metadata: object) -> None:
    assert likely_withheld(course(tmp_path, metadata=metadata), "ions") is None


def test_nothing_is_guessed_where_there_is_no_course(tmp_path: Path) -> None:
    assert likely_withheld(tmp_path, "ions") is None


def test_workers_that_nobody_came_to_need_end_with_the_command(tmp_path: Path, box: None) -> None:
    del box
    before = set(children_of(os.getpid()))
    with workers_ahead(course(tmp_path), "ions", 2):
        needed, channel = worker.start()
        assert len(set(children_of(os.getpid())) - before) == 2
    assert set(children_of(os.getpid())) - before == {needed.pid}
    channel.close()
    needed.wait(PATIENCE_S)
