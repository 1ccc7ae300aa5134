"""Small published data sets: facts as numbers, each file with its source and date of access.

A file is a CSV table under lines that begin with ``#``:

    # description: what was measured, in whom
    # source: key in sources.toml
    # address: what finds that source, as it is there: its DOI, or what else there is
    # accessed: the date on which it was read, as 2026-11-22

The first row names the columns, with units in the names. A column of numbers is an array, with
NaN where nothing was reported; a column with any word in it is a tuple of texts.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.reference.sources import Source, sources

DATA_FOLDER = Path(__file__).parent / "data"
Numbers: TypeAlias = NDArray[np.float64]
Texts: TypeAlias = tuple[str, ...]
_FIELDS = ("description", "source", "address", "accessed")


@dataclass(frozen=True, eq=False)
class Dataset(Mapping[str, Numbers | Texts]):
    """One table: a read-only mapping from a column's name to its values.

    Attributes
    ----------
    name
        The file's name without its ending.
    description
        What was measured, in whom, in a sentence.
    source
        Where it was published.
    accessed
        When it was read there.
    columns
        Values by column, in the order of the file.
    """

    name: str
    description: str
    source: Source
    accessed: date
    columns: Mapping[str, Numbers | Texts]

    def numbers(self, column: str) -> Numbers:
        """Return a column of numbers; a column of words is a ``ValueError``."""
        values = self[column]
        if isinstance(values, tuple):
            raise ValueError(f"the column {column} of {self.name} holds words.")  # noqa: TRY004 - the file is at fault, not a type
        return values

    def texts(self, column: str) -> Texts:
        """Return a column of words; a column of numbers is a ``ValueError``."""
        values = self[column]
        if not isinstance(values, tuple):
            raise ValueError(f"the column {column} of {self.name} holds numbers.")  # noqa: TRY004 - the file is at fault, not a type
        return values

    def __getitem__(self, column: str) -> Numbers | Texts:
        try:
            return self.columns[column]
        except KeyError:
            known = ", ".join(self.columns)
            raise KeyError(f"{self.name} has no column {column!r}; it has {known}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)


def load_dataset(path: Path, known_sources: Mapping[str, Source]) -> Dataset:
    """Read one data set and check its heading and shape.

    Raises
    ------
    ValueError
        One sentence that names the file and what is wrong in it.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    heading = dict(
        [part.strip() for part in line.removeprefix("#").partition(":")[::2]]
        for line in lines
        if line.startswith("#")
    )
    for field in _FIELDS:
        if not heading.get(field):
            raise ValueError(f"{path.name}: the line '# {field}: ...' is missing.")
    if heading["source"] not in known_sources:
        raise ValueError(f"{path.name}: source {heading['source']!r} is not in sources.toml.")
    published = known_sources[heading["source"]]
    if heading["address"] != (published.address or f"{published.journal} {published.locator}"):
        raise ValueError(f"{path.name}: the address of {published.key} is another in sources.toml.")
    names, *rows = csv.reader(line for line in lines if line and not line.startswith("#"))
    for row in rows:
        if len(row) != len(names):
            raise ValueError(f"{path.name}: the row {row} does not have {len(names)} values.")
    columns = {name: _column([row[i] for row in rows]) for i, name in enumerate(names)}
    return Dataset(
        path.stem,
        heading["description"],
        published,
        _date(path, heading["accessed"]),
        MappingProxyType(columns),
    )


@cache
def dataset(name: str) -> Dataset:
    """Return one data set of the course.

    >>> nortriptyline = dataset("morita2000")
    >>> nortriptyline["level_ng_mL_per_mg_kg"]
    array([ 70.3,  98.4, 147. ])
    >>> nortriptyline.source.year
    2000
    """
    if name not in dataset_names():
        raise ValueError(f"there is no data set {name!r}; there are {', '.join(dataset_names())}.")
    return load_dataset(DATA_FOLDER / f"{name}.csv", sources())


@cache
def dataset_names() -> tuple[str, ...]:
    """Return the names of all data sets, sorted."""
    return tuple(sorted(path.stem for path in DATA_FOLDER.glob("*.csv")))


def _column(cells: list[str]) -> Numbers | Texts:
    try:
        values = np.array([float(cell) if cell.strip() else np.nan for cell in cells])
    except ValueError:
        return tuple(cell.strip() for cell in cells)
    values.flags.writeable = False
    return values


def _date(path: Path, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{path.name}: accessed must be a date, not {text!r}.") from None
