"""Where the bibliography knows how to find a publication, the lessons that cite it say so."""

import re
from pathlib import Path

import nbformat
import pytest

from course.reference.sources import Source, sources

ROOT = Path(__file__).parents[2]
NUMBERED = re.compile(r"\b(?:PMID|NCJ|PII) \S+|\bPMC\d+")


def references(path: Path) -> list[str]:
    """Return the numbered references of a lesson, a line each."""
    cells = nbformat.read(path, as_version=4).cells
    (text,) = (str(cell.source) for cell in cells if cell.id == "references")
    return re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)


LISTS = {path.parent.name: references(path) for path in sorted((ROOT / "source").glob("*/*.ipynb"))}


def is_about(line: str, source: Source) -> bool:
    """Tell a publication by its title, or by its first author, year and place."""
    if source.title and source.title.casefold() in line.casefold():
        return True
    surname = re.split(r"[ ,]", source.authors)[0]
    return bool(
        surname
        and source.locator
        and line.startswith(surname)
        and f"({source.year})" in line
        and source.locator in line
    )


def address(source: Source) -> str:
    """Return the DOI, or the number in a catalogue; empty if the bibliography has neither."""
    numbered = NUMBERED.search(source.identifier)
    return source.doi or (numbered[0] if numbered else "")


@pytest.mark.parametrize("lesson", LISTS)
def test_a_reference_that_can_be_found_says_where(lesson: str) -> None:
    lacking = [
        f"{line[:60]}: {address(source)}"
        for line in LISTS[lesson]
        for source in sources().values()
        if is_about(line, source) and address(source).casefold() not in line.casefold()
    ]
    assert lacking == []


def test_references_are_recognised() -> None:
    """Most of them, at least: what is not recognised is not examined."""
    for lesson, lines in LISTS.items():
        known = [line for line in lines if any(is_about(line, s) for s in sources().values())]
        assert len(known) > 0.8 * len(lines), lesson
