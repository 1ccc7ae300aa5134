"""Promises that every lesson's exercises keep, read from the source notebooks."""

import ast
import builtins
import dataclasses
import functools
import inspect
import itertools
import math
import operator
import re
import statistics
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
import scipy.integrate
import scipy.optimize
import scipy.special
import scipy.stats
from nbformat import NotebookNode

from autograder.bank import load_answers

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "source").glob("*/*.ipynb"))
NOTEBOOKS = {path.parent.name: nbformat.read(path, as_version=4) for path in LESSONS}

# What a student may well have imported by name, and what a test cell must then not overwrite.
FAMILIAR = (
    builtins,
    dataclasses,
    functools,
    inspect,
    itertools,
    math,
    np,
    operator,
    scipy.integrate,
    scipy.optimize,
    scipy.special,
    scipy.stats,
    statistics,
)


def cells(kind: str) -> list[Any]:
    """Return every cell that is a "solution" or is a "grade" cell with tests, with its lesson."""
    return [
        pytest.param(lesson, cell, id=f"{lesson}: {cell.id}")
        for lesson, notebook in NOTEBOOKS.items()
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get(kind)
    ]


def worked_values(source: str) -> list[tuple[str, str]]:
    """Return call and printed value of each "call -> value" under a "Worked value" heading."""
    docstrings = (
        ast.get_docstring(node) or ""
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef)
    )
    sections = [
        re.split(r"Worked values?\n-+\n", text)[1] for text in docstrings if "Worked value" in text
    ]
    joined = "\n".join(sections).replace("\n->", " ->")
    return [
        (call.strip(), printed)
        for call, printed in (line.split("->") for line in joined.splitlines() if "->" in line)
    ]


def named_values(answer: object) -> list[tuple[str, float]]:
    """Flatten a number, a tuple or a dictionary into names (or none) and numbers."""
    if isinstance(answer, dict):
        return list(answer.items())
    return [("", float(value)) for value in np.atleast_1d(np.asarray(answer)).ravel()]


@pytest.mark.parametrize(("lesson", "cell"), cells("solution"))
def test_a_docstring_works_a_value_and_the_reference_agrees(
    lesson: str, cell: NotebookNode
) -> None:
    kernel: dict[str, Any] = {}
    setup = next(other.source for other in NOTEBOOKS[lesson].cells if other.id == "setup")
    exec(compile(f"{setup}\n{cell.source}", cell.id, "exec"), kernel)  # noqa: S102 - our own cells
    worked = worked_values(cell.source)
    functions = re.findall(r"^def ([a-z]\w*)", cell.source, re.MULTILINE)
    assert {call.partition("(")[0] for call, _ in worked} >= set(functions)
    for call, printed in worked:
        answer = named_values(eval(call, kernel))  # noqa: S307 - our own docstrings
        shown = re.findall(r"(?:([A-Za-z]\w*) )?(-?\d+(?:\.\d+)?(?:e-?\d+)?)(\.\.\.)?", printed)
        assert [name for name, _, _ in shown] == [name for name, _ in answer]
        for (_, digits, goes_on), (_, value) in zip(shown, answer, strict=True):
            last_digit = 10.0 ** -len(digits.partition(".")[2])
            assert abs(float(digits) - value) < (last_digit if goes_on else 1e-12), (call, value)


def names_bound_by(source: str) -> set[str]:
    """Return the names that running a cell leaves behind, local ones of its functions apart."""
    return set(compile(source, "cell", "exec").co_names) & {
        name
        for node in ast.walk(ast.parse(source))
        for name in (
            [node.name]
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            else [node.id]
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            else [alias.asname or alias.name for alias in node.names]
            if isinstance(node, ast.Import | ast.ImportFrom)
            else []
        )
    }


@pytest.mark.parametrize(("lesson", "cell"), cells("grade"))
def test_a_test_cell_overwrites_nothing_that_an_answer_stands_on(
    lesson: str, cell: NotebookNode
) -> None:
    """In a notebook, and under stock nbgrader, tests and answers share their names."""
    bound = names_bound_by(cell.source)
    familiar = {name for module in FAMILIAR for name in dir(module)}
    assert bound & familiar == set()
    for answer in load_answers(ROOT / "tests" / "answers", lesson):
        if f"{answer.exercise}-test" == cell.id:
            assert bound & names_bound_by(answer.source) == set(), answer.name
