"""How long a drug can still end a seizure, and how many seizures had ended in a trial."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.panel import Axis, Intervals, Line, Panel, Points
from course.explorers.style import BLUE, ESTIMATE, GREEN, GREY, HERE, ORANGE, SPREAD
from course.explorers.words import join, three
from course.figures import Still
from course.models.evidence_statistics import proportion_interval
from course.models.status_epilepticus import inhibitory_weight, rescue_window_min
from course.reference import card
from course.reference.data import dataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


def race() -> Still:
    """Return how long a drug can still end a seizure, and what a trial found."""
    values = card("status_epilepticus")
    critical, strength = values["w_crit"].value, values["p"].value
    t_min = np.linspace(0, 40, 321)
    left = np.asarray(inhibitory_weight(t_min))
    factors = [1, strength, 2 * strength]
    shut_min = np.asarray(rescue_window_min(p=factors))
    trial = dataset("alldredge2001")
    people, ended = (np.asarray(trial[name], dtype=float) for name in ("people", "ended"))
    ends, place = proportion_interval(ended, people), np.arange(people.size)
    result = SimpleNamespace(
        t_min=t_min,
        alone=left,
        once=strength * left,
        twice=2 * strength * left,
        critical=np.full(t_min.shape, critical),
        shut_min=shut_min,
        shut=np.full(shut_min.shape, critical),
        place=place,
        ended_pct=100 * ended / people,
        places=np.repeat(place, 2),
        between_pct=np.ravel(100 * np.asarray(ends), order="F"),
    )
    panels = (
        Panel(
            "In the model: until when?",
            Axis("Time since the seizure began", 0, 40, "min"),
            Axis("Inhibition", 0, 5),
            (
                Line("t_min", "alone", "no drug", BLUE),
                Line("t_min", "once", f"× {strength:g}", ORANGE),
                Line("t_min", "twice", f"× {2 * strength:g}", GREEN),
                Line("t_min", "critical", "", GREY),
                Points("shut_min", "shut", "too late", HERE),
            ),
        ),
        Panel(
            "In a trial: how many?",
            Axis("Given", -0.5, 2.5, ticks=tuple(place), names=tuple(trial["arm"])),
            Axis("Seizure ended on arrival", 0, 80, "%"),
            (
                Intervals("places", "between_pct", "", SPREAD),
                Points("place", "ended_pct", "people, with 95 % interval", ESTIMATE),
            ),
        ),
    )
    alone, once, twice = map(three, shut_min)
    found = join(
        [
            f"{arm} {three(share)} per cent ({three(low)} to {three(high)})"
            for arm, share, low, high in zip(
                trial["arm"], result.ended_pct, *100 * np.asarray(ends), strict=True
            )
        ]
    )
    alt = (
        "Two panels. On the left what is left of inhibition falls exponentially over 40 minutes, "
        f"without drug, with a drug that makes it {strength:g} times as strong and with one twice "
        "as strong as that; a dotted line marks the critical strength, and the three curves fall "
        f"below it after {alone}, {once} and {twice} minutes. On the right how many people's "
        f"seizures had ended on arrival, with 95 per cent intervals: {found}."
    )
    return Still("race", panels, result, alt)
