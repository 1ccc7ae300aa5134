"""Clocks: one dose, and three half-lives of it (W5.2)."""

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
from course.explorers.style import BLUE, GREEN, GREY, HERE, ORANGE
from course.explorers.words import plain, three
from course.models.blockade import blockade, occupancy_half_time_h
from course.models.drugs import NALTREXOL, NALTREXONE, drug
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_DRUG = card("naltrexone")
_BLOCKADE = card("naltrexone_blockade")
_PLASMA_h = _DRUG["tablet_half_life_h"].value
_T_h = np.linspace(0, 168, 337)
_DAYS = (0, 24, 48, 72, 96, 120, 144, 168)
_PEOPLE_DIFFER = "People differ."


def _shares_of_peak_pct() -> tuple[Array, Array]:
    """Return the drug and its metabolite in plasma, in per cent of their highest levels."""
    model, tablet = drug("naltrexone_tablet"), f"{_BLOCKADE['dose_mg'].value:g} mg PO"
    levels = (model.concentration_ng_mL(_T_h, tablet, of=name) for name in (NALTREXONE, NALTREXOL))
    parent, metabolite = (100 * np.asarray(level) / np.max(level) for level in levels)
    return parent, metabolite


# Kinetics are linear, so a share of the peak is the same for every dose: computed once.
_PARENT_pct, _METABOLITE_pct = _shares_of_peak_pct()


@dataclass(frozen=True, eq=False)
class Clocks:
    """What is left of a dose in blood, and of its blockade at the receptor."""

    t_h: Array
    parent_pct: Array
    metabolite_pct: Array
    odds_pct: Array
    blockade_pct: Array
    with_plasma_pct: Array
    here_h: float
    here_parent_pct: float
    here_metabolite_pct: float
    here_odds_pct: float
    here_blockade_pct: float
    start_pct: float
    halved_h: float


def run_down(dose_mg: float, odds_half_time_h: float, t_h: float) -> Clocks:
    """Let one dose leave the blood and the receptor."""
    start = float(blockade(0, dose_mg, odds_half_time_h))
    blocked = np.asarray(blockade(_T_h, dose_mg, odds_half_time_h))
    return Clocks(
        t_h=_T_h,
        parent_pct=_PARENT_pct,
        metabolite_pct=_METABOLITE_pct,
        odds_pct=100 * np.exp2(-_T_h / odds_half_time_h),
        blockade_pct=100 * blocked,
        with_plasma_pct=100 * np.asarray(blockade(_T_h, dose_mg, _PLASMA_h)),
        here_h=t_h,
        here_parent_pct=float(np.interp(t_h, _T_h, _PARENT_pct)),
        here_metabolite_pct=float(np.interp(t_h, _T_h, _METABOLITE_pct)),
        here_odds_pct=100 * float(np.exp2(-t_h / odds_half_time_h)),
        here_blockade_pct=100 * float(blockade(t_h, dose_mg, odds_half_time_h)),
        start_pct=100 * start,
        halved_h=float(occupancy_half_time_h(start, odds_half_time_h)),
    )


def _left_pct(share_pct: float) -> str:
    return f"{three(share_pct)} %" if share_pct >= 0.01 else "less than 0.01 %"


def _in_words(settings: Settings, r: Clocks) -> str:
    if r.here_h == 0:
        return (
            f"A dose of {plain(settings['dose_mg'])} mg blocks {three(r.start_pct)} % of the "
            f"receptors at first, and half as many after {three(r.halved_h)} h. {_PEOPLE_DIFFER}"
        )
    return (
        f"{plain(r.here_h)} h after {plain(settings['dose_mg'])} mg, plasma holds "
        f"{_left_pct(r.here_parent_pct)} of its highest level of the drug and "
        f"{_left_pct(r.here_metabolite_pct)} of that of 6β-naltrexol, and the model still blocks "
        f"{three(r.here_blockade_pct)} % of the receptors, after {three(r.start_pct)} % at first. "
        f"Half of that is left after {three(r.halved_h)} h. {_PEOPLE_DIFFER}"
    )


