"""The first-order filter of a drive that is held for a while, arguments checked already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.models._units import LN2

if TYPE_CHECKING:
    from course.models._domain import FloatArray


def filter_runs(
    times: FloatArray, drive: FloatArray, taus: FloatArray, start: FloatArray
) -> FloatArray:
    """Filter samples that have been checked: run by run, a run being a stretch of equal drive."""
    changed = drive[..., 1:] != drive[..., :-1]
    if drive.ndim > 1:
        changed = changed.any(axis=tuple(range(drive.ndim - 1)))
    begins = np.concatenate([[0], np.flatnonzero(changed) + 1])
    run = np.zeros(times.size, dtype=np.intp)
    np.cumsum(changed, out=run[1:])
    at, tau = times[begins], taus[..., None]
    with np.errstate(over="ignore"):  # an infinite step forgets the past
        steps = (at[:-1] - at[1:]) / tau
        since = (at[run] - times) / tau
    kept, gained = _chained(np.exp(steps), -np.expm1(steps) * drive[..., begins[:-1]])
    later = kept * start[..., None] + gained
    states = np.empty((*later.shape[:-1], begins.size))
    states[..., 0], states[..., 1:] = start, later
    answer: FloatArray = states[..., run] * np.exp(since) - drive * np.expm1(since)
    return answer


def infused(
    t: FloatArray, level: FloatArray, duration: FloatArray, half_time: FloatArray
) -> FloatArray:
    """Return the answer at any times to a level held from 0 for a duration, then to none."""
    filled = np.clip(t, 0, duration)
    emptied = np.maximum(t - duration, 0)
    with np.errstate(over="ignore"):
        site: FloatArray = level * -np.expm1(-LN2 * filled / half_time)
        site *= np.exp2(-emptied / half_time)
    return site


def _chained(kept: FloatArray, gained: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Compose the maps x -> kept x + gained in place, each with all before it.

    Each pass doubles how many maps an entry holds, so n samples take log2(n) passes of
    vector operations in place of n steps of Python.
    """
    reach = 1
    while reach < kept.shape[-1]:
        gained[..., reach:] += kept[..., reach:] * gained[..., :-reach]
        kept[..., reach:] *= kept[..., :-reach]
        reach *= 2
    return kept, gained
