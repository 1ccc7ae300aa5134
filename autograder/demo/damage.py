"""What befalls notebooks between fetching and handing in."""

from collections.abc import Callable
from copy import deepcopy

from nbformat import NotebookNode

from autograder.notebooks import grade_id, node

Damage = Callable[[NotebookNode], None]


def nothing(notebook: NotebookNode) -> None:
    """Leave the notebook as it is."""


def syntax_error(exercise: str) -> Damage:
    """Break the first line of a solution."""

    def damage(notebook: NotebookNode) -> None:
        cell = notebook.cells[_at(notebook, exercise)]
        cell.source = f"def unfinished(:\n{cell.source}"

    return damage


def endless_loop(exercise: str) -> Damage:
    """Wait for ever before a solution is defined."""

    def damage(notebook: NotebookNode) -> None:
        cell = notebook.cells[_at(notebook, exercise)]
        cell.source = f"while True:\n    pass\n{cell.source}"

    return damage


def copy_test(exercise: str) -> Damage:
    """Copy a test cell to before its solution; only the cell's own id is new, as in JupyterLab."""

    def damage(notebook: NotebookNode) -> None:
        copied = deepcopy(notebook.cells[_at(notebook, f"{exercise}-test")])
        copied.id = f"{exercise}-test-copy"
        notebook.cells.insert(_at(notebook, exercise), copied)

    return damage


def delete_test(exercise: str) -> Damage:
    """Delete a test cell."""

    def damage(notebook: NotebookNode) -> None:
        del notebook.cells[_at(notebook, f"{exercise}-test")]

    return damage


def move_test(exercise: str) -> Damage:
    """Drag a test cell to the top of the notebook."""

    def damage(notebook: NotebookNode) -> None:
        notebook.cells.insert(0, notebook.cells.pop(_at(notebook, f"{exercise}-test")))

    return damage


def edit_test(exercise: str) -> Damage:
    """Unlock a test cell, make it worth more and let it award full marks."""

    def damage(notebook: NotebookNode) -> None:
        cell = notebook.cells[_at(notebook, f"{exercise}-test")]
        cell.metadata.nbgrader.update(points=1000, locked=False)
        cell.source = "1000.0"

    return damage


def helper_cell(exercise: str) -> Damage:
    """Move a solution into an added cell and only mention it in the solution cell."""

    def damage(notebook: NotebookNode) -> None:
        at = _at(notebook, exercise)
        helper = {**notebook.cells[at], "id": f"{exercise}-helper", "metadata": {}}
        notebook.cells.insert(at, node(helper))
        notebook.cells[at + 1].source = "# see the cell above"

    return damage


def _at(notebook: NotebookNode, name: str) -> int:
    return next(index for index, cell in enumerate(notebook.cells) if grade_id(cell) == name)
