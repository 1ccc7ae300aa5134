"""Spike: what an axon makes of a current (W1.1)."""

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
from course.explorers.grids import hodgkin_huxley
from course.explorers.style import BLUE, GREY, HERE
from course.explorers.words import count, plain, three
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_AXON = card("hodgkin_huxley")
_CURRENT = _AXON["current_uA_cm2"]
_SHOWN_ms = np.linspace(0, hodgkin_huxley.SHOWN_ms, 601)


@dataclass(frozen=True, eq=False)
class Spike:
    """What a current does to an axon, in time and as a lasting rate."""

    t_ms: Array
    v_mV: Array
    peak_mV: float
    spikes: int
    currents_uA_cm2: Array
    rates_Hz: Array
    rates_of_normal_Hz: Array
    here_uA_cm2: float
    here_Hz: float
    onset_ms: Array
    onset_mV: Array


def fire(current_uA_cm2: float, sodium_pct: float) -> Spike:
    """Look up the axon's answer to a current that comes on after 5 ms and stays."""
    grid = hodgkin_huxley.grid()
    firing = grid.at(current_uA_cm2, sodium_pct)
    return Spike(
        t_ms=_SHOWN_ms,
        v_mV=firing.v_mV,
        peak_mV=firing.peak_mV,
        spikes=firing.spikes,
        currents_uA_cm2=hodgkin_huxley.CURRENTS_uA_cm2,
        rates_Hz=grid.rates_Hz(sodium_pct),
        rates_of_normal_Hz=grid.rates_Hz(100),
        here_uA_cm2=current_uA_cm2,
        here_Hz=firing.rate_Hz,
        onset_ms=np.full(2, hodgkin_huxley.STEP_FROM_ms),
        onset_mV=np.array([-90.0, 60.0]),
    )


def _in_words(settings: Settings, r: Spike) -> str:
    given = (
        f"At {plain(r.here_uA_cm2)} µA/cm² and {plain(settings['sodium_pct'])} % of the sodium "
        f"conductance"
    )
    if r.spikes == 0:
        return f"{given} there is no spike: the potential reaches {three(r.peak_mV)} mV."
    fired = f"{given} there are {count(r.spikes, 'spike')} in 200 ms, the highest at"
    if r.spikes == 1:
        fired = f"{given} there is 1 spike in 200 ms, and it peaks at"
    if r.here_Hz:
        return f"{fired} {three(r.peak_mV)} mV. Firing goes on, at {three(r.here_Hz)} Hz."
    return f"{fired} {three(r.peak_mV)} mV. Then silence, though the current goes on."


SPIKE = Explorer(
    name="spike",
    title="Spike: all or nothing",
    model=fire,
    controls=(
        Control.of(_CURRENT, "Injected current", start=2),
        Control("sodium_pct", "Sodium conductance", "% of normal", 30, 150, start=100, step=10),
    ),
    panels=(
        Panel(
            "Potential of the axon",
            Axis("Time", 0, 60, "ms"),
            Axis("Membrane potential", -90, 60, "mV", ticks=(-90, -60, -30, 0, 30, 60)),
            (
                Line("onset_ms", "onset_mV", "current on", GREY, held=False),
                Line("t_ms", "v_mV", "potential", BLUE),
            ),
        ),
        Panel(
            "Firing that lasts",
            Axis("Injected current", 0, 15, "µA/cm²"),
            Axis("Firing rate", 0, 100, "Hz"),
            (
                Line("currents_uA_cm2", "rates_of_normal_Hz", "100 % sodium", GREY, held=False),
                Line("currents_uA_cm2", "rates_Hz", "rate", BLUE),
                Points("here_uA_cm2", "here_Hz", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "A single spike": {"current_uA_cm2": 4},
        "Firing": {"current_uA_cm2": 10},
        "Half the sodium": {"current_uA_cm2": 10, "sodium_pct": 50},
    },
    challenges=(
        Challenge(
            "With all the sodium conductance, 100 %, find the smallest current that makes the "
            "axon fire without end.",
            lambda s, r: (
                s["sodium_pct"] == 100
                and r.here_Hz > 0
                and not r.rates_Hz[r.currents_uA_cm2 < r.here_uA_cm2].any()
            ),
            "A step less, and it falls silent. The rate does not start from zero: this axon "
            "fires fast or not at all.",
        ),
        Challenge(
            "Keep the current at 10 µA/cm². Find the largest sodium conductance at which the axon "
            "can no longer go on firing.",
            lambda s, r: (
                s["current_uA_cm2"] == 10
                and r.here_Hz == 0
                and fire(10, s["sodium_pct"] + 10).here_Hz > 0
            ),
            "A fifth of the sodium conductance is gone, and of a train one spike is left. A local "
            "anaesthetic such as lidocaine blocks sodium channels, and it need not block them all.",
        ),
    ),
    constants=tuple(value for value in _AXON.values() if value is not _CURRENT),
    code="""
from dataclasses import replace

from course.explorers.grids import hodgkin_huxley
from course.models.neuron import HodgkinHuxley, Pulse

axon = HodgkinHuxley.suggested()
axon = replace(axon, g_na_mS_cm2=axon.g_na_mS_cm2 * $sodium_pct / 100)
run = axon.run(Pulse($current_uA_cm2, start_ms=5, stop_ms=61), duration_ms=60, dt_ms=0.1)
t_ms, v_mV = run.t_ms, run.v_mV

# Whether firing lasts takes a longer run for each current: these were computed beforehand.
currents_uA_cm2 = hodgkin_huxley.CURRENTS_uA_cm2
rates_Hz = hodgkin_huxley.grid().rates_Hz($sodium_pct)
here_Hz = hodgkin_huxley.grid().at($current_uA_cm2, $sodium_pct).rate_Hz
""",
    prediction=Prediction(
        "by how many mV the spike grows when the current is doubled from 7 to 14 µA/cm²",
        lambda r: r.peak_mV - fire(7, 100).peak_mV,
        at={"current_uA_cm2": 14},
        unit="mV",
    ),
)
