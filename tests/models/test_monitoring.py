"""Monitoring after esketamine: traces with known answers."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.monitoring import MonitoringRules, monitor

NAN = math.nan
CALM = {"t_min": [0, 60, 120, 150], "sbp_mmHg": [120] * 4, "dbp_mmHg": [80] * 4}


def test_a_calm_trace_ends_at_two_hours() -> None:
    report = monitor(**CALM, spo2_pct=[98] * 4)
    assert report == ([], 0.0, 120.0)


def test_recovery_before_two_hours_is_not_the_end() -> None:
    report = monitor([0, 40, 90, 125], [120, 150, 121, 121], [80] * 4, [98] * 4)
    assert report.alarms == []
    assert report.t_peak_min == 40
    assert report.ready_min == 125


def test_every_sample_and_rule_is_listed_in_order() -> None:
    report = monitor([0, 30, 40, 60], [120, 165, 170, 120], [80, 105, 80, 80], [98, 91, 98, 90])
    assert report.alarms == [
        (30, "SBP40"),
        (30, "DBP25"),
        (30, "SPO2"),
        (40, "SBP40"),
        (60, "SPO2"),
    ]
    assert math.isnan(report.ready_min)


def test_a_change_counts_and_not_a_level() -> None:
    assert monitor([0, 120], [170, 175], [100, 101], [98, 98]).alarms == []
    assert monitor([0, 120], [95, 135], [60, 60], [98, 98]).alarms == [(120, "SBP40")]


@pytest.mark.parametrize(
    ("sbp", "dbp", "spo2", "codes"),
    [
        (160, 80, 98, ["SBP40"]),
        (159.9, 80, 98, []),
        (120, 105, 98, ["DBP25"]),
        (120, 104.9, 98, []),
        (120, 80, 92, []),
        (120, 80, 91.9, ["SPO2"]),
    ],
)
def test_the_limits_themselves(sbp: float, dbp: float, spo2: float, codes: list[str]) -> None:
    report = monitor([0, 30], [120, sbp], [80, dbp], [98, spo2])
    assert [code for _, code in report.alarms] == codes


def test_a_later_relapse_postpones_the_end() -> None:
    sbp = [120, 120, 150, 120]
    report = monitor([0, 120, 130, 140], sbp, [80] * 4, [98] * 4)
    assert report.ready_min == 140


def test_missing_values_raise_no_alarm_and_cannot_end_it() -> None:
    report = monitor([0, 60, 120, 150], [120, NAN, 120, 120], [80] * 4, [98, 98, NAN, 98])
    assert report == ([], 0.0, 150.0)
    relapse = monitor([0, 120, 130, 140], [120] * 4, [80] * 4, [98, 98, 90, NAN])
    assert math.isnan(relapse.ready_min)


def test_the_first_of_equal_peaks() -> None:
    assert monitor([0, 10, 20], [120, 140, 140], [80] * 3, [98] * 3).t_peak_min == 10


@given(st.lists(st.floats(80, 220), min_size=2, max_size=30))
def test_nothing_given_is_changed_and_asking_twice_is_asking_once(sbp: list[float]) -> None:
    trace = np.array(sbp)
    t, steady = np.arange(trace.size) * 10.0, np.full(trace.size, 80.0)
    first = monitor(t, trace, steady, steady + 18)
    assert trace.tolist() == sbp
    second = monitor(t, trace, steady, steady + 18)
    assert second[:2] == first[:2]
    np.testing.assert_equal(second.ready_min, first.ready_min)
    assert [code for _, code in first.alarms] == ["SBP40"] * int((trace - trace[0] >= 40).sum())
    assert first.t_peak_min == t[int(np.argmax(trace))]


def test_other_rules() -> None:
    strict = MonitoringRules(10, 10, 95, 1.0, 30)
    report = monitor([0, 30, 60], [120, 131, 120], [80] * 3, [98, 94, 98], strict)
    assert report == ([(30, "SBP40"), (30, "SPO2")], 30, 60)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"t_min": [0, 60, 60, 150]}, "t_min .* strictly increasing"),
        ({"t_min": [0, 60, NAN, 150]}, "t_min must be"),
        ({"sbp_mmHg": [120] * 3}, "sbp_mmHg must have one value"),
        ({"dbp_mmHg": [NAN, 80, 80, 80]}, "dbp_mmHg must be finite .* the first not NaN"),
        ({"spo2_pct": [98, 98, math.inf, 98]}, "spo2_pct must be finite"),
    ],
)
def test_illegal_traces(change: dict[str, list[float]], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        monitor(**{**CALM, "spo2_pct": [98] * 4, **change})


def test_one_sample_is_too_few() -> None:
    with pytest.raises(ValueError, match="at least two times"):
        monitor([0], [120], [80], [98])
