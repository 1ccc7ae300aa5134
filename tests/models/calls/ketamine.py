"""Legal and illegal calls of the models of lesson 4, but for its kinetics."""

from course.models import (
    antidepressant_hypotheses,
    channel_block,
    effect_site,
    haemodynamics,
    monitoring,
    opioid_hyperalgesia,
    potency,
    sensitisation,
    slow_relief,
    windup,
)
from tests.contract import Call, Door

KETAMINE = channel_block.TrappingBlock.suggested()
PRESSURE = haemodynamics.CirculatoryRise.suggested("pressure")
SWITCH = sensitisation.SensitisationSwitch.suggested()
VITAL_SIGNS = ("sbp_mmHg", "dbp_mmHg", "spo2_pct")
WINDUP = {"rate_Hz": 1.0, "tau_s": 2.0, "a_ampa": 1.0, "a_nmda": 0.5, "block": 0.3}
BAD_WINDUP = {"rate_Hz": [0, -1], "tau_s": [0, -1], "block": [-0.1, 1.1]}
RELIEF = {"plasma_ng_mL": 200.0, "infusion_h": 100.0, "c50_ng_mL": 10.0, "half_time_d": 11.0}
BAD_RELIEF = {
    "plasma_ng_mL": [-1],
    "infusion_h": [0, -1],
    "c50_ng_mL": [0, -1],
    "half_time_d": [0, -1],
}

CALLS = [
    Call(
        KETAMINE.blocked_fraction,
        {"t_s": 3.0, "c_uM": 0.8, "p_open": 0.1, "b0": 0.2},
        {"c_uM": [-1], "p_open": [-0.1, 1.1], "b0": [-0.1, 1.1]},
    ),
    Call(KETAMINE.time_constant_s, {"c_uM": 0.8, "p_open": 0.1}, {"c_uM": [-1], "p_open": [-1, 2]}),
    Call(KETAMINE.plateau, {"c_uM": 0.8}, {"c_uM": [-1]}),
    Call(
        potency.micromolar,
        {"c_ng_mL": 185.0, "molar_mass_g_mol": 238.0},
        {"c_ng_mL": [-1], "molar_mass_g_mol": [0, -1]},
    ),
    Call(
        potency.ic50_with_magnesium_uM,
        {"ic50_uM": 0.3, "v_mV": -60.0, "mg_mM": 1.0, "half_block_mM": 3.6, "slope_per_mV": 0.06},
        {
            "ic50_uM": [0, -1],
            "mg_mM": [-1],
            "half_block_mM": [0, -1],
            "slope_per_mV": [0, -1],
        },
    ),
    Call(
        potency.one_site_ic50_uM,
        {"c_uM": 0.1, "remaining": 0.5},
        {"c_uM": [0, -1], "remaining": [0, 1, -0.1, 1.1]},
    ),
    Call(
        potency.hill_from_two_points,
        {"c1_uM": 0.1, "remaining1": 0.5, "c2_uM": 1.0, "remaining2": 0.2},
        {
            "c1_uM": [0, -1],
            "remaining1": [0, 1],
            "c2_uM": [0, -1],
            "remaining2": [0, 1],
        },
    ),
    Call(windup.response, {"n": 5, **WINDUP}, {"n": [0, 1.5, -1], **BAD_WINDUP}),
    Call(windup.plateau, WINDUP, BAD_WINDUP),
    Call(
        effect_site.effect_site_of_infusion,
        {"t": 3.0, "level": 10.0, "duration": 2.0, "half_time": 1.5},
        {"level": [-1], "duration": [-1], "half_time": [0, -1]},
    ),
    Call(slow_relief.relief, {"t_d": 7.0, **RELIEF}, BAD_RELIEF),
    Call(
        slow_relief.days_above,
        {"threshold": 0.5, **RELIEF},
        {"threshold": [0, 1, -0.1], **BAD_RELIEF},
    ),
    Call(
        opioid_hyperalgesia.lasting_net,
        {"u": 1.0, "g": 0.6, "block": 0.2, "a": 1.0},
        {"u": [-1], "g": [-1], "block": [-0.1, 1.1], "a": [-1]},
    ),
    Call(
        antidepressant_hypotheses.plasma_linked,
        {"plasma_ng_mL": 100.0, "c50_ng_mL": 50.0},
        {"plasma_ng_mL": [-1], "c50_ng_mL": [0, -1]},
    ),
]

