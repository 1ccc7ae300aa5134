"""Legal and illegal calls of the models of lesson 3 that are not pharmacokinetics."""

from course.models import (
    adaptation,
    allostery,
    autoreceptor_feedback,
    inhibitory_synapse,
    occupancy,
    reflex,
    reversal,
    status_epilepticus,
    stimulants,
    tapering,
)
from tests.contract import Call, Door

OCCUPIED = {"ec50": 2.0, "emax": 0.9, "hill": 1.2}
BAD_OCCUPIED = {"ec50": [0, -1], "emax": [0, -1], "hill": [0, -1]}

FEEDBACK = {"day": 3.0, "occupancy": 0.8, "a0": 4.0, "tau_d": 4.0}
BAD_FEEDBACK = {"day": [-1], "occupancy": [1, -0.1], "a0": [-1], "tau_d": [0, -1]}
SUPPLY = {
    "efflux_uM_s": 0.5,
    "depletion": 0.3,
    "release_uM_s": 0.24,
    "vmax_uM_s": 4.0,
    "km_uM": 0.2,
}
BAD_SUPPLY = {
    "efflux_uM_s": [-1],
    "depletion": [-0.1, 1.1],
    "release_uM_s": [-1],
    "vmax_uM_s": [0, -1],
    "km_uM": [0, -1],
}
GABA_A = allostery.GabaAReceptor.suggested()
MODULATORS = {"bzd_nM": 20.0, "flum_nM": 2.0, "etom_uM": 1.0}
BAD_MODULATORS = {"bzd_nM": [-1], "flum_nM": [-1], "etom_uM": [-1]}
FACTOR = {"factor": 0.3}
BAD_FACTOR = {"factor": [0, -1]}
LOOP = {"tau_ms": 50.0, "delay_ms": 40.0}
BAD_LOOP = {"tau_ms": [0, -1], "delay_ms": [0, -1]}
COMPETITION = {
    "bzd0_nM": 100.0,
    "flum0_nM": 50.0,
    "bzd_half_life_h": 3.0,
    "flum_half_life_h": 0.9,
    "kf_nM": 1.0,
}
BAD_COMPETITION = {
    "bzd0_nM": [-1],
    "flum0_nM": [-1],
    "bzd_half_life_h": [0],
    "flum_half_life_h": [0],
    "kf_nM": [0],
}

