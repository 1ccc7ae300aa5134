"""Terminals: what is left of dopamine when its endings die (W2.1)."""

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
from course.explorers.words import count, plain, three
from course.models.terminal_loss import (
    burst_peak_uM,
    dopamine_after_loss_uM,
    reach_um,
    share_at_distance,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_LOSS = card("terminal_loss")
_DOPAMINE = card("dopamine_uptake")
_BURST_Hz = _LOSS["burst_rate_Hz"].value
_LOST_pct = np.linspace(0, 98, 197)
_LEFT = 1 - _LOST_pct / 100
_AWAY_um = np.linspace(0, 40, 161)
_NM_PER_UM = 1000.0


@dataclass(frozen=True, eq=False)
class Terminals:
    """Level, burst and reach of dopamine after a loss, and the first two at every loss."""

    lost_pct: Array
    tonic_pct: Array
    burst_pct: Array
    proportion_pct: Array
    away_um: Array
    spread: Array
    spread_before: Array
    here_pct: float
    here_tonic_pct: float
    here_burst_pct: float
    tonic_nM: float
    here_reach_um: float
    reach_share: float


def lose(lost_pct: float, leak_per_s: float, pulses: float) -> Terminals:
    """Lose a part of the dopamine terminals; compare with what all of them did."""
    left = 1 - lost_pct / 100
    tonic_uM = np.asarray(dopamine_after_loss_uM(_LEFT, leak_per_s=leak_per_s))
    burst_uM = np.asarray(burst_peak_uM(_LEFT, pulses, _BURST_Hz))
    here_uM = float(dopamine_after_loss_uM(left, leak_per_s=leak_per_s))
    reach_here_um = float(reach_um(left))
    return Terminals(
        lost_pct=_LOST_pct,
        tonic_pct=100 * tonic_uM / tonic_uM[0],
        burst_pct=100 * burst_uM / burst_uM[0],
        proportion_pct=100 * _LEFT,
        away_um=_AWAY_um,
        spread=np.asarray(share_at_distance(_AWAY_um, left)),
        spread_before=np.asarray(share_at_distance(_AWAY_um, 1)),
        here_pct=lost_pct,
        here_tonic_pct=100 * here_uM / float(tonic_uM[0]),
        here_burst_pct=100 * float(burst_peak_uM(left, pulses, _BURST_Hz)) / float(burst_uM[0]),
        tonic_nM=_NM_PER_UM * here_uM,
        here_reach_um=reach_here_um,
        reach_share=float(share_at_distance(reach_here_um, left)),
    )


def _in_words(settings: Settings, r: Terminals) -> str:
    pulses = count(int(settings["pulses"]), "pulse")
    if r.here_pct == 0:
        return (
            f"With all terminals the steady level is {three(r.tonic_nM)} nM. Dopamine spreads "
            f"{three(r.here_reach_um)} µm before most of it is taken up."
        )
    return (
        f"With {plain(r.here_pct)} % of the terminals lost, the steady level is "
        f"{three(r.tonic_nM)} nM, {three(r.here_tonic_pct)} % of what it was. A burst of {pulses} "
        f"reaches {three(r.here_burst_pct)} % of its peak, and dopamine spreads "
        f"{three(r.here_reach_um)} µm."
    )


TERMINALS = Explorer(
    name="terminals",
    title="Terminals: a level that holds, a signal that does not",
    model=lose,
    controls=(
        Control.of(
            _LOSS["n_frac"],
            "Terminals lost",
            name="lost_pct",
            unit="%",
            low=0,
            high=98,
            start=0,
            step=1,
        ),
        Control.of(_LOSS["leak_per_s"], "Leak, which needs no terminal"),
        Control.of(_LOSS["burst_pulses"], "Pulses in a burst", name="pulses"),
    ),
    panels=(
        Panel(
            "Dopamine, of what it was",
            Axis("Terminals lost", 0, 100, "%", ticks=(0, 20, 40, 60, 80, 100)),
            Axis("Level or peak", 0, 105, "%", ticks=(0, 20, 40, 60, 80, 100)),
            (
                Line("lost_pct", "proportion_pct", "in proportion", GREY, held=False),
                Line("lost_pct", "tonic_pct", "steady", BLUE),
                Line("lost_pct", "burst_pct", "burst", ORANGE),
                Points("here_pct", "here_tonic_pct", "", HERE),
                Points("here_pct", "here_burst_pct", "here", HERE),
            ),
        ),
        Panel(
            "How far it spreads",
            Axis("Distance from where it is released", 0, 40, "µm"),
            Axis("Dopamine, of that at the source", 0, 1),
            (
                Line("away_um", "spread_before", "all terminals", GREY, held=False),
                Line("away_um", "spread", "now", BLUE),
                Points("here_reach_um", "reach_share", "reach", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "Half lost": {"lost_pct": 50},
        "Four fifths lost": {"lost_pct": 80},
        "Four fifths lost, fast leak": {"lost_pct": 80, "leak_per_s": 2},
    },
    challenges=(
        Challenge(
            "Keep the leak at 0.2 per second. Find the smallest loss of terminals that lowers the "
            "steady level by a tenth.",
            lambda s, r: (
                s["leak_per_s"] == _LOSS["leak_per_s"].value
                and r.here_tonic_pct <= 90
                and float(np.interp(r.here_pct - 1, r.lost_pct, r.tonic_pct)) > 90
            ),
            "Nine of ten terminals are gone before the level shows it, for whoever releases also "
            "takes up. Beyond that it falls steeply: the leak has no terminals to lose.",
        ),
        Challenge(
            "Find a loss of terminals at which the burst has halved and the steady level still "
            "holds 97 %.",
            lambda _, r: r.here_burst_pct <= 50 and r.here_tonic_pct >= 97,
            "A measurement of the level would call this brain healthy. What is missing is the "
            "signal.",
        ),
    ),
    constants=(
        *(_DOPAMINE[name] for name in ("km_uM", "vmax_uM_s", "per_pulse_uM", "rate_Hz")),
        *(_LOSS[name] for name in ("diffusion_um2_s", "burst_rate_Hz")),
    ),
    code="""
import numpy as np
from course.models import terminal_loss
from course.reference import card

burst_Hz = card("terminal_loss")["burst_rate_Hz"].value
lost_pct = np.linspace(0, 98, 197)
left = 1 - lost_pct / 100
tonic_uM = terminal_loss.dopamine_after_loss_uM(left, leak_per_s=$leak_per_s)
burst_uM = terminal_loss.burst_peak_uM(left, $pulses, burst_Hz)
tonic_pct = 100 * tonic_uM / tonic_uM[0]
burst_pct = 100 * burst_uM / burst_uM[0]

left = 1 - $lost_pct / 100
here_uM = terminal_loss.dopamine_after_loss_uM(left, leak_per_s=$leak_per_s)
here_tonic_pct = 100 * here_uM / tonic_uM[0]
here_burst_pct = 100 * terminal_loss.burst_peak_uM(left, $pulses, burst_Hz) / burst_uM[0]
away_um = np.linspace(0, 40, 161)
spread = terminal_loss.share_at_distance(away_um, left)
here_reach_um = terminal_loss.reach_um(left)
""",
    prediction=Prediction(
        "what percentage of the steady level is left when 80 % of the terminals are lost",
        lambda r: r.here_tonic_pct,
        at={"lost_pct": 80},
        unit="%",
    ),
)
