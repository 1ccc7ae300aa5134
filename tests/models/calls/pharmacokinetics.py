"""Legal and illegal calls of the pharmacokinetic models of lessons 2 to 5."""

from course.models import (
    absorption,
    accumulation,
    bateman,
    bioavailability,
    compartments,
    depot,
    disposition,
    drugs,
    effect_site_model,
    exposure,
    linear_kinetics,
    metabolites,
    pharmacogenetics,
    regimen,
)
from tests.contract import Call, Door

MODEL = drugs.drug("diazepam_pop")
DAILY = "10 mg PO q24h x 7"
SYSTEM = linear_kinetics.LinearKinetics([[0, 0], [1, 0]], [0, 0.1])
DEPOT = depot.DepotRelease.suggested()
VOLUMES = {"volumes_L": [10.0, 40], "clearances_L_h": [5.0, 20]}

CALLS = [
    Call(
        accumulation.accumulation_ratio,
        {"every_h": 24.0, "half_life_h": 44.2},
        {"every_h": [0, -1], "half_life_h": [0, -1]},
    ),
    Call(
        accumulation.share_of_steady_state,
        {"t_h": 100.0, "half_life_h": 44.2},
        {"t_h": [-1], "half_life_h": [0, -1]},
    ),
    Call(
        accumulation.time_to_share_h,
        {"share": 0.9, "half_life_h": 44.2},
        {"share": [-0.1, 1, 2], "half_life_h": [0, -1]},
    ),
    Call(
        bateman.absorption_rate_per_h,
        {"t_max_h": 0.95, "half_life_h": 3.155},
        {"t_max_h": [0, -1], "half_life_h": [0, -1]},
    ),
    Call(
        bateman.bateman_ng_mL,
        {
            "t_h": 2.0,
            "dose_mg": 10.0,
            "bioavailability": 0.9,
            "ka_per_h": 2.0,
            "k_per_h": 0.1,
            "volume_L": 50.0,
        },
        {
            "dose_mg": [-1],
            "bioavailability": [-0.1, 1.1],
            "ka_per_h": [0, -1],
            "k_per_h": [0, -1],
            "volume_L": [0, -1],
        },
    ),
    Call(
        bateman.peak_from_area_ng_mL,
        {"auc_ng_h_mL": 65.0, "t_max_h": 1.0, "half_life_h": 3.0},
        {"auc_ng_h_mL": [-1], "t_max_h": [-1], "half_life_h": [0, -1]},
    ),
    Call(
        bateman.time_of_peak_h,
        {"ka_per_h": 2.0, "k_per_h": 0.1},
        {"ka_per_h": [0, -1], "k_per_h": [0, -1]},
    ),
    Call(
        bioavailability.bioavailability,
        {"auc_x": 19.0, "dose_x": 10.0, "auc_iv": 113.0, "dose_iv": 10.0},
        {name: [0, -1] for name in ("auc_x", "dose_x", "auc_iv", "dose_iv")},
    ),
    Call(
        bioavailability.clearance_from_area_L_h,
        {"dose_mg": 10.0, "auc_ng_h_mL": 113.0},
        {"dose_mg": [-1], "auc_ng_h_mL": [0, -1]},
    ),
    Call(
        bioavailability.implied_bioavailability,
        {"exposure_ratio": 3.0, "depot_mg": 380.0, "oral_mg": 50.0, "oral_doses": 28.0},
        {name: [0, -1] for name in ("exposure_ratio", "depot_mg", "oral_mg", "oral_doses")},
    ),
    Call(
        pharmacogenetics.intrinsic_clearance_L_h,
        {"n_genes": 2.0, "a_L_h": 16.7, "b_L_h": 9.28},
        {"n_genes": [-1], "a_L_h": [-1], "b_L_h": [-1]},
    ),
    Call(
        pharmacogenetics.hepatic_clearance_L_h,
        {"cl_int_L_h": 50.0, "flow_L_h": 60.0},
        {"cl_int_L_h": [-1], "flow_L_h": [0, -1]},
    ),
    Call(
        pharmacogenetics.hepatic_availability,
        {"cl_int_L_h": 50.0, "flow_L_h": 60.0},
        {"cl_int_L_h": [-1], "flow_L_h": [0, -1]},
    ),
    Call(
        pharmacogenetics.hepatic_half_life_h,
        {"volume_L": 1000.0, "cl_int_L_h": 35.0, "flow_L_h": 60.0},
        {"volume_L": [0, -1], "cl_int_L_h": [0, -1], "flow_L_h": [0, -1]},
    ),
    Call(
        pharmacogenetics.steady_state_ng_mL,
        {"dose_mg": 10.0, "every_h": 24.0, "clearance_L_h": 1.6, "bioavailability": 0.94},
        {
            "dose_mg": [-1],
            "every_h": [0, -1],
            "clearance_L_h": [0, -1],
            "bioavailability": [-0.1, 1.1],
        },
    ),
]

