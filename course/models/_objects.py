"""Arguments that are no numbers: names, objects and tuples of them, checked in the same words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


def choice(name: str, value: object, allowed: Sequence[str]) -> str:
    """Return which of the allowed words an argument is, in whatever case it was written.

    >>> choice("name", "NMDA", ["ampa", "nmda"])
    'nmda'
    """
    written = value.casefold() if isinstance(value, str) else None
    for word in allowed:
        if word.casefold() == written:
            return word
    raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {value!r:.60}.")


def text(name: str, value: object) -> str:
    """Return an argument that is a text of at least one character."""
    if not isinstance(value, str) or not value:
        raise ValueError(f"{name} must be a text, not {value!r:.60}.")
    return value


def instance(name: str, value: object, kind: type[T]) -> T:
    """Return an argument that is an object of one kind."""
    if not isinstance(value, kind):
        # Every refusal of an argument is a ValueError, whatever is wrong with it.
        raise ValueError(  # noqa: TRY004  as said above
            f"{name} must be a {kind.__name__}, not {value!r:.60}."
        )
    return value


def instances(name: str, values: object, kind: type[T]) -> tuple[T, ...]:
    """Return an argument that holds objects of one kind, as a tuple.

    >>> instances("names", ["gut", "central"], str)
    ('gut', 'central')
    """
    if not isinstance(values, Iterable) or isinstance(values, str):
        raise ValueError(  # noqa: TRY004  as in instance()
            f"{name} must be a tuple of {kind.__name__} objects, not {values!r:.60}."
        )
    return tuple(instance(name, value, kind) for value in values)
