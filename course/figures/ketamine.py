"""Lesson 4: pain on credit, three clocks for a mood, a trace that is watched, and the trials."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.panel import Axis, Intervals, Line, Panel, Points
from course.explorers.style import BLUE, CROSS, ESTIMATE, GREEN, GREY, HERE, ORANGE, SPREAD
from course.explorers.words import plain, three
from course.figures import Still
from course.models.antidepressant_hypotheses import plasma_linked, slow_site, triggered_state
from course.models.drugs import drug
from course.models.haemodynamics import CirculatoryRise
from course.models.monitoring import MonitoringRules, monitor
from course.models.opioid_hyperalgesia import lasting_net, pain_under_opioid
from course.models.regimen import Regimen
from course.reference import card
from course.reference.targets import targets

if TYPE_CHECKING:
    from course.reference import Value
    from course.reference.targets import Published

_MIN_PER_H, _H_PER_D, _WEEK_H = 60, 24, 168
# Teaching choices, which the text of the lesson names too.
_OPIOID_H = 8
_LAST_STEP_H = 7.9
_INFUSION = Regimen.give(0.5 * 70, "IV", over_h=40 / _MIN_PER_H)
_STRONGER_G = 1.2
# A trace that nobody's body wrote: every ten minutes, in mmHg.
_TRACE_min = np.arange(0.0, 181.0, 10)
_SYSTOLIC = (
    *(118, 126, 139, 152, 161, 157, 149, 141, 136, 133),
    *(131, 128, 132, 127, 124, 122, 121, 119, 120),
)


def credit() -> Still:
    """Return the net change of pain while an opioid acts and afterwards, and if it never ends."""
    t_h = np.round(np.linspace(0, 48, 481), 1)
    on = np.where(t_h < _OPIOID_H, 1.0, 0.0)
    lasting = np.ones(t_h.shape)
    net = {block: pain_under_opioid(t_h, on, block=block).net for block in (0, 0.5, 1)}
    strong = pain_under_opioid(t_h, lasting, g=_STRONGER_G).net
    result = SimpleNamespace(
        t_h=t_h,
        free=net[0],
        half=net[0.5],
        all=net[1],
        zero=np.zeros(t_h.shape),
        lasting=pain_under_opioid(t_h, lasting).net,
        strong=strong,
    )
    across = Axis("Time", 0, 48, "h", ticks=(0, 8, 16, 24, 32, 40, 48))
    up = Axis("Change of pain", -1.1, 0.6, "of full relief", ticks=(-1, -0.5, 0, 0.5))
    g = card("opioid_hyperalgesia")["g"].value
    panels = (
        Panel(
            "Eight hours of an opioid",
            across,
            up,
            (
                Line("t_h", "free", "no block", BLUE),
                Line("t_h", "half", "half", ORANGE),
                Line("t_h", "all", "all NMDA", GREEN),
                Line("t_h", "zero", "", GREY),
            ),
        ),
        Panel(
            "One that does not end",
            across,
            up,
            (
                Line("t_h", "lasting", f"g = {plain(g)}", BLUE),
                Line("t_h", "strong", f"g = {plain(_STRONGER_G)}", ORANGE),
                Line("t_h", "zero", "as before", GREY),
            ),
        ),
    )
    shrunk, owed = (three(float(net[0][t_h == h][0])) for h in (_LAST_STEP_H, _OPIOID_H))
    half_owed = three(float(net[0.5][t_h == _OPIOID_H][0]))
    ends = [float(lasting_net(1, one)) for one in (g, _STRONGER_G)]
    alt = (
        "Two panels with the net change of pain over 48 hours, relief below zero. On the left a "
        f"full opioid effect lasts for {_OPIOID_H} hours: relief starts at −1 and shrinks to about "
        f"{shrunk}, and when the drug has gone pain stands at +{owed} and fades over the next day; "
        f"with half of the NMDA receptors blocked it is +{half_owed}; with all of them relief "
        "stays whole and nothing is owed. On the right an effect that does not end: with g = "
        f"{plain(g)} it relieves for good, at last by {three(-ends[0])}; with g = "
        f"{plain(_STRONGER_G)} the curve crosses zero on its way to +{three(ends[1])}."
    )
    return Still("credit", panels, result, alt)


def three_clocks() -> Still:
    """Return three hypotheses of an effect on mood, all from one plasma curve."""
    t_h = np.unique(np.concatenate([np.linspace(0, 48, 1441), np.linspace(0, 14 * 24, 673)]))
    plasma = np.asarray(drug("ketamine_clements").concentration_ng_mL(t_h, _INFUSION))
    result = SimpleNamespace(
        t_h=t_h,
        t_d=t_h / _H_PER_D,
        plasma=plasma_linked(plasma),
        site=slow_site(t_h, plasma),
        state=triggered_state(t_h, plasma),
    )
    up = Axis("Effect, of the full one", 0, 0.8)
    curves = (("plasma", "plasma", BLUE), ("site", "slow site", ORANGE), ("state", "state", GREEN))
    panels = tuple(
        Panel(
            title,
            across,
            up,
            tuple(Line(x, y, label, stroke) for y, label, stroke in curves),
        )
        for title, across, x in (
            (
                "The first day",
                Axis("Time since the start", 0, 24, "h", ticks=(0, 6, 12, 18, 24)),
                "t_h",
            ),
            (
                "Two weeks",
                Axis("Time since the start", 0, 14, "days", ticks=(0, 3, 7, 11, 14)),
                "t_d",
            ),
        )
    )
    best_h = [float(t_h[np.argmax(one)]) for one in (result.plasma, result.site, result.state)]
    week = [float(np.interp(_WEEK_H, t_h, one)) for one in (result.site, result.state)]
    alt = (
        "Two panels with three effects that one infusion may have, the first day on the left and "
        "two weeks on the right. The effect that follows plasma is at its best when the pump "
        f"stops, after {three(best_h[0])} hours, and has gone within a day. The one of a slow site "
        f"is at its best after {three(best_h[1])} hours, the state that was triggered after "
        f"{three(best_h[2])}; both fade over two weeks, in curves of much the same shape: after "
        f"one week {three(week[0])} and {three(week[1])} of a full effect are left."
    )
    return Still("three_clocks", panels, result, alt)


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
            t_min, np.asarray(drug(name).concentration_ng_mL(t_min / _MIN_PER_H, _INFUSION))
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


def trials() -> Still:
    """Return what trials found of benefit and harm, with intervals."""
    mood = card("antidepressant_hypotheses")["odds_ratio_24h"]
    (harm,) = targets()["T4.19 harm"].published
    (pain,) = targets()["T4.19 pain"].published
    result = SimpleNamespace(
        place=[0, 1],
        times=[mood.value, harm.value],
        places=[0, 0, 1, 1],
        times_between=[mood.low, mood.high, harm.low, harm.high],
        across=[-0.5, 1.5],
        same=[1, 1],
        aside=[-0.5, 0.5],
        here=[0],
        points=[pain.value],
        heres=[0, 0],
        points_between=[pain.low, pain.high],
        none=[0, 0],
    )
    panels = (
        Panel(
            "How many times as on placebo",
            Axis(
                "Outcome", -0.5, 1.5, ticks=(0, 1), names=("mood: odds at 24 h", "adverse events")
            ),
            Axis("Ratio to placebo", 0.5, 30, scale="log", ticks=(0.5, 1, 3, 10, 30)),
            (
                Line("across", "same", "no difference", GREY),
                Intervals("places", "times_between", "", SPREAD),
                Points("place", "times", "with interval", ESTIMATE),
            ),
        ),
        Panel(
            "How much pain more or less",
            Axis("Outcome", -0.5, 0.5, ticks=(0,), names=("chronic pain, just after it",)),
            Axis("Difference from placebo", -40, 10, "of 100"),
            (
                Line("aside", "none", "no difference", GREY),
                Intervals("heres", "points_between", "", SPREAD),
                Points("here", "points", "with interval", ESTIMATE),
            ),
        ),
    )
    alt = (
        "Two panels of what trials of ketamine by vein found against placebo, each with the "
        "interval that the data are compatible with. On the left, on a logarithmic axis, the odds "
        f"of a better mood after 24 hours, {_said(mood)} times, and adverse events, {_said(harm)} "
        "times; both intervals lie above the dotted line of no difference, the second "
        f"just above it. On the right chronic pain just after it, of 100 points: {_said(pain)}, "
        "from a clear gain to just across the line of none."
    )
    return Still("trials", panels, result, alt)


def _said(found: Value | Published) -> str:
    return f"{plain(found.value or 0)} ({plain(found.low)} to {plain(found.high)})"


STILLS = (credit(), three_clocks(), watch(), trials())