CALLS = [
    Call(
        autoreceptor_feedback.balance,
        {"occupancy": 0.8, "a": 2.0, "a0": 4.0},
        {"occupancy": [1, -0.1], "a": [-1], "a0": [-1]},
    ),
    Call(
        autoreceptor_feedback.desensitised,
        {"blocked": 0.3, **FEEDBACK},
        {"blocked": [-0.1, 1.1], **BAD_FEEDBACK},
    ),
    Call(autoreceptor_feedback.ssri_course, FEEDBACK, BAD_FEEDBACK),
    Call(stimulants.tone_ratio, {"dat_occupancy": 0.5}, {"dat_occupancy": [1, -0.1]}),
    Call(
        stimulants.competed_km_uM,
        {"inhibitor": 2.0, "ki": 1.0, "km_uM": 0.2},
        {"inhibitor": [-1], "ki": [0, -1], "km_uM": [0, -1]},
    ),
    Call(stimulants.steady_dopamine_uM, SUPPLY, BAD_SUPPLY),
    Call(
        stimulants.dopamine_course_uM,
        {"t_s": 0.1, "c0_uM": 1.0, **SUPPLY},
        {"c0_uM": [-1], **BAD_SUPPLY},
    ),
    Call(inhibitory_synapse.ipsc, {"t_ms": 3.0, "tau_ms": 5.6}, {"tau_ms": [0, -1]}),
    Call(inhibitory_synapse.charge_ms, {"tau_ms": 5.6}, {"tau_ms": [0, -1]}),
    Call(
        inhibitory_synapse.ipsp,
        {"t_ms": 3.0, "tau_ms": 5.6, "tau_m_ms": 20.0},
        {"tau_ms": [0, -1], "tau_m_ms": [0, -1]},
    ),
    Call(
        inhibitory_synapse.ipsp_peak,
        {"tau_ms": 5.6, "tau_m_ms": 20.0},
        {"tau_ms": [0, -1], "tau_m_ms": [0, -1]},
    ),
    Call(
        inhibitory_synapse.gaba_driving_force_mV,
        {"v_mV": -65.0, "cl_in_mM": 10.0},
        {"cl_in_mM": [0, -1]},
    ),
    Call(
        status_epilepticus.inhibitory_weight,
        {"t_min": 5.0, "w0": 1.3, "tau_min": 20.0},
        {"w0": [0, -1], "tau_min": [0, -1]},
    ),
    Call(
        status_epilepticus.rescue_window_min,
        {"w0": 1.3, "p": 1.6, "tau_min": 20.0, "w_crit": 0.9},
        {"w0": [0], "p": [0.9, -1], "tau_min": [0], "w_crit": [0, -1]},
    ),
    Call(GABA_A.gaba.factor, {"c": 2.0}, {"c": [-1]}),
    Call(
        GABA_A.benzodiazepine_factor,
        {"bzd_nM": 20.0, "flum_nM": 2.0},
        {"bzd_nM": [-1], "flum_nM": [-1]},
    ),
    Call(GABA_A.factor, MODULATORS, BAD_MODULATORS),
    Call(
        GABA_A.open_probability,
        {"gaba_uM": 2.0, **MODULATORS},
        {"gaba_uM": [-1], **BAD_MODULATORS},
    ),
    Call(GABA_A.maximum, FACTOR, BAD_FACTOR),
    Call(GABA_A.spontaneous, FACTOR, BAD_FACTOR),
    Call(GABA_A.ec50_uM, FACTOR, BAD_FACTOR),
    Call(allostery.energy_kcal_mol, FACTOR, BAD_FACTOR),
    Call(allostery.factor_from_energy, {"kcal_mol": 0.7}),
    Call(
        reflex.reflex_gain,
        {"g_ia": 3.0, "gaba_a": 1.0, "gaba_b": 0.5, "k_pre": 0.5, "k_b": 0.4},
        {"g_ia": [-1], "gaba_a": [-1], "gaba_b": [-1], "k_pre": [-1], "k_b": [-1]},
    ),
    Call(
        reflex.critical_delay_ms,
        {"gain": 2.0, "tau_ms": 50.0},
        {"gain": [-1], "tau_ms": [0, -1]},
    ),
    Call(reflex.critical_gain, LOOP, BAD_LOOP),
    Call(
        reflex.clonus_frequency_Hz,
        {"gain": 2.0, "tau_ms": 50.0},
        {"gain": [1, 0, -1], "tau_ms": [0, -1]},
    ),
    Call(
        reflex.slowest_mode,
        {"gain": 2.0, **LOOP},
        {"gain": [-1, 1001], **BAD_LOOP, "delay_ms": [0, -1, 501]},
    ),
    Call(
        reflex.tap_response,
        {"t_ms": 100.0, "gain": 2.0, **LOOP},
        {"gain": [-1, 1001], **BAD_LOOP, "delay_ms": [0, -1, 501]},
        scalar_only=frozenset({"gain", "tau_ms", "delay_ms"}),
    ),
    Call(
        reversal.remaining_nM,
        {"t_h": 1.0, "c0_nM": 10.0, "half_life_h": 2.0},
        {"c0_nM": [-1], "half_life_h": [0, -1]},
    ),
    Call(
        reversal.effective_nM,
        {"bzd_nM": 100.0, "flum_nM": 5.0, "kf_nM": 1.0},
        {"bzd_nM": [-1], "flum_nM": [-1], "kf_nM": [0, -1]},
    ),
    Call(reversal.effective_course_nM, {"t_h": 1.0, **COMPETITION}, BAD_COMPETITION),
    Call(
        reversal.resedation_h,
        {"threshold_nM": 20.0, **COMPETITION},
        {"threshold_nM": [0, -1], **BAD_COMPETITION},
        scalar_only=frozenset({"threshold_nM", *COMPETITION}),
    ),
    Call(occupancy.occupancy, {"c": 1.0, **OCCUPIED}, {"c": [-1], **BAD_OCCUPIED}),
    Call(
        occupancy.concentration_for_occupancy,
        {"o": 0.5, **OCCUPIED},
        {"o": [-1, 0.9, 2], **BAD_OCCUPIED},
    ),
    Call(
        occupancy.occupancy_from_binding,
        {"bp_drug": 0.5, "bp_baseline": 2.0},
        {"bp_drug": [-1], "bp_baseline": [0, -1]},
    ),
    Call(
        occupancy.shared_occupancy,
        {"a": 1.0, "ka": 2.0, "b": 3.0, "kb": 4.0},
        {"a": [-1], "ka": [0, -1], "b": [-1], "kb": [0, -1]},
    ),
    Call(
        occupancy.share_of_people_above,
        {"threshold": 0.6, "c": 1.0, "ec50": 1.0, "ec50_cv": 0.3, "emax": 0.9},
        {"threshold": [0, 0.9], "c": [-1], "ec50": [0], "ec50_cv": [-1], "emax": [0]},
    ),
    Call(adaptation.rebound, {"x": 0.5, "gain": 0.8}, {"gain": [-0.1, 1.1]}),
]

