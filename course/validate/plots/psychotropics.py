"""Lesson 3: a stimulant at its target, diazepam in plasma, genes, and a trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.explorers.style import BLUE, CROSS, DOT, GREY, HERE, ORANGE
from course.models.drugs import drug
from course.models.evidence_statistics import odds_ratio, proportion_interval
from course.models.exposure import half_lives_h
from course.models.fitting import fit_emax
from course.reference import card
from course.reference.data import dataset
from course.validate.plots._plot import Plot, line, listed, measured, published

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MIN_PER_H = 60
_H_PER_D = 24
_DIAZEPAM = f"{card('diazepam_intravenous')['dose_mg'].value:g} mg"


def _methylphenidate(axes: Axes) -> str:
    data = dataset("volkow1998")
    dose, seen = data.numbers("dose_mg"), data.numbers("occupancy_pct")
    fixed, free = fit_emax(dose, seen, emax=100), fit_emax(dose, seen)
    shown = np.linspace(0, 80, 161)
    line(axes, shown, fixed.at(shown), BLUE, f"model: half by {fixed.ed50:.1f} mg, at most 100 %")
    line(axes, shown, free.at(shown), ORANGE, f"both fitted: at most {free.emax:.0f} %")
    spread = data.numbers("occupancy_sd_pct")
    measured(axes, dose, seen, "PET, 7 people, mean ± SD", spread=spread)
    axes.set(xlabel="methylphenidate (mg)", ylabel="dopamine transporters blocked (%)")
    axes.set(ylim=(0, 100))
    return (
        f"Occupancy of {listed(seen, 'g')} % was measured after {listed(dose, 'g')} mg; the model "
        f"gives {listed(fixed.at(dose))} %, too much at the lowest dose."
    )


def _status_epilepticus(axes: Axes) -> str:
    data = dataset("alldredge2001")
    arms, people, ended = data.texts("arm"), data.numbers("people"), data.numbers("ended")
    share, ends = 100 * ended / people, proportion_interval(ended, people)
    spread = np.abs([100 * np.asarray(ends.low) - share, 100 * np.asarray(ends.high) - share])
    measured(axes, range(len(arms)), share, "ended on arrival, 95 % interval", spread=spread)
    for i, value in enumerate(share):
        axes.annotate(f"{value:.1f} %", (i, value), (9, -3), textcoords="offset points")
    against = odds_ratio(ended[:2], people[:2], ended[2], people[2])
    axes.set(xticks=range(len(arms)), xticklabels=arms, xlim=(-0.6, 2.7), ylim=(0, 100))
    axes.set(ylabel="status epilepticus ended (%)")
    return (
        f"Status epilepticus had ended on arrival in {listed(share)} % on {', '.join(arms)}. Crude "
        f"odds ratios to placebo: {listed(against)}."
    )


def _one_dose(axes: Axes) -> str:
    model, t_min = drug("diazepam_iv"), np.linspace(0, 240, 961)
    peaks = []
    for route, stroke, words in (
        ("IV", GREY, "into a vein"),
        ("PO", BLUE, "by mouth"),
        ("IM", ORANGE, "into a muscle"),
    ):
        c = model.concentration_ng_mL(t_min / _MIN_PER_H, f"{_DIAZEPAM} {route}")
        line(axes, t_min, c, stroke, f"model: {_DIAZEPAM} {words}")
        peaks.append(np.max(c))
    mouth, when = published("T3.15 peak")[0], published("T3.15 time")[0]
    muscle, muscle_when = published("M3.10 muscle")[0], published("M3.10 muscle time")[0]
    for peak, time, label, mark in (
        (mouth, when, "by mouth, peaks measured", DOT),
        (muscle, muscle_when, "into a muscle, mean ± SD", CROSS),
    ):
        measured(
            axes,
            [_MIN_PER_H * (time.low + time.high) / 2],
            [(peak.low + peak.high) / 2],
            label,
            spread=[(peak.high - peak.low) / 2],
            aside=[_MIN_PER_H * (time.high - time.low) / 2],
            stroke=mark,
        )
    axes.set(xlabel="time (min)", ylabel="diazepam in plasma (ng/mL)", ylim=(0, 620))
    return (
        f"Peaks of {_DIAZEPAM} of diazepam: by mouth {peaks[1]:.0f} ng/mL in the model, "
        f"{mouth.low:g} to {mouth.high:g} measured; into a muscle {peaks[2]:.0f}, "
        f"{muscle.value:g} measured. Both of the model's peaks come at another time than the "
        "measured ones."
    )


def _daily(axes: Axes) -> str:
    model, t_h = drug("diazepam_pop"), np.linspace(0, 42 * _H_PER_D, 1009)
    ends = []
    for name, stroke in (("diazepam", BLUE), ("nordiazepam", ORANGE)):
        c = np.asarray(model.concentration_ng_mL(t_h, f"{_DIAZEPAM} PO q24h x 42", of=name))
        line(axes, t_h / _H_PER_D, c, stroke, f"model: {name}")
        ends.append(np.mean(c[-_H_PER_D:]))
    quoted = published("T3.18 parent")[0]
    axes.axvspan(
        quoted.low / _H_PER_D,
        quoted.high / _H_PER_D,
        color=GREY.colour,
        alpha=0.2,
        linewidth=0,
        label="steady state, as published",
    )
    axes.set(xlabel=f"days of {_DIAZEPAM} daily", ylabel="in plasma (ng/mL)", ylim=(0, 470))
    return (
        f"On {_DIAZEPAM} daily, diazepam comes to a mean of about {ends[0]:.0f} ng/mL within the "
        f"published {quoted.low / _H_PER_D:g} to {quoted.high / _H_PER_D:g} days; nordiazepam is "
        f"still rising then, to about {ends[1]:.0f}."
    )


def _genotypes(axes: Axes) -> str:
    qin = dataset("qin1999")
    second, third = dataset("cyp2c19_second_cohort"), dataset("zhang1990")
    place = np.arange(len(qin.texts("genotype")), dtype=np.float64)
    parts = (
        ("diazepam", "half_life_h", BLUE, -0.12, HERE),
        ("nordiazepam", "metabolite_half_life_h", ORANGE, 0.12, CROSS),
    )
    for name, column, stroke, aside, mark in parts:
        slowest = [
            half_lives_h(drug(f"diazepam_{genotype}"), of=name).max()
            for genotype in ("em", "im", "pm")
        ]
        line(axes, place + aside, slowest, stroke, f"model: {name}")
        spread = qin.numbers(column.replace("half_life", "half_life_sd"))
        measured(
            axes,
            place + aside,
            qin.numbers(column),
            f"{name}, first cohort",
            spread=spread,
            stroke=mark,
        )
    for data, marker, label in ((second, "s", "second cohort"), (third, "^", "third cohort")):
        for _, column, stroke, aside, _ in parts:
            axes.plot(
                place[[0, 2]] + 1.6 * aside,
                data.numbers(column),
                marker=marker,
                markersize=7,
                linestyle="none",
                markerfacecolor="none",
                markeredgecolor=stroke.colour,
                label=label if column == "half_life_h" else "",
            )
    axes.set(
        xticks=place,
        xticklabels=qin.texts("genotype"),
        xlabel="CYP2C19 genotype; cohorts 2 and 3: extensive and poor metabolisers",
        ylabel="half-life (h)",
        ylim=(0, 300),
        xlim=(-0.5, 2.5),
    )
    return (
        "Half-lives of diazepam in extensive and poor metabolisers: "
        f"{listed(qin.numbers('half_life_h')[[0, 2]])} h in the first cohort, "
        f"{listed(second.numbers('half_life_h'))} h in the second, "
        f"{listed(third.numbers('half_life_h'))} h in the third, which saw no difference. The "
        "model is built from the first."
    )


PLOTS = (
    Plot(
        lesson=3,
        title="Methylphenidate at the dopamine transporter",
        caption="A known miss: the hyperbola passes near the usual doses and lies far above the "
        "lowest one. Freeing its maximum hardly helps.",
        sources=("volkow_1998",),
        datasets=("volkow1998",),
        draw=_methylphenidate,
    ),
    Plot(
        lesson=3,
        title="Status epilepticus treated on the way to hospital",
        caption="Data alone; the intervals and the odds ratios are computed from the counts. The "
        "published odds ratios, 4.8 and 2.3, are adjusted.",
        sources=("alldredge_2001",),
        datasets=("alldredge2001",),
        draw=_status_epilepticus,
    ),
    Plot(
        lesson=3,
        title=f"{_DIAZEPAM} of diazepam, three ways",
        caption="The heights agree. The times are known misses: one first-order rate of absorption "
        "cannot give height and time at once. The injection's first minutes are cut off above.",
        sources=("hung_1996", "hogan_2020"),
        datasets=(),
        draw=_one_dose,
    ),
    Plot(
        lesson=3,
        title="Diazepam daily, and what it becomes",
        caption="The published time to a steady state fits the parent. The metabolite waits for it "
        "and takes 17 days to nine tenths: a known miss of the published range, not of the model.",
        sources=("greenblatt_1989", "greenblatt_1988", "qin_1999"),
        datasets=(),
        draw=_daily,
    ),
    Plot(
        lesson=3,
        title="CYP2C19 and diazepam: three cohorts",
        caption="The model reproduces the first cohort by construction. A third cohort found no "
        "difference for diazepam: the question is open, and the lesson shows all three.",
        sources=("qin_1999", "diazepam_phenotypes_1996", "zhang_1990"),
        datasets=("qin1999", "cyp2c19_second_cohort", "zhang1990"),
        draw=_genotypes,
    ),
)
