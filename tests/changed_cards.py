"""Ask the targets about cards that are not as they are."""

from __future__ import annotations

import importlib
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import course
from course import reference
from course.reference import Target, Value, card, targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from course.reference import Card


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


def noticed_by(card_name: str, value: Value) -> Iterator[Target]:
    """Yield the targets that fail when a number of a card is a tenth larger, the quick first.

    Where a tenth more would leave its range, as with a fraction near 1, it is a tenth smaller: what
    a model refuses says nothing of what rests on the number.
    """
    step = _tenth(value)
    if value.value + step > value.high and value.value - step >= value.low:
        step = -step
    concerned = _concerned(card_name)  # judged with the cards as they are, so not in there
    with _models_with(card_name, value, step):
        yield from filter(fails, concerned)


def contradicted_by(card_name: str, value: Value) -> Iterator[Target]:
    """Yield the targets whose published figures a tenth more or less would contradict.

    Only figures count that the models could have missed, and what was computed before does not.
    """
    published = [
        replace(target, computed=())
        for target in _concerned(card_name)
        if target.published and not target.by_construction
    ]
    for step in (_tenth(value), -_tenth(value)):
        with _models_with(card_name, value, step):
            yield from filter(_contradicts, published)


def _contradicts(target: Target) -> bool:
    verdict = importlib.import_module("course.validate.verdict")
    try:
        return verdict.judge(target).verdict == "FAILS"
    except ValueError:
        return False  # a number that the model refuses is compared with nothing


def _tenth(value: Value) -> float:
    return value.value / 10 or (value.high - value.low) / 10


def _concerned(card_name: str) -> list[Target]:
    return [each.target for each in judged() if card_name in each.cards]


@contextmanager
def _models_with(card_name: str, value: Value, step: float) -> Iterator[None]:
    changed = card(card_name).with_value(value.name, value.value + step)
    with models_reading(lambda name: changed if name == card_name else card(name)):
        yield
