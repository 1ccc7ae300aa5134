"""Sources: every number in a table of symbols has one, and every DOI is one of the course's."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Lesson, Notebook

CHECK = "sources"
_DOI = re.compile(
    r"https?://(?:dx\.)?doi\.org/(?P<doi>10\.[^\s\])}>(\"']*(?:\([^\s()]*\)[^\s\])}>\"']*)*)"
)
_DIGIT = re.compile(r"\d")
# Between what bounds something lies is said by what it is.
_RANGE = re.compile(r"[-−]?[\d.]+ to [-−]?[\d.]+")


def check_sources(lesson: Lesson, known: frozenset[str]) -> Iterator[Finding]:
    """Check the tables of symbols and the DOIs of a lesson.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    known : frozenset of str
        The DOIs that somebody has looked up, in lower case.
    """
    for book in lesson.notebooks:
        for cell in book.cells:
            if cell.kind == "markdown":
                yield from _tables(book, cell)
                for doi in sorted(dois_in(cell.source) - known):
                    problem = f"nobody has looked up the DOI {doi}: add it to the list of sources"
                    yield book.finding(CHECK, cell, problem)


def known_dois(path: Path) -> frozenset[str]:
    """Return every DOI in a TOML file of sources.

    Raises
    ------
    ValueError, OSError
        If it cannot be read.
    """
    return frozenset(_dois(tomllib.loads(path.read_text(encoding="utf-8"))))


def dois_in(text: str) -> frozenset[str]:
    """Return the DOIs that a text links to, in lower case.

    Examples
    --------
    >>> sorted(dois_in("[one](https://doi.org/10.1016/S0166-2236(96)10024-2), and no other"))
    ['10.1016/s0166-2236(96)10024-2']
    """
    return frozenset(unquote(match["doi"]).rstrip(".,;").lower() for match in _DOI.finditer(text))


def _dois(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _dois(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _dois(item, key)
    elif isinstance(value, str):
        if key == "doi":
            yield value.lower()
        yield from dois_in(value)


def _tables(book: Notebook, cell: Cell) -> Iterator[Finding]:
    columns: list[str] = []
    for line in cell.source.splitlines():
        if not line.lstrip().startswith("|"):
            columns = []
            continue
        fields = [field.strip() for field in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        if not columns:
            columns = [field.lower() for field in fields]
        elif "value" in columns and len(fields) == len(columns):
            row = dict(zip(columns, fields, strict=True))
            value = row["value"]
            if _DIGIT.search(value) and not _RANGE.fullmatch(value) and not row.get("source"):
                what = row.get("symbol") or fields[0]
                problem = f"{what} has the value {value} and no source: name it"
                yield book.finding(CHECK, cell, problem)
