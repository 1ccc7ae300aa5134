"""The solution of a linear compartmental system whose arguments have been checked already.

:class:`~course.models.linear_kinetics.LinearKinetics` is its door; compartment models, whose own
doors have checked doses and times, come straight here. Equations and shapes are described there.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from course.models._domain import FloatArray, read_only
from course.models._eigen_route import EigenRoute
from course.models._residence import reachable, residence_times
from course.models._stepping_route import SteppingRoute

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A time is taken as a dose's own when it differs by no more than rounding.
_ROUNDING = 1e-12
# Infusions shorter than this are doses all at once: a rate times it could be lost as 0.
_SHORTEST = 1e-200


class LinearSystem:
    """States that pass into each other, and out, at constant rates; float64 arrays throughout."""

    def __init__(self, transfer: FloatArray, loss: FloatArray) -> None:
        self._transfer, self._loss = transfer, loss

    @cached_property
    def matrix(self) -> FloatArray:
        """The matrix whose columns sum to minus the loss."""
        return read_only(self._transfer - np.diag(self._loss + self._transfer.sum(axis=0)))

    @cached_property
    def residence_times(self) -> FloatArray:
        """Mean total time in state *i* of what starts in state *j*."""
        return read_only(residence_times(self._transfer, self._loss))

    @cached_property
    def reaches(self) -> NDArray[np.bool_]:
        """Whether state *i* can be reached from *j*."""
        flags = reachable(self._transfer)
        flags.flags.writeable = False
        return flags

    @cached_property
    def _route(self) -> EigenRoute | SteppingRoute:
        return EigenRoute.of(self.matrix) or SteppingRoute(self._transfer, self._loss)

    def after_dose(
        self, dose: FloatArray, since: FloatArray, *, over: float, every: float, count: int
    ) -> FloatArray:
        """Return the states a time after the first of equal doses began."""
        if _at_once(dose, over):
            return self._after_instants(dose, since, every, count)
        rate = dose / over
        if count == 1:
            filling, ago = np.clip(since, 0, over), np.maximum(since - over, 0)
            return self._route.fill_and_decay(rate, filling, ago)
        filled: FloatArray = self._route.fill(rate, np.array([over]))[0]
        states = self._after_instants(filled, since - over, every, count)
        started, ended = _doses(since, every, count), _doses(since - over, every, count)
        running = (started - ended).astype(np.intp)
        if running.any():
            ago = np.maximum(since - (started - 1) * every, 0)  # when the latest of them began
            # What as many have brought by that moment does not depend on which they are.
            earlier = self._route.fill(rate, every * np.arange(running.max())).cumsum(axis=0)
            at = np.flatnonzero(running)
            states[at] += self._route.decay(earlier[running[at] - 1], ago[at])
            states[at] += running[at, None] * self._route.fill(rate, ago[at])
        return states

    def under_input(self, rate: FloatArray, t: FloatArray) -> FloatArray:
        """Return the states after a constant input that began with the system empty."""
        return self._route.fill(rate, t)

    def under_steady_input(self, rate: FloatArray) -> FloatArray:
        """Return the states that a constant input has brought about in the end."""
        with np.errstate(invalid="ignore"):  # for ever times no input is nothing
            amounts: FloatArray = np.where(rate > 0, self.residence_times * rate, 0).sum(axis=1)
        return amounts

    def at_steady_state(
        self, dose: FloatArray, since: FloatArray, *, every: float, over: float
    ) -> FloatArray:
        """Return the states a time after a dose of a course that has lasted for ever."""
        if _at_once(dose, over):
            return self._decayed_pile(dose, since, every)
        # Of infusions longer than the interval so many run without a break; a rest comes and goes.
        unbroken, rest = divmod(over, every)
        steady = self.under_steady_input(dose / over * unbroken)
        if not rest:
            return np.broadcast_to(steady, (len(since), len(steady))).copy()
        filled: FloatArray = self._route.fill(dose / over, np.array([rest]))[0]
        late = since >= rest
        # During the infusion the previous one's remains are a whole interval old.
        ago = np.where(late, since - rest, since + every - rest)
        states = steady + self._decayed_pile(filled, ago, every)
        states[~late] += self._route.fill(dose / over, since[~late])
        return states

    def _decayed_pile(self, start: FloatArray, since: FloatArray, every: float) -> FloatArray:
        piled = self._route.endless_pile(start, every)
        endless = np.isinf(piled)
        states = self._route.decay(np.where(endless, 0, piled), since)
        states[:, endless] = np.inf
        return states

    def _after_instants(
        self, start: FloatArray, since: FloatArray, every: float, count: int
    ) -> FloatArray:
        if count == 1:
            states = self._route.decay(start, np.maximum(since, 0))
            states[since < 0] = 0
            return states
        given = _doses(since, every, count)
        piled = self._route.pile(start, every, given)
        return self._route.decay(piled, np.maximum(since - (given - 1) * every, 0))


def _at_once(given: FloatArray, over: float) -> bool:
    """Tell whether an infusion is too short, for its dose, for its rate to be a number."""
    with np.errstate(over="ignore"):
        return over < _SHORTEST or not np.isfinite(given / over).all()


def _doses(since: FloatArray, every: float, count: int) -> FloatArray:
    """Count the doses that have been given by each time since the first."""
    intervals = since / every
    intervals += _ROUNDING * np.abs(intervals)
    given: FloatArray = np.clip(np.floor(intervals) + 1, 0, count)
    return given
