"""Text: headings step by one, pictures have words, links say where they lead, points agree."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Lesson, Notebook
from autograder.exercise_names import slug

CHECK = "text"
POINTS = "points"
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_REGION = re.compile(r"^#+ (BEGIN|END) .*$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})\s+\S", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\((?P<to>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^)]*\)")
_PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]+)[^)]*\)")
_HTML_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_HTML_WORDS = re.compile(r"\balt\s*=\s*(\"[^\"]+\"|'[^']+')", re.IGNORECASE)
_POINTS = re.compile(r"\((?P<points>\d+(?:\.\d+)?)\s+points?\)")
# Words of a link that say nothing to somebody who hears the links alone.
_EMPTY_WORDS = frozenset(
    {"", "here", "click here", "this", "link", "this link", "more", "read more", "see", "source"}
)


def check_text(lesson: Lesson) -> Iterator[Finding]:
    """Check headings, pictures and links of a lesson."""
    for book in lesson.notebooks:
        yield from _headings(book)
        for cell in book.cells:
            if cell.kind == "markdown":
                text = _FENCED.sub("", cell.source)
                yield from _pictures(book, cell, text)
                yield from _links(book, cell, text)


def check_points(lesson: Lesson) -> Iterator[Finding]:
    """Check that points in the text are those that the cell is worth."""
    for book in lesson.notebooks:
        for cell, points in _worth(book):
            for match in _POINTS.finditer(_announcement(cell)):
                if float(match["points"]) != points:
                    problem = (
                        f"the text promises {match['points']} points and the cell is worth "
                        f"{points:g}: make them the same"
                    )
                    yield book.finding(POINTS, cell, problem)


def announced(book: Notebook, exercise: str) -> bool:
    """Tell whether some heading says what an exercise is worth."""
    return any(
        slug(cell.name) == exercise and _POINTS.search(_announcement(cell))
        for cell in book.cells
        if cell.kind == "markdown"
    )


def _worth(book: Notebook) -> Iterator[tuple[Cell, float]]:
    """Yield the cells whose heading may promise points, with the points that are given."""
    by_exercise = {exercise.name: exercise.points for exercise in book.exercises}
    for cell in book.cells:
        if cell.kind != "markdown":
            continue
        if cell.is_graded and cell.points is not None:
            yield cell, cell.points
        elif cell.name.endswith("-task") and slug(cell.name) in by_exercise:
            yield cell, by_exercise[slug(cell.name)]


def _announcement(cell: Cell) -> str:
    """Return the headings of a cell."""
    return "\n".join(line for line in cell.source.splitlines() if _HEADING.match(line))


def _headings(book: Notebook) -> Iterator[Finding]:
    levels = [
        (len(match[1]), cell)
        for cell in book.cells
        if cell.kind == "markdown"
        for match in _HEADING.finditer(_REGION.sub("", _FENCED.sub("", cell.source)))
    ]
    if not levels:
        yield book.finding(CHECK, None, "it has no heading: begin with one of the first level")
        return
    if levels[0][0] != 1:
        problem = f"the first heading is of level {levels[0][0]}: begin with one of the first"
        yield book.finding(CHECK, levels[0][1], problem)
    for _, cell in [each for each in levels[1:] if each[0] == 1]:
        problem = "a second heading of the first level: a notebook has one title"
        yield book.finding(CHECK, cell, problem)
    for (before, _), (after, cell) in pairwise(levels):
        if after > before + 1:
            problem = f"a heading of level {after} follows one of level {before}: step by one"
            yield book.finding(CHECK, cell, problem)


def _pictures(book: Notebook, cell: Cell, text: str) -> Iterator[Finding]:
    for match in _PICTURE.finditer(text):
        if not match["words"].strip():
            problem = f"the picture {match['to']} has no words: say between the [] what it shows"
            yield book.finding(CHECK, cell, problem)
        target = unquote(match["to"])
        is_file = not re.match(r"[a-z]+:", target)
        if is_file and not (book.path.parent / target).is_file():
            yield book.finding(
                CHECK, cell, f"there is no picture {target}: draw it, or mend the name"
            )
    for tag in _HTML_PICTURE.findall(text):
        if not _HTML_WORDS.search(tag):
            yield book.finding(CHECK, cell, f'{tag} has no words: add alt="what it shows"')


def _links(book: Notebook, cell: Cell, text: str) -> Iterator[Finding]:
    for match in _LINK.finditer(_PICTURE.sub("", text)):
        words = match["words"].strip(" *_`").lower()
        if words in _EMPTY_WORDS or words.startswith(("http://", "https://")):
            problem = f"the link to {match['to']} says “{match['words']}”: say where it leads"
            yield book.finding(CHECK, cell, problem)
        if match["to"].startswith("#") and not _anchor(book, match["to"][1:]):
            problem = (
                f"the link {match['to']} leads nowhere: name a heading or a cell of the notebook"
            )
            yield book.finding(CHECK, cell, problem)


def _anchor(book: Notebook, name: str) -> bool:
    """Tell whether JupyterLab can jump there: a heading with hyphens, or a cell's id."""
    wanted = unquote(name).lower()
    headings = (
        line.lstrip("#").strip().replace(" ", "-").lower()
        for cell in book.cells
        for line in cell.source.splitlines()
        if _HEADING.match(line)
    )
    return wanted in {cell.identity.lower() for cell in book.cells} | set(headings) or (
        wanted.removeprefix("cell-id=") in {cell.identity.lower() for cell in book.cells}
    )
