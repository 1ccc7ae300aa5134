"""Trapping: a door that must open to let the drug out (W4.5)."""

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
from course.models.channel_block import TrappingBlock
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_CARD = card("ketamine_at_nmda_receptor")
_KETAMINE = TrappingBlock.suggested()
_DRUG_s, _END_s = 30.0, 150.0
_T_s = np.linspace(0, _END_s, 451)
_OPEN_pct = np.linspace(0, 20, 161)
_HARDLY_ANY = 1e-4
_STEP_pct = 0.5
_BOTH_ENDS = np.array([0.0, 1.0])


@dataclass(frozen=True, eq=False)
class Trapping:
    """Block while the drug is there and after it has gone, in time and against activity."""

    t_s: Array
    blocked: Array
    gone_s: Array
    gone_level: Array
    open_pct: Array
    at_end_of_drug: Array
    in_the_end: Array
    still_blocked: Array
    here_pct: float
    here_blocked: float
    wash_pct: float
    here_left: float
    left_of_trapped: float


def trap(c_uM: float, open_pct: float, wash_open_pct: float) -> Trapping:
    """Give the drug for half a minute, then wash it out for two, at two levels of activity."""
    steps_s, drug_uM = [0.0, _DRUG_s], [c_uM, 0.0]
    blocked = _KETAMINE.under_steps(_T_s, steps_s, drug_uM, [open_pct / 100, wash_open_pct / 100])
    taken = float(_KETAMINE.blocked_fraction(_DRUG_s, c_uM, open_pct / 100))
    washed = _KETAMINE.blocked_fraction(_END_s - _DRUG_s, 0, _OPEN_pct / 100, taken)
    return Trapping(
        t_s=_T_s,
        blocked=blocked,
        gone_s=np.full(2, _DRUG_s),
        gone_level=_BOTH_ENDS,
        open_pct=_OPEN_pct,
        at_end_of_drug=np.asarray(_KETAMINE.blocked_fraction(_DRUG_s, c_uM, _OPEN_pct / 100)),
        in_the_end=np.full_like(_OPEN_pct, float(_KETAMINE.plateau(c_uM))),
        still_blocked=np.asarray(washed),
        here_pct=open_pct,
        here_blocked=taken,
        wash_pct=wash_open_pct,
        here_left=float(blocked[-1]),
        left_of_trapped=float(
            _KETAMINE.blocked_fraction(_END_s - _DRUG_s, 0, wash_open_pct / 100, b0=1)
        ),
    )


def _in_words(settings: Settings, r: Trapping) -> str:
    drug = f"{plain(settings['c_uM'])} µM for 30 s, with the channels open {plain(r.here_pct)} %"
    taken = (
        f"{drug} of the time, blocks {three(100 * r.here_blocked)} % of them; in the end it would "
        f"be {three(100 * r.in_the_end[0])} %."
    )
    if r.here_blocked == 0:
        return f"{taken} There is nothing to wash out."
    left = f"{three(100 * r.here_left)} % are blocked still"
    if r.here_left < _HARDLY_ANY:
        left = f"fewer than {plain(100 * _HARDLY_ANY)} % are blocked still"
    if r.wash_pct == 0:
        return f"{taken} Two minutes after the drug has gone {left}: no channel has opened."
    return (
        f"{taken} Two minutes after the drug has gone, with the channels open {plain(r.wash_pct)} "
        f"% of the time, {left}."
    )


def _opening(name: str, label: str) -> Control:
    card_opening = _CARD["p_open"]
    changes = {"unit": "% of the time", "high": 20, "start": 100 * card_opening.value}
    return Control.of(card_opening, label, name=name, step=_STEP_pct, **changes)


TRAPPING = Explorer(
    name="trapping",
    title="Trapping: the way out is the way in",
    model=trap,
    controls=(
        Control.of(_CARD["c_uM"], "Ketamine", low=0, high=4, step=0.05),
        _opening("open_pct", "Channels open with it"),
        _opening("wash_open_pct", "Channels open after"),
    ),
    panels=(
        Panel(
            "Drug for 30 s, then none",
            Axis("Time", 0, 150, "s", ticks=(0, 30, 60, 90, 120, 150)),
            Axis("Fraction of channels blocked", 0, 1),
            (
                Line("gone_s", "gone_level", "drug gone", GREY, held=False),
                Line("t_s", "blocked", "blocked", BLUE),
            ),
        ),
        Panel(
            "What activity decides",
            Axis("Channels open", 0, 20, "% of the time", ticks=(0, 5, 10, 15, 20)),
            Axis("Fraction of channels blocked", 0, 1),
            (
                Line("open_pct", "in_the_end", "in the end", GREY, held=False),
                Line("open_pct", "at_end_of_drug", "30 s", BLUE),
                Line("open_pct", "still_blocked", "later", ORANGE),
                Points("here_pct", "here_blocked", "here", HERE),
                Points("wash_pct", "here_left", "", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "Busy channels": {"open_pct": 20, "wash_open_pct": 20},
        "Silence afterwards": {"wash_open_pct": 0},
        "Silence throughout": {"open_pct": 0, "wash_open_pct": 0},
    },
    challenges=(
        Challenge(
            "Leave the first two sliders. How much of the time must the channels be open "
            "afterwards, at least, to free nine tenths of the blocked ones in two minutes?",
            lambda s, r: (
                s["c_uM"] == _CARD["c_uM"].value
                and s["open_pct"] == 5
                and r.left_of_trapped <= 0.1
                and trap(**{**s, "wash_open_pct": s["wash_open_pct"] - _STEP_pct}).left_of_trapped
                > 0.1
            ),
            "The drug was gone all the time. What counted was how often the door was opened.",
        ),
        Challenge(
            "Let the channels open 1 % of the time. Find the concentration that has blocked half "
            "of them when the 30 s are over.",
            lambda s, r: s["open_pct"] == 1 and abs(r.here_blocked - 0.5) < 0.015,
            "In the end this much would block more than four fifths. Rarely used channels are "
            "reached late: the block picks out the busy ones first.",
        ),
    ),
    constants=tuple(_CARD[name] for name in ("kon_per_uM_s", "koff_per_s")),
    code="""
import numpy as np
from course.models.channel_block import TrappingBlock

ketamine = TrappingBlock.suggested()
t_s = np.linspace(0, 150, 451)
opening = [$open_pct / 100, $wash_open_pct / 100]
blocked = ketamine.under_steps(t_s, from_s=[0, 30], c_uM=[$c_uM, 0], p_open=opening)
here_blocked = ketamine.blocked_fraction(30, c_uM=$c_uM, p_open=opening[0])
here_left = ketamine.blocked_fraction(120, c_uM=0, p_open=opening[1], b0=here_blocked)

open_pct = np.linspace(0, 20, 161)
at_end_of_drug = ketamine.blocked_fraction(30, c_uM=$c_uM, p_open=open_pct / 100)
still_blocked = ketamine.blocked_fraction(120, c_uM=0, p_open=open_pct / 100, b0=here_blocked)
in_the_end = ketamine.plateau($c_uM)
""",
    prediction=Prediction(
        "what fraction of the blocked channels is blocked still, two minutes after the drug has "
        "gone, if none of them opens",
        lambda r: r.left_of_trapped,
        at={"wash_open_pct": 0},
    ),
)
