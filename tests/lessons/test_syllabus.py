"""What README and a lesson's opening promise of time and points is what its pieces add up to."""

import re
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

ROOT = Path(__file__).parents[2]
NOTEBOOKS = {
    path.parent.name: nbformat.read(path, as_version=4)
    for path in sorted((ROOT / "source").glob("*/*.ipynb"))
}
WORDS = {8: "Eight", 9: "Nine", 10: "Ten"}
# What is folded away, tables' lines, pictures and tags.
NOT_READ = re.compile(r"<details>.*?</details>|!\[[^\]]*\]|<[^>]+>|\|", re.DOTALL)
EXPLORE = re.compile(r"^explore\(", re.MULTILINE)
lessons = pytest.mark.parametrize("lesson", NOTEBOOKS)


def text_of(lesson: str, cell: str) -> str:
    """Return the text of one cell of a lesson."""
    (found,) = (each.source for each in NOTEBOOKS[lesson].cells if each.id == cell)
    return str(found)


def planned(lesson: str) -> list[tuple[str, int]]:
    """Return the number of each piece, empty for the opening, and its minutes, as planned."""
    rows = re.findall(
        r"^\| (\d*) ?\|[^|]*\| (\d+) \|$", text_of(lesson, "objectives"), re.MULTILINE
    )
    return [(piece, int(minutes)) for piece, minutes in rows]


def headed(lesson: str) -> list[tuple[str, int]]:
    """Return the number of each piece and the minutes under its heading."""
    pieces = (
        re.search(r"^## (\d+) · .*\n\n\*(\d+) minutes\b", cell.source, re.MULTILINE)
        for cell in NOTEBOOKS[lesson].cells
        if cell.cell_type == "markdown"
    )
    return [(piece[1], int(piece[2])) for piece in pieces if piece]


def reckoned(lesson: str) -> dict[str, float]:
    """Return the minutes of each piece, by what stands in it."""
    minutes: dict[str, float] = {}
    piece = ""
    for cell in NOTEBOOKS[lesson].cells:
        grader = cell.metadata.get("nbgrader", {})
        if cell.source.startswith("## "):
            found = re.match(r"## (\d+) · ", cell.source)
            piece = found[1] if found else ""
        more = 12 * bool(grader.get("solution") and cell.cell_type == "code")
        more += 5 * bool(cell.cell_type == "code" and EXPLORE.search(cell.source))
        more += 10 * bool(grader.get("task"))
        words = len(NOT_READ.sub(" ", cell.source).split()) if cell.cell_type == "markdown" else 0
        minutes[piece] = minutes.get(piece, 0.0) + words / 200 + more
    return minutes


def syllabus(lesson: str) -> tuple[str, str]:
    """Return time and points of a lesson in README's table."""
    row = re.search(
        rf"^\| `{lesson}` \|.*\| ([^|]+) \| ([^|]+) \|$",
        (ROOT / "README.md").read_text(),
        re.MULTILINE,
    )
    assert row, f"README has no row for {lesson}"
    return row[1], row[2]


def points(cells: list[NotebookNode], kind: str) -> int:
    """Add up the points of the cells that are "grade" cells, or "task" cells."""
    graded = (cell.metadata.get("nbgrader", {}) for cell in cells)
    return sum(int(each["points"]) for each in graded if each.get(kind))


@lessons
def test_every_piece_takes_what_the_plan_says(lesson: str) -> None:
    assert planned(lesson)[0][0] == ""
    assert headed(lesson) == planned(lesson)[1:]


@lessons
def test_minutes_are_reckoned_as_the_readme_says(lesson: str) -> None:
    what_stands_there = reckoned(lesson)
    for piece, minutes in headed(lesson):
        assert abs(minutes - what_stands_there[piece]) <= 5, piece


@lessons
def test_the_opening_adds_up(lesson: str) -> None:
    minutes = [each for _, each in headed(lesson)]
    total = sum(each for _, each in planned(lesson))
    hours = "about two and a half hours" if total <= 165 else "just under three hours"
    assert (
        f"{WORDS[len(minutes)]} pieces of {min(minutes)} to {max(minutes)} minutes: {hours} if you "
        "are at home in numpy, nearer to five if you are not."
    ) in text_of(lesson, "opening")


@lessons
def test_the_readme_promises_that_time_and_those_points(lesson: str) -> None:
    total = sum(each for _, each in planned(lesson))
    cells = NOTEBOOKS[lesson].cells
    by_machine, by_hand = points(cells, "grade"), points(cells, "task")
    assert syllabus(lesson) == (f"{total} min to 5 h", f"{by_machine} + {by_hand} by hand")
