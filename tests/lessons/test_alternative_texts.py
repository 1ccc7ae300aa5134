"""Each number in the words that stand for an explorer's picture is what the picture shows.

The picture is drawn from the explorer's declaration at its start, and so is what is expected here:
settings, ends of axes, points of the curves. A bare number is the place where a curve is read.
"""

import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import numpy as np
import pytest

from course.explorers import every
from course.explorers.ketamine.pump import LOOSE, TIGHT
from course.models.magnesium_block import half_block_mV
from tests.lessons.pictures import Picture, as_printed, numbers_in

ROOT = Path(__file__).parents[2]
TEXTS = {
    name: alternative
    for path in sorted((ROOT / "source").glob("*/*.ipynb"))
    for cell in nbformat.read(path, as_version=4).cells
    for alternative, name in re.findall(r"!\[(.*?)\]\(figures/(\w+)\.png\)", str(cell.source))
}

EXPECTED: dict[str, Callable[[Picture], list[float]]] = {
    "spike": lambda p: [
        p.start["current_uA_cm2"],
        p.shown.onset_ms[0],
        max(p.shown.currents_uA_cm2[p.shown.rates_Hz == 0]),
        min(p.shown.rates_Hz[p.shown.rates_Hz > 0]),
        p.shown.rates_Hz[-1],
        p.across(1)[1],
    ],
    "coincidence": lambda p: [
        *p.across(),
        100 * p.shown.unblocked[0],
        p.across()[0],
        0.5,
        half_block_mV(p.start["mg_mM"]),
        p.across()[1],
        p.shown.here_mV,
        p.across(1)[0],
        p.shown.peak_mV,
    ],
    "quanta": lambda p: [
        p.start["n"],
        p.start["p"],
        len(p.shown.response_mV) + len(p.shown.failure),
        p.start["q_mV"],
        p.shown.mean_mV[0],
        np.argmax(p.shown.probability),
    ],
    "clearance": lambda p: [
        p.start["pulses"],
        p.shown.burst_nM[0],
        p.shown.half_ms,
        p.start["rate_Hz"],
        p.at(0, "occupied_pct", "tonic_nM"),
        p.at(50, "occupied_pct", "tonic_nM"),
        0.5,
        p.at(90, "occupied_pct", "tonic_nM"),
        0.9,
    ],
    "depression": lambda p: [
        *p.across(),
        p.shown.response[0],
        p.shown.response[-1],
        p.across()[1],
        p.shown.ceiling_per_s[0],
    ],
    "terminals": lambda p: [
        p.at(90, "lost_pct", "tonic_pct"),
        0.9,
        p.at(98, "lost_pct", "tonic_pct"),
        p.shown.lost_pct[-1],
        p.at(50, "lost_pct", "burst_pct"),
        0.5,
        p.at(80, "lost_pct", "burst_pct"),
        0.8,
        p.shown.reach_share,
        p.shown.here_reach_um,
    ],
    "overlap": lambda p: [
        p.start["d"],
        p.shown.x_sd[np.argmax(p.shown.controls)],
        p.start["d"],
        p.start["cutoff"],
        100 * p.shown.here_found,
        100 * p.shown.here_false_alarms,
        100 * p.shown.ppv,
    ],
    "genes": lambda p: [
        p.at(0, "n", "level"),
        p.at(2, "n", "level"),
        2,
        p.at(4, "n", "level"),
        4,
        max(p.shown.measured_n),
        p.across(1)[1],
        p.start["genes"],
        p.shown.ninety_pct,
        p.shown.ninety_days,
    ],
    "balance": lambda p: [
        *p.across(),
        *p.up(),
        p.rises_to(0, "wee", "edge"),
        p.at(p.across()[1], "wee", "edge"),
        p.shown.swelling_wee[0],
        p.start["wee"],
        p.start["wei"],
        p.shown.left[0],
        max(p.shown.left),
        p.falls_to(0, "t_ms", "left"),
        min(p.shown.left),
    ],
    "window": lambda p: [
        *p.across(),
        p.shown.response_pct[0],
        p.shown.eps_pct[0],
        p.rises_to(65, "c_ng_mL", "occupied_pct"),
        p.rises_to(78, "c_ng_mL", "occupied_pct"),
        p.start["c_ng_mL"],
        p.shown.here_pct,
        p.start["c_ng_mL"],
        *p.shown.shares_pct,
        p.up(1)[1],
    ],
    "delay": lambda p: [
        p.across()[1],
        p.start["occupied_pct"],
        p.shown.firing_pct[0],
        p.start["day"],
        p.at(7, "days", "firing_pct"),
        p.at(14, "days", "firing_pct"),
        2,
        p.shown.firing_unchanged_pct[-1],
        p.shown.serotonin[0],
        p.start["day"],
        p.shown.serotonin_without_feedback[0],
        p.shown.serotonin_unchanged[-1],
    ],
    "dial": lambda p: [
        *p.across(),
        p.shown.undrugged_pct[-1] / 100,
        p.start["bzd_nM"],
        p.start["gaba_uM"],
        p.shown.here_pct,
        p.shown.undrugged_here_pct,
        p.start["gaba_uM"],
        p.shown.undrugged_here_pct,
        p.shown.by_diazepam_pct[-1],
        p.shown.by_etomidate_pct[-1],
    ],
    "redistribution": lambda p: [
        p.start["dose_mg"],
        p.shown.c_ng_mL[0],
        p.shown.t_min[0],
        p.at(60, "t_min", "c_ng_mL"),
        p.at(600, "t_min", "c_ng_mL"),
        10,
        p.shown.never_eliminated_ng_mL[-1],
        p.start["t_min"],
        *p.shown.share_pct,
    ],
    "taper": lambda p: [
        -p.across()[0],
        p.across()[1],
        p.shown.dose_pct[0],
        len(np.unique(p.shown.dose_pct)) - 1,
        p.shown.t_d[np.argmax(p.shown.dose_pct == 0)],
        p.shown.occupied_pct[0],
        np.unique(p.shown.occupied_pct)[1],
        p.shown.worst_pct,
        p.shown.worst_d,
        p.at(170, "t_d", "effect_pct"),
        170,
        min(p.shown.effect_abrupt_pct),
        0,
    ],
    "infusion": lambda p: [
        p.across()[1] / 60,
        p.start["dose_mg_kg"],
        p.start["infusion_min"],
        max(p.shown.two_ng_mL),
        max(p.shown.three_ng_mL),
        p.shown.reported_ng_mL,
        max(p.shown.two_blocked),
        max(p.shown.three_blocked),
        TIGHT.value,
        max(p.shown.two_blocked_loosely),
        max(p.shown.three_blocked_loosely),
        LOOSE.value,
    ],
    "trapping": lambda p: [
        max(p.shown.blocked),
        p.shown.gone_s[0],
        (p.across()[1] - p.shown.gone_s[0]) / 60,
        p.start["open_pct"],
        p.shown.in_the_end[0],
        p.shown.gone_s[0],
        p.shown.still_blocked[0],
        (p.across()[1] - p.shown.gone_s[0]) / 60,
    ],
    "windup": lambda p: [
        len(p.shown.stimulus),
        p.start["rate_Hz"],
        p.shown.response[0],
        p.shown.response[-1],
        np.argmax(p.shown.response > p.shown.response[-1] - 0.1) + 1,
        p.shown.growth[0],
        p.across(1)[0],
        p.at(1, "rates_Hz", "growth"),
        1,
        p.shown.growth[-1],
        p.across(1)[1],
        p.start["rate_Hz"],
    ],
    "valleys": lambda p: [
        *p.across(),
        *sorted(p.shown.resting),
        p.start["block_pct"] / 100,
        p.shown.level[0],
        min(p.shown.level),
        p.start["block_duration"],
        p.shown.ridge[0],
        p.shown.level[-1],
    ],
    "relief": lambda p: [
        p.across()[1] / 7,
        max(p.shown.relief),
        p.shown.stop_d[0],
        p.shown.half_relief,
        p.shown.lasts_d,
        p.shown.trial_d,
        p.shown.trial_less_pain,
        p.start["plasma_ng_mL"],
        max(p.shown.site_ng_mL),
        p.start["c50_ng_mL"],
    ],
    "antagonism": lambda p: [
        *p.across(),
        max(p.shown.response_alone_pct),
        p.start["competitor"],
        p.shown.ratio,
        p.shown.held_pct[0],
    ],
    "clocks": lambda p: [
        p.start["dose_mg"],
        p.up()[0],
        p.falls_to(p.up()[0], "t_h", "parent_pct"),
        p.falls_to(p.up()[0], "t_h", "metabolite_pct"),
        p.shown.odds_pct[-1],
        p.shown.start_pct,
        0.5,
        p.falls_to(50, "t_h", "blockade_pct"),
        p.shown.blockade_pct[-1],
        p.at(24, "t_h", "with_plasma_pct"),
        24,
    ],
    "cover": lambda p: [
        p.across()[1],
        max(p.shown.tablets_ng_mL),
        p.shown.depot_ng_mL[0],
        p.at(14, "t_d", "depot_ng_mL"),
        max(p.shown.t_d[p.shown.depot_ng_mL == p.at(7, "t_d", "depot_ng_mL")]),
        p.shown.last_ng_mL,
        len(p.shown.open_d),
        p.start["window_d"],
        p.shown.here_covered_pct,
    ],
    "teaching_signal": lambda p: [
        1,
        p.start["drug"],
        len(p.shown.step),
        p.shown.delta[-1],
        p.across(1)[1],
        p.shown.at_reward[-1],
        p.shown.trial[np.argmin(p.shown.at_reward)],
        p.shown.trial[np.argmax(p.shown.at_cue > p.shown.at_reward)],
        p.shown.at_cue[-1],
    ],
    "pathways": lambda p: [
        p.across()[1],
        p.start["lapses"],
        p.shown.expected_here[0],
        p.shown.end_expected,
        p.shown.last_d,
        p.shown.expected_here[-1],
        (p.across()[1] - p.shown.last_d) / 7,
        p.shown.expected_elsewhere[-1],
        p.shown.p_use_pct[0],
        p.shown.end_pct,
        p.shown.later_pct,
        p.shown.p_elsewhere_pct[-1],
    ],
}


