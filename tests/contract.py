"""What every model function keeps: a :class:`Call` states one legal call, and the tests vary it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


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
