"""Genes: the same dose in people with none to four genes for an enzyme (W2.3)."""

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
from course.explorers.style import BLUE, CROSS, GREY, HERE
from course.explorers.words import count, three
from course.models.accumulation import share_of_steady_state, time_to_share_h
from course.models.pharmacogenetics import (
    hepatic_availability,
    hepatic_half_life_h,
    intrinsic_clearance_L_h,
    steady_state_ng_mL,
)
from course.reference import card
from course.reference.data import dataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_LIVER = card("liver")
_PATIENTS = dataset("morita2000")
_GENE_L_h = _LIVER["nortriptyline_b_L_h"].value
_VOLUME_L = _LIVER["nortriptyline_volume_L"].value
_ALLELES = 2
_N = np.linspace(0, 4, 81)
_T_days = np.linspace(0, 24, 193)
_H_PER_DAY = 24
_SAME = 0.02  # levels closer than this are called equal


@dataclass(frozen=True, eq=False)
class Genes:
    """Level at steady state for every number of genes, and how fast it is reached for one."""

    n: Array
    level: Array
    level_usual: Array
    usual_level: float
    measured_n: Array
    measured_level: Array
    here_n: float
    here_level: float
    t_days: Array
    share_pct: Array
    share_usual_pct: Array
    ninety_days: float
    ninety_pct: float
    availability: float
    half_life_h: float


def dose(genes: float, other_L_h: float, flow_L_h: float, free: float) -> Genes:
    """Give one mg a day by mouth to a liver with some working genes for CYP2D6.

    Most of the drug sits in tissue, so its volume goes with the free fraction in plasma.
    """
    cl_int = free * np.asarray(intrinsic_clearance_L_h(_N, other_L_h, _GENE_L_h))
    usual_L_h = intrinsic_clearance_L_h(_N, _LIVER["nortriptyline_a_L_h"].value, _GENE_L_h)
    level_usual = np.asarray(steady_state_ng_mL(1, _H_PER_DAY, usual_L_h))
    here_L_h = free * float(intrinsic_clearance_L_h(genes, other_L_h, _GENE_L_h))
    half_h = float(hepatic_half_life_h(free * _VOLUME_L, here_L_h, flow_L_h))
    return Genes(
        n=_N,
        level=np.asarray(steady_state_ng_mL(1, _H_PER_DAY, cl_int)),
        level_usual=level_usual,
        usual_level=float(np.interp(_LIVER["genes"].value, _N, level_usual)),
        measured_n=_ALLELES - _PATIENTS.numbers("mutated_alleles"),
        measured_level=_PATIENTS.numbers("level_ng_mL_per_mg_kg") / _LIVER["weight_kg"].value,
        here_n=genes,
        here_level=float(steady_state_ng_mL(1, _H_PER_DAY, here_L_h)),
        t_days=_T_days,
        share_pct=_reached_pct(half_h),
        share_usual_pct=_reached_pct(_usual_half_life_h()),
        ninety_days=float(time_to_share_h(0.9, half_h)) / _H_PER_DAY,
        ninety_pct=90.0,
        availability=float(hepatic_availability(here_L_h, flow_L_h)),
        half_life_h=half_h,
    )


def _usual_half_life_h() -> float:
    start = (_LIVER[name].value for name in ("genes", "nortriptyline_a_L_h", "nortriptyline_b_L_h"))
    return float(hepatic_half_life_h(_VOLUME_L, intrinsic_clearance_L_h(*start)))


def _reached_pct(half_life_h: float) -> Array:
    return 100 * np.asarray(share_of_steady_state(_T_days * _H_PER_DAY, half_life_h))


def _in_words(settings: Settings, r: Genes) -> str:
    times = r.here_level / r.usual_level
    compared = "" if abs(times - 1) < _SAME else f", {three(times)} times the usual with two"
    return (
        f"With {count(int(settings['genes']), 'working gene')}, each mg a day keeps "
        f"{three(r.here_level)} ng/mL{compared}. {three(100 * r.availability)} % of a dose passes "
        f"the liver, the half-life is {three(r.half_life_h)} h, and 90 % of the level is reached "
        f"in {three(r.ninety_days)} days."
    )


