"""nbgrader's AUTOTEST lines, out of which it writes tests when it makes the students' version."""

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from nbformat import NotebookNode

from autograder.conversion import sentence
from autograder.course_folder import CourseFolder, quiet_log

_LINE = re.compile(r"^\s*#.*?AUTOTEST(?P<snippets>.*)$", re.MULTILINE)
_written: dict[tuple[Path, int], tuple[NotebookNode, str]] = {}


def with_snippets(code: str) -> str:
    r"""Return a test cell with what its AUTOTEST lines look at, which stands in comments.

    Examples
    --------
    >>> with_snippets("### HASHED AUTOTEST total; mean(total);\nprint(1)")
    '### HASHED AUTOTEST total; mean(total);\nprint(1)\ntotal\nmean(total)'
    >>> with_snippets("total")
    'total'
    """
    return "\n".join([code, *_snippets(code)])


def are_in(notebook: NotebookNode) -> bool:
    """Tell whether nbgrader has tests of a notebook to write."""
    return any(_LINE.search(cell.source) for cell in notebook.cells if cell.cell_type == "code")


def written(notebook: NotebookNode, course: CourseFolder, folder: Path) -> NotebookNode:
    """Return a notebook with the tests that nbgrader writes: it runs the reference to see them.

    Parameters
    ----------
    notebook : NotebookNode
        The instructor's; it is not changed.
    course : CourseFolder
        The course.
    folder : Path
        Where the notebook lies.
    """
    from nbgrader.preprocessors import InstantiateTests

    step = InstantiateTests(config=course.config, log=quiet_log())
    resources = {"metadata": {"path": str(folder)}}
    made: NotebookNode
    try:
        made, _ = step.preprocess(deepcopy(notebook), resources)
    finally:
        if step.kc is not None:  # it leaves its kernel behind when it fails
            step.kc.shutdown()
    return made


def written_once(
    notebook: NotebookNode, course: CourseFolder, path: Path
) -> tuple[NotebookNode, str]:
    """Return a notebook with these tests, or as it is and why not; it takes a kernel once a file.

    Parameters
    ----------
    notebook, course
        As for :func:`written`.
    path : Path
        The notebook's file: when it changes, its tests are written again.
    """
    key = path, path.stat().st_mtime_ns
    if key not in _written:
        try:
            _written[key] = written(notebook, course, path.parent), ""
        except Exception as error:  # noqa: BLE001 - whatever the reference, or a template, does
            complaint = f"nbgrader cannot write its AUTOTEST tests: {sentence(error)}: mend that"
            _written[key] = notebook, complaint
    return _written[key]


def _snippets(code: str) -> Iterator[str]:
    for line in _LINE.finditer(code):
        yield from filter(None, (each.strip() for each in line["snippets"].split(";")))
