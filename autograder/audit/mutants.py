"""Mutants of a reference solution: the same cell with one small fault, known by a lasting name."""

import ast
import random
import tomllib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from autograder.audit.operators import Change, changes
from autograder.regions import REGIONS, Region

Item = TypeVar("Item")


@dataclass(frozen=True)
class Mutant:
    """A reference solution with one fault.

    The first five say which it is, and stay the same while its line does.

    Parameters
    ----------
    cell : str
        Name of the answer cell.
    line : str
        Text of the line in which it begins.
    operator : str
        The kind of fault.
    change : str
        What was put in the place of what.
    nth : int
        Which of several with the same four, from 1.
    source : str
        The whole content of the cell.
    """

    cell: str
    line: str
    operator: str
    change: str
    nth: int
    source: str = field(default="", compare=False)

    def __str__(self) -> str:
        nth = f" ({self.nth})" if self.nth > 1 else ""
        return f"{self.operator}: {self.change}{nth} in “{self.line}”"

    def as_toml(self, why: str) -> str:
        """Return an entry for the file of equivalent mutants."""
        values = {
            "cell": self.cell,
            "line": self.line,
            "operator": self.operator,
            "change": self.change,
        }
        lines = [f"{name} = {_quoted(value)}" for name, value in values.items()]
        lines += [f"nth = {self.nth}"] if self.nth > 1 else []
        return "\n".join(["[[mutant]]", *lines, f"why = {_quoted(why)}"])


def mutants_of(cell: str, source: str, region: Region = REGIONS[0]) -> Iterator[Mutant]:
    """Yield the mutants of an answer cell.

    Parameters
    ----------
    cell : str
        Its name.
    source : str
        Its content. If it has regions of a solution, only these are changed.
    region : Region
        How such a region begins and ends.

    Raises
    ------
    SyntaxError
        If it is no Python.
    """
    lines = source.splitlines()
    inside = _solution_lines(lines, region)
    seen: Counter[tuple[str, str, str]] = Counter()
    for change in changes(ast.parse(source)):
        if change.node.lineno not in inside or _is_docstring(change.node):
            continue
        text = lines[change.node.lineno - 1].strip()
        what = f"{_flat(ast.get_source_segment(source, change.node) or '')} → {_flat(change.text)}"
        key = (text, change.operator, what)
        seen[key] += 1
        yield Mutant(cell, text, change.operator, what, seen[key], _applied(source, change))


def sampled(
    items: Sequence[Item], number: int | None, seed: int, group: Callable[[Item], Hashable]
) -> list[Item]:
    """Return some of the items, the same for the same seed; all if no number is given.

    No group has two of them before every group has one.
    """
    if number is None or number >= len(items):
        return list(items)
    taken: Counter[Hashable] = Counter()
    turns: dict[int, int] = {}
    for place in random.Random(seed).sample(range(len(items)), len(items)):
        turns[place] = taken[group(items[place])]
        taken[group(items[place])] += 1
    return [items[place] for place in sorted(sorted(turns, key=turns.__getitem__)[:number])]


def read_equivalents(path: Path) -> dict[Mutant, str]:
    """Return the mutants that a file says are none, each with the reason.

    Raises
    ------
    ValueError
        If the file does not keep the form; the message says what is wrong.
    """
    if not path.is_file():
        return {}
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])
    return dict(_entry(number, entry) for number, entry in enumerate(entries, 1))


def _entry(number: int, entry: object) -> tuple[Mutant, str]:
    wanted = {"cell": str, "line": str, "operator": str, "change": str, "why": str}
    if not isinstance(entry, dict):
        raise ValueError(f"entry {number} is no table [[mutant]]")  # noqa: TRY004 - of the file
    for name, kind in wanted.items():
        if not isinstance(entry.get(name), kind) or not entry[name]:
            raise ValueError(f'entry {number} lacks {name} = "..."')
    mutant = Mutant(
        entry["cell"], entry["line"], entry["operator"], entry["change"], int(entry.get("nth", 1))
    )
    return mutant, entry["why"]


def _solution_lines(lines: Iterable[str], region: Region) -> frozenset[int]:
    """Return the numbers of the lines that a student writes."""
    numbers, inside, begun = set(), False, False
    everything = set()
    for number, line in enumerate(lines, 1):
        everything.add(number)
        if region.begin in line:
            inside = begun = True
        elif region.end in line:
            inside = False
        elif inside:
            numbers.add(number)
    return frozenset(numbers if begun else everything)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _applied(source: str, change: Change) -> str:
    """Return the source with the change made, everything else as it stands."""
    node = change.node
    lines = source.splitlines(keepends=True)
    text = change.text if isinstance(node, ast.stmt) else f"({change.text})"
    first, last = lines[node.lineno - 1].encode(), lines[(node.end_lineno or 0) - 1].encode()
    before = first[: node.col_offset].decode()
    after = last[node.end_col_offset :].decode()
    return "".join([*lines[: node.lineno - 1], before, text, after, *lines[node.end_lineno or 0 :]])


def _flat(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else f"{flat[:77]}..."


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
