"""Legal and illegal calls of the models of lesson 2."""

from typing import Any

from course.models import (
    circuits,
    evidence_statistics,
    fitting,
    group_overlap,
    hazards,
    receptor_theory,
    terminal_loss,
    wilson_cowan,
)
from tests.contract import Call, Door

OPERATIONAL = {"em": 100.0, "ka": 1.0, "tau": 3.0, "n": 1.5, "b": 2.0, "kb": 0.5}
BAD_OPERATIONAL = {
    "em": [-1],
    "ka": [0, -1],
    "tau": [-1],
    "n": [0, -1],
    "b": [-1],
    "kb": [0, -1],
}


def pick(names: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return a part of a dictionary, by names with blanks between."""
    return {name: values[name] for name in names.split()}


WILSON_COWAN = wilson_cowan.WilsonCowan.suggested()
CIRCUIT = {"wee": 1.5, "wei": 2.0, "wie": 2.0, "wii": 0.5, "tau_e_ms": 20.0, "tau_i_ms": 10.0}
LINE = fitting.fit_line([1, 2, 3], [1, 2, 4])
HYPERBOLA = fitting.fit_emax([1, 2, 5, 10], [10, 20, 40, 60])
TABLE = {"a": 30, "n1": 60, "b": 15, "n2": 60}
BAD_TABLE = {"a": [-1, 0.5, 61], "n1": [0, 60.5], "b": [-1, 0.5, 61], "n2": [0, -1]}
BAD_INNER = {"a": [-1, 0, 60], "n1": [0], "b": [-1, 0, 60], "n2": [0]}
BAD_LEVEL = {"level": [0, 1, 95]}
TERMINALS = {"n_frac": 0.5, "vmax_uM_s": 4.0, "km_uM": 0.2}
BAD_TERMINALS = {"n_frac": [0, -0.1, 1.1], "vmax_uM_s": [0, -1], "km_uM": [0, -1]}
EC50 = "ka tau n b kb"
GADDUM = "ka n b kb"

CALLS = [
    Call(
        receptor_theory.operational_response,
        {"a": 1.0, "tau_b": 0.3, **OPERATIONAL},
        {"a": [-1], "tau_b": [-1], **BAD_OPERATIONAL},
    ),
    Call(
        receptor_theory.operational_emax,
        pick("em tau n", OPERATIONAL),
        pick("em tau n", BAD_OPERATIONAL),
    ),
    Call(receptor_theory.operational_ec50, pick(EC50, OPERATIONAL), pick(EC50, BAD_OPERATIONAL)),
    Call(
        receptor_theory.agonist_for_response,
        {"response": 30.0, **OPERATIONAL},
        {"response": [-1, 100, 1000], **BAD_OPERATIONAL, "em": [0, -1]},
    ),
    Call(
        receptor_theory.gaddum_response,
        {"a": 1.0, **pick(GADDUM, OPERATIONAL)},
        {"a": [-1], **pick(GADDUM, BAD_OPERATIONAL)},
    ),
    Call(receptor_theory.dose_ratio, pick("b kb", OPERATIONAL), pick("b kb", BAD_OPERATIONAL)),
    Call(receptor_theory.kb_from_pa2, {"pa2": 8.66}),
    Call(
        terminal_loss.dopamine_after_loss_uM,
        {"release_uM_s": 0.24, "leak_per_s": 0.2, **TERMINALS},
        {"release_uM_s": [-1], "leak_per_s": [-1], **BAD_TERMINALS},
    ),
    Call(
        terminal_loss.burst_peak_uM,
        {"pulses": 4, "rate_Hz": 20.0, "per_pulse_uM": 0.06, **TERMINALS},
        {"pulses": [0, 1.5], "rate_Hz": [0, -1], "per_pulse_uM": [-1], "n_frac": [0, 2]},
        scalar_only=frozenset({"pulses"}),
    ),
    Call(
        terminal_loss.reach_um,
        {"diffusion_um2_s": 240.0, **TERMINALS},
        {"diffusion_um2_s": [0, -1], **BAD_TERMINALS},
    ),
    Call(
        terminal_loss.share_at_distance,
        {"distance_um": 3.0, "diffusion_um2_s": 240.0, **TERMINALS},
        {"distance_um": [-1], "diffusion_um2_s": [0, -1], **BAD_TERMINALS},
    ),
    Call(group_overlap.density, {"x": 1.0, "d": 0.8}),
    Call(group_overlap.group_overlap, {"d": 0.8}),
    Call(group_overlap.d_from_auc, {"auc": 0.7}, {"auc": [0, 1, -1]}),
    Call(group_overlap.cutoff_rates, {"d": 0.8, "cutoff": 1.0}),
    Call(
        group_overlap.predictive_values,
        {"d": 0.8, "cutoff": 1.0, "prevalence": 0.1},
        {"prevalence": [-0.1, 1.1]},
    ),
    Call(
        group_overlap.standardised_difference,
        {"mean1": 12.0, "sd1": 4.0, "n1": 20, "mean2": 10.0, "sd2": 3.0, "n2": 30},
        {"sd1": [0, -1], "n1": [1, 2.5], "sd2": [0, -1], "n2": [1, 2.5]},
    ),
    Call(
        evidence_statistics.proportion_interval,
        {"a": 3, "n": 10, "level": 0.9},
        {"a": [-1, 0.5, 11], "n": [0, 10.5], **BAD_LEVEL},
    ),
    Call(evidence_statistics.risk_difference, TABLE, BAD_TABLE),
    Call(
        evidence_statistics.risk_difference_interval,
        {**TABLE, "level": 0.9},
        {**BAD_TABLE, **BAD_LEVEL},
    ),
    Call(evidence_statistics.risk_ratio, TABLE, {**BAD_TABLE, "b": [0, -1, 61]}),
    Call(
        evidence_statistics.risk_ratio_interval,
        {**TABLE, "level": 0.9},
        {**BAD_TABLE, "a": [0, 61], "b": [0, 61], **BAD_LEVEL},
    ),
    Call(evidence_statistics.odds_ratio, TABLE, BAD_INNER),
    Call(
        evidence_statistics.odds_ratio_interval,
        {**TABLE, "level": 0.9},
        {**BAD_INNER, **BAD_LEVEL},
    ),
    Call(evidence_statistics.number_needed_to_treat, TABLE, BAD_TABLE),
    Call(
        evidence_statistics.nnt_from_risk_ratio,
        {"ratio": 0.8, "baseline_risk": 0.5},
        {"ratio": [-1], "baseline_risk": [0, -1, 1.1]},
    ),
    Call(
        evidence_statistics.risk_from_odds_ratio,
        {"ratio": 0.8, "baseline_risk": 0.5},
        {"ratio": [-1], "baseline_risk": [-1, 1.1]},
    ),
    Call(
        hazards.hazard_from_fraction,
        {"fraction": 0.74, "t": 18.0},
        {"fraction": [0, 1, -1], "t": [0, -1]},
    ),
    Call(
        circuits.critical_inhibition,
        {"wee": 2.5, "wii": 0.5, "wie": 2.5},
        {"wee": [-1], "wii": [-1], "wie": [0, -1]},
    ),
    Call(
        circuits.critical_excitation,
        {"wii": 0.5, "tau_e_ms": 20.0, "tau_i_ms": 10.0},
        {"wii": [-1], "tau_e_ms": [0, -1], "tau_i_ms": [0, -1]},
    ),
    Call(
        circuits.ringing_inhibition,
        {"wee": 2.5, "wii": 0.5, "wie": 2.4, "tau_e_ms": 20.0, "tau_i_ms": 10.0},
        {"wee": [-1], "wii": [-1], "wie": [0, -1], "tau_e_ms": [0, -1], "tau_i_ms": [0, -1]},
    ),
    Call(
        circuits.excitation_after_nudge,
        {
            "t_ms": 30.0,
            "wee": 2.5,
            "wei": 1.3,
            "wie": 2.4,
            "wii": 0.5,
            "tau_e_ms": 20.0,
            "tau_i_ms": 10.0,
        },
        {
            "t_ms": [-1],
            "wee": [-1],
            "wei": [-1],
            "wie": [0, -1],
            "wii": [-1],
            "tau_e_ms": [0, -1],
            "tau_i_ms": [0, -1],
        },
    ),
    Call(
        circuits.ringing,
        {"wee": 2.5, "wei": 1.3, "wie": 2.4, "wii": 0.5, "tau_e_ms": 20.0, "tau_i_ms": 10.0},
        {
            "wee": [-1],
            "wei": [-1],
            "wie": [0, -1],
            "wii": [-1],
            "tau_e_ms": [0, -1],
            "tau_i_ms": [0, -1],
        },
    ),
    Call(WILSON_COWAN.rates_per_ms, {"e": 0.1, "i": 0.05}),
    Call(hazards.median_time, {"hazard": 0.1}, {"hazard": [0, -1]}),
]

# These take or return something else than arrays that broadcast; their own tests say what.
OTHERS = [
    Door(circuits.eigenvalues, CIRCUIT),
    Door(fitting.fit_emax, {"dose": [1.0, 2, 5, 10], "effect": [10.0, 20, 40, 60], "emax": 100.0}),
    Door(fitting.fit_line, {"x": [1.0, 2, 3], "y": [1.0, 2, 4]}),
    Door(fitting.interval, {"estimate": 1.0, "freedom": 5.0, "level": 0.95}, rest={"se": 0.5}),
    Door(group_overlap.simulated_groups, {"d": 0.5, "n": 4, "seed": 1}),
    Door(hazards.cause_shares, {"hazards": [0.1, 0.2]}),
    Door(hazards.cumulative_incidence, {"hazards": [0.1, 0.2], "t": [0.0, 1.0]}),
    Door(hazards.stopped_fraction, {"hazards": [0.1, 0.2], "t": [0.0, 1.0]}),
    Door(receptor_theory.schild_fit, {"b": [1.0, 10, 100], "dose_ratios": [3.0, 20, 220]}),
    Door(LINE.at, {"x": [1.0, 2.0]}),
    Door(LINE.slope_interval, {"level": 0.9}),
    Door(HYPERBOLA.at, {"dose": [1.0, 2.0]}),
    Door(wilson_cowan.WilsonCowan.suggested, {"c1": 16.0, "tau_e_ms": 8.0}),
    Door(wilson_cowan.WilsonCowan.ranges),
    Door(WILSON_COWAN.run, {"duration_ms": 2.0, "dt_ms": 1.0, "start": [0.1, 0.1]}),
    Door(WILSON_COWAN.rhythm, {"duration_ms": 30.0, "dt_ms": 1.0}),
    Door(WILSON_COWAN.fixed_points),
    Door(WILSON_COWAN.growth_per_ms, {"e": 0.1, "i": 0.1}),
    Door(WILSON_COWAN.hopf_gain, {"low": 0.1, "high": 1.0}),
]

# Numbers that are arithmetic, not facts about the brain: where they stand, and what they are.
NUMBERS = {
    ("circuits.py", 4): "discriminant of a quadratic",
    ("circuits.py", 1000): "milliseconds in a second",
    ("circuits.py", 1e-9): "when two modes are one",
    ("evidence_statistics.py", 4): "Wilson's interval",
    ("evidence_statistics.py", 0.95): "the usual confidence level",
    ("fitting.py", 1e-15): "tolerance of the solver",
    ("fitting.py", 4): "decades beyond the doses",
    ("fitting.py", 10): "a decade",
    ("fitting.py", 401): "starts of a search",
    ("fitting.py", 0.95): "the usual confidence level",
    ("group_overlap.py", 3): "Hedges' correction",
    ("group_overlap.py", 4): "Hedges' correction",
    ("group_overlap.py", 9): "Hedges' correction",
    ("receptor_theory.py", 10.0): "base of the decadic logarithm",
    ("wilson_cowan.py", 1e-12): "absolute tolerance of the solver",
    ("wilson_cowan.py", 1e-10): "tolerance of a root",
    ("wilson_cowan.py", 1e-9): "relative tolerance of the solver",
    ("wilson_cowan.py", 1e-6): "swing that may be noise of the solver",
    ("wilson_cowan.py", 0.1): "spacing of an answer",
    ("wilson_cowan.py", 0.9): "what of a swing must last",
    ("wilson_cowan.py", 3): "thirds of a run",
    ("wilson_cowan.py", 60): "halvings of a bracket",
    ("wilson_cowan.py", 1000): "milliseconds in a second",
    ("wilson_cowan.py", 1001): "points of a scan for roots",
    ("wilson_cowan.py", 3000): "milliseconds of a run",
}
