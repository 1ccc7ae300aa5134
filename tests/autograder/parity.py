"""The parity corpus: every test idiom, marked as stock nbgrader marks it and by the engine."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from autograder.box.limits import Limits
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.job import CellResult, CodeCell, Job, JobResult, TestCell
from autograder.marking import grade
from tests.autograder.idioms import IDIOMS
from tests.autograder.toy import score

POINTS = 4.0
ANSWERS = ("right", "wrong")


def by_stock(answers: str, folder: Path) -> dict[str, float]:
    """Return the marks of all idioms in a kernel that works in a folder."""
    cells = [nbformat.v4.new_code_cell(code) for _, code, _ in _cells(answers)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(
        notebook, allow_errors=True, timeout=60, resources={"metadata": {"path": str(folder)}}
    ).execute()
    return {
        idiom.name: score(cell, POINTS)
        for idiom, cell in zip(IDIOMS, notebook.cells[1::2], strict=True)
    }


def by_ours(answers: str) -> dict[str, tuple[float, CellResult]]:
    """Return the marks of all idioms by the engine, and what their test cells show."""
    source = [
        SourceCell(name, Kind.EDITABLE if test is None else Kind.TEST, code)
        for name, code, test in _cells("right")
    ]
    cells = tuple(CodeCell(*each) for each in _cells(answers))
    job = Job(cells, names_of(source), limits=Limits(cell_s=20.0))
    results = JobResult.from_bytes(grade(job.to_bytes())).cells[1::2]
    return {
        idiom.name: (score(result, POINTS), result)
        for idiom, result in zip(IDIOMS, results, strict=True)
    }


def differing(
    stock: dict[str, float], ours: dict[str, tuple[float, CellResult]]
) -> dict[str, tuple[float, float, list[str]]]:
    """Return both marks of the idioms that are marked differently, and what went wrong.

    An idiom that the audit has to refuse counts for nothing.
    """
    accepted = {idiom.name for idiom in IDIOMS if not idiom.refused}
    return {
        name: (stock[name], mark, [str(output.get("evalue")) for output in result.outputs])
        for name, (mark, result) in ours.items()
        if name in accepted and mark != stock[name]
    }


def _cells(answers: str) -> Iterator[tuple[str, str, TestCell | None]]:
    for idiom in IDIOMS:
        yield f"answer {idiom.name}", getattr(idiom, answers), None
        yield f"test {idiom.name}", idiom.test, TestCell(POINTS, in_place=idiom.in_place)
