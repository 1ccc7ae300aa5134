"""A notebook prints the tasks of its explorers, so that its questions make sense on paper."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest

from course.explorers import by_lesson
from course.explorers.declaration import Explorer

ROOT = Path(__file__).parents[2]
EXPLORERS = [
    pytest.param(lesson, explorer, id=f"{lesson}: {explorer.name}")
    for lesson, explorers in by_lesson().items()
    for explorer in explorers
]


@cache
def cells(lesson: str) -> dict[str, str]:
    """Return the cells of a lesson's source by their id."""
    (path,) = (ROOT / "source").glob(f"*/{lesson}.ipynb")
    return {cell.id: cell.source for cell in nbformat.read(path, as_version=4).cells}


@pytest.mark.parametrize(("lesson", "explorer"), EXPLORERS)
def test_each_task_is_printed_with_a_question(lesson: str, explorer: Explorer[Any]) -> None:
    text = cells(lesson)[f"{explorer.name}-tasks"]
    printed = re.findall(r"^\d+\. \*(.+?)\* \S.*$", text, re.MULTILINE)
    assert printed == [challenge.task for challenge in explorer.challenges]
