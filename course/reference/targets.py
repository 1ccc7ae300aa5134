"""Targets: figures that the models are held against, as data.

A file of ``targets/`` holds one table a target::

    [targets."T1.2"]
    model = "M1.7"
    quantity = "potential at which half of the receptors are blocked, 1 mM magnesium"
    unit = "mV"
    compute = { call = "magnesium_block.half_block_mV", mg_mM = 1.0 }
    computed = [-20.5253]
    rtol = 1e-3
    status = "computed"
    source = "jahr_stevens_1990"
    note = ""

``compute`` says how :mod:`course.validate` gets the figure from the models; a target without it
quotes a figure that no model computes. ``computed`` is what the models gave when the target was
written, ``published`` what others measured. Where the model meets a published figure because it
was made to, ``by_construction`` says how. Where it misses, ``known_miss`` says why, and ``misses``
names by their labels which of several figures do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from course.reference import _toml
from course.reference.cards import Status
from course.reference.sources import Source, cited, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

TARGETS_FOLDER = Path(__file__).parent / "targets"
T = TypeVar("T")
_ID = re.compile(r"[TM][1-5]\.")
_FIELDS = (
    *("model", "quantity", "labels", "unit", "compute", "computed", "rtol", "atol"),
    *("published", "by_construction", "known_miss", "misses", "status", "source", "note"),
)


@dataclass(frozen=True, slots=True)
class Published:
    """A published figure and the band in which a model agrees with it.

    Attributes
    ----------
    low, high
        The band: mean ± SD, a reported range, or ± 10 % where neither is known.
    value
        The figure itself; None where only a range was reported.
    """

    low: float
    high: float
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One figure, or a few of a kind, that the models are held against.

    Attributes
    ----------
    id
        Its number in the course's list of targets, such as ``T1.2``; the first digit is the lesson.
    model
        Number of the model, such as ``M1.7``; several are separated by commas.
    quantity
        What the figures are, in words.
    units
        Their units, one a figure. The unit of a ratio is ``"1"``.
    compute
        How to get the figures from :mod:`course.models`; see :mod:`course.validate`. None for
        a figure that is only quoted.
    computed
        What the models gave when the target was written; empty if only the published figures
        count.
    rtol, atol
        Tolerance of ``computed``: relative, or absolute in the target's unit; the other is 0.
    published
        Published figures, one a figure computed; empty if there are none.
    by_construction
        Why the model cannot but meet the published figures; empty if it could miss them.
    known_miss
        Why the model misses published figures; empty if it does not.
    misses
        Which figures it misses, by place; empty if ``known_miss`` is.
    status
        How far the target can be trusted.
    source
        Key of :func:`course.reference.source`; empty if there is none.
    note
        What a reader must know besides; may be empty.
    labels
        What tells the figures apart, one for each if there are several.
    """

    id: str
    model: str
    quantity: str
    units: tuple[str, ...]
    compute: Mapping[str, Any] | None
    computed: tuple[float, ...]
    rtol: float
    atol: float
    published: tuple[Published, ...]
    known_miss: str
    status: Status
    source: str
    note: str
    labels: tuple[str, ...] = ()
    by_construction: str = ""
    misses: frozenset[int] = frozenset()

    @property
    def lesson(self) -> int:
        """The lesson it belongs to, the first number of its id."""
        return int(self.id[1])

    @property
    def slug(self) -> str:
        """Its id as an address within a page.

        >>> targets()["T1.10 AMPA"].slug
        't1.10-ampa'
        """
        return re.sub(r"[^a-z0-9.]+", "-", self.id.lower()).strip("-")

    @property
    def reference(self) -> Source | None:
        """The source's entry in the bibliography, or None."""
        return sources()[self.source] if self.source else None


def load_targets(path: Path, known_sources: Mapping[str, Source]) -> Mapping[str, Target]:
    """Read a file of targets and check every field.

    Raises
    ------
    ValueError
        One sentence that names the file, the target and the field.
    """
    file = _toml.read(path)
    file.only(("targets",))
    entries = file.table("targets")
    return MappingProxyType(
        {
            key: _target(key, _toml.Table(content, f"{path.name}, {key}"), known_sources)
            for key, content in entries.content.items()
        }
    )


