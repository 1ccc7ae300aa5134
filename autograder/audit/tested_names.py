"""Test cells: every name in one can be looked up, and what it does is the same for both engines."""

from collections.abc import Iterator

from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Lesson, Notebook, free_names
from autograder.audit.structure import shared_names
from autograder.examiner.names import GIVEN, Kind, SourceCell, names_of
from autograder.idioms import refusals
from autograder.lesson_job import IN_PLACE, IN_STUDENT_KERNEL

CHECK = "tests"


def check_tests(lesson: Lesson) -> Iterator[Finding]:
    """Check the test cells of a lesson."""
    for book in lesson.notebooks:
        if shared_names(book):
            continue  # who binds what goes by the cells' names
        known = _known(book)
        for cell in book.cells:
            if cell.is_test and IN_STUDENT_KERNEL not in cell.tags:
                yield from _names(book, cell, known)
                yield from _idioms(book, cell)


def _known(book: Notebook) -> frozenset[str] | None:
    """Return whatever a test cell may use, or None if that cannot be told."""
    code = [cell for cell in book.cells if cell.kind == "code"]
    names = names_of([SourceCell(cell.name, Kind.EDITABLE, cell.source) for cell in code])
    if book.lost or any("import *" in cell.source for cell in code):
        return None
    return names.students | names.imports.keys() | GIVEN


def _names(book: Notebook, cell: Cell, known: frozenset[str] | None) -> Iterator[Finding]:
    if known is None:
        return
    for name in sorted(free_names(cell.source) - known):
        problem = f"nothing in the notebook binds “{name}”: import or define it in the test"
        yield book.finding(CHECK, cell, problem)


def _idioms(book: Notebook, cell: Cell) -> Iterator[Finding]:
    editable = [
        SourceCell(each.name, Kind.EDITABLE, each.source)
        for each in book.cells
        if each.kind == "code" and not each.is_test and not each.grader.get("locked")
    ]
    answers = names_of(editable).students
    for refusal in refusals(cell.source, answers, in_place=IN_PLACE in cell.tags):
        yield book.finding(CHECK, cell, f"line {refusal.line}: {refusal.why}")
