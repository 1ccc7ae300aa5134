"""Make a well-formed cell of whatever a file holds in the place of one."""

from collections.abc import Mapping
from copy import deepcopy

from nbformat import NotebookNode

from autograder.notebooks import node

CELL_TYPES = ("code", "markdown", "raw")


def cell_from(data: object) -> tuple[NotebookNode, str]:
    """Return a cell without outputs, and what was wrong with the data.

    Parameters
    ----------
    data : object
        JSON data.

    Returns
    -------
    cell : NotebookNode
        A code, markdown or raw cell with a text, metadata, and an id if the data have a legal one.
    complaint : str
        Empty if nothing was lost.

    Examples
    --------
    >>> cell_from(["no", "cell"])[1]
    'something that is no cell was taken for an empty one'
    """
    if not isinstance(data, Mapping):
        return cell_from({"source": ""})[0], "something that is no cell was taken for an empty one"
    kind = data.get("cell_type")
    kind = kind if kind in CELL_TYPES else "raw"
    metadata, attachments, text = data.get("metadata"), data.get("attachments"), _text(data)
    cell: dict[str, object] = {
        "cell_type": kind,
        "metadata": deepcopy(dict(metadata)) if isinstance(metadata, Mapping) else {},
        "source": text or "",
    }
    if _is_cell_id(data.get("id")):
        cell["id"] = data["id"]
    if kind == "code":
        cell |= {"outputs": [], "execution_count": None}
    elif _is_attachments(attachments):
        cell["attachments"] = deepcopy(attachments)
    complaint = "a cell that holds no text was taken for an empty one" if text is None else ""
    return node(cell), complaint


def _text(data: Mapping[str, object]) -> str | None:
    source = data.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return "".join(source)
    return source if isinstance(source, str) else None


def _is_cell_id(value: object) -> bool:
    return (
        isinstance(value, str)
        and 1 <= len(value) <= 64
        and all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in value)
    )


def _is_attachments(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(bundle, Mapping) and all(isinstance(data, str) for data in bundle.values())
        for bundle in value.values()
    )
