"""Linear kinetics by steps of doubling length: right for equal and for very unequal rates.

Every number that occurs is non-negative, the columns of each step are kept at a sum of one with
what has left, and so nothing cancels: small amounts, slow losses beside fast exchange and
matrices without enough eigenvectors all keep their digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._residence import residence_times

if TYPE_CHECKING:
    from course.models._domain import FloatArray

_FIRST_STEP = 0.5  # in units of the fastest rate's time; then 18 terms reach rounding
_TERMS = 18
_EVER = 1e290


class SteppingRoute:
    """Solves :math:`x' = A x + r` by powers of a uniformised step, each the last one's square."""

    def __init__(self, transfer: FloatArray, loss: FloatArray) -> None:
        leaving = loss + transfer.sum(axis=0)
        self._speed = float(leaving.max()) or 1.0
        n = len(loss)
        # One state more, the outside, makes every column a distribution.
        self._jump = np.zeros((n + 1, n + 1))
        self._jump[:n, :n] = transfer / self._speed
        self._jump[n, :n] = loss / self._speed
        np.fill_diagonal(self._jump, 1 - np.append(leaving, 0) / self._speed)
        self._first = _FIRST_STEP / self._speed
        unit = np.eye(n + 1)
        step = self._short(unit, np.zeros_like(unit), np.full(n + 1, self._first)).T
        gain = self._short(np.zeros_like(unit), unit, np.full(n + 1, self._first)).T
        self._levels = [(_normal(step), gain)]

    def decay(self, start: FloatArray, t: FloatArray) -> FloatArray:
        """Return the states a time ``t`` after ``start``, which is one state or one for each."""
        return self._advance(start, np.zeros(start.shape[-1]), t)[:, :-1]

    def fill(self, rate: FloatArray, t: FloatArray) -> FloatArray:
        """Return the states after a constant input for a time ``t`` into the empty system."""
        return self._advance(np.zeros_like(rate), rate, t)[:, :-1]

    def fill_and_decay(
        self, rate: FloatArray, filling: FloatArray, since: FloatArray
    ) -> FloatArray:
        """Return the states a time ``since`` after a constant input for a time ``filling``."""
        return self.decay(self.fill(rate, filling), since)

    def pile(self, start: FloatArray, interval: float, times: FloatArray) -> FloatArray:
        """Return the sum of the states 0, 1, ... ``times`` - 1 intervals after ``start``."""
        step, sums, left = self._over(interval)[:-1], start, times
        total = np.zeros((len(times), len(start)))
        while left.any():
            odd = left % 2 == 1
            total[odd] = sums + total[odd] @ step.T
            # Twice as many doses are these, and these again after as many intervals.
            sums, step, left = sums + step @ sums, step @ step, np.floor(left / 2)
        return total

    def endless_pile(self, start: FloatArray, interval: float) -> FloatArray:
        """Return the same sum without end: the state just after a dose at steady state."""
        step = self._over(interval)
        moved = step[:-1].copy()
        np.fill_diagonal(moved, 0)
        with np.errstate(invalid="ignore"):  # infinite times nothing is nothing
            parts = residence_times(moved, step[-1]) * start
        total: FloatArray = np.where(start == 0, 0, parts).sum(axis=1)
        return total

    def _over(self, interval: float) -> FloatArray:
        """Return one step over an interval: what becomes of a unit of each state, by column."""
        units = np.eye(len(self._jump) - 1)
        after = self._advance(units, np.zeros(len(units)), np.full(len(units), interval))
        return np.transpose(after)

    def _advance(self, start: FloatArray, rate: FloatArray, t: FloatArray) -> FloatArray:
        start, rate = _with_outside(start), _with_outside(rate)
        with np.errstate(over="ignore"):
            # As floats, which hold any number of doublings; but for ever is no number of steps.
            steps = np.floor(np.minimum(t / self._first, _EVER))
        rest = np.clip(t - steps * self._first, 0, self._first)
        states = self._short(np.broadcast_to(start, (len(t), len(self._jump))), rate, rest)
        level = 0
        while steps.any():
            step, gain = self._level(level)
            odd = steps % 2 == 1
            states[odd] = states[odd] @ step.T + rate @ gain.T
            steps, level = np.floor(steps / 2), level + 1
        return states

    def _level(self, level: int) -> tuple[FloatArray, FloatArray]:
        while len(self._levels) <= level:
            step, gain = self._levels[-1]
            self._levels.append((_normal(step @ step), gain + step @ gain))
        return self._levels[level]

    def _short(self, states: FloatArray, rate: FloatArray, t: FloatArray) -> FloatArray:
        """Advance by at most one first step: the chance of k jumps times k jumps, summed."""
        jumps = _poisson(t * self._speed)
        waits = np.cumsum(jumps[::-1], axis=0)[::-1] / self._speed  # time spent after k jumps
        total: FloatArray = jumps[0][:, None] * states
        for k in range(1, _TERMS):
            total = total + waits[k][:, None] * rate
            states, rate = states @ self._jump.T, rate @ self._jump.T
            total = total + jumps[k][:, None] * states
        return total


def _poisson(mean: FloatArray) -> FloatArray:
    terms = np.empty((_TERMS, len(mean)))
    terms[0] = np.exp(-mean)
    for k in range(1, _TERMS):
        terms[k] = terms[k - 1] * mean / k
    return terms


def _with_outside(states: FloatArray) -> FloatArray:
    return np.append(states, np.zeros((*states.shape[:-1], 1)), axis=-1)


def _normal(step: FloatArray) -> FloatArray:
    normal: FloatArray = step / step.sum(axis=0)
    return normal
