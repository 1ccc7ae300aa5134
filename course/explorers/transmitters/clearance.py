"""Clearance: dopamine and its transporter (W1.4)."""

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
from course.explorers.style import BLUE, GREY, HERE
from course.explorers.words import plain, three
from course.models.uptake import dopamine_clearance_uM, half_time_s, tonic_dopamine_uM
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_DOPAMINE = card("dopamine_uptake")
_PULSE_uM = _DOPAMINE["per_pulse_uM"].value
_T_ms = np.linspace(0, 800, 321)
_OCCUPIED_pct = np.linspace(0, 90, 181)
_NM_PER_UM = 1000.0
_MS_PER_S = 1000.0


@dataclass(frozen=True, eq=False)
class Clearance:
    """Dopamine after a burst, and its steady level, with some transporters occupied."""

    t_ms: Array
    burst_nM: Array
    burst_without_drug_nM: Array
    half_ms: float
    half_without_drug_ms: float
    half_nM: float
    occupied_pct: Array
    tonic_nM: Array
    here_pct: float
    here_nM: float
    tonic_without_drug_nM: float


def clear(dat_occupancy_pct: float, rate_Hz: float, pulses: float) -> Clearance:
    """Clear a burst whose pulses come at once, and find the level that steady firing keeps."""
    occupied, c0_uM = dat_occupancy_pct / 100, pulses * _PULSE_uM
    t_s = _T_ms / _MS_PER_S
    burst_uM = dopamine_clearance_uM(t_s, c0_uM, dat_occupancy=occupied)
    tonic_uM = tonic_dopamine_uM(rate_Hz, dat_occupancy=_OCCUPIED_pct / 100)
    return Clearance(
        t_ms=_T_ms,
        burst_nM=_NM_PER_UM * np.asarray(burst_uM),
        burst_without_drug_nM=_NM_PER_UM * np.asarray(dopamine_clearance_uM(t_s, c0_uM)),
        half_ms=_MS_PER_S * float(half_time_s(c0_uM, dat_occupancy=occupied)),
        half_without_drug_ms=_MS_PER_S * float(half_time_s(c0_uM)),
        half_nM=_NM_PER_UM * c0_uM / 2,
        occupied_pct=_OCCUPIED_pct,
        tonic_nM=_NM_PER_UM * np.asarray(tonic_uM),
        here_pct=dat_occupancy_pct,
        here_nM=_NM_PER_UM * float(tonic_dopamine_uM(rate_Hz, dat_occupancy=occupied)),
        tonic_without_drug_nM=_NM_PER_UM * float(tonic_dopamine_uM(rate_Hz)),
    )


def _in_words(settings: Settings, r: Clearance) -> str:
    firing = f"firing at {plain(settings['rate_Hz'])} Hz keeps dopamine at {three(r.here_nM)} nM"
    pulses = settings["pulses"]
    burst = f"A burst of {plain(pulses)} pulses" if pulses > 1 else "A single pulse"
    half = f"{burst} falls by half in {three(r.half_ms)} ms"
    if r.here_pct == 0:
        return f"Without drug, {firing}. {half}."
    return (
        f"With {plain(r.here_pct)} % of the transporters occupied, {firing}, "
        f"{three(r.here_nM / r.tonic_without_drug_nM)} times the level without drug. {half}, "
        f"{three(r.half_ms / r.half_without_drug_ms)} times as long as without drug."
    )


CLEARANCE = Explorer(
    name="clearance",
    title="Clearance: a blocked transporter",
    model=clear,
    controls=(
        Control.of(
            _DOPAMINE["dat_occupancy"],
            "Transporters occupied",
            name="dat_occupancy_pct",
            unit="%",
            high=90,
            step=1,
        ),
        Control.of(_DOPAMINE["rate_Hz"], "Steady firing", low=1, high=6),
        Control("pulses", "Pulses in the burst", "", low=1, high=8, start=4, step=1),
    ),
    panels=(
        Panel(
            "After a burst, then silence",
            Axis("Time", 0, 800, "ms", ticks=(0, 200, 400, 600, 800)),
            Axis("Dopamine", 0, 500, "nM"),
            (
                Line("t_ms", "burst_without_drug_nM", "no drug", GREY, held=False),
                Line("t_ms", "burst_nM", "dopamine", BLUE),
                Points("half_ms", "half_nM", "half cleared", HERE),
            ),
        ),
        Panel(
            "Level that steady firing keeps",
            Axis("Transporters occupied", 0, 90, "%", ticks=(0, 15, 30, 45, 60, 75, 90)),
            Axis("Dopamine", 0, 200, "nM"),
            (
                Line("occupied_pct", "tonic_nM", "steady level", BLUE),
                Points("here_pct", "here_nM", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "No drug": {},
        "Half occupied": {"dat_occupancy_pct": 50},
        "Nine tenths occupied": {"dat_occupancy_pct": 90},
    },
    challenges=(
        Challenge(
            "Find the occupancy that raises the steady level five-fold.",
            lambda _, r: abs(r.here_nM / r.tonic_without_drug_nM - 5) < 0.05,
            "The level goes with 1/(1 − occupancy). The step from here to 90 % would add more than "
            "all of the way up to here has added.",
        ),
        Challenge(
            "With a burst of 4 pulses, find the occupancy at which it takes twice as long to "
            "fall by half.",
            lambda s, r: s["pulses"] == 4 and abs(r.half_ms / r.half_without_drug_ms - 2) < 0.04,
            "More than the half that doubles the steady level. A burst nearly saturates the "
            "transporter, and a competing drug matters less where there is much to compete with.",
        ),
    ),
    constants=tuple(_DOPAMINE[name] for name in ("km_uM", "vmax_uM_s", "per_pulse_uM")),
    code="""
import numpy as np
from course.models.uptake import dopamine_clearance_uM, half_time_s, tonic_dopamine_uM
from course.reference import card

c0_uM = $pulses * card("dopamine_uptake")["per_pulse_uM"].value
occupied = $dat_occupancy_pct / 100
t_ms = np.linspace(0, 800, 321)
burst_nM = 1000 * dopamine_clearance_uM(t_ms / 1000, c0_uM, dat_occupancy=occupied)
burst_without_drug_nM = 1000 * dopamine_clearance_uM(t_ms / 1000, c0_uM)
half_ms, half_nM = 1000 * half_time_s(c0_uM, dat_occupancy=occupied), 1000 * c0_uM / 2

occupied_pct = np.linspace(0, 90, 181)
tonic_nM = 1000 * tonic_dopamine_uM($rate_Hz, dat_occupancy=occupied_pct / 100)
here_nM = 1000 * tonic_dopamine_uM($rate_Hz, dat_occupancy=occupied)
""",
    prediction=Prediction(
        "how many times the steady level rises when 90 % of the transporters are occupied",
        lambda r: r.here_nM / r.tonic_without_drug_nM,
        at={"dat_occupancy_pct": 90},
    ),
)