# These take series or return more than arrays that broadcast; their own tests say what.
OTHERS = [
    Door(
        effect_site.effect_site,
        {"t": [0.0, 1], "plasma": [0.0, 1], "half_time": 2.0, "start": 0.0},
    ),
    Door(
        slow_relief.relief_from_plasma,
        {"t_d": [0.0, 1], "plasma_ng_mL": [0.0, 1], "c50_ng_mL": 10.0, "half_time_d": 10.0},
    ),
    Door(
        opioid_hyperalgesia.pain_under_opioid,
        {"t_h": [0.0, 1], "u": [0.0, 1], "g": 0.6, "tau_h": 12.0, "block": 0.1, "a": 1.0},
    ),
    Door(
        antidepressant_hypotheses.slow_site,
        {"t_h": [0.0, 1], "plasma_ng_mL": [0.0, 1], "half_time_h": 48.0, "c50_ng_mL": 5.0},
    ),
    Door(
        antidepressant_hypotheses.triggered_state,
        {
            "t_h": [0.0, 1],
            "plasma_ng_mL": [0.0, 1],
            "kappa_per_h": 0.5,
            "tau_h": 120.0,
            "c50_ng_mL": 100.0,
        },
    ),
    # Within a trace NaN is a missing value.
    Door(monitoring.monitor, {"t_min": [0.0, 40]}, rest={name: [1.0, 2] for name in VITAL_SIGNS}),
    Door(monitoring.MonitoringRules.suggested),
    Door(monitoring.MonitoringRules.ranges),
    Door(channel_block.TrappingBlock.suggested),
    Door(channel_block.TrappingBlock.ranges),
    Door(
        KETAMINE.under_steps,
        {"t_s": [0.0, 1], "from_s": [0.0, 1], "c_uM": [1.0, 0], "p_open": [0.5, 0.5], "b0": 0.1},
    ),
    Door(haemodynamics.CirculatoryRise.suggested, rest={"sign": "pressure"}),
    Door(haemodynamics.CirculatoryRise.ranges, rest={"sign": "pressure"}),
    Door(PRESSURE.rise_pct, {"t_min": [0.0, 1], "plasma_ng_mL": [0.0, 1]}),
    Door(PRESSURE.peak, {"t_min": [0.0, 1], "plasma_ng_mL": [0.0, 1]}),
    Door(sensitisation.SensitisationSwitch.suggested),
    Door(sensitisation.SensitisationSwitch.ranges),
    Door(PRESSURE.steady_rise_pct, {"c_ng_mL": [0.0, 1]}),
    Door(SWITCH.speed, {"x": [0.0, 1], "block": [0.0, 1]}),
    Door(SWITCH.course, {"t": [0.0, 1], "x0": 0.9, "block": 0.6}),
    Door(SWITCH.fixed_points, {"block": 0.1}),
    Door(SWITCH.passage_time, {"x_from": 0.9, "x_to": 0.5, "block": 0.9}),
    Door(SWITCH.resetting_time, {"block": 0.9}),
    Door(SWITCH.under_steps, {"t": [0.0, 1], "from_t": [0.0, 1], "block": [0.6, 0], "x0": 0.9}),
]

# Numbers in the code that are arithmetic and not science: the file, the number, the reason.
_RADAU = (3, 4, 6, 7, 9, 10, 16, 36, 88, 169, 225, 296, 360, 1800)
NUMBERS = {
    ("monitoring.py", 100): "per cent in a whole",
    ("_switch_path.py", 3): "Newton steps that polish a root",
    ("_switch_path.py", 4): "discriminant of a quadratic",
    ("_switch_path.py", 4e-16): "rounding",
    ("_switch_path.py", 1e-14): "relative step at which the iteration has arrived",
    ("_switch_path.py", 10): "where the table of the path grows coarse",
    ("_switch_path.py", 100): "most iterations",
    ("_switch_path.py", 200): "entries of the coarse part of the table",
    ("_switch_path.py", 400): "entries of the fine part of the table",
    ("_switch_path.py", 745): "logarithm of the smallest number",
    ("sensitisation.py", 1e-12): "how near two fixed points count as one",
    ("windup.py", 1e-300): "a pause that is as good as none",
    ("windup.py", 1000): "a pause that is as good as endless",
    ("effect_site.py", 0.01): "where the series replaces the closed form",
    ("effect_site.py", 3): "power of the series",
    ("effect_site.py", 12): "coefficient of the series",
    ("effect_site.py", 720): "coefficient of the series",
    ("_varying_rate.py", 0.2): "length of a step in time constants",
    ("_varying_rate.py", 200_000): "most steps",
    **{("_varying_rate.py", n): "coefficient of the Radau IIA formula" for n in _RADAU},
}
