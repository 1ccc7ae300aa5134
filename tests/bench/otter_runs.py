"""The same class by otter-grader: `otter run` on each submission, one after the other.

Its tests are ours: each runs the complete test cell of an exercise on the names of the answers and
passes if that gives all points. Otter is no part of Cleft: it is installed under build/ for this
measurement alone, in an environment of its own.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

from autograder.lesson_job import is_test

if TYPE_CHECKING:
    from nbformat import NotebookNode

PACKAGES = ("otter-grader==7.0.0", "ipykernel", "matplotlib", "scipy")
APART = Path("build/bench-otter").resolve()

_TEST = """
from otter.test_files import test_case

OK_FORMAT = False
name = {name!r}
points = {points}
CODE = {code!r}


@test_case(points=points)
def test_answer(env):
    exec(CODE, env)
"""


def is_there() -> bool:
    """Install otter-grader if need be; tell whether it is there."""
    if (APART / "bin" / "otter").exists():
        return True
    pip = [str(APART / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    for command in (
        [sys.executable, "-m", "venv", str(APART)],
        [*pip, "--disable-pip-version-check", *PACKAGES],
    ):
        if subprocess.run(command, check=False).returncode:
            print("grading: grade_vs_otter is left out, for otter cannot be installed here.")
            return False
    return True


def seconds(source: Path, submitted: Path, folder: Path, environment: dict[str, str]) -> float:
    """Grade a class, and return how long that took.

    Parameters
    ----------
    source : Path
        The instructor's notebook.
    submitted : Path
        Folder of the students' folders.
    folder : Path
        Where to work.
    environment : dict
        Variables that the commands get.
    """
    tests = folder / "tests"
    tests.mkdir(parents=True)
    for cell in _cells(source):
        if is_test(cell):
            _write_test(cell, tests)
    rules = folder / "autograder.zip"
    otter = str(APART / "bin" / "otter")
    generate = [otter, "generate", "-t", str(tests), "-o", str(rules)]
    subprocess.run(
        [*generate, "--no-requirements", "--no-environment"], check=True, env=environment
    )
    answers = [
        _as_answers(path, folder / f"{number}.ipynb")
        for number, path in enumerate(sorted(submitted.glob("*/*/*.ipynb")))
    ]
    begun = time.perf_counter()
    for path in answers:
        output = ["-o", str(path.with_suffix(""))]
        subprocess.run(
            [otter, "run", "-a", str(rules), *output, "--no-logo", str(path)],
            check=True,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    return time.perf_counter() - begun


def _write_test(cell: NotebookNode, tests: Path) -> None:
    name, points = cell.metadata.nbgrader.grade_id.replace("-", "_"), cell.metadata.nbgrader.points
    code = cell.source.replace("marks.total()", f"assert marks.total() == {points}")
    (tests / f"{name}.py").write_text(_TEST.format(name=name, points=points, code=code))


def _as_answers(submission: Path, target: Path) -> Path:
    """Write a submission as otter takes it: without nbgrader's test cells."""
    notebook = nbformat.read(submission, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if not is_test(cell)]
    for cell in notebook.cells:
        cell.metadata = {}
    nbformat.write(notebook, target)
    target.with_suffix("").mkdir()
    return target


def _cells(path: Path) -> list[NotebookNode]:
    return list(nbformat.read(path, as_version=4).cells)
