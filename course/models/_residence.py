"""How long a substance stays where: the inverse of a compartmental matrix, without cancellation."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from course.models._domain import FloatArray

_Flags: TypeAlias = NDArray[np.bool_]


def residence_times(transfer: FloatArray, loss: FloatArray) -> FloatArray:
    r"""Return the mean total time in state *i* of what starts in state *j*.

    This is :math:`(\mathrm{diag}(\ell_j + \sum_i K_{ij}) - K)^{-1}`, by an elimination that only
    adds, multiplies and divides non-negative numbers (Grassmann, Taksar and Heyman's device), so
    that each entry keeps its digits however far apart the rates are. What can never leave stays
    for ever: its time is infinite.

    Parameters
    ----------
    transfer
        :math:`K_{ij} \ge 0`, rate from *j* to *i*, with a diagonal of zeros.
    loss
        :math:`\ell_j \ge 0`, rate from *j* out of the system.
    """
    reaches = reachable(transfer)
    trapped = _trapped(reaches, loss)
    times = np.where(trapped[:, None] & reaches, np.inf, 0.0)
    free = ~trapped
    if free.any():
        inner = transfer[np.ix_(free, free)]
        exits = loss[free] + transfer[np.ix_(trapped, free)].sum(axis=0)
        times[np.ix_(free, free)] = _eliminate(inner, exits)
    return times


def reachable(transfer: FloatArray) -> _Flags:
    """Tell for each pair whether *i* can be reached from *j*."""
    paths = np.eye(len(transfer)) + (transfer > 0)
    for _ in range(len(transfer).bit_length()):
        paths = np.sign(paths @ paths)
    return np.asarray(paths > 0)


def _trapped(reaches: _Flags, loss: FloatArray) -> _Flags:
    """Tell which states belong to a set that nothing leaves."""
    leaks = np.logical_and(reaches, loss[:, None] > 0).any(axis=0)
    leads_away = np.logical_and(reaches, ~reaches.T).any(axis=0)
    return np.logical_not(np.logical_or(leaks, leads_away))


def _eliminate(transfer: FloatArray, loss: FloatArray) -> FloatArray:
    k, out, n = transfer.copy(), loss.copy(), len(loss)
    pivot = np.empty(n)
    times = np.eye(n)
    for p in range(n - 1, -1, -1):
        pivot[p] = out[p] + k[:p, p].sum()
        share = k[:p, p] / pivot[p]
        out[:p] += out[p] / pivot[p] * k[p, :p]
        k[:p, :p] += np.outer(share, k[p, :p])
        times[:p] += np.outer(share, times[p])
    for p in range(n):
        times[p] = (times[p] + k[p, :p] @ times[:p]) / pivot[p]
    return times
