"""The leak guard: nothing that a student must not see stands in what is released.

What must stay out is read from the source (solutions, hidden tests, mark schemes) and from the
answer bank, line by line; what is released is searched whole: cells, outputs, metadata,
attachments and every other file.
"""

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.regions import REGIONS, Region, split_cell

if TYPE_CHECKING:
    from traitlets.config import Config

# Shorter lines say nothing by themselves: `return x`, `else:`, a closing bracket.
MEANINGFUL_CHARACTERS = 12
# A line of this length is found inside another one too; a shorter one must stand alone.
DISTINCTIVE_CHARACTERS = 24
# The libraries of a lesson are named all over it.
_IMPORT = re.compile(r"import \w|from [\w.]+ import ")


@dataclass(frozen=True)
class Secret:
    """A line that must not be released, and where it comes from."""

    line: str
    origin: str


@dataclass(frozen=True)
class Leak:
    """A secret, or a region's marker, found in a release."""

    place: str
    origin: str
    line: str

    def __str__(self) -> str:
        shown = self.line if len(self.line) <= 60 else f"{self.line[:57]}..."
        return f"{self.place} shows {self.origin}: {shown}"


def stubs_of(config: "Config") -> frozenset[str]:
    """Return the lines that nbgrader writes in the place of a solution."""
    from nbgrader.preprocessors import ClearSolutions

    step = ClearSolutions(config=config)
    texts = (*step.code_stub.values(), step.text_stub)
    return frozenset(normal(line) for text in texts for line in text.splitlines())


def secrets_of_notebook(
    notebook: Mapping[str, Any],
    regions: tuple[Region, ...] = REGIONS,
    stubs: frozenset[str] = frozenset(),
) -> tuple[Secret, ...]:
    r"""Return the lines of a source notebook that a release must not show.

    A line that the same cell also shows outside the region is no secret; neither is an import, nor
    one of `stubs`, which students see in place of a solution.

    Examples
    --------
    >>> lines = ["def f(x):", "### BEGIN SOLUTION", "return x ** 2 + offset_mV", "### END SOLUTION"]
    >>> cell = {"metadata": {"nbgrader": {"solution": True}}, "source": "\n".join(lines)}
    >>> [secret.line for secret in secrets_of_notebook({"cells": [cell]})]
    ['return x ** 2 + offset_mV']
    """
    found: dict[str, Secret] = {}
    for cell in notebook["cells"]:
        hidden, public = split_cell(cell, regions)
        shown = {normal(line) for line in public} | stubs
        for region, line in hidden:
            text = normal(line)
            if is_meaningful(text) and text not in shown and not _IMPORT.match(text):
                found.setdefault(text, Secret(text, f"{region.what} of {_name(cell)}"))
    return tuple(found.values())


def secrets_of_answers(
    answers: Iterable[tuple[str, str]], public: Iterable[str]
) -> tuple[Secret, ...]:
    """Return the lines of an answer bank that a release must not show.

    Parameters
    ----------
    answers : iterable of (name, source)
        Every answer of the bank.
    public : iterable of str
        Lines that answers share with what students are given: signatures, docstrings, imports.
    """
    given = "\n".join(normal(line) for line in public)
    found: dict[str, Secret] = {}
    for name, source in answers:
        for line in map(normal, source.splitlines()):
            if is_meaningful(line) and line not in given:
                found.setdefault(line, Secret(line, f"the answer “{name}”"))
    return tuple(found.values())


def find_leaks(
    folder: Path, secrets: Iterable[Secret], regions: tuple[Region, ...] = REGIONS
) -> tuple[Leak, ...]:
    """Search everything in a folder.

    Parameters
    ----------
    folder : Path
        What is about to be released.
    secrets : iterable of Secret
        What must not be in it.
    regions : tuple of Region
        Their markers must not be in it either: one that is left tells of a region not cut.

    Returns
    -------
    tuple of Leak
        Empty if the folder may go out.
    """
    secrets = tuple(secrets)
    markers = [word for region in regions for word in (region.begin, region.end)]
    leaks: dict[Leak, None] = {}
    for place, text in _texts(folder):
        lines = {normal(line) for line in text.splitlines()}
        whole = normal(text)
        for word in markers:
            if word in whole:
                leaks[Leak(place, "a marker that should have been taken out", word)] = None
        for secret in secrets:
            if secret.line in lines or (
                len(secret.line) >= DISTINCTIVE_CHARACTERS and secret.line in whole
            ):
                leaks[Leak(place, secret.origin, secret.line)] = None
    return tuple(leaks)


def normal(text: str) -> str:
    """Return text with its white space made single, so that an indent hides nothing."""
    return " ".join(text.split())


def is_meaningful(line: str) -> bool:
    """Tell whether a line could give anything away."""
    return sum(character.isalnum() for character in line) >= MEANINGFUL_CHARACTERS


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        content = path.read_bytes()
        yield name, content.decode("utf-8", errors="replace")
        if path.suffix == ".ipynb":
            yield from _texts_of_notebook(name, json.loads(content))


def _texts_of_notebook(name: str, notebook: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for index, cell in enumerate(notebook["cells"]):
        place = f"{name}, cell {cell.get('id', index)}"
        for text in _strings(cell):
            yield place, text
    for text in _strings(notebook["metadata"]):
        yield f"{name}, metadata", text


def _strings(value: object) -> Iterator[str]:
    """Walk JSON data; a list of strings is one text in lines, base64 is decoded too."""
    if isinstance(value, str):
        yield value
        yield from _decoded(value)
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield "".join(value)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _decoded(text: str) -> Iterator[str]:
    try:
        yield base64.b64decode(text, validate=True).decode("utf-8", errors="replace")
    except (binascii.Error, ValueError):
        return


def _name(cell: Mapping[str, Any]) -> str:
    grader = cell["metadata"].get("nbgrader", {})
    return str(grader.get("grade_id") or cell.get("id", "an unnamed cell"))
