"""Legal arguments of an exercise's functions, drawn at random as the lesson declares them.

One file a lesson, ``legal_inputs.toml`` in its folder of the answer bank. It has a table for each
function, and in it an expression for each argument, which may use numpy (``np``), a random
generator (``rng``) and the arguments above it. ``refused`` holds lists of values that the function
must not accept, which may use the other arguments of a legal call. ``within`` says how far, as a
share, two values may lie apart and be the same: a fit stops where its own tolerance lets it::

    [m_from_failures]
    N = "rng.uniform(1, 900)"
    N0 = "N * rng.uniform(0.01, 1)"
    refused = { N = "[0, -1, np.nan]", N0 = "[0, -1, 2 * N]" }
"""

import copy
import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from typing import Any

FILE = "legal_inputs.toml"
_REFUSED, _WITHIN = "refused", "within"
_ROUNDING = 1e-9


class LegalInputsError(ValueError):
    """What is wrong with a file of legal inputs."""


@dataclass(frozen=True)
class Domain:
    """What a function may be called with.

    Parameters
    ----------
    function : str
        Its name.
    arguments : mapping
        An expression for each argument, in the order in which they are worked out.
    refused : mapping
        For some arguments, an expression for a list of values that are refused.
    within : float
        How far, as a share, two of its values may lie apart and be the same.
    """

    function: str
    arguments: Mapping[str, str]
    refused: Mapping[str, str] = field(default_factory=dict)
    within: float = _ROUNDING

    def draw(self, rng: Any) -> dict[str, Any]:  # noqa: ANN401 - numpy is imported where it runs
        """Return arguments of one legal call."""
        import numpy as np

        names: dict[str, Any] = {"np": np, "rng": rng}
        for name, expression in self.arguments.items():
            names[name] = eval(_compiled(expression), names)  # noqa: S307 - the instructor's own file
        return {name: names[name] for name in self.arguments}

    def refusals(self, rng: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - numpy's or Python's generator
        """Yield arguments of calls that are refused for one of them."""
        import numpy as np

        for name, expression in self.refused.items():
            legal = self.draw(rng)
            values = eval(_compiled(expression), {"np": np, "rng": rng, **legal})  # noqa: S307 - the instructor's own file
            for value in values:
                yield {**legal, name: value}


def read_domains(path: Path) -> dict[str, Domain]:
    """Return the domains that a file declares, by function; none if there is no file.

    Raises
    ------
    LegalInputsError
        If it does not keep the form; the message says where.
    """
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LegalInputsError(f"it is no TOML ({error})") from None
    return {name: _domain(name, table) for name, table in tables.items()}


def calls(domain: Domain, number: int, seed: int) -> list[dict[str, Any]]:
    """Return calls of a function: so many legal ones, and then those that are refused."""
    import numpy as np

    rng = np.random.default_rng(seed)
    try:
        return [domain.draw(rng) for _ in range(number)] + list(domain.refusals(rng))
    except Exception as error:
        raise LegalInputsError(
            f"arguments of {domain.function} cannot be drawn ({type(error).__name__}: {error})"
        ) from error


def outcome(function: Any, arguments: Mapping[str, Any]) -> tuple[bool, Any]:  # noqa: ANN401 - any callable
    """Return whether a function answered, and what; else the type of its exception."""
    try:
        return True, function(**copy.deepcopy(dict(arguments)))
    except Exception as error:  # noqa: BLE001 - whatever it raises is its answer
        return False, _builtin(type(error))


def same(one: Any, other: Any, rtol: float = _ROUNDING) -> bool:  # noqa: ANN401 - any values
    """Tell whether two values are equal but for rounding, in form and in content."""
    import numpy as np

    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key], rtol) for key in one)
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(
            same(a, b, rtol) for a, b in zip(one, other, strict=True)
        )
    try:
        a, b = np.asarray(one), np.asarray(other)
        if a.shape != b.shape:
            return False
        if a.dtype.kind in "iufc" and b.dtype.kind in "iufc":
            near = np.isfinite(b) & (np.abs(a - b) <= rtol * np.abs(b) + 1e-300)
            return bool(np.all(near | (a == b) | ((a != a) & (b != b))))  # noqa: PLR0124 - nan
        return bool(np.all(a == b))
    except Exception:  # noqa: BLE001 - what cannot be compared is not the same
        return False


@functools.cache
def _compiled(expression: str) -> CodeType:
    return compile(expression.strip(), "legal inputs", "eval")


def _builtin(kind: type[BaseException]) -> str:
    """Return the first builtin exception that a type is of: a test can ask for no other."""
    return next(each.__name__ for each in kind.__mro__ if each.__module__ == "builtins")


def _domain(name: str, table: object) -> Domain:
    if not isinstance(table, dict):
        raise LegalInputsError(f"{name} is no table [{name}]")
    refused, within = table.get(_REFUSED, {}), table.get(_WITHIN, _ROUNDING)
    if not isinstance(within, float) or not 0 < within < 1:
        raise LegalInputsError(f"{name}.{_WITHIN} must be a number between 0 and 1, not {within!r}")
    arguments = {key: value for key, value in table.items() if key not in {_REFUSED, _WITHIN}}
    for what, expressions in ((name, arguments), (f"{name}.{_REFUSED}", refused)):
        if not isinstance(expressions, dict) or not all(
            isinstance(value, str) for value in expressions.values()
        ):
            raise LegalInputsError(f"{what} must have a text in quotes for each argument")
    return Domain(name, arguments, refused, within)
