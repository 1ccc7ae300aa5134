"""Lesson 5."""

from tests.lessons.refusals import (
    Argument,
    at_least_0,
    optional,
    positive,
    real,
    series,
    single,
    word,
)

FRACTION = Argument(0.5, "", "in [0, 1]", (-0.1, 1.1))
TRIALS = Argument(3, "", "whole and at least 0", (-1, 2.5))
FUNCTIONS = {
    "agonist_response": {
        "a_nM": at_least_0(30, "nM"),
        "b_nM": at_least_0(4, "nM"),
        "ka_nM": positive(10, "nM"),
        "kb_nM": positive(2, "nM"),
        "tau": optional(positive(3)),
        "n": positive(1.5),
    },
    "schild": {
        "b": series([1e-9, 1e-8], positive(1, "mol/L or mol/kg")),
        "dr": series([2, 11], Argument(2, "", "above 1", (1, 0.5, -3))),
    },
    "fit_ed50": {
        "dose_mg": series([2, 6, 20], positive(1, "mg")),
        "block_pct": series([25, 50, 70], Argument(1, "%", "in [0, 100]", (-1e-6, 100.001))),
    },
    "block_at": {
        "t_h": at_least_0(20, "h"),
        "dose_mg": at_least_0(30, "mg"),
        "ed50_mg": positive(10, "mg"),
        "t_odds_h": positive(25, "h"),
    },
    "depot_profile": {
        "t_d": real(15, "d"),
        "dose_mg": at_least_0(380, "mg"),
        "cl_L_h": positive(150, "L/h"),
        "burst": Argument(0.2, "", "in [0, 1)", (-0.1, 1, 1.5)),
        "t_zero_d": Argument(12, "d", "at least 1", (0.999, 0, -2)),
        "thalf_d": positive(5, "d"),
    },
    "implied_F": {"ratio": positive(3)},
    "rescorla_wagner": {
        "trials": word([[1, 1], [1, 0]], "0 or 1", [[2, 0]], [[0.5, 1]], [1, 0], 1, [[None, 1]]),
        "alpha": series([0.4, 0.2], FRACTION),
        "beta": single(FRACTION),
        "lam": series([1, 0.5], real(1)),
        "v0": series([0, 0.5], real(0)),
    },
    "blocking": {
        "n_alone": single(TRIALS),
        "n_together": single(TRIALS),
        "alpha": single(FRACTION),
        "beta": single(FRACTION),
        "lam": single(real(1)),
    },
    "td_trial": {
        "v": series([0.1, 0.4, 0.0], real(0)),
        "rewards": series([0.0, 1.0], real(0)),
        "alpha": single(FRACTION),
        "gamma": single(FRACTION),
        "drug": optional(series([0.0, 0.5], at_least_0(0.5))),
        "occ": single(FRACTION),
        "clamp_first": word(True, ""),
    },
    "two_pathways": {
        "schedule": word(["use", "alt"], "use, alt and rest", ["use", "drink"], ["Use"], [1, 2]),
        "occ": series([0.5, 0.5], FRACTION),
        "alpha": single(FRACTION),
        "r_drug": single(real(1)),
        "r_alt": single(real(0.6)),
        "w0": series([1, 0], real(1)),
    },
    "stdp_net": {
        "pre_ms": series([0, 20], real(0, "ms")),
        "post_ms": series([10, 30], real(0, "ms")),
        "a_p": single(at_least_0(0.6)),
        "a_m": single(at_least_0(0.4)),
        "tau_p": single(positive(15, "ms")),
        "tau_m": single(positive(30, "ms")),
    },
    "adherence_cover": {"p": FRACTION, "window": at_least_0(2, "d")},
}
