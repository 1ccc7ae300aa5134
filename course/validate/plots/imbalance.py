"""Lesson 2: dopamine when its terminals die, and genes that set a drug's level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.explorers.style import BLUE, CROSS, HERE, ORANGE
from course.models.pharmacogenetics import fit_gene_dose
from course.models.terminal_loss import burst_peak_uM, dopamine_after_loss_uM
from course.reference import card
from course.reference.data import dataset
from course.validate.plots._plot import Plot, line, listed, measured

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ALLELES = 2  # a person has two copies of the gene


def _terminals(axes: Axes) -> str:
    data = dataset("heng2023_transporter")
    lost_pct = np.linspace(0, 98, 197)
    left = 1 - lost_pct / 100
    tone = np.asarray(dopamine_after_loss_uM(left)) / dopamine_after_loss_uM(1.0)
    values = card("terminal_loss")
    burst = {
        "pulses": int(values["burst_pulses"].value),
        "rate_Hz": values["burst_rate_Hz"].value,
    }
    peaks = np.asarray(burst_peak_uM(left, **burst)) / burst_peak_uM(1.0, **burst)
    line(axes, lost_pct, tone, BLUE, "model: steady level")
    line(axes, lost_pct, peaks, ORANGE, "model: peak of a burst")
    side = np.array(data.texts("side"))
    loss, low, high = (data.numbers(f"{name}_pct") for name in ("loss", "low", "high"))
    for name, height, stroke in (("contralateral", 0.14, HERE), ("ipsilateral", 0.06, CROSS)):
        x, aside = loss[side == name], [(loss - low)[side == name], (high - loss)[side == name]]
        y = height + 0.03 * np.arange(len(x))
        measured(axes, x, y, f"early disease, {name} loss", aside=aside, stroke=stroke)
    axes.set(xlabel="dopamine terminals lost (%)", ylabel="dopamine (share of normal)")
    axes.set(ylim=(0, 1.05))
    now = loss.mean()
    return (
        f"In early Parkinson's disease {loss.min():g} to {loss.max():g} % of the transporter is "
        f"lost. At a loss of {now:.0f} % the model keeps {np.interp(now, lost_pct, tone):.2f} of "
        f"the steady level and {np.interp(now, lost_pct, peaks):.2f} of a burst's peak."
    )


def _nortriptyline(axes: Axes) -> str:
    data = dataset("morita2000")
    genes = _ALLELES - data.numbers("mutated_alleles")
    levels = data.numbers("level_ng_mL_per_mg_kg")
    fit = fit_gene_dose(genes, levels)
    shown = np.linspace(0, _ALLELES, 101)
    line(axes, shown, fit.level_per_dose(shown), BLUE, "model: the reciprocal is a straight line")
    spread = data.numbers("sd_ng_mL_per_mg_kg")
    measured(axes, genes, levels, "41 patients, mean ± SD", spread=spread)
    axes.set(
        xlabel="unimpaired CYP2D6 genes",
        ylabel="nortriptyline (ng/mL per mg/kg)",
        xticks=range(_ALLELES + 1),
        ylim=(0, None),
    )
    return (
        f"Nortriptyline for each dose falls as unimpaired genes rise. With {listed(genes, 'g')} "
        f"genes, {listed(levels)} ng/mL per mg/kg were measured; the model gives "
        f"{listed(fit.level_per_dose(genes))}."
    )


def _amitriptyline(axes: Axes) -> str:
    data = dataset("cyp2d6_amitriptyline")
    score, people = data.numbers("activity_score"), data.numbers("n")
    reciprocal = 1 / data.numbers("amitriptyline_auc_ng_h_mL")
    # A mean of more people counts for more.
    slope, start = np.polyfit(score, reciprocal, 1, w=np.sqrt(people))
    shown = np.linspace(0, score.max(), 101)
    line(axes, shown, 1 / (start + slope * shown), BLUE, "model: the reciprocal is a straight line")
    measured(axes, score, 1 / reciprocal, "means of 1 to 11 people", stroke=CROSS)
    for x, y, n in zip(score, 1 / reciprocal, people, strict=True):
        axes.annotate(f"{n:.0f}", (x, y), (5, 5), textcoords="offset points", fontsize=8)
    axes.set(
        xlabel="CYP2D6 activity score", ylabel="area of amitriptyline (ng h/mL)", ylim=(0, None)
    )
    return (
        f"The area of one dose of amitriptyline falls from {1 / reciprocal[0]:.0f} to "
        f"{1 / reciprocal[-1]:.0f} ng h/mL as the activity score rises from {score[0]:g} to "
        f"{score[-1]:g}; the model's line goes from {1 / start:.0f} to "
        f"{1 / (start + slope * score[-1]):.0f}."
    )


PLOTS = (
    Plot(
        lesson=2,
        title="Losing terminals",
        caption="The points mark losses that were measured; their height means nothing. Symptoms "
        "begin where the steady level is still near normal, so it cannot be what fails first. "
        "The leak is a teaching choice, release and uptake are unconfirmed.",
        sources=("heng_2023",),
        datasets=("heng2023_transporter",),
        draw=_terminals,
    ),
    Plot(
        lesson=2,
        title="Nortriptyline by CYP2D6 genes",
        caption="Each gene adds the same clearance, so the level falls ever less steeply. Most of "
        "the impaired alleles kept some activity: the level without any gene would be higher.",
        sources=("morita_2000",),
        datasets=("morita2000",),
        draw=_nortriptyline,
    ),
    Plot(
        lesson=2,
        title="Amitriptyline by CYP2D6 activity score",
        caption="The same law on another drug that several enzymes clear: the line, fitted here, "
        "is nearly flat. Numbers beside the points count the people.",
        sources=("cyp2d6_amitriptyline_2021",),
        datasets=("cyp2d6_amitriptyline",),
        draw=_amitriptyline,
    ),
)