GENES = Explorer(
    name="genes",
    title="Genes: one dose, many levels",
    model=dose,
    controls=(
        Control.of(_LIVER["genes"], "Working genes for the enzyme"),
        Control.of(
            _LIVER["nortriptyline_a_L_h"], "Cleared without them", name="other_L_h", low=6, step=0.1
        ),
        Control.of(_LIVER["blood_flow_L_h"], "Blood flow of the liver", name="flow_L_h", step=5),
        Control.of(_LIVER["free_of_usual"], "Free in plasma, of the usual", name="free", unit="×"),
    ),
    panels=(
        Panel(
            "Steady level for each mg a day",
            Axis("Working genes", -0.2, 4.2, ticks=(0, 1, 2, 3, 4)),
            Axis("Level", 0.2, 20, "ng/mL", scale="log", ticks=(0.2, 0.5, 1, 2, 5, 10, 20)),
            (
                Line("n", "level_usual", "usual", GREY, held=False),
                Line("n", "level", "now", BLUE),
                Points("measured_n", "measured_level", "patients", CROSS, held=False),
                Points("here_n", "here_level", "here", HERE),
            ),
        ),
        Panel(
            "On the way to it",
            Axis("Time", 0, 24, "days", ticks=(0, 4, 8, 12, 16, 20, 24)),
            Axis("Reached, of the steady level", 0, 100, "%", ticks=(0, 20, 40, 60, 80, 100)),
            (
                Line("t_days", "share_usual_pct", "usual, 2 genes", GREY, held=False),
                Line("t_days", "share_pct", "now", BLUE),
                Points("ninety_days", "ninety_pct", "90 %", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "No gene": {"genes": 0},
        "Four genes": {"genes": 4},
        "No gene, little else": {"genes": 0, "other_L_h": 12},
    },
    challenges=(
        Challenge(
            "Find a body with no gene whose level is at least five times that of the usual one "
            "with four.",
            lambda s, r: s["genes"] == 0 and r.here_level >= 5 * r.level_usual[-1],
            "The same pill, five times the level. How far genes matter depends on what else "
            "clears the drug: here you lowered that by more than a third.",
        ),
        Challenge(
            "Change how much of a dose passes the liver from 63 % to less than half, and leave the "
            "level as it was.",
            lambda _, r: r.availability < 0.5 and abs(r.here_level / r.usual_level - 1) < _SAME,
            "What a slow flow keeps out on the first pass it also clears more slowly later. By "
            "mouth the two cancel, whatever the flow.",
        ),
    ),
    constants=tuple(
        _LIVER[name] for name in ("nortriptyline_b_L_h", "nortriptyline_volume_L", "weight_kg")
    ),
    code="""
import numpy as np
from course.models import accumulation, pharmacogenetics
from course.reference import card

gene_L_h = card("liver")["nortriptyline_b_L_h"].value
n = np.linspace(0, 4, 81)
cl_int = $free * pharmacogenetics.intrinsic_clearance_L_h(n, $other_L_h, gene_L_h)
level = pharmacogenetics.steady_state_ng_mL(1, 24, cl_int)

here_L_h = $free * pharmacogenetics.intrinsic_clearance_L_h($genes, $other_L_h, gene_L_h)
here_level = pharmacogenetics.steady_state_ng_mL(1, 24, here_L_h)
availability = pharmacogenetics.hepatic_availability(here_L_h, $flow_L_h)
volume_L = $free * card("liver")["nortriptyline_volume_L"].value
half_life_h = pharmacogenetics.hepatic_half_life_h(volume_L, here_L_h, $flow_L_h)
t_days = np.linspace(0, 24, 193)
share_pct = 100 * accumulation.share_of_steady_state(24 * t_days, half_life_h)
ninety_days = accumulation.time_to_share_h(0.9, half_life_h) / 24
""",
    prediction=Prediction(
        "how many times the level with four working genes the level with none is",
        lambda r: r.level[0] / r.level[-1],
    ),
)
