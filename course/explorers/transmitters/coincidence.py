"""Coincidence: the two conditions of the NMDA receptor (W1.2)."""

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
from course.models.magnesium_block import nmda_current, peak_inward_mV, unblocked_fraction
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_NMDA = card("nmda_receptor")
_V_mV = np.linspace(-80, 40, 241)


@dataclass(frozen=True, eq=False)
class Coincidence:
    """What magnesium leaves of the NMDA current, over all potentials and at one."""

    v_mV: Array
    unblocked: Array
    current_pA: Array
    current_without_mg_pA: Array
    here_mV: float
    here_unblocked: float
    here_pA: float
    peak_mV: float


def coincide(v_mV: float, mg_mM: float) -> Coincidence:
    """Block NMDA receptors by magnesium at one potential, and along all others."""
    return Coincidence(
        v_mV=_V_mV,
        unblocked=np.asarray(unblocked_fraction(_V_mV, mg_mM)),
        current_pA=np.asarray(nmda_current(_V_mV, mg_mM)),
        current_without_mg_pA=np.asarray(nmda_current(_V_mV, 0)),
        here_mV=v_mV,
        here_unblocked=float(unblocked_fraction(v_mV, mg_mM)),
        here_pA=float(nmda_current(v_mV, mg_mM)),
        peak_mV=float(peak_inward_mV(mg_mM)) if mg_mM else -np.inf,
    )


def _in_words(settings: Settings, r: Coincidence) -> str:
    where = f"At {plain(r.here_mV)} mV and {plain(settings['mg_mM'])} mM magnesium"
    free = f"{three(100 * r.here_unblocked)} % of the open channels are free to conduct"
    if r.here_pA > 0:
        return f"{where}, {free}. Each nS carries {three(r.here_pA)} pA, outward."
    if r.here_pA == 0:
        return f"{where}, {free}, but nothing drives a current."
    inward = f"{where}, {free}. Each nS carries {three(-r.here_pA)} pA, inward."
    if r.here_mV < r.peak_mV:
        return f"{inward} Depolarise, and more flows in: the push helps itself along."
    return f"{inward} Depolarise, and less flows in: the driving force is running out."


COINCIDENCE = Explorer(
    name="coincidence",
    title="Coincidence: glutamate alone is not enough",
    model=coincide,
    controls=(
        Control.of(_NMDA["v_mV"], "Membrane potential", low=-80, high=40),
        Control.of(_NMDA["mg_mM"], "Magnesium outside"),
    ),
    panels=(
        Panel(
            "Channels free of magnesium",
            Axis("Membrane potential", -80, 40, "mV", ticks=(-80, -60, -40, -20, 0, 20, 40)),
            Axis("Fraction of open channels", 0, 1),
            (
                Line("v_mV", "unblocked", "free", BLUE),
                Points("here_mV", "here_unblocked", "here", HERE),
            ),
        ),
        Panel(
            "Current of 1 nS of open channels",
            Axis("Membrane potential", -80, 40, "mV", ticks=(-80, -60, -40, -20, 0, 20, 40)),
            Axis("Current, inward below 0", -80, 40, "pA", ticks=(-80, -60, -40, -20, 0, 20, 40)),
            (
                Line("v_mV", "current_without_mg_pA", "no magnesium", GREY, held=False),
                Line("v_mV", "current_pA", "current", BLUE),
                Points("here_mV", "here_pA", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "At rest": {"v_mV": -70},
        "Depolarised": {"v_mV": -20},
        "No magnesium": {"v_mV": -70, "mg_mM": 0},
    },
    challenges=(
        Challenge(
            "Keep magnesium at 1 mM. Find the potential at which the most current flows in.",
            lambda s, r: s["mg_mM"] == 1 and abs(s["v_mV"] - r.peak_mV) <= 1,
            "All the way from rest to here, depolarisation let in more of the current that "
            "depolarises: what has begun is helped along.",
        ),
        Challenge(
            "Keep the neuron at −70 mV. Find the magnesium that leaves half of the channels free.",
            lambda s, r: s["v_mV"] == -70 and 0.45 <= r.here_unblocked <= 0.55,
            "It takes a twentieth of the usual magnesium. The ordinary amount makes glutamate "
            "at rest nearly powerless, so that it needs company.",
        ),
    ),
    constants=tuple(_NMDA[name] for name in ("mg_half_block_mM", "mg_slope_per_mV", "e_rev_mV")),
    code="""
import numpy as np
from course.models.magnesium_block import nmda_current, unblocked_fraction

v_mV = np.linspace(-80, 40, 241)
unblocked = unblocked_fraction(v_mV, mg_mM=$mg_mM)
current_pA = nmda_current(v_mV, mg_mM=$mg_mM)
here_unblocked = unblocked_fraction($v_mV, mg_mM=$mg_mM)
here_pA = nmda_current($v_mV, mg_mM=$mg_mM)
""",
    prediction=Prediction(
        "how many times as many channels are free at −20 mV as at −70 mV",
        lambda r: r.here_unblocked / coincide(-70, 1).here_unblocked,
        at={"v_mV": -20},
    ),
)
