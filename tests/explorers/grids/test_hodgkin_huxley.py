import numpy as np
import pytest

from course.explorers.grids import hodgkin_huxley as hh
from course.explorers.transmitters.spike import SPIKE


@pytest.mark.parametrize(("current", "sodium"), [(0, 100), (2.25, 100), (6.5, 100), (10, 50)])
def test_the_committed_grid_is_what_the_model_computes(current: float, sodium: float) -> None:
    kept, computed = hh.grid().at(current, sodium), hh.compute(current, sodium)
    assert np.abs(kept.v_mV - computed.v_mV).max() < 0.06  # half a unit of the last place kept
    assert kept.peak_mV == pytest.approx(computed.peak_mV, rel=1e-5)
    assert kept.spikes == computed.spikes
    assert kept.rate_Hz == pytest.approx(computed.rate_Hz, rel=1e-5)


def test_between_grid_points_nothing_is_invented() -> None:
    with pytest.raises(ValueError, match=r"the nearest is 6\.5"):
        hh.grid().at(6.4, 100)


def test_every_step_of_the_sliders_is_a_grid_point() -> None:
    for control, steps in zip(SPIKE.controls, (hh.CURRENTS_uA_cm2, hh.SODIUM_pct), strict=True):
        on_slider = np.arange(control.low, control.high + control.step / 2, control.step)
        assert np.allclose(on_slider, steps)


def test_a_train_cut_by_the_end_of_the_run_lasts_and_one_that_stopped_does_not() -> None:
    assert hh.lasting_Hz(np.array([100.0, 115, 130, 145, 160, 175, 190])) == pytest.approx(
        1000 / 15
    )
    assert hh.lasting_Hz(np.array([5.0, 20.0])) == 0
    assert hh.lasting_Hz(np.array([200.0])) == 0
