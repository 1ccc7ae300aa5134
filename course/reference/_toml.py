"""Read a TOML file so that every error names the file and the key."""

from __future__ import annotations

import math
import tomllib
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_Kind = TypeVar("_Kind", bound=StrEnum)


class Table:
    """One table of a TOML file, read field by field.

    Parameters
    ----------
    content
        What the table holds.
    place
        Where it stands, for error sentences, such as ``nmda_receptor.toml, mg_mM``.
    """

    def __init__(self, content: object, place: str) -> None:
        if not isinstance(content, dict):
            raise ValueError(f"{place} must be a table.")  # noqa: TRY004  a fault of the file
        self.content: Mapping[str, Any] = content
        self.place = place

    def error(self, key: str, wrong: str) -> ValueError:
        """Return the error for one key: file, key, what is wrong."""
        return ValueError(f"{self.place}: {key} {wrong}.")

    def only(self, known: Iterable[str]) -> None:
        """Refuse a key that nobody reads: most often it is a slip of the pen."""
        for key in self.content:
            if key not in known:
                raise self.error(key, "is not a known field")

    def text(self, key: str, *, empty: bool = False) -> str:
        """Return a string, which may be empty only if ``empty`` says so."""
        value = self._get(key)
        if not isinstance(value, str):
            raise self.error(key, f"must be text, not {value!r}")
        if not (empty or value.strip()):
            raise self.error(key, "must not be empty")
        return value

    def choice(self, key: str, kind: type[_Kind]) -> _Kind:
        """Return one of the values of an enumeration."""
        text = self.text(key)
        try:
            return kind(text)
        except ValueError:
            known = ", ".join(kind)
            raise self.error(key, f"must be one of {known}, not {text!r}") from None

    def number(self, key: str) -> float:
        """Return a finite number as a float."""
        return self._finite(key, self._get(key))

    def numbers(self, key: str) -> tuple[float, ...]:
        """Return a list of finite numbers; one bare number counts as a list of one."""
        value = self._get(key)
        items = value if isinstance(value, list) else [value]
        return tuple(self._finite(key, item) for item in items)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of non-empty strings."""
        value = self._get(key)
        if not isinstance(value, list) or not all(isinstance(t, str) and t for t in value):
            raise self.error(key, f"must be a list of texts, not {value!r}")
        return tuple(value)

    def table(self, key: str) -> Table:
        """Return a table within this one."""
        return Table(self._get(key), f"{self.place}, {key}")

    def tables(self, key: str) -> list[Table]:
        """Return a non-empty list of tables."""
        value = self._get(key)
        if not isinstance(value, list) or not value:
            raise self.error(key, f"must be a list of tables, not {value!r}")
        return [Table(item, f"{self.place}, {key}") for item in value]

    def _get(self, key: str) -> Any:  # noqa: ANN401  TOML holds anything; callers narrow it
        if key not in self.content:
            raise self.error(key, "is missing")
        return self.content[key]

    def _finite(self, key: str, value: object) -> float:
        # TOML's true is a Python bool, which is an int.
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(key, f"must be a number, not {value!r}")
        if not math.isfinite(value):
            raise self.error(key, f"must be finite, not {value!r}")
        return float(value)


def read(path: Path) -> Table:
    """Return the whole of a TOML file as a table that knows the file's name."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} is not valid TOML: {error}.") from error
    return Table(content, path.name)
