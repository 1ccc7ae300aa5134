"""Wind-up: a knob for gain that leaves the first tap alone (W4.2)."""

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
from course.explorers.style import BLUE, DOT, GREY, HERE
from course.explorers.words import plain, three
from course.models.windup import response
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_WINDUP = card("wind_up")
_LAST = int(_WINDUP["stimuli"].value)
_STIMULUS = np.arange(1.0, _LAST + 1)
_RATES_Hz = np.geomspace(0.1, 2, 181)
_RATE_TICKS = (0.1, 0.2, 0.5, 1, 2)
_AT_ONE_A_SECOND = float(response(_LAST, _WINDUP["rate_Hz"].value))


@dataclass(frozen=True, eq=False)
class Windup:
    """Responses to a series of equal taps, at one rate and along all others."""

    stimulus: Array
    response: Array
    response_without_drug: Array
    rates_Hz: Array
    growth: Array
    growth_without_drug: Array
    here_Hz: float
    here_growth: float
    here_without_drug: float


def wind_up(rate_Hz: float, block_pct: float, tau_s: float) -> Windup:
    """Tap at a steady rate with some of the NMDA receptors blocked."""
    blocked = block_pct / 100
    taps = np.asarray(response(_STIMULUS, rate_Hz, tau_s, block=blocked))
    free = np.asarray(response(_STIMULUS, rate_Hz, tau_s))
    return Windup(
        stimulus=_STIMULUS,
        response=taps,
        response_without_drug=free,
        rates_Hz=_RATES_Hz,
        growth=np.asarray(response(_LAST, _RATES_Hz, tau_s, block=blocked)),
        growth_without_drug=np.asarray(response(_LAST, _RATES_Hz, tau_s)),
        here_Hz=rate_Hz,
        here_growth=float(taps[-1] / taps[0]),
        here_without_drug=float(free[-1] / free[0]),
    )


def _in_words(settings: Settings, r: Windup) -> str:
    rate = f"at {plain(r.here_Hz)} Hz the fifteenth tap is felt {three(r.here_growth)} times"
    if settings["block_pct"] == 0:
        return f"Without drug, {rate} as strongly as the first."
    return (
        f"With {plain(settings['block_pct'])} % of the NMDA receptors blocked, {rate} as strongly "
        f"as the first; without drug, {three(r.here_without_drug)} times. The first tap has not "
        f"changed."
    )


WINDUP = Explorer(
    name="windup",
    title="Wind-up: one knob, and what it does not turn",
    model=wind_up,
    controls=(
        Control.of(_WINDUP["rate_Hz"], "Taps a second", unit="Hz", low=0.1, high=2, step=0.02),
        Control.of(
            _WINDUP["block"],
            "NMDA receptors blocked",
            name="block_pct",
            unit="%",
            high=100,
            start=0,
            step=1,
        ),
        Control.of(_WINDUP["tau_s"], "Time constant of what a tap leaves", low=0.5, high=3),
    ),
    panels=(
        Panel(
            "Fifteen equal taps",
            Axis("Tap", 0.5, _LAST + 0.5, ticks=(1, 3, 5, 7, 9, 11, 13, 15)),
            Axis("Response, of the first without drug", 0, 6),
            (
                Line("stimulus", "response_without_drug", "no drug", GREY, held=False),
                Line("stimulus", "response", "response", BLUE),
                Points("stimulus", "response", "", DOT, held=False),
            ),
        ),
        Panel(
            "The fifteenth against the first",
            Axis("Taps a second", 0.1, 2, "Hz", scale="log", ticks=_RATE_TICKS),
            Axis("Times as strong", 0, 6),
            (
                Line("rates_Hz", "growth_without_drug", "no drug", GREY, held=False),
                Line("rates_Hz", "growth", "growth", BLUE),
                Points("here_Hz", "here_growth", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "One tap every 6 s": {"rate_Hz": 0.167},
        "Half blocked": {"block_pct": 50},
        "All blocked": {"block_pct": 100},
    },
    challenges=(
        Challenge(
            "Without drug, find the slowest rate at which the fifteenth tap is felt twice as "
            "strongly as the first.",
            lambda s, r: (
                s["block_pct"] == 0
                and s["tau_s"] == _WINDUP["tau_s"].value
                and abs(r.here_growth - 2) < 0.03
            ),
            "Up to here most of what a tap leaves is gone before the next one comes. The knob is "
            "slow: it adds up over seconds.",
        ),
        Challenge(
            "Tap twice a second. Find the block that holds the fifteenth tap where it would be "
            "at one tap a second without drug.",
            lambda s, r: (
                s["rate_Hz"] == 2
                and s["tau_s"] == _WINDUP["tau_s"].value
                and abs(r.here_growth - _AT_ONE_A_SECOND) < 0.03
            ),
            "More than half of the receptors must be blocked to undo a doubling of the rate, and "
            "the first tap has not noticed.",
        ),
    ),
    constants=tuple(_WINDUP[name] for name in ("a_ampa", "a_nmda", "stimuli")),
    code="""
import numpy as np
from course.models import windup
from course.reference import card

last = int(card("wind_up")["stimuli"].value)
stimulus = np.arange(1.0, last + 1)
response = windup.response(stimulus, rate_Hz=$rate_Hz, tau_s=$tau_s, block=$block_pct / 100)
response_without_drug = windup.response(stimulus, rate_Hz=$rate_Hz, tau_s=$tau_s)
rates_Hz = np.geomspace(0.1, 2, 181)
growth = windup.response(last, rates_Hz, tau_s=$tau_s, block=$block_pct / 100)
growth_without_drug = windup.response(last, rates_Hz, tau_s=$tau_s)
here_growth = windup.response(last, $rate_Hz, tau_s=$tau_s, block=$block_pct / 100)
""",
    prediction=Prediction(
        "how many times as strongly as the first the fifteenth tap is felt, at one a second",
        lambda r: r.here_growth,
    ),
)
