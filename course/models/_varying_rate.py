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
_STEP = 0.2  # how much of one unit of change a step may hold: an error below 1e-6
_MOST_STEPS = 200_000  # beyond so many, steps grow: fast modes have settled by then


def relaxed(
    t: FloatArray, gain: Callable[[FloatArray], FloatArray], loss: float, change: FloatArray
) -> FloatArray:
    """Return y at each of t, which rises.

    ``change`` tells for each interval how much happens in it: its length in the fastest time
    constants, or the relative change of what drives the gain, whichever is more.
    """
    wanted = np.ceil(change / _STEP)
    parts = np.maximum(wanted * min(1.0, _MOST_STEPS / max(wanted.sum(), 1)), 1).astype(int)
    ends = np.cumsum(parts)
    place = np.arange(parts.sum()) - np.repeat(ends - parts, parts)
    lengths = np.repeat(np.diff(t) / parts, parts)
    kept, added = _maps(np.repeat(t[:-1], parts) + place * lengths, lengths, gain, loss)
    maps = zip(kept.tolist(), added.tolist(), strict=True)
    values = accumulate(maps, lambda y, step: step[0] * y + step[1], initial=0.0)
    steps = np.fromiter(values, dtype=np.float64, count=kept.size + 1)
    return np.concatenate([steps[:1], steps[ends]])


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
