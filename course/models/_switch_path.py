r"""The path of a sensitisation switch under a constant block, in closed form.

The numerator of :math:`-f(x) = P(x) / (K^2 + x^2)` is the cubic

.. math:: P(x) = x^3 - (S + I) x^2 + K^2 x - I K^2 = (x - r)(x^2 + bx + c)

with one real root :math:`r` that stands apart, so the time from :math:`x_0` to :math:`x` is

.. math::

    T = -\int_{x_0}^{x} \frac{K^2 + \xi^2}{P(\xi)} d\xi
      = -\int_{x_0}^{x} \frac{A}{\xi - r} + \frac{B \xi + C}{\xi^2 + b \xi + c} \, d\xi
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from course.models._domain import FloatArray, FloatOrArray

# exp(-745) is the smallest number above 0; most of a path lies within a few units of w.
_TABLE = np.concatenate([np.linspace(0, 10, 400, endpoint=False), np.linspace(10, 745, 200)])
_ITERATIONS = 100  # a bisection alone needs 60, Newton 5
_ROUNDING = 4e-16
_CLOSE = 1e-14  # relative step of the level at which the iteration has arrived
_POLISHES = 3  # Newton steps that bring a small root to full relative precision


@dataclass(frozen=True, slots=True)
class Path:
    """Feedback of strength S, half engaged at K, with an input."""

    strength: FloatOrArray
    K: float
    drive: float

    def speed(self, x: FloatArray) -> FloatArray:
        """Return the change of the level per time constant."""
        with np.errstate(divide="ignore", over="ignore"):
            feedback = self.strength / (1 + (self.K / np.asarray(x)) ** 2)
        return np.asarray(feedback + (self.drive - x))

    def levels(self, fold: float) -> tuple[float, ...]:
        """Return the lone fixed point, then the pair if it exists; equal ones at a fold."""
        r, b, c = self._factors()
        if self.drive == 0:  # in this form nothing cancels
            apart = (-b - 2 * self.K) * (-b + 2 * self.K)
            at_fold = abs(-b - 2 * self.K) <= fold
        else:
            apart = b * b - 4 * c
            at_fold = abs(apart) <= fold * b * b
        if at_fold:
            return (r, -b / 2, -b / 2)
        if apart < 0:
            return (r,)
        large = (-b + math.sqrt(apart)) / 2
        return (r, c / large, large)

    def time(self, start: float, end: float) -> float:
        """Return how long the level takes from start to end, or infinity."""
        target = self._target(start)
        if not min(start, target) < end < max(start, target):
            return math.inf
        return float(self._time(start, np.array(end)))

    def levels_at(self, t: FloatArray, start: float) -> FloatArray:
        """Return the level at each time of at least 0.

        The unknown is w in x = target + (start - target) exp(-w), which grows nearly in
        proportion to time near the target.
        """
        target = self._target(start)
        away = start - target
        if away == 0 or t.size == 0:
            return np.full(t.shape, start)
        low, w, high = self._bracketed(t, start, target)
        for _ in range(_ITERATIONS):
            gap = away * np.exp(-w)
            error = t - self._time(start, target + gap)
            with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
                newton = w + error * np.abs(self.speed(target + gap) / gap)
            low, high = np.where(error >= 0, w, low), np.where(error < 0, w, high)
            inside = (newton >= low) & (newton <= high)
            previous, w = w, np.where(inside, newton, (low + high) / 2)
            if (np.abs(gap * (w - previous)) <= _CLOSE * (1 + w) * np.abs(target + gap)).all():
                break
        return np.asarray(target + away * np.exp(-w))

    def _bracketed(
        self, t: FloatArray, start: float, target: float
    ) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return bounds and a first guess of w for each time, from a table."""
        times = self._time(start, target + (start - target) * np.exp(-_TABLE))
        above = np.clip(np.searchsorted(times, t, side="right"), 1, _TABLE.size - 1)
        low, high = _TABLE[above - 1], _TABLE[above]
        before, after = times[above - 1], times[above]
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.clip(np.nan_to_num((t - before) / (after - before), nan=0.5), 0, 1)
        return low, low + share * (high - low), high

    def _target(self, start: float) -> float:
        """Return the fixed point that the level moves to."""
        here = float(self.speed(np.array(start)))
        levels = self.levels(fold=0)
        if here == 0 or any(math.isclose(start, level, rel_tol=_ROUNDING) for level in levels):
            return start
        ahead = [level for level in levels if (level - start) * here > 0]
        # Rounding may leave no fixed point ahead of a level that has all but arrived.
        return min(ahead, key=lambda level: abs(level - start)) if ahead else start

    def _factors(self) -> tuple[float, float, float]:
        """Return the lone root r and the coefficients b and c of the quadratic that is left."""
        strength = float(self.strength)
        if self.drive == 0:
            return 0.0, -strength, self.K * self.K
        cubic = np.array([1.0, -(strength + self.drive), self.K**2, -self.drive * self.K**2])
        r = _lone_root(np.roots(cubic))
        for _ in range(_POLISHES):
            slope = np.polyval(np.polyder(cubic), r)
            r -= float(np.polyval(cubic, r) / slope) if slope else 0.0
        b = r - (strength + self.drive)
        # Two ways to the last coefficient; in each something can cancel, but not in both.
        return r, b, self.K**2 + r * b if -r * b < self.K**2 / 2 else self.drive * self.K**2 / r

    def _time(self, start: float, x: FloatArray) -> FloatArray:
        """Return the time from start to x; infinite where x is the target but for rounding."""
        r, b, c = self._factors()
        A = (self.K**2 + r * r) / (r * r + b * r + c)
        B, C = 1 - A, (1 - A) * r - A * b
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            lone = A * np.log((x - r) / (start - r))
            pair = (C - B * b / 2) * _inverse_quadratic(start + b / 2, x + b / 2, b * b / 4 - c)
            quadratic = np.log(((x + b) * x + c) / ((start + b) * start + c)) if B else 0.0
            time = -(lone + pair + B / 2 * quadratic)
        return np.where(np.isnan(time), np.inf, np.maximum(time, 0))


def _lone_root(roots: NDArray[np.inexact]) -> float:
    """Return the real root that stands apart: the smallest, unless the next one is near."""
    if abs(roots.imag).max() > 0:
        return float(roots.real[np.argmin(abs(roots.imag))])
    low, middle, high = np.sort(roots.real)
    return float(low if middle > 2 * low else high)


def _inverse_quadratic(y0: float, y: FloatArray, d: float) -> FloatArray:
    """Return the integral of 1 / (y² - d) from y0 to y, smooth where d passes 0."""
    step, product = y - y0, y * y0 - d
    if d < 0:
        root = math.sqrt(-d)
        return np.arctan2(root * step, product) / root
    if d > 0:
        root = math.sqrt(d)
        return np.arctanh(root * step / product) / root
    return np.asarray(step / product)
