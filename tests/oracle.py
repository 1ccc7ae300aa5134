"""An independent answer: the differential equation, integrated numerically."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy.integrate import solve_ivp

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray


def solved(
    slope: Callable[[float, float], float], times: ArrayLike, start: float
) -> NDArray[np.float64]:
    """Return one state at rising times, the first of which is where it starts."""
    at = np.asarray(times, dtype=np.float64)
    answer = solve_ivp(
        lambda t, y: [slope(t, float(y[0]))],
        (at[0], at[-1]),
        [start],
        t_eval=at,
        method="LSODA",
        rtol=1e-9,
        atol=1e-13,
    )
    assert answer.success, answer.message
    return np.asarray(answer.y[0])


def solved_in_pieces(
    slope: Callable[[float, float, int], float], times: ArrayLike, start: float
) -> NDArray[np.float64]:
    """Return the same where the slope has a kink or jump at each of the times.

    The slope's third argument counts the pieces.
    """
    at = np.asarray(times, dtype=np.float64)
    states = [start]
    for i, (begin, end) in enumerate(pairwise(at)):
        piece = solved(lambda t, y, i=i: slope(t, y, i), [begin, end], states[-1])
        states.append(float(piece[-1]))
    return np.array(states)
