"""A test cell is worth the same wherever it ran: in the examiner, or in the student's process."""

import pytest

from autograder.box.limits import Limits
from autograder.states import CellState
from tests.autograder.toy import mark

pytestmark = pytest.mark.usefixtures("box")
ANSWER = "import sys\ndef solve(x):\n    print('slow', file=sys.stderr)\n    return x * x"
WORTH = {
    "full": ("assert solve(3) == 9", 5.0),
    "part": ("assert solve(3) == 9\n2.5", 2.5),
    "failed": ("assert solve(3) == 10", 0.0),
    "warned": ("import warnings\nwarnings.warn('old')\nassert solve(3) == 9", 5.0),
    "no number": ("float('nan')", 0.0),
    "negative": ("-1", 0.0),
    "endless": ("float('inf')", 0.0),
    "too much": ("99", 0.0),
    "no credit": ("'all of it'", 0.0),
    "wrong after all": ("print('x' * 3_000_000)\nassert solve(3) == 10", 0.0),
    "ends": ("import os\nos._exit(0)", 0.0),
}
UNSOUND = {"no number", "negative", "endless", "too much", "no credit"}


@pytest.mark.parametrize("in_student_kernel", [False, True])
def test_a_test_cell_is_worth_what_the_table_of_differences_says(in_student_kernel: bool) -> None:
    tests = {name: code for name, (code, _) in WORTH.items()}
    came = mark(ANSWER, tests, reference=ANSWER, in_student_kernel=in_student_kernel)
    assert came.marks == {name: worth for name, (_, worth) in WORTH.items()}
    states = came.states()
    assert {name for name in tests if states[name] == CellState.NEEDS_REVIEW} >= UNSOUND
    earned = {name for name, mark in came.marks.items() if mark}
    flagged = {name for name in earned if states[name] == CellState.IN_STUDENT_KERNEL}
    assert flagged == (earned if in_student_kernel else set())


def test_the_time_of_a_submission_is_that_of_its_cells_and_tests_together() -> None:
    limits = Limits(cell_s=30.0, submission_s=4.0, memory_mb=400)
    endless = "### BEGIN HIDDEN TESTS\nwhile True: solve(1)\n### END HIDDEN TESTS"
    came = mark(ANSWER, {"first": endless, "second": endless}, reference=ANSWER, limits=limits)
    assert came.states()["first"] == CellState.TIMED_OUT
    assert came.states()["second"] == CellState.NOT_RUN
    assert came.total == 0.0
