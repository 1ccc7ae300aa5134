"""What a course asks of its lessons beyond what any course needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.audit.sources import Bibliography
from autograder.course_folder import CONFIG_NAME, CourseError, CourseFolder

_CELL_S = 30.0
_COMPARE_S = 300.0


@dataclass(frozen=True)
class Settings:
    """The audit's part of a course's configuration.

    ``c.Autograder.audit`` is a dictionary; what it does not name is not asked for.

    Parameters
    ----------
    ids : bool
        Every cell has an id that people can read.
    objectives : bool
        A table lists objectives, tasks cite them.
    bibliography : Bibliography or None
        From ``"sources"``, the file that lists the publications somebody has looked up; tables
        of symbols then need a source for every value.
    bank : bool
        Every exercise has right, mistaken and empty answers in the bank.
    blind : int
        How many right and how many other answers of it must have been written blind.
    bank_shows : tuple of str
        What some answer of every exercise must show by name, such as "wrong unit".
    given_lines : int or None
        The most lines of code in a cell that students are given.
    hints : int or None
        Folded hints of an exercise.
    promised_points : bool
        Every exercise says in its heading what it is worth.
    explorers : bool
        Every explorer asks first, and has a picture in words.
    models : str
        The package that must not do an exercise by one call.
    lesson_s : float or None
        Processor time that all cells of a notebook may take.
    cell_s : float
        Seconds that a cell may take: nbgrader's own setting.
    compare_s : float
        Seconds that a mutant's 10,000 legal calls may take.
    """

    ids: bool = False
    objectives: bool = False
    bibliography: Bibliography | None = None
    bank: bool = False
    blind: int = 0
    bank_shows: tuple[str, ...] = ()
    given_lines: int | None = None
    hints: int | None = None
    promised_points: bool = False
    explorers: bool = False
    models: str = ""
    lesson_s: float | None = None
    cell_s: float = _CELL_S
    compare_s: float = _COMPARE_S

    @classmethod
    def of(cls, course: CourseFolder) -> "Settings":
        """Return the settings of a course.

        Raises
        ------
        CourseError
            If one is unknown or of the wrong kind, or the list of sources cannot be read.
        """
        given = course.config.Autograder.get("audit", {})
        if not isinstance(given, Mapping):
            raise CourseError(
                f"{CONFIG_NAME} sets c.Autograder.audit = {given!r}: make it a dictionary, such as "
                '{"ids": True}.'
            )
        asked: dict[str, Any] = dict(given)
        for name, value in asked.items():
            kind = _KINDS.get(str(name))
            if kind is None:
                raise CourseError(
                    f"{CONFIG_NAME} asks the audit for “{name}”, which it does not know: it knows "
                    f"{', '.join(_KINDS)}."
                )
            if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
                raise CourseError(
                    f"{CONFIG_NAME} gives the audit {name} = {value!r}: make it {_SAID[kind]}."
                )
        path = asked.pop("sources", None)
        if path is not None:
            asked["bibliography"] = _known(course, path)
        asked["bank_shows"] = tuple(map(str, asked.get("bank_shows", ())))
        return cls(**asked, cell_s=cell_s_of(course))


def cell_s_of(course: CourseFolder) -> float:
    """Return the seconds that a cell of a course may take, by nbgrader's own setting."""
    limit = course.config.ExecutePreprocessor.get("timeout", _CELL_S)
    return float(limit) if isinstance(limit, int | float) and limit > 0 else _CELL_S


_KINDS: dict[str, Any] = {
    "ids": bool,
    "objectives": bool,
    "sources": str,
    "bank": bool,
    "blind": int,
    "bank_shows": list | tuple,
    "given_lines": int,
    "hints": int,
    "promised_points": bool,
    "explorers": bool,
    "models": str,
    "lesson_s": int | float,
    "compare_s": int | float,
}
_SAID = {
    bool: "True or False",
    str: "a text",
    int: "a whole number",
    int | float: "a number",
    list | tuple: "a list of names",
}


def _known(course: CourseFolder, path: str) -> Bibliography:
    try:
        return Bibliography.read(course.root / path)
    except (OSError, ValueError) as error:
        raise CourseError(
            f"The list of sources {course.root / path} cannot be read ({error}): mend it, or name "
            f"another in {CONFIG_NAME}."
        ) from error
