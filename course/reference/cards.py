"""Cards: the numbers of one drug, channel or model, each with unit, range, source and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from course.reference import _toml
from course.reference.sources import Source, cited, sources

CARDS_FOLDER = Path(__file__).parent / "cards"
_REQUIRED = ("value", "unit", "range", "population", "source", "where", "status", "note")
_OPTIONAL = ("read_in", "step", "scale", "label", "untested", "unpublished")


class Status(StrEnum):
    """How far a number can be trusted."""

    VERIFIED = "verified"  # read in its source
    SECOND_HAND = "second hand"  # read in what quotes its source, which ``read_in`` names
    COMPUTED = "computed"  # follows from stated inputs
    THEOREM = "theorem"  # an identity: needs no source
    TEACHING_CHOICE = "teaching choice"  # illustrative; never shown as a measured value
    UNCONFIRMED = "unconfirmed"  # nobody has checked it yet; never graded as a fact

    @property
    def cites(self) -> bool:
        """Whether it rests on a source that was read, there or where it is quoted."""
        return self in {Status.VERIFIED, Status.SECOND_HAND}


class Scale(StrEnum):
    """How a slider moves over a value's range."""

    LINEAR = "linear"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Value:
    """One number and all that is known about it.

    Attributes
    ----------
    name
        Its key in the card; the unit stands in the name.
    value, unit
        The number that models and sliders start from. The unit of a ratio is ``"1"``.
    low, high
        The range in which the number means something; the ends of its slider. A constant that
        nobody moves has ``low == value == high``.
    population
        In whom or what it was measured.
    source
        Key of :func:`course.reference.source`; empty if there is none.
    where
        Table, figure or page in the source.
    status
        How far it can be trusted.
    note
        What a reader must know besides; may be empty.
    read_in
        The secondary source in which a second-hand number was read; empty for any other.
    step
        Step of its slider, in the value's unit (a number of decades if ``scale`` is log);
        None leaves it to the slider.
    scale
        Whether its slider moves linearly or logarithmically.
    label
        What a reader calls it, without its unit; empty for a number that only code names.
    untested
        Why no target of the course depends on this number; empty if one does.
    unpublished
        Why no published figure would contradict the course if this number were a tenth larger or
        smaller; empty if one would. A target without such a figure holds a number to what the
        models made of it before, which shows that it has not changed, not that it is right.
    """

    name: str
    value: float
    unit: str
    low: float
    high: float
    population: str
    source: str
    where: str
    status: Status
    note: str
    read_in: str = ""
    step: float | None = None
    scale: Scale = Scale.LINEAR
    label: str = ""
    untested: str = ""
    unpublished: str = ""

    @property
    def reference(self) -> Source | None:
        """The source's entry in the bibliography, or None."""
        return sources()[self.source] if self.source else None


@dataclass(frozen=True)
class Card(Mapping[str, Value]):
    """The numbers of one drug, channel or model: a read-only mapping from name to value.

    Attributes
    ----------
    name
        The file's name without its ending.
    title
        What a reader calls it.
    about
        What it describes, in a sentence or two.
    values_by_name
        Its numbers, in the order of the file.
    """

    name: str
    title: str
    about: str
    values_by_name: Mapping[str, Value]

    def __getitem__(self, key: str) -> Value:
        try:
            return self.values_by_name[key]
        except KeyError:
            known = ", ".join(self.values_by_name)
            raise KeyError(f"card {self.name} has no value {key!r}; it has {known}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_name)

    def __len__(self) -> int:
        return len(self.values_by_name)

    def __hash__(self) -> int:
        return hash(self.name)

    def with_value(self, name: str, value: float) -> Card:
        """Return a copy in which one number is another, its range widened to hold it."""
        old = self[name]
        new = replace(old, value=value, low=min(old.low, value), high=max(old.high, value))
        return replace(self, values_by_name=MappingProxyType({**self.values_by_name, name: new}))


def load_card(path: Path, known_sources: Mapping[str, Source]) -> Card:
    """Read one card and check every field.

    A card's ``[shared]`` table gives fields that all its values have in common; a value's own
    field goes before it.

    Raises
    ------
    ValueError
        One sentence that names the file, the value and the field.
    """
    file = _toml.read(path)
    file.only(("title", "about", "shared", "values"))
    shared = file.table("shared").content if "shared" in file.content else {}
    entries = file.table("values")
    values: dict[str, Value] = {}
    for name in entries.content:
        own = entries.table(name)
        merged = _toml.Table({**shared, **own.content}, f"{path.name}, {name}")
        values[name] = _value(name, merged, known_sources)
    return Card(path.stem, file.text("title"), file.text("about"), MappingProxyType(values))


@cache
def card(name: str) -> Card:
    """Return one card of the course.

    >>> card("nmda_receptor")["mg_half_block_mM"].value
    3.57
    """
    if name not in card_names():
        raise ValueError(f"there is no card {name!r}; there are {', '.join(card_names())}.")
    return load_card(CARDS_FOLDER / f"{name}.toml", sources())


@cache
def card_names() -> tuple[str, ...]:
    """Return the names of all cards, sorted."""
    return tuple(sorted(path.stem for path in CARDS_FOLDER.glob("*.toml")))


def _value(name: str, table: _toml.Table, known_sources: Mapping[str, Source]) -> Value:
    table.only(_REQUIRED + _OPTIONAL)
    span = table.numbers("range")
    value = table.number("value")
    if len(span) != 2 or not span[0] <= value <= span[1]:
        raise table.error("range", f"must be [low, high] around {value}, not {list(span)}")
    status = table.choice("status", Status)
    return Value(
        name=name,
        value=value,
        unit=table.text("unit"),
        low=span[0],
        high=span[1],
        population=table.text("population", empty=not status.cites),
        source=cited(table, known_sources, required=status.cites),
        where=table.text("where", empty=not status.cites),
        status=status,
        note=table.text("note", empty=True),
        # A card's shared one is for its second-hand numbers alone.
        read_in=table.text("read_in") if status is Status.SECOND_HAND else "",
        step=_step(table),
        scale=_scale(table, span[0]),
        label=table.text("label") if "label" in table.content else "",
        untested=table.text("untested") if "untested" in table.content else "",
        unpublished=table.text("unpublished") if "unpublished" in table.content else "",
    )


def _step(table: _toml.Table) -> float | None:
    if "step" not in table.content:
        return None
    step = table.number("step")
    if step <= 0:
        raise table.error("step", f"must be above 0, not {step}")
    return step


def _scale(table: _toml.Table, low: float) -> Scale:
    if "scale" not in table.content:
        return Scale.LINEAR
    scale = table.choice("scale", Scale)
    if scale is Scale.LOG and low <= 0:
        raise table.error("scale", f"can be log only if the range is above 0, not from {low}")
    return scale
