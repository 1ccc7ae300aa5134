"""A small explorer for testing the engine: a decaying wave, and bars of its powers."""

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

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
from course.explorers.words import three, with_unit
from course.reference import Status, Value

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Decay:
    t_ms: Array
    c_mM: Array
    level_mM: Array
    half_ms: float
    half_mM: float
    order: Array
    power: Array


def decay(peak_mM: float, tau_ms: float) -> Decay:
    t_ms = np.linspace(0, 10, 200)
    c_mM = peak_mM * np.exp(-t_ms / tau_ms)
    order = np.arange(5.0)
    half_ms = tau_ms * np.log(2)
    return Decay(
        t_ms, c_mM, np.full_like(t_ms, 1.0), half_ms, peak_mM / 2, order, np.exp(-order / tau_ms)
    )


def sentence(settings: Settings, result: Decay) -> str:
    half = with_unit(three(result.half_ms), "ms")
    return f"From {settings['peak_mM']:g} mM the concentration halves every {half}."


PEAK = Value("peak_mM", 2.0, "mM", 0.0, 4.0, "", "", "", Status.TEACHING_CHOICE, "A toy.", step=0.1)

TOY = Explorer(
    name="toy",
    title="Decay",
    model=decay,
    controls=(
        Control.of(PEAK, "Peak"),
        Control("tau_ms", "Time constant", "ms", 0.1, 10, 1, step=0.05, scale="log"),
    ),
    panels=(
        Panel(
            "Concentration",
            Axis("Time", 0, 10, "ms"),
            Axis("Concentration", 0, 4, "mM"),
            (
                Line("t_ms", "level_mM", "1 mM", GREY, held=False),
                Line("t_ms", "c_mM", "course", BLUE),
                Points("half_ms", "half_mM", "half", HERE),
            ),
        ),
        Panel(
            "Powers",
            Axis("Order", -0.5, 4.5),
            Axis("Share", 0, 1),
            (Bars("order", "power", "powers", BARS),),
        ),
    ),
    sentence=sentence,
    presets={"Slow": {"tau_ms": 5}, "Small and slow": {"peak_mM": 0.5, "tau_ms": 10}},
    challenges=(
        Challenge("Find a half-time above 5 ms.", lambda _, r: r.half_ms > 5, "It is slow."),
        Challenge("Find no peak at all.", lambda s, _: s["peak_mM"] == 0, "Nothing to see."),
    ),
    constants=(),
    code="import numpy as np\n\nt_ms = np.linspace(0, 10, 200)\n"
    "c_mM = $peak_mM * np.exp(-t_ms / $tau_ms)\n",
    prediction=Prediction(
        "how long it takes to halve", lambda r: r.half_ms, at={"tau_ms": 2}, unit="ms"
    ),
)


@pytest.fixture
def toy() -> Explorer[Decay]:
    return TOY
