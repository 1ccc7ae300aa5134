"""Cover: tablets and a monthly injection, in blood and in days that are protected (W5.5)."""

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
from course.explorers.style import BLUE, CROSS, GREY, HERE, ORANGE
from course.explorers.words import count, plain, three
from course.models.adherence import cover, covered_days
from course.models.depot import DepotRelease
from course.models.drugs import drug
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_ADHERENCE = card("naltrexone_adherence")
_DRUG = card("naltrexone")
_DAYS = 28
_H_PER_D = 24
_T_d = np.linspace(0, _DAYS, _DAYS * 12 + 1)
_P_pct = np.linspace(0, 100, 101)
# One number drawn for each day, kept: so a slider changes the habit, not its luck.
_LUCK = np.random.default_rng(seed=5).random(_DAYS)


def _levels_of_tablets_ng_mL() -> Array:
    """Return the level of a tablet on each day by itself, a row a day; they add."""
    model = drug("naltrexone_tablet")
    tablet = f"{_DRUG['tablet_dose_mg'].value:g} mg PO"
    since_h = _H_PER_D * (_T_d - np.arange(_DAYS)[:, None])
    return np.asarray(model.concentration_ng_mL(since_h, tablet))


_TABLETS_ng_mL = _levels_of_tablets_ng_mL()


@dataclass(frozen=True, eq=False)
class Cover:
    """Four weeks of tablets beside one injection, and the share of days that each protects."""

    t_d: Array
    tablets_ng_mL: Array
    depot_ng_mL: Array
    low_ng_mL: Array
    high_ng_mL: Array
    open_d: Array
    open_ng_mL: Array
    p_pct: Array
    covered_pct: Array
    once_pct: Array
    here_pct: float
    here_covered_pct: float
    taken: int
    last_ng_mL: float


def protect(p_pct: float, window_d: float, clearance_L_h: float) -> Cover:
    """Take tablets on some days, each good for a few, and compare one injection."""
    taken = (p_pct / 100 > _LUCK).astype(float)
    days = np.arange(0.5, _DAYS)[covered_days(taken, int(window_d)) == 0]
    depot = DepotRelease.suggested().concentration_ng_mL(_T_d, clearance_L_h)
    return Cover(
        t_d=_T_d,
        tablets_ng_mL=taken @ _TABLETS_ng_mL,
        depot_ng_mL=np.asarray(depot),
        low_ng_mL=np.full(_T_d.size, _ADHERENCE["effective_low_ng_mL"].value),
        high_ng_mL=np.full(_T_d.size, _ADHERENCE["effective_high_ng_mL"].value),
        open_d=days,
        open_ng_mL=np.full(days.size, 0.13),
        p_pct=_P_pct,
        covered_pct=100 * np.asarray(cover(_P_pct / 100, window_d)),
        once_pct=_P_pct,
        here_pct=p_pct,
        here_covered_pct=100 * float(cover(p_pct / 100, window_d)),
        taken=int(taken.sum()),
        last_ng_mL=float(np.asarray(depot)[-1]),
    )


def _in_words(settings: Settings, r: Cover) -> str:
    good = f"{count(int(settings['window_d']), 'day')}"
    return (
        f"Tablets taken on {plain(r.here_pct)} % of days, each good for {good}, cover "
        f"{three(r.here_covered_pct)} % of days in the long run. In the four weeks shown, "
        f"{r.taken or 'none'} of {_DAYS} were taken and {count(r.open_d.size, 'day')} stood "
        f"unprotected. One injection, at a clearance of "
        f"{plain(settings['clearance_L_h'])} L/h, ends the month at {three(r.last_ng_mL)} ng/mL."
    )


