"""The drugs of the course as compartment models, each built from its card.

==========================  =====================================================
``diazepam_iv``             three compartments; IV, PO, IM, PR and IN (M3.10)
``diazepam_gel``            the same, PR being a gel instead of a solution
``diazepam_pop``            one compartment and nordiazepam; IV and PO (M3.11)
``diazepam_em``, ``_im``,   the same for CYP2C19 wt/wt, wt/m1 and m1/m1
``_pm``
``ketamine_domino``         three compartments; IV, IM, IN, SL, PO and PR (M4.1)
``ketamine_clements``       two compartments; the same routes (M4.2)
``ketamine_kamp``           three compartments from the meta-analysis (M4.3)
``naltrexone_tablet``       one compartment and 6β-naltrexol, from the area after tablets (M5.3)
``naltrexone_1984``         the same from the clearance and bioavailability published in 1984
``naltrexone_depot``        that one, and a monthly injection, IM (M5.4)
==========================  =====================================================

Models are linear: of ketamine by nose they take the fraction measured at 30 mg, though more of
10 mg and less of 50 mg arrived; :func:`course.models.absorption.with_bioavailability` takes
another. A route that no model here names has no published fraction and rate in the cards. Nor do
S-ketamine, flumazenil, midazolam, methylphenidate and haloperidol have a model: what could be read
of them is a clearance, a half-life or an ED50, without the volume that a level takes.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from course.models._domain import POSITIVE, scalar
from course.models._objects import choice
from course.models._units import L_H_PER_ML_MIN, LN2, MIN_PER_H
from course.models.absorption import add_absorption
from course.models.bateman import absorption_rate_per_h
from course.models.bioavailability import clearance_from_area_L_h
from course.models.depot import DepotRelease
from course.models.disposition import mammillary, mammillary_from_rates
from course.models.metabolites import add_metabolite
from course.reference import card

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.models._ranges import Ranges
    from course.models.compartments import Compartments
    from course.reference import Card

_REFERENCE_KG = card("ketamine_kamp")["reference_kg"].value
_PERIPHERAL = ("2", "3")
_KETAMINE_ROUTES = {"IN": "nose", "SL": "tongue", "PO": "mouth", "IM": "muscle", "PR": "rectum"}
DIAZEPAM, NORDIAZEPAM = "diazepam", "nordiazepam"
NALTREXONE, NALTREXOL = "naltrexone", "6β-naltrexol"


def drug_names() -> tuple[str, ...]:
    """Return the names that :func:`drug` knows.

    Returns
    -------
    tuple of str

    Notes
    -----
    Source: the cards named in the table of this module.

    Examples
    --------
    >>> drug_names()[:3]
    ('diazepam_iv', 'diazepam_gel', 'diazepam_pop')
    """
    return tuple(_BUILDERS)


def drug(name: str, weight_kg: float | None = None) -> Compartments:
    """Return the compartment model of a drug.

    Parameters
    ----------
    name
        One of :func:`drug_names`.
    weight_kg
        Body weight (kg), above 0, with which doses per kg are read. Volumes and clearances of
        ketamine (70 kg unless given) and of ``diazepam_iv`` and ``diazepam_gel`` (the mean of
        their subjects unless given) grow with it. The cards hold no weight of the other models'
        subjects: they stay as they are, and a warning says so.

    Returns
    -------
    Compartments

    Raises
    ------
    ValueError
        If there is no such drug, or the weight is outside its range.

    Notes
    -----
    Source: the cards named in the table of this module.

    Examples
    --------
    >>> drug("ketamine_clements").concentration_ng_mL([40 / 60, 80 / 60], "35 mg IV over 40 min")
    array([177.31327554,  84.73330838])
    """
    name = choice("name", name, drug_names())
    weight = None if weight_kg is None else scalar("weight_kg", weight_kg, "kg", POSITIVE)
    if weight is not None and name not in _SCALES:
        warnings.warn(
            f"weight_kg only reads doses per kg: volumes and clearances of {name} are those of "
            "its subjects, whose weight is not known.",
            stacklevel=2,
        )
    return _built(name, weight)


def drug_ranges(name: str) -> Ranges:
    """Return in which range each number of a drug's cards means something.

    Parameters
    ----------
    name
        One of :func:`drug_names`.

    Returns
    -------
    dict
        For each number its lowest and highest value, in the unit that its name ends with.

    Raises
    ------
    ValueError
        If there is no such drug.

    Notes
    -----
    Source: the cards named in the table of this module.

    Examples
    --------
    >>> drug_ranges("diazepam_iv")["f_rectum"]
    (0.3, 1.0)
    """
    name = choice("name", name, drug_names())
    return {
        value.name: (value.low, value.high)
        for part in _CARDS[name]
        for value in card(part).values()
    }


@cache
def _built(name: str, weight_kg: float | None) -> Compartments:
    model = _BUILDERS[name](_SCALES.get(name, 0.0) if weight_kg is None else weight_kg)
    return replace(model, weight_kg=weight_kg)


def _diazepam_by_vein(weight_kg: float, by_rectum: str = "rectum") -> Compartments:
    values = card("diazepam_intravenous")
    scale = weight_kg / values["weight_kg"].value
    volumes = [values[name].value * scale for name in ("v1_L", "v2_L", "v3_L")]
    clearances = [
        values[name].value * MIN_PER_H * scale for name in ("cl_L_min", "cl2_L_min", "cl3_L_min")
    ]
    model = mammillary(volumes, clearances)
    gut = _rate_per_h(values, "absorption_half_life_min")
    muscle = _rate_per_h(values, "muscle_half_life_min")
    model = add_absorption(model, gut, values["f_oral"].value)
    model = add_absorption(model, muscle, values["f_muscle"].value, route="IM", depot="muscle")
    others = card("diazepam_routes")
    for route, place in (("PR", by_rectum), ("IN", "nose")):
        ka, fraction = _rate_per_h(others, f"{place}_half_life_min"), others[f"f_{place}"].value
        model = add_absorption(model, ka, fraction, route=route, depot=place)
    return model


def _diazepam_by_mouth(_weight_kg: float, genotype: str) -> Compartments:
    values = card("diazepam_oral")
    clearance = values[f"{genotype}_cl_mL_min"].value * L_H_PER_ML_MIN
    volume = clearance * values[f"{genotype}_half_life_h"].value / LN2
    # The metabolite's volume belongs to the population's half-life; genotypes change the rate.
    volume_m = _volume_L(values, "nordiazepam_cl_mL_min", "pop_metabolite_half_life_h")
    half_life_m = values[f"{genotype}_metabolite_half_life_h"].value
    model = add_metabolite(
        mammillary([volume], [clearance], [DIAZEPAM]),
        NORDIAZEPAM,
        fraction=values["fraction_to_nordiazepam"].value,
        volume_L=volume_m,
        clearance_L_h=volume_m * LN2 / half_life_m,
        mass_ratio=values["nordiazepam_g_mol"].value / values["diazepam_g_mol"].value,
    )
    gut = _rate_per_h(values, "absorption_half_life_min")
    return add_absorption(model, gut, values["f_oral"].value)


def _ketamine_per_kg(weight_kg: float, name: str) -> Compartments:
    values = card(name)
    pairs = [
        (values[f"k1{i}_per_min"].value * MIN_PER_H, values[f"k{i}1_per_min"].value * MIN_PER_H)
        for i in _PERIPHERAL
        if f"k1{i}_per_min" in values
    ]
    v1 = values["v1_L_kg"].value * weight_kg
    return _with_ketamine_routes(
        mammillary_from_rates(v1, values["k10_per_min"].value * MIN_PER_H, pairs)
    )


def _ketamine_kamp(weight_kg: float) -> Compartments:
    values = card("ketamine_kamp")
    scale = weight_kg / _REFERENCE_KG
    volumes = [values[name].value * scale for name in ("v1_L", "v2_L", "v3_L")]
    clearances = [values[name].value * scale for name in ("cl_L_h", "cl2_L_h", "cl3_L_h")]
    return _with_ketamine_routes(mammillary(volumes, clearances))


def _with_ketamine_routes(model: Compartments) -> Compartments:
    values = card("ketamine_routes")
    for route, place in _KETAMINE_ROUTES.items():
        ka, fraction = values[f"ka_{place}_per_h"].value, values[f"f_{place}"].value
        model = add_absorption(model, ka, fraction, route=route, depot=place)
    return model


def _naltrexone_tablet(_weight_kg: float) -> Compartments:
    """Scale so that what the published clearance leaves of a tablet has its measured area."""
    values = card("naltrexone")
    apparent = clearance_from_area_L_h(
        values["tablet_dose_mg"].value, values["tablet_auc_ng_h_mL"].value
    )
    fraction = values["cl_L_h"].value / float(apparent)
    half_life = values["tablet_half_life_h"].value
    ka = float(absorption_rate_per_h(values["tablet_t_max_h"].value, half_life))
    return _naltrexone(values, fraction, half_life, ka)


def _naltrexone_1984(_weight_kg: float) -> Compartments:
    values = card("naltrexone")
    half_life = values["half_life_h"].value
    ka = float(absorption_rate_per_h(values["tablet_t_max_h"].value, half_life))
    return _naltrexone(values, values["f_oral"].value, half_life, ka)


def _naltrexone(values: Card, fraction: float, half_life_h: float, ka_per_h: float) -> Compartments:
    """Let what the liver takes at first pass, and later, become the metabolite alike."""
    clearance = values["cl_L_h"].value
    in_urine = values["metabolite_in_urine"].value
    # What is found in urine is formed; what is excreted per level gives the clearance of that.
    renal = values["metabolite_renal_cl_mL_min"].value * L_H_PER_ML_MIN
    volume_m = renal * values["metabolite_half_life_h"].value / LN2
    model = add_metabolite(
        mammillary([clearance * half_life_h / LN2], [clearance], [NALTREXONE]),
        NALTREXOL,
        fraction=in_urine,
        volume_L=volume_m,
        clearance_L_h=renal,
        mass_ratio=values["naltrexol_g_mol"].value / values["naltrexone_g_mol"].value,
    )
    model = add_absorption(model, ka_per_h, fraction)
    first_pass = in_urine * (1 - fraction)
    return add_absorption(model, ka_per_h, first_pass, depot="gut wall and liver", into=NALTREXOL)


def _rate_per_h(values: Card, half_life_min: str) -> float:
    return LN2 * MIN_PER_H / values[half_life_min].value


def _volume_L(values: Card, clearance_mL_min: str, half_life_h: str) -> float:
    return values[clearance_mL_min].value * L_H_PER_ML_MIN * values[half_life_h].value / LN2


_CARDS = {
    "diazepam_iv": ("diazepam_intravenous", "diazepam_routes"),
    "diazepam_gel": ("diazepam_intravenous", "diazepam_routes"),
    **{f"diazepam_{genotype}": ("diazepam_oral",) for genotype in ("pop", "em", "im", "pm")},
    **{
        f"ketamine_{source}": (f"ketamine_{source}", "ketamine_routes")
        for source in ("domino", "clements", "kamp")
    },
    "naltrexone_tablet": ("naltrexone",),
    "naltrexone_1984": ("naltrexone",),
    "naltrexone_depot": ("naltrexone", "naltrexone_depot"),
}
# The weight (kg) at which a model is as it was fitted, if it is known to scale.
_SCALES = {
    **dict.fromkeys(
        ("diazepam_iv", "diazepam_gel"), card("diazepam_intravenous")["weight_kg"].value
    ),
    **{f"ketamine_{source}": _REFERENCE_KG for source in ("domino", "clements", "kamp")},
}
_BUILDERS: dict[str, Callable[[float], Compartments]] = {
    "diazepam_iv": _diazepam_by_vein,
    "diazepam_gel": partial(_diazepam_by_vein, by_rectum="gel"),
    **{
        f"diazepam_{genotype}": partial(_diazepam_by_mouth, genotype=genotype)
        for genotype in ("pop", "em", "im", "pm")
    },
    **{
        name: partial(_ketamine_per_kg, name=name)
        for name in ("ketamine_domino", "ketamine_clements")
    },
    "ketamine_kamp": _ketamine_kamp,
    "naltrexone_tablet": _naltrexone_tablet,
    "naltrexone_1984": _naltrexone_1984,
    "naltrexone_depot": lambda kg: DepotRelease.suggested().into(_naltrexone_1984(kg)),
}
