"""Legal and illegal calls of the models of lesson 1."""

from course.models import (
    cleft,
    dendrite,
    electrochemistry,
    magnesium_block,
    neuron,
    receptors,
    release,
    short_term_plasticity,
    uptake,
)
from tests.contract import Call, Door

ION = {"out_mM": 125.0, "in_mM": 10.0, "z": -1, "T_K": 310.0}
GABA = {
    "cl_out_mM": 125.0,
    "cl_in_mM": 10.0,
    "hco3_out_mM": 25.0,
    "hco3_in_mM": 15.0,
    "p_ratio": 0.25,
    "T_K": 310.0,
}
MAGNESIUM = {"mg_mM": 1.0, "half_block_mM": 3.6, "slope_per_mV": 0.06}
BAD_MAGNESIUM = {"mg_mM": [-1], "half_block_mM": [0, -1], "slope_per_mV": [0, -1]}
UPTAKE = {"vmax_uM_s": 4.0, "km_uM": 0.2, "dat_occupancy": 0.5}
BAD_UPTAKE = {"vmax_uM_s": [0, -1], "km_uM": [0, -1], "dat_occupancy": [1, 1.1, -0.1]}
DEPRESSION = {"U": 0.5, "tau_rec_ms": 800.0}
BAD_DEPRESSION = {"U": [0, -0.1, 1.1], "tau_rec_ms": [0, -1]}
AXON = neuron.HodgkinHuxley.suggested()
AMPA = receptors.TwoStateReceptor.suggested("ampa")

CALLS = [
    Call(electrochemistry.thermal_mV, {"T_K": 310.0}, {"T_K": [0, -1]}),
    Call(
        electrochemistry.nernst_mV,
        ION,
        {"out_mM": [0, -1], "in_mM": [0, -1], "z": [0, 0.5], "T_K": [0, -1]},
    ),
    Call(
        electrochemistry.gaba_reversal_mV,
        GABA,
        {
            "cl_out_mM": [0, -1],
            "cl_in_mM": [0, -1],
            "hco3_out_mM": [-1],
            "hco3_in_mM": [-1],
            "p_ratio": [-0.1],
            "T_K": [0, -1],
        },
    ),
    Call(AXON.gates, {"v_mV": -65.0}),
    Call(
        release.relative_release,
        {"ca_mM": 1.0, "ca_ref_mM": 2.0, "cooperativity": 4.0},
        {"ca_mM": [-1], "ca_ref_mM": [0, -1], "cooperativity": [0, -1]},
    ),
    Call(
        release.quantal_moments,
        {"n": 10, "p": 0.3, "q_mV": 0.4},
        {"n": [0, -1, 2.5], "p": [-0.1, 1.1]},
    ),
    Call(
        release.parabola_variance_mV2,
        {"mean_mV": 1.0, "n": 10, "q_mV": 0.4},
        {"mean_mV": [-1, 5], "n": [0, 2.5]},
    ),
    Call(
        release.quanta_from_failures,
        {"trials": 100, "failures": 37},
        {"trials": [0, -1], "failures": [0, -1, 101]},
    ),
    Call(
        cleft.glutamate_mM,
        {"t_ms": 0.5, "peak_mM": 1.1, "tau_ms": 1.2},
        {"peak_mM": [-1], "tau_ms": [0, -1]},
    ),
    Call(
        cleft.pulse_area_mM_ms,
        {"peak_mM": 1.1, "tau_ms": 1.2},
        {"peak_mM": [-1], "tau_ms": [0, -1]},
    ),
    Call(
        cleft.molecules_in_disk,
        {"peak_mM": 1.1, "radius_nm": 160.0, "height_nm": 20.0},
        {"peak_mM": [-1], "radius_nm": [0, -1], "height_nm": [0, -1]},
    ),
    Call(
        cleft.diffusion_time_ms,
        {"radius_nm": 160.0, "D_um2_ms": 0.33},
        {"radius_nm": [0, -1], "D_um2_ms": [0, -1]},
    ),
    Call(
        dendrite.attenuation,
        {"distance_um": 150.0, "length_constant_um": 300.0},
        {"distance_um": [-1], "length_constant_um": [0, -1]},
    ),
    Call(AMPA.rise_time_ms, {"c_mM": 1.0}, {"c_mM": [-1]}),
    Call(AMPA.plateau, {"c_mM": 1.0}, {"c_mM": [-1]}),
    Call(
        AMPA.open_fraction,
        {"t_ms": 2.0, "pulse_ms": 1.0, "c_mM": 1.0, "r0": 0.1},
        {"pulse_ms": [-1], "c_mM": [-1], "r0": [-0.1, 1.1]},
    ),
    Call(magnesium_block.unblocked_fraction, {"v_mV": -60.0, **MAGNESIUM}, BAD_MAGNESIUM),
    Call(magnesium_block.half_block_mV, MAGNESIUM, {**BAD_MAGNESIUM, "mg_mM": [0, -1]}),
    Call(
        magnesium_block.nmda_current,
        {"v_mV": -60.0, "e_rev_mV": 5.0, "g_nS": 2.0, **MAGNESIUM},
        {**BAD_MAGNESIUM, "g_nS": [-1]},
    ),
    Call(
        magnesium_block.peak_inward_mV,
        {"e_rev_mV": 5.0, **MAGNESIUM},
        {**BAD_MAGNESIUM, "mg_mM": [0, -1]},
    ),
    Call(
        short_term_plasticity.depression_steady_state,
        {"rate_Hz": 10.0, **DEPRESSION},
        {"rate_Hz": [-1], **BAD_DEPRESSION},
    ),
    Call(
        short_term_plasticity.depression_drive_per_s,
        {"rate_Hz": 10.0, **DEPRESSION},
        {"rate_Hz": [-1], **BAD_DEPRESSION},
    ),
    Call(
        short_term_plasticity.facilitation_steady_state,
        {"rate_Hz": 10.0, "tau_fac_ms": 500.0, **DEPRESSION},
        {"rate_Hz": [-1], "tau_fac_ms": [-1], **BAD_DEPRESSION},
    ),
    Call(
        uptake.dopamine_clearance_uM,
        {"t_s": 0.1, "c0_uM": 1.0, **UPTAKE},
        {"c0_uM": [-1], **BAD_UPTAKE},
    ),
    Call(uptake.half_time_s, {"c0_uM": 1.0, **UPTAKE}, {"c0_uM": [-1], **BAD_UPTAKE}),
    Call(
        uptake.tonic_dopamine_uM,
        {"rate_Hz": 4.0, "per_pulse_uM": 0.06, **UPTAKE},
        {"rate_Hz": [-1], "per_pulse_uM": [-1], **BAD_UPTAKE},
    ),
    Call(
        uptake.after_pulses_uM,
        {"pulses": 4, "rate_Hz": 20.0, "per_pulse_uM": 0.06, **UPTAKE},
        {"pulses": [0, 1.5], "rate_Hz": [0, -1], "per_pulse_uM": [-1], **BAD_UPTAKE},
        scalar_only=frozenset({"pulses"}),
    ),
]

