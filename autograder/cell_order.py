"""Bring cells into a given order, moving as few as possible."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Placed(Generic[Item]):
    """Something in a sequence.

    Parameters
    ----------
    item : object
        The thing itself.
    rank : int or None
        Its place in the order that is wanted; None for what may stand anywhere.
    hint : int or None
        For what may stand anywhere: where it stood at first. It shows where others belong.
    """

    item: Item
    rank: int | None = None
    hint: int | None = None


def out_of_place(ranks: Sequence[int]) -> set[int]:
    """Return the fewest ranks that must move for the rest to rise.

    Examples
    --------
    >>> out_of_place([0, 4, 1, 2, 3])
    {4}
    """
    return set(ranks) - set(_longest_rising(ranks))


def put_in_order(
    sequence: Iterable[Placed[Item]], extra: Iterable[Placed[Item]]
) -> tuple[Placed[Item], ...]:
    """Insert ranked items into a sequence whose ranks rise.

    Each goes before the first item of a higher rank: as late as its rank allows, so that what
    was written for it stands before it.

    Parameters
    ----------
    sequence : iterable of Placed
        Stays as it is.
    extra : iterable of Placed
        Items with a rank that the sequence does not have.

    Examples
    --------
    >>> text, own = Placed("text", hint=1), Placed("own")
    >>> found = put_in_order([Placed("a", 0), own, text, Placed("c", 3)], [Placed("b", 2)])
    >>> " ".join(placed.item for placed in found)
    'a own text b c'
    """
    result = list(sequence)
    marks = _landmarks(result)
    for placed in sorted(extra, key=_rank, reverse=True):
        rank = _rank(placed)
        higher = (at for at, mark in enumerate(marks) if mark is not None and mark > rank)
        position = next(higher, len(result))
        result.insert(position, placed)
        marks.insert(position, rank)
    return tuple(result)


def _landmarks(sequence: Sequence[Placed[Item]]) -> list[int | None]:
    """Return for each item the place it marks, rising throughout; hints count where they fit."""
    ceilings: list[float] = []
    ceiling = float("inf")
    for placed in reversed(sequence):
        ceilings.append(ceiling)
        ceiling = placed.rank if placed.rank is not None else ceiling
    marks: list[int | None] = []
    reached = -1
    for placed, limit in zip(sequence, reversed(ceilings), strict=True):
        mark = placed.rank if placed.rank is not None else placed.hint
        fits = mark is not None and reached < mark < limit
        marks.append(mark if fits else None)
        reached = mark if fits and mark is not None else reached
    return marks


def _longest_rising(values: Sequence[int]) -> list[int]:
    """Return a longest rising subsequence of distinct numbers, by patience sorting."""
    lowest_ends: list[int] = []
    at_ends: list[int] = []
    before: list[int | None] = []
    for at, value in enumerate(values):
        length = bisect_left(lowest_ends, value)
        before.append(at_ends[length - 1] if length else None)
        lowest_ends[length : length + 1] = [value]
        at_ends[length : length + 1] = [at]
    chain: list[int] = []
    last = at_ends[-1] if at_ends else None
    while last is not None:
        chain.append(values[last])
        last = before[last]
    return chain[::-1]


def _rank(placed: Placed[Item]) -> int:
    if placed.rank is None:
        raise ValueError("an item that is put in order needs a rank")
    return placed.rank
