"""Pathways: what use, abstinence and blocked use each teach, and what comes back (W5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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
from course.explorers.style import BLUE, GREEN, HERE, ORANGE
from course.explorers.words import count, plain, three
from course.models.competing_pathways import contextual_pathways
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_PATHWAYS = card("two_pathways")
_TREATED_d, _AFTER_d = 28, 28
_LEARNED = (1.0, 0.0)  # weights of drug and alternative when treatment begins
_DAY = np.arange(_TREATED_d + _AFTER_d + 1.0)
_UNCHANGED = 1e-6  # closer than this, nothing was learned
_MISSED = ("none", *(f"on day {day}" for day in range(1, _TREATED_d + 1)))
_NO_ADVICE = "This is a model, and no advice to test a blockade."


@dataclass(frozen=True, eq=False)
class Pathways:
    """Four weeks of treatment and four of rest: two expectations, and the choice they make."""

    day: Array
    expected_here: Array
    expected_elsewhere: Array
    alternative: Array
    p_use_pct: Array
    p_elsewhere_pct: Array
    last_d: float
    end_pct: float
    later_pct: float
    end_expected: float


def _schedule(lapses: float, missed_day: float) -> list[str]:
    """Spread lapses over the treatment; on other days the alternative is tried."""
    days = ["alt"] * _TREATED_d + ["rest"] * _AFTER_d
    for i in range(int(lapses)):
        days[int((i + 0.5) * _TREATED_d / lapses)] = "use"
    if missed_day:
        days[int(missed_day) - 1] = "use"
    return days


def learn(lapses: float, blockade_pct: float, r_alt: float, missed_day: float) -> Pathways:
    """Treat for four weeks, with lapses, perhaps one of them unblocked; then rest for four."""
    days = _schedule(lapses, missed_day)
    occ = np.full(len(days), blockade_pct / 100)
    if missed_day:
        occ[int(missed_day) - 1] = 0
    course = contextual_pathways(days, occ, r_alt=r_alt, w0=_LEARNED)
    expected = course.w_drug - course.w_inhibitory
    return Pathways(
        day=_DAY,
        expected_here=expected,
        expected_elsewhere=course.w_drug,
        alternative=course.w_alt,
        p_use_pct=100 * course.p_use,
        p_elsewhere_pct=100 * course.p_use_elsewhere,
        last_d=float(_TREATED_d),
        end_pct=100 * float(course.p_use[_TREATED_d]),
        later_pct=100 * float(course.p_use[-1]),
        end_expected=float(expected[_TREATED_d]),
    )


def _in_words(settings: Settings, r: Pathways) -> str:
    lapses = int(settings["lapses"])
    given = f"Four weeks with {count(lapses, 'lapse')}"
    if lapses:
        given += f" under {plain(settings['blockade_pct'])} % blockade"
    if settings["missed_day"]:
        given += f" and one unblocked on day {plain(settings['missed_day'])}"
    expected = f"goes from 1 to {three(r.end_expected)}"
    if abs(r.end_expected - 1) < _UNCHANGED:
        expected = "stays as it was"
    return (
        f"{given}: what is expected of the drug {expected}, and it is chosen with a probability "
        f"of {three(r.end_pct)} %, after {three(float(r.p_use_pct[0]))} % before. Four weeks later "
        f"it is {three(r.later_pct)} %, and {three(float(r.p_elsewhere_pct[-1]))} % in another "
        f"place. {_NO_ADVICE}"
    )


@cache
def _worst_pct(r_alt: float) -> float:
    """Return the highest choice that one unblocked lapse among eight blocked ones can leave."""
    return max(learn(8, 90, r_alt, day).end_pct for day in range(1, _TREATED_d + 1))


PATHWAYS = Explorer(
    name="pathways",
    title="Pathways: what teaches, and what does not",
    model=learn,
    controls=(
        Control("lapses", "Lapses in four weeks", "", 0, 12, start=8, step=1),
        Control("blockade_pct", "Blockade", "%", 0, 100, start=90, step=5),
        Control.of(_PATHWAYS["r_alt"], "Reward of the alternative", high=1.2, start=0),
        Control.among("missed_day", "Unblocked lapse", _MISSED),
    ),
    panels=(
        Panel(
            "What is expected",
            Axis("Day", 0, 56, ticks=(0, 14, 28, 42, 56)),
            Axis("Expected reward", 0, 1.5, ticks=(0, 0.5, 1, 1.5)),
            (
                Line("day", "expected_elsewhere", "drug, elsewhere", ORANGE),
                Line("day", "expected_here", "drug", BLUE),
                Line("day", "alternative", "alternative", GREEN),
            ),
        ),
        Panel(
            "What is chosen",
            Axis("Day", 0, 56, ticks=(0, 14, 28, 42, 56)),
            Axis("Drug chosen", 0, 100, "%", ticks=(0, 25, 50, 75, 100)),
            (
                Line("day", "p_elsewhere_pct", "elsewhere", ORANGE),
                Line("day", "p_use_pct", "here", BLUE),
                Points("last_d", "end_pct", "day 28", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "Abstinence alone": {"lapses": 0},
        "Lapses, blocked": {"lapses": 8},
        "Lapses, not blocked": {"lapses": 8, "blockade_pct": 0},
        "Something better to do": {"lapses": 0, "r_alt": 0.6},
        "One dose missed": {"lapses": 8, "missed_day": 25},
    },
    challenges=(
        Challenge(
            "Without any lapse, bring the choice of the drug below 50 % on the last day of "
            "treatment.",
            lambda s, r: s["lapses"] == 0 and s["missed_day"] == 0 and r.end_pct < 50,
            "Four weeks without the drug taught nothing about the drug. What moved the choice was "
            "something that became worth more.",
        ),
        Challenge(
            "With eight lapses and 90 % blockade, find the unblocked lapse that does the most harm "
            "by the last day of treatment.",
            lambda s, r: (
                s["lapses"] == 8
                and s["blockade_pct"] == 90
                and s["missed_day"] > 0
                and r.end_pct >= _worst_pct(s["r_alt"]) - 1e-9
            ),
            "Had the last of the eight been unblocked, a third of what they taught would be gone. "
            "After an early one there is time to learn it again.",
        ),
    ),
    constants=tuple(
        _PATHWAYS[name] for name in ("alpha", "r_drug", "temperature", "recovery_steps")
    ),
    code="""
import numpy as np
from course.models.competing_pathways import contextual_pathways

days = ["alt"] * 28 + ["rest"] * 28
for i in range($lapses):
    days[int((i + 0.5) * 28 / $lapses)] = "use"
occ = np.full(56, $blockade_pct / 100)
if $missed_day:
    days[$missed_day - 1], occ[$missed_day - 1] = "use", 0
course = contextual_pathways(days, occ, r_alt=$r_alt, w0=(1, 0))

day = np.arange(57)
expected_here, alternative = course.w_drug - course.w_inhibitory, course.w_alt
expected_elsewhere = course.w_drug
p_use_pct, p_elsewhere_pct = 100 * course.p_use, 100 * course.p_use_elsewhere
end_pct = p_use_pct[28]
""",
    prediction=Prediction(
        "how likely the drug is to be chosen after four weeks of abstinence with nothing else "
        "rewarded, if it was 73 % before",
        lambda r: r.end_pct,
        at={"lapses": 0},
        unit="%",
    ),
)
