"""What hypothesis draws from for pharmacokinetics: models of any shape, and regimens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import strategies as st

from course.models.absorption import add_absorption
from course.models.disposition import catenary, mammillary
from course.models.linear_kinetics import LinearKinetics
from course.models.metabolites import add_metabolite
from course.models.regimen import Regimen
from tests.strategies import fractions_above_0, non_negative, positive

if TYPE_CHECKING:
    from course.models.compartments import Compartments

shares = st.just(0.0) | fractions_above_0()  # not so near 0 that a solver never arrives


@st.composite
def systems(draw: st.DrawFn, low: float = 1e-2, high: float = 1e1, most: int = 4) -> LinearKinetics:
    """Draw compartmental systems of any topology, some of their rates equal, some missing."""
    n = draw(st.integers(1, most))
    rates = st.just(0.0) | st.just(1.0) | positive(low, high)
    transfer = np.array([[0.0 if i == j else draw(rates) for j in range(n)] for i in range(n)])
    return LinearKinetics(transfer, [draw(rates) for _ in range(n)])


@st.composite
def models(draw: st.DrawFn) -> Compartments:
    """Draw drugs: mammillary or catenary, with a gut, perhaps with a metabolite."""
    n = draw(st.integers(1, 3))
    volumes = [draw(positive(1, 100)) for _ in range(n)]
    clearances = [draw(positive(0.5, 50)) for _ in range(n)]
    model = draw(st.sampled_from([mammillary, catenary]))(volumes, clearances)
    model = add_absorption(model, draw(positive(0.1, 10)), draw(shares), lag_h=draw(shares))
    if draw(st.booleans()):
        model = add_metabolite(
            model,
            "metabolite",
            fraction=draw(shares),
            volume_L=draw(positive(1, 100)),
            clearance_L_h=draw(positive(0.5, 50)),
            mass_ratio=draw(positive(0.5, 2)),
        )
    return model


@st.composite
def regimens(draw: st.DrawFn) -> Regimen:
    """Draw one to three courses by mouth or vein, at once or infused, overlapping or not."""
    regimen = Regimen(())
    for _ in range(draw(st.integers(1, 3))):
        regimen += Regimen.give(
            draw(non_negative(0.1, 100)),
            draw(st.sampled_from(["IV", "PO"])),
            over_h=draw(st.just(0.0) | positive(0.1, 10)),
            every_h=draw(positive(0.5, 24)),
            count=draw(st.integers(1, 5)),
            at_h=draw(st.just(0.0) | positive(0.1, 10)),
        )
    return regimen
