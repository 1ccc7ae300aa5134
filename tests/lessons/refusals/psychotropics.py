"""Lesson 3."""

from tests.lessons.refusals import Argument, at_least_0, positive, real, series, single, word

EMAX = positive(1.0)
EDGE = Argument(0.5, "", "above 0 and below emax", (0, -0.1, 1, 1.5))
PREFERENCE = Argument(0.5, "", "in (0, 1]", (0, -0.1, 1.1))
EVENTS = "whole, above 0 and below n"
PEOPLE = "whole and at least 2"
FUNCTIONS = {
    "occupancy": {"c": at_least_0(3.0), "ec50": positive(1.0), "emax": EMAX},
    "conc_for_occupancy": {
        "o": Argument(0.5, "", "at least 0 and below emax", (-0.1, 1, 1.5)),
        "ec50": positive(1.0),
        "emax": EMAX,
    },
    "window_fold": {"o_low": EDGE, "o_high": EDGE, "emax": EMAX},
    "fit_emax": {
        "dose_mg": series([1.0, 2.0, 6.0], positive(1.0, "mg")),
        "occ_pct": series([20.0, 33.0, 60.0], Argument(20.0, "%", "in [0, 100]", (-1, 101))),
        "fix_emax": word(100.0, "None or a finite number above 0", 0, -1.0, float("nan"), "all"),
    },
    "ssri_day": {
        "day": at_least_0(3.0, "d"),
        "occ": Argument(0.5, "", "in [0, 1)", (-0.1, 1, 1.5)),
        "a0": at_least_0(4),
        "tau_d": positive(4, "d"),
    },
    "recovery_day": {
        "f_rel": Argument(0.9, "", "in (0, 1)", (0, -0.1, 1, 1.5)),
        "occ": Argument(0.5, "", "in [0, 1)", (-0.1, 1, 1.5)),
        "a0": at_least_0(4),
        "tau_d": positive(4, "d"),
    },
    "gabaa_po": {
        "gaba_uM": at_least_0(2.0, "µM"),
        "bzd_nM": at_least_0(10, "nM"),
        "flum_nM": at_least_0(5, "nM"),
        "etom_uM": at_least_0(1, "µM"),
        "l0": positive(25000),
        "c": PREFERENCE,
        "kr_uM": positive(60.0, "µM"),
        "kb_nM": positive(15, "nM"),
        "d_b": PREFERENCE,
        "kf_nM": positive(1, "nM"),
        "kx_uM": positive(22.0, "µM"),
        "d_x": PREFERENCE,
    },
    "diazepam_course": {
        "dose_mg": at_least_0(10.0, "mg"),
        "tau_h": positive(24.0, "h"),
        "n_doses": Argument(3, "", "whole and at least 1", (0, -2, 2.5)),
        "t_h": real(40.0, "h"),
        "genotype": word("EM", "one of EM, IM, PM, pop", "em", "", None, 3, ["EM"]),
    },
    "diazepam_iv": {"t_min": real(30.0, "min"), "dose_mg": at_least_0(10.0, "mg")},
    "rescue_window": {
        "w0": positive(1.3),
        "p": Argument(1.6, "", "of at least 1", (0, 0.99, -1)),
        "tau_min": positive(20.0, "min"),
        "w_crit": positive(0.9),
    },
    "or_nnt": {
        "a": single(Argument(39, "", EVENTS, (0, -1, 2.5, 66, 70))),
        "n1": single(Argument(66, "", PEOPLE, (0, -1, 1, 66.5))),
        "b": single(Argument(15, "", EVENTS, (0, -1, 2.5, 71, 80))),
        "n2": single(Argument(71, "", PEOPLE, (0, -1, 1, 71.5))),
    },
    "adaptation_course": {
        "t_d": series([0.0, 5.0, 15.0], Argument(0.0, "d", "increase strictly", (5.0, 20.0))),
        "dose_fn": word(
            [1.0, 1.0, 0.0],
            "at least 0",
            [1.0, -1.0, 0.0],
            [1.0, 1.0],
            [1.0, float("nan"), 0.0],
            "much",
            1.0,
        ),
        "tau_d": single(positive(10.0, "d")),
        "g": single(Argument(0.5, "", "in [0, 1]", (-0.1, 1.1))),
    },
    "taper_doses": {
        "ed50": single(positive(2.0)),
        "steps": series(
            [0.8, 0.6], Argument(0.8, "", "in (0, 1) that decrease strictly", (0, 1, 0.6, 0.5))
        ),
    },
}
