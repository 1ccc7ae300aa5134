r"""Solve :math:`y' = g(t) (1 - y) - \ell y`, :math:`y = 0` at first, for a gain that varies.

The equation is linear, so each step of an implicit Runge-Kutta formula (Radau IIA with three
stages, of fifth order and stable for steps of any length) is a map :math:`y \to p y + q`. All
maps are found at once; then they are chained.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.models._domain import FloatArray

_ROOT6 = np.sqrt(6)
_NODES = np.array([(4 - _ROOT6) / 10, (4 + _ROOT6) / 10, 1])
_WEIGHTS = np.array(
    [
        [(88 - 7 * _ROOT6) / 360, (296 - 169 * _ROOT6) / 1800, (-2 + 3 * _ROOT6) / 225],
        [(296 + 169 * _ROOT6) / 1800, (88 + 7 * _ROOT6) / 360, (-2 - 3 * _ROOT6) / 225],
        [(16 - _ROOT6) / 36, (16 + _ROOT6) / 36, 1 / 9],
    ]
)
_STEP = 0.2  # of the fastest time constant: an error below 1e-7
_MOST_STEPS = 200_000  # beyond so many, steps grow: fast modes have settled by then


def relaxed(
    t: FloatArray, gain: Callable[[FloatArray], FloatArray], loss: float, fastest: float
) -> FloatArray:
    """Return y at each of t, which rises; ``fastest`` bounds gain plus loss."""
    pauses = np.diff(t)
    if not pauses.size:
        return np.zeros(1)
    wanted = np.ceil(pauses.max() * fastest / _STEP)
    parts = int(np.clip(wanted, 1, max(1, _MOST_STEPS // pauses.size)))
    begins = (t[:-1, None] + pauses[:, None] * np.arange(parts) / parts).ravel()
    lengths = np.repeat(pauses / parts, parts)
    kept, added = _maps(begins, lengths, gain, loss)
    maps = zip(kept.tolist(), added.tolist(), strict=True)
    values = accumulate(maps, lambda y, step: step[0] * y + step[1], initial=0.0)
    return np.fromiter(values, dtype=np.float64, count=kept.size + 1)[::parts]


def _maps(
    begins: FloatArray,
    lengths: FloatArray,
    gain: Callable[[FloatArray], FloatArray],
    loss: float,
) -> tuple[FloatArray, FloatArray]:
    gains = gain(begins[:, None] + lengths[:, None] * _NODES)
    scaled = lengths[:, None, None] * _WEIGHTS
    matrix = np.eye(3) + scaled * (gains + loss)[:, None, :]
    right = np.stack([np.ones_like(gains), (scaled @ gains[..., None])[..., 0]], axis=-1)
    last = np.linalg.solve(matrix, right)[:, 2]
    return last[:, 0], last[:, 1]
