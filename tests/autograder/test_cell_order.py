"""Items come into order, and no more of them move than must."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.cell_order import Placed, out_of_place, put_in_order


def rises(values: list[int]) -> bool:
    return all(one < other for one, other in pairwise(values))


@given(st.permutations(range(7)))
def test_what_stays_rises_and_nothing_more_could_stay(ranks: list[int]) -> None:
    moved = out_of_place(ranks)
    assert rises([rank for rank in ranks if rank not in moved])
    longer = len(ranks) - len(moved) + 1
    assert not any(rises(list(some)) for some in combinations(ranks, longer))


@st.composite
def sequences(draw: st.DrawFn) -> tuple[list[Placed[str]], list[Placed[str]]]:
    """Draw a sequence whose ranks rise, free items in it, and the ranked items that it lacks."""
    ranks = sorted(draw(st.sets(st.integers(0, 20), max_size=8)))
    inside = [rank for rank in ranks if draw(st.booleans())]
    sequence = [Placed(f"r{rank}", rank) for rank in inside]
    for number in range(draw(st.integers(0, 5))):
        hint = draw(st.none() | st.integers(0, 20).filter(lambda rank: rank not in ranks))
        place = draw(st.integers(0, len(sequence)))
        sequence.insert(place, Placed(f"free{number}", hint=hint))
    return sequence, [Placed(f"r{rank}", rank) for rank in ranks if rank not in inside]


@given(sequences())
def test_ranks_rise_and_the_sequence_keeps_its_order(
    drawn: tuple[list[Placed[str]], list[Placed[str]]],
) -> None:
    sequence, extra = drawn
    found = list(put_in_order(sequence, extra))
    assert rises([placed.rank for placed in found if placed.rank is not None])
    assert [placed for placed in found if placed not in extra] == sequence
    assert len(found) == len(sequence) + len(extra)


def test_an_item_goes_as_late_as_its_rank_allows() -> None:
    own, text = Placed("own"), Placed("text", hint=3)
    found = put_in_order(
        [Placed("a", 0), own, text, Placed("d", 4)], [Placed("b", 1), Placed("c", 2)]
    )
    assert [placed.item for placed in found] == ["a", "own", "b", "c", "text", "d"]


def test_an_item_without_a_rank_cannot_be_put_in_order() -> None:
    with pytest.raises(ValueError, match="needs a rank"):
        put_in_order([], [Placed("free")])
