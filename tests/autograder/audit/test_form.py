"""What nbformat and nbgrader would stumble over is said beforehand, once for each cell."""

import math
from typing import Any

import pytest

from autograder.audit.form import cell_problems, notebook_problems

GRADER = {"schema_version": 3, "grade": False, "solution": True, "locked": False, "grade_id": "a"}
CELL = {"cell_type": "code", "id": "a", "metadata": {"nbgrader": GRADER}, "source": "x = 1"}
BOOK = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def graded(**changes: object) -> dict[str, Any]:
    return {**CELL, "metadata": {"nbgrader": {**GRADER, **changes}}}


@pytest.mark.parametrize(
    "cell", [CELL, graded(points="ten"), graded(points=math.nan), graded(grade_id=""), "no cell"]
)
def test_nothing_is_said_of_what_can_be_read_or_is_said_elsewhere(cell: object) -> None:
    assert list(cell_problems(cell)) == []


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ({**CELL, "cell_type": "heading"}, "its type is 'heading'"),
        ({"cell_type": "code", "source": ""}, "it has no metadata"),
        ({**CELL, "metadata": []}, "it has no metadata"),
        ({**CELL, "id": 7}, "its id is 7"),
        ({**CELL, "id": "a b"}, "its id is 'a b'"),
        ({**CELL, "metadata": {"nbgrader": "yes"}}, "it is 'yes', no table"),
        (graded(schema_version=2), "Outdated schema version: 2"),
        (graded(schema_version=9), "too new: 9"),
        (graded(schema_version="3"), "its schema version is '3'"),
        (graded(grade_id=12), "12 is not of type 'string'"),
        (graded(grade_id="a b"), "'a b' does not match"),
        (graded(solution="yes"), "'yes' is not of type 'boolean'"),
        ({**CELL, "metadata": {"scale": [math.inf]}}, "it holds NaN or Infinity"),
    ],
)
def test_what_is_wrong_with_a_cell_is_one_sentence(cell: object, words: str) -> None:
    (problem,) = cell_problems(cell)
    assert words in problem


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"nbformat": 3, "nbformat_minor": 0}, "its format is 3.0, not 4"),
        ({"nbformat": None}, "its format is None.5, not 4"),
        ({"nbformat_minor": "5x"}, "its format is 4.5x, not 4"),
        ({"metadata": []}, "it has no metadata"),
        ({"metadata": {"version": math.nan}}, "its metadata hold NaN or Infinity"),
    ],
)
def test_what_is_wrong_with_a_notebook(change: dict[str, Any], words: str) -> None:
    (problem,) = notebook_problems({**BOOK, **change})
    assert words in problem
    assert list(notebook_problems(BOOK)) == []