@cache
def targets() -> Mapping[str, Target]:
    """Return all targets of the course by id, in the order of files and entries.

    >>> targets()["T1.2"].computed
    (-20.5253,)
    """
    return load_folder(TARGETS_FOLDER, sources())


def load_folder(folder: Path, known_sources: Mapping[str, Source]) -> Mapping[str, Target]:
    """Read all files of targets in a folder; an id may stand in one of them only."""
    found: dict[str, Target] = {}
    for path in sorted(folder.glob("*.toml")):
        for key, target in load_targets(path, known_sources).items():
            if key in found:
                raise ValueError(f"{path.name}, {key}: the id is taken by another file.")
            found[key] = target
    return MappingProxyType(found)


def _target(key: str, table: _toml.Table, known_sources: Mapping[str, Source]) -> Target:
    table.only(_FIELDS)
    if not _ID.match(key):
        raise ValueError(f"{table.place}: the id must begin like T1.2 or M1.2, with a lesson.")
    content = table.content
    compute = table.table("compute").content if "compute" in content else None
    computed = table.numbers("computed") if "computed" in content else ()
    published = _published(table) if "published" in content else ()
    if not (computed or published):
        raise table.error("computed", "is missing, and so is published")
    if computed and compute is None:
        raise table.error("compute", "is missing, but computed is there")
    status = table.choice("status", Status)
    rtol, atol = _tolerance(table) if computed else (0.0, 0.0)
    labels = table.texts("labels") if "labels" in content else ()
    figures = len(computed) or len(labels) or len(published)
    if labels and len(labels) != figures:
        raise table.error("labels", f"must be {figures}, one a figure, not {len(labels)}")
    known_miss = _about_published(table, "known_miss", published)
    return Target(
        id=key,
        model=table.text("model", empty=compute is None),
        quantity=table.text("quantity"),
        units=_for_all(table, "unit", _units(table), figures),
        compute=compute,
        computed=computed,
        rtol=rtol,
        atol=atol,
        published=_for_all(table, "published", published, figures) if published else (),
        known_miss=known_miss,
        status=status,
        source=cited(table, known_sources, required=status.cites),
        note=table.text("note", empty=True),
        labels=labels,
        by_construction=_about_published(table, "by_construction", published),
        misses=_misses(table, known_miss, labels, figures),
    )


def _units(table: _toml.Table) -> tuple[str, ...]:
    several = isinstance(table.content.get("unit"), list)
    return table.texts("unit") if several else (table.text("unit"),)


def _for_all(table: _toml.Table, field: str, given: tuple[T, ...], figures: int) -> tuple[T, ...]:
    """Let one stand for all figures."""
    if len(given) == 1:
        return given * figures
    if len(given) != figures:
        raise table.error(field, f"must be one, or {figures}, one a figure, not {len(given)}")
    return given


def _about_published(table: _toml.Table, field: str, published: tuple[Published, ...]) -> str:
    if field not in table.content:
        return ""
    if not published:
        raise table.error(field, "needs a published figure")
    return table.text(field)


def _misses(
    table: _toml.Table, known_miss: str, labels: tuple[str, ...], figures: int
) -> frozenset[int]:
    if "misses" not in table.content:
        return frozenset(range(figures) if known_miss else ())
    if not known_miss:
        raise table.error("misses", "needs a known_miss")
    named = table.texts("misses")
    for name in named:
        if name not in labels:
            raise table.error("misses", f"names {name!r}, which is none of the labels")
    return frozenset(map(labels.index, named))


def _tolerance(table: _toml.Table) -> tuple[float, float]:
    given = [key for key in ("rtol", "atol") if key in table.content]
    if len(given) != 1:
        raise table.error("rtol", "or atol must be given, and not both")
    tolerance = table.number(given[0])
    if tolerance < 0:
        raise table.error(given[0], f"must be at least 0, not {tolerance}")
    return (tolerance, 0.0) if given == ["rtol"] else (0.0, tolerance)


def _published(table: _toml.Table) -> tuple[Published, ...]:
    figures = []
    for band in table.tables("published"):
        band.only(("value", "low", "high"))
        low, high = band.number("low"), band.number("high")
        value = band.number("value") if "value" in band.content else None
        if not low <= (low if value is None else value) <= high:
            raise band.error("low", "must be at most value, and value at most high")
        figures.append(Published(low, high, value))
    return tuple(figures)
