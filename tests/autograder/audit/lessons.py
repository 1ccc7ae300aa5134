"""Small lessons for the audit's tests."""

from collections.abc import Iterable
from pathlib import Path

from nbformat import NotebookNode

from autograder.audit.findings import Finding
from autograder.audit.lesson import Lesson, read_lesson
from tests.autograder.toy_course import LESSON, code, make_course, notebook, text

TITLE = text("title", "# Doubling")
SETUP = code("setup", "from course import Marks, close", locked=True)
ANSWER = """\
def triple(x):
    ### BEGIN SOLUTION
    if x < 0:
        raise ValueError("x must be at least 0")
    return 3 * x
    ### END SOLUTION
"""
TESTS = """\
assert triple(2) == 6
### BEGIN HIDDEN TESTS
assert triple(0) == 0
try:
    triple(-1)
except ValueError:
    pass
else:
    raise AssertionError("no error")
### END HIDDEN TESTS
"""


def exercise(name: str = "triple", answer: str = ANSWER, test: str = TESTS) -> list[NotebookNode]:
    """Return the cells of one exercise."""
    return [
        code(name, answer, solution=True),
        code(f"{name}-test", test, grade=True, locked=True, points=4),
    ]


def lesson_of(root: Path, *cells: NotebookNode) -> Lesson:
    """Return a lesson of these cells."""
    return read_lesson(make_course(root / "toy", notebook(*cells)), LESSON)


def said(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Return cell and problem of findings."""
    return [(finding.cell, finding.problem) for finding in findings]
