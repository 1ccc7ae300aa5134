"""What solves each explorer's tasks, and what nearly does: of an edge, a step on each side."""

from dataclasses import dataclass

from course.explorers.control import Settings


@dataclass(frozen=True)
class Task:
    """Settings that a task accepts, in order of moving, and some that it must not accept."""

    solution: Settings
    nearly: tuple[Settings, ...]


SOLUTIONS: dict[str, tuple[Task, ...]] = {
    "spike": (
        Task({"current_uA_cm2": 6.5}, ({"current_uA_cm2": 6.25}, {"current_uA_cm2": 6.75})),
        Task(
            {"current_uA_cm2": 10, "sodium_pct": 80},
            (
                {"current_uA_cm2": 10, "sodium_pct": 70},
                {"current_uA_cm2": 10, "sodium_pct": 90},
            ),
        ),
    ),
    "coincidence": (
        Task({"v_mV": -27}, ({"v_mV": -27, "mg_mM": 0.5}, {"v_mV": -30}, {"v_mV": -24})),
        Task({"v_mV": -70, "mg_mM": 0.05}, ({"v_mV": -70, "mg_mM": 0.1},)),
    ),
    "quanta": (
        Task({"n": 6, "p": 0.8, "q_mV": 0.2}, ({"n": 3, "p": 0.8},)),
        Task({"n": 12, "p": 0.05}, ({"n": 9, "p": 0.05},)),
    ),
    "clearance": (
        Task({"dat_occupancy_pct": 80}, ({"dat_occupancy_pct": 79}, {"dat_occupancy_pct": 81})),
        Task({"dat_occupancy_pct": 65}, ({"dat_occupancy_pct": 50},)),
    ),
    "depression": (
        Task({"rate_Hz": 17.4}, ({"rate_Hz": 10}, {"rate_Hz": 25})),
        Task({"rate_Hz": 60.3, "tau_rec_ms": 400}, ({"rate_Hz": 60.3, "U": 0.95},)),
    ),
    "terminals": (
        Task({"lost_pct": 91}, ({"lost_pct": 90}, {"lost_pct": 92})),
        Task({"lost_pct": 72}, ({"lost_pct": 72, "leak_per_s": 1},)),
    ),
    "overlap": (
        Task({"cutoff": 2.6}, ({"cutoff": 2.5},)),
        Task({"d": 1.7, "cutoff": 0.85}, ({"d": 1.9, "cutoff": 0.9},)),
    ),
    "genes": (
        Task({"genes": 0, "other_L_h": 10}, ({"genes": 1, "other_L_h": 10},)),
        Task({"flow_L_h": 30}, ({"flow_L_h": 40},)),
    ),
    "balance": (
        Task({"wei": 0.85}, ({"wei": 0.9}, {"wei": 0.8})),
        Task({"wee": 3.5, "wei": 1.6}, ({"wee": 3.5, "wei": 1.5},)),
    ),
    "window": (
        Task({"c_ng_mL": 1.07}, ({"c_ng_mL": 1}, {"c_ng_mL": 1.2})),
        Task({"c_ng_mL": 1.41, "ec50_cv": 0}, ({"c_ng_mL": 1.45, "ec50_cv": 0},)),
    ),
    "delay": (
        Task({"day": 11}, ({"day": 9}, {"day": 13})),
        Task(
            {"occupied_pct": 70, "blocked_pct": 90},
            ({"occupied_pct": 70, "blocked_pct": 85},),
        ),
    ),
    "dial": (
        Task({"etom_uM": 2}, ({"bzd_nM": 1000},)),
        Task({"bzd_nM": 200, "flum_nM": 200}, ({"bzd_nM": 200, "flum_nM": 100},)),
    ),
    "redistribution": (
        Task(
            {"elimination_pct": 0, "t_min": 36.3},
            ({"elimination_pct": 0, "t_min": 60}, {"elimination_pct": 100, "t_min": 36.3}),
        ),
        Task({"t_min": 2450}, ({"t_min": 2000},)),
    ),
    "taper": (
        Task({"shape": 2, "tau_d": 10}, ({"shape": 1, "tau_d": 10},)),
        Task({"shape": 2, "tau_d": 52}, ({"shape": 2, "tau_d": 51}, {"shape": 2, "tau_d": 53})),
    ),
    "infusion": (
        Task({"infusion_min": 50}, ({"infusion_min": 49}, {"infusion_min": 51})),
        Task({"infusion_min": 45}, ({"infusion_min": 44}, {"infusion_min": 46})),
    ),
    "trapping": (
        Task({"wash_open_pct": 4}, ({"wash_open_pct": 3.5}, {"wash_open_pct": 4.5})),
        Task({"open_pct": 1, "c_uM": 0.85}, ({"open_pct": 1, "c_uM": 1},)),
    ),
    "windup": (
        Task({"rate_Hz": 0.72}, ({"rate_Hz": 0.72, "block_pct": 10}, {"rate_Hz": 0.8})),
        Task({"rate_Hz": 2, "block_pct": 55}, ({"rate_Hz": 2, "block_pct": 50},)),
    ),
    "valleys": (
        Task({"block_duration": 5.3}, ({"block_duration": 5.2}, {"block_duration": 5.4})),
        Task(
            {"block_duration": 10, "block_pct": 48},
            (
                {"block_duration": 10, "block_pct": 47},
                {"block_duration": 10, "block_pct": 49},
            ),
        ),
    ),
    "relief": (
        Task({"infusion_h": 141}, ({"infusion_h": 136}, {"infusion_h": 146})),
        Task({"half_time_d": 0.708}, ({"half_time_d": 1},)),
    ),
    "antagonism": (
        Task({"competitor": 50.1}, ({"competitor": 55}, {"competitor": 45})),
        Task(
            {"competitor": 31.6, "competitor_efficacy": 1},
            ({"competitor": 9, "competitor_efficacy": 1},),
        ),
    ),
    "clocks": (
        Task({"t_h": 82}, ({"t_h": 72}, {"t_h": 90})),
        Task({"odds_half_time_h": 21}, ({"odds_half_time_h": 23},)),
    ),
    "cover": (
        Task({"p_pct": 63, "window_d": 3}, ({"p_pct": 80, "window_d": 2},)),
        Task({"clearance_L_h": 131}, ({"clearance_L_h": 130}, {"clearance_L_h": 132})),
    ),
    "teaching_signal": (
        Task({"trial": 21, "drug": 0}, ({"trial": 20, "drug": 0}, {"trial": 22, "drug": 0})),
        Task(
            {"trial": 100, "drug": 0.2, "occupancy_pct": 75},
            (
                {"trial": 100, "drug": 0.2, "occupancy_pct": 70},
                {"trial": 100, "drug": 0.2, "occupancy_pct": 80},
            ),
        ),
    ),
    "pathways": (
        Task({"lapses": 0, "r_alt": 1.1}, ({"lapses": 8, "r_alt": 1.1},)),
        Task({"missed_day": 27}, ({"missed_day": 26}, {"missed_day": 28})),
    ),
}
