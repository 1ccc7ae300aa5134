"""A target that no number can break is no test: change each sourced number, and one must fail."""

from __future__ import annotations

import pytest

from course.reference import Value, card, card_names
from tests.changed_cards import contradicted_by, judged, noticed_by

# The first test in a process judges all targets, so let one process have them all.
pytestmark = pytest.mark.xdist_group("changed cards")

SOURCED = [
    (name, value)
    for name in card_names()
    for value in card(name).values()
    if value.source and not value.untested
]


def test_cards_as_they_are_break_nothing() -> None:
    assert [each.target.id for each in judged() if each.failed] == []


@pytest.mark.parametrize(
    ("card_name", "value"), SOURCED, ids=[f"{name}-{value.name}" for name, value in SOURCED]
)
def test_a_tenth_more_is_noticed(card_name: str, value: Value) -> None:
    assert any(noticed_by(card_name, value)), (
        f"no target notices {value.name} of {card_name}: add one, or say why in its untested"
    )


@pytest.mark.parametrize(
    ("card_name", "value"), SOURCED, ids=[f"{name}-{value.name}" for name, value in SOURCED]
)
def test_a_number_that_no_publication_holds_says_so(card_name: str, value: Value) -> None:
    held = any(contradicted_by(card_name, value))
    assert held is not bool(value.unpublished), (
        f"{value.name} of {card_name} is {'' if held else 'not '}held by a published figure: "
        f"{'remove' if held else 'add'} its unpublished"
    )
