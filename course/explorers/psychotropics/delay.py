"""Delay: a pump blocked in hours, and what the neurones make of it in weeks (W3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.declaration import (
    Axis,
    Challenge,
    Control,
    Explorer,
    Line,
    Panel,
    Points,
    Prediction,
    Settings,
)
from course.explorers.style import BLUE, GREY, HERE, ORANGE
from course.explorers.words import plain, three
from course.models.autoreceptor_feedback import balance, desensitised
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_LOOP = card("autoreceptor_feedback")
_A0 = _LOOP["a0"].value
_DAYS = np.linspace(0, 28, 225)
_UNTIRED = "with a feedback that does not tire"
_CONTESTED = (
    "Contested: one study by microdialysis found no desensitisation at all (dotted), and firing "
    "may recover while feedback persists."
)


@dataclass(frozen=True, eq=False)
class Delay:
    """Firing and serotonin over four weeks, with and without a change of the feedback."""

    days: Array
    firing_pct: Array
    serotonin: Array
    firing_unchanged_pct: Array
    serotonin_unchanged: Array
    serotonin_without_feedback: Array
    here_d: float
    here_firing_pct: float
    here_serotonin: float


def wait(occupied_pct: float, tau_d: float, blocked_pct: float, day: float) -> Delay:
    """Block pumps on day 0, and let the feedback wane, or be blocked by a second drug."""
    occupied = occupied_pct / 100

    def loop(days: Array | float) -> tuple[Array, Array]:
        feedback = desensitised(days, occupied, _A0, tau_d, blocked_pct / 100)
        s, f = balance(occupied, feedback)
        return np.asarray(s), 100 * np.asarray(f)

    serotonin, firing_pct = loop(_DAYS)
    here_s, here_f = loop(day)
    unchanged_s, unchanged_f = balance(occupied, _A0)
    released_s, _ = balance(occupied, desensitised(0, occupied, blocked=1))
    return Delay(
        days=_DAYS,
        firing_pct=firing_pct,
        serotonin=serotonin,
        firing_unchanged_pct=np.full_like(_DAYS, 100 * unchanged_f),
        serotonin_unchanged=np.full_like(_DAYS, unchanged_s),
        serotonin_without_feedback=np.full_like(_DAYS, released_s),
        here_d=day,
        here_firing_pct=float(here_f),
        here_serotonin=float(here_s),
    )


def _in_words(settings: Settings, r: Delay) -> str:
    if settings["occupied_pct"] == 0:
        return f"With 0 % of the pumps occupied firing and serotonin are as usual. {_CONTESTED}"
    return (
        f"{plain(settings['occupied_pct'])} % of the pumps occupied: on day {plain(r.here_d)} the "
        f"neurones fire at {three(r.here_firing_pct)} % of their usual rate, and serotonin is "
        f"{three(r.here_serotonin)} times its usual level. {_CONTESTED}"
    )


DELAY = Explorer(
    name="delay",
    title="Delay: blocked in hours, better in weeks",
    model=wait,
    controls=(
        Control.of(
            _LOOP["sert_occupancy"],
            "Serotonin pumps occupied",
            name="occupied_pct",
            unit="%",
            high=90,
            start=80,
            step=1,
        ),
        Control.of(_LOOP["tau_d"], "Time in which autoreceptors tire"),
        Control("blocked_pct", "Feedback blocked by a second drug", "%", 0, 100, start=0, step=5),
        Control("day", "Day", "", 0, 28, start=0, step=0.5),
    ),
    panels=(
        Panel(
            "Firing of the neurones",
            Axis("Time on the drug", 0, 28, "d", ticks=(0, 7, 14, 21, 28)),
            Axis("Firing, of usual", 0, 120, "%", ticks=(0, 20, 40, 60, 80, 100, 120)),
            (
                Line("days", "firing_unchanged_pct", "untired", GREY, held=False, words=_UNTIRED),
                Line("days", "firing_pct", "firing", BLUE),
                Points("here_d", "here_firing_pct", "here", HERE),
            ),
        ),
        Panel(
            "Serotonin outside the cells",
            Axis("Time on the drug", 0, 28, "d", ticks=(0, 7, 14, 21, 28)),
            Axis("Serotonin, times usual", 0, 10.5, ticks=(0, 2, 4, 6, 8, 10)),
            (
                Line(
                    "days",
                    "serotonin_without_feedback",
                    "no loop",
                    ORANGE,
                    held=False,
                    words="without feedback",
                ),
                Line("days", "serotonin_unchanged", "untired", GREY, held=False, words=_UNTIRED),
                Line("days", "serotonin", "level", BLUE),
                Points("here_d", "here_serotonin", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "After two weeks": {"day": 14},
        "Feedback blocked": {"blocked_pct": 100},
        "Half of the pumps": {"occupied_pct": 50},
    },
    challenges=(
        Challenge(
            "Move the day alone. Find when firing is back to nine tenths.",
            lambda s, r: (
                s["occupied_pct"] == 80
                and s["blocked_pct"] == 0
                and s["tau_d"] == _LOOP["tau_d"].value
                and abs(r.here_firing_pct - 90) < 1.3
            ),
            "Nothing happened at the pump meanwhile: it was as blocked on the first day. If this "
            "is the reason for the weeks of waiting, the drug works by what the brain does to it.",
        ),
        Challenge(
            "On day 0, with 70 % of the pumps occupied, bring serotonin above three times.",
            lambda s, r: s["day"] == 0 and s["occupied_pct"] == 70 and r.here_serotonin > 3,
            "A second drug that blocks the autoreceptor should then do in hours what takes weeks. "
            "It is a sharp prediction, and a way in which the model can be wrong.",
        ),
    ),
    constants=(_LOOP["a0"],),
    code="""
import numpy as np
from course.models.autoreceptor_feedback import balance, desensitised
from course.reference import card

a0 = card("autoreceptor_feedback")["a0"].value
occupied, blocked = $occupied_pct / 100, $blocked_pct / 100
days = np.linspace(0, 28, 225)
serotonin, firing = balance(occupied, desensitised(days, occupied, a0, $tau_d, blocked))
firing_pct = 100 * firing
here_serotonin, firing = balance(occupied, desensitised($day, occupied, a0, $tau_d, blocked))
here_firing_pct = 100 * firing

serotonin_unchanged, firing = balance(occupied, a0)
firing_unchanged_pct = 100 * firing
released = desensitised(0, occupied, a0, blocked=1)
serotonin_without_feedback = balance(occupied, released).s
""",
    prediction=Prediction(
        "how many times its usual level serotonin reaches on the first day, when 80 % of the "
        "pumps are occupied",
        lambda r: r.here_serotonin,
    ),
)
