import numpy as np
import pytest

from course.explorers.grids import wilson_cowan as wc
from course.models.wilson_cowan import WilsonCowan
from course.reference import card


@pytest.mark.parametrize("gain", [0.2, 0.6, 1, 1.5, 2.3, 3])
def test_the_committed_grid_is_what_the_model_computes(gain: float) -> None:
    kept, computed = wc.grid().at(gain), wc.compute(gain)
    for name in ("e", "i", "rest_e", "rest_i", "growth_per_ms", "peak_to_peak", "frequency_Hz"):
        np.testing.assert_allclose(
            getattr(kept, name), getattr(computed, name), rtol=1e-6, atol=1e-7, err_msg=name
        )


def test_between_grid_points_nothing_is_invented() -> None:
    with pytest.raises(ValueError, match=r"the nearest is 1\.5"):
        wc.grid().at(1.51)


def test_every_step_of_the_card_is_a_grid_point() -> None:
    gain = card("wilson_cowan")["g"]
    assert gain.step is not None
    assert np.allclose(np.diff(wc.GAINS), gain.step)
    assert (wc.GAINS[0], wc.GAINS[-1]) == (gain.low, gain.high)
    assert wc.grid().e.shape == (wc.GAINS.size, round(wc.SHOWN_ms / wc.SAMPLE_ms) + 1)


def test_there_is_a_rhythm_exactly_where_rest_is_unstable() -> None:
    grid = wc.grid()
    assert np.array_equal(grid.peak_to_peak > 0, grid.growth_per_ms > 0)


def test_the_rhythm_ends_at_the_gain_that_the_model_names() -> None:
    swinging = wc.GAINS[wc.grid().peak_to_peak > 0]
    end = WilsonCowan.suggested().hopf_gain(2, 3)
    assert swinging[-1] < end < wc.GAINS[swinging.size + np.flatnonzero(wc.grid().peak_to_peak)[0]]
