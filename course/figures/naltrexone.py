"""Lesson 5: what surprise leaves to learn, windows of milliseconds and days, and the last dose."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from course.explorers.panel import Axis, Line, Panel, Points
from course.explorers.style import BLUE, CROSS, ESTIMATE, GREEN, GREY, HERE, ORANGE
from course.explorers.words import join, plain, three
from course.figures import Still
from course.models.adherence import cover
from course.models.blockade import blockade
from course.models.conditioning import rescorla_wagner
from course.models.receptor_regulation import receptor_number
from course.models.spike_timing import weight_change
from course.reference import card
from course.reference.data import dataset

_BLOCKADE = card("naltrexone_blockade")
_H_PER_D = 24
_SIZES = card("spike_timing_plasticity")
# Teaching choices, which the text of the lesson names too.
_ALONE, _TOGETHER = 20, 10
_ORDER_ms = (-10, 10)
_WINDOWS_d = (1, 2, 3)
_EVERY_SECOND = 0.5
_TREATED_d = 28


def blocking() -> Still:
    """Return what a light learns beside a bell, and what two cues unlearn that promise too much."""
    first, both = [[1, 0]] * _ALONE, [[1, 1]] * _TOGETHER
    trained, control = rescorla_wagner(first + both), rescorla_wagner(both)
    promised = rescorla_wagner(both * 3, v0=[1, 1])
    trials, since = np.arange(len(trained)), np.arange(len(control)) + _ALONE
    result = SimpleNamespace(
        trials=trials,
        bell=trained[:, 0],
        light=trained[:, 1],
        since=since,
        unblocked=control[:, 1],
        shown=np.arange(len(promised)),
        each=promised[:, 0],
        together=promised.sum(axis=1),
        outcome=np.ones(len(promised)),
    )
    panels = (
        Panel(
            "A bell alone, then with a light",
            Axis("Trial", 0, _ALONE + _TOGETHER),
            Axis("Strength", 0, 1, ticks=(0, 0.25, 0.5, 0.75, 1)),
            (
                Line("trials", "bell", "bell", BLUE),
                Line("trials", "light", "light", ORANGE),
                Line("since", "unblocked", "light, no bell before", GREEN),
            ),
        ),
        Panel(
            "Two cues that promise 1 each",
            Axis("Trial with both", 0, 3 * _TOGETHER),
            Axis("Strength", 0, 2, ticks=(0, 0.5, 1, 1.5, 2)),
            (
                Line("shown", "together", "both together", BLUE),
                Line("shown", "each", "each", ORANGE),
                Line("shown", "outcome", "what comes", GREY),
            ),
        ),
    )
    alt = (
        f"Two panels. On the left the strength of two cues: for {_ALONE} trials the bell alone "
        f"climbs in ever smaller steps to {three(trained[_ALONE, 0])}; in the {_TOGETHER} trials "
        f"with a light that follow, the light reaches {three(trained[-1, 1])}, where a light "
        "without training of the bell before, drawn over the same trials, would have reached "
        f"{three(control[-1, 1])}. On the right two cues that promise 1 each are shown together, "
        "and 1 comes: their sum falls from 2 to what comes, and each of them to one half."
    )
    return Still("blocking", panels, result, alt)


def two_windows() -> Still:
    """Return what the order of two spikes does to a synapse, and what half of the tablets cover."""
    sizes = [_SIZES[name].value for name in ("a_plus", "a_minus")]
    after_ms, before_ms = np.linspace(0.01, 100, 400), np.linspace(-100, -0.01, 400)
    taken = np.linspace(0, 1, 201)
    one, two, three_d = (100 * np.asarray(cover(taken, days)) for days in _WINDOWS_d)
    result = SimpleNamespace(
        before_ms=before_ms,
        weaker=weight_change(before_ms, *sizes),
        after_ms=after_ms,
        stronger=weight_change(after_ms, *sizes),
        order_ms=_ORDER_ms,
        change=weight_change(_ORDER_ms, *sizes),
        taken_pct=100 * taken,
        one=one,
        two=two,
        three=three_d,
        half_pct=[100 * _EVERY_SECOND] * len(_WINDOWS_d),
        covered=100 * np.asarray(cover(_EVERY_SECOND, _WINDOWS_d)),
    )
    panels = (
        Panel(
            "Milliseconds: the order of two spikes",
            Axis("Receiving less sending spike", -100, 100, "ms", ticks=(-100, -50, 0, 50, 100)),
            Axis("Change of weight", -0.4, 0.8, ticks=(-0.4, 0, 0.4, 0.8)),
            (
                Line("after_ms", "stronger", "stronger", BLUE),
                Line("before_ms", "weaker", "weaker", ORANGE),
                Points("order_ms", "change", "± 10 ms", HERE),
            ),
        ),
        Panel(
            "Days: one tablet's protection",
            Axis("Tablets taken", 0, 100, "%"),
            Axis("Days covered", 0, 100, "%"),
            (
                Line("taken_pct", "one", "1 day", BLUE),
                Line("taken_pct", "two", "2", ORANGE),
                Line("taken_pct", "three", "3", GREEN),
                Points("half_pct", "covered", "every second", HERE),
            ),
        ),
    )
    weaker, stronger = (three(float(one)) for one in result.change)
    covered = " and ".join(map(three, result.covered[1:]))
    alt = (
        "Two panels. On the left the change of a synapse's weight against the time of the "
        "receiving cell's spike less that of the sending one's, with sizes that are unconfirmed. "
        "Where the sending cell was first, the weight grows, most of all by a narrow gap; where it "
        "came late, the weight falls, by less and over a wider stretch; a gap of "
        f"{plain(_ORDER_ms[1])} ms makes +{stronger} and {weaker}. On the right the days covered "
        "against the tablets taken: on the diagonal if a tablet protects for one day, and above it "
        f"for two or three; with every second tablet {three(result.covered[0])}, {covered} per "
        "cent."
    )
    return Still("two_windows", panels, result, alt)


def afterwards() -> Still:
    """Return what mice showed, and in a model the receptors that are free after the last dose."""
    mice = dataset("naltrexone_upregulation")
    strains = np.arange(len(mice["strain"]))
    t_d = np.linspace(-7, 21, 28 * 12 + 1)
    dose_mg, half_h = (_BLOCKADE[name].value for name in ("dose_mg", "odds_half_time_h"))
    since_h = _H_PER_D * np.maximum(t_d, 0)
    blocked = np.asarray(blockade(since_h, dose_mg, half_h))
    treated = np.concatenate([[-_TREATED_d], t_d])
    steps = np.concatenate([[blocked[0]], blocked])
    receptors = receptor_number(treated, steps)[1:]
    free = receptors * (1 - blocked)
    result = SimpleNamespace(
        strains=strains,
        sites=mice["sites_ratio"],
        potency=mice["potency_ratio"],
        across=[-0.5, len(strains) - 0.5],
        same=[1, 1],
        t_d=t_d,
        blocked_pct=100 * blocked,
        receptors_pct=100 * receptors,
        free_pct=100 * free,
        usual_pct=np.full(t_d.shape, 100),
    )
    panels = (
        Panel(
            "In mice, after eight days",
            Axis(
                "Strain",
                -0.5,
                len(strains) - 0.5,
                ticks=tuple(strains),
                names=tuple(map(str, mice["strain"])),
            ),
            Axis("Ratio to untreated", 0, 2, ticks=(0, 0.5, 1, 1.5, 2)),
            (
                Line("across", "same", "no change", GREY),
                Points("strains", "sites", "sites", ESTIMATE),
                Points("strains", "potency", "potency", CROSS),
            ),
        ),
        Panel(
            "In a model, around the last dose",
            Axis("Time since the last dose", -7, 21, "days", ticks=(-7, 0, 7, 14, 21)),
            Axis("Of the usual number", 0, 160, "%"),
            (
                Line("t_d", "receptors_pct", "receptors", BLUE),
                Line("t_d", "blocked_pct", "share blocked", ORANGE),
                Line("t_d", "free_pct", "free", GREEN),
                Line("t_d", "usual_pct", "", GREY),
            ),
        ),
    )
    most = int(np.argmax(free))
    sites, potency = (join([three(one) for one in ys]) for ys in (result.sites, result.potency))
    alt = (
        "Two panels. On the left binding sites and the potency of morphine in two strains of mice "
        f"after eight days of naltrexone, against untreated ones: sites {sites} times, potency "
        f"{potency} times. On the right, with teaching choices, what may follow a last tablet "
        f"after {_TREATED_d} days of them: before it {three(100 * receptors[0])} per cent of the "
        f"usual receptors are there and {three(100 * blocked[0])} per cent of them are blocked; "
        "the blockade falls within days, the number of receptors follows more slowly, and the free "
        f"ones climb to {three(100 * free[most])} per cent of the usual number on day "
        f"{t_d[most]:.0f} before they settle."
    )
    return Still("afterwards", panels, result, alt)


STILLS = (blocking(), two_windows(), afterwards())
