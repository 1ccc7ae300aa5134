"""Taper: three ways to end what a nervous system has got used to (W3.5)."""

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
from course.explorers.style import BLUE, GREY, HERE, ORANGE
from course.explorers.words import plain, three
from course.models.adaptation import opponent_response, signed_area
from course.models.occupancy import occupancy
from course.models.tapering import dose_at, hyperbolic_taper, linear_taper
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_TOLERANCE = card("tolerance")
_START, _STEPS = _TOLERANCE["start_dose"].value, int(_TOLERANCE["steps"].value)
_LONG_d = 200  # on the drug before, so that adaptation is nearly complete
_T_d = np.concatenate([np.arange(-_LONG_d, -20, 10.0), np.linspace(-20, 400, 841)])
_SHOWN = _T_d >= -20
_ABRUPT, _LINEAR, _HYPERBOLIC = 0, 1, 2
_HOW = ("at once", "in equal steps of dose", "in hyperbolic steps")  # by the numbers above
_SAFETY = "A model of no drug and nobody: no one stops or tapers a real one alone."


@dataclass(frozen=True, eq=False)
class Taper:
    """Dose, occupancy and what is felt, before and after the end of a drug."""

    t_d: Array
    dose_pct: Array
    occupied_pct: Array
    effect_pct: Array
    effect_abrupt_pct: Array
    worst_d: float
    worst_pct: float
    worst_abrupt_pct: float
    area_pct_d: float


@cache
def _doses(shape: int) -> Array:
    if shape == _ABRUPT:
        return linear_taper(_START, 1)
    return (linear_taper if shape == _LINEAR else hyperbolic_taper)(_START, _STEPS)


def end(shape: float, step_d: float, tau_d: float, gain: float) -> Taper:
    """End a long use of a fictitious drug, and follow what opposes it."""
    dose = dose_at(_T_d, _doses(round(shape)), step_d)
    occupied = np.asarray(occupancy(dose, 1))
    abrupt = np.asarray(occupancy(dose_at(_T_d, _doses(_ABRUPT), step_d), 1))
    effect, opposed = opponent_response(_T_d, occupied, tau_d, gain)
    effect_abrupt = opponent_response(_T_d, abrupt, tau_d, gain).e
    after = _T_d >= 0
    area = signed_area(_T_d[after], occupied[after], tau_d, gain, x0=opposed[after][0])
    worst = int(np.where(after, effect, np.inf).argmin())
    return Taper(
        t_d=_T_d[_SHOWN],
        dose_pct=100 * dose[_SHOWN] / _START,
        occupied_pct=100 * occupied[_SHOWN],
        effect_pct=100 * effect[_SHOWN],
        effect_abrupt_pct=100 * effect_abrupt[_SHOWN],
        worst_d=float(_T_d[worst]),
        worst_pct=100 * float(effect[worst]),
        worst_abrupt_pct=100 * float(effect_abrupt[after].min()),
        area_pct_d=100 * (area - gain * tau_d * float(opposed[-1])),
    )


def _in_words(settings: Settings, r: Taper) -> str:
    how = _HOW[round(settings["shape"])]
    if r.worst_pct >= 0:
        return f"Without tolerance the drug ends {how} with 0 % rebound. {_SAFETY}"
    at_once = f" (at once: {three(r.worst_abrupt_pct)} %)" if settings["shape"] != _ABRUPT else ""
    return (
        f"Ended {how}: the deepest rebound is {three(r.worst_pct)} %, on day {plain(r.worst_d)}"
        f"{at_once}. The area under the curve from day 0 on is {three(r.area_pct_d)} % × days. "
        f"{_SAFETY}"
    )


def _halves(r: Taper) -> bool:
    """Tell whether a taper makes the rebound at most half as deep as an end at once."""
    return r.worst_pct >= r.worst_abrupt_pct / 2


