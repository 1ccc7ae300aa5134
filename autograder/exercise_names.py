"""What an exercise is called where people read, taken from the heading of its task."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.notebooks import grade_id

_HEADING = re.compile(
    r"^\#{1,6}\ +(?:Exercise\ +)?(?P<label>[A-Z]*\d+(?:\.\d+)*)\ *·\ *"
    r"(?P<title>\S.*?)\ *(?:\([\d.]+\ points?\))?\ *$",
    re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True)
class Heading:
    """What stands over an exercise: its number, and what it is about."""

    label: str
    title: str

    def __str__(self) -> str:
        return f"{self.label} {self.title}"


def slug(cell: str) -> str:
    """Return which exercise a cell belongs to, by its name.

    Examples
    --------
    >>> slug("windup-test"), slug("windup-task"), slug("windup")
    ('windup', 'windup', 'windup')
    """
    return cell.removesuffix("-test").removesuffix("-task") or cell


def heading(text: str) -> Heading | None:
    """Return what the first numbered heading of a text says, or None.

    Examples
    --------
    >>> print(heading("### Exercise 1.5 · Counting packets (10 points)"))
    1.5 Counting packets
    >>> print(heading("### FR1.1 · What is large? (10 points)"))
    FR1.1 What is large?
    """
    match = _HEADING.search(text)
    return Heading(match["label"], match["title"]) if match else None


def headings(cells: Iterable[Mapping[str, Any]]) -> dict[str, Heading]:
    """Return the headings of a notebook's exercises by slug.

    An exercise that is marked by tests has its task in the cell ``<slug>-task``; a question that
    a person marks is its own task.
    """
    found: dict[str, Heading] = {}
    for cell in cells:
        name = grade_id(cell) or str(cell.get("id", ""))
        is_task = name.endswith("-task") or cell["metadata"].get("nbgrader", {}).get("task")
        if is_task and (said := heading("".join(cell["source"]))):
            found[slug(name)] = said
    return found
