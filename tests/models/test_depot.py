"""Release over weeks."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course.models.depot import DepotRelease
from course.models.disposition import mammillary
from course.models.drugs import drug
from course.models.exposure import area_ng_h_mL, half_lives_h
from tests.strategies import examples, positive

releases = st.builds(
    DepotRelease,
    dose_mg=positive(1, 1000),
    burst=st.floats(0, 0.9),
    plateau_d=positive(1, 60),
    half_life_d=positive(0.5, 60),
)


@given(releases)
def test_all_is_released_in_the_end_whatever_the_shape(release: DepotRelease) -> None:
    assert release.released_mg(1e6) == pytest.approx(release.dose_mg, rel=1e-9)
    assert release.released_mg([-1, 0]).tolist() == [0, 0]


@given(releases, positive(0.01, 300))
def test_released_amount_is_the_integral_of_the_rate(release: DepotRelease, t: float) -> None:
    edges = [x for x in (release.burst_d, release.plateau_d) if x < t]
    total, marks = 0.0, [0.0, *edges, t]
    for begin, end in pairwise(marks):
        inner = np.linspace(begin, end, 20001)[:-1] + (end - begin) / 40000
        total += np.mean(release.rate_mg_d(inner)) * (end - begin)
    assert release.released_mg(t) == pytest.approx(total, rel=1e-4)


@given(releases, positive(1, 500))
def test_area_of_the_level_is_dose_over_clearance(release: DepotRelease, cl: float) -> None:
    edges = np.array([0, release.burst_d, release.plateau_d])
    total = 0.0
    for begin, end in pairwise(edges):
        level = release.concentration_ng_mL((begin + end) / 2, cl)
        total += level * (end - begin)
    tail = release.concentration_ng_mL(release.plateau_d, cl) * release.half_life_d / np.log(2)
    assert total + tail == pytest.approx(1000 * release.dose_mg / (24 * cl), rel=1e-9)


@given(releases)
def test_level_is_continuous_where_the_plateau_ends(release: DepotRelease) -> None:
    assume(release.plateau_d > release.burst_d + 1e-6)
    end = release.plateau_d
    before, at, after = release.rate_mg_d([end * (1 - 1e-12), end, end * (1 + 1e-12)])
    assert before == pytest.approx(at, rel=1e-9)
    assert after == pytest.approx(at, rel=1e-9)
    assert at == release.plateau_mg_d


@given(releases)
def test_tail_has_the_half_life_of_the_depot(release: DepotRelease) -> None:
    late = release.plateau_d + 3
    first, second = release.concentration_ng_mL([late, late + release.half_life_d], 10)
    assert second / first == pytest.approx(0.5, rel=1e-9)


@examples(30)
@given(releases)
def test_compartments_give_the_exact_level(release: DepotRelease) -> None:
    """Where elimination is fast it is the quasi-steady one; always it has the same area."""
    fast = release.into(mammillary([1], [1000]))
    t = np.array([0.5, release.plateau_d * 0.99, release.plateau_d + 20])
    np.testing.assert_allclose(
        fast.concentration_ng_mL(t * 24, release.regimen()),
        release.concentration_ng_mL(t, 1000),
        rtol=1e-3,
    )
    slow = release.into(mammillary([500], [5]))
    assert area_ng_h_mL(slow, release.regimen()) == pytest.approx(200 * release.dose_mg, rel=1e-9)


@examples(30)
@given(releases, positive(5, 60), st.integers(1, 5))
def test_injections_add_up(release: DepotRelease, every: float, count: int) -> None:
    t = np.linspace(-1, 200, 50)
    course = release.concentration_ng_mL(t, 100, every_d=every, count=count)
    each = [release.concentration_ng_mL(t - i * every, 100) for i in range(count)]
    np.testing.assert_allclose(course, sum(each), rtol=1e-12)
    model = release.into(mammillary([10], [100]))
    months = model.amounts_mg(t * 24, release.regimen(every_h=every * 24, count=count))
    apart = sum(
        model.amounts_mg(t * 24, release.regimen(at_h=i * every * 24)) for i in range(count)
    )
    np.testing.assert_allclose(months, apart, rtol=1e-7, atol=1e-9)


def test_the_drug_half_life_does_not_set_the_tail() -> None:
    model = DepotRelease.suggested().into(drug("naltrexone_1984"))
    regimen = DepotRelease.suggested().regimen()
    first, second = model.concentration_ng_mL([600, 600 + 144], regimen)
    assert second / first == pytest.approx(0.5, rel=1e-6)
    np.testing.assert_allclose(half_lives_h(model), [4.0], rtol=1e-9)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"dose_mg": -1}, "dose_mg must be a finite number at least 0 mg, not -1"),
        ({"burst": 1}, "burst must be .* below 1, not 1"),
        ({"plateau_d": 0.5}, r"plateau_d \(d\) must be at least burst_d, 1, not 0.5"),
        ({"half_life_d": 0}, "half_life_d must be a finite number above 0 d, not 0"),
        ({"burst_d": 0}, "burst_d must be a finite number above 0 d, not 0"),
    ],
)
def test_impossible_depots_are_refused(arguments: dict, words: str) -> None:
    given_ = {"dose_mg": 380, "burst": 0.05, "plateau_d": 14, "half_life_d": 6, **arguments}
    with pytest.raises(ValueError, match=words):
        DepotRelease(**given_)


def test_impossible_questions_are_refused() -> None:
    release = DepotRelease.suggested()
    with pytest.raises(ValueError, match=r"t_d must be a finite number.*, not nan"):
        release.rate_mg_d(np.nan)
    with pytest.raises(ValueError, match="clearance_L_h must be a finite number above 0 L/h"):
        release.concentration_ng_mL(1, 0)
    with pytest.raises(ValueError, match="every_d must be a finite number above 0 d, not 0"):
        release.concentration_ng_mL(1, 10, count=2)
    with pytest.raises(ValueError, match="must have different names"):
        release.into(release.into(mammillary([1], [1])))
    assert type(release.concentration_ng_mL(1, 10)) is float
    assert release.concentration_ng_mL([1, 2], [[10], [20], [30]]).shape == (3, 2)
