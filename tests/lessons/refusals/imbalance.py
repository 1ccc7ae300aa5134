"""Lesson 2."""

from dataclasses import replace

from tests.lessons.refusals import Argument, at_least_0, positive, real, series, single, word

FRACTION = Argument(0.5, "", "in (0, 1]", (0, -0.1, 1.1))
TERMINALS = {"vmax_uM_s": positive(4.0, "µM/s"), "km_uM": positive(0.2, "µM")}
WEIGHT = single(at_least_0(0.5))
DRIVE = positive(2.5)
HAZARD = single(at_least_0(0.02, "1/month"))
DIFFERENCE = single(real(0.79, "SD"))
PER_LEVEL = "(mg/kg)/(ng/mL)"
FUNCTIONS = {
    "dopamine_after_loss": {
        "n_frac": FRACTION,
        "release_uM_s": at_least_0(0.24, "µM/s"),
        **TERMINALS,
        "leak_per_s": at_least_0(0.2, "1/s"),
    },
    "terminals_for_level": {
        "share": FRACTION,
        "release_uM_s": positive(0.24, "µM/s"),
        **TERMINALS,
        "leak_per_s": positive(0.2, "1/s"),
    },
    "operational": {
        "a_uM": at_least_0(0.5, "µM"),
        "em": single(at_least_0(100)),
        "ka_uM": single(positive(1.0, "µM")),
        "tau": single(at_least_0(3.0)),
        "n": single(positive(1.5)),
    },
    "group_overlap": {"d": DIFFERENCE},
    "simulate": {
        "d": DIFFERENCE,
        "n": single(Argument(5, "", "whole and at least 1", (0, -2, 2.5))),
        "seed": word(1, "whole"),
    },
    "fit_gene_dose": {
        "n_genes": series([0, 1, 2], at_least_0(0)),
        "c_per_dose": series([147, 98.4, 70.3], positive(1, "(ng/mL)/(mg/kg)")),
    },
    "predict": {
        "n_genes": at_least_0(1),
        "a": real(0.01, PER_LEVEL),
        "b": real(0.005, PER_LEVEL),
    },
    "critical_inhibition": {"wee": at_least_0(2.5), "wii": at_least_0(0.5), "wie": DRIVE},
    "eigenvalues": {
        "wee": WEIGHT,
        "wei": WEIGHT,
        "wie": single(DRIVE),
        "wii": WEIGHT,
        "tau_e_ms": single(positive(20.0, "ms")),
        "tau_i_ms": single(positive(10.0, "ms")),
    },
    "discontinuation": {
        "h_side": HAZARD,
        "h_ineff": HAZARD,
        "h_other": HAZARD,
        "months": replace(real(18, "months")),
    },
}
