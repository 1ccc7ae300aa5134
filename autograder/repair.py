"""Rebuild a submitted notebook on the skeleton of what was released.

Students copy, delete, move and unlock cells; JupyterLab copies a cell's identity with it. So the
released notebook decides which cells there are, in what order and with what rights. From the
student come the text of the cells that a student may edit, and all cells of their own.
"""

import hashlib
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbgrader.utils import compute_checksum

from autograder.cell_order import Placed, out_of_place, put_in_order
from autograder.notebooks import grade_id, node
from autograder.wellformed import cell_from

# So many cells are named as an example of what differs.
_NAMED = 3
# What nbgrader writes beside what a cell is; it goes by none of it in a submission.
_NOTES = {"checksum": "", "cell_type": ""}


@dataclass(frozen=True)
class Repair:
    """One thing that was put right.

    Parameters
    ----------
    cell : str
        The grade id or cell id it concerns; empty for the notebook as a whole.
    what : str
        What was found and what was done, for the student and the grader.
    """

    cell: str
    what: str

    def __str__(self) -> str:
        return f"{self.cell}: {self.what}" if self.cell else self.what


def repair(
    submitted: Mapping[str, Any], released: NotebookNode
) -> tuple[NotebookNode, tuple[Repair, ...]]:
    """Return the submission as it can be graded, and what was put right.

    Parameters
    ----------
    submitted : mapping
        Data of the student's notebook; of its form only a list of cells is taken for granted.
    released : NotebookNode
        The notebook that was released; it is not changed.

    Returns
    -------
    notebook : NotebookNode
        Every released cell that has a grade id once, in the released order and with the released
        metadata. Cells without one, also those the student added, stay where they are; what was
        missing or moved stands before the next released cell that is in its place.
    repairs : tuple of Repair
        Empty if nothing was wrong. Repairing the result again changes nothing.
    """
    log: list[Repair] = []
    skeleton = released.cells
    ranks = {name: at for at, cell in enumerate(skeleton) if (name := grade_id(cell))}
    hints = {cell.get("id"): at for at, cell in enumerate(skeleton) if not grade_id(cell)}
    cells = [_readable(data, log) for data in submitted["cells"]]
    pairs = list(zip(cells, _counterparts(cells, ranks, log), strict=True))
    differing = [
        grade_id(cell) or ""
        for cell, rank in pairs
        if rank is not None and _is_of_another_release(cell, skeleton[rank])
    ]
    if differing:
        log.append(Repair("", _another_release(differing)))
    placed = [
        Placed(_skeleton_cell(cell, skeleton[rank], log), rank)
        if rank is not None
        else _own_cell(cell, skeleton, hints, log)
        for cell, rank in pairs
    ]
    ordered = _in_order(placed, skeleton, ranks, log)
    return _notebook(_with_unique_ids(ordered, log), submitted, released, log), tuple(log)


def is_locked(cell: Mapping[str, Any]) -> bool:
    """Tell whether the text of a released cell is the instructor's."""
    grader = cell["metadata"]["nbgrader"]
    if grader.get("solution", False):
        return False
    return bool(grader.get("grade", False) or grader.get("task", False) or grader.get("locked"))


def _stamp(metadata: object) -> object:
    """Return the version of `course` that a notebook was released for, if it says so."""
    ours = metadata.get("cleft") if isinstance(metadata, Mapping) else None
    return ours.get("course_version") if isinstance(ours, Mapping) else None


def _readable(data: object, log: list[Repair]) -> NotebookNode:
    cell, complaint = cell_from(data)
    if complaint:
        log.append(Repair(cell.get("id", ""), complaint))
    return cell


def _counterparts(
    cells: Sequence[NotebookNode], ranks: Mapping[str, int], log: list[Repair]
) -> list[int | None]:
    """Find the released cell that each stands for; of copies the last counts, as in nbgrader."""
    found: list[int | None] = []
    for cell in reversed(cells):
        name = grade_id(cell)
        rank = ranks.get(name) if name else None
        if rank is not None and rank in found:
            log.append(Repair(str(name), "a copy of this cell became an ordinary cell"))
            rank = None
            # What it copied of the cell's identity goes with it.
            cell.metadata = node({})
            cell.pop("id", None)
        elif name and rank is None:
            log.append(Repair(name, "no released cell has this name, so it is an ordinary cell"))
        found.append(rank)
    return found[::-1]


def _is_of_another_release(cell: NotebookNode, original: NotebookNode) -> bool:
    """Tell whether a cell differs from the released one because it was released differently.

    nbgrader's checksum, which a released cell bears, fits the text of such a cell if students may
    not write there. Where they may, or where the text is the same, what nbgrader notes besides
    is all that can differ: its versions note different things.
    """
    theirs, ours = cell.metadata.get("nbgrader"), original.metadata.nbgrader
    if not isinstance(theirs, Mapping) or cell.cell_type != original.cell_type:
        return False
    if theirs == ours or {**theirs, **_NOTES} != {**ours, **_NOTES}:
        return False
    if not is_locked(original) or cell.source == original.source:
        return True
    as_released = node({**original, "source": cell.source})
    return bool(theirs.get("checksum") == compute_checksum(as_released))


