"""Balance: excitation and inhibition, and the edge between rest and runaway (W2.4)."""

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
from course.models.circuits import (
    critical_excitation,
    critical_inhibition,
    excitation_after_nudge,
    ringing,
    ringing_inhibition,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_CIRCUIT = card("ei_circuit")
_WII = _CIRCUIT["wii"].value
_WEE = np.linspace(0, 5, 101)
_T_ms = np.linspace(0, 200, 201)
_TOP = 3.0
_STANDSTILL = 1e-9  # growth below this, per ms, is rounding at the edge itself


@dataclass(frozen=True, eq=False)
class Balance:
    """Where a circuit stands among all circuits, and what becomes of a nudge in it."""

    wee: Array
    edge: Array
    ringing_from: Array
    swelling_wee: Array
    swelling_wei: Array
    here_wee: float
    here_wei: float
    here_edge: float
    t_ms: Array
    left: Array
    growth_per_ms: float
    frequency_Hz: float
    left_at_100_ms: float


def nudge(wee: float, wei: float, wie: float) -> Balance:
    """Push a circuit's excitation a little away from rest, and let go."""
    circuit = (wee, wei, wie, _WII)
    behaviour = ringing(*circuit)
    left = np.asarray(excitation_after_nudge(_T_ms, *circuit))
    return Balance(
        wee=_WEE,
        edge=np.asarray(critical_inhibition(_WEE, _WII, wie)),
        ringing_from=np.asarray(ringing_inhibition(_WEE, _WII, wie)),
        swelling_wee=np.full(2, critical_excitation(_WII)),
        swelling_wei=np.array([0, _TOP]),
        here_wee=wee,
        here_wei=wei,
        here_edge=float(critical_inhibition(wee, _WII, wie)),
        t_ms=_T_ms,
        left=np.clip(left, -1e6, 1e6),
        growth_per_ms=float(behaviour.growth_per_ms),
        frequency_Hz=float(behaviour.frequency_Hz),
        left_at_100_ms=float(excitation_after_nudge(100, *circuit)),
    )


def _in_words(settings: Settings, r: Balance) -> str:
    inhibition = f"Inhibition is {plain(settings['wei'])}"
    where = f"{inhibition}, and the edge lies at {three(max(r.here_edge, 0))}."
    if r.here_edge <= 0:
        where = f"{inhibition}, and this circuit would rest without any."
    pace = 1 / abs(r.growth_per_ms) if abs(r.growth_per_ms) > _STANDSTILL else np.inf
    if np.isinf(pace):
        return f"{where} A nudge neither grows nor fades."
    if r.growth_per_ms > 0:
        how = f"swings at {three(r.frequency_Hz)} Hz and grows" if r.frequency_Hz else "runs away"
        return f"{where} A nudge {how}, by the factor e every {three(pace)} ms."
    how = f"rings at {three(r.frequency_Hz)} Hz and fades" if r.frequency_Hz else "fades"
    return f"{where} A nudge {how}, with a time constant of {three(pace)} ms."


BALANCE = Explorer(
    name="balance",
    title="Balance: rest, ringing, runaway",
    model=nudge,
    controls=(
        Control.of(_CIRCUIT["wei"], "Inhibition of excitation (wei)", high=_TOP),
        Control.of(_CIRCUIT["wee"], "Excitation of itself (wee)"),
        Control.of(_CIRCUIT["wie"], "Drive of inhibition (wie)"),
    ),
    panels=(
        Panel(
            "All circuits",
            Axis("Excitation of itself, wee", 0, 5),
            Axis("Inhibition of excitation, wei", 0, _TOP, ticks=(0, 0.5, 1, 1.5, 2, 2.5, 3)),
            (
                Line("wee", "edge", "edge", ORANGE, held=False),
                Line("wee", "ringing_from", "rings above", GREEN, held=False),
                Line("swelling_wee", "swelling_wei", "grows beyond", GREY, held=False),
                Points("here_wee", "here_wei", "here", HERE),
            ),
        ),
        Panel(
            "A nudge, and what becomes of it",
            Axis("Time", 0, 200, "ms", ticks=(0, 50, 100, 150, 200)),
            Axis("Excitation, of the nudge", -1.5, 3, ticks=(-1, 0, 1, 2, 3)),
            (Line("t_ms", "left", "excitation", BLUE),),
        ),
    ),
    sentence=_in_words,
    presets={
        "Just above the edge": {"wei": 1.0},
        "Just below it": {"wei": 0.8},
        "Ringing": {"wei": 2.5},
    },
    challenges=(
        Challenge(
            "Move nothing but inhibition. Find the smallest loss of it that lets a nudge run away.",
            lambda s, r: (
                s["wee"] == _CIRCUIT["wee"].value
                and s["wie"] == _CIRCUIT["wie"].value
                and r.growth_per_ms > _STANDSTILL
                and s["wei"] > r.here_edge - 0.06
            ),
            "A third of the inhibition could go, and nothing happened that a nudge would show. "
            "The next step was a seizure.",
        ),
        Challenge(
            "Make excitation excite itself with a weight of 3.5 or more, and yet have a nudge die "
            "away.",
            lambda s, r: s["wee"] >= 3.5 and r.growth_per_ms < -_STANDSTILL,
            "Strong recurrent excitation is no seizure while inhibition is strong enough. Neither "
            "number alone says anything.",
        ),
    ),
    constants=tuple(_CIRCUIT[name] for name in ("wii", "tau_e_ms", "tau_i_ms")),
    code="""
import numpy as np
from course.models import circuits
from course.reference import card

wii = card("ei_circuit")["wii"].value
wee = np.linspace(0, 5, 101)
edge = circuits.critical_inhibition(wee, wii, $wie)
ringing_from = circuits.ringing_inhibition(wee, wii, $wie)

circuit = dict(wee=$wee, wei=$wei, wie=$wie, wii=wii)
growth_per_ms, frequency_Hz = circuits.ringing(**circuit)
t_ms = np.linspace(0, 200, 201)
left = np.clip(circuits.excitation_after_nudge(t_ms, **circuit), -1e6, 1e6)
""",
    prediction=Prediction(
        "how many times as much is left of a nudge after 100 ms if inhibition is 0.8 instead of 1",
        lambda r: r.left_at_100_ms / nudge(r.here_wee, 1, _CIRCUIT["wie"].value).left_at_100_ms,
        at={"wei": 0.8},
    ),
)