# These take or return something else than arrays that broadcast; their own tests say what.
OTHERS = [
    Door(
        absorption.add_absorption,
        {"ka_per_h": 1.0, "bioavailability": 0.5, "lag_h": 0.1},
        rest={"model": MODEL, "route": "SL", "depot": "tongue"},
    ),
    Door(
        absorption.with_bioavailability,
        {"bioavailability": 0.5},
        rest={"model": MODEL, "route": "PO"},
    ),
    Door(accumulation.steady_average_ng_mL, rest={"model": MODEL, "course": DAILY}),
    Door(accumulation.time_to_share_of_steady_state_h, {"share": 0.9}, rest={"model": MODEL}),
    Door(disposition.catenary, VOLUMES),
    Door(disposition.mammillary, VOLUMES),
    Door(
        disposition.mammillary_from_exponentials,
        {"weights": [3.0, 1], "rates_per_h": [2.0, 0.1], "v1_L": 10.0},
    ),
    Door(
        disposition.mammillary_from_rates,
        {"v1_L": 10.0, "k10_per_h": 0.5, "exchange_per_h": [[2.0, 0.5]]},
    ),
    Door(disposition.scale_elimination, {"factor": 0.5}, rest={"model": MODEL}),
    Door(drugs.drug, {"weight_kg": 70.0}, rest={"name": "ketamine_kamp"}),
    Door(drugs.drug_names),
    Door(drugs.drug_ranges, rest={"name": "ketamine_kamp"}),
    Door(effect_site_model.delay_entry, {"rate_per_h": 1.0}, rest={"model": MODEL}),
    Door(
        effect_site_model.effect_site_ng_mL,
        {"t_h": [0.0, 1], "ke0_per_h": 2.0},
        rest={"model": MODEL, "regimen": DAILY},
    ),
    Door(exposure.area_ng_h_mL, rest={"model": MODEL, "regimen": DAILY}),
    Door(exposure.clearance_L_h, rest={"model": MODEL}),
    Door(exposure.half_lives_h, rest={"model": MODEL}),
    Door(exposure.mean_residence_time_h, rest={"model": MODEL}),
    Door(exposure.peak, {"until_h": 20.0}, rest={"model": MODEL, "regimen": DAILY}),
    Door(exposure.volume_at_steady_state_L, rest={"model": MODEL}),
    Door(
        metabolites.add_metabolite,
        {"fraction": 0.5, "volume_L": 10.0, "clearance_L_h": 1.0, "mass_ratio": 0.9},
        rest={"model": MODEL, "name": "metabolite"},
    ),
    Door(pharmacogenetics.fit_gene_dose, {"n_genes": [0, 1, 2], "level_per_dose": [9.0, 7, 5]}),
    Door(
        pharmacogenetics.GeneDose(1.0, 0.5).level_per_dose,
        {"n_genes": [0.0, 1]},
    ),
    Door(compartments.Compartments.suggested, {"weight_kg": 70.0}, rest={"name": "diazepam_iv"}),
    Door(compartments.Compartments.ranges, rest={"name": "diazepam_pop"}),
    Door(MODEL.index, rest={"name": "gut"}),
    Door(MODEL.volume_L, rest={"of": "nordiazepam"}),
    Door(MODEL.read, rest={"regimen": DAILY}),
    Door(MODEL.entries, rest={"route": "PO"}),
    *(
        Door(method, {"t_h": [0.0, 1]}, rest={"regimen": DAILY})
        for method in (
            MODEL.amounts_mg,
            MODEL.concentration_ng_mL,
            MODEL.entered_mg,
            MODEL.eliminated_mg,
        )
    ),
    *(
        Door(method, {"t_h": [0.0, 1]}, rest={"course": DAILY})
        for method in (MODEL.steady_state_mg, MODEL.steady_state_ng_mL)
    ),
    Door(
        SYSTEM.after_dose,
        {"dose": [1.0, 0], "t": [0.0, 1], "over": 0.1, "every": 1.0, "count": 2},
    ),
    Door(SYSTEM.under_input, {"rate": [1.0, 0], "t": [0.0, 1]}),
    Door(SYSTEM.under_steady_input, {"rate": [1.0, 0]}),
    Door(SYSTEM.at_steady_state, {"dose": [1.0, 0], "t": [0.0, 1], "every": 2.0, "over": 0.1}),
    Door(depot.DepotRelease.suggested),
    Door(depot.DepotRelease.ranges),
    Door(DEPOT.rate_mg_d, {"t_d": [0.0, 1]}),
    Door(DEPOT.released_mg, {"t_d": [0.0, 1]}),
    Door(
        DEPOT.concentration_ng_mL,
        {"t_d": [0.0, 1], "clearance_L_h": 94.0, "every_d": 28.0, "count": 2},
    ),
    Door(DEPOT.into, rest={"model": MODEL, "route": "SC"}),
    Door(DEPOT.regimen, {"at_h": 0.0, "every_h": 672.0, "count": 2}),
    Door(
        regimen.Regimen.give,
        {"dose_mg": 1.0, "over_h": 0.1, "every_h": 24.0, "count": 2, "at_h": 1.0},
        rest={"route": "PO"},
    ),
    Door(regimen.Regimen.parse, {"weight_kg": 70.0}, rest={"text": "1 mg/kg PO"}),
    Door(regimen.Regimen.of, {"weight_kg": 70.0}, rest={"regimen": "1 mg/kg PO"}),
    Door(regimen.Regimen.parse(DAILY).delayed, {"by_h": 1.0}),
    Door(regimen.Regimen.parse(DAILY).without),
    Door(regimen.Regimen.parse(DAILY).scaled, {"factor": 2.0}),
]

