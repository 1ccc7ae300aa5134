"""Figures that a verdict rests on are what the models give today, to the digits printed."""

import re
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest

from course.models.adherence import cover
from course.models.allostery import GabaAReceptor
from course.models.autoreceptor_feedback import ssri_course
from course.models.blockade import blockade, dose_for_blockade_mg, occupancy_half_time_h
from course.models.circuits import critical_inhibition, excitation_after_nudge
from course.models.cleft import diffusion_time_ms
from course.models.competing_pathways import choice_probability
from course.models.drugs import drug
from course.models.group_overlap import group_overlap, predictive_values
from course.models.hazards import median_time, stopped_fraction
from course.models.occupancy import concentration_for_occupancy
from course.models.receptor_theory import dose_ratio
from course.models.reflex import clonus_frequency_Hz, critical_gain
from course.models.reversal import effective_course_nM, effective_nM
from course.models.sensitisation import SensitisationSwitch
from course.models.short_term_plasticity import depression_drive_per_s
from course.models.slow_relief import days_above
from course.models.spike_timing import weight_change, window_area_ms
from course.models.status_epilepticus import rescue_window_min
from course.models.terminal_loss import dopamine_after_loss_uM
from course.models.uptake import half_time_s, tonic_dopamine_uM
from course.models.windup import response
from course.reference import card

ROOT = Path(__file__).parents[2]
CELLS = {
    f"{path.parent.name[0]} {cell.id}": str(cell.source)
    for path in sorted((ROOT / "source").glob("*/*.ipynb"))
    for cell in nbformat.read(path, as_version=4).cells
}
REASONS = [
    card("antipsychotic_discontinuation")[f"{name}_per_month"].value
    for name in ("side_effects", "no_effect", "other")
]
MONTHS = card("antipsychotic_discontinuation")["months"].value
STOPPED, WITHOUT_HARM = (
    100 * float(stopped_fraction(h, MONTHS)) for h in (REASONS, [0, *REASONS[1:]])
)
D = 0.79  # presynaptic dopamine in schizophrenia, as printed
GABA_A = GabaAReceptor.suggested()
ANY = GABA_A.benzodiazepine_factor(1e9)
SWITCH = SensitisationSwitch.suggested()
PLASTICITY = [card("spike_timing_plasticity")[name].value for name in ("a_plus", "a_minus")]
HALF_h = card("naltrexone_blockade")["odds_half_time_h"].value
DIAZEPAM_HALF_LIFE_h = 48.0  # "two days"


def after_nudge(inhibition: float) -> float:
    """Return what is left of a nudge after 100 ms in the circuit of lesson 2."""
    return float(excitation_after_nudge(100, 2.5, inhibition, 2.5, 0.5))


class Figure(NamedTuple):
    """A cell, its words with ``#`` where the figure stands, and what the figure must be."""

    cell: str
    words: str
    value: float


