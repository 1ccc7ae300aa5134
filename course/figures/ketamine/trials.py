"""What trials of ketamine found of benefit and harm, with intervals."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from course.explorers.panel import Axis, Intervals, Line, Panel, Points
from course.explorers.style import ESTIMATE, GREY, SPREAD
from course.explorers.words import plain
from course.figures import Still
from course.reference import card
from course.reference.targets import targets

if TYPE_CHECKING:
    from course.reference import Value
    from course.reference.targets import Published


def trials() -> Still:
    """Return what trials found of benefit and harm, with intervals."""
    mood = card("antidepressant_hypotheses")["odds_ratio_24h"]
    (harm,) = targets()["T4.19 harm"].published
    (pain,) = targets()["T4.19 pain"].published
    result = SimpleNamespace(
        place=[0, 1],
        times=[mood.value, harm.value],
        places=[0, 0, 1, 1],
        times_between=[mood.low, mood.high, harm.low, harm.high],
        across=[-0.5, 1.5],
        same=[1, 1],
        aside=[-0.5, 0.5],
        here=[0],
        points=[pain.value],
        heres=[0, 0],
        points_between=[pain.low, pain.high],
        none=[0, 0],
    )
    panels = (
        Panel(
            "How many times as on placebo",
            Axis(
                "Outcome", -0.5, 1.5, ticks=(0, 1), names=("mood: odds at 24 h", "adverse events")
            ),
            Axis("Ratio to placebo", 0.5, 30, scale="log", ticks=(0.5, 1, 3, 10, 30)),
            (
                Line("across", "same", "no difference", GREY),
                Intervals("places", "times_between", "", SPREAD),
                Points("place", "times", "with interval", ESTIMATE),
            ),
        ),
        Panel(
            "How much pain more or less",
            Axis("Outcome", -0.5, 0.5, ticks=(0,), names=("chronic pain, just after it",)),
            Axis("Difference from placebo", -40, 10, "of 100"),
            (
                Line("aside", "none", "no difference", GREY),
                Intervals("heres", "points_between", "", SPREAD),
                Points("here", "points", "with interval", ESTIMATE),
            ),
        ),
    )
    alt = (
        "Two panels of what trials of ketamine by vein found against placebo, each with the "
        "interval that the data are compatible with. On the left, on a logarithmic axis, the odds "
        f"of a better mood after 24 hours, {_said(mood)} times, and adverse events, {_said(harm)} "
        "times; both intervals lie above the dotted line of no difference, the second "
        f"just above it. On the right chronic pain just after it, of 100 points: {_said(pain)}, "
        "from a clear gain to just across the line of none."
    )
    return Still("trials", panels, result, alt)


def _said(found: Value | Published) -> str:
    return f"{plain(found.value or 0)} ({plain(found.low)} to {plain(found.high)})"
