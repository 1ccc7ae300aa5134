"""The ranges in which the parameters of a model object mean something, from its card."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from course.reference import Card

Ranges: TypeAlias = dict[str, tuple[float, float]]


def ranges_of(kind: type[Any], values: Card, prefix: str = "") -> Ranges:
    """Return the range of each field of a dataclass that has a number in the card."""
    known = ((field.name, values.get(prefix + field.name)) for field in fields(kind))
    return {name: (value.low, value.high) for name, value in known if value is not None}
