"""A trace of blood pressure under the rules of an exercise, and the rise that a model expects."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from course.explorers.panel import Axis, Line, Panel, Points
from course.explorers.style import BLUE, CROSS, GREY, HERE, ORANGE
from course.explorers.words import plain, three
from course.figures import Still
from course.figures.ketamine.infusion import INFUSION, MIN_PER_H
from course.models.drugs import drug
from course.models.haemodynamics import CirculatoryRise
from course.models.monitoring import MonitoringRules, monitor

# A trace that nobody's body wrote: every ten minutes, in mmHg.
_TRACE_min = np.arange(0.0, 181.0, 10)
_SYSTOLIC = (
    *(118, 126, 139, 152, 161, 157, 149, 141, 136, 133),
    *(131, 128, 132, 127, 124, 122, 121, 119, 120),
)


def watch() -> Still:
    """Return a trace with the rules that are put to it, and the rise that a model expects."""
    rules = MonitoringRules.suggested()
    sbp = np.array(_SYSTOLIC, dtype=float)
    calm = np.full(sbp.shape, 80.0)
    report = monitor(_TRACE_min, sbp, calm, np.full(sbp.shape, 98.0))
    alarms = np.array([t for t, _ in report.alarms])
    t_min = np.linspace(0, 180, 361)
    rises = [
        CirculatoryRise.suggested("pressure").rise_pct(
            t_min, np.asarray(drug(name).concentration_ng_mL(t_min / MIN_PER_H, INFUSION))
        )
        for name in ("ketamine_clements", "ketamine_domino")
    ]
    result = SimpleNamespace(
        trace_min=_TRACE_min,
        sbp=sbp,
        alarm=np.full(sbp.shape, sbp[0] + rules.sbp_rise_mmHg),
        recovered=np.full(sbp.shape, sbp[0] * rules.recovered_ratio),
        alarm_min=alarms,
        alarm_mmHg=np.interp(alarms, _TRACE_min, sbp),
        ready_min=report.ready_min,
        ready_mmHg=np.interp(report.ready_min, _TRACE_min, sbp),
        t_min=t_min,
        two=rises[0],
        three=rises[1],
        tenth=np.full(t_min.shape, 100 * (rules.recovered_ratio - 1)),
    )
    across = Axis("Time since the dose", 0, 180, "min", ticks=(0, 30, 60, 90, 120, 150, 180))
    panels = (
        Panel(
            "A trace, made up",
            across,
            Axis("Systolic pressure", 100, 180, "mmHg"),
            (
                Line("trace_min", "sbp", "", BLUE),
                Line("trace_min", "alarm", "+40", ORANGE),
                Line("trace_min", "recovered", "× 1.1", GREY),
                Points("alarm_min", "alarm_mmHg", "alarm", CROSS),
                Points("ready_min", "ready_mmHg", "ready", HERE),
            ),
        ),
        Panel(
            "The rise that the model expects",
            across,
            Axis("Mean pressure, above its start", 0, 15, "%"),
            (
                Line("t_min", "two", "two compartments", BLUE),
                Line("t_min", "three", "three", ORANGE),
                Line("t_min", "tenth", "a tenth", GREY),
            ),
        ),
    )
    (peak_min, _) = report.alarms[0]
    alt = (
        "Two panels over three hours. On the left a made-up trace of systolic pressure: from "
        f"{plain(sbp[0])} it climbs to {plain(sbp.max())} mmHg at {plain(peak_min)} minutes, above "
        f"the line of an alarm, and sinks slowly; at 110 minutes it is below the line of recovery, "
        f"at 120 above it again, and the dot that says ready stands at {plain(report.ready_min)} "
        "minutes. On the right the rise of mean pressure that the model expects after 0.5 mg/kg in "
        f"40 minutes: with two compartments a round hill of {three(rises[0].max())} per cent, with "
        f"three a steep one that just passes a tenth, {three(rises[1].max())} per cent."
    )
    return Still("watch", panels, result, alt)
