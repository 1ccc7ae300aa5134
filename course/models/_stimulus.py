"""Currents that an experimenter injects."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from course.models._domain import REAL, scalar


@dataclass(frozen=True, slots=True)
class Pulse:
    """A current that is on from ``start_ms`` until just before ``stop_ms``.

    Parameters
    ----------
    current_uA_cm2
        Current while it is on (µA/cm²); depolarising if positive.
    start_ms, stop_ms
        Times (ms); ``stop_ms`` is not before ``start_ms``.

    Raises
    ------
    ValueError
        If a parameter is outside its range.

    Notes
    -----
    Source: Hodgkin and Huxley 1952, card ``hodgkin_huxley``.

    Examples
    --------
    >>> pulse = Pulse(30, start_ms=0, stop_ms=1)
    >>> pulse(0.0), pulse(1.0)
    (30.0, 0.0)
    """

    current_uA_cm2: float
    start_ms: float
    stop_ms: float

    def __post_init__(self) -> None:
        scalar("current_uA_cm2", self.current_uA_cm2, "µA/cm²", REAL)
        start = scalar("start_ms", self.start_ms, "ms", REAL)
        stop = scalar("stop_ms", self.stop_ms, "ms", REAL)
        if stop < start:
            raise ValueError(f"stop_ms must be at least start_ms, {start:g} ms, not {stop:g}.")

    def __call__(self, t_ms: float) -> float:
        """Return the current (µA/cm²) at a time (ms)."""
        t = scalar("t_ms", t_ms, "ms", REAL)
        return float(self.current_uA_cm2) if self.start_ms <= t < self.stop_ms else 0.0


Current: TypeAlias = float | Pulse | Callable[[float], float]


class Stretch(NamedTuple):
    """A span of time (ms) in which a current has no jump that we know of."""

    begin_ms: float
    end_ms: float
    current_uA_cm2: Callable[[float], float]
    max_step_ms: float


def stretches(current_uA_cm2: Current, end_ms: float, resolution_ms: float) -> list[Stretch]:
    """Cut a current from 0 to ``end_ms`` where it jumps, so that a solver meets no jump.

    A function of time hides its jumps, so a solver must not step over more than
    ``resolution_ms`` of it.
    """
    if isinstance(current_uA_cm2, Pulse):
        pulse = current_uA_cm2
        jumps = {t for t in (pulse.start_ms, pulse.stop_ms) if 0 < t < end_ms}
        edges = sorted({0.0, end_ms, *jumps})
        return [
            Stretch(begin, end, _constant(pulse(begin)), math.inf) for begin, end in pairwise(edges)
        ]
    if callable(current_uA_cm2):
        return [Stretch(0.0, end_ms, _finite(current_uA_cm2), resolution_ms)]
    level = scalar("current_uA_cm2", current_uA_cm2, "µA/cm²", REAL)
    return [Stretch(0.0, end_ms, _constant(level), math.inf)]


def _constant(level: float) -> Callable[[float], float]:
    return lambda _: level


def _finite(function: Callable[[float], float]) -> Callable[[float], float]:
    def checked(t_ms: float) -> float:
        return scalar(f"current_uA_cm2 at {t_ms:g} ms", function(t_ms), "µA/cm²", REAL)

    return checked
