"""Objectives: every one is tested, and every exercise says which it tests."""

import re
from collections.abc import Iterator

from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Lesson, Notebook
from autograder.exercise_names import slug

CHECK = "objectives"
_ROW = re.compile(r"^\|\s*\**(?P<id>O\d+)\**\s*\|", re.MULTILINE)
_CITED = re.compile(r"\*Tests (?P<ids>O\d+(?:(?:, | and )O\d+)*)[^*]*\*")
_ID = re.compile(r"O\d+")


def check_objectives(lesson: Lesson) -> Iterator[Finding]:
    """Check objectives, which a table lists by ids (``O1``) and tasks cite: ``*Tests O1.*``."""
    for book in lesson.notebooks:
        yield from _notebook(book)


def _notebook(book: Notebook) -> Iterator[Finding]:
    objectives = {
        match["id"]: cell
        for cell in book.cells
        if cell.kind == "markdown"
        for match in _ROW.finditer(cell.source)
    }
    if not objectives:
        yield book.finding(CHECK, None, "it lists no objectives: add a table with ids, | O1 | ...")
        return
    tested: set[str] = set()
    for name, cells in _tasks(book):
        ids = {
            one
            for cell in cells
            for match in _CITED.finditer(cell.source)
            for one in _ID.findall(match["ids"])
        }
        tested |= ids
        if not ids:
            problem = f"{name} does not say which objective it tests: add “*Tests O1.*”"
            yield book.finding(CHECK, cells[0] if cells else None, problem)
        for unknown in sorted(ids - objectives.keys()):
            problem = f"it tests {unknown}, which no table of objectives lists: mend either"
            yield book.finding(CHECK, cells[0], problem)
    for missing in sorted(objectives.keys() - tested):
        problem = f"no exercise tests {missing}: add one, or take the objective out"
        yield book.finding(CHECK, objectives[missing], problem)


def _tasks(book: Notebook) -> Iterator[tuple[str, list[Cell]]]:
    """Yield what is to be done, and the cells that say so."""
    text = [cell for cell in book.cells if cell.kind == "markdown"]
    for exercise in book.exercises:
        yield exercise.name, [cell for cell in text if slug(cell.name) == exercise.name]
    for cell in text:
        if cell.is_by_hand:
            yield cell.name, [cell]
