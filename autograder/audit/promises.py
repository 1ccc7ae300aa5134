"""Points that sentences promise: lines of a mark scheme, and the part that students see tested."""

import ast
import re
from collections.abc import Iterator

from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Exercise, Lesson, Notebook
from autograder.audit.prose import POINTS
from autograder.regions import MARK_SCHEME, regions_of

_LINE = re.compile(r"^\*\*[^*]+\((?P<points>\d+(?:\.\d+)?)\)[.:]?\*\*", re.MULTILINE)
_PUBLIC = re.compile(r"(?P<public>\w+) points? of the (?P<all>\w+)", re.IGNORECASE)
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def check_promises(lesson: Lesson) -> Iterator[Finding]:
    """Check that mark schemes add up, and that tasks say how many points public checks give."""
    scheme = next(it for it in regions_of(lesson.course.config) if it.what == MARK_SCHEME.what)
    for book in lesson.notebooks:
        for cell in book.cells:
            _, begun, rest = cell.source.partition(scheme.begin)
            if begun and cell.points is not None:
                yield from _rubric(book, cell, rest.partition(scheme.end)[0], cell.points)
        for exercise in book.exercises:
            yield from _public(book, exercise)


def _rubric(book: Notebook, cell: Cell, scheme: str, points: float) -> Iterator[Finding]:
    """Check lines that begin, for example, “**Numbers (3).**”; there may be none."""
    parts = [float(match["points"]) for match in _LINE.finditer(scheme)]
    if parts and sum(parts) != points:
        problem = (
            f"the lines of its mark scheme give {sum(parts):g} points and the cell is worth "
            f"{points:g}: make them the same"
        )
        yield book.finding(POINTS, cell, problem)


def _public(book: Notebook, exercise: Exercise) -> Iterator[Finding]:
    """Check a sentence such as “two points of the ten”; there may be none."""
    public = sum(_checked(test) for test in exercise.tests)
    for cell in book.cells:
        if cell.kind != "markdown" or cell.name != f"{exercise.name}-task" or not public:
            continue
        for match in _PUBLIC.finditer(cell.source):
            said = [_number(match[name]) for name in ("public", "all")]
            if None not in said and said != [public, exercise.points]:
                problem = (
                    f"the text says “{match[0]}”, and public checks give {public:g} of "
                    f"{exercise.points:g}: make them the same"
                )
                yield book.finding(POINTS, cell, problem)


def _checked(test: Cell) -> float:
    """Return the points of a test's public checks, ``marks.check(points, ...)``."""
    try:
        nodes = list(ast.walk(ast.parse(test.source)))
    except SyntaxError:  # a magic, or no Python: said where it runs
        return 0.0
    return sum(
        float(node.args[0].value)
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "check"
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, int | float)
    )


def _number(word: str) -> float | None:
    """Return what a word of the text counts, if it counts."""
    if word.lower() in _WORDS:
        return float(_WORDS.index(word.lower()))
    return float(word) if word.isdecimal() else None
