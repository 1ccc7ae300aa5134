"""What stands behind a picture: its numbers with their sources, and its curves as a table."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from course.explorers.words import plain, with_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.explorers.session import Session
    from course.reference import Value

HEADINGS = ("Number", "Value", "Range", "Status", "Note and source")
CSV_HEADINGS = ("panel", "curve", "held", "x_name", "x", "y_name", "y")


def rows(numbers: tuple[Value, ...]) -> list[list[str]]:
    """Return one row of text a number, under `HEADINGS`; a cell of two parts has two lines.

    The first cell has what a reader calls the number, then what code calls it.
    """
    return [
        [
            _lines(value.label, value.name),
            with_unit(plain(value.value), _unit(value)),
            "fixed" if value.low == value.high else f"{plain(value.low)} to {plain(value.high)}",
            value.status.value,
            _lines(value.note, _source(value)),
        ]
        for value in numbers
    ]


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _unit(value: Value) -> str:
    return "" if value.unit == "1" else value.unit


def _source(value: Value) -> str:
    citation = value.reference.citation if value.reference else ""
    return f"{citation}; read in {value.read_in}" if value.read_in else citation


def as_csv(session: Session[Any]) -> str:
    """Return the curves now shown and held as comma-separated values, one point a line.

    The first line holds `CSV_HEADINGS`; numbers have all their digits.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CSV_HEADINGS)
    writer.writerows(_points(session, "", session.result))
    for one in session.held:
        writer.writerows(_points(session, one.letter, one.result))
    return text.getvalue()


def _points(session: Session[Any], held: str, result: object) -> Iterator[list[object]]:
    import numpy as np

    for panel in session.explorer.panels:
        for curve in panel.curves:
            if held and not curve.held:
                continue
            names = panel.title, panel.name_of(curve), held
            x, y = np.atleast_1d(getattr(result, curve.x)), np.atleast_1d(getattr(result, curve.y))
            for one, other in zip(x, y, strict=True):
                yield [*names, panel.x.heading, float(one), panel.y.heading, float(other)]
