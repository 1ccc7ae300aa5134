"""Outputs are scored as nbgrader scores them."""

from typing import Any

import pytest

from autograder.audit.lesson import Cell
from autograder.audit.marking import mark_of

TEST = Cell(0, "t", "code", "assert f()", {"grade": True, "points": 4, "grade_id": "t"})
ERROR = {"output_type": "error", "ename": "AssertionError", "evalue": "no", "traceback": []}
STDERR = {"output_type": "stream", "name": "stderr", "text": "warned"}


def result(text: str) -> dict[str, Any]:
    data = {"text/plain": text}
    return {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}


@pytest.mark.parametrize(
    ("outputs", "points"),
    [([], 4), ([ERROR], 0), ([STDERR], 0), ([result("2.5")], 2.5), ([result("0.0")], 0)],
)
def test_a_score(outputs: list[Any], points: float) -> None:
    assert mark_of([(TEST, outputs)]).points == points


def test_more_than_a_cell_is_worth_is_nothing_and_told() -> None:
    mark = mark_of([(TEST, [result("9.0")])])
    assert mark.points == 0
    assert "nbgrader cannot score t" in mark.trouble


def test_scores_add_and_a_test_that_was_not_run_earns_nothing() -> None:
    assert mark_of([(TEST, []), (TEST, [result("1.0")]), (TEST, None)]).points == 5


def test_what_a_recognised_mistake_is_told() -> None:
    bundle = {"checks": [], "mistake": {"points": 1, "say": "it looks as if you squared"}}
    shown = {
        "output_type": "display_data",
        "data": {"application/vnd.cleft.marks+json": bundle},
        "metadata": {},
    }
    mark = mark_of([(TEST, [shown, result("1.0")])])
    assert (mark.said, mark.recognised) == ("it looks as if you squared", True)


def test_without_marks_what_the_test_said_is_what_is_told() -> None:
    mark = mark_of([(TEST, [ERROR])])
    assert (mark.said.strip(), mark.recognised) == ("no", False)
