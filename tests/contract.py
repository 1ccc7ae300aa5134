"""What every model function keeps: one legal call of each, which the tests vary.

A :class:`Call` is one of a function that maps arrays to arrays of the same shape, a
:class:`Door` one of any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


@dataclass(frozen=True)
class Call:
    """One legal call of a model function, and what to refuse.

    Attributes
    ----------
    function
        A function, or a bound method.
    arguments
        Legal values of all numeric arguments, by name.
    illegal
        Values to refuse, by argument, beside NaN and infinities, which all refuse.
    scalar_only
        Arguments that take one number and no array.
    """

    function: Callable[..., object]
    arguments: Mapping[str, float]
    illegal: Mapping[str, Sequence[float]] = field(default_factory=dict)
    scalar_only: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Module and name, as a test's report shows them."""
        module = self.function.__module__.rpartition(".")[2]
        return f"{module}.{self.function.__qualname__}"

    @property
    def arrays(self) -> list[str]:
        """Names of the arguments that may be arrays."""
        return [name for name in self.arguments if name not in self.scalar_only]

    def __call__(self, **changes: object) -> object:
        """Call the function with some arguments changed."""
        return self.function(**{**self.arguments, **changes})


@dataclass(frozen=True)
class Door:
    """One legal call of a function that takes or returns something else than arrays alike.

    Attributes
    ----------
    function
        A function, or a bound method.
    arguments
        Legal values of the numeric arguments, each a number or a list.
    rest
        All other arguments.
    """

    function: Callable[..., object]
    arguments: Mapping[str, object] = field(default_factory=dict)
    rest: Mapping[str, object] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Module and name, as a test's report shows them."""
        module = self.function.__module__.rpartition(".")[2]
        return f"{module}.{self.function.__qualname__}"

    def __call__(self, **changes: object) -> object:
        """Call the function with some arguments changed."""
        return self.function(**{**self.rest, **self.arguments, **changes})

    def with_one(self, value: object) -> Iterator[tuple[str, object]]:
        """Yield each numeric argument's name and what it is with its last number replaced."""
        for name, legal in self.arguments.items():
            yield name, _last_replaced(legal, value)


def _last_replaced(legal: object, value: object) -> object:
    if not isinstance(legal, list):
        return value
    return [*legal[:-1], _last_replaced(legal[-1], value)]
