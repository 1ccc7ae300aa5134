"""A toy exercise of three tests and fifteen points, as the catalogue of threats uses it."""

from dataclasses import dataclass

from autograder.box.limits import Limits
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.job import CellResult, CodeCell, Job, JobResult, TestCell, grade

REFERENCE = """
import os, sys, time
import numpy as np
def solve(x):
    return x * x
ans = 0.32
"""
TESTS = {
    "t1": """
### BEGIN HIDDEN TESTS
assert solve(3) == 9
assert solve(12) == 144
### END HIDDEN TESTS
""",
    "t2": """
import numpy as np
### BEGIN HIDDEN TESTS
np.testing.assert_allclose(ans, 0.32)
np.testing.assert_allclose(solve(5), 25)
### END HIDDEN TESTS
""",
    "t3": """
### BEGIN HIDDEN TESTS
points = 0.0
for x in (2, 7):
    if abs(solve(x) - x * x) < 1e-9:
        points += 2.5
points
### END HIDDEN TESTS
""",
}
QUICK = Limits(cell_s=4.0, grace_s=1.0, submission_s=40.0, memory_mb=400, processes=32, disk_mb=64)


@dataclass(frozen=True)
class Marked:
    """What a submission of the toy came to."""

    marks: dict[str, float]
    cells: dict[str, CellResult]

    @property
    def total(self) -> float:
        return sum(self.marks.values())

    def states(self) -> dict[str, str]:
        return {name: cell.state.value for name, cell in self.cells.items()}


def mark(
    answer: str,
    tests: dict[str, str] | None = None,
    *,
    points: float = 5.0,
    reference: str = REFERENCE,
    setup: str = "",
    after: str = "",
    limits: Limits = QUICK,
    in_place: bool = False,
    files: dict[str, bytes] | None = None,
) -> Marked:
    """Grade an answer to the toy, or to tests of one's own."""
    tests = tests or TESTS
    source = [
        SourceCell("setup", Kind.LOCKED, setup),
        SourceCell("answer", Kind.EDITABLE, reference),
        *(SourceCell(name, Kind.TEST, code) for name, code in tests.items()),
    ]
    test = TestCell(points, in_place=in_place)
    cells = (
        CodeCell("setup", setup),
        CodeCell("answer", answer),
        CodeCell("after", after),
        *(CodeCell(name, code, test) for name, code in tests.items()),
        CodeCell("last", "'reached the end'"),
    )
    job = Job(cells, names_of(source), locked={"setup": setup}, limits=limits, files=files or {})
    result = JobResult.from_bytes(grade(job.to_bytes()))
    came = {cell.name: each for cell, each in zip(cells, result.cells, strict=True)}
    return Marked({name: score(came[name], points) for name in tests}, came)


def score(cell: CellResult, points: float) -> float:
    """Score a test cell by nbgrader's own function."""
    import nbformat
    from nbgrader.utils import determine_grade

    grader = {"grade": True, "points": points, "solution": False, "schema_version": 3}
    notebook_cell = nbformat.v4.new_code_cell(
        "test",
        outputs=[nbformat.from_dict(output) for output in cell.outputs],
        metadata={"nbgrader": {**grader, "grade_id": "t", "cell_type": "code"}},
    )
    earned, _ = determine_grade(notebook_cell)
    return float(earned)