def _another_release(cells: Sequence[str]) -> str:
    """Say that a submission was made on another release; name a few of the cells that tell."""
    named = ", ".join(cells[:_NAMED]) + (" ..." if len(cells) > _NAMED else "")
    return f"it was made on another release, of which {named} differ; the present one counts"


def _skeleton_cell(cell: NotebookNode, original: NotebookNode, log: list[Repair]) -> NotebookNode:
    """Return the released cell, with the student's text where a student may write."""
    honest = _is_of_another_release(cell, original)
    name = grade_id(original) or ""
    result = deepcopy(original)
    if cell.cell_type != original.cell_type:
        log.append(Repair(name, f"it had become a {cell.cell_type} cell; this was undone"))
    if is_locked(original):
        if cell.source != original.source and not honest:
            log.append(Repair(name, "its text is locked, but was changed; it was restored"))
    else:
        result.source = cell.source
        if "attachments" in cell and original.cell_type != "code":
            result.attachments = cell.attachments
    if cell.metadata.get("nbgrader") != original.metadata.nbgrader and not honest:
        log.append(Repair(name, "its nbgrader metadata were changed; they were restored"))
    return result


def _own_cell(
    cell: NotebookNode,
    skeleton: Sequence[NotebookNode],
    hints: dict[str | None, int],
    log: list[Repair],
) -> Placed[NotebookNode]:
    """Return a cell that is the student's to edit, without metadata that could switch anything.

    The first cell that bears the id of one of the lesson's ordinary cells is that cell; its hint
    is used up, so that a copy is an added cell.
    """
    hint = hints.pop(cell["id"], None) if "id" in cell else None
    if hint is None and cell.metadata.get("tags"):
        log.append(Repair(cell.get("id", ""), "the tags of an added cell were removed"))
    cell.metadata = deepcopy(skeleton[hint].metadata) if hint is not None else node({})
    return Placed(cell, hint=hint)


def _in_order(
    placed: Sequence[Placed[NotebookNode]],
    skeleton: Sequence[NotebookNode],
    ranks: Mapping[str, int],
    log: list[Repair],
) -> list[NotebookNode]:
    moved = out_of_place([each.rank for each in placed if each.rank is not None])
    present = {each.rank: each for each in placed if each.rank is not None}
    extra = []
    for name, rank in ranks.items():
        if rank in moved:
            log.append(Repair(name, "it was moved; it was put back into its place"))
            extra.append(present[rank])
        elif rank not in present:
            log.append(Repair(name, "it was missing; it was put back as released"))
            extra.append(Placed(deepcopy(skeleton[rank]), rank))
    rest = [each for each in placed if each.rank not in moved]
    return [each.item for each in put_in_order(rest, extra)]


def _with_unique_ids(cells: list[NotebookNode], log: list[Repair]) -> list[NotebookNode]:
    """Give a cell whose id is missing or taken a new one, which depends on the content alone."""
    # A released cell keeps its id, whoever else bears it.
    taken = {cell["id"] for cell in cells if grade_id(cell) and "id" in cell}
    for at, cell in enumerate(cells):
        if grade_id(cell):
            continue
        name = cell.get("id")
        if name is None or name in taken:
            digest = hashlib.sha256(f"{at} {cell.cell_type} {cell.source}".encode()).hexdigest()
            cell["id"] = next(
                digest[start : start + 12]
                for start in range(len(digest))
                if digest[start : start + 12] not in taken
            )
            if name is not None:
                log.append(Repair(name, "another cell had this id too; it got one of its own"))
        taken.add(cell["id"])
    return cells


def _notebook(
    cells: list[NotebookNode],
    submitted: Mapping[str, Any],
    released: NotebookNode,
    log: list[Repair],
) -> NotebookNode:
    """Return the notebook; kernel, language and stamp are those of the release."""
    metadata = submitted.get("metadata")
    theirs = metadata.get("kernelspec") if isinstance(metadata, Mapping) else None
    ours = released.metadata.get("kernelspec")
    if isinstance(theirs, Mapping) and ours and theirs.get("name") != ours.get("name"):
        log.append(Repair("", f"its kernel was {theirs.get('name')!s:.40}; {ours['name']} is used"))
    stamped = _stamp(metadata)
    if stamped is not None and stamped != _stamp(released.metadata):
        log.append(Repair("", f"it was released for course {stamped!s:.40}, not for this version"))
    if (released.nbformat, released.nbformat_minor) < (4, 5):
        # Cells have no ids in this version of the format.
        for cell in cells:
            cell.pop("id", None)
    return node(
        {
            "cells": cells,
            "metadata": deepcopy(released.metadata),
            "nbformat": released.nbformat,
            "nbformat_minor": released.nbformat_minor,
        }
    )