@pytest.mark.parametrize("name", every())
def test_each_number_beside_a_picture_is_what_it_shows(name: str) -> None:
    written, expected = list(numbers_in(TEXTS[name])), EXPECTED[name](Picture(name))
    wrong = [
        f"{words}: {value:.5g}"
        for (number, is_round, words), value in zip(written, expected, strict=False)
        if number != as_printed(value, number, is_round=is_round)
    ]
    assert wrong == []
    assert len(written) == len(expected)


def test_the_reading_of_words() -> None:
    said = "Two panels: about 80 %, nine tenths of four curves at −20 mV with 6-beta, IC50 5.4"
    assert [(number, is_round) for number, is_round, _ in numbers_in(said)] == [
        ("80", True),
        ("0.9", False),
        ("−20", False),
        ("5.4", False),
    ]


@pytest.mark.parametrize(
    ("value", "number", "is_round", "written"),
    [
        (78.6, "80", True, "80"),
        (78.6, "80", False, "79"),
        (-20.4, "−20", False, "−20"),
        (40, "+40", False, "+40"),
        (0.4449, "0.44", True, "0.44"),
    ],
)
def test_the_writing_of_values(value: float, number: str, *, is_round: bool, written: str) -> None:
    assert as_printed(value, number, is_round=is_round) == written
