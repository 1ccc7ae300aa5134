"""Three hypotheses of an effect on mood, drawn through one plasma curve."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from course.explorers.panel import Axis, Line, Panel
from course.explorers.style import BLUE, GREEN, ORANGE
from course.explorers.words import three
from course.figures import Still
from course.figures.ketamine.infusion import INFUSION
from course.models.antidepressant_hypotheses import plasma_linked, slow_site, triggered_state
from course.models.drugs import drug

_H_PER_D, _WEEK_H = 24, 168


def three_clocks() -> Still:
    """Return three hypotheses of an effect on mood, all from one plasma curve."""
    t_h = np.unique(np.concatenate([np.linspace(0, 48, 1441), np.linspace(0, 14 * 24, 673)]))
    plasma = np.asarray(drug("ketamine_clements").concentration_ng_mL(t_h, INFUSION))
    result = SimpleNamespace(
        t_h=t_h,
        t_d=t_h / _H_PER_D,
        plasma=plasma_linked(plasma),
        site=slow_site(t_h, plasma),
        state=triggered_state(t_h, plasma),
    )
    up = Axis("Effect, of the full one", 0, 0.8)
    curves = (("plasma", "plasma", BLUE), ("site", "slow site", ORANGE), ("state", "state", GREEN))
    panels = tuple(
        Panel(
            title,
            across,
            up,
            tuple(Line(x, y, label, stroke) for y, label, stroke in curves),
        )
        for title, across, x in (
            (
                "The first day",
                Axis("Time since the start", 0, 24, "h", ticks=(0, 6, 12, 18, 24)),
                "t_h",
            ),
            (
                "Two weeks",
                Axis("Time since the start", 0, 14, "days", ticks=(0, 2, 4, 6, 8, 10, 12, 14)),
                "t_d",
            ),
        )
    )
    best_h = [float(t_h[np.argmax(one)]) for one in (result.plasma, result.site, result.state)]
    week = [float(np.interp(_WEEK_H, t_h, one)) for one in (result.site, result.state)]
    alt = (
        "Two panels with three effects that one infusion may have, the first day on the left and "
        "two weeks on the right. The effect that follows plasma is at its best when the pump "
        f"stops, after {three(best_h[0])} hours, and has gone within a day. The one of a slow site "
        f"is at its best after {three(best_h[1])} hours, the state that was triggered after "
        f"{three(best_h[2])}; both fade over two weeks, in curves of much the same shape: after "
        f"one week {three(week[0])} and {three(week[1])} of a full effect are left."
    )
    return Still("three_clocks", panels, result, alt)
