"""Judge the models' figures against a target, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING

from course.validate.recipe import figures

if TYPE_CHECKING:
    from course.reference import Published, Target


class Verdict(StrEnum):
    """What came of a figure; a later one weighs more when a target is judged as a whole."""

    AGREES = "agrees with publication"  # inside a published band that it could have missed
    REPRODUCES = "reproduces computation"  # nothing published: what was computed before, again
    BY_CONSTRUCTION = "by construction"  # inside a published band because it was put there
    QUOTED = "quoted"  # no model computes it
    KNOWN_MISS = "known miss"  # outside the published band, and the target says why
    FAILS = "FAILS"


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure beside what the models compute now.

    Attributes
    ----------
    figure
        What the models compute, in the target's unit; None for one that is only quoted.
    verdict
        What came of it.
    reason
        Why it fails, misses or cannot miss; empty otherwise.
    """

    figure: float | None
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A target and what came of each of its figures.

    Attributes
    ----------
    target
        The target.
    findings
        One a figure, in their order.
    """

    target: Target
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """The verdict that weighs most."""
        return max((each.verdict for each in self.findings), key=list(Verdict).index)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the findings give as reasons, each once."""
        return tuple(dict.fromkeys(each.reason for each in self.findings if each.reason))


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
    <Verdict.REPRODUCES: 'reproduces computation'>
    """
    if target.compute is None:
        quoted = Finding(None, Verdict.QUOTED)
        return Outcome(target, (quoted,) * len(target.published))
    try:
        made = figures(target.compute).tolist()
    except (TypeError, ValueError, LookupError) as error:
        raise ValueError(f"target {target.id} cannot be computed: {error}") from error
    wanted = len(target.units)
    if len(made) != wanted:
        reason = f"{len(made)} figures where {wanted} are wanted"
        return Outcome(target, tuple(Finding(figure, Verdict.FAILS, reason) for figure in made))
    pairs = zip_longest(made, target.computed, target.published)
    return Outcome(
        target,
        tuple(_found(target, place, *figures) for place, figures in enumerate(pairs)),
    )


def _found(
    target: Target, place: int, figure: float, before: float | None, band: Published | None
) -> Finding:
    # Put so that nan, which is neither near nor inside, fails.
    if before is not None and not _near(target, figure, before):
        reason = f"{figure:.6g} where {before:.6g} was computed before"
        return Finding(figure, Verdict.FAILS, reason)
    if band is None:
        return Finding(figure, Verdict.REPRODUCES)
    inside = band.low <= figure <= band.high
    return _inside(target, place, figure) if inside else _outside(target, place, figure, band)


def _inside(target: Target, place: int, figure: float) -> Finding:
    if place in target.misses:
        return Finding(figure, Verdict.FAILS, "it agrees now, but is marked as a miss")
    if target.by_construction:
        return Finding(figure, Verdict.BY_CONSTRUCTION, target.by_construction)
    return Finding(figure, Verdict.AGREES)


def _outside(target: Target, place: int, figure: float, band: Published) -> Finding:
    if place in target.misses:
        return Finding(figure, Verdict.KNOWN_MISS, target.known_miss)
    reason = f"{figure:.6g} outside {band.low:g} to {band.high:g}"
    return Finding(figure, Verdict.FAILS, reason)


def _near(target: Target, figure: float, before: float) -> bool:
    return abs(figure - before) <= target.atol + target.rtol * abs(before)
