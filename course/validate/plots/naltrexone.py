"""Lesson 5: naltrexone's blockade, its depot, its trials and the receptors that grow under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.explorers.style import BLUE, CROSS, HERE, ORANGE
from course.models.blockade import fit_ed50, fit_odds_decay
from course.models.depot import DepotRelease
from course.models.receptor_regulation import sensitivity_after_stopping
from course.models.receptor_theory import dose_ratio, kb_from_pa2, schild_fit
from course.reference import card, targets
from course.reference.data import dataset
from course.validate.plots._plot import Plot, band, line, listed, measured, published

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def _blockade(axes: Axes) -> str:
    data = dataset("rabiner_blockade")
    dose, blocked = data.numbers("dose_mg"), data.numbers("block_pct")
    fit = fit_ed50(dose, blocked)
    shown = np.geomspace(0.5, 200, 201)
    line(axes, shown, fit.at(shown), BLUE, f"model: half blocked by {fit.ed50:.2f} mg")
    measured(axes, dose, blocked, "PET within 8 h, seven points")
    axes.set(xscale="log", xlabel="naltrexone (mg)", ylabel="µ receptors blocked (%)")
    axes.set(ylim=(0, 103), xticks=[1, 2, 5, 15, 50, 150], xticklabels=[1, 2, 5, 15, 50, 150])
    return (
        f"Blockade rises with the dose: {listed(blocked, 'g')} % were measured after "
        f"{listed(dose, 'g')} mg; the fitted curve gives {listed(fit.at(dose))} %."
    )


def _schild(axes: Axes) -> str:
    data, grams = dataset("naltrexone_morphine_monkeys"), card("naltrexone")["naltrexone_g_mol"]
    ed50 = data.numbers("morphine_ed50_mg_kg")
    b = data.numbers("naltrexone_mg_kg")[1:] / 1000 / grams.value
    ratios = ed50[1:] / ed50[0]
    fit, shown = schild_fit(b, ratios), np.geomspace(3e-9, 3e-7, 101)
    line(axes, shown, dose_ratio(shown, kb_from_pa2(fit.pa2)) - 1, BLUE, "model: slope 1")
    measured(axes, b, ratios - 1, f"morphine for heroin; slope {fit.slope:.2f}")
    pa2 = dataset("ko1998_naltrexone").numbers("pa2")
    measured(axes, 10**-pa2, np.ones(len(pa2)), "dose ratio 2, six agonists", stroke=CROSS)
    axes.set(xscale="log", yscale="log", xlim=(1e-9, 5e-7))
    axes.set(xlabel="naltrexone (mol/kg)", ylabel="dose ratio - 1")
    return (
        f"Dose ratios of {listed(ratios)} were measured with rising naltrexone: a slope of "
        f"{fit.slope:.2f} where competition predicts 1, and a pA2 of {fit.pa2:.2f}. Against six "
        f"other agonists pA2 runs from {pa2.min():g} to {pa2.max():g}."
    )


def _odds(axes: Axes) -> str:
    recipe = targets()["T5.6"].compute
    assert recipe is not None  # noqa: S101  tells the type checker what the target file says
    t_h, blocked = np.array(recipe["t_h"]), np.array(recipe["blocked"])
    fit = fit_odds_decay(t_h, blocked)
    shown = np.linspace(0, 216, 201)
    line(axes, shown, 100 * np.asarray(fit.blockade(shown)), BLUE, "model: the odds halve")
    rate = np.polyfit(t_h, np.log(blocked), 1)
    line(axes, shown, 100 * np.exp(np.polyval(rate, shown)), ORANGE, "if blockade itself halved")
    measured(axes, t_h, 100 * blocked, "five volunteers (unconfirmed)")
    axes.set(xlabel="hours after naltrexone", ylabel="µ receptors blocked (%)", ylim=(0, 125))
    return (
        f"Blockade of {listed(100 * blocked)} % at {listed(t_h, 'g')} h, a series that is not "
        f"confirmed. With odds that halve every {fit.half_time_h:.1f} h the model gives "
        f"{listed(100 * np.asarray(fit.blockade(t_h)))} %."
    )


def _depot(axes: Axes) -> str:
    depot, t_d = DepotRelease.suggested(), np.linspace(0, 56, 561)
    drug, adherence, ends = card("naltrexone"), card("naltrexone_adherence"), []
    low, high = (adherence[f"effective_{end}_ng_mL"].value for end in ("low", "high"))
    band(axes, low, high, "said to be effective")
    for name, stroke in (("cl_licko_L_h", BLUE), ("cl_L_h", ORANGE)):
        clearance = drug[name].value
        c = depot.concentration_ng_mL(t_d, clearance)
        line(axes, t_d, c, stroke, f"model: cleared at {clearance:g} L/h")
        ends.append(float(depot.concentration_ng_mL(28, clearance)))
    axes.axvline(
        depot.plateau_d, color=HERE.colour, linewidth=1.2, label="decline begins, as published"
    )
    axes.set(xlabel="days since the injection", ylabel="naltrexone in plasma (ng/mL)")
    axes.set(ylim=(0, None))
    return (
        "Plasma after one injection: a high first day, a plateau to day "
        f"{depot.plateau_d:g}, then a slow fall to {listed(ends, '.2f')} ng/mL on day 28 with the "
        f"two published clearances. From {low:g} to {high:g} ng/mL are said to be effective."
    )


def _trial(axes: Axes) -> str:
    data, dropout = dataset("krupitsky2011"), dataset("xrntx_dropout2020")
    arms, median = data.texts("arm"), data.numbers("abstinent_weeks_pct")
    spread = np.array([median - data.numbers("low_pct"), data.numbers("high_pct") - median])
    clean = 100 * dropout.numbers("completed_without_positive") / dropout.numbers("n")
    place = np.arange(len(arms))
    measured(axes, place - 0.08, median, "weeks of abstinence, median", spread=spread)
    measured(axes, place + 0.08, clean, "completed without a positive test", stroke=CROSS)
    axes.set(xticks=place, xticklabels=arms, xlim=(-0.6, 1.6), ylim=(0, 100), ylabel="per cent")
    return (
        f"Median weeks of confirmed abstinence: {median[0]:g} % on naltrexone, {median[1]:g} % on "
        f"placebo. Completed all weeks without a positive test: {clean[0]:.0f} % and "
        f"{clean[1]:.0f} %."
    )


def _regulation(axes: Axes) -> str:
    data, sites = dataset("naltrexone_upregulation"), published("M5.12")[0]
    t_d = np.linspace(0, 28, 281)
    grown = np.asarray(sensitivity_after_stopping(0.0, t_d, 1))
    line(axes, t_d, grown, BLUE, "model: receptors under full blockade")
    eight_days = [8.0] * len(data.texts("strain"))
    measured(axes, eight_days, data.numbers("sites_ratio"), "mice: binding sites")
    potency = data.numbers("potency_ratio")
    measured(axes, eight_days, potency, "mice: morphine's potency", stroke=CROSS)
    axes.plot([8, 8], [sites.low, sites.high], color=HERE.colour, linewidth=4, alpha=0.4)
    axes.set(xlabel="days of naltrexone", ylabel="ratio to normal", ylim=(0.95, 2))
    return (
        f"After 8 days the model has {np.interp(8, t_d, grown):.2f} times the normal receptors. "
        f"In mice {sites.low:g} to {sites.high:g} times were found, and in two strains "
        f"{listed(data.numbers('sites_ratio'))}; morphine was {listed(potency)} times as potent."
    )


PLOTS = (
    Plot(
        lesson=5,
        title="Blockade by dose",
        caption="One hyperbola through seven measurements of twenty people. It gives up a little "
        "at 50 mg, a known miss, to pass between the points below.",
        sources=("rabiner_2011", "trostheim_2022"),
        datasets=("rabiner_blockade",),
        draw=_blockade,
    ),
    Plot(
        lesson=5,
        title="Competition: the Schild plot",
        caption="Monkeys. Competition at one site gives a slope of 1. Crosses show where "
        "naltrexone doubles the dose of an agonist: µ agonists on the left, κ agonists on the "
        "right. A blockade that more agonist overcomes is a danger, not a margin.",
        sources=("naltrexone_morphine_monkeys", "ko_1998"),
        datasets=("naltrexone_morphine_monkeys", "ko1998_naltrexone"),
        draw=_schild,
    ),
    Plot(
        lesson=5,
        title="Blockade over a week",
        caption="Unconfirmed: the abstract gives the times and half-times, not these four "
        "values. They check the arithmetic and are never graded as facts. Blockade that itself "
        "halved would have begun above 100 %.",
        sources=("lee_1988",),
        datasets=(),
        draw=_odds,
    ),
    Plot(
        lesson=5,
        title="A month's depot",
        caption="Release sets the time course, since elimination is fast beside it. The first "
        "peaks are drawn as one level day: a teaching choice. Published clearances differ "
        "2.2-fold, and the whole curve with them.",
        sources=("vivitrol_hcp", "hulse_2010"),
        datasets=(),
        draw=_depot,
    ),
    Plot(
        lesson=5,
        title="The trial of the depot",
        caption="Data alone: no model of the course predicts a trial. The two outcomes of one "
        "trial differ much in what they promise.",
        sources=("krupitsky_2011", "xrntx_dropout_2020"),
        datasets=("krupitsky2011", "xrntx_dropout2020"),
        draw=_trial,
    ),
    Plot(
        lesson=5,
        title="Receptors under an antagonist",
        caption="Growth under full blockade is chosen near that of mice. That the number returns, "
        "and how fast, is a teaching choice: no human figure was found. Sensitivity that is raised "
        "when the blockade ends is a risk of overdose.",
        sources=("naltrexone_upregulation_mice", "naltrexone_strains_mice"),
        datasets=("naltrexone_upregulation",),
        draw=_regulation,
    ),
)
