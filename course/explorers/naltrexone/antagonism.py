"""Antagonism: a shifted curve, and why a blockade that can be surmounted is dangerous (W5.1).

Amounts are multiples of constants, and no drug is named: nothing here tells how much of anything
would overcome a blockade.
"""

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
from course.models.occupancy import shared_occupancy
from course.models.receptor_theory import (
    dose_ratio,
    operational_ec50,
    operational_emax,
    operational_response,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_TISSUE = card("operational_model")
_EM_pct = _TISSUE["em"].value
_TAU = _TISSUE["tau"].value
_EC50 = float(operational_ec50(1, _TAU))
_AGONIST = np.geomspace(0.01, 3000, 241)
_TICKS = (0.01, 0.1, 1, 10, 100, 1000)
_WARNING = "In people, attempts to overcome a blockade have been fatal."


@dataclass(frozen=True, eq=False)
class Antagonism:
    """Response to an agonist beside a competitor, and what the competitor holds."""

    agonist: Array
    response_alone_pct: Array
    response_pct: Array
    held_pct: Array
    here: float
    here_pct: float
    here_alone_pct: float
    here_held_pct: float
    top_pct: float
    ratio: float


def antagonise(competitor: float, competitor_efficacy: float, agonist: float) -> Antagonism:
    """Put an agonist, in multiples of its EC50, beside a competitor in multiples of its KB."""
    tissue = {"em": _EM_pct, "ka": 1, "tau": _TAU}
    beside = {"b": competitor, "kb": 1, "tau_b": competitor_efficacy}
    held = shared_occupancy(_AGONIST * _EC50, 1, competitor, 1).b
    return Antagonism(
        agonist=_AGONIST,
        response_alone_pct=np.asarray(operational_response(_AGONIST * _EC50, **tissue)),
        response_pct=np.asarray(operational_response(_AGONIST * _EC50, **tissue, **beside)),
        held_pct=100 * np.asarray(held),
        here=agonist,
        here_pct=float(operational_response(agonist * _EC50, **tissue, **beside)),
        here_alone_pct=float(operational_response(agonist * _EC50, **tissue)),
        here_held_pct=100 * float(shared_occupancy(agonist * _EC50, 1, competitor, 1).b),
        top_pct=float(operational_emax(_EM_pct, _TAU)),
        ratio=float(dose_ratio(competitor, 1)),
    )


def _in_words(settings: Settings, r: Antagonism) -> str:
    beside = f"{plain(r.here)} × its EC50"
    if settings["competitor_efficacy"] > 0:
        floor_pct = float(r.response_pct[0])
        return (
            f"The competitor is a partial agonist: by itself it gives about "
            f"{three(floor_pct)} % of the tissue's maximum. Beside it, the agonist at {beside} "
            f"gives {three(r.here_pct)} %, where alone it gives {three(r.here_alone_pct)} %. The "
            f"competitor holds {three(r.here_held_pct)} % of the receptors. {_WARNING}"
        )
    return (
        f"The antagonist moves the curve {three(r.ratio)}-fold to the right and leaves its top "
        f"at {three(r.top_pct)} %. At {beside} the response is {three(r.here_pct)} % instead of "
        f"{three(r.here_alone_pct)} %, and the antagonist holds {three(r.here_held_pct)} % of "
        f"the receptors; more agonist drives it off. {_WARNING}"
    )


ANTAGONISM = Explorer(
    name="antagonism",
    title="Antagonism: shifted, not lowered",
    model=antagonise,
    controls=(
        Control("competitor", "Competitor", "× its KB", 0.1, 100, start=3, step=0.02, scale="log"),
        Control.of(
            _TISSUE["tau_partial"],
            "Efficacy of the competitor",
            name="competitor_efficacy",
            low=0,
            high=2,
            start=0,
            step=0.1,
            scale="linear",
        ),
        Control("agonist", "Agonist", "× its EC50", 0.01, 1000, start=1, step=0.05, scale="log"),
    ),
    panels=(
        Panel(
            "Response",
            Axis("Agonist", 0.01, 3000, "× its EC50", scale="log", ticks=_TICKS),
            Axis("Response", 0, 100, "% of maximum", ticks=(0, 25, 50, 75, 100)),
            (
                Line("agonist", "response_alone_pct", "alone", GREY, held=False),
                Line("agonist", "response_pct", "with competitor", BLUE),
                Points("here", "here_pct", "here", HERE),
            ),
        ),
        Panel(
            "Who holds the receptors",
            Axis("Agonist", 0.01, 3000, "× its EC50", scale="log", ticks=_TICKS),
            Axis("Held by the competitor", 0, 100, "%", ticks=(0, 25, 50, 75, 100)),
            (
                Line("agonist", "held_pct", "competitor", BLUE),
                Points("here", "here_held_pct", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "Antagonist": {"competitor": 9},
        "Much antagonist": {"competitor": 99},
        "Partial agonist": {"competitor": 9, "competitor_efficacy": 1},
    },
    challenges=(
        Challenge(
            "With an antagonist (efficacy 0), find the amount that moves the curve 50-fold.",
            lambda s, r: s["competitor_efficacy"] == 0 and abs(r.ratio - 50) < 1.5,
            "The shift is one more than the amount in KB, whatever the agonist and however strong "
            "it is. That is all an antagonist of this kind does.",
        ),
        Challenge(
            "Find a competitor that holds 95 % of the receptors or more at this agonist's EC50 and "
            "still leaves a response of 40 % or more.",
            lambda s, r: s["agonist"] == 1 and r.here_held_pct >= 95 and r.here_pct >= 40,
            "Occupancy is not effect: the same hold means silence from an antagonist and half a "
            "voice from a partial agonist.",
        ),
    ),
    constants=tuple(_TISSUE[name] for name in ("em", "ka", "tau")),
    code="""
import numpy as np
from course.models.occupancy import shared_occupancy
from course.models.receptor_theory import operational_ec50, operational_response
from course.reference import card

em, ka, tau = (card("operational_model")[name].value for name in ("em", "ka", "tau"))
ec50 = operational_ec50(ka, tau)
beside = {"b": $competitor, "kb": 1, "tau_b": $competitor_efficacy}
agonist = np.geomspace(0.01, 3000, 241)
response_alone_pct = operational_response(agonist * ec50, em, ka, tau)
response_pct = operational_response(agonist * ec50, em, ka, tau, **beside)
here_pct = operational_response($agonist * ec50, em, ka, tau, **beside)
held_pct = 100 * shared_occupancy(agonist * ec50, ka, $competitor, 1).b
here_held_pct = 100 * shared_occupancy($agonist * ec50, ka, $competitor, 1).b
""",
    prediction=Prediction(
        "how many times as much agonist the same response takes when an antagonist stands at nine "
        "times its KB",
        lambda r: r.ratio,
        at={"competitor": 9},
    ),
)
