"""Test cells: every name in one can be looked up, and what it does is the same for both engines."""

import ast
import builtins
from collections.abc import Iterator

from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Lesson, Notebook, free_names
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.lesson_job import IN_STUDENT_KERNEL

CHECK = "tests"
# Put into every notebook by IPython.
_GIVEN = frozenset(dir(builtins)) | {"display", "get_ipython", "In", "Out", "exit", "quit", "_"}
_SOURCE_READERS = frozenset({"getsource", "getsourcelines", "getsourcefile", "getfile"})


def check_tests(lesson: Lesson) -> Iterator[Finding]:
    """Check the test cells of a lesson."""
    for book in lesson.notebooks:
        known = _known(book)
        for cell in book.cells:
            if cell.is_test and IN_STUDENT_KERNEL not in cell.tags:
                yield from _names(book, cell, known)
                yield from _idioms(book, cell)


def _known(book: Notebook) -> frozenset[str] | None:
    """Return whatever a test cell may use, or None if that cannot be told."""
    code = [cell for cell in book.cells if cell.kind == "code"]
    names = names_of([SourceCell(cell.name, Kind.EDITABLE, cell.source) for cell in code])
    if any("import *" in cell.source for cell in code):
        return None
    return names.students | names.imports.keys() | _GIVEN


def _names(book: Notebook, cell: Cell, known: frozenset[str] | None) -> Iterator[Finding]:
    if known is None:
        return
    for name in sorted(free_names(cell.source) - known):
        problem = f"nothing in the notebook binds “{name}”: import or define it in the test"
        yield book.finding(CHECK, cell, problem)


def _idioms(book: Notebook, cell: Cell) -> Iterator[Finding]:
    try:
        tree = ast.parse(cell.source)
    except SyntaxError:
        return  # magics; that it runs is seen when it is run
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (why := _refused(node)):
            yield book.finding(CHECK, cell, f"line {node.lineno}: {why}")


def _refused(call: ast.Call) -> str:
    """Return why a call cannot do for a boxed answer what it does in one process."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    whole = ast.unparse(call.func)
    if name in _SOURCE_READERS:
        return (
            f"{name} asks for the answer's source text, which stays in the student's process: "
            "test what the answer does, or tag the cell in-student-kernel"
        )
    if whole in {"mock.patch", "patch", "unittest.mock.patch", "mock.patch.object"}:
        return (
            f"{whole} changes this process and not the student's, where the answer runs: hand "
            "the answer what it is to use, or tag the cell in-student-kernel"
        )
    if whole == "open":
        return (
            "open looks in the folder of the test and not of the answer: have the answer return "
            "what it wrote, or tag the cell in-student-kernel"
        )
    return ""
