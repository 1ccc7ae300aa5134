"""Small lessons for the audit's tests."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from nbformat import NotebookNode

from autograder.audit.findings import Finding
from autograder.audit.lesson import Lesson, read_lesson
from autograder.workers import Lost, run_jobs
from tests.autograder.toy_course import LESSON, code, make_course, notebook, text

Job = TypeVar("Job")
Result = TypeVar("Result")

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


def done(function: Callable[[Job], Result], job: Job) -> Result:
    """Do a job of the audit in a process of its own, as the audit does."""
    ((_, result),) = run_jobs(function, [job], workers=1, budget_s=120)
    assert not isinstance(result, Lost), result.why
    return result


def bank(lesson: Lesson, exercise: str, *answers: tuple[str, str, float, str]) -> None:
    """Write answers of an exercise into the bank: name, source, marks and what they are told."""
    folder = lesson.answers_folder
    folder.mkdir(parents=True, exist_ok=True)
    blocks = [
        f"# %% [answer] {name}\n# kind: {'right' if not says else 'mistake'}\n# marks: {marks}\n"
        f'# says: "{says}"\n# written: blind\n{source}\n'
        for name, source, marks, says in answers
    ]
    (folder / f"{exercise.replace('-', '_')}.py").write_text("\n\n".join(blocks))