# These take or return something else than arrays that broadcast; their own tests say what.
OTHERS = [
    Door(neuron.spike_times_ms, {"t_ms": [0.0, 1], "v_mV": [-65.0, 20], "threshold_mV": 0.0}),
    Door(neuron.spike_shape, {"t_ms": [0.0, 1, 2], "v_mV": [-65.0, 20, -65]}),
    Door(AXON.run, {"current_uA_cm2": 1.0, "duration_ms": 0.1, "dt_ms": 0.1}),
    Door(AXON.spike_count, {"current_uA_cm2": 1.0, "duration_ms": 0.1, "dt_ms": 0.1}),
    Door(neuron.HodgkinHuxley.suggested),
    Door(neuron.HodgkinHuxley.ranges),
    Door(receptors.TwoStateReceptor.suggested, rest={"name": "ampa"}),
    Door(receptors.TwoStateReceptor.ranges, rest={"name": "ampa"}),
    Door(release.quantal_pmf, {"n": 3, "p": 0.3}),
    Door(
        short_term_plasticity.depression_train,
        {"spikes_ms": [0.0, 10], "U": 0.5, "tau_rec_ms": 800.0},
    ),
    Door(
        short_term_plasticity.facilitation_train,
        {"spikes_ms": [0.0, 10], "U": 0.5, "tau_rec_ms": 800.0, "tau_fac_ms": 500.0},
    ),
]

# Numbers in the code that are arithmetic and not science: the file, the number, the reason.
NUMBERS = {
    ("uptake.py", 1e6): "most pulses that are followed",
    ("cleft.py", 1e-3): "micrometres in a nanometre",
    ("cleft.py", 1e-9): "metres in a nanometre",
    ("electrochemistry.py", 1000): "millivolts in a volt",
    ("neuron.py", 1e-10): "absolute tolerance of the solver",
    ("neuron.py", 1e-9): "relative tolerance of the solver",
    ("neuron.py", 3): "power of the gate m in the equation",
    ("neuron.py", 4): "power of the gate n in the equation",
    ("short_term_plasticity.py", 1000): "milliseconds in a second",
}
