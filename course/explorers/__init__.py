"""Live figures and the explorers declared on them.

An explorer is shown with `explore`. Importing this package costs nothing: models, matplotlib and
widgets are loaded by the first explorer that is shown.

To add one, write a module in its lesson's package, after the pattern of
:mod:`course.explorers.transmitters.depression`: a frozen result, a pure model that fills it, a
sentence that says it, and the declaration; then name it in the lesson's ``EXPLORERS``. The rest
follows from the declaration: sliders, picture, alternative text, table, tests.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.explorers.declaration import Explorer
    from course.explorers.view import View

LESSONS = ("transmitters", "imbalance", "psychotropics", "ketamine", "naltrexone")
"""Modules of this package that declare explorers, in the order of the course."""


def explore(name: str, prediction: object = ...) -> View | None:
    """Show an explorer.

    Parameters
    ----------
    name : str
        Such as ``"coincidence"``.
    prediction : object
        What the student committed to beforehand, a number or a phrase. It is quoted back beside
        the model's answer; with ``...``, which stands for "not yet", the answer stays hidden.
        None asks for no prediction, as on a page for a lecture.

    Returns
    -------
    View or None
        The live explorer, which a notebook shows as the value of the cell. None while nbgrader
        executes the notebook: nobody is there to move a slider.

    Raises
    ------
    ValueError
        If there is no explorer of that name.
    """
    if "NBGRADER_EXECUTION" in os.environ:
        return None
    from course.explorers.view import View

    view = View(find(name), prediction)
    _replace(view)
    return view


_shown: dict[str, tuple[str, list[View]]] = {}
"""By cell, the run that last showed anything there, and what it showed."""


def _replace(view: View) -> None:
    """Close what earlier runs of this cell showed: it is off the page, its pixels need not stay."""
    running = _running()
    if running is None:
        return
    cell, run = running
    shown_in, views = _shown.get(cell, (run, []))
    if shown_in != run:
        for old in views:
            old.close()
        views = []
    _shown[cell] = run, [*views, view]


def _running() -> tuple[str, str] | None:
    """Return the ids of the cell being run and of this run of it; None where there is no cell."""
    from IPython import get_ipython

    shell = get_ipython()
    if not hasattr(shell, "get_parent"):
        return None
    parent = shell.get_parent()
    cell = parent.get("metadata", {}).get("cellId")
    return None if cell is None else (str(cell), str(parent["header"]["msg_id"]))


def find(name: str) -> Explorer[Any]:
    """Return the declaration of an explorer.

    Raises
    ------
    ValueError
        If there is none of that name; the sentence offers the nearest.
    """
    declared = every()
    asked = str(name)  # a student may ask for anything
    if asked in declared:
        return declared[asked]
    near = get_close_matches(asked, declared, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(declared)}."
    raise ValueError(f"There is no explorer {asked!r}; {hint}")


def every() -> dict[str, Explorer[Any]]:
    """Return all explorers by name, in the order of the course."""
    return {one.name: one for explorers in by_lesson().values() for one in explorers}


def by_lesson() -> dict[str, tuple[Explorer[Any], ...]]:
    """Return the explorers of each lesson."""
    return {lesson: import_module(f"course.explorers.{lesson}").EXPLORERS for lesson in LESSONS}
