"""Relief that outlives the drug: an effect with a half-time of days (W4.4)."""

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
from course.explorers.words import plain, three
from course.models.effect_site import effect_site_of_infusion
from course.models.slow_relief import days_above, relief
from course.reference import card
from course.reference.data import dataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_CRPS = card("crps_relief")
_TRIAL = dataset("sigtermans2009_crps")
_DAYS_d = np.linspace(0, 84, 505)
_H_PER_D = 24.0
_LOST_d = 84.0
_HARDLY_ANY = 1e-4
_FLOOR_ng_mL = 1e-3  # a logarithmic axis has no zero
_FIRST_TASK = tuple(_CRPS[name].value for name in ("plasma_ng_mL", "c50_ng_mL", "half_time_d"))
_SECOND_TASK = tuple(_CRPS[name].value for name in ("infusion_h", "plasma_ng_mL", "c50_ng_mL"))


@dataclass(frozen=True, eq=False)
class Relief:
    """Plasma, effect site and relief, in days from the start of an infusion."""

    t_d: Array
    relief: Array
    plasma_ng_mL: Array
    site_ng_mL: Array
    c50_ng_mL: Array
    stop_d: Array
    stop_level: Array
    trial_d: float
    trial_less_pain: float
    half_d: float
    half_relief: float
    at_stop: float
    lasts_d: float
    at_week_12: float


def relieve(c50_ng_mL: float, half_time_d: float, infusion_h: float, plasma_ng_mL: float) -> Relief:
    """Hold plasma at a level for some hours, and follow the relief for twelve weeks."""
    stop_d = infusion_h / _H_PER_D
    drug = {"plasma_ng_mL": plasma_ng_mL, "infusion_h": infusion_h}
    effect = {"c50_ng_mL": c50_ng_mL, "half_time_d": half_time_d}
    curve = np.asarray(relief(_DAYS_d - stop_d, **drug, **effect))
    site = np.asarray(effect_site_of_infusion(_DAYS_d, plasma_ng_mL, stop_d, half_time_d))
    lasts_d = float(days_above(0.5, **drug, **effect))
    ketamine, placebo = np.asarray(_TRIAL["pain_week_1"], dtype=np.float64)
    return Relief(
        t_d=_DAYS_d,
        relief=curve,
        plasma_ng_mL=np.where(_DAYS_d <= stop_d, plasma_ng_mL, _FLOOR_ng_mL),
        site_ng_mL=np.maximum(site, _FLOOR_ng_mL),
        c50_ng_mL=np.full_like(_DAYS_d, c50_ng_mL),
        stop_d=np.full(2, stop_d),
        stop_level=np.array([0.0, 1.0]),
        trial_d=7.0,
        trial_less_pain=float(1 - ketamine / placebo),
        half_d=min(stop_d + lasts_d, _LOST_d),
        half_relief=float(np.asarray(relief(min(lasts_d, _LOST_d - stop_d), **drug, **effect))),
        at_stop=float(np.asarray(relief(0, **drug, **effect))),
        lasts_d=lasts_d,
        at_week_12=float(curve[-1]),
    )


def _in_words(settings: Settings, r: Relief) -> str:
    infusion = (
        f"{plain(settings['infusion_h'])} h at {plain(settings['plasma_ng_mL'])} ng/mL bring "
        f"{three(100 * r.at_stop)} % of full relief"
    )
    left = f"{three(100 * r.at_week_12)} %" if r.at_week_12 > _HARDLY_ANY else "nothing"
    end = f"{left} is left at the end of week 12"
    if r.lasts_d == 0:
        return f"{infusion}, never a half; {end}."
    return f"{infusion}. It stays above a half for {three(r.lasts_d)} days after the drug; {end}."


