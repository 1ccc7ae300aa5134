"""The net change of pain under an opioid, and afterwards."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from course.explorers.panel import Axis, Line, Panel
from course.explorers.style import BLUE, GREEN, GREY, ORANGE
from course.explorers.words import plain, three
from course.figures import Still
from course.models.opioid_hyperalgesia import lasting_net, pain_under_opioid
from course.reference import card

# Teaching choices, which the text of the lesson names too; the last step before the end.
_OPIOID_H, _LAST_STEP_H = 8, 7.9
_STRONGER_G = 1.2


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
