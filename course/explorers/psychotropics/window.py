"""Window: from a level in plasma to what it does, in one person and in many (W3.1)."""

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
from course.models.occupancy import (
    concentration_for_occupancy,
    occupancy,
    share_of_people_above,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_DRUG, _D2 = card("haloperidol"), card("d2_receptor")
_EC50_ng_mL = _DRUG["ec50_ng_mL"].value
_NAMES = ("response_threshold", "prolactin_threshold", "eps_threshold")
_THRESHOLDS = np.array([_D2[name].value for name in _NAMES])
_C_ng_mL = np.geomspace(0.1, 10, 201)
_TICKS = (0.1, 0.2, 0.5, 1, 2, 5, 10)


@dataclass(frozen=True, eq=False)
class Window:
    """Occupancy at each level, and the share of people beyond three thresholds."""

    c_ng_mL: Array
    occupied_pct: Array
    ends_ng_mL: Array
    response_pct: Array
    eps_pct: Array
    here_ng_mL: float
    here_pct: float
    helped_pct: Array
    prolactin_raised_pct: Array
    stiff_pct: Array
    levels_ng_mL: Array
    shares_pct: Array


def occupy(c_ng_mL: float, ec50_cv: float) -> Window:
    """Bring everybody to one level, and find how many pass each threshold."""
    spread = max(ec50_cv, 1e-3)  # with none at all the curves would be steps without a slope
    people = 100 * np.asarray(
        share_of_people_above(_THRESHOLDS[:, None], _C_ng_mL, _EC50_ng_mL, spread)
    )
    here = 100 * np.asarray(share_of_people_above(_THRESHOLDS, c_ng_mL, _EC50_ng_mL, spread))
    return Window(
        c_ng_mL=_C_ng_mL,
        occupied_pct=100 * np.asarray(occupancy(_C_ng_mL, _EC50_ng_mL)),
        ends_ng_mL=_C_ng_mL[[0, -1]],
        response_pct=np.full(2, 100 * _THRESHOLDS[0]),
        eps_pct=np.full(2, 100 * _THRESHOLDS[2]),
        here_ng_mL=c_ng_mL,
        here_pct=100 * float(occupancy(c_ng_mL, _EC50_ng_mL)),
        helped_pct=people[0],
        prolactin_raised_pct=people[1],
        stiff_pct=people[2],
        levels_ng_mL=np.full(3, c_ng_mL),
        shares_pct=here,
    )


_LEVELS_ng_mL = np.asarray(concentration_for_occupancy(_THRESHOLDS, _EC50_ng_mL))


def _in_words(settings: Settings, r: Window) -> str:
    alike = settings["ec50_cv"] == 0
    words = {"0": "none", "100": "all"}
    helped, raised, stiff = (words.get(f"{share:.0f}", f"{share:.0f}") for share in r.shares_pct)
    people = "If people were all alike," if alike else "Of a hundred people"
    return (
        f"At {plain(r.here_ng_mL)} ng/mL the median person has {three(r.here_pct)} % of the D2 "
        f"receptors occupied. {people} {helped} would be past the threshold of response, "
        f"{raised} past that of prolactin and {stiff} past that of movement effects."
    )


WINDOW = Explorer(
    name="window",
    title="Window: between too little and too much",
    model=occupy,
    controls=(
        Control.of(_DRUG["c_ng_mL"], "Haloperidol in plasma", step=0.01),
        Control.of(_DRUG["ec50_cv"], "Spread of EC50 between people", unit=""),
    ),
    panels=(
        Panel(
            "The median person",
            Axis("Haloperidol in plasma", 0.1, 10, "ng/mL", scale="log", ticks=_TICKS),
            Axis("D2 receptors occupied", 0, 100, "%"),
            (
                Line("ends_ng_mL", "response_pct", "65 %", GREEN, held=False),
                Line("ends_ng_mL", "eps_pct", "78 %", ORANGE, held=False),
                Line("c_ng_mL", "occupied_pct", "occupied", BLUE, held=False),
                Points("here_ng_mL", "here_pct", "here", HERE),
            ),
        ),
        Panel(
            "People past each threshold",
            Axis("Haloperidol in plasma", 0.1, 10, "ng/mL", scale="log", ticks=_TICKS),
            Axis("Share of people", 0, 100, "%"),
            (
                Line("c_ng_mL", "helped_pct", "helped", GREEN),
                Line("c_ng_mL", "prolactin_raised_pct", "prolactin", GREY, held=False),
                Line("c_ng_mL", "stiff_pct", "stiff", ORANGE),
                Points("levels_ng_mL", "shares_pct", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "A tenth of that level": {"c_ng_mL": 0.1},
        "Everybody alike": {"ec50_cv": 0},
        "People differ much": {"ec50_cv": 0.6},
    },
    challenges=(
        Challenge(
            "Leave the spread at 0.3. Find the level at which nine people in ten are past the "
            "threshold of response.",
            lambda s, r: s["ec50_cv"] == _DRUG["ec50_cv"].value and 89 <= r.shares_pct[0] <= 91,
            "At that level about a sixth are already past the threshold of movement effects. "
            "No level suits all, although every single person has a window.",
        ),
        Challenge(
            "Let everybody be alike: spread 0. Find a level inside the window and within 3 % of "
            "its upper end.",
            lambda s, r: s["ec50_cv"] == 0 and 0.97 < r.here_ng_mL / float(_LEVELS_ng_mL[-1]) <= 1,
            "From here down to the lower end the level falls to about half. That is all the "
            "room there is between too little and too much.",
        ),
    ),
    constants=(*(_D2[name] for name in _NAMES), _DRUG["ec50_ng_mL"]),
    code="""
import numpy as np
from course.models.occupancy import occupancy, share_of_people_above
from course.reference import card

ec50_ng_mL = card("haloperidol")["ec50_ng_mL"].value
names = ("response_threshold", "prolactin_threshold", "eps_threshold")
thresholds = np.array([card("d2_receptor")[name].value for name in names])
spread = max($ec50_cv, 0.001)
c_ng_mL = np.geomspace(0.1, 10, 201)
occupied_pct = 100 * occupancy(c_ng_mL, ec50_ng_mL)
here_pct = 100 * occupancy($c_ng_mL, ec50_ng_mL)

people = 100 * share_of_people_above(thresholds[:, None], c_ng_mL, ec50_ng_mL, spread)
helped_pct, prolactin_raised_pct, stiff_pct = people
shares_pct = 100 * share_of_people_above(thresholds, $c_ng_mL, ec50_ng_mL, spread)
""",
    prediction=Prediction(
        "how many times as high the level for 78 % occupancy is as that for 65 %",
        lambda _: float(_LEVELS_ng_mL[-1] / _LEVELS_ng_mL[0]),
    ),
)
