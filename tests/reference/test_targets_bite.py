"""A target that no number can break is no test: change each sourced number, and one must fail."""

from __future__ import annotations

import importlib
import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pytest

import course
from course import reference
from course.reference import Target, Value, card, card_names, targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.reference import Card

SOURCED = [
    (name, value)
    for name in card_names()
    for value in card(name).values()
    if value.source and not value.untested
]


@contextmanager
def models_reading(read_card: object) -> Iterator[None]:
    """Import the models anew, with cards from ``read_card``, and put all back afterwards."""
    fresh = "course.models", "course.validate"
    kept = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith(fresh)}
    packages = {
        name: getattr(course, name) for name in ("models", "validate") if hasattr(course, name)
    }
    reference.card = read_card  # what models import from is the package
    try:
        yield
    finally:
        reference.card = card
        for name in [name for name in sys.modules if name.startswith(fresh)]:
            del sys.modules[name]
        sys.modules.update(kept)
        for name, package in packages.items():
            setattr(course, name, package)


def fails(target: Target) -> bool:
    verdict = importlib.import_module("course.validate.verdict")
    try:
        return verdict.judge(target).verdict == "FAILS"
    except ValueError:
        return True  # the changed number is no longer legal: that shows too


@cache
def cards_read() -> dict[str, frozenset[str]]:
    """Return which cards each target's recipe and the models that it calls read."""
    found = {}
    for target in targets().values():
        read: set[str] = set()

        def note(name: str, read: set[str] = read) -> Card:
            read.add(name)
            return card(name)

        with models_reading(note):
            fails(target)
        found[target.id] = frozenset(read)
    return found


def test_cards_as_they_are_break_nothing() -> None:
    with models_reading(card):
        assert [target.id for target in targets().values() if fails(target)] == []


@pytest.mark.parametrize(
    ("card_name", "value"), SOURCED, ids=[f"{name}-{value.name}" for name, value in SOURCED]
)
def test_a_tenth_more_is_noticed(card_name: str, value: Value) -> None:
    step = value.value / 10 or (value.high - value.low) / 10
    changed = card(card_name).with_value(value.name, value.value + step)
    concerned = [target for target in targets().values() if card_name in cards_read()[target.id]]
    with models_reading(lambda name: changed if name == card_name else card(name)):
        assert any(map(fails, concerned)), (
            f"no target notices {value.name} of {card_name}: add one, or say why in its untested"
        )
