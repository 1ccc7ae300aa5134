"""Every test idiom is marked as stock nbgrader marks it, or is known to have to be refused."""

import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

sys.path.insert(0, str(Path(__file__).parent))
from idioms import IDIOMS
from toy import score

from autograder.box.limits import Limits
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.idioms import refusals
from autograder.job import CellResult, CodeCell, Job, JobResult, TestCell, grade

pytestmark = pytest.mark.usefixtures("box")

POINTS = 4.0
Marks = tuple[str, dict[str, float], dict[str, tuple[float, CellResult]]]


def _cells(kind: str) -> Iterator[tuple[str, str, TestCell | None]]:
    for idiom in IDIOMS:
        yield f"answer {idiom.name}", getattr(idiom, kind), None
        yield f"test {idiom.name}", idiom.test, TestCell(POINTS, in_place=idiom.in_place)


@pytest.fixture(scope="module", params=["right", "wrong"])
def marks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Marks:
    """Return which answers were given, and the marks of all idioms by stock and by us."""
    kind = request.param
    return kind, _stock(kind, tmp_path_factory.mktemp("stock")), _ours(kind)


def _stock(kind: str, folder: Path) -> dict[str, float]:
    cells = [nbformat.v4.new_code_cell(code) for _, code, _ in _cells(kind)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(
        notebook, allow_errors=True, timeout=60, resources={"metadata": {"path": str(folder)}}
    ).execute()
    return {
        idiom.name: score(cell, POINTS)
        for idiom, cell in zip(IDIOMS, notebook.cells[1::2], strict=True)
    }


def _ours(kind: str) -> dict[str, tuple[float, CellResult]]:
    source = [
        SourceCell(name, Kind.EDITABLE if test is None else Kind.TEST, code)
        for name, code, test in _cells("right")
    ]
    cells = tuple(CodeCell(*each) for each in _cells(kind))
    job = Job(cells, names_of(source), limits=Limits(cell_s=20.0))
    results = JobResult.from_bytes(grade(job.to_bytes())).cells[1::2]
    return {
        idiom.name: (score(result, POINTS), result)
        for idiom, result in zip(IDIOMS, results, strict=True)
    }


def test_every_idiom_is_marked_as_stock_marks_it(marks: Marks) -> None:
    kind, stock, ours = marks
    accepted = {idiom.name for idiom in IDIOMS if not idiom.refused}
    differ = {
        name: (stock[name], mark, [o.get("evalue") for o in result.outputs])
        for name, (mark, result) in ours.items()
        if name in accepted and mark != stock[name]
    }
    assert not differ, (kind, differ)


def test_what_has_to_be_refused_is_known_before_the_release(marks: Marks) -> None:
    kind, stock, ours = marks
    for idiom in IDIOMS if kind == "right" else ():
        source = [SourceCell("a", Kind.EDITABLE, idiom.right)]
        found = refusals(idiom.test, names_of(source).students, in_place=idiom.in_place)
        # The audit marks the reference by both engines, and so finds what it loses points for.
        is_found = bool(found) or ours[idiom.name][0] < stock[idiom.name]
        assert bool(idiom.refused) is is_found, idiom.name


def test_there_are_many_idioms_and_each_tells_right_from_wrong(marks: Marks) -> None:
    kind, stock, _ = marks
    assert len({idiom.name for idiom in IDIOMS}) == len(IDIOMS) >= 40
    told = {idiom.name for idiom in IDIOMS if not idiom.refused}
    for name in told:
        assert stock[name] > 0 if kind == "right" else stock[name] < POINTS, name
