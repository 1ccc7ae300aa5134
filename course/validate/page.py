"""Outcomes and plots as one page of HTML: no scripts, nothing from the network."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from course.reference.sources import source
from course.validate.plots import PLOTS, picture
from course.validate.table import counted, holding
from course.validate.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.reference import Published, Source
    from course.validate.plots import Picture, Plot
    from course.validate.verdict import Outcome

LESSONS = (
    "Transmitters and synapses",
    "Imbalance and disorders",
    "Psychotropic drugs",
    "Ketamine",
    "Naltrexone",
)
# The page may show its own styles and pictures; all else stays shut.
SECURITY_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Gauge:
    """Where a figure lies in its published range: shares of the gauge's width.

    Attributes
    ----------
    at
        The figure; 0 or 1 if it is off the gauge.
    words
        The same in words.
    """

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a target, as the table shows it."""

    label: str
    model: str
    wanted: str
    published: str
    gauge: Gauge | None
    unit: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson's part of the page."""

    number: int
    title: str
    outcomes: tuple[Outcome, ...]
    plots: tuple[tuple[Plot, Picture], ...]


def page(outcomes: Sequence[Outcome]) -> str:
    """Return the page."""
    environment = Environment(
        loader=PackageLoader("course.validate", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(rows=rows, tolerance=tolerance, source=source, Verdict=Verdict)
    template = environment.get_template("page.html.j2")
    return template.render(
        security_policy=SECURITY_POLICY,
        lessons=[_lesson(number, outcomes) for number, _ in enumerate(LESSONS, start=1)],
        counts={verdict: counted(outcomes)[verdict] for verdict in Verdict},
        targets=len(outcomes),
        holding=holding(),
        misses=[outcome for outcome in outcomes if outcome.verdict is Verdict.KNOWN_MISS],
        failures=[outcome for outcome in outcomes if outcome.verdict is Verdict.FAILS],
        bibliography=_bibliography(outcomes),
    )


def rows(outcome: Outcome) -> list[Row]:
    """Return a target's rows, one a figure."""
    target = outcome.target
    return [
        Row(
            label or "",
            "" if found.figure is None else number(found.figure),
            "" if wanted is None else number(wanted),
            "" if band is None else _band(band),
            None if found.figure is None or band is None else gauge(found.figure, band),
            "" if unit == "1" else unit,
            found.verdict,
        )
        for found, wanted, band, label, unit in zip_longest(
            outcome.findings, target.computed, target.published, target.labels, target.units
        )
    ]


def gauge(figure: float, band: Published) -> Gauge | None:
    """Return where a figure lies: the band is the middle half of the gauge."""
    width = band.high - band.low
    if width == 0:
        return None
    share = (figure - band.low) / width
    words = "inside" if 0 <= share <= 1 else "below" if share < 0 else "above"
    return Gauge(min(1.0, max(0.0, 0.25 + share / 2)), f"{words} the published range")


def number(value: float) -> str:
    """Return six figures as they are printed.

    >>> number(-20.52534), number(3.99984e-05), number(250000000.0)
    ('−20.5253', '3.99984·10⁻⁵', '2.5·10⁸')
    """
    mantissa, _, exponent = f"{value:.6g}".partition("e")
    power = f"·10{str(int(exponent)).translate(_SUPERSCRIPT)}" if exponent else ""
    return mantissa.replace("-", "−") + power


def tolerance(outcome: Outcome) -> str:
    """Return how far a figure may be from the one computed before."""
    target = outcome.target
    if not target.computed:
        return "range"
    if target.rtol:
        return f"± {number(100 * target.rtol)} %"
    return f"± {number(target.atol)}" if target.atol else "exact"


def _band(band: Published) -> str:
    ends = f"{number(band.low)} to {number(band.high)}"
    if band.value is None:
        return ends
    return number(band.value) if band.low == band.high else f"{number(band.value)} ({ends})"


def _lesson(lesson: int, outcomes: Sequence[Outcome]) -> Lesson:
    return Lesson(
        lesson,
        LESSONS[lesson - 1],
        tuple(sorted((o for o in outcomes if o.target.lesson == lesson), key=_order)),
        tuple((plot, picture(plot)) for plot in PLOTS if plot.lesson == lesson),
    )


def _order(outcome: Outcome) -> tuple[bool, int]:
    """Return what to sort by: targets with a number of their own, then those of a model."""
    found = re.match(r"(.)\d\.(\d+)", outcome.target.id)
    assert found  # noqa: S101  the loader of targets saw to it
    return found[1] == "M", int(found[2])


def _bibliography(outcomes: Sequence[Outcome]) -> list[Source]:
    keys = {outcome.target.source for outcome in outcomes if outcome.target.source}
    keys.update(key for plot in PLOTS for key in plot.sources)
    return sorted((source(key) for key in keys), key=lambda entry: entry.short.casefold())