NUMBERS = {
    ("_diagram.py", 3): "position in a string",
    ("_eigen_route.py", 1e4): "bound on rounding",
    ("_eigen_route.py", 1e6): "bound on rounding",
    ("_stepping_route.py", 18): "terms of a series",
    ("_stepping_route.py", 1e290): "a time without end",
    ("_units.py", 24.0): "hours in a day",
    ("_units.py", 60.0): "minutes in an hour",
    ("_units.py", 1000.0): "ng/mL in a mg/L",
    ("accumulation.py", 0.9): "default share of a steady state",
    ("accumulation.py", 1e-12): "tolerance of a root",
    ("accumulation.py", 1e-14): "tolerance of a root",
    ("compartments.py", 1e-12): "rounding of a sum of fractions",
    ("compartments.py", 14): "power of two, the times that are solved together",
    ("effect_site_model.py", 32): "size of a cache",
    ("exposure.py", 10): "where a peak is looked for",
    ("exposure.py", 1e-6): "where a peak is looked for",
    ("exposure.py", 64): "where a peak is looked for",
    ("exposure.py", 400): "where a peak is looked for",
    ("exposure.py", 1e-9): "tolerance of a peak",
    ("_linear_system.py", 1e-12): "rounding of a time",
    ("_linear_system.py", 1e-200): "smallest length of an infusion",
    ("_units.py", 7.0): "days in a week",
    ("_units.py", 28.0): "days in four weeks",
    ("_regimen_text.py", 1e3): "milligrams in a gram",
    ("_regimen_text.py", 1e-3): "milligrams in a microgram",
    ("_regimen_text.py", 3): "doses a day",
    ("_regimen_text.py", 4): "doses a day",
    ("_regimen_text.py", 1e15): "how a number is written",
    ("_regimen_text.py", 1e-12): "rounding of a number of doses",
}
