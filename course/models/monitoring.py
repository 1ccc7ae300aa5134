"""Watching blood pressure and oxygen after a dose: the rules of exercise 4.7.

The limits, card ``esketamine_monitoring``, are teaching choices but for the two hours. No rule
replaces a clinician's judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from course.models._domain import NON_NEGATIVE, POSITIVE, Interval, scalar
from course.models._objects import instance
from course.models._ranges import Ranges, ranges_of
from course.models._samples import increasing
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from course.models._domain import FloatArray

_PERCENT = Interval(low=0, high=100)
_FEWEST = 2  # a baseline and something to compare with it


class Report(NamedTuple):
    """What a trace of vital signs says.

    Attributes
    ----------
    alarms
        Pairs of time (min) and code, one for every sample and rule that it meets, in the order
        of time and within a sample ``SBP40``, ``DBP25``, ``SPO2``.
    t_peak_min
        Time of the (first) highest systolic pressure (min).
    ready_min
        First time (min) from which all is recovered and stays so; NaN if there is none.

    Notes
    -----
    Source: card ``esketamine_monitoring``.

    Examples
    --------
    >>> monitor([0, 40], [120, 150], [80, 90], [98, 97])
    Report(alarms=[], t_peak_min=40.0, ready_min=nan)
    """

    alarms: list[tuple[float, str]]
    t_peak_min: float
    ready_min: float


@dataclass(frozen=True, slots=True)
class MonitoringRules:
    """Limits that raise an alarm or prolong monitoring.

    Attributes
    ----------
    sbp_rise_mmHg, dbp_rise_mmHg
        Rise above baseline from which there is an alarm (mmHg), at least 0.
    spo2_least_pct
        Oxygen saturation below which there is an alarm (%), from 0 to 100.
    recovered_ratio
        Pressure at most this many times baseline counts as recovered, above 0.
    least_min
        Shortest time of monitoring (min), at least 0.

    Raises
    ------
    ValueError
        If a limit is outside its range.

    Notes
    -----
    Source: card ``esketamine_monitoring``.

    Examples
    --------
    >>> MonitoringRules.suggested().least_min
    120.0
    """

    sbp_rise_mmHg: float
    dbp_rise_mmHg: float
    spo2_least_pct: float
    recovered_ratio: float
    least_min: float

    def __post_init__(self) -> None:
        for name, unit, allowed in (
            ("sbp_rise_mmHg", "mmHg", NON_NEGATIVE),
            ("dbp_rise_mmHg", "mmHg", NON_NEGATIVE),
            ("spo2_least_pct", "%", _PERCENT),
            ("recovered_ratio", "", POSITIVE),
            ("least_min", "min", NON_NEGATIVE),
        ):
            object.__setattr__(self, name, scalar(name, getattr(self, name), unit, allowed))

    @classmethod
    def suggested(cls) -> MonitoringRules:
        """Return the rules of the exercise.

        Returns
        -------
        MonitoringRules
            With limits in mmHg, per cent and min.

        Notes
        -----
        Source: card ``esketamine_monitoring``.

        Examples
        --------
        >>> MonitoringRules.suggested().least_min
        120.0
        """
        return cls(*(value.value for value in card("esketamine_monitoring").values()))

    @classmethod
    def ranges(cls) -> Ranges:
        """Return in which range each parameter means something, lowest and highest.

        Each is in the unit of its parameter, which stands in its name or in the card.

        Returns
        -------
        dict
            Lowest and highest value of each, by name.

        Notes
        -----
        Source: card ``esketamine_monitoring``.

        Examples
        --------
        >>> MonitoringRules.ranges()["least_min"]
        (60.0, 240.0)
        """
        return ranges_of(cls, card("esketamine_monitoring"))


def monitor(
    t_min: ArrayLike,
    sbp_mmHg: ArrayLike,
    dbp_mmHg: ArrayLike,
    spo2_pct: ArrayLike,
    rules: MonitoringRules | None = None,
) -> Report:
    """Return the alarms, the peak and the end of monitoring.

    Parameters
    ----------
    t_min
        Times of the samples (min), strictly increasing. The first sample is the baseline.
    sbp_mmHg, dbp_mmHg
        Systolic and diastolic pressure (mmHg); NaN is a missing value.
    spo2_pct
        Oxygen saturation (%); NaN is a missing value.
    rules
        The limits; those of the card if None.

    Returns
    -------
    Report
        ``(alarms, t_peak_min, ready_min)``. A missing value raises no alarm and breaks no
        limit, and its sample cannot be the one from which a person is ready.

    Raises
    ------
    ValueError
        If lengths differ, there are fewer than two samples, a first value is missing, a value
        is infinite, or ``t_min`` does not increase.

    Notes
    -----
    Source: card ``esketamine_monitoring``.

    Examples
    --------
    >>> report = monitor([0, 40, 120, 150], [120, 165, 140, 125], [80, 95, 85, 80], [98] * 4)
    >>> report
    Report(alarms=[(40.0, 'SBP40')], t_peak_min=40.0, ready_min=150.0)
    """
    limits = (
        MonitoringRules.suggested() if rules is None else instance("rules", rules, MonitoringRules)
    )
    times = increasing("t_min", t_min, "min")
    if times.size < _FEWEST:
        raise ValueError("t_min (min) must be at least two times.")
    sbp = _trace("sbp_mmHg", sbp_mmHg, "mmHg", times.size)
    dbp = _trace("dbp_mmHg", dbp_mmHg, "mmHg", times.size)
    spo2 = _trace("spo2_pct", spo2_pct, "%", times.size)
    met = {
        "SBP40": sbp - sbp[0] >= limits.sbp_rise_mmHg,
        "DBP25": dbp - dbp[0] >= limits.dbp_rise_mmHg,
        "SPO2": spo2 < limits.spo2_least_pct,
    }
    alarms = [
        (float(t), code) for i, t in enumerate(times) for code, here in met.items() if here[i]
    ]
    broken = (
        (sbp > limits.recovered_ratio * sbp[0])
        | (dbp > limits.recovered_ratio * dbp[0])
        | met["SPO2"]
    )
    complete = ~np.isnan(sbp + dbp + spo2)
    ready = _ready(times, broken, complete & (times >= limits.least_min))
    return Report(alarms, float(times[np.nanargmax(sbp)]), ready)


def _trace(name: str, values: ArrayLike, unit: str, size: int) -> FloatArray:
    trace = np.array(values, dtype=np.float64)
    if trace.shape != (size,):
        raise ValueError(f"{name} must have one value for each of the {size} in t_min.")
    if np.isinf(trace).any() or np.isnan(trace[0]):
        raise ValueError(f"{name} must be finite numbers {unit} or NaN, the first not NaN.")
    return trace


def _ready(times: FloatArray, broken: NDArray[np.bool_], may_end: NDArray[np.bool_]) -> float:
    """Return the first time at which monitoring may end and after which nothing is broken."""
    broken_later = np.logical_or.accumulate(broken[::-1])[::-1]
    fits = np.flatnonzero(may_end & ~broken_later)
    return float(times[fits[0]]) if fits.size else float("nan")