TAPER = Explorer(
    name="taper",
    title="Taper: the debt and how it is paid",
    model=end,
    controls=(
        Control.among("shape", "The drug is ended", _HOW, start=_LINEAR),
        Control("step_d", "Each of ten steps lasts", "d", 1, 30, start=10, step=1),
        Control.of(_TOLERANCE["tau_d"], "Time constant of adaptation", low=2, high=60),
        Control.of(_TOLERANCE["gain"], "Share of complete tolerance", start=1),
    ),
    panels=(
        Panel(
            "Dose and occupancy",
            Axis("Time from the first reduction", -20, 400, "d", ticks=(0, 100, 200, 300, 400)),
            Axis("Of the start, and of the receptors", 0, 105, "%", ticks=(0, 25, 50, 75, 100)),
            (
                Line("t_d", "dose_pct", "dose", ORANGE),
                Line("t_d", "occupied_pct", "occupied", BLUE),
            ),
        ),
        Panel(
            "What is left to feel",
            Axis("Time from the first reduction", -20, 400, "d", ticks=(0, 100, 200, 300, 400)),
            Axis("Effect, below 0 rebound", -100, 100, "%", ticks=(-100, -50, 0, 50, 100)),
            (
                Line("t_d", "effect_abrupt_pct", "ended at once", GREY, held=False),
                Line("t_d", "effect_pct", "effect", BLUE),
                Points("worst_d", "worst_pct", "deepest", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "At once": {"shape": 0},
        "Hyperbolic": {"shape": 2},
        "Adaptation slower than the taper": {"shape": 2, "tau_d": 60, "step_d": 3},
    },
    challenges=(
        Challenge(
            "With adaptation of 10 d and complete tolerance, keep the rebound above −20 %, in "
            "steps of 10 d or less.",
            lambda s, r: (
                s["tau_d"] == 10 and s["gain"] == 1 and s["step_d"] <= 10 and r.worst_pct > -20
            ),
            "Equal steps of dose do nothing for a long while and everything at the end, for the "
            "last of them empties nearly half of the receptors.",
        ),
        Challenge(
            "Take hyperbolic steps and complete tolerance. Find the slowest adaptation at which "
            "ten steps of 10 d still halve the rebound.",
            lambda s, r: (
                s["shape"] == _HYPERBOLIC
                and s["gain"] == 1
                and s["step_d"] == 10
                and _halves(r)
                and not _halves(end(_HYPERBOLIC, s["step_d"], s["tau_d"] + 1, 1))
            ),
            "A taper must be slow beside the adaptation, and nobody has measured how slow that "
            "is. That is why a real one is paced by the person and not by a formula.",
        ),
    ),
    constants=tuple(_TOLERANCE[name] for name in ("start_dose", "steps")),
    code="""
import numpy as np
from course.models.adaptation import opponent_response
from course.models.occupancy import occupancy
from course.models.tapering import dose_at, hyperbolic_taper, linear_taper
from course.reference import card

tolerance = card("tolerance")
start, steps = tolerance["start_dose"].value, int(tolerance["steps"].value)
at_once, linear = linear_taper(start, 1), linear_taper(start, steps)
doses = [at_once, linear, hyperbolic_taper(start, steps)][$shape]
days = np.concatenate([np.arange(-200, -20, 10.0), np.linspace(-20, 400, 841)])
dose = dose_at(days, doses, $step_d)
occupied = occupancy(dose, 1)
effect = opponent_response(days, occupied, $tau_d, $gain).e
abrupt = opponent_response(days, occupancy(dose_at(days, at_once, $step_d), 1), $tau_d, $gain).e

shown = days >= -20
t_d, dose_pct, occupied_pct = days[shown], 100 * dose[shown] / start, 100 * occupied[shown]
effect_pct, effect_abrupt_pct = 100 * effect[shown], 100 * abrupt[shown]
deepest = np.where(t_d < 0, np.inf, effect_pct).argmin()
worst_d, worst_pct = t_d[deepest], effect_pct[deepest]
""",
    prediction=Prediction(
        "how deep the rebound is, in per cent of the drug's full effect, if it ends at once after "
        "long use with complete tolerance",
        lambda r: -r.worst_pct,
        at={"shape": 0},
        unit="%",
    ),
)
