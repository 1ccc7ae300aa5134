"""Each lesson ends with a table of the claims that it judged, and the pieces bear it out."""

import re
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
VERDICTS = ("supported", "over-simplified", "contested", "wrong")
NO_CLAIM = "no scientific claim"
HEAD = "| claim, in short | verdict | number or reason | piece |"
COUNTS = {
    8: "Eight",
    16: "Sixteen",
    18: "Eighteen",
    32: "Thirty-two",
    35: "Thirty-five",
}


class Claim(NamedTuple):
    """A row of the table: a sentence of a text, and what became of it."""

    claim: str
    verdict: str
    reason: str
    pieces: tuple[str, ...]

    @property
    def words(self) -> set[str]:
        """The words of the verdict that are among the four."""
        return {word for word in VERDICTS if word in self.verdict}


class Lesson(NamedTuple):
    """What a lesson says, by piece; its table and what announces it; how many references it has."""

    pieces: dict[str, str]
    summary: str
    claims: list[Claim]
    references: int


def read(path: Path) -> Lesson:
    """Read one source notebook."""
    pieces: dict[str, str] = {}
    now, table, references = "opening", "", 0
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type != "markdown":
            continue
        text, _, rows_below = cell.source.partition(HEAD)
        if rows_below:
            table = cell.source
        if cell.id == "references":
            references = len(re.findall(r"^\d+\. ", cell.source, re.MULTILINE))
        heading = re.search(r"^## (?:(\d+) · )?", cell.source, re.MULTILINE)
        if heading:
            now = heading[1] or "other"
        pieces[now] = pieces.get(now, "") + text.casefold()
    summary = re.search(r"<summary>(.*claims and their verdicts)</summary>", table)
    rows = [
        [column.strip() for column in line.split("|")[1:-1]]
        for line in table.partition(HEAD)[2].splitlines()[2:]
        if line.startswith("|")
    ]
    claims = [Claim(a, b, c, tuple(d.split(", "))) for a, b, c, d in rows]
    return Lesson(pieces, summary[1] if summary else "", claims, references)


LESSONS = {path.parent.name: read(path) for path in sorted((ROOT / "source").glob("*/*.ipynb"))}


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_table_is_as_long_as_it_says(lesson: str) -> None:
    table = LESSONS[lesson]
    assert table.summary == f"{COUNTS[len(table.claims)]} claims and their verdicts"


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_pieces_of_a_claim_say_its_verdict(lesson: str) -> None:
    pieces = LESSONS[lesson].pieces
    for claim in LESSONS[lesson].claims:
        assert set(claim.pieces) <= set(pieces), claim
        assert claim.verdict.startswith((*VERDICTS, NO_CLAIM)), claim
        text = "".join(pieces[piece] for piece in claim.pieces)
        assert {word for word in claim.words if word not in text} == set(), claim


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_number_is_computed_or_has_a_reference(lesson: str) -> None:
    for claim in LESSONS[lesson].claims:
        if re.search(r"\d", claim.reason):
            assert re.search(r"computed|reference|lesson \d", claim.reason), claim
        listed = re.findall(r"references? (\d+)(?:,? (?:(\d+) )?and (\d+))?", claim.reason)
        named = {int(number) for numbers in listed for number in numbers if number}
        assert all(number <= LESSONS[lesson].references for number in named), claim


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_piece_that_claims_something_is_in_the_table(lesson: str) -> None:
    judged = {
        piece
        for piece, text in LESSONS[lesson].pieces.items()
        if re.search(rf"\*\*(?:{'|'.join(VERDICTS)})\b", text) and piece != "other"
    }
    assert judged <= {piece for claim in LESSONS[lesson].claims for piece in claim.pieces}
