"""Lesson 1: how fast transmitters leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.explorers.style import BLUE, CROSS, GREEN, ORANGE
from course.models.cleft import diffusion_time_ms, glutamate_mM
from course.models.release import quantal_moments
from course.models.uptake import after_pulses_uM, dopamine_clearance_uM
from course.reference import card
from course.validate.plots._plot import Plot, line, measured, middle, published

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MS_PER_S = 1000


def _glutamate(axes: Axes) -> str:
    values = card("glutamate_cleft")
    t_ms = np.linspace(0, 4, 401)
    c = np.asarray(glutamate_mM(t_ms))
    line(axes, t_ms, c, BLUE, "model: as receptors saw it")
    diffusion_ms = diffusion_time_ms(values["radius_nm"].value, values["D_um2_ms"].value)
    alone = c[0] * np.exp(-t_ms / diffusion_ms)
    line(axes, t_ms, alone, ORANGE, f"diffusion alone, {diffusion_ms:.3f} ms")
    tau = middle(published("T1.9")[0])
    measured(axes, [tau], [c[0] / np.e], "fallen to 1/e, published")
    axes.set(xlabel="time after release (ms)", ylabel="glutamate (mM)", ylim=(0, None))
    return (
        f"Glutamate falls from {c[0]:.1f} mM to a share of 1/e in {tau:g} ms, as published. "
        f"Diffusion alone would take {diffusion_ms:.3f} ms, and its curve hugs the axis."
    )


def _dopamine(axes: Axes) -> str:
    t_s = np.linspace(0, 0.3, 301)
    figure, halves = published("T1.17")[0], []
    for c0, stroke, label in (
        (0.24, ORANGE, "model: four pulses at once"),
        (float(after_pulses_uM(4, rate_Hz=200)), BLUE, "model: four pulses at 200 Hz"),
    ):
        c = np.asarray(dopamine_clearance_uM(t_s, c0)) / c0
        line(axes, _MS_PER_S * t_s, c, stroke, label)
        halves.append(_MS_PER_S * np.interp(-0.5, -c, t_s))
    seen_ms, spread_ms = _MS_PER_S * middle(figure), _MS_PER_S * (figure.high - figure.low) / 2
    measured(axes, [seen_ms], [0.5], "rat striatum, half-time ± 10 %", aside=[spread_ms])
    axes.set(xlabel="time (ms)", ylabel="dopamine (share of the peak)", ylim=(0, 1.02))
    return (
        f"Dopamine falls to a half in {halves[0]:.0f} or {halves[1]:.0f} ms in the model; "
        f"{seen_ms:.0f} ms were measured."
    )


def _quanta(axes: Axes) -> str:
    bands = published("T1.11")
    low, high = bands[0].low, bands[0].high
    p = np.linspace(0.7, 1, 101)
    for n, stroke in ((45, BLUE), (53, GREEN)):
        line(axes, p, quantal_moments(n, p, 1.0).mean_mV, stroke, f"model: {n} sites")
    axes.axhspan(low, high, color=CROSS.colour, alpha=0.18, linewidth=0, label="quanta, published")
    measured(axes, [0.90, 0.82], [45 * 0.90, 53 * 0.82], "published pairs of ends")
    axes.set(xlabel="probability of release", ylabel="quanta released by a spike")
    return (
        f"Quanta released are sites times probability: 45 × 0.90 is {45 * 0.90:g} and 53 × 0.82 is "
        f"{53 * 0.82:.1f}, both inside the published {low:g} to {high:g}."
    )


PLOTS = (
    Plot(
        lesson=1,
        title="Glutamate in the cleft",
        caption="A known miss that teaches: diffusion out of so narrow a cleft is about a hundred "
        "times faster than what a displaced antagonist showed. Later work sees two phases.",
        sources=("clements_1992", "clements_1996"),
        datasets=(),
        draw=_glutamate,
    ),
    Plot(
        lesson=1,
        title="Dopamine after a burst",
        caption="Affinity and speed of the transporter are unconfirmed one by one; together they "
        "give the half-time that was measured in vivo.",
        sources=("uptake_impulse_flow_1995",),
        datasets=(),
        draw=_dopamine,
    ),
    Plot(
        lesson=1,
        title="Quanta at the rat's diaphragm",
        caption="The opposite ends of the published ranges go together; the other pairs fall "
        "outside. So this is a check of consistency and no more.",
        sources=("rat_diaphragm_binomial",),
        datasets=(),
        draw=_quanta,
    ),
)
