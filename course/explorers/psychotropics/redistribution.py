"""Redistribution: why a drug with a half-life of two days wears off in an hour (W3.4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.declaration import (
    Axis,
    Bars,
    Challenge,
    Control,
    Explorer,
    Line,
    Panel,
    Points,
    Prediction,
    Settings,
)
from course.explorers.style import BARS, BLUE, GREY, HERE
from course.explorers.words import plain, three
from course.models.disposition import mammillary
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from course.models.compartments import Compartments

    Array = NDArray[np.float64]

_DIAZEPAM = card("diazepam_intravenous")
_MIN_PER_H = 60
_NG_ML_PER_MG_L = 1000
_LAST_MIN = 4320.0
_T_min = np.geomspace(1, _LAST_MIN, 181)
_TIME_TICKS = (1, 10, 60, 600, 4320)


@dataclass(frozen=True, eq=False)
class Redistribution:
    """Diazepam in plasma after a dose by vein, and where the dose is at one moment."""

    t_min: Array
    c_ng_mL: Array
    never_eliminated_ng_mL: Array
    here_min: float
    here_ng_mL: float
    fallen_pct: float
    place: Array
    share_pct: Array


@cache
def _body(elimination_pct: float) -> Compartments:
    litres = [_DIAZEPAM[f"v{i}_L"].value for i in (1, 2, 3)]
    per_min = [_DIAZEPAM[name].value for name in ("cl_L_min", "cl2_L_min", "cl3_L_min")]
    per_min[0] *= elimination_pct / 100
    return mammillary(litres, [_MIN_PER_H * one for one in per_min])


def _shares(t_min: Array, elimination_pct: float) -> Array:
    """Return the share of a dose in each compartment, a row a compartment."""
    amounts = _body(elimination_pct).amounts_mg(t_min / _MIN_PER_H, "1 mg IV")
    return np.asarray(amounts)


def spread(dose_mg: float, t_min: float, elimination_pct: float) -> Redistribution:
    """Give a dose by vein at once; see plasma at all times, the whole body at one."""
    per_share = _NG_ML_PER_MG_L * dose_mg / _DIAZEPAM["v1_L"].value
    curve = _shares(np.append(_T_min, t_min), elimination_pct)
    now = curve[:, -1]
    return Redistribution(
        t_min=_T_min,
        c_ng_mL=per_share * curve[0, :-1],
        never_eliminated_ng_mL=per_share * _shares(_T_min, 0)[0],
        here_min=t_min,
        here_ng_mL=per_share * float(now[0]),
        fallen_pct=100 * (1 - float(now[0])),
        place=np.array([1.0, 2.0, 3.0, 4.0]),
        share_pct=100 * np.append(now, max(0.0, 1 - float(now.sum()))),
    )


def _when(minutes: float) -> str:
    return f"{plain(minutes)} min" if minutes < 120 else f"{three(minutes / _MIN_PER_H)} h"


def _in_words(settings: Settings, r: Redistribution) -> str:
    gone = r.share_pct[-1]
    plasma = (
        f"{_when(r.here_min)} after {plain(settings['dose_mg'])} mg the plasma holds "
        f"{three(r.here_ng_mL)} ng/mL, {three(r.fallen_pct)} % less than at the start"
    )
    if gone == 0:
        return f"{plasma}. Nothing has left the body: it is in other tissue."
    if gone < r.fallen_pct / 2:
        return f"{plasma}. Only {three(gone)} % of the dose has left the body."
    return f"{plasma}, and {three(gone)} % of the dose has left the body."


REDISTRIBUTION = Explorer(
    name="redistribution",
    title="Redistribution: gone from the blood, not from the body",
    model=spread,
    controls=(
        Control.of(_DIAZEPAM["dose_mg"], "Diazepam by vein", low=1, high=20),
        Control("t_min", "Time after it", "min", 1, _LAST_MIN, start=2, step=0.02, scale="log"),
        Control("elimination_pct", "Elimination, of normal", "%", 0, 200, start=100, step=10),
    ),
    panels=(
        Panel(
            "Plasma",
            Axis("Time", 1, _LAST_MIN, "min", scale="log", ticks=_TIME_TICKS),
            Axis("Diazepam", 0.5, 5000, "ng/mL", scale="log", ticks=(1, 10, 100, 1000)),
            (
                Line("t_min", "never_eliminated_ng_mL", "never eliminated", GREY, held=False),
                Line("t_min", "c_ng_mL", "plasma", BLUE),
                Points("here_min", "here_ng_mL", "now", HERE),
            ),
        ),
        Panel(
            "Where the dose is now",
            Axis("1 blood   2 fast tissue   3 slow tissue   4 gone", 0.4, 4.6, ticks=(1, 2, 3, 4)),
            Axis("Share of the dose", 0, 100, "%"),
            (Bars("place", "share_pct", "share", BARS),),
        ),
    ),
    sentence=_in_words,
    presets={
        "After an hour": {"t_min": 60},
        "After two days": {"t_min": 2880},
        "No elimination": {"t_min": 60, "elimination_pct": 0},
    },
    challenges=(
        Challenge(
            "Switch elimination off, 0 %. Find when plasma has nevertheless fallen by nine tenths.",
            lambda s, r: s["elimination_pct"] == 0 and abs(r.fallen_pct - 90) < 0.5,
            "Nothing has left the body, and yet nine tenths have left the blood. With normal "
            "elimination the time is nearly the same.",
        ),
        Challenge(
            "Set elimination back to 100 %. Find when half of the dose has left the body.",
            lambda s, r: s["elimination_pct"] == 100 and abs(r.share_pct[-1] - 50) < 1,
            "Almost two days. The first half-hour and these two days are two different clocks, "
            "and a second dose meets what the first has left in the tissue.",
        ),
    ),
    constants=tuple(
        _DIAZEPAM[name] for name in ("v1_L", "v2_L", "v3_L", "cl_L_min", "cl2_L_min", "cl3_L_min")
    ),
    code="""
import numpy as np
from course.models.disposition import mammillary
from course.reference import card

diazepam = card("diazepam_intravenous")
litres = [diazepam[name].value for name in ("v1_L", "v2_L", "v3_L")]
names = ("cl_L_min", "cl2_L_min", "cl3_L_min")
out_L_h, *exchange_L_h = (60 * diazepam[name].value for name in names)
body = mammillary(litres, [$elimination_pct / 100 * out_L_h, *exchange_L_h])
never = mammillary(litres, [0, *exchange_L_h])
t_min = np.geomspace(1, 4320, 181)
c_ng_mL = body.concentration_ng_mL(t_min / 60, "$dose_mg mg IV")
never_eliminated_ng_mL = never.concentration_ng_mL(t_min / 60, "$dose_mg mg IV")

here_ng_mL = body.concentration_ng_mL($t_min / 60, "$dose_mg mg IV")
in_body = body.amounts_mg($t_min / 60, "1 mg IV")
place = np.arange(1, 5)
share_pct = 100 * np.append(in_body, 1 - np.sum(in_body))
""",
    prediction=Prediction(
        "what share of the dose has left the body an hour after it, in per cent",
        lambda r: float(r.share_pct[-1]),
        at={"t_min": 60},
        unit="%",
    ),
)
