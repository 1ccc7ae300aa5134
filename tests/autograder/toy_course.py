"""A tiny nbgrader course, and things that students hand in."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder.course_folder import CourseFolder, open_course
from autograder.notebooks import node, read_notebook, write_notebook

LESSON = "1-doubling"
CONFIG = """\
from autograder import configure
c = get_config()
configure(c)
c.CourseDirectory.course_id = "toy"
c.ExecutePreprocessor.timeout = 4
c.LateSubmissionPlugin.penalty_method = "zero"
"""
# What the hidden test and the mark scheme say, and nobody else may.
SECRET_NUMBER = "54754.0"  # noqa: S105 - the hidden test's, no password
SECRET_WORDS = "names the commutative law"  # noqa: S105 - the mark scheme's, no password

SOLUTION = """\
def double(x):
    \"\"\"Return twice x.\"\"\"
    ### BEGIN SOLUTION
    return x + x if x else 0.0 * x
    ### END SOLUTION
"""
TEST = f"""\
marks = Marks(10, exercise="double")
with marks.check(4, because="twice nothing is nothing"):
    close(double(0.0), 0.0)
### BEGIN HIDDEN TESTS
with marks.hidden(6, because="it works for any number"):
    close(double(27377.0), {SECRET_NUMBER})
marks.mistake(3, when=lambda: double(3.0) == 9.0, say="it looks as if you squared")
### END HIDDEN TESTS
marks.total()
"""
PLAIN_SOLUTION = """\
### BEGIN SOLUTION
answer_to_everything = 6 * 7
### END SOLUTION
"""
PLAIN_TEST = """\
assert isinstance(answer_to_everything, int)
### BEGIN HIDDEN TESTS
assert answer_to_everything == 42, "the hidden number is forty-two"
### END HIDDEN TESTS
"""
TASK = f"""\
Why does it not matter in which order you add?
### BEGIN MARK SCHEME
{SECRET_WORDS} (5)
### END MARK SCHEME
"""


def code(name: str, source: str, **grader: float) -> NotebookNode:
    """Return a code cell, graded or locked if it says how."""
    cell = {"cell_type": "code", "execution_count": None, "outputs": []}
    return node({**cell, **_common(name, source, grader)})


def text(name: str, source: str, **grader: float) -> NotebookNode:
    """Return a markdown cell."""
    return node({"cell_type": "markdown", **_common(name, source, grader)})


def _common(name: str, source: str, grader: dict[str, float]) -> dict[str, Any]:
    known = {"grade": False, "solution": False, "locked": False, "task": False}
    extra = {"schema_version": 3, "grade_id": name}
    metadata = {"nbgrader": {**known, **extra, **grader}} if grader else {}
    return {"id": name, "metadata": metadata, "source": source.strip("\n")}


def notebook(*cells: dict[str, Any]) -> NotebookNode:
    """Return a notebook of these cells."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return node(
        {
            "cells": list(cells),
            "metadata": {"kernelspec": kernel},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def source_notebook() -> NotebookNode:
    """Return what the instructor of the toy course wrote."""
    return notebook(
        text("title", "# Doubling"),
        code("setup", "from course import Marks, close", locked=True),
        code("double", SOLUTION, solution=True),
        text("hint", "Adding is enough."),
        code("double-test", TEST, grade=True, locked=True, points=10),
        code("plain", PLAIN_SOLUTION, solution=True),
        code("plain-test", PLAIN_TEST, grade=True, locked=True, points=2),
        text("order", TASK, task=True, locked=True, points=5),
        text("order-answer", "*Your answer here.*"),
    )


def make_course(root: Path, source: NotebookNode | None = None) -> CourseFolder:
    """Make the toy course in an empty folder."""
    folder = root / "source" / LESSON
    folder.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(CONFIG)
    write_notebook(source or source_notebook(), folder / "doubling.ipynb")
    return open_course(root)


Change = Callable[[list[dict[str, Any]]], None]


def answers(double: str = "", plain: str = "") -> Change:
    """Fill in the solution cells."""

    def change(cells: list[dict[str, Any]]) -> None:
        for name, source in (("double", double), ("plain", plain)):
            if source:
                cells[at(cells, name)]["source"] = source

    return change


def at(cells: list[dict[str, Any]], name: str) -> int:
    """Return where the cell of a name stands."""
    return next(index for index, cell in enumerate(cells) if cell["id"] == name)


def hand_in(course: CourseFolder, student: str, *changes: Change, raw: bytes | None = None) -> Path:
    """Put a submission into ``submitted``: the release, changed, or any bytes."""
    folder = course.path("submitted", LESSON, student)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "timestamp.txt").write_text("2026-03-01 12:00:00.000000 UTC")
    released = read_notebook(course.path("release", LESSON) / "doubling.ipynb")
    data = json.loads(json.dumps(deepcopy(released)))
    for change in changes:
        change(data["cells"])
    content = json.dumps(data).encode() if raw is None else raw
    (folder / "doubling.ipynb").write_bytes(content)
    return folder


def source_of(course: CourseFolder) -> Path:
    """Return the instructor's notebook."""
    return course.path("source", LESSON) / "doubling.ipynb"


def change_source(course: CourseFolder, cell: str, old: str, new: str) -> None:
    """Replace a text in a cell of the instructor's notebook."""
    notebook = read_notebook(source_of(course))
    found = notebook.cells[at(notebook.cells, cell)]
    assert old in found.source
    found.source = found.source.replace(old, new)
    write_notebook(notebook, source_of(course))


def everything(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