# These take or return something else than arrays that broadcast; their own tests say what.
OTHERS = [
    Door(allostery.ligand_from_efficacy, {"ec50": 1.0, "maximum": 0.5, "l0": 1e4, "sites": 2}),
    Door(allostery.GabaAReceptor.suggested),
    Door(allostery.GabaAReceptor.ranges),
    Door(GABA_A.factor_for_shift, {"ec50_ratio": 0.5}),
    Door(adaptation.filtered, {"t": [0.0, 1], "u": [0.0, 1], "tau": 2.0, "x0": 0.1}),
    Door(
        adaptation.opponent_response,
        {"t": [0.0, 1], "u": [0.0, 1], "tau": 2.0, "gain": 0.5, "x0": 0.1},
    ),
    Door(
        adaptation.signed_area,
        {"t": [0.0, 1], "u": [0.0, 1], "tau": 2.0, "gain": 0.5, "x0": 0.1},
    ),
    Door(tapering.dose_at, {"t": [0.0, 1], "doses": [2.0, 1], "step_length": 1.0, "begin": 0.0}),
    Door(tapering.hyperbolic_taper, {"start": 10.0, "steps": 4}),
    Door(tapering.linear_taper, {"start": 10.0, "steps": 4}),
    Door(tapering.taper_doses, {"ed50": 5.0, "occupancies": [0.8, 0.4]}),
]

# Numbers that are arithmetic, not facts about the brain: where they stand, and what they are.
NUMBERS = {
    ("allostery.py", 700.0): "logarithm beyond which a float overflows",
    ("allostery.py", 1e-13): "tolerance of a root",
    ("allostery.py", 1e-14): "tolerance of a root",
    ("allostery.py", 4184): "joules in a kilocalorie",
    ("autoreceptor_feedback.py", 4): "discriminant of a quadratic",
    ("stimulants.py", 0.01): "distance from balance at which the routes meet",
    ("stimulants.py", 1e-3): "argument below which a series is better",
    ("stimulants.py", 100): "most steps of Newton's method",
    ("stimulants.py", 3): "coefficient of a series",
    ("stimulants.py", 4): "coefficient of a series",
    ("stimulants.py", 5): "coefficient of a series",
    ("stimulants.py", 6): "coefficient of a series",
    ("reflex.py", 1e-30): "a gain that is none",
    ("reflex.py", 1e-5): "relative step aside from a double root",
    ("reflex.py", 0.01): "relative distance from a double root",
    ("reflex.py", 8): "delays summed loop by loop",
    ("reflex.py", 10): "longest delay, in time constants",
    ("reflex.py", 60): "Newton steps, far more than needed",
    ("reflex.py", 100): "pairs of modes in a sum",
    ("reflex.py", 1000): "milliseconds in a second, and the largest gain",
    ("reversal.py", 1e-12): "tolerance of a root",
}