RELIEF = Explorer(
    name="relief",
    title="Relief: the effect keeps its own time",
    model=relieve,
    controls=(
        Control.of(_CRPS["infusion_h"], "Length of the infusion", low=4),
        Control.of(_CRPS["plasma_ng_mL"], "Plasma during it", low=20),
        Control.of(_CRPS["c50_ng_mL"], "Level for half of full relief, C50", low=4.5, high=21),
        Control.of(
            _CRPS["half_time_d"],
            "Half-time of onset and offset",
            low=0.1,
            high=21,
            step=0.02,
            scale="log",
        ),
    ),
    panels=(
        Panel(
            "Relief over twelve weeks",
            Axis("Days since the start", 0, 84, ticks=(0, 14, 28, 42, 56, 70, 84)),
            Axis("Fraction of full relief", 0, 1),
            (
                Line("stop_d", "stop_level", "stop", GREY, held=False),
                Line("t_d", "relief", "relief", BLUE),
                Points("trial_d", "trial_less_pain", "trial", CROSS, held=False),
                Points("half_d", "half_relief", "half", HERE),
            ),
        ),
        Panel(
            "Plasma and the site of the effect",
            Axis("Days since the start", 0, 84, ticks=(0, 14, 28, 42, 56, 70, 84)),
            Axis("Concentration", 0.3, 600, "ng/mL", scale="log", ticks=(1, 10, 100)),
            (
                Line("t_d", "plasma_ng_mL", "plasma", GREY, held=False),
                Line("t_d", "c50_ng_mL", "C50", ORANGE, held=False),
                Line("t_d", "site_ng_mL", "site", BLUE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "If relief followed plasma": {"half_time_d": 0.1},
        "An afternoon": {"infusion_h": 4},
    },
    challenges=(
        Challenge(
            "Leave all but the length. Find the infusion after which relief stays above a half "
            "for four weeks.",
            lambda s, r: (
                (s["plasma_ng_mL"], s["c50_ng_mL"], s["half_time_d"]) == _FIRST_TASK
                and abs(r.lasts_d - 28) < 0.25
            ),
            "For a fifth more time than before you had to pay with two fifths more infusion: "
            "the site fills slowly, and each extra day of relief costs more.",
        ),
        Challenge(
            "Put the length back to 100 h. Find the half-time with which relief is above a half "
            "for 3 days only.",
            lambda s, r: (
                (s["infusion_h"], s["plasma_ng_mL"], s["c50_ng_mL"]) == _SECOND_TASK
                and abs(r.lasts_d - 3) < 0.1
            ),
            "With so short a half-time the trial could not have seen what it saw. The time course "
            "of the relief is the evidence that something slow stands behind it.",
        ),
    ),
    constants=(),
    code="""
import numpy as np
from course.models import slow_relief
from course.models.effect_site import effect_site_of_infusion

t_d, stop_d = np.linspace(0, 84, 505), $infusion_h / 24
drug = {"plasma_ng_mL": $plasma_ng_mL, "infusion_h": $infusion_h}
effect = {"c50_ng_mL": $c50_ng_mL, "half_time_d": $half_time_d}
relief = slow_relief.relief(t_d - stop_d, **drug, **effect)
at_stop = slow_relief.relief(0, **drug, **effect)
lasts_d = slow_relief.days_above(0.5, **drug, **effect)
half_d = min(stop_d + lasts_d, 84)
half_relief = slow_relief.relief(half_d - stop_d, **drug, **effect)

floor_ng_mL = 1e-3  # a logarithmic axis has no zero
plasma_ng_mL = np.where(t_d <= stop_d, $plasma_ng_mL, floor_ng_mL)
site_ng_mL = effect_site_of_infusion(t_d, $plasma_ng_mL, stop_d, $half_time_d)
site_ng_mL = np.maximum(site_ng_mL, floor_ng_mL)
""",
    prediction=Prediction(
        "for how many days after the infusion relief stays above a half, though plasma is empty "
        "within hours",
        lambda r: r.lasts_d,
        unit="days",
    ),
)
