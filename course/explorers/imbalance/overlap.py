"""Overlap: what a difference between groups says about one person (W2.2)."""

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
from course.explorers.style import BLUE, GREEN, GREY, HERE, ORANGE, VIOLET
from course.explorers.words import plain, three
from course.models.group_overlap import (
    cutoff_rates,
    density,
    group_overlap,
    predictive_values,
)
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_IMAGING = card("schizophrenia_dopamine")
_PREVALENCE_pct = round(100 * _IMAGING["prevalence"].value, 6)
_X_SD = np.linspace(-3.5, 5, 171)
_RIGHT = "patients among all who lie above it"
_CUTOFFS_SD = np.linspace(-6, 8, 281)


@dataclass(frozen=True, eq=False)
class Overlapping:
    """Two groups, what a cut-off between them does, and what all cut-offs do."""

    x_sd: Array
    controls: Array
    patients: Array
    cutoff_sd: Array
    cutoff_height: Array
    false_alarms: Array
    found: Array
    here_false_alarms: float
    here_found: float
    right: Array
    ovl: float
    auc: float
    ppv: float


def compare(d: float, cutoff: float, prevalence_pct: float) -> Overlapping:
    """Call everybody above a cut-off a patient, in groups whose means lie `d` apart."""
    rates = cutoff_rates(d, _CUTOFFS_SD)
    here = cutoff_rates(d, cutoff)
    shared = group_overlap(d)
    return Overlapping(
        x_sd=_X_SD,
        controls=np.asarray(density(_X_SD)),
        patients=np.asarray(density(_X_SD, d)),
        cutoff_sd=np.full(2, cutoff),
        cutoff_height=np.array([0, 0.45]),
        false_alarms=1 - np.asarray(rates.specificity),
        found=np.asarray(rates.sensitivity),
        here_false_alarms=1 - float(here.specificity),
        here_found=float(here.sensitivity),
        ovl=float(shared.ovl),
        auc=float(shared.auc),
        right=np.asarray(predictive_values(d, _CUTOFFS_SD, prevalence_pct / 100).ppv),
        ppv=float(predictive_values(d, cutoff, prevalence_pct / 100).ppv),
    )


def _in_words(settings: Settings, r: Overlapping) -> str:
    return (
        f"The groups share {three(100 * r.ovl)} % of their area. Above the cut-off lie "
        f"{three(100 * r.here_found)} % of the patients and {three(100 * r.here_false_alarms)} % "
        f"of the controls. If {plain(settings['prevalence_pct'])} in a hundred of those tested "
        f"have the disorder, {three(100 * r.ppv)} of a hundred above the cut-off have it."
    )


OVERLAP = Explorer(
    name="overlap",
    title="Overlap: two groups, one person",
    model=compare,
    controls=(
        Control.of(_IMAGING["presynaptic_d"], "Difference of the means, d", name="d", unit="SD"),
        Control("cutoff", "Cut-off, above the controls' mean", "SD", -2, 4, start=1, step=0.05),
        Control.of(
            _IMAGING["prevalence"],
            "Have it, of those tested",
            name="prevalence_pct",
            unit="%",
            low=0.1,
            high=50,
            start=_PREVALENCE_pct,
            step=0.05,
        ),
    ),
    panels=(
        Panel(
            "Two groups",
            Axis(
                "Measure, from the controls' mean",
                -3.5,
                5,
                "SD",
                ticks=(-3, -2, -1, 0, 1, 2, 3, 4, 5),
            ),
            Axis("Density", 0, 0.45, ticks=(0, 0.1, 0.2, 0.3, 0.4)),
            (
                Line("x_sd", "controls", "controls", GREEN, held=False),
                Line("x_sd", "patients", "patients", BLUE),
                Line("cutoff_sd", "cutoff_height", "cut-off", ORANGE, held=False),
            ),
        ),
        Panel(
            "All cut-offs",
            Axis("Controls above it", 0, 1, ticks=(0, 0.2, 0.4, 0.6, 0.8, 1)),
            Axis("Share of people", 0, 1, ticks=(0, 0.2, 0.4, 0.6, 0.8, 1)),
            (
                Line("false_alarms", "false_alarms", "chance", GREY, held=False),
                Line("false_alarms", "found", "found", BLUE, words="patients above it"),
                Line("false_alarms", "right", "have it", VIOLET, words=_RIGHT),
                Points("here_false_alarms", "here_found", "here", HERE),
                Points("here_false_alarms", "ppv", "", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "Presynaptic dopamine": {},
        "D2/3 receptors": {"d": _IMAGING["d2_d"].value},
        "A clinic: half have it": {"prevalence_pct": 50},
    },
    challenges=(
        Challenge(
            "Leave difference and prevalence as they are. Find a cut-off above which at least five "
            "in a hundred have the disorder.",
            lambda s, r: (
                s["d"] == _IMAGING["presynaptic_d"].value
                and s["prevalence_pct"] == _PREVALENCE_pct
                and r.ppv >= 0.05
            ),
            "Nearly all patients lie below such a cut-off, and nineteen of twenty people above it "
            "are healthy.",
        ),
        Challenge(
            "Find a difference of at most 1.75, and a cut-off, that is right about 80 % of both "
            "groups.",
            lambda s, r: s["d"] <= 1.75 and min(r.here_found, 1 - r.here_false_alarms) >= 0.8,
            "More than twice what imaging found, and still one person in five is told the wrong "
            "thing.",
        ),
    ),
    constants=(_IMAGING["d2_d"],),
    code="""
import numpy as np
from course.models.group_overlap import cutoff_rates, density, group_overlap, predictive_values

x_sd = np.linspace(-3.5, 5, 171)
controls, patients = density(x_sd), density(x_sd, $d)
ovl, auc, above_mean, above_2sd = group_overlap($d)

cutoffs = np.linspace(-6, 8, 281)
found, specificity = cutoff_rates($d, cutoffs)
false_alarms = 1 - specificity
here_found, here_specificity = cutoff_rates($d, $cutoff)
here_false_alarms = 1 - here_specificity
right = predictive_values($d, cutoffs, $prevalence_pct / 100).ppv
ppv = predictive_values($d, $cutoff, $prevalence_pct / 100).ppv
""",
    prediction=Prediction(
        "how many of a hundred people above the cut-off have the disorder",
        lambda r: 100 * r.ppv,
    ),
)
