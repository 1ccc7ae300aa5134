"""Judge the models' figures against a target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from course.validate.recipe import figures

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from course.reference import Target


class Verdict(StrEnum):
    """What came of a target."""

    AGREES = "agrees"
    KNOWN_MISS = "known miss"  # outside the published band, and the target says why
    QUOTED = "quoted"  # no model computes it
    FAILS = "FAILS"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A target beside what the models compute now.

    Attributes
    ----------
    target
        The target.
    figures
        What the models compute, in the target's unit; empty for a figure that is only quoted.
    verdict
        What came of it.
    reason
        Why it fails or misses; empty if it does not.
    """

    target: Target
    figures: tuple[float, ...]
    verdict: Verdict
    reason: str = ""


def judge(target: Target) -> Outcome:
    """Compute a target's figures and compare them.

    Raises
    ------
    ValueError
        If the target's recipe cannot be followed, naming the target.

    Examples
    --------
    >>> from course.reference import targets
    >>> judge(targets()["T1.2"]).verdict
    <Verdict.AGREES: 'agrees'>
    """
    if target.compute is None:
        return Outcome(target, (), Verdict.QUOTED)
    try:
        made = figures(target.compute)
    except (TypeError, ValueError, LookupError) as error:
        raise ValueError(f"target {target.id} cannot be computed: {error}") from error
    plain = tuple(made.tolist())
    drift = _drift(target, made)
    if drift:
        return Outcome(target, plain, Verdict.FAILS, drift)
    miss = _miss(target, made)
    if miss and target.known_miss:
        return Outcome(target, plain, Verdict.KNOWN_MISS, target.known_miss)
    if target.known_miss:
        return Outcome(target, plain, Verdict.FAILS, "it agrees now, but is marked as a miss")
    return Outcome(target, plain, Verdict.FAILS if miss else Verdict.AGREES, miss)


def _drift(target: Target, made: NDArray[np.float64]) -> str:
    """Say how the figures left what was once computed; empty if they did not."""
    wanted = np.asarray(target.computed)
    if not wanted.size:
        return ""
    if wanted.size != made.size:
        return f"{made.size} figures where {wanted.size} are wanted"
    allowed = target.atol + target.rtol * np.abs(wanted)
    off = ~(np.abs(made - wanted) <= allowed)
    if not off.any():
        return ""
    return f"{made[off][0]:.6g} where {wanted[off][0]:.6g} was computed before"


def _miss(target: Target, made: NDArray[np.float64]) -> str:
    """Say how the figures leave the published band; empty if they do not."""
    if not target.published:
        return ""
    if len(target.published) not in {1, made.size}:
        return f"{made.size} figures where {len(target.published)} were published"
    low = np.broadcast_to([band.low for band in target.published], made.shape)
    high = np.broadcast_to([band.high for band in target.published], made.shape)
    off = ~((made >= low) & (made <= high))
    if not off.any():
        return ""
    return f"{made[off][0]:.6g} outside {low[off][0]:g} to {high[off][0]:g}"
