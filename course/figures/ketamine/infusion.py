"""The infusion of lesson 4, which two of its pictures start from."""

from __future__ import annotations

from course.models.regimen import Regimen
from course.reference import card

# Teaching choices, which the text of the lesson names too.
_DOSE_mg_kg, _LASTS_MIN = 0.5, 40
MIN_PER_H = 60
INFUSION = Regimen.give(
    _DOSE_mg_kg * card("ketamine_kamp")["reference_kg"].value,
    "IV",
    over_h=_LASTS_MIN / MIN_PER_H,
)
