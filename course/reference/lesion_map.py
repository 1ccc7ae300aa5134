"""Which transmitter a disorder changes, and what follows for a circuit: a table of signs (M2.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from course.reference import _toml
from course.reference.sources import Source, cited, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

LESION_MAP_FILE = Path(__file__).parent / "lesion_map.toml"
_FIELDS = (
    *("disorder", "transmitter", "change", "variable", "drives"),
    *("standing", "source", "note"),
)


class Standing(StrEnum):
    """How well a change is supported."""

    ESTABLISHED = "established"
    HYPOTHESIS = "hypothesis"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Lesion:
    """One change of one transmitter in one disorder.

    Attributes
    ----------
    disorder, transmitter
        Their names.
    change
        1 if the transmitter acts more than in health, -1 if less, 0 if no change is shown.
    variable
        What in a circuit, or in a person, the transmitter acts on.
    drives
        1 if the transmitter raises that variable, -1 if it lowers it.
    standing
        How well the change is supported.
    source
        Key of :func:`course.reference.source`; empty where none was read.
    note
        What a reader must know besides; may be empty.
    """

    disorder: str
    transmitter: str
    change: int
    variable: str
    drives: int
    standing: Standing
    source: str
    note: str

    @property
    def effect(self) -> int:
        """Sign of what the disorder does to the variable; 0 where no change is shown."""
        return self.change * self.drives

    @property
    def reference(self) -> Source | None:
        """The source's entry in the bibliography, or None."""
        return sources()[self.source] if self.source else None


def load_lesions(path: Path, known_sources: Mapping[str, Source]) -> tuple[Lesion, ...]:
    """Read a map of lesions and check every field.

    Raises
    ------
    ValueError
        One sentence that names the file, the entry and the field.
    """
    file = _toml.read(path)
    file.only(("lesions",))
    return tuple(_lesion(table, known_sources) for table in file.tables("lesions"))


@cache
def lesions() -> tuple[Lesion, ...]:
    """Return the course's map of lesions.

    >>> [lesion.effect for lesion in lesions() if lesion.disorder == "Huntington's disease"]
    [-1]
    """
    return load_lesions(LESION_MAP_FILE, sources())


def _lesion(table: _toml.Table, known_sources: Mapping[str, Source]) -> Lesion:
    table.only(_FIELDS)
    return Lesion(
        disorder=table.text("disorder"),
        transmitter=table.text("transmitter"),
        change=_sign(table, "change", zero=True),
        variable=table.text("variable"),
        drives=_sign(table, "drives", zero=False),
        standing=table.choice("standing", Standing),
        source=cited(table, known_sources, required=False),
        note=table.text("note", empty=True),
    )


def _sign(table: _toml.Table, key: str, *, zero: bool) -> int:
    allowed = (-1, 0, 1) if zero else (-1, 1)
    value = table.number(key)
    if value not in allowed:
        raise table.error(key, f"must be one of {allowed}, not {value:g}")
    return int(value)
