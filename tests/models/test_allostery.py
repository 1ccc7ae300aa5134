"""The GABA-A receptor with two shapes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from course.models.allostery import (
    GabaAReceptor,
    Ligand,
    energy_kcal_mol,
    factor_from_energy,
    ligand_from_efficacy,
)
from course.reference import card
from tests.strategies import non_negative, positive

if TYPE_CHECKING:
    from collections.abc import Callable

RECEPTOR = GabaAReceptor.suggested()
PARTIAL = replace(
    RECEPTOR, gaba=Ligand(RECEPTOR.gaba.k, card("gaba_a_allostery")["c_partial"].value, 2)
)
concentrations = non_negative(1e-3, 1e5)
ratios = positive(1e-3, 1)
factors = positive(1e-4, 10)


@given(concentrations, concentrations, concentrations, concentrations)
def test_it_is_the_equation(gaba: float, bzd: float, flum: float, etom: float) -> None:
    c = card("gaba_a_allostery")
    b, f, x = bzd / c["kb_nM"].value, flum / c["kf_nM"].value, etom / c["kx_uM"].value
    g = gaba / c["kr_uM"].value
    closed = (
        c["l0"].value
        * ((1 + g) / (1 + g / c["c"].value)) ** 2
        * (1 + b + f)
        / (1 + b / c["d_b"].value + f)
        * ((1 + x) / (1 + x / c["d_x"].value)) ** 2
    )
    assert RECEPTOR.open_probability(gaba, bzd, flum, etom) == pytest.approx(
        1 / (1 + closed), rel=1e-9
    )


@given(concentrations, concentrations, concentrations, st.floats(1.01, 10))
def test_more_gaba_or_more_drug_opens_more(gaba: float, bzd: float, etom: float, by: float) -> None:
    here = RECEPTOR.open_probability(gaba, bzd, 0, etom)
    for more in ((gaba * by, bzd, 0, etom), (gaba, bzd * by, 0, etom), (gaba, bzd, 0, etom * by)):
        assert RECEPTOR.open_probability(*more) >= here * (1 - 1e-12)


@given(concentrations, concentrations)
def test_flumazenil_alone_does_nothing(gaba: float, flum: float) -> None:
    assert RECEPTOR.open_probability(gaba, 0, flum) == pytest.approx(
        RECEPTOR.open_probability(gaba), rel=1e-9
    )


@given(concentrations, concentrations, concentrations)
def test_flumazenil_shifts_the_benzodiazepine(gaba: float, bzd: float, flum: float) -> None:
    diluted = bzd / (1 + flum / RECEPTOR.flumazenil.k)
    assert RECEPTOR.open_probability(gaba, bzd, flum) == pytest.approx(
        RECEPTOR.open_probability(gaba, diluted), rel=1e-9
    )


@given(concentrations)
def test_benzodiazepines_have_a_ceiling(gaba: float) -> None:
    ceiling = RECEPTOR.open_probability(gaba, bzd_nM=1e15)
    for bzd in (1, 100, 1e6):
        assert RECEPTOR.open_probability(gaba, bzd) <= ceiling * (1 + 1e-12)
    closed = RECEPTOR.l0 * RECEPTOR.gaba.factor(gaba) * RECEPTOR.benzodiazepine.ratio
    assert ceiling == pytest.approx(1 / (1 + closed), rel=1e-9)


@given(concentrations, concentrations)
def test_energies_add(bzd: float, etom: float) -> None:
    both = energy_kcal_mol(RECEPTOR.factor(bzd, 0, etom))
    apart = energy_kcal_mol(RECEPTOR.factor(bzd)) + energy_kcal_mol(RECEPTOR.factor(etom_uM=etom))
    assert both == pytest.approx(apart, rel=1e-9, abs=1e-12)


@given(st.floats(-5, 5))
def test_energy_and_factor_are_inverse(energy: float) -> None:
    assert energy_kcal_mol(factor_from_energy(energy)) == pytest.approx(energy, abs=1e-12)


@given(factors, positive(10, 1e6), st.floats(0.0005, 0.5), st.integers(1, 4))
def test_the_ec50_is_half_way(factor: float, l0: float, ratio: float, sites: int) -> None:
    receptor = replace(RECEPTOR, l0=l0, gaba=Ligand(50, ratio, sites))
    half = receptor.ec50_uM(factor)
    closed = l0 * factor * receptor.gaba.factor(half)
    middle = (receptor.spontaneous(factor) + receptor.maximum(factor)) / 2
    assert 1 / (1 + closed) == pytest.approx(middle, rel=1e-6)


@given(positive(0.1, 1e3), st.floats(0.05, 0.99), positive(100, 1e6), st.integers(1, 4))
def test_efficacy_and_ec50_give_the_ligand(
    ec50: float, maximum: float, l0: float, sites: int
) -> None:
    ligand = ligand_from_efficacy(ec50, maximum, l0, sites)
    receptor = replace(RECEPTOR, l0=l0, gaba=ligand)
    assert receptor.maximum() == pytest.approx(maximum, rel=1e-9)
    assert receptor.ec50_uM() == pytest.approx(ec50, rel=1e-6)


@given(st.floats(0.2, 100))
def test_a_shift_gives_its_factor(shift: float) -> None:
    factor = RECEPTOR.factor_for_shift(shift)
    assert RECEPTOR.ec50_uM() / RECEPTOR.ec50_uM(factor) == pytest.approx(shift, rel=1e-9)


@given(ratios, st.integers(1, 3), positive(), concentrations)
def test_a_ligand_factor_lies_between_1_and_its_ceiling(
    ratio: float, sites: int, k: float, c: float
) -> None:
    ligand = Ligand(k, ratio, sites)
    assert ligand.saturated * (1 - 1e-12) <= ligand.factor(c) <= 1 + 1e-12


def test_gaba_alone() -> None:
    assert RECEPTOR.ec50_uM() == pytest.approx(26, rel=1e-4)
    assert RECEPTOR.maximum() == pytest.approx(0.9, rel=1e-4)
    assert RECEPTOR.open_probability(2) == pytest.approx(0.0102746, rel=1e-4)
    assert RECEPTOR.spontaneous() == pytest.approx(3.99984e-5, rel=1e-5)
    gaba = ligand_from_efficacy(26, 0.9, 25_000)
    assert (gaba.k, gaba.ratio) == pytest.approx((60.6528, 0.00210819), rel=1e-5)


def test_a_saturating_benzodiazepine() -> None:
    factor = RECEPTOR.benzodiazepine.saturated
    assert RECEPTOR.ec50_uM(factor) == pytest.approx(12.9941, rel=1e-4)
    assert RECEPTOR.ec50_uM() / RECEPTOR.ec50_uM(factor) == pytest.approx(2.0009, rel=1e-4)
    assert RECEPTOR.maximum(factor) == pytest.approx(0.967222, rel=1e-5)
    assert RECEPTOR.open_probability(2, bzd_nM=1e12) == pytest.approx(0.0329166, rel=1e-4)
    assert RECEPTOR.spontaneous(factor) == pytest.approx(0.00013113, rel=1e-4)


@pytest.mark.parametrize(
    ("shift", "factor", "kcal", "open_alone"),
    [
        (2, 0.305239, 0.703078, 0.000131028),
        (4, 0.0893325, 1.43108, 0.000447565),
        (20, 0.00470575, 3.17511, 0.0084286),
    ],
)
def test_what_a_shift_takes(shift: float, factor: float, kcal: float, open_alone: float) -> None:
    found = RECEPTOR.factor_for_shift(shift)
    assert found == pytest.approx(factor, rel=1e-4)
    assert energy_kcal_mol(found) == pytest.approx(kcal, rel=1e-4)
    assert RECEPTOR.spontaneous(found) == pytest.approx(open_alone, rel=1e-4)


def test_a_kilocalorie_is_the_ceiling_of_benzodiazepines() -> None:
    bound = factor_from_energy(card("gaba_a_allostery")["bzd_energy_bound_kcal_mol"].value)
    assert bound == pytest.approx(0.184925, rel=1e-5)
    assert RECEPTOR.ec50_uM() / RECEPTOR.ec50_uM(bound) == pytest.approx(2.66195, rel=1e-4)


def test_etomidate_opens_and_shifts_in_one_model() -> None:
    direct = ligand_from_efficacy(36, 0.4 * 0.9, 25_000)
    assert (direct.k, direct.ratio) == pytest.approx((21.92, 0.00843274), rel=1e-4)
    factor = RECEPTOR.factor(etom_uM=3.2)
    assert RECEPTOR.ec50_uM() / RECEPTOR.ec50_uM(factor) == pytest.approx(22.1384, rel=1e-3)
    assert RECEPTOR.open_probability(0, etom_uM=3.2) == pytest.approx(0.0101099, rel=1e-3)
    assert RECEPTOR.open_probability(0, etom_uM=1e9) == pytest.approx(0.36, rel=1e-4)


def test_a_partial_agonist_gains_most() -> None:
    factor = RECEPTOR.benzodiazepine.saturated
    assert PARTIAL.maximum() == pytest.approx(0.3, rel=1e-5)
    assert PARTIAL.maximum(factor) == pytest.approx(0.584226, rel=1e-5)
    assert (
        PARTIAL.maximum(factor) - PARTIAL.maximum() > RECEPTOR.maximum(factor) - RECEPTOR.maximum()
    )


def test_the_midpoint_agrees_with_a_root_finder() -> None:
    middle = (RECEPTOR.open_probability(0) + RECEPTOR.maximum()) / 2
    root = brentq(lambda g: RECEPTOR.open_probability(g) - middle, 1, 100, xtol=1e-12)
    assert RECEPTOR.ec50_uM() == pytest.approx(root, rel=1e-9)


def test_extremes() -> None:
    assert RECEPTOR.open_probability(1e300) == pytest.approx(0.9, rel=1e-4)
    assert Ligand(1, 1e-12, 1).factor(1e-12) == pytest.approx(0.5)
    assert np.isfinite(RECEPTOR.ec50_uM([1e-300, 1e300])).all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: Ligand(0, 0.5), "k must be"),
        (lambda: Ligand(1, 1.5), "ratio must be"),
        (lambda: Ligand(1, 0.5, 0), "sites must be"),
        (lambda: replace(RECEPTOR, l0=0), "l0 must be"),
        (lambda: replace(RECEPTOR, gaba=Ligand(1, 1)).ec50_uM(), "gaba must prefer"),
        (lambda: RECEPTOR.factor_for_shift(1e6), "ec50_ratio must be"),
        (lambda: RECEPTOR.factor_for_shift(0), "ec50_ratio must be"),
        (lambda: ligand_from_efficacy(1, 0.001, 10), "maximum must be above 0.0909"),
        (lambda: ligand_from_efficacy(1, 1, 10), "maximum must be"),
    ],
)
def test_errors_name_the_argument(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()
