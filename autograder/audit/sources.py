"""Sources: every value in a table has one, and every reference is one that somebody looked up."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
_LIST = re.compile(r"^#+ References$.*", re.MULTILINE | re.DOTALL)
_REFERENCE = re.compile(r"^\d+\. \W*(?P<first>[\w’'-]+).*$", re.MULTILINE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Bibliography:
    """The publications that somebody has looked up.

    Parameters
    ----------
    dois : frozenset of str
        Their DOIs, in lower case.
    works : tuple of (str, str)
        Words that name each, and its year, 0 if it has none.
    """

    dois: frozenset[str] = frozenset()
    works: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, path: Path) -> "Bibliography":
        """Read a TOML file of sources.

        Raises
        ------
        ValueError, OSError
            If it cannot be read.
        """
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = [entry for entry in data.values() if isinstance(entry, Mapping)]
        return cls(
            frozenset(_dois(data)),
            tuple(
                (
                    _folded(" ".join(str(entry.get(key, "")) for key in _NAMING)),
                    str(entry.get("year", 0)),
                )
                for entry in entries
            ),
        )

    def has(self, first: str, reference: str) -> bool:
        """Tell whether a reference without a DOI, that begins with this word, is one of them."""
        word = re.compile(rf"\b{re.escape(_folded(first))}\b")
        years = {*_YEAR.findall(reference), "0"}
        return any(year in years and word.search(names) for names, year in self.works)


_NAMING = ("authors", "title", "journal")


def check_sources(lesson: Lesson, known: Bibliography) -> Iterator[Finding]:
    """Check the tables of symbols, the DOIs and the list of references of a lesson.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    known : Bibliography
        What somebody has looked up.
    """
    for book in lesson.notebooks:
        for cell in book.cells:
            if cell.kind == "markdown":
                yield from _tables(book, cell)
                yield from _references(book, cell, known)
                for doi in sorted(dois_in(cell.source) - known.dois):
                    problem = f"nobody has looked up the DOI {doi}: add it to the list of sources"
                    yield book.finding(CHECK, cell, problem)


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


def _references(book: Notebook, cell: Cell, known: Bibliography) -> Iterator[Finding]:
    listed = _LIST.search(cell.source)
    for match in _REFERENCE.finditer(listed[0] if listed else ""):
        if not dois_in(match[0]) and not known.has(match["first"], match[0]):
            short = match[0] if len(match[0]) <= 60 else f"{match[0][:57]}..."
            problem = f"nobody has looked up “{short}”: add it to the list of sources"
            yield book.finding(CHECK, cell, problem)


def _folded(text: str) -> str:
    """Return a text in small letters without accents, for names are spelt in many ways."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


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