COVER = Explorer(
    name="cover",
    title="Cover: twenty-eight decisions, or one",
    model=protect,
    controls=(
        Control.of(
            _ADHERENCE["p_taken"],
            "Tablets taken",
            name="p_pct",
            unit="% of days",
            high=100,
            start=50,
            step=1,
        ),
        Control.of(_ADHERENCE["window_d"], "Days that one tablet covers"),
        Control.of(_DRUG["cl_L_h"], "Clearance", name="clearance_L_h"),
    ),
    panels=(
        Panel(
            "Naltrexone in plasma",
            Axis("Day", 0, 28, ticks=(0, 7, 14, 21, 28)),
            Axis("Level", 0.1, 30, "ng/mL", scale="log", ticks=(0.1, 0.3, 1, 3, 10, 30)),
            (
                Line("t_d", "tablets_ng_mL", "tablets", BLUE),
                Line("t_d", "depot_ng_mL", "injection", ORANGE),
                Line("t_d", "low_ng_mL", "band", GREY, held=False),
                Line("t_d", "high_ng_mL", "", GREY, held=False),
                Points("open_d", "open_ng_mL", "not covered", CROSS, held=False),
            ),
        ),
        Panel(
            "Days covered",
            Axis("Tablets taken, or injections attended", 0, 100, "%", ticks=(0, 25, 50, 75, 100)),
            Axis("Days covered", 0, 100, "%", ticks=(0, 25, 50, 75, 100)),
            (
                Line("p_pct", "once_pct", "injection", ORANGE, held=False),
                Line("p_pct", "covered_pct", "tablets", BLUE),
                Points("here_pct", "here_covered_pct", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "One day a tablet": {"window_d": 1},
        "Three days a tablet": {"window_d": 3},
        "Nine days in ten": {"p_pct": 90},
        "The other clearance": {"clearance_L_h": 211},
    },
    challenges=(
        Challenge(
            "Let a tablet cover three days. Find how often it must be taken to cover 95 % of days.",
            lambda s, r: s["window_d"] == 3 and abs(r.here_covered_pct - 95) < 0.5,
            "Less than two days in three: where one tablet lasts, a missed one is forgiven. "
            "The formula forgives independent slips, though. People stop for a week.",
        ),
        Challenge(
            "Find the highest clearance with which one injection stays at 1 ng/mL or above for all "
            "28 days.",
            lambda s, r: (
                r.last_ng_mL >= _ADHERENCE["effective_low_ng_mL"].value
                and protect(s["p_pct"], s["window_d"], s["clearance_L_h"] + 1).last_ng_mL
                < _ADHERENCE["effective_low_ng_mL"].value
            ),
            "The two published clearances, 94 and 210.6 L/h, lie on either side of it. Whether a "
            "month is covered by this band is not known as well as the curve makes it look.",
        ),
    ),
    constants=(
        *(_ADHERENCE[name] for name in ("effective_low_ng_mL", "effective_high_ng_mL")),
        *(
            _DRUG[name]
            for name in (
                "tablet_dose_mg",
                "tablet_auc_ng_h_mL",
                "tablet_half_life_h",
                "cl_licko_L_h",
            )
        ),
        *(
            card("naltrexone_depot")[name]
            for name in ("dose_mg", "burst", "burst_d", "plateau_d", "half_life_d")
        ),
    ),
    code="""
import numpy as np
from course.models.adherence import cover, covered_days
from course.models.depot import DepotRelease
from course.models.drugs import drug
from course.reference import card

took = ($p_pct / 100 > np.random.default_rng(seed=5).random(28)) * 1.0
open_d = np.arange(0.5, 28)[covered_days(took, $window_d) == 0]
t_d = np.linspace(0, 28, 337)
tablet = f"{card('naltrexone')['tablet_dose_mg'].value:g} mg PO"
since_h = 24 * (t_d - np.arange(28)[:, None])
tablets_ng_mL = took @ drug("naltrexone_tablet").concentration_ng_mL(since_h, tablet)
depot_ng_mL = DepotRelease.suggested().concentration_ng_mL(t_d, clearance_L_h=$clearance_L_h)

p_pct = np.linspace(0, 100, 101)
covered_pct = 100 * cover(p_pct / 100, window_d=$window_d)
here_covered_pct = 100 * cover($p_pct / 100, window_d=$window_d)
""",
    prediction=Prediction(
        "what percentage of days is covered if every second tablet is taken, at random, and each "
        "covers two days",
        lambda r: r.here_covered_pct,
        unit="%",
    ),
)
