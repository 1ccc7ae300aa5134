"""Diazepam and its daughter over weeks of tablets and weeks without, and by genotype."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.panel import Axis, Line, Panel, Points
from course.explorers.style import BLUE, GREEN, HERE, ORANGE
from course.explorers.words import plain, three
from course.figures import Still
from course.models.accumulation import steady_average_ng_mL, time_to_share_of_steady_state_h
from course.models.drugs import NORDIAZEPAM, drug

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_H_PER_D, _MOMENT_H = 24, 1e-6
# Teaching choices, which the text of the lesson names too.
_DAILY, _DAYS = "10 mg PO q24h", 28
_SETTLED = 0.9


def weeks() -> Still:
    """Return diazepam and its daughter over four weeks of tablets and four without."""
    days = np.linspace(0, 56, 56 * 12 + 1)
    course = f"{_DAILY} x {_DAYS}"
    usual = drug("diazepam_pop")
    ends_d = np.arange(1, days[-1] + 1)

    def at_the_end_of_a_day(genotype: str) -> Array:
        before_the_next = _H_PER_D * ends_d - _MOMENT_H
        return np.asarray(drug(f"diazepam_{genotype}").concentration_ng_mL(before_the_next, course))

    daughter = np.asarray(usual.concentration_ng_mL(_H_PER_D * days, course, NORDIAZEPAM))
    mean = [steady_average_ng_mL(usual, f"{_DAILY} x 2", of) for of in (None, NORDIAZEPAM)]
    settled_d = [
        time_to_share_of_steady_state_h(usual, _SETTLED, of) / _H_PER_D
        for of in (None, NORDIAZEPAM)
    ]
    result = SimpleNamespace(
        days=days,
        ends_d=ends_d,
        parent=usual.concentration_ng_mL(_H_PER_D * days, course),
        daughter=daughter,
        settled_d=settled_d,
        settled=[_SETTLED * one for one in mean],
        em=at_the_end_of_a_day("em"),
        im=at_the_end_of_a_day("im"),
        pm=at_the_end_of_a_day("pm"),
    )
    at = Axis("Time", 0, 56, "days", ticks=(0, 14, 28, 42, 56))
    panels = (
        Panel(
            "Four weeks with, four without",
            at,
            Axis("In plasma", 0, 400, "ng/mL"),
            (
                Line("days", "parent", "diazepam", BLUE),
                Line("days", "daughter", "nordiazepam", ORANGE),
                Points("settled_d", "settled", "nine tenths", HERE),
            ),
        ),
        Panel(
            "Diazepam, before the next tablet",
            at,
            Axis("In plasma", 0, 2500, "ng/mL"),
            (
                Line("ends_d", "em", "two genes", BLUE),
                Line("ends_d", "im", "one", ORANGE),
                Line("ends_d", "pm", "none", GREEN),
            ),
        ),
    )
    last_d = float(days[-1])
    alt = (
        "Two panels over eight weeks, with 10 mg of diazepam a day in the first four. On the left "
        "diazepam rises in saw teeth and has nine tenths of its mean plateau after "
        f"{three(settled_d[0])} days, while nordiazepam climbs smoothly, has nine tenths after "
        f"{three(settled_d[1])} days, and passes its parent's mean. On day "
        f"{plain(last_d)}, four weeks later, next to nothing is left of the one and "
        f"{three(daughter[-1])} ng/mL of the other. On the right diazepam in the men of three "
        f"genotypes, just before the next tablet: on day {_DAYS} {_at_day(result, 'em')} ng/mL "
        f"with two working genes, {_at_day(result, 'im')} with one and "
        f"{_at_day(result, 'pm')} with none."
    )
    return Still("weeks", panels, result, alt)


def _at_day(shown: SimpleNamespace, genotype: str) -> str:
    return three(float(getattr(shown, genotype)[_DAYS - 1]))
