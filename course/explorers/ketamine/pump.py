"""One infusion of ketamine in two models: levels, block and blood pressure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from course.models.disposition import scale_elimination
from course.models.drugs import drug
from course.models.haemodynamics import CirculatoryRise
from course.models.occupancy import occupancy
from course.models.potency import micromolar
from course.models.regimen import Regimen
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from course.models.compartments import Compartments

    Array = NDArray[np.float64]

TIGHT = card("ketamine_at_nmda_receptor")["ic50_binding_uM"]
LOOSE = card("ketamine_at_nmda_receptor")["ic50_glun2a_uM"]
UP_pct = 100 * (card("esketamine_monitoring")["recovered_ratio"].value - 1)
_ROUTES = card("ketamine_routes")
_PRESSURE = CirculatoryRise.suggested("pressure")
_T_min = np.linspace(0, 180, 361)
_MIN_PER_H = 60.0
_STRIP = slice(None, None, 8)  # a mark every four minutes
_TWO_AT, _THREE_AT = 12.0, 30.0  # where the strip's marks stand, in ng/mL


@dataclass(frozen=True, eq=False)
class Infusion:
    """Plasma in two models, what it blocks, and when it has raised the pressure."""

    t_min: Array
    two_ng_mL: Array
    three_ng_mL: Array
    two_blocked: Array
    three_blocked: Array
    two_blocked_loosely: Array
    three_blocked_loosely: Array
    two_up_min: Array
    two_up_at: Array
    three_up_min: Array
    three_up_at: Array
    reported_min: float
    reported_ng_mL: float
    two_at_end: float
    three_at_end: float
    two_rise_pct: float
    three_rise_pct: float
    dose_mg: float


def infuse(
    dose_mg_kg: float, infusion_min: float, weight_kg: float, clearance_pct: float
) -> Infusion:
    """Give one infusion to one person, in both models."""
    dose_mg = dose_mg_kg * weight_kg
    regimen = Regimen.give(dose_mg, "IV", over_h=infusion_min / _MIN_PER_H)
    curves, ends, rises, ups = [], [], [], []
    for name in ("ketamine_clements", "ketamine_domino"):
        model = _person(name, weight_kg, clearance_pct)
        plasma = np.asarray(model.concentration_ng_mL(_T_min / _MIN_PER_H, regimen))
        rise = _PRESSURE.rise_pct(_T_min, plasma)
        curves.append(plasma)
        ends.append(float(model.concentration_ng_mL(infusion_min / _MIN_PER_H, regimen)))
        rises.append(float(rise.max()))
        ups.append(_T_min[_STRIP][rise[_STRIP] > UP_pct])
    tight, loose = ([_blocked(c, ic50.value) for c in curves] for ic50 in (TIGHT, LOOSE))
    return Infusion(
        t_min=_T_min,
        two_ng_mL=curves[0],
        three_ng_mL=curves[1],
        two_blocked=tight[0],
        three_blocked=tight[1],
        two_blocked_loosely=loose[0],
        three_blocked_loosely=loose[1],
        two_up_min=ups[0],
        two_up_at=np.full(ups[0].size, _TWO_AT),
        three_up_min=ups[1],
        three_up_at=np.full(ups[1].size, _THREE_AT),
        reported_min=_ROUTES["infusion_min"].value,
        reported_ng_mL=_ROUTES["reported_end_ng_mL"].value,
        two_at_end=ends[0],
        three_at_end=ends[1],
        two_rise_pct=rises[0],
        three_rise_pct=rises[1],
        dose_mg=dose_mg,
    )


@lru_cache(maxsize=32)
def _person(name: str, weight_kg: float, clearance_pct: float) -> Compartments:
    """Keep the decomposition for the next call, as when a slider of another kind moves."""
    return scale_elimination(drug(name, weight_kg), clearance_pct / 100)


def _blocked(plasma_ng_mL: Array, ic50_uM: float) -> Array:
    c_uM = micromolar(plasma_ng_mL, _ROUTES["ketamine_g_mol"].value)
    return np.asarray(occupancy(c_uM, ic50_uM))
