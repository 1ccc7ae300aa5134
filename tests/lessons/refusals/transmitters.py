"""Lesson 1."""

from tests.lessons.refusals import Argument, at_least_0, positive, real, single

OCCUPANCY = Argument(0.5, "", "in [0, 1)", (-0.1, 1, 1.5))
FUNCTIONS = {
    "quantal_summary": {
        "n": Argument(5, "", "whole and at least 1", (0, -2, 2.5)),
        "p": Argument(0.5, "", "in [0, 1]", (-0.1, 1.1)),
        "q_mV": real(0.4, "mV"),
    },
    "m_from_failures": {
        "N": positive(100),
        "N0": Argument(50, "", "above 0 and at most N", (0, -1, 101)),
    },
    "tm_steady_state": {
        "rate_Hz": at_least_0(20, "Hz"),
        "U": Argument(0.5, "", "in (0, 1]", (0, -0.1, 1.1)),
        "tau_rec_ms": positive(800, "ms"),
    },
    "cleft_budget": {
        "peak_mM": single(positive(1.1, "mM")),
        "tau_ms": single(positive(1.2, "ms")),
        "radius_nm": single(positive(160, "nm")),
        "height_nm": single(positive(20, "nm")),
        "D_um2_ms": single(positive(0.33, "µm²/ms")),
    },
    "two_state_response": {
        "t_ms": real(2.0, "ms"),
        "pulse_ms": at_least_0(1.0, "ms"),
        "c_mM": at_least_0(1.0, "mM"),
        "alpha": positive(1.1, "1/(mM·ms)"),
        "beta": positive(0.19, "1/ms"),
        "r0": Argument(0.0, "", "in [0, 1]", (-0.1, 1.1)),
    },
    "e_gaba_mV": {
        "cl_out_mM": positive(125, "mM"),
        "cl_in_mM": positive(10, "mM"),
        "hco3_out_mM": at_least_0(25, "mM"),
        "hco3_in_mM": at_least_0(15, "mM"),
        "p_ratio": at_least_0(0.25),
        "T_K": positive(310.15, "K"),
    },
    "nmda_unblock": {"v_mV": real(-60, "mV"), "mg_mM": at_least_0(1.0, "mM")},
    "dopamine_clear": {
        "t_s": real(0.1, "s"),
        "c0_uM": at_least_0(0.3, "µM"),
        "vmax_uM_s": positive(4.0, "µM/s"),
        "km_uM": positive(0.2, "µM"),
        "dat_occupancy": OCCUPANCY,
    },
    "dopamine_tonic_uM": {
        "rate_Hz": at_least_0(4.0, "Hz"),
        "per_pulse_uM": at_least_0(0.06, "µM"),
        "vmax_uM_s": positive(4.0, "µM/s"),
        "km_uM": positive(0.2, "µM"),
        "dat_occupancy": OCCUPANCY,
    },
}
