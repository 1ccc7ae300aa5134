"""Two valleys: a pathway that keeps itself going, and a push that may be too short (W4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
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
from course.explorers.style import BLUE, DOT, GREY, ORANGE
from course.explorers.words import plain, three
from course.models.sensitisation import SensitisationSwitch
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_SWITCH = card("sensitisation")
_X = np.linspace(0, 1.2, 121)
_T = np.linspace(0, 30, 241)
_NO_FACT = "A hypothesis with chosen numbers, not a fact."
_FIRST_TASK = (60.0, _SWITCH["s"].value, _SWITCH["K"].value)


@dataclass(frozen=True, eq=False)
class Valleys:
    """How fast the level changes at every level, and where it goes during and after a block."""

    x: Array
    speed: Array
    speed_blocked: Array
    along: Array
    still: Array
    resting: Array
    resting_speed: Array
    t: Array
    level: Array
    ends: Array
    ends_level: Array
    ridge: Array
    needed: float
    has_pain: bool
    min_block_pct: float
    last_level: float


def block_for_a_while(s: float, K: float, block_pct: float, block_duration: float) -> Valleys:
    """Start in pain, block some of the feedback for a while, and wait."""
    switch = SensitisationSwitch(s, K)
    states = switch.fixed_points()
    # Where there is no pain state to start from, start where it would be with strong feedback.
    start = states.stable[-1] if states.bistable else s
    ridge = states.unstable[0] if states.bistable else 0.0
    level = np.full_like(_T, start)
    if block_duration:
        level = switch.under_steps(_T, [0, block_duration], [block_pct / 100, 0], start)
    elif not states.bistable:
        level = np.asarray(switch.course(_T, start))
    resting = np.array([*states.stable, *states.unstable])
    return Valleys(
        x=_X,
        speed=np.asarray(switch.speed(_X)),
        speed_blocked=np.asarray(switch.speed(_X, block_pct / 100)),
        along=_X[[0, -1]],
        still=np.zeros(2),
        resting=resting,
        resting_speed=np.zeros(resting.size),
        t=_T,
        level=level,
        ends=np.full(2, block_duration),
        ends_level=np.array([0.0, 1.2]),
        ridge=np.full_like(_T, ridge),
        needed=switch.resetting_time(block_pct / 100) if states.bistable else 0.0,
        has_pain=states.bistable,
        min_block_pct=100 * switch.min_block,
        last_level=float(level[-1]),
    )


def _in_words(settings: Settings, r: Valleys) -> str:
    return f"{_outcome(settings, r)} {_NO_FACT}"


def _outcome(settings: Settings, r: Valleys) -> str:
    if not r.has_pain:
        return (
            f"With feedback of strength {plain(settings['s'])}, half engaged at "
            f"{plain(settings['K'])}, there is one valley only: the pathway comes to rest."
        )
    given = f"{plain(settings['block_pct'])} % blocked for {plain(settings['block_duration'])}"
    given = f"{given} time constants"
    if not isfinite(r.needed):
        return (
            f"{given}: the pathway stays in pain, and would under a block of any length. More "
            f"than {three(r.min_block_pct)} % must be blocked."
        )
    if settings["block_duration"] > r.needed:
        return f"{given}: the pathway comes to rest. It takes {three(r.needed)} to get there."
    return f"{given}: the pathway returns to pain. It takes {three(r.needed)} to end it."


VALLEYS = Explorer(
    name="valleys",
    title="Two valleys: too short is as good as nothing",
    model=block_for_a_while,
    controls=(
        Control.of(
            _SWITCH["block"],
            "Feedback blocked",
            name="block_pct",
            unit="%",
            high=100,
            start=60,
            step=1,
        ),
        Control.of(_SWITCH["block_duration"], "For how long"),
        Control.of(_SWITCH["s"], "Strength of the feedback (s)", low=0.7, high=1.2),
        Control.of(_SWITCH["K"], "Level that engages half of it (K)", low=0.2, high=0.4),
    ),
    panels=(
        Panel(
            "Which way the level moves",
            Axis("Level", 0, 1.2, ticks=(0, 0.3, 0.6, 0.9, 1.2)),
            Axis("Change per time constant", -0.6, 0.3, ticks=(-0.6, -0.3, 0, 0.3)),
            (
                Line("along", "still", "no change", GREY, held=False),
                Line("x", "speed", "no drug", BLUE),
                Line("x", "speed_blocked", "blocked", ORANGE),
                Points("resting", "resting_speed", "stays", DOT, held=False),
            ),
        ),
        Panel(
            "From pain, with a block that ends",
            Axis("Time", 0, 30, "time constants", ticks=(0, 5, 10, 15, 20, 25, 30)),
            Axis("Level", 0, 1.2, ticks=(0, 0.3, 0.6, 0.9, 1.2)),
            (
                Line("ends", "ends_level", "block ends", GREY, held=False),
                Line("t", "ridge", "ridge", ORANGE, held=False),
                Line("t", "level", "level", BLUE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "A third blocked, long": {"block_pct": 33, "block_duration": 10},
        "All blocked, briefly": {"block_pct": 100, "block_duration": 2},
        "Weak feedback": {"s": 0.7, "K": 0.4},
    },
    challenges=(
        Challenge(
            "Leave all but the second slider. Find the shortest block that ends the pain for good.",
            lambda s, r: (
                (s["block_pct"], s["s"], s["K"]) == _FIRST_TASK
                and r.has_pain
                and r.needed < s["block_duration"] <= r.needed + 0.1
            ),
            "A tenth shorter, and everything comes back. In this model there is no dose-response "
            "curve for the cure, only an edge.",
        ),
        Challenge(
            "Now block for 10 time constants. Find the smallest block that still ends the pain.",
            lambda s, r: (
                s["block_duration"] == 10
                and (s["s"], s["K"]) == _FIRST_TASK[1:]
                and r.needed <= 10
                and block_for_a_while(s["s"], s["K"], s["block_pct"] - 1, 10).needed > 10
            ),
            "It lies not far above the least block that empties the valley at all, and there "
            "each per cent costs much time.",
        ),
    ),
    constants=(),
    code="""
import numpy as np
from course.models.sensitisation import SensitisationSwitch

switch = SensitisationSwitch(s=$s, K=$K)
states = switch.fixed_points()
resting = np.array([*states.stable, *states.unstable])
min_block_pct = 100 * switch.min_block
x = np.linspace(0, 1.2, 121)
speed, speed_blocked = switch.speed(x), switch.speed(x, $block_pct / 100)

start, ridge = $s, 0
if states.bistable:
    start, ridge = states.stable[-1], states.unstable[0]
    needed = switch.resetting_time($block_pct / 100)
t = np.linspace(0, 30, 241)
from_t, block = ([0, $block_duration], [$block_pct / 100, 0]) if $block_duration else ([0], [0])
level = switch.under_steps(t, from_t, block, start)
""",
    prediction=Prediction(
        "for how many time constants six tenths of the feedback must be blocked, if the pain is "
        "not to come back",
        lambda r: r.needed,
    ),
)
