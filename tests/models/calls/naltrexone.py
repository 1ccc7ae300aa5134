"""Legal and illegal calls of the models of lesson 5, but for its kinetics."""

from course.models import (
    adherence,
    blockade,
    competing_pathways,
    conditioning,
    opponent_process,
    prediction_error,
    receptor_regulation,
    spike_timing,
)
from tests.contract import Call

BLOCKADE = {"odds_half_time_h": 26.0, "ed50_mg": 5.6}
BAD_BLOCKADE = {"odds_half_time_h": [0, -1], "ed50_mg": [0, -1]}
LEARNING = {"alpha": 0.2, "beta": 0.5}
BAD_LEARNING = {"alpha": [-0.1, 1.1], "beta": [-0.1, 1.1]}
WINDOW = {"a_plus": 0.8, "a_minus": 0.3, "tau_plus_ms": 17.0, "tau_minus_ms": 34.0}
BAD_WINDOW = {
    "a_plus": [-1],
    "a_minus": [-1],
    "tau_plus_ms": [0, -1],
    "tau_minus_ms": [0, -1],
}

CALLS = [
    Call(
        blockade.blockade,
        {"t_h": 24.0, "dose_mg": 50.0, **BLOCKADE},
        {"t_h": [-1], "dose_mg": [-1], **BAD_BLOCKADE},
    ),
    Call(
        blockade.dose_for_blockade_mg,
        {"blocked": 0.9, "t_h": 24.0, **BLOCKADE},
        {"blocked": [0, 1, -0.1], "t_h": [-1], **BAD_BLOCKADE},
    ),
    Call(
        blockade.time_above_h,
        {"threshold": 0.5, "dose_mg": 50.0, **BLOCKADE},
        {"threshold": [0, 1, -0.1], "dose_mg": [-1], **BAD_BLOCKADE},
    ),
    Call(
        blockade.occupancy_half_time_h,
        {"start": 0.9, "odds_half_time_h": 26.0},
        {"start": [0, 1, -0.1], "odds_half_time_h": [0, -1]},
    ),
    Call(
        blockade.affinity_ratio,
        {"blocked_1": 0.9, "blocked_2": 0.2},
        {"blocked_1": [0, 1], "blocked_2": [0, 1]},
    ),
    Call(
        adherence.cover,
        {"p": 0.5, "window_d": 2.0},
        {"p": [-0.1, 1.1], "window_d": [-1]},
    ),
    Call(
        adherence.p_for_cover,
        {"fraction": 0.5, "window_d": 2.0},
        {"fraction": [-0.1, 1, 1.1], "window_d": [0, -1]},
    ),
    Call(
        adherence.longest_gap_d,
        {"p": 0.5, "days": 180.0},
        {"p": [-0.1, 1.1], "days": [0, -1, 2.5, 4000]},
    ),
    Call(
        conditioning.acquisition,
        {"n": 5, **LEARNING, "lam": 1.0, "v0": 0.1},
        {"n": [-1, 1.5], **BAD_LEARNING},
    ),
    Call(
        conditioning.trials_to_reach,
        {"share": 0.5, **LEARNING},
        {"share": [-0.1, 1], "alpha": [0, 1.1], "beta": [0, 1.1]},
    ),
    Call(
        competing_pathways.choice_probability,
        {"w_drug": 1.0, "w_alt": 0.5, "temperature": 0.7},
        {"temperature": [0, -1]},
    ),
    Call(spike_timing.weight_change, {"dt_ms": 10.0, **WINDOW}, BAD_WINDOW),
    Call(spike_timing.window_area_ms, WINDOW, BAD_WINDOW),
    Call(
        receptor_regulation.sensitivity_after_stopping,
        {
            "t_d": 3.0,
            "treatment_d": 28.0,
            "occupancy": 0.9,
            "kappa": 0.5,
            "half_time_d": 3.0,
        },
        {
            "t_d": [-1],
            "treatment_d": [-1],
            "occupancy": [-0.1, 1.1],
            "kappa": [-1],
            "half_time_d": [0, -1],
        },
    ),
]

# These take series or return more than arrays that broadcast; their own tests say what.
OTHERS = {
    blockade.fit_ed50,
    blockade.fit_odds_decay,
    adherence.covered_days,
    conditioning.rescorla_wagner,
    prediction_error.td_sweep,
    prediction_error.td_training,
    prediction_error.learned_values,
    prediction_error.reward_at,
    competing_pathways.two_pathways,
    competing_pathways.contextual_pathways,
    spike_timing.net_change,
    opponent_process.doses,
    receptor_regulation.receptor_number,
}

# Numbers in the code that are arithmetic and not science: the file, the number, the reason.
NUMBERS = {
    ("adherence.py", 3653): "days in ten years",
    ("adherence.py", 1e-18): "rounding of a number of days",
    ("blockade.py", 100): "per cent in a whole",
    ("competing_pathways.py", 3): "weights of the model",
}
