"""A curve through five doses, and how sharp the valley is in which its ED50 lies."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.panel import Axis, Intervals, Line, Panel, Points
from course.explorers.style import BLUE, DOT, HERE, ORANGE, SPREAD
from course.explorers.words import three
from course.figures import Still
from course.models.fitting import fit_emax
from course.models.occupancy import occupancy
from course.reference.data import dataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


_CEILING_pct = 100.0
_HELD_ROW, _FREE_ROW = 2.6, 1.2  # below the valleys


def five_points() -> Still:
    """Return the curve through five doses, and how fast the fit gets worse beside it."""
    study = dataset("volkow1998")
    dose_mg, occupied_pct, sd_pct = (
        np.asarray(study[name], dtype=float)
        for name in ("dose_mg", "occupancy_pct", "occupancy_sd_pct")
    )
    held, free = fit_emax(dose_mg, occupied_pct, _CEILING_pct), fit_emax(dose_mg, occupied_pct)
    any_mg, ed50_mg = np.linspace(0, 65, 261), np.linspace(5, 45, 321)
    shares = np.asarray(occupancy(dose_mg[:, None], ed50_mg))
    best_pct = occupied_pct @ shares / (shares**2).sum(axis=0)

    def misfit_pct(ceiling_pct: Array | float) -> Array:
        off = occupied_pct[:, None] - ceiling_pct * shares
        return np.asarray(np.sqrt((off**2).mean(axis=0)))

    result = SimpleNamespace(
        dose_mg=dose_mg,
        occupied_pct=occupied_pct,
        doses_mg=np.repeat(dose_mg, 2),
        within_pct=np.ravel([occupied_pct - sd_pct, occupied_pct + sd_pct], order="F"),
        any_mg=any_mg,
        held_pct=held.at(any_mg),
        half_mg=held.ed50,
        half_pct=_CEILING_pct / 2,
        ed50_mg=ed50_mg,
        held_misfit_pct=misfit_pct(_CEILING_pct),
        free_misfit_pct=misfit_pct(best_pct),
        held_range_mg=[held.ed50 - held.ed50_se, held.ed50 + held.ed50_se],
        free_range_mg=[free.ed50 - free.ed50_se, free.ed50 + free.ed50_se],
        held_rows=[_HELD_ROW, _HELD_ROW],
        free_rows=[_FREE_ROW, _FREE_ROW],
        best_mg=[held.ed50, free.ed50],
        rows=[_HELD_ROW, _FREE_ROW],
    )
    panels = (
        Panel(
            "The best hyperbola",
            Axis("Methylphenidate", 0, 65, "mg"),
            Axis("DAT occupied", 0, 100, "%"),
            (
                Line("any_mg", "held_pct", "ceiling 100 %", BLUE),
                Intervals("doses_mg", "within_pct", "", SPREAD),
                Points("dose_mg", "occupied_pct", "measured", DOT),
                Points("half_mg", "half_pct", "half", HERE),
            ),
        ),
        Panel(
            "How much worse beside it",
            Axis("ED50", 5, 45, "mg"),
            Axis("Misfit", 0, 20, "points of %"),
            (
                Line("ed50_mg", "held_misfit_pct", "ceiling 100 %", BLUE),
                Line("ed50_mg", "free_misfit_pct", "free", ORANGE),
                Intervals("held_range_mg", "held_rows", "", BLUE),
                Intervals("free_range_mg", "free_rows", "", ORANGE),
                Points("best_mg", "rows", "best ± SE", HERE),
            ),
        ),
    )
    alt = (
        "Two panels for five doses of methylphenidate. On the left the occupancy of the "
        "transporters, each with its standard deviation, and the best hyperbola with a ceiling of "
        f"100 per cent: it passes one half at {three(held.ed50)} mg, and at the smallest dose it "
        "lies well above the point. On the right how far a curve misses the points, against its "
        "ED50. With the ceiling held that is a narrow valley, with the ceiling free a wide one "
        "with its lowest place almost below that of the other. The bars beneath show the best "
        f"ED50 with its standard error: {three(held.ed50)} ± {three(held.ed50_se)} mg, and "
        f"{three(free.ed50)} ± {three(free.ed50_se)} mg with the ceiling free."
    )
    return Still("five_points", panels, result, alt)