FIGURES = [
    Figure(
        "1 depression-judge",
        "**# times** as much",
        depression_drive_per_s(100) / depression_drive_per_s(10),
    ),
    Figure("1 cleft-judge", "or # ms (D = 0.76)", diffusion_time_ms(160, 0.76)),
    Figure("1 clearance-judge", "from # to 128 nM", 1000 * tonic_dopamine_uM(4)),
    Figure("1 clearance-judge", "to # nM.", 1000 * tonic_dopamine_uM(4, dat_occupancy=0.9)),
    Figure("1 clearance-judge", "slows from # to 99 ms", 1000 * half_time_s(0.24)),
    Figure(
        "1 clearance-judge",
        "and to # ms at nine tenths",
        1000 * half_time_s(0.24, dat_occupancy=0.9),
    ),
    Figure(
        "2 where-you-stand",
        "stays at # %",
        100 * dopamine_after_loss_uM(0.2) / dopamine_after_loss_uM(1),
    ),
    Figure("2 overlap-judge", "disorder (#, computed)", 100 * predictive_values(D, 1, 0.007).ppv),
    Figure("2 overlap-judge", "share **# %** of their area", 100 * group_overlap(D).ovl),
    Figure("2 balance-judge", "lies at **#**", critical_inhibition(2.5, 0.5, 2.5)),
    Figure("2 balance-judge", "**# times** as much", after_nudge(0.8) / after_nudge(1)),
    Figure("2 stopping-judge", "**# %** have stopped", STOPPED),
    Figure("2 stopping-judge", "$h_1$ = 0, # % stop", WITHOUT_HARM),
    Figure("2 stopping-judge", "ended after # months", median_time(sum(REASONS))),
    Figure(
        "2 where-you-stand", "Remove the reason for # of a hundred", 100 * REASONS[0] / sum(REASONS)
    ),
    Figure("2 where-you-stand", "and # of the hundred go on", 100 * (1 - WITHOUT_HARM / STOPPED)),
    Figure("3 window-judge", "take #, 1.03", concentration_for_occupancy(0.65, 0.4)),
    Figure("3 window-judge", "and # ng/mL. The window", concentration_for_occupancy(0.78, 0.4)),
    Figure("3 delay-judge", "rises **#-fold**", ssri_course(0, 0.8).s),
    Figure("3 delay-judge", "down to # % of their firing", 100 * ssri_course(0, 0.8).f),
    Figure("3 dial-judge", "opens # % instead", 100 * GABA_A.open_probability(2, 1e9)),
    Figure("3 dial-judge", "instead of # %", 100 * GABA_A.open_probability(2)),
    Figure("3 dial-judge", "GABA it opens # %", 100 * GABA_A.spontaneous(ANY)),
    Figure("3 flumazenil", "as if there were # nM", effective_nM(100, 50)),
    Figure(
        "3 flumazenil",
        "as if there were #, for",
        effective_course_nM(5, 100, 50, bzd_half_life_h=DIAZEPAM_HALF_LIFE_h),
    ),
    Figure("3 rescue-judge", "for # minutes; with", rescue_window_min(p=1)),
    Figure("3 rescue-judge", "the drug for **#**", rescue_window_min()),
    Figure("3 spasm-judge", "gain of **#**", critical_gain()),
    Figure("3 spasm-judge", "beats at **# Hz**", clonus_frequency_Hz(critical_gain())),
    Figure(
        "4 infusion-judge",
        "say **# and",
        drug("ketamine_clements").concentration_ng_mL(2 / 3, "35 mg IV over 40 min"),
    ),
    Figure("4 windup-judge", "is **# times** the first", response(15, 1)),
    Figure("4 valleys-judge", "last for **# time", SWITCH.resetting_time(0.6)),
    Figure("4 relief-judge", "on day **#**", days_above(0.5, 200, 100)),
    Figure("5 antagonism-judge", "shift it 14-, 44- and #-fold", dose_ratio(293, 10 ** (9 - 8.66))),
    Figure("5 clocks-judge", "halves in **# hours**", occupancy_half_time_h(0.9, HALF_h)),
    Figure("5 clocks-judge", "halve in **# to", 72 * HALF_h / occupancy_half_time_h(0.9, HALF_h)),
    Figure("5 clocks-judge", "to # h**", 108 * HALF_h / occupancy_half_time_h(0.9, HALF_h)),
    Figure("5 clocks-judge", "gives # % at 50 mg", 100 * blockade(0, 50, HALF_h)),
    Figure(
        "5 clocks-judge",
        "asks for # and 3.57",
        dose_for_blockade_mg(0.9, 48, HALF_h) / dose_for_blockade_mg(0.9, 24, HALF_h),
    ),
    Figure("5 cover-judge", "and # % with three", 100 * cover(0.5, 3)),
    Figure("5 pathways-judge", " # per cent\n", 100 * choice_probability(1, 0)),
    Figure("5 plasticity-judge", "make **+#**", weight_change(10, *PLASTICITY)),
    Figure("5 plasticity-judge", "other **−#**", -weight_change(-10, *PLASTICITY)),
    Figure("5 plasticity-judge", "weakening one by # ms", window_area_ms(*PLASTICITY)),
]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure.cell}: {figure.words}")
def test_a_figure_is_what_the_models_give(figure: Figure) -> None:
    pattern = re.escape(figure.words).replace(r"\#", r"(\d+(?:\.\d+)?)", 1)
    found = re.findall(pattern, CELLS[figure.cell])
    assert len(found) == 1, f"{figure.words!r} stands {len(found)} times in {figure.cell}"
    places = len(found[0].partition(".")[2])
    assert f"{figure.value:.{places}f}" == found[0]
