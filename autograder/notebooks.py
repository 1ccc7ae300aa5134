"""Read and write notebooks as nbformat has them, and find nbgrader's name of a cell."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import nbformat
from nbformat import NotebookNode


def read_notebook(path: Path) -> NotebookNode:
    """Return a notebook from a file that can be trusted, in the version it has."""
    return cast("NotebookNode", nbformat.read(path, as_version=nbformat.NO_CONVERT))  # type: ignore[no-untyped-call]  # nbformat's functions have no types


def write_notebook(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook; the same notebook always gives the same bytes."""
    path.write_text(as_text(notebook), encoding="utf-8")


def pass_on(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook that is read once and thrown away: neither checked nor laid out."""
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


def taken_over(path: Path) -> NotebookNode:
    """Return a notebook that `pass_on` wrote."""
    return node(json.loads(path.read_text(encoding="utf-8")))


def as_text(notebook: NotebookNode) -> str:
    """Return the content of a notebook's file."""
    return f"{nbformat.writes(notebook)}\n"  # type: ignore[no-untyped-call]  # nbformat's functions have no types


def as_lines(notebook: NotebookNode) -> str:
    """Return the content of a notebook's file with a line for each cell.

    nbformat gives each line of a cell one of its own, which takes longer than all else that
    happens to a graded notebook, and which nobody reads.
    """
    frame = {key: value for key, value in notebook.items() if key != "cells"}
    cells = ",\n".join(map(_compact, notebook.cells))
    return f'{{"cells": [\n{cells}\n],\n{_compact(frame)[1:]}\n'


def _compact(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def node(data: Mapping[str, object]) -> NotebookNode:
    """Return plain data as a notebook or a part of one."""
    return cast("NotebookNode", nbformat.from_dict(data))  # type: ignore[no-untyped-call]  # nbformat's functions have no types


def grade_id(cell: Mapping[str, Mapping[str, object]]) -> str | None:
    """Return the name under which nbgrader knows a cell, or None."""
    grader = cell["metadata"].get("nbgrader")
    name = grader.get("grade_id") if isinstance(grader, Mapping) else None
    return name if isinstance(name, str) and name else None
