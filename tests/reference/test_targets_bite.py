"""A target that no number can break is no test: change each sourced number, and one must fail."""

from __future__ import annotations

import importlib
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

import course
from course import reference
from course.reference import Target, Value, card, card_names, targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.reference import Card

# The first test in a process judges all targets, so let one process have them all.
pytestmark = pytest.mark.xdist_group("bite")

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


def modules_called(recipe: object) -> Iterator[str]:
    """Yield the modules that a recipe names."""
    if isinstance(recipe, Mapping):
        if "call" in recipe and "on" not in recipe:
            yield recipe["call"].partition(".")[0]
        recipe = list(recipe.values())
    if isinstance(recipe, list):
        for part in recipe:
            yield from modules_called(part)


class Judged(NamedTuple):
    """A target with the cards as they are: whether it fails, the cards it may read, its cost."""

    target: Target
    failed: bool
    cards: AbstractSet[str]
    seconds: float


@cache
def judged() -> list[Judged]:
    """Judge all targets with the cards as they are, and return the quick ones first.

    Targets that call the same modules are judged with one import of these, so they share a set.
    """
    together: dict[frozenset[str], list[Target]] = defaultdict(list)
    for target in targets().values():
        together[frozenset(modules_called(target.compute))].append(target)
    found = []
    for group in together.values():
        read: set[str] = set()

        def note(name: str, read: set[str] = read) -> Card:
            read.add(name)
            return card(name)

        with models_reading(note):
            for target in group:
                began = time.perf_counter()
                failed = fails(target)
                found.append(Judged(target, failed, read, time.perf_counter() - began))
    return sorted(found, key=lambda each: each.seconds)


def test_cards_as_they_are_break_nothing() -> None:
    assert [each.target.id for each in judged() if each.failed] == []


@pytest.mark.parametrize(
    ("card_name", "value"), SOURCED, ids=[f"{name}-{value.name}" for name, value in SOURCED]
)
def test_a_tenth_more_is_noticed(card_name: str, value: Value) -> None:
    step = value.value / 10 or (value.high - value.low) / 10
    changed = card(card_name).with_value(value.name, value.value + step)
    concerned = [each.target for each in judged() if card_name in each.cards]
    with models_reading(lambda name: changed if name == card_name else card(name)):
        assert any(map(fails, concerned)), (
            f"no target notices {value.name} of {card_name}: add one, or say why in its untested"
        )
