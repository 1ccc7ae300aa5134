"""Lesson 4."""

import math

from tests.lessons.refusals import (
    Argument,
    at_least_0,
    positive,
    real,
    series,
    single,
    word,
)

FRACTION = Argument(0.3, "", "in [0, 1]", (-0.1, 1.1))
NO_TRACE = (None, "abc", 5.0, True, [], [[1.0] * 4], ["1", "2", "3", "4"], {1.0}, [True] * 4)


def trace(values: list[float], unit: str) -> Argument:
    """Return a trace of vital signs: one value a time, of which any but the first may be NaN."""
    shorter, longer = values[:-1], [*values, values[0]]
    no_baseline, infinite = [math.nan, *values[1:]], [*values[:-1], math.inf]
    wrong = (*NO_TRACE, shorter, longer, no_baseline, infinite, [values, values[:1]])
    return Argument(values, unit, "one finite value or NaN for each time", wrong, "word")


FUNCTIONS = {
    "ketamine_infusion": {
        "t_min": real(30.0, "min"),
        "dose_mg_per_kg": at_least_0(0.5, "mg/kg"),
        "weight_kg": positive(70.0, "kg"),
        "t_inf_min": at_least_0(40.0, "min"),
        "model": word(
            "domino", "'clements' or 'domino'", "Domino", "kamp", "", None, 1, ["domino"]
        ),
    },
    "bioavailability": {
        "auc_x": positive(19.0),
        "d_x": positive(10.0),
        "auc_iv": positive(113.0),
        "d_iv": positive(10.0),
    },
    "trapping_block": {
        "t_s": real(4.0, "s"),
        "c_uM": at_least_0(0.8, "µM"),
        "p_open": FRACTION,
        "kon": at_least_0(3.0, "1/(µM·s)"),
        "koff": at_least_0(0.5, "1/s"),
        "b0": FRACTION,
    },
    "windup": {
        "n": Argument(3, "", "whole and at least 1", (0, -1, 2.5)),
        "f_Hz": positive(1.0, "Hz"),
        "tau_s": positive(2.0, "s"),
        "a_ampa": real(1.0),
        "a_nmda": real(1.0),
        "block": FRACTION,
    },
    "rate_to_double": {
        "tau_s": positive(2.0, "s"),
        "a_ampa": positive(1.0),
        "a_nmda": positive(1.0),
        "block": Argument(0.3, "", "in [0, 1)", (-0.1, 1, 1.1)),
    },
    "sensitisation_states": {
        "s": single(positive(1.0)),
        "K": single(positive(0.3)),
        "block": single(FRACTION),
    },
    "min_block": {"s": single(positive(1.0)), "K": single(positive(0.3))},
    "crps_relief": {
        "t_d": real(7.0, "d"),
        "cp_ng_ml": at_least_0(200.0, "ng/mL"),
        "t_inf_h": positive(100.0, "h"),
        "c50": positive(10.5, "ng/mL"),
        "thalf_d": positive(10.9, "d"),
    },
    "infusion_needed_h": {
        "days": at_least_0(7.0, "d"),
        "relief": Argument(0.5, "", "in (0, 1)", (0, 1, -0.1, 1.1)),
        "cp_ng_ml": positive(200.0, "ng/mL"),
        "c50": positive(10.5, "ng/mL"),
        "thalf_d": positive(10.9, "d"),
    },
    "opioid_net": {
        "t_h": series([0.0, 8.0, 24.0], real(0.0, "h")),
        "u": series([1.0, 0.5, 0.0], at_least_0(0.0)),
        "g": single(at_least_0(0.6)),
        "tau_h": single(positive(12.0, "h")),
        "block": single(FRACTION),
        "a": single(at_least_0(1.0)),
    },
    "monitor": {
        "t_min": Argument(
            [0.0, 40.0, 120.0, 150.0],
            "min",
            "finite and strictly increasing",
            (*NO_TRACE, [0.0], [0.0, 40.0, 40.0, 150.0], [0.0, math.nan, 120.0, 150.0]),
            "word",
        ),
        "sbp": trace([120.0, 150.0, 125.0, 121.0], "mmHg"),
        "dbp": trace([80.0, 95.0, 82.0, 80.0], "mmHg"),
        "spo2": trace([98.0, 96.0, 97.0, 98.0], "%"),
    },
}
