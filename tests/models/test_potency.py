"""IC50s: competition with magnesium, and what measurements imply."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.magnesium_block import half_block_mV
from course.models.occupancy import occupancy
from course.models.potency import (
    hill_from_two_points,
    ic50_with_magnesium_uM,
    micromolar,
    one_site_ic50_uM,
)
from course.reference import card
from tests.strategies import positive

remaining = st.floats(0.01, 0.99)


@given(positive(), st.floats(-150, 150))
def test_without_magnesium_nothing_competes(ic50: float, v: float) -> None:
    assert ic50_with_magnesium_uM(ic50, v, 0) == pytest.approx(ic50, rel=1e-12)


@given(positive(), positive(1e-3, 1e3))
def test_magnesium_that_blocks_half_doubles_the_ic50(ic50: float, mg: float) -> None:
    raised = ic50_with_magnesium_uM(ic50, half_block_mV(mg), mg)
    assert raised == pytest.approx(2 * ic50, rel=1e-9)


@given(positive(), st.floats(-150, 150), positive(1e-3, 10))
def test_depolarisation_relieves_the_competition(ic50: float, v: float, mg: float) -> None:
    resting, depolarised = ic50_with_magnesium_uM(ic50, [v, v + 10], mg)
    assert resting > depolarised > ic50 * (1 - 1e-12)


def test_competition_is_of_the_size_that_is_reported() -> None:
    assert ic50_with_magnesium_uM(0.3, -66, 1) == pytest.approx(5.33, abs=0.01)


@given(positive(1e-3, 1e3), remaining)
def test_one_site_answers_its_own_curve(c: float, left: float) -> None:
    ic50 = one_site_ic50_uM(c, left)
    assert 1 - occupancy(c, ic50) == pytest.approx(left, rel=1e-9)


@given(positive(1e-3, 1e3), positive(1e-3, 1e3), positive(1.1, 100), st.floats(0.1, 4))
def test_two_points_give_back_the_curve_they_lie_on(
    ic50: float, c1: float, factor: float, hill: float
) -> None:
    c2 = c1 * factor
    left1, left2 = (1 - occupancy(c, ic50, hill=hill) for c in (c1, c2))
    if min(left1, left2) < 1e-6 or max(left1, left2) > 1 - 1e-6:
        return  # rounding has eaten the difference
    fit = hill_from_two_points(c1, left1, c2, left2)
    assert fit.hill == pytest.approx(hill, rel=1e-5)
    assert np.log(fit.ic50) == pytest.approx(np.log(ic50), abs=1e-4)


def test_the_order_of_the_points_does_not_matter() -> None:
    assert hill_from_two_points(0.1, 0.53, 1, 0.24) == pytest.approx(
        hill_from_two_points(1, 0.24, 0.1, 0.53), rel=1e-12
    )


def test_single_channels_do_not_fit_one_site() -> None:
    np.testing.assert_allclose(
        one_site_ic50_uM([0.1, 1], [0.53, 0.24]), [0.112766, 0.315789], rtol=1e-5
    )
    assert hill_from_two_points(0.1, 0.53, 1, 0.24).hill == pytest.approx(0.55278, rel=1e-5)


def test_ketamine_at_the_end_of_an_infusion() -> None:
    c = micromolar(185, card("ketamine_routes")["ketamine_g_mol"].value)
    assert c == pytest.approx(0.778194, rel=1e-5)
    np.testing.assert_allclose(
        occupancy(c, [0.53, 1.2, 5.4]), [0.594861, 0.393386, 0.125958], rtol=1e-5
    )


@pytest.mark.parametrize(("left1", "left2", "c2"), [(0.2, 0.5, 1), (0.5, 0.2, 0.01), (0.5, 0.5, 1)])
def test_points_that_do_not_fall_are_refused(left1: float, left2: float, c2: float) -> None:
    with pytest.raises(ValueError, match="must fall from the lower to the higher"):
        hill_from_two_points(0.1, left1, c2, left2)


def test_extremes_are_finite() -> None:
    assert np.isfinite(ic50_with_magnesium_uM([1e-300, 1e3], -200, [0, 1e6])).all()
    assert np.isfinite(one_site_ic50_uM([1e-300, 1e300], [0.999, 0.001])).all()
