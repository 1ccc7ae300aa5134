"""Linear kinetics by eigen-decomposition: exact and fast where the modes are well apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from course.models._domain import FloatArray

_Modes: TypeAlias = NDArray[Any]  # real where every mode is, else complex

# Beyond either bound rounding could leave fewer than nine digits; the stepping route then serves.
_WORST_CONDITION = 1e4
_WORST_SPREAD = 1e6


class EigenRoute:
    """Solves :math:`x' = A x + r` in the eigenvectors of :math:`A`."""

    def __init__(self, values: _Modes, vectors: _Modes, inverse: _Modes) -> None:
        self._values, self._vectors, self._inverse = values, vectors, inverse

    @classmethod
    def of(cls, matrix: FloatArray) -> EigenRoute | None:
        """Return the route, or None for a matrix that is defective, singular or too stiff."""
        values, vectors = np.linalg.eig(matrix)
        speeds = np.abs(values)
        if speeds.min() == 0 or speeds.max() > _WORST_SPREAD * speeds.min():
            return None
        try:
            inverse = np.linalg.inv(vectors)
        except np.linalg.LinAlgError:
            return None
        condition = np.abs(vectors).sum(axis=0).max() * np.abs(inverse).sum(axis=0).max()
        return cls(values, vectors, inverse) if condition < _WORST_CONDITION else None

    def decay(self, start: FloatArray, t: FloatArray) -> FloatArray:
        """Return the states a time ``t`` after ``start``, which is one state or one for each."""
        return self._out(self._into(start) * np.exp(self._values * t[:, None]))

    def fill(self, rate: FloatArray, t: FloatArray) -> FloatArray:
        """Return the states after a constant input for a time ``t`` into the empty system."""
        growth = np.expm1(self._values * t[:, None]) / self._values
        return self._out(self._into(rate) * growth)

    def fill_and_decay(
        self, rate: FloatArray, filling: FloatArray, since: FloatArray
    ) -> FloatArray:
        """Return the states a time ``since`` after a constant input for a time ``filling``."""
        modes = np.expm1(self._values * filling[:, None])
        modes *= self._into(rate) / self._values
        modes *= np.exp(self._values * since[:, None])
        return self._out(modes)

    def pile(self, start: FloatArray, interval: float, times: FloatArray) -> FloatArray:
        """Return the sum of the states 0, 1, ... ``times`` - 1 intervals after ``start``."""
        step = self._values * interval
        series = np.expm1(step * times[:, None]) / np.expm1(step)
        return self._out(self._into(start) * series)

    def endless_pile(self, start: FloatArray, interval: float) -> FloatArray:
        """Return the same sum without end: the state just after a dose at steady state."""
        return self._out(self._into(start) / -np.expm1(self._values * interval))

    def _into(self, states: FloatArray) -> _Modes:
        return states @ self._inverse.T

    def _out(self, modes: _Modes) -> FloatArray:
        # An amount is never negative; what the modes leave below zero is their rounding.
        states: FloatArray = np.maximum((modes @ self._vectors.T).real, 0)
        return states