CLOCKS = Explorer(
    name="clocks",
    title="Clocks: three half-lives of one dose",
    model=run_down,
    controls=(
        Control("t_h", "Time since the dose", "h", 0, 168, start=24, step=1),
        Control.of(_BLOCKADE["dose_mg"], "Dose", low=12.5, high=150, step=12.5),
        Control.of(
            _BLOCKADE["odds_half_time_h"], "Half-time of the odds of blockade", start=26, step=0.5
        ),
    ),
    panels=(
        Panel(
            "What is left",
            Axis("Time since the dose", 0, 168, "h", ticks=_DAYS),
            Axis("Share", 0.01, 100, "%", scale="log", ticks=(0.01, 0.1, 1, 10, 100)),
            (
                Line("t_h", "parent_pct", "drug", ORANGE, held=False),
                Line("t_h", "metabolite_pct", "6β-naltrexol", GREEN, held=False),
                Line("t_h", "odds_pct", "odds", BLUE),
            ),
        ),
        Panel(
            "Receptors blocked",
            Axis("Time since the dose", 0, 168, "h", ticks=_DAYS),
            Axis("Blocked", 0, 100, "%", ticks=(0, 25, 50, 75, 100)),
            (
                Line("t_h", "with_plasma_pct", "if plasma set it", GREY, held=False),
                Line("t_h", "blockade_pct", "blockade", BLUE),
                Points("here_h", "here_blockade_pct", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "A day later": {"t_h": 24},
        "Three days later": {"t_h": 72},
        "A week later": {"t_h": 168},
        "A quarter of the tablet": {"dose_mg": 12.5},
    },
    challenges=(
        Challenge(
            "Leave dose and half-time as they are. Find the time at which half of the receptors "
            "are blocked.",
            lambda s, r: (
                s["dose_mg"] == _BLOCKADE["dose_mg"].value
                and s["odds_half_time_h"] == 26
                and abs(r.here_blockade_pct - 50) < 0.7
            ),
            "By now the drug's level in plasma has halved about 26 times. The level in blood says "
            "how much is there to be found, not how much the receptor has let go.",
        ),
        Challenge(
            "Keep the dose. Find the half-time of the odds with which blockade itself halves in "
            "72 h, the shortest that was measured in five volunteers.",
            lambda s, r: s["dose_mg"] == _BLOCKADE["dose_mg"].value and abs(r.halved_h - 72) < 0.9,
            "21 h of one clock are 72 h of the other. The longest that was measured, 108 h, needs "
            "31 h: the two clocks differ because a deep blockade has far to fall.",
        ),
    ),
    constants=(
        *(_DRUG[name] for name in ("tablet_half_life_h", "metabolite_half_life_h")),
        *(
            _BLOCKADE[name]
            for name in (
                "ed50_mg",
                "blockade_half_time_low_h",
                "blockade_half_time_high_h",
            )
        ),
    ),
    code="""
import numpy as np
from course.models.blockade import blockade
from course.models.drugs import NALTREXOL, NALTREXONE, drug
from course.reference import card

t_h = np.linspace(0, 168, 337)
model = drug("naltrexone_tablet")
parent = model.concentration_ng_mL(t_h, "$dose_mg mg PO", of=NALTREXONE)
metabolite = model.concentration_ng_mL(t_h, "$dose_mg mg PO", of=NALTREXOL)
parent_pct, metabolite_pct = 100 * parent / parent.max(), 100 * metabolite / metabolite.max()
odds_pct = 100 * 2 ** (-t_h / $odds_half_time_h)

plasma_h = card("naltrexone")["tablet_half_life_h"].value
with_plasma_pct = 100 * blockade(t_h, $dose_mg, plasma_h)
blockade_pct = 100 * blockade(t_h, $dose_mg, $odds_half_time_h)
here_blockade_pct = 100 * blockade($t_h, $dose_mg, $odds_half_time_h)
""",
    prediction=Prediction(
        "how many hours it takes until half of a tablet's blockade is gone",
        lambda r: r.halved_h,
        unit="h",
    ),
)
