"""Form: what nbformat and nbgrader ask of a file before either reads it as a notebook.

Both would say so themselves, but with a traceback, and without the name of the cell.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.languages import why_not_python
from autograder.notebooks import node
from autograder.wellformed import CELL_TYPES

_FORMAT = 4
_NO_JSON = "NaN or Infinity, so that JupyterLab cannot open the file: take it out in an editor"
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def notebook_problems(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a notebook as a whole.

    Examples
    --------
    >>> list(notebook_problems({"nbformat": 4, "nbformat_minor": 5, "metadata": {}}))
    []
    """
    if data.get("nbformat") != _FORMAT or not isinstance(data.get("nbformat_minor"), int):
        given = f"{data.get('nbformat')}.{data.get('nbformat_minor')}"
        yield f"its format is {given}, not {_FORMAT}: open it in JupyterLab and save it again"
    if not isinstance(data.get("metadata"), Mapping):
        yield "it has no metadata: open it in JupyterLab, choose its kernel and save it again"
    elif not _is_json(data["metadata"]):
        yield f"its metadata hold {_NO_JSON}"
    if why := why_not_python(data):
        yield why


def cell_problems(data: object) -> Iterator[str]:
    """Yield what is wrong with a cell, the grossest first.

    Points and missing names are for the check of cells to say.

    Examples
    --------
    >>> next(cell_problems({"cell_type": "code", "id": "a b", "metadata": {}, "source": ""}))
    "its id is 'a b': an id has letters, digits, - and _ alone, at most 64"
    """
    if not isinstance(data, Mapping):
        return
    metadata, name = data.get("metadata"), data.get("id")
    if data.get("cell_type") not in CELL_TYPES:
        yield f"its type is {data.get('cell_type')!r}: make it one of {', '.join(CELL_TYPES)}"
    elif not isinstance(metadata, Mapping):
        yield "it has no metadata: delete it, and write it anew in JupyterLab"
    elif "id" in data and not (isinstance(name, str) and _ID.fullmatch(name)):
        yield f"its id is {name!r}: an id has letters, digits, - and _ alone, at most 64"
    elif why := _refused(data, metadata):
        yield f"nbgrader cannot read what it keeps with it ({why}): mark it anew"
    elif not _is_json({**data, "metadata": {**metadata, "nbgrader": _without_points(metadata)}}):
        yield f"it holds {_NO_JSON}"


def _refused(data: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
    """Return why nbgrader refuses its own metadata, else nothing."""
    from nbgrader.nbgraderformat import (
        MetadataValidator,
        SchemaTooNewError,
        SchemaTooOldError,
        ValidationError,
    )

    if "nbgrader" not in metadata:
        return ""
    grader = metadata["nbgrader"]
    if not isinstance(grader, Mapping):
        return f"it is {grader!r}, no table"
    if not isinstance(grader.get("schema_version", 0), int):
        return f"its schema version is {grader['schema_version']!r}"
    checked = {**_without_points(metadata), "grade_id": grader.get("grade_id") or "named-elsewhere"}
    try:
        MetadataValidator().validate_cell(node({**data, "metadata": {"nbgrader": checked}}))
    except (SchemaTooOldError, SchemaTooNewError, ValidationError) as error:
        return str(getattr(error, "message", error))
    return ""


def _without_points(metadata: Mapping[str, Any]) -> dict[str, Any]:
    return {**metadata.get("nbgrader", {}), "points": 0}


def _is_json(data: object) -> bool:
    """Tell whether every number is one that JSON has."""
    try:
        json.dumps(data, allow_nan=False)
    except ValueError:
        return False
    return True
