"""The parts of a cell that nbgrader takes out of a release, and a cell without them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from traitlets.config import Config


@dataclass(frozen=True)
class Region:
    """A part of a cell that nbgrader takes out of a release."""

    what: str
    begin: str
    end: str


SOLUTION = Region("the solution", "BEGIN SOLUTION", "END SOLUTION")
HIDDEN_TESTS = Region("a hidden test", "BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
MARK_SCHEME = Region("the mark scheme", "BEGIN MARK SCHEME", "END MARK SCHEME")
REGIONS = (SOLUTION, HIDDEN_TESTS, MARK_SCHEME)


def hidden_tests_of(config: "Config") -> Region:
    """Return hidden tests with the markers that a course's configuration gives them."""
    tests = config.ClearHiddenTests
    return Region(
        HIDDEN_TESTS.what,
        tests.get("begin_test_delimeter", HIDDEN_TESTS.begin),
        tests.get("end_test_delimeter", HIDDEN_TESTS.end),
    )


def regions_of(config: "Config") -> tuple[Region, ...]:
    """Return the regions with the markers that a course's configuration gives them."""
    solution, scheme = config.ClearSolutions, config.ClearMarkScheme
    return (
        Region(
            SOLUTION.what,
            solution.get("begin_solution_delimeter", SOLUTION.begin),
            solution.get("end_solution_delimeter", SOLUTION.end),
        ),
        hidden_tests_of(config),
        Region(
            MARK_SCHEME.what,
            scheme.get("begin_mark_scheme_delimeter", MARK_SCHEME.begin),
            scheme.get("end_mark_scheme_delimeter", MARK_SCHEME.end),
        ),
    )


def split_cell(
    cell: Mapping[str, Any], regions: tuple[Region, ...] = REGIONS
) -> tuple[list[tuple[Region, str]], list[str]]:
    """Return what nbgrader takes out of a cell, line by line, and what it leaves."""
    hidden: list[tuple[Region, str]] = []
    public: list[str] = []
    solution, inside, is_marked = regions[0], None, False
    for line in cell["source"].splitlines():
        begun = next((region for region in regions if region.begin in line), None)
        if begun:
            inside = begun
            is_marked = is_marked or begun == solution
        elif inside and inside.end in line:
            inside = None
        elif inside:
            hidden.append((inside, line))
        else:
            public.append(line)
    if _is_solution(cell) and not is_marked:
        return [(solution, line) for line in public], []
    return hidden, public


def without(region: Region, code: str) -> str:
    r"""Return a cell without a region, which nbgrader cuts in the same way.

    Examples
    --------
    >>> without(HIDDEN_TESTS, "a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc")
    'a\nc'
    """
    kept, is_inside = [], False
    for line in code.split("\n"):
        if region.begin in line:
            is_inside = True
        elif region.end in line:
            is_inside = False
        elif not is_inside:
            kept.append(line)
    return "\n".join(kept)


def _is_solution(cell: Mapping[str, Any]) -> bool:
    return bool(cell["metadata"].get("nbgrader", {}).get("solution", False))
