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
from tests.contract import Call, Door

BLOCKADE = {"odds_half_time_h": 26.0, "ed50_mg": 5.6}
BAD_BLOCKADE = {"odds_half_time_h": [0, -1], "ed50_mg": [0, -1]}
LEARNING = {"alpha": 0.2, "beta": 0.5}
BAD_LEARNING = {"alpha": [-0.1, 1.1], "beta": [-0.1, 1.1]}
TRIAL = {"rewards": [0.0, 1], "alpha": 0.1, "gamma": 0.9, "drug": [0.0, 1], "occ": 0.5}
PATHWAYS = {
    "occ": 0.5,
    "alpha": 0.2,
    "r_drug": 1.0,
    "r_alt": 0.6,
    "w0": [0.0, 0.0],
    "temperature": 1.0,
}
ODDS = blockade.fit_odds_decay([48, 72, 120], [0.9, 0.8, 0.4])
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
OTHERS = [
    Door(blockade.fit_ed50, {"dose_mg": [1.0, 5, 20], "block_pct": [20.0, 50, 80]}),
    Door(blockade.fit_odds_decay, {"t_h": [48.0, 72, 120], "blocked": [0.9, 0.8, 0.4]}),
    Door(ODDS.blockade, {"t_h": [48.0, 72]}),
    Door(ODDS.time_h, {"blockade": [0.5, 0.4]}),
    Door(adherence.covered_days, {"taken": [1, 0], "window_d": 2}),
    Door(
        conditioning.rescorla_wagner,
        {"trials": [[1, 1], [1, 0]], "alpha": [0.1, 0.2], "beta": 1.0, "lam": 1.0, "v0": 0.0},
    ),
    Door(prediction_error.td_sweep, {"v": [0.0, 0, 0], **TRIAL}),
    Door(prediction_error.td_training, {"n": 2, "v": [0.0, 0, 0], **TRIAL}),
    Door(prediction_error.learned_values, {"rewards": [0.0, 1], "gamma": 0.9}),
    Door(prediction_error.reward_at, {"step": 1, "steps": 3, "size": 1.0}),
    Door(competing_pathways.two_pathways, PATHWAYS, rest={"schedule": ["use", "alt"]}),
    Door(
        competing_pathways.contextual_pathways,
        {**PATHWAYS, "recovery_steps": 30.0},
        rest={"schedule": ["use", "alt"]},
    ),
    Door(spike_timing.net_change, {"pre_ms": [0.0, 1], "post_ms": [2.0], **WINDOW}),
    Door(opponent_process.doses, {"n": 2, "dose_h": 1.0, "every_h": 2.0, "size": 1.0}),
    Door(opponent_process.OpponentProcess.suggested),
    Door(opponent_process.OpponentProcess.ranges),
    Door(opponent_process.OpponentProcess.suggested().feeling, {"t_h": [0.0, 1], "u": [0.0, 1]}),
    Door(
        receptor_regulation.receptor_number,
        {"t_d": [0.0, 1], "occupancy": [0.0, 1], "kappa": 0.5, "half_time_d": 3.0, "start": 1.0},
    ),
]

# Numbers in the code that are arithmetic and not science: the file, the number, the reason.
NUMBERS = {
    ("adherence.py", 3653): "days in ten years",
    ("adherence.py", 1e-18): "rounding of a number of days",
    ("blockade.py", 100): "per cent in a whole",
    ("competing_pathways.py", 3): "weights of the model",
}
