"""What each explorer of lesson 1 is for, as numbers that its picture must show."""

import numpy as np
import pytest

from course.explorers.transmitters.clearance import clear
from course.explorers.transmitters.coincidence import coincide
from course.explorers.transmitters.depression import depress
from course.explorers.transmitters.quanta import release
from course.explorers.transmitters.spike import fire


def test_a_spike_is_all_or_nothing() -> None:
    assert fire(2, 100).peak_mV < -55
    assert fire(2.25, 100).peak_mV > 30
    assert abs(fire(14, 100).peak_mV - fire(7, 100).peak_mV) < 2


def test_firing_starts_fast() -> None:
    rates = fire(0, 100).rates_Hz
    assert rates[rates > 0].min() > 50


def test_losing_sodium_conductance_ends_a_train_before_it_ends_a_spike() -> None:
    assert fire(10, 80).here_Hz == 0
    assert fire(10, 80).spikes == 1


def test_between_rest_and_its_peak_depolarisation_lets_more_current_in() -> None:
    result = coincide(-70, 1)
    rising = (result.v_mV > -70) & (result.v_mV < result.peak_mV)
    assert (np.diff(result.current_pA[rising]) < 0).all()


def test_the_same_mean_has_twice_the_variation() -> None:
    few, many = release(3, 0.8, 0.4), release(12, 0.2, 0.4)
    assert few.mean_mV[0] == pytest.approx(many.mean_mV[0])
    assert many.cv / few.cv == pytest.approx(2)


def test_the_hundred_stimuli_come_from_the_distribution_shown() -> None:
    result = release(6, 0.4, 0.4)
    responses = np.concatenate([result.response_mV, result.failure_mV])
    assert responses.size == 100
    assert responses.mean() == pytest.approx(result.mean_mV[0], abs=3 * result.sd_mV / 10)
    assert set(np.round(responses / 0.4)) <= set(range(7))


def test_half_occupancy_doubles_the_level_and_nine_tenths_make_it_ten_times() -> None:
    for occupied, times in ((50, 2), (90, 10)):
        result = clear(occupied, 4, 4)
        assert result.here_nM == pytest.approx(times * result.tonic_without_drug_nM)


def test_a_burst_is_slowed_less_than_the_level_rises() -> None:
    result = clear(50, 4, 4)
    assert 1 < result.half_ms / result.half_without_drug_ms < 2


def test_the_half_cleared_point_lies_on_the_curve() -> None:
    result = clear(35, 4, 5)
    assert np.interp(result.half_ms, result.t_ms, result.burst_nM) == pytest.approx(
        result.half_nM, rel=1e-3
    )


def test_ten_times_the_rate_passes_on_hardly_more() -> None:
    assert depress(100, 0.5, 800).here_drive_per_s / depress(10, 0.5, 800).here_drive_per_s < 1.2
