"""Lesson 3: a fit and how sure it is, a drug and its daughter, a race, a tap on a tendon."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.panel import Axis, Intervals, Line, Panel, Points
from course.explorers.style import BLUE, DOT, ESTIMATE, GREEN, GREY, HERE, ORANGE, SPREAD
from course.explorers.words import join, plain, three
from course.figures import Still
from course.models.accumulation import steady_average_ng_mL, time_to_share_of_steady_state_h
from course.models.drugs import NORDIAZEPAM, drug
from course.models.evidence_statistics import proportion_interval
from course.models.fitting import fit_emax
from course.models.occupancy import occupancy
from course.models.reflex import critical_delay_ms, critical_gain, reflex_gain, tap_response
from course.models.status_epilepticus import inhibitory_weight, rescue_window_min
from course.reference import card
from course.reference.data import dataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_H_PER_D, _MOMENT_H = 24, 1e-6
_CEILING_pct = 100.0
_HELD_ROW, _FREE_ROW = 2.6, 1.2  # below the valleys
# Teaching choices, which the text of the lesson names too.
_DAILY, _DAYS = "10 mg PO q24h", 28
_SETTLED = 0.9
_SOME_GABA_A = 0.3


def five_points() -> Still:
    """Return the curve through five doses, and how fast the fit gets worse beside it."""
    study = dataset("volkow1998")
    dose_mg, occupied_pct, sd_pct = (
        np.asarray(study[name], dtype=float)
        for name in ("dose_mg", "occupancy_pct", "occupancy_sd_pct")
    )
    held, free = fit_emax(dose_mg, occupied_pct, _CEILING_pct), fit_emax(dose_mg, occupied_pct)
    any_mg, ed50_mg = np.linspace(0, 65, 261), np.linspace(5, 45, 321)
    shares = np.asarray(occupancy(dose_mg[:, None], ed50_mg))
    best_pct = occupied_pct @ shares / (shares**2).sum(axis=0)

    def misfit_pct(ceiling_pct: Array | float) -> Array:
        off = occupied_pct[:, None] - ceiling_pct * shares
        return np.asarray(np.sqrt((off**2).mean(axis=0)))

    result = SimpleNamespace(
        dose_mg=dose_mg,
        occupied_pct=occupied_pct,
        doses_mg=np.repeat(dose_mg, 2),
        within_pct=np.ravel([occupied_pct - sd_pct, occupied_pct + sd_pct], order="F"),
        any_mg=any_mg,
        held_pct=held.at(any_mg),
        half_mg=held.ed50,
        half_pct=_CEILING_pct / 2,
        ed50_mg=ed50_mg,
        held_misfit_pct=misfit_pct(_CEILING_pct),
        free_misfit_pct=misfit_pct(best_pct),
        held_range_mg=[held.ed50 - held.ed50_se, held.ed50 + held.ed50_se],
        free_range_mg=[free.ed50 - free.ed50_se, free.ed50 + free.ed50_se],
        held_rows=[_HELD_ROW, _HELD_ROW],
        free_rows=[_FREE_ROW, _FREE_ROW],
        best_mg=[held.ed50, free.ed50],
        rows=[_HELD_ROW, _FREE_ROW],
    )
    panels = (
        Panel(
            "The best hyperbola",
            Axis("Methylphenidate", 0, 65, "mg"),
            Axis("DAT occupied", 0, 100, "%"),
            (
                Line("any_mg", "held_pct", "ceiling 100 %", BLUE),
                Intervals("doses_mg", "within_pct", "", SPREAD),
                Points("dose_mg", "occupied_pct", "measured", DOT),
                Points("half_mg", "half_pct", "half", HERE),
            ),
        ),
        Panel(
            "How much worse beside it",
            Axis("ED50", 5, 45, "mg"),
            Axis("Misfit", 0, 20, "points of %"),
            (
                Line("ed50_mg", "held_misfit_pct", "ceiling 100 %", BLUE),
                Line("ed50_mg", "free_misfit_pct", "free", ORANGE),
                Intervals("held_range_mg", "held_rows", "", BLUE),
                Intervals("free_range_mg", "free_rows", "", ORANGE),
                Points("best_mg", "rows", "best ± SE", HERE),
            ),
        ),
    )
    alt = (
        "Two panels for five doses of methylphenidate. On the left the occupancy of the "
        "transporters, each with its standard deviation, and the best hyperbola with a ceiling of "
        f"100 per cent: it passes one half at {three(held.ed50)} mg, and at the smallest dose it "
        "lies well above the point. On the right how far a curve misses the points, against its "
        "ED50. With the ceiling held that is a narrow valley, with the ceiling free a wide one "
        "with its lowest place almost below that of the other. The bars beneath show the best "
        f"ED50 with its standard error: {three(held.ed50)} ± {three(held.ed50_se)} mg, and "
        f"{three(free.ed50)} ± {three(free.ed50_se)} mg with the ceiling free."
    )
    return Still("five_points", panels, result, alt)


def weeks() -> Still:
    """Return diazepam and its daughter over four weeks of tablets and four without."""
    days = np.linspace(0, 56, 56 * 12 + 1)
    course = f"{_DAILY} x {_DAYS}"
    usual = drug("diazepam_pop")

    ends_d = np.arange(1, days[-1] + 1)

    def at_the_end_of_a_day(genotype: str) -> Array:
        before_the_next = _H_PER_D * ends_d - _MOMENT_H
        return np.asarray(drug(f"diazepam_{genotype}").concentration_ng_mL(before_the_next, course))

    daughter = np.asarray(usual.concentration_ng_mL(_H_PER_D * days, course, NORDIAZEPAM))
    mean = [steady_average_ng_mL(usual, f"{_DAILY} x 2", of) for of in (None, NORDIAZEPAM)]
    settled_d = [
        time_to_share_of_steady_state_h(usual, _SETTLED, of) / _H_PER_D
        for of in (None, NORDIAZEPAM)
    ]
    result = SimpleNamespace(
        days=days,
        ends_d=ends_d,
        parent=usual.concentration_ng_mL(_H_PER_D * days, course),
        daughter=daughter,
        settled_d=settled_d,
        settled=[_SETTLED * one for one in mean],
        em=at_the_end_of_a_day("em"),
        im=at_the_end_of_a_day("im"),
        pm=at_the_end_of_a_day("pm"),
    )
    at = Axis("Time", 0, 56, "days", ticks=(0, 14, 28, 42, 56))
    panels = (
        Panel(
            "Four weeks with, four without",
            at,
            Axis("In plasma", 0, 400, "ng/mL"),
            (
                Line("days", "parent", "diazepam", BLUE),
                Line("days", "daughter", "nordiazepam", ORANGE),
                Points("settled_d", "settled", "nine tenths", HERE),
            ),
        ),
        Panel(
            "Diazepam, before the next tablet",
            at,
            Axis("In plasma", 0, 2500, "ng/mL"),
            (
                Line("ends_d", "em", "two genes", BLUE),
                Line("ends_d", "im", "one", ORANGE),
                Line("ends_d", "pm", "none", GREEN),
            ),
        ),
    )
    last_d = float(days[-1])
    alt = (
        "Two panels over eight weeks, with 10 mg of diazepam a day in the first four. On the left "
        "diazepam rises in saw teeth and has nine tenths of its mean plateau after "
        f"{three(settled_d[0])} days, while nordiazepam climbs smoothly, has nine tenths after "
        f"{three(settled_d[1])} days, and passes its parent's mean. On day "
        f"{plain(last_d)}, four weeks later, next to nothing is left of the one and "
        f"{three(daughter[-1])} ng/mL of the other. On the right diazepam in the men of three "
        f"genotypes, just before the next tablet: on day {_DAYS} {_at_day(result, 'em')} ng/mL "
        f"with two working genes, {_at_day(result, 'im')} with one and "
        f"{_at_day(result, 'pm')} with none."
    )
    return Still("weeks", panels, result, alt)


def _at_day(shown: SimpleNamespace, genotype: str) -> str:
    return three(float(getattr(shown, genotype)[_DAYS - 1]))


def race() -> Still:
    """Return how long a drug can still end a seizure, and what a trial found."""
    values = card("status_epilepticus")
    critical, strength = values["w_crit"].value, values["p"].value
    t_min = np.linspace(0, 40, 321)
    left = np.asarray(inhibitory_weight(t_min))
    factors = [1, strength, 2 * strength]
    shut_min = np.asarray(rescue_window_min(p=factors))
    trial = dataset("alldredge2001")
    people, ended = (np.asarray(trial[name], dtype=float) for name in ("people", "ended"))
    ends, place = proportion_interval(ended, people), np.arange(people.size)
    result = SimpleNamespace(
        t_min=t_min,
        alone=left,
        once=strength * left,
        twice=2 * strength * left,
        critical=np.full(t_min.shape, critical),
        shut_min=shut_min,
        shut=np.full(shut_min.shape, critical),
        place=place,
        ended_pct=100 * ended / people,
        places=np.repeat(place, 2),
        between_pct=np.ravel(100 * np.asarray(ends), order="F"),
    )
    panels = (
        Panel(
            "In the model: until when?",
            Axis("Time since the seizure began", 0, 40, "min"),
            Axis("Inhibition", 0, 5),
            (
                Line("t_min", "alone", "no drug", BLUE),
                Line("t_min", "once", f"× {strength:g}", ORANGE),
                Line("t_min", "twice", f"× {2 * strength:g}", GREEN),
                Line("t_min", "critical", "", GREY),
                Points("shut_min", "shut", "too late", HERE),
            ),
        ),
        Panel(
            "In a trial: how many?",
            Axis("Given", -0.5, 2.5, ticks=tuple(place), names=tuple(trial["arm"])),
            Axis("Seizure ended on arrival", 0, 80, "%"),
            (
                Intervals("places", "between_pct", "", SPREAD),
                Points("place", "ended_pct", "people, with 95 % interval", ESTIMATE),
            ),
        ),
    )
    alone, once, twice = map(three, shut_min)
    found = join(
        [
            f"{arm} {three(share)} per cent ({three(low)} to {three(high)})"
            for arm, share, low, high in zip(
                trial["arm"], result.ended_pct, *100 * np.asarray(ends), strict=True
            )
        ]
    )
    alt = (
        "Two panels. On the left what is left of inhibition falls exponentially over 40 minutes, "
        f"without drug, with a drug that makes it {strength:g} times as strong and with one twice "
        "as strong as that; a dotted line marks the critical strength, and the three curves fall "
        f"below it after {alone}, {once} and {twice} minutes. On the right how many people's "
        f"seizures had ended on arrival, with 95 per cent intervals: {found}."
    )
    return Still("race", panels, result, alt)


def tap() -> Still:
    """Return what a limb does after a tap, on two sides of an edge."""
    eager = card("stretch_reflex")["g_ia"].value
    delay_ms = card("stretch_reflex")["delay_ms"].value
    calmed = float(reflex_gain(eager, _SOME_GABA_A))
    t_ms, gains = np.linspace(0, 1000, 1001), np.linspace(1.2, 4, 281)
    result = SimpleNamespace(
        t_ms=t_ms,
        eager=tap_response(t_ms, eager),
        calmed=tap_response(t_ms, calmed),
        gains=gains,
        edge_ms=critical_delay_ms(gains),
        here=[eager, calmed],
        here_ms=[delay_ms, delay_ms],
    )
    panels = (
        Panel(
            "After a tap on the tendon",
            Axis("Time", 0, 1000, "ms"),
            Axis("Stretch, of that by the tap", -2, 2, ticks=(-2, -1, 0, 1, 2)),
            (
                Line("t_ms", "eager", f"gain {plain(eager)}", BLUE),
                Line("t_ms", "calmed", f"gain {three(calmed)}", ORANGE),
            ),
        ),
        Panel(
            "Where the beating begins",
            Axis("Gain", 1, 4),
            Axis("Delay of the loop", 0, 100, "ms"),
            (
                Line("gains", "edge_ms", "edge of beating", GREY),
                Points("here", "here_ms", "these two", HERE),
            ),
        ),
    )
    alt = (
        "Two panels. On the left the stretch of a muscle over a second after a tap: with a gain of "
        f"{plain(eager)} it swings ever wider and leaves the picture, with a gain of "
        f"{three(calmed)} the same swings slowly become smaller. On the right the longest delay "
        "of the loop at which a limb still comes to rest, falling as the gain rises. The two "
        f"gains stand at a delay of {plain(delay_ms)} ms on either side of it, close to the gain "
        f"of {three(float(critical_gain()))} at which it is crossed."
    )
    return Still("tap", panels, result, alt)


STILLS = (five_points(), weeks(), race(), tap())
