"""Outcomes as a table in plain text."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from course.reference import card, card_names
from course.validate.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.reference import Published, Target
    from course.validate.verdict import Outcome

HEADINGS = (
    "target",
    "verdict",
    "figure",
    "model",
    "wanted",
    "published",
    "tolerance",
    "unit",
    "source",
)


def table(outcomes: Sequence[Outcome]) -> str:
    """Return a line for each figure, and for each target what it is and why a model misses."""
    blocks = [(outcome, rows(outcome)) for outcome in outcomes]
    every = [HEADINGS, *(row for _, block in blocks for row in block)]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    lines = [_line(HEADINGS, widths), _line(["-" * width for width in widths], widths)]
    for outcome, block in blocks:
        lines += [_line(row, widths) for row in block]
        lines.append(f"    {outcome.target.quantity}")
        lines += [f"    {outcome.verdict}: {reason}" for reason in outcome.reasons]
    return "\n".join(lines)


def rows(outcome: Outcome) -> list[tuple[str, ...]]:
    """Return a target's rows, one a figure, in the order of :data:`HEADINGS`."""
    target = outcome.target
    source = target.reference.short if target.reference else ""
    figures = zip_longest(
        (str(found.verdict) for found in outcome.findings),
        target.labels,
        ("" if found.figure is None else f"{found.figure:.6g}" for found in outcome.findings),
        (f"{figure:.6g}" for figure in target.computed),
        map(_band, target.published),
        (_tolerance(target, unit) for unit in target.units),
        target.units,
        fillvalue="",
    )
    first, *others = [(*numbers, source) for numbers in figures]
    return [(target.id, *first), *(("", *other) for other in others)]


def counted(outcomes: Iterable[Outcome]) -> Counter[Verdict]:
    """Return how many figures came to which verdict."""
    return Counter(found.verdict for outcome in outcomes for found in outcome.findings)


def summary(outcomes: Iterable[Outcome]) -> str:
    """Return how many figures came to which verdict, in one line."""
    counts = counted(outcomes)
    listed = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict)
    return f"{counts.total()} figures: {listed}"


def holding() -> str:
    """Return how many numbers of the cards a publication holds, in one sentence."""
    sourced = [
        value
        for name in card_names()
        for value in card(name).values()
        if value.source and not value.untested
    ]
    held = sum(not value.unpublished for value in sourced)
    return (
        f"Of {len(sourced)} numbers with a source, {held} would contradict a published figure if "
        "they were a tenth off; the others say on their card why none would."
    )


def _band(published: Published) -> str:
    span = f"{published.low:g} to {published.high:g}"
    return span if published.value is None else f"{published.value:g} ({span})"


def _tolerance(target: Target, unit: str) -> str:
    if target.rtol:
        return f"{target.rtol:.2g} of it"
    return f"{target.atol:g} {unit}" if target.computed else ""


def _line(parts: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
