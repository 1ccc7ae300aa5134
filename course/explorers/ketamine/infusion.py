"""Infusion: two models of one drug, one person, and the blood pressure (W4.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.explorers.declaration import (
    Axis,
    Challenge,
    Control,
    Explorer,
    Line,
    Panel,
    Points,
    Prediction,
    Settings,
)
from course.explorers.ketamine.pump import LOOSE, TIGHT, Infusion, UP_pct, infuse
from course.explorers.style import (
    BLUE,
    BLUE_DOTTED,
    CROSS,
    DOT,
    HERE,
    ORANGE,
    ORANGE_DOTTED,
)
from course.explorers.words import plain, three
from course.reference import card

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.explorers.style import Stroke
    from course.reference import Value

_ROUTES = card("ketamine_routes")
_TWO, _THREE = "two compartments", "three compartments"
_SEEN = "level reported by a trial"
_THIN_SPACE = "\u2009"
_THE_TRIALS = (_ROUTES["dose_mg_kg"].value, 100.0)


def _in_words(settings: Settings, r: Infusion) -> str:
    return (
        f"{three(r.dose_mg)} mg over {plain(settings['infusion_min'])} min end at "
        f"{three(r.two_at_end)} ng/mL with two compartments and at {three(r.three_at_end)} with "
        f"three. That blocks {three(100 * r.two_blocked.max())} and "
        f"{three(100 * r.three_blocked.max())} % of the receptors if the IC50 is "
        f"{plain(TIGHT.value)} µM, {three(100 * r.two_blocked_loosely.max())} and "
        f"{three(100 * r.three_blocked_loosely.max())} % if it is {plain(LOOSE.value)}. Mean "
        f"pressure rises by {three(r.two_rise_pct)} or {three(r.three_rise_pct)} %; marks stand "
        f"where it is a tenth up."
    )


def _up(model: str) -> str:
    return f"pressure more than a tenth up with {model}"


def _block(field: str, compartments: int, ic50: Value, stroke: Stroke, held: bool = True) -> Line:
    model = {2: _TWO, 3: _THREE}[compartments]
    return Line(
        "t_min",
        field,
        f"{compartments}:{_THIN_SPACE}{ic50.value:g}",
        stroke,
        held=held,
        words=f"{model}, IC50 {ic50.value:g} µM",
    )


def _nearly_agree(r: Infusion) -> bool:
    return r.three_at_end <= 1.25 * r.two_at_end


def _raises_no_alarm(r: Infusion) -> bool:
    return max(r.two_rise_pct, r.three_rise_pct) < UP_pct


def _is_shortest(holds: Callable[[Infusion], bool], s: Settings, r: Infusion) -> bool:
    """Tell whether the trials' dose does something now, and not if given a minute faster."""
    if (s["dose_mg_kg"], s["clearance_pct"]) != _THE_TRIALS or not holds(r):
        return False
    return not holds(infuse(**{**s, "infusion_min": s["infusion_min"] - 1}))


