"""The bibliography: which paper a number comes from, and where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.reference import _toml

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCES_FILE = Path(__file__).parent / "sources.toml"
_FIELDS = (
    *("authors", "year", "title", "journal", "locator", "doi", "identifier"),
    *("read", "where_read", "missing"),
)


class Reading(StrEnum):
    """How much of a source somebody has read for this course."""

    IN_PART = "in part"  # a table, a section, a label: what the number stands in
    ABSTRACT = "abstract"
    QUOTED = "as quoted"  # what others, or programs, quote of it
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class Source:
    """One publication.

    Attributes
    ----------
    key
        Its name in cards and targets, such as ``jahr_stevens_1990``.
    authors
        As in the publication; empty if what was read does not name them.
    journal
        The journal, or the book or site that takes its place.
    year
        Year of publication; 0 if it is unknown.
    title
        Empty unless it was verified.
    locator
        Volume and first page, such as ``10:3178``; empty if there is none.
    doi
        Empty unless it was verified, or if there is none.
    read
        How much of it was read.
    where_read
        What was actually read: the paper, its abstract, or a later work that quotes it.
    identifier
        What else finds it, such as ``PMID 9014132``; empty if it has a DOI or nothing was found.
    missing
        What was looked for and not found, where authors, year, or every way to find it are missing.
    """

    key: str
    authors: str
    year: int
    title: str
    journal: str
    locator: str
    doi: str
    read: Reading
    where_read: str
    identifier: str = ""
    missing: str = ""

    @property
    def short(self) -> str:
        """First author (or else the journal) and year, for a table."""
        return f"{self.authors.split(',')[0] or self.journal} {self.year or ''}".strip()

    @property
    def citation(self) -> str:
        """The source in one line, as a caption shows it."""
        title = f"{self.title}. " if self.title else ""
        place = f"{self.journal} {self.locator}".strip()
        address = f", {self.address}" if self.address else ""
        year = self.year or "year not seen"
        return f"{self.authors or 'Authors not seen'} ({year}). {title}{place}{address}"

    @property
    def address(self) -> str:
        """What finds it: its DOI as a link, or else its identifier; empty if nothing was found."""
        return f"https://doi.org/{self.doi}" if self.doi else self.identifier


def load_sources(path: Path) -> Mapping[str, Source]:
    """Read a bibliography file and check every entry.

    Raises
    ------
    ValueError
        Naming the file, the entry and the field.
    """
    file = _toml.read(path)
    return MappingProxyType({key: _source(key, file.table(key)) for key in file.content})


@cache
def sources() -> Mapping[str, Source]:
    """Return the course's bibliography by key."""
    return load_sources(SOURCES_FILE)


def source(key: str) -> Source:
    """Return one source of the course's bibliography.

    >>> source("jahr_stevens_1990").year
    1990
    """
    try:
        return sources()[key]
    except KeyError:
        raise ValueError(f"there is no source {key!r} in {SOURCES_FILE.name}.") from None


def cited(table: _toml.Table, known: Mapping[str, Source], *, required: bool) -> str:
    """Return the key in a table's ``source`` field, which may be empty unless required."""
    key = table.text("source", empty=not required)
    if key and key not in known:
        raise table.error("source", f"{key!r} is not in {SOURCES_FILE.name}")
    return key


def _source(key: str, table: _toml.Table) -> Source:
    table.only(_FIELDS)
    year = table.number("year")
    if year != int(year):
        raise table.error("year", f"must be a whole number, not {year}")
    doi = table.text("doi", empty=True)
    if doi and not doi.startswith("10."):
        raise table.error("doi", f"must begin with 10. and stand without an address, not {doi!r}")
    authors, content = table.text("authors", empty=True), table.content
    identifier = table.text("identifier") if "identifier" in content else ""
    missing = table.text("missing") if "missing" in content else ""
    if not (missing or (authors and year and (doi or identifier))):
        raise table.error("missing", "must say what of authors, year and address was not found")
    return Source(
        key=key,
        authors=authors,
        year=int(year),
        title=table.text("title", empty=True),
        journal=table.text("journal"),
        locator=table.text("locator", empty=True),
        doi=doi,
        read=table.choice("read", Reading),
        where_read=table.text("where_read"),
        identifier=identifier,
        missing=missing,
    )
