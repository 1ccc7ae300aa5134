"""The map that lesson 2 prints is the course's map of lesions, row by row."""

import re
from pathlib import Path

import nbformat

from course.reference.lesion_map import lesions
from tests.lessons.test_references import LISTS, is_about

LESSON = "2-imbalance"
NOTEBOOK = Path(__file__).parents[2] / "source" / LESSON / "imbalance.ipynb"
ACTION = {-1: "less", 0: "none shown", 1: "more"}
EFFECT = {-1: "lowered", 0: "unknown", 1: "raised"}


def test_the_printed_map_is_the_map() -> None:
    cells = {cell.id: str(cell.source) for cell in nbformat.read(NOTEBOOK, as_version=4).cells}
    _, _, *rows = re.findall(r"^\|.*\|$", cells["lesion-map"], re.MULTILINE)
    assert [[column.strip() for column in row.split("|")[1:-1]] for row in rows] == [
        [
            each.disorder,
            each.transmitter,
            ACTION[each.change],
            each.variable,
            EFFECT[each.effect],
            each.standing,
        ]
        for each in lesions()
    ]


def test_what_was_read_for_a_row_stands_among_the_references() -> None:
    lacking = [
        each.source
        for each in lesions()
        if each.reference and not any(is_about(line, each.reference) for line in LISTS[LESSON])
    ]
    assert lacking == []
