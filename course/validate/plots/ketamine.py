"""Lesson 4: ketamine in plasma, at its receptor, in pain and in depression."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.explorers.style import BLUE, CROSS, GREEN, GREY, HERE, ORANGE
from course.models.antidepressant_hypotheses import plasma_linked, slow_site, triggered_state
from course.models.drugs import drug
from course.models.potency import hill_from_two_points, one_site_ic50_uM
from course.models.slow_relief import relief
from course.reference import card
from course.reference.data import dataset
from course.validate.plots._plot import Plot, band, line, listed, measured, middle, published

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

_MIN_PER_H = 60
_H_PER_D = 24
_ROUTES = card("ketamine_routes")
_INFUSION_MIN = _ROUTES["infusion_min"].value
_DOSE_MG = _ROUTES["dose_mg_kg"].value * _ROUTES["weight_kg"].value
_INFUSION = f"{_DOSE_MG:g} mg IV over {_INFUSION_MIN:g} min"


def _infusion(axes: Axes) -> str:
    t_min = np.linspace(0, 150, 301)
    figure, limits = published("T4.1 clements")[0], []
    band(axes, figure.low, figure.high, "published range at the end of the infusion")
    for name, stroke in (("domino", ORANGE), ("kamp", GREEN), ("clements", BLUE)):
        c = drug(f"ketamine_{name}").concentration_ng_mL(t_min / _MIN_PER_H, _INFUSION)
        line(axes, t_min, c, stroke, f"model: {name.capitalize()}")
        limits.append(np.max(c))
    measured(axes, [_INFUSION_MIN], [middle(figure)], "antidepressant trial")
    axes.set(xlabel="time (min)", ylabel="ketamine in plasma (ng/mL)", ylim=(0, None))
    return (
        f"Plasma rises for {_INFUSION_MIN:g} min and falls afterwards. The models peak at "
        f"{listed(limits)} ng/mL; {middle(figure):g} was reported, and {figure.low:g} to "
        f"{figure.high:g} in another study."
    )


def _nose(axes: Axes) -> str:
    data, sentences = dataset("phar2669_ketamine"), []
    by_nose = np.flatnonzero(np.array(data.texts("route")) == "IN")
    t_min = np.linspace(0, 120, 241)
    for row, stroke in zip(by_nose, (GREEN, ORANGE, BLUE), strict=True):
        dose, seen, factor, at = (
            data.numbers(column)[row]
            for column in ("dose_mg", "cmax_ng_mL", "cmax_gsd", "tmax_min")
        )
        c = drug("ketamine_kamp").concentration_ng_mL(t_min / _MIN_PER_H, f"{dose:g} mg IN")
        line(axes, t_min, c, stroke, f"model: {dose:g} mg")
        spread = [[seen - seen / factor], [seen * factor - seen]]
        label = "peaks measured, geometric mean and SD" if row == by_nose[0] else ""
        measured(axes, [at], [seen], label, spread=spread)
        sentences.append(f"{dose:g} mg: {np.max(c):.0f} in the model, {seen:g} measured")
    axes.set(xlabel="time (min)", ylabel="ketamine in plasma (ng/mL)", ylim=(0, None))
    return f"Peaks of ketamine by nose, in ng/mL. {'; '.join(sentences)}."


def _single_channels(axes: Axes) -> str:
    data = dataset("orser1997_ketamine")
    c, open_part = data.numbers("c_uM"), data.numbers("remaining_pct")
    where = np.array(data.texts("configuration"))
    shown = np.geomspace(0.02, 50, 201)
    sentences = []
    for name, stroke, one_site, both in (
        ("cell-attached", HERE, ORANGE, BLUE),
        ("outside-out", CROSS, GREY, GREEN),
    ):
        x, y = c[where == name], open_part[where == name]
        ic50 = np.exp(np.mean(np.log(one_site_ic50_uM(x, y / 100))))
        fit = hill_from_two_points(x[0], y[0] / 100, x[1], y[1] / 100)
        line(axes, shown, 100 / (1 + shown / ic50), one_site, f"one site, {name}")
        hill = 100 / (1 + (shown / fit.ic50) ** fit.hill)
        line(axes, shown, hill, both, f"Hill slope {fit.hill:.2f}, {name}")
        measured(axes, x, y, f"measured, {name}", stroke=stroke)
        sentences.append(
            f"{name}: {listed(y, 'g')} % at {listed(x, 'g')} µM, a Hill slope of {fit.hill:.2f}"
        )
    axes.set(
        xscale="log", xlabel="ketamine (µM)", ylabel="channels open (% of control)", ylim=(0, 105)
    )
    return f"Open channels fall with ketamine. {'; '.join(sentences)}. One site would give 1."


def _crps(axes: Axes) -> str:
    values = card("crps_relief")
    hours, level = values["infusion_h"].value, values["plasma_ng_mL"].value
    t_d = np.linspace(-hours / _H_PER_D, 84, 401)
    line(axes, t_d, relief(t_d, level, hours), BLUE, f"model: relief at {level:g} ng/mL")
    outlasts = values["outlasts_d"].value
    at_outlasts = relief(outlasts, level, hours)
    axes.axvline(outlasts, color=HERE.colour, linewidth=1.2, label="relief outlasts the drug")
    week_12 = 12 * 7 - hours / _H_PER_D
    axes.axvspan(week_12, 84, color=CROSS.colour, alpha=0.25, label="groups no longer differ")
    axes.axvspan(-hours / _H_PER_D, 0, color=GREY.colour, alpha=0.25, label="infusion")
    axes.set(
        xlabel="days since the infusion ended", ylabel="relief (share of full)", ylim=(0, 1.02)
    )
    return (
        f"Relief is {relief(0.0, level, hours):.2f} when the infusion ends and "
        f"{at_outlasts:.2f} after {outlasts:g} days, as long as relief was said to outlast the "
        f"drug. At week 12, when the trial's groups no longer differed, it is "
        f"{relief(week_12, level, hours):.2f}."
    )


def _crps_pain(axes: Axes) -> str:
    data = dataset("sigtermans2009_crps")
    arms, pain = data.texts("arm"), data.numbers("pain_week_1")
    for i, stroke in enumerate((HERE, CROSS)):
        measured(axes, [i], pain[[i]], "", spread=data.numbers("spread")[[i]], stroke=stroke)
        axes.annotate(f"{pain[i]:g}", (i, pain[i]), (9, -3), textcoords="offset points")
    axes.set(
        xlim=(-0.6, 1.6),
        ylim=(0, 10),
        xticks=range(len(arms)),
        xticklabels=arms,
        ylabel="pain score, week 1 (0 to 10)",
    )
    side = dict(zip(arms, data.numbers("psychomimetic_pct"), strict=True))
    return (
        f"Lowest pain scores: {pain[0]:g} on ketamine and {pain[1]:g} on placebo. Psychomimetic "
        f"effects: {side['ketamine']:g} % and {side['placebo']:g} %."
    )


def _depression(axes: Axes) -> str:
    data = dataset("han2016_ketamine_response")
    t_h, share = data.numbers("t_h"), data.numbers("response_pct")
    fine = np.concatenate([np.linspace(0, 6, 121), np.linspace(6.5, 192, 300)])
    plasma = drug("ketamine_clements").concentration_ng_mL(fine, _INFUSION)
    hypotheses: dict[str, NDArray[np.float64]] = {
        "follows plasma": np.asarray(plasma_linked(plasma)),
        "slow effect site": slow_site(fine, plasma),
        "triggered state": triggered_state(fine, plasma),
    }
    for (name, effect), stroke in zip(hypotheses.items(), (ORANGE, GREEN, BLUE), strict=True):
        # Response is a share of people, not of an effect: only the shape is compared.
        scale = share[0] / np.interp(t_h[0], fine, effect) if name != "follows plasma" else 60
        line(axes, fine, scale * effect, stroke, f"model: {name}")
    measured(axes, t_h, share, "people who responded")
    axes.set(
        xlabel="hours since the infusion began",
        ylabel="responders (%)",
        ylim=(0, 100),
        xticks=np.arange(0, 193, 24),
    )
    return (
        f"Response: {listed(share)} % after {listed(t_h, 'g')} h. An effect that follows plasma "
        "is gone within a day; a slow effect site and a triggered state both last, and fall "
        "faster than the response did."
    )


PLOTS = (
    Plot(
        lesson=4,
        title="Ketamine, 0.5 mg/kg over 40 min",
        caption="Three published models of the same drug. They differ by more than people do: the "
        "one with the small central volume behaves like arterial blood, the others like venous.",
        sources=("zanos_2018", "domino_1984", "clements_nimmo_1981", "kamp_2020"),
        datasets=(),
        draw=_infusion,
    ),
    Plot(
        lesson=4,
        title="Ketamine by nose",
        caption="Kamp's compartments, one bioavailability for all doses. The model lies at the "
        "lower end of the spread, and rises in proportion where people absorbed less of a "
        "larger dose. The time of the peak is that of one assumed rate.",
        sources=("phar2669_ketamine", "kamp_2020"),
        datasets=("phar2669_ketamine",),
        draw=_nose,
    ),
    Plot(
        lesson=4,
        title="Ketamine on single NMDA channels",
        caption="A known miss. One site would give a Hill slope of 1, and cannot pass through both "
        "points of either experiment: ketamine also reaches closed channels, through the membrane.",
        sources=("orser_1997",),
        datasets=("orser1997_ketamine",),
        draw=_single_channels,
    ),
    Plot(
        lesson=4,
        title="Relief of CRPS pain that outlasts the drug",
        caption="The model's half-time of 10.9 days was fitted to the trial by its authors, so the "
        "agreement is no independent test. A constant level in plasma is a teaching choice.",
        sources=("dahan_2011", "sigtermans_2009_crps"),
        datasets=(),
        draw=_crps,
    ),
    Plot(
        lesson=4,
        title="The trial behind it",
        caption="Data alone, with their spread as printed. Function did not improve, and most "
        "people on ketamine had psychomimetic effects, so they could guess what they got.",
        sources=("sigtermans_2009_crps",),
        datasets=("sigtermans2009_crps",),
        draw=_crps_pain,
    ),
    Plot(
        lesson=4,
        title="Three reasons why an effect on mood could last",
        caption="Shapes only: a share of responders is no measure of effect, so the two lasting "
        "curves are scaled to the first point, the plasma curve to be seen. All constants are "
        "teaching choices. Following plasma is refuted; the other two are not told apart.",
        sources=("han_2016",),
        datasets=("han2016_ketamine_response",),
        draw=_depression,
    ),
)
