"""Lesson 5: what surprise leaves for a second cue, and windows of milliseconds and of days."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from course.explorers.panel import Axis, Line, Panel, Points
from course.explorers.style import BLUE, GREEN, GREY, HERE, ORANGE
from course.explorers.words import plain, three
from course.figures import Still
from course.models.adherence import cover
from course.models.conditioning import rescorla_wagner
from course.models.spike_timing import weight_change
from course.reference import card

_SIZES = card("spike_timing_plasticity")
# Teaching choices, which the text of the lesson names too.
_ALONE, _TOGETHER = 20, 10
_ORDER_ms = (-10, 10)
_WINDOWS_d = (1, 2, 3)
_EVERY_SECOND = 0.5


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


STILLS = (blocking(), two_windows())