INFUSION = Explorer(
    name="infusion",
    title="Infusion: which model, which person, which receptor",
    model=infuse,
    controls=(
        Control.of(_ROUTES["dose_mg_kg"], "Dose", low=0.1),
        Control.of(_ROUTES["infusion_min"], "Length of the infusion", low=10),
        Control.of(_ROUTES["weight_kg"], "Weight of the person"),
        Control("clearance_pct", "Clearance of the person", "% of usual", 50, 150, 100, 5),
    ),
    panels=(
        Panel(
            "Plasma, 2 or 3 compartments",
            Axis("Time", 0, 180, "min", ticks=(0, 30, 60, 90, 120, 150, 180)),
            Axis("Ketamine", 0, 500, "ng/mL"),
            (
                Line("t_min", "two_ng_mL", "2", BLUE, words=_TWO),
                Line("t_min", "three_ng_mL", "3", ORANGE, words=_THREE),
                Points("reported_min", "reported_ng_mL", "reported", HERE, held=False, words=_SEEN),
                Points("two_up_min", "two_up_at", "2 up", DOT, held=False, words=_up(_TWO)),
                Points(
                    "three_up_min",
                    "three_up_at",
                    "3 up",
                    CROSS,
                    held=False,
                    words=_up(_THREE),
                ),
            ),
        ),
        Panel(
            "Receptors blocked, by IC50 (µM)",
            Axis("Time", 0, 180, "min", ticks=(0, 30, 60, 90, 120, 150, 180)),
            Axis("Fraction blocked", 0, 1),
            (
                _block("two_blocked", 2, TIGHT, BLUE),
                _block("three_blocked", 3, TIGHT, ORANGE),
                _block("two_blocked_loosely", 2, LOOSE, BLUE_DOTTED, held=False),
                _block("three_blocked_loosely", 3, LOOSE, ORANGE_DOTTED, held=False),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "Clears slowly": {"clearance_pct": 50},
        "Clears fast": {"clearance_pct": 150},
        "Over two hours": {"infusion_min": 120},
    },
    challenges=(
        Challenge(
            "Keep 0.5 mg/kg and the usual clearance. Find the shortest infusion at whose end the "
            "two models differ by a quarter at most.",
            lambda s, r: _is_shortest(_nearly_agree, s, r),
            "The longer it runs, the less the small first volume counts. Most of the quarrel "
            "between the models is about the first minutes.",
        ),
        Challenge(
            "With the same dose and clearance, find the shortest infusion in which pressure stays "
            "less than a tenth above its start in both models.",
            lambda s, r: _is_shortest(_raises_no_alarm, s, r),
            "The strip of one model was never there. Which model is believed decides whether "
            "anybody would have been warned.",
        ),
    ),
    constants=(
        *(_ROUTES[n] for n in ("reported_end_ng_mL", "ketamine_g_mol")),
        *card("ketamine_clements").values(),
        *card("ketamine_domino").values(),
        TIGHT,
        LOOSE,
        *(card("ketamine_haemodynamics")[n] for n in ("ec50_ng_mL", "pressure_max_pct")),
        card("esketamine_monitoring")["recovered_ratio"],
    ),
    code="""
import numpy as np
from course.models.disposition import scale_elimination
from course.models.drugs import drug
from course.models.haemodynamics import CirculatoryRise
from course.models.occupancy import occupancy
from course.models.potency import micromolar
from course.models.regimen import Regimen
from course.reference import card

t_min = np.linspace(0, 180, 361)
regimen = Regimen.give($dose_mg_kg * $weight_kg, "IV", over_h=$infusion_min / 60)
models = [drug(name, $weight_kg) for name in ("ketamine_clements", "ketamine_domino")]
two, three = (scale_elimination(model, $clearance_pct / 100) for model in models)
two_ng_mL = two.concentration_ng_mL(t_min / 60, regimen)
three_ng_mL = three.concentration_ng_mL(t_min / 60, regimen)

pressure = CirculatoryRise.suggested("pressure")
alarm_pct = 100 * (card("esketamine_monitoring")["recovered_ratio"].value - 1)
up = [pressure.rise_pct(t_min, level) > alarm_pct for level in (two_ng_mL, three_ng_mL)]
two_up_min, three_up_min = (t_min[::8][each[::8]] for each in up)

receptor, grams = card("ketamine_at_nmda_receptor"), card("ketamine_routes")["ketamine_g_mol"]
tight, loose = receptor["ic50_binding_uM"].value, receptor["ic50_glun2a_uM"].value
two_uM, three_uM = (micromolar(level, grams.value) for level in (two_ng_mL, three_ng_mL))
two_blocked, three_blocked = occupancy(two_uM, tight), occupancy(three_uM, tight)
two_blocked_loosely, three_blocked_loosely = occupancy(two_uM, loose), occupancy(three_uM, loose)
""",
    prediction=Prediction(
        "how many times as high the level is in the model with three compartments as in that "
        "with two, when the infusion ends",
        lambda r: r.three_at_end / r.two_at_end,
    ),
)
