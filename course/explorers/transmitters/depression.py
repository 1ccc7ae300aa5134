"""Depression: what a synapse passes on at each rate (W1.5)."""

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
from course.models.short_term_plasticity import depression_drive_per_s, depression_steady_state
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_SYNAPSE = card("depressing_synapse")
_RATES_Hz = np.geomspace(0.5, 100, 231)
_MS_PER_S = 1000
_RATE_TICKS = (0.5, 1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, eq=False)
class Depression:
    """What a tired synapse passes on, a spike and a second, at all rates and at one."""

    rates_Hz: Array
    response: Array
    drive_per_s: Array
    ceiling_per_s: Array
    here_Hz: float
    here_response: float
    here_drive_per_s: float
    gain_of_doubling: float


def depress(rate_Hz: float, U: float, tau_rec_ms: float) -> Depression:
    """Fire a depressing synapse steadily at one rate, and along all others."""
    here_per_s = float(depression_drive_per_s(rate_Hz, U, tau_rec_ms))
    doubled_per_s = float(depression_drive_per_s(2 * rate_Hz, U, tau_rec_ms))
    return Depression(
        rates_Hz=_RATES_Hz,
        response=np.asarray(depression_steady_state(_RATES_Hz, U, tau_rec_ms).A),
        drive_per_s=np.asarray(depression_drive_per_s(_RATES_Hz, U, tau_rec_ms)),
        ceiling_per_s=np.full_like(_RATES_Hz, _MS_PER_S / tau_rec_ms),
        here_Hz=rate_Hz,
        here_response=float(depression_steady_state(rate_Hz, U, tau_rec_ms).A),
        here_drive_per_s=here_per_s,
        gain_of_doubling=doubled_per_s / here_per_s - 1,
    )


def _in_words(_: Settings, r: Depression) -> str:
    share = r.here_drive_per_s / r.ceiling_per_s[0]
    return (
        f"At {plain(r.here_Hz)} Hz each spike passes on {three(100 * r.here_response)} % of the "
        f"largest response. A second of spikes passes on {three(r.here_drive_per_s)}, which is "
        f"{three(100 * share)} % of the ceiling. Twice the rate would add "
        f"{three(100 * r.gain_of_doubling)} %."
    )


DEPRESSION = Explorer(
    name="depression",
    title="Depression: faster is not more",
    model=depress,
    controls=(
        Control.of(_SYNAPSE["rate_Hz"], "Firing rate", step=0.02),
        Control.of(_SYNAPSE["U"], "Share used by a spike (U)"),
        Control.of(_SYNAPSE["tau_rec_ms"], "Time constant of recovery", low=400, high=1600),
    ),
    panels=(
        Panel(
            "A single spike",
            Axis("Firing rate", 0.5, 100, "Hz", scale="log", ticks=_RATE_TICKS),
            Axis("Response, of the largest possible", 0, 1),
            (
                Line("rates_Hz", "response", "response", BLUE),
                Points("here_Hz", "here_response", "here", HERE),
            ),
        ),
        Panel(
            "A second of spikes",
            Axis("Firing rate", 0.5, 100, "Hz", scale="log", ticks=_RATE_TICKS),
            Axis("Rate × response", 0, 2.6, "1/s", ticks=(0, 0.5, 1, 1.5, 2, 2.5)),
            (
                Line("rates_Hz", "ceiling_per_s", "ceiling", GREY, held=False),
                Line("rates_Hz", "drive_per_s", "transmitted", BLUE),
                Points("here_Hz", "here_drive_per_s", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "Slow, 1 Hz": {"rate_Hz": 1},
        "Fast, 100 Hz": {"rate_Hz": 100},
        "Sparing synapse": {"U": 0.1},
    },
    challenges=(
        Challenge(
            "Move the rate alone. Find where the synapse passes on nine tenths of the ceiling.",
            lambda s, r: (
                s["U"] == 0.5
                and s["tau_rec_ms"] == 800
                and abs(r.here_drive_per_s / r.ceiling_per_s[0] - 0.9) < 0.005
            ),
            "From here up to 100 Hz only a tenth is left to gain: the rate has stopped "
            "carrying a message.",
        ),
        Challenge(
            "At 50 Hz or more, pass on over 2 a second. Two sliders are left, and one will do it.",
            lambda s, r: s["rate_Hz"] >= 50 and r.here_drive_per_s > 2,
            "At high rates recovery sets the pace: the ceiling is one over its time constant. "
            "A spike that uses more only empties the synapse sooner.",
        ),
    ),
    constants=(),
    code="""
import numpy as np
from course.models.short_term_plasticity import depression_drive_per_s, depression_steady_state

rates_Hz = np.geomspace(0.5, 100, 231)
response = depression_steady_state(rates_Hz, U=$U, tau_rec_ms=$tau_rec_ms).A
drive_per_s = depression_drive_per_s(rates_Hz, U=$U, tau_rec_ms=$tau_rec_ms)
ceiling_per_s = 1000 / $tau_rec_ms
here_response = depression_steady_state($rate_Hz, U=$U, tau_rec_ms=$tau_rec_ms).A
here_drive_per_s = depression_drive_per_s($rate_Hz, U=$U, tau_rec_ms=$tau_rec_ms)
""",
    prediction=Prediction(
        "how many times as much the synapse passes on in a second at 100 Hz as at 10 Hz",
        lambda r: (
            r.here_drive_per_s
            / depress(10, _SYNAPSE["U"].value, _SYNAPSE["tau_rec_ms"].value).here_drive_per_s
        ),
        at={"rate_Hz": 100},
    ),
)
