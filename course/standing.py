"""The last cell of a lesson: every exercise, and what its public checks say."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.marks import outcomes

_NAME = re.compile(r"Marks\([^)]*exercise=(['\"])(?P<name>.+?)\1")
_HEADING = re.compile(
    r"^\#{1,6}\ +(?P<text>.+?)\ *(?:\([\d.]+\ points?\))?\ *$", re.MULTILINE | re.VERBOSE
)
_CLOSING = "Hidden checks run after you submit."


@dataclass(frozen=True)
class Exercise:
    """An exercise that is marked by tests: its name in the marks, and what stands over it."""

    name: str
    heading: str


def exercises_of(notebook: Path) -> list[Exercise] | None:
    """Return the exercises that a notebook tests, in its order.

    Parameters
    ----------
    notebook : Path
        The notebook file. An exercise has its tests in the cell ``<slug>-test`` and its heading
        in ``<slug>-task``; without a heading it is called by its name.

    Returns
    -------
    list of Exercise, or None
        None if there is no such file or it cannot be read: a student may have renamed it.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        return list(_tested(cells))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


class Standing:
    """A table of the exercises: what the public checks say, and what is still to come.

    Parameters
    ----------
    notebook : Path or None
        The lesson; without it only those exercises are known whose test cell ran.
    """

    def __init__(self, notebook: Path | None) -> None:
        known = exercises_of(notebook) if notebook else None
        self._remark = "" if known is not None else _unknown(notebook)
        named = {exercise.name: exercise.heading for exercise in known or []}
        # What ran and stands nowhere comes last, such as a test cell that a student wrote.
        self._headings = named | {name: name for name in outcomes if name not in named}

    def rows(self) -> list[tuple[str, str]]:
        """Return each exercise's heading and its public status."""
        return [(heading, _status(name)) for name, heading in self._headings.items()]

    def __repr__(self) -> str:
        lines = [f"{heading}: {status}" for heading, status in self.rows()]
        return "\n".join([*lines, *self._remarks()])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th scope='row' style='text-align:left'>{html.escape(heading)}</th>"
            f"<td style='text-align:left'>{html.escape(status)}</td></tr>"
            for heading, status in self.rows()
        )
        table = f"<table><tbody>{rows}</tbody></table>" if rows else ""
        return table + "".join(f"<p>{html.escape(text)}</p>" for text in self._remarks())

    def _remarks(self) -> list[str]:
        return [self._remark, _CLOSING] if self._remark else [_CLOSING]


def _tested(cells: list[dict[str, Any]]) -> Iterator[Exercise]:
    sources = {cell.get("id", ""): "".join(cell["source"]) for cell in cells}
    for cell in cells:
        grading = cell["metadata"].get("nbgrader", {})
        found = _NAME.search("".join(cell["source"])) if grading.get("grade") else None
        if found:
            slug = str(grading.get("grade_id", "")).removesuffix("-test")
            heading = _HEADING.search(sources.get(f"{slug}-task", ""))
            yield Exercise(found["name"], heading["text"] if heading else found["name"])


def _status(name: str) -> str:
    if name not in outcomes:
        return "not run yet"
    return outcomes[name].headline.partition(": ")[2]  # the row shows the name already


def _unknown(notebook: Path | None) -> str:
    where = f"{notebook.name} cannot be read here" if notebook else "The first cell has not run"
    return f"{where}, so only exercises whose test cell ran are listed."
