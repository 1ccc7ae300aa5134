"""Building models of disposition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.disposition import (
    catenary,
    mammillary,
    mammillary_from_exponentials,
    mammillary_from_rates,
    scale_elimination,
)
from course.models.exposure import clearance_L_h, half_lives_h, volume_at_steady_state_L
from tests.strategies import examples, positive

parts = st.lists(st.tuples(positive(0.1, 100), positive(0.1, 100)), min_size=1, max_size=4)


@given(parts)
def test_clearance_and_volume_come_back(sizes: list[tuple[float, float]]) -> None:
    volumes, clearances = zip(*sizes, strict=True)
    for build in (mammillary, catenary):
        model = build(volumes, clearances)
        assert clearance_L_h(model) == pytest.approx(clearances[0], rel=1e-9)
        assert volume_at_steady_state_L(model) == pytest.approx(sum(volumes), rel=1e-9)


@given(parts)
def test_rates_and_clearances_describe_the_same_model(sizes: list[tuple[float, float]]) -> None:
    volumes, clearances = map(np.array, zip(*sizes, strict=True))
    pairs = [(cl / volumes[0], cl / v) for v, cl in zip(volumes[1:], clearances[1:], strict=True)]
    by_rates = mammillary_from_rates(volumes[0], clearances[0] / volumes[0], pairs)
    by_clearances = mammillary(volumes, clearances)
    assert by_rates.names == by_clearances.names
    np.testing.assert_allclose(by_rates.kinetics.matrix, by_clearances.kinetics.matrix, rtol=1e-9)
    for name, volume in zip(by_rates.names, volumes, strict=True):
        assert by_rates.volume_L(name) == pytest.approx(volume, rel=1e-9)


@examples(60)
@given(
    st.lists(st.tuples(positive(0.05, 20), positive(1.5, 10)), min_size=1, max_size=4),
    positive(1, 100),
)
def test_exponentials_come_back_as_the_curve(terms: list[tuple[float, float]], v1: float) -> None:
    weights = np.array([w for w, _ in terms])
    rates = np.cumprod([gap for _, gap in terms])
    model = mammillary_from_exponentials(weights, rates, v1)
    t = np.linspace(0, 3, 20)
    expected = 1000 / v1 * (weights / weights.sum()) @ np.exp(-np.outer(rates, t))
    np.testing.assert_allclose(model.concentration_ng_mL(t, "1 mg IV"), expected, rtol=1e-7)
    np.testing.assert_allclose(half_lives_h(model)[::-1], np.log(2) / rates, rtol=1e-7)
    assert all(flow.rate_per_h >= 0 for flow in model.flows)


@examples(60)
@given(parts, positive(0.1, 10))
def test_faster_elimination_is_a_larger_clearance_and_nothing_else(
    sizes: list[tuple[float, float]], factor: float
) -> None:
    volumes, clearances = map(np.array, zip(*sizes, strict=True))
    scaled = scale_elimination(mammillary(volumes, clearances), factor)
    elimination, *exchange = clearances
    wanted = mammillary(volumes, [factor * elimination, *exchange])
    np.testing.assert_allclose(scaled.kinetics.matrix, wanted.kinetics.matrix, rtol=1e-12)
    assert scaled.names == wanted.names


def test_in_a_chain_each_exchanges_with_the_next() -> None:
    chain = catenary([1, 2, 4], [1, 3, 5], names=["a", "b", "c"])
    rates = {(f.source, f.target): f.rate_per_h for f in chain.flows}
    assert rates == {
        ("a", None): 1,
        ("a", "b"): 3,
        ("b", "a"): 1.5,
        ("b", "c"): 2.5,
        ("c", "b"): 1.25,
    }


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: scale_elimination(mammillary([1], [1]), 0), "factor must be .* above 0"),
        (lambda: mammillary([], []), "volumes_L must be a list of at least one number"),
        (lambda: mammillary([0], [1]), "volumes_L must be a finite number above 0 L, not 0"),
        (lambda: mammillary([1], [-1]), "clearances_L_h must be a finite number at least 0 L/h"),
        (lambda: mammillary([1, 2], [1]), r"clearances_L_h \(L/h\) must be one for elimination"),
        (lambda: mammillary([1], [1], ["a", "b"]), "as many as volumes_L and names"),
        (lambda: mammillary([1, 1], [1, 1], ["a", "a"]), "must have different names"),
        (lambda: mammillary_from_rates(0, 1), "v1_L must be a finite number above 0 L"),
        (lambda: mammillary_from_rates(1, -1), "k10_per_h must be a finite number at least 0"),
        (lambda: mammillary_from_rates(1, 1, [(1, 0)]), "exchange_per_h must be .* above 0"),
        (lambda: mammillary_from_exponentials([1], [1, 2], 1), "all different and as many"),
        (lambda: mammillary_from_exponentials([1, 1], [2, 2], 1), "all different"),
        (lambda: mammillary_from_exponentials([0], [1], 1), "weights must be .* above 0"),
    ],
)
def test_impossible_models_are_refused(make: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make()
