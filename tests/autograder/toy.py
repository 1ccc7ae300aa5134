"""A toy exercise of four tests, three of them as the catalogue of threats has them.

The fourth asks in every way that tests use to compare, one point each.
"""

from dataclasses import dataclass

from autograder.box.limits import Limits
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.job import CellResult, CodeCell, Job, JobResult, TestCell
from autograder.marking import grade

REFERENCE = """
import os, sys, time
from contextlib import contextmanager
import numpy as np
def solve(x):
    return x * x
ans = 0.32
def squares(items):
    return [x * x for x in items]
def positive(items):
    return np.asarray(items) > 0
@contextmanager
def opened():
    yield "inside"
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
    "t4": """
import math, unittest
import numpy as np
from course import Marks, close, near
marks = Marks(5, exercise="t4")
### BEGIN HIDDEN TESTS
case = unittest.TestCase()
each = 5 / 16
with marks.hidden(each, because="all of a map"):
    assert all(map(lambda x: solve(x) == x * x, (4, 5)))
with marks.hidden(each, because="a map"):
    assert list(map(solve, [1, 2, 3])) == [1, 4, 9]
with marks.hidden(each, because="sets"):
    assert solve(6) in {36} and {solve(7)} == {49}
with marks.hidden(each, because="unittest"):
    case.assertEqual(solve(8), 64)
with marks.hidden(each, because="unittest, almost"):
    case.assertAlmostEqual(solve(9), 81)
with marks.hidden(each, because="math"):
    assert math.isclose(solve(11), 121)
with marks.hidden(each, because="arrays"):
    assert np.array_equal(np.array([solve(2), solve(3)]), [4, 9])
with marks.hidden(each, because="no difference"):
    assert not solve(13) != 169
with marks.hidden(each, because="numpy"):
    assert np.isclose(solve(14), 196) and np.allclose([solve(1)], [1])
with marks.hidden(each, because="close"):
    close(solve(15), 225)
with marks.hidden(each, because="near"):
    assert near(solve(16), 256)
with marks.hidden(each, because="a context"):
    with opened() as thing:
        assert thing == "inside"
with marks.hidden(each, because="one by one"):
    assert [a == b for a, b in zip(squares([1, 2]), [1, 4], strict=True)] == [True, True]
with marks.hidden(each, because="text"):
    assert str(solve(3)) == "9" and f"{solve(4):d}" == "16"
with marks.hidden(each, because="masks"):
    found, wanted = positive([-1, 2, -3, 4]), np.array([False, True, False, True])
    assert found[wanted].all() and not (found & ~wanted).any()
with marks.hidden(each, because="a difference"):
    assert abs(solve(17) - 289) < 1e-9 and max(abs(solve(18) - 324), 0) == 0
### END HIDDEN TESTS
marks.total()
""",
}
WRONG = """
import os, sys, time
import numpy as np
def solve(x):
    return None
ans = 7.0
def squares(items):
    return []
def positive(items):
    return np.zeros(len(items), bool)
class opened:
    def __enter__(self): return None
    def __exit__(self, *error): return None
"""
FULL = 20.0
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
    in_student_kernel: bool = False,
    files: dict[str, bytes] | None = None,
    preload: tuple[str, ...] = ("numpy", "course.marks", "unittest"),
    box: str = "auto",
) -> Marked:
    """Grade an answer to the toy, or to tests of one's own."""
    tests = tests or TESTS
    source = [
        SourceCell("setup", Kind.LOCKED, setup),
        SourceCell("answer", Kind.EDITABLE, reference),
        *(SourceCell(name, Kind.TEST, code) for name, code in tests.items()),
    ]
    test = TestCell(points, in_place=in_place, in_student_kernel=in_student_kernel)
    cells = (
        CodeCell("setup", setup),
        CodeCell("answer", answer),
        CodeCell("after", after),
        *(CodeCell(name, code, test) for name, code in tests.items()),
        CodeCell("last", "'reached the end'"),
    )
    job = Job(
        cells,
        names_of(source),
        locked={"setup": setup},
        limits=limits,
        files=files or {},
        preload=preload,
        box=box,
    )
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
