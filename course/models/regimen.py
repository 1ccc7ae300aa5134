"""What is given, when and how: a dosing regimen, apart from any model.

A regimen reads as a clinician would write it, and that text is its identity: regimens are equal
when their texts are, and :meth:`Regimen.parse` reads the text back.

>>> Regimen.give(300, "PO", every_h=12, count=6)
Regimen('300 mg PO q12h x 6')
>>> Regimen.parse("0.5 mg/kg IV over 40 min", weight_kg=70).text
'35 mg IV over 40 min'
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias, Union

import numpy as np

from course.models._domain import COUNT, NON_NEGATIVE, POSITIVE, scalar
from course.models._objects import instances
from course.models._units import D_PER_WEEK, H_PER_D, MIN_PER_H, S_PER_MIN

RegimenOrText: TypeAlias = Union["Regimen", str]

_SPANS = (("d", H_PER_D), ("h", 1.0), ("min", 1 / MIN_PER_H))
_LONG = {"h": 1.0, "d": H_PER_D, "w": H_PER_D * D_PER_WEEK}  # h, by a unit's first letter
_SHORT = {"m": MIN_PER_H, "s": MIN_PER_H * S_PER_MIN}  # how many of them there are in an hour
_WORDS = {
    **dict.fromkeys(("daily", "once daily", "od"), H_PER_D),
    **dict.fromkeys(("bid", "bd", "twice daily"), H_PER_D / 2),
    **dict.fromkeys(("tid", "tds", "three times daily"), H_PER_D / 3),
    **dict.fromkeys(("qid", "qds", "four times daily"), H_PER_D / 4),
    **dict.fromkeys(("weekly", "once weekly"), H_PER_D * D_PER_WEEK),
}
_MG = {"g": 1e3, "mg": 1.0, "mcg": 1e-3, "ug": 1e-3, "µg".casefold(): 1e-3}
_ROUTES = ("IV", "PO", "IM", "IN", "SL", "PR", "SC")  # in whatever case they are written
_ROUNDING = 1e-12
_WRITTEN_OUT = 1e15  # larger whole numbers are written as powers of ten
_NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?"
_TIME = r"(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?)"
_WORD = "|".join(_WORDS).replace(" ", r"\s+")
_COURSE = re.compile(
    rf"(?P<dose>{_NUMBER})\s*(?P<unit>[mµu]?g|mcg)(?P<per_kg>\s*/\s*kg)?\s+(?P<route>[a-z]\w*)"
    rf"(?:\s+bolus|\s+over\s+(?P<over>{_NUMBER})\s*(?P<over_unit>{_TIME}))?"
    rf"(?:\s+(?:(?:q|every)\s*(?P<every>{_NUMBER})?\s*(?P<every_unit>{_TIME})|(?P<word>{_WORD}))"
    rf"(?:\s*[x×]\s*(?P<count>\d+)|\s+for\s+(?P<last>{_NUMBER})\s*(?P<last_unit>{_TIME})))?"
    rf"(?:\s+at\s+(?P<at>{_NUMBER})\s*(?P<at_unit>{_TIME}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Course:
    """Equal doses by one route at equal intervals; a single dose is a course of one.

    Parameters
    ----------
    at_h
        Start of the first dose (h), at least 0.
    dose_mg
        Each dose (mg), at least 0.
    route
        How it is given: ``IV``, ``PO``, ``IM``, ``IN``, ``SL``, ``PR`` or ``SC`` in any case, or
        whatever else a model knows it as.
    over_h
        Length of each dose's constant infusion (h); 0 is all at once.
    every_h
        Time from one dose to the next (h), above 0 if there are several; 0 for a single one.
    count
        Number of doses, a whole number of at least 1.

    Raises
    ------
    ValueError
        If a number is outside its range, or the route is not one word.

    Notes
    -----
    Source: notation; it holds no measured number.

    Examples
    --------
    >>> Regimen.parse("10 mg PO q24h x 7").courses
    (Course(at_h=0.0, dose_mg=10.0, route='PO', over_h=0.0, every_h=24.0, count=7),)
    """

    at_h: float
    dose_mg: float
    route: str
    over_h: float = 0.0
    every_h: float = 0.0
    count: int = 1

    def __post_init__(self) -> None:
        count = int(scalar("count", self.count, "", COUNT))
        every = scalar("every_h", self.every_h, "h", NON_NEGATIVE if count == 1 else POSITIVE)
        if not isinstance(self.route, str) or not re.fullmatch(r"[A-Za-z]\w*", self.route):
            raise ValueError(f"route must be one word, such as IV or PO, not {self.route!r}.")
        known = self.route.upper() in _ROUTES
        for name, value in (
            ("at_h", scalar("at_h", self.at_h, "h", NON_NEGATIVE)),
            ("dose_mg", scalar("dose_mg", self.dose_mg, "mg", NON_NEGATIVE)),
            ("route", self.route.upper() if known else self.route),
            ("over_h", scalar("over_h", self.over_h, "h", NON_NEGATIVE)),
            ("every_h", every if count > 1 else 0.0),
            ("count", count),
        ):
            object.__setattr__(self, name, value)

    @property
    def text(self) -> str:
        """The course as a clinician writes it.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.give(10, "PO", every_h=24, count=7).courses[0].text
        '10 mg PO q24h x 7'
        """
        over = f" over {_span(self.over_h)}" if self.over_h else ""
        every = _span(self.every_h, longest="h" if self.every_h <= H_PER_D else "d").replace(
            " ", ""
        )
        repeated = f" q{every} x {self.count}" if self.count > 1 else ""
        at = f" at {_span(self.at_h)}" if self.at_h else ""
        return f"{_digits(self.dose_mg)} mg {self.route}{over}{repeated}{at}"


@dataclass(frozen=True, eq=False, repr=False)
class Regimen:
    """Courses of doses, in the order of their first doses.

    Parameters
    ----------
    courses
        What is given. Regimens add up: ``loading + maintenance``.

    Raises
    ------
    ValueError
        If ``courses`` holds anything but courses.

    Notes
    -----
    A dose given exactly at a time counts at that time. An infusion is active from its start to
    its end. Doses may overlap; they add up.
    Source: notation; it holds no measured number.

    Examples
    --------
    >>> Regimen.parse("10 mg IV; 5 mg PO q12h x 4 at 12 h").doses
    5
    """

    courses: tuple[Course, ...]

    def __post_init__(self) -> None:
        courses = instances("courses", self.courses, Course)
        object.__setattr__(self, "courses", tuple(sorted(courses)))

    @classmethod
    def give(
        cls,
        dose_mg: float,
        route: str,
        *,
        over_h: float = 0,
        every_h: float = 0,
        count: int = 1,
        at_h: float = 0,
    ) -> Regimen:
        """Return a regimen of one course.

        Parameters
        ----------
        dose_mg, route, over_h, every_h, count, at_h
            As in :class:`Course`.

        Raises
        ------
        ValueError
            If an argument is outside its range.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.give(20, "IV") + Regimen.give(10, "PO", every_h=24, count=7, at_h=24)
        Regimen('20 mg IV; 10 mg PO q24h x 7 at 1 d')
        """
        return cls((Course(at_h, dose_mg, route, over_h, every_h, count),))

    @classmethod
    def parse(cls, text: str, weight_kg: float | None = None) -> Regimen:
        """Return the regimen that a text describes.

        Parameters
        ----------
        text
            Courses separated by semicolons, each a dose (g, mg, µg, or per kg), a route, and
            where needed ``over`` a time or ``bolus``, ``q`` (or ``every``) an interval and ``x`` a
            count or ``for`` a time, ``at`` a time. ``daily``, ``bid``, ``tid``, ``qid``,
            ``weekly`` and the like are intervals too. Times are in weeks, d, h, min or s.
            Capital and small letters are the same.
        weight_kg
            Weight for doses per kg (kg), above 0.

        Raises
        ------
        TypeError
            If it is no text.
        ValueError
            If the text cannot be read, or a number in it is outside its range.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.parse("10 mg IV; 5 mg PO bid x 4 at 12 h").doses
        5
        >>> Regimen.parse("10 mg po every 8 hours for 7 days")
        Regimen('10 mg PO q8h x 21')
        """
        if not isinstance(text, str):
            raise TypeError(f"regimen must be a Regimen or its text, not {text!r}.")
        return cls(tuple(_course(part, weight_kg) for part in text.split(";")))

    @classmethod
    def of(cls, regimen: RegimenOrText, weight_kg: float | None = None) -> Regimen:
        """Return a regimen, given itself or its text (and the weight for doses per kg).

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.of("0.5 mg/kg IV", 70).total_mg
        35.0
        """
        if isinstance(regimen, Regimen):
            return regimen
        known = isinstance(regimen, str)
        return _parsed(regimen, weight_kg) if known else cls.parse(regimen, weight_kg)

    @property
    def text(self) -> str:
        """The regimen as a clinician writes it, which is its identity.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.give(35, "IV", over_h=1).text
        '35 mg IV over 1 h'
        """
        return "; ".join(course.text for course in self.courses)

    @property
    def doses(self) -> int:
        """Number of doses.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.parse("10 mg PO q24h x 7").doses
        7
        """
        return sum(course.count for course in self.courses)

    @property
    def total_mg(self) -> float:
        """All doses together (mg).

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.parse("10 mg PO q24h x 7").total_mg
        70.0
        """
        return sum(course.dose_mg * course.count for course in self.courses)

    @property
    def end_h(self) -> float:
        """Time at which the last dose has been given in full (h).

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.parse("35 mg IV over 40 min").end_h
        0.6666666666666666
        """
        return max(
            (c.at_h + (c.count - 1) * c.every_h + c.over_h for c in self.courses), default=0.0
        )

    @property
    def repeated(self) -> Course:
        """The one repeated course that this regimen is; anything else is a ``ValueError``.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.parse("10 mg PO q24h x 7").repeated.every_h
        24.0
        """
        if len(self.courses) != 1 or self.courses[0].count == 1:
            raise ValueError(
                "course must be one repeated course, such as '10 mg PO q24h x 2', not "
                f"{self.text!r}."
            )
        return self.courses[0]

    def delayed(self, by_h: float) -> Regimen:
        """Return the same regimen begun later.

        Parameters
        ----------
        by_h
            Delay (h), at least 0.

        Raises
        ------
        ValueError
            If ``by_h`` is outside its range.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.parse("10 mg PO").delayed(2).text
        '10 mg PO at 2 h'
        """
        delay = scalar("by_h", by_h, "h", NON_NEGATIVE)
        return Regimen(tuple(replace(c, at_h=c.at_h + delay) for c in self.courses))

    def scaled(self, factor: float) -> Regimen:
        """Return the same regimen with every dose multiplied.

        Parameters
        ----------
        factor
            At least 0.

        Raises
        ------
        ValueError
            If ``factor`` is outside its range.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.parse("10 mg PO").scaled(0.5).text
        '5 mg PO'
        """
        times = scalar("factor", factor, "", NON_NEGATIVE)
        return Regimen(tuple(replace(c, dose_mg=c.dose_mg * times) for c in self.courses))

    def __add__(self, other: Regimen) -> Regimen:
        return Regimen(self.courses + other.courses)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Regimen) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Regimen({self.text!r})"


@lru_cache
def _parsed(text: str, weight_kg: float | None) -> Regimen:
    return Regimen.parse(text, weight_kg)


def _course(text: str, weight_kg: float | None) -> Course:
    found = _COURSE.fullmatch(text.strip())
    if not found:
        raise ValueError(
            "regimen must read like '300 mg PO q12h x 6' or '35 mg IV over 40 min at 2 h' (dose, "
            f"route, over, interval x count, start), not {text.strip()!r}."
        )
    part = found.groupdict()
    dose = float(part["dose"]) * _MG[part["unit"].casefold()]
    if part["per_kg"]:
        if weight_kg is None:
            raise ValueError(f"weight_kg (kg, above 0) must be given to read {text.strip()!r}.")
        dose *= scalar("weight_kg", weight_kg, "kg", POSITIVE)
    word = " ".join((part["word"] or "").casefold().split())
    every = _WORDS.get(word) or _hours(part["every"] or "1", part["every_unit"])
    count = float(part["count"] or 1)
    if part["last"]:
        doses = _hours(part["last"], part["last_unit"]) / scalar("every_h", every, "h", POSITIVE)
        count = float(np.ceil(doses * (1 - _ROUNDING)))
    return Course(
        at_h=_hours(part["at"], part["at_unit"]),
        dose_mg=dose,
        route=part["route"],
        over_h=_hours(part["over"], part["over_unit"]),
        every_h=every,
        count=int(scalar("count", count, "", COUNT)),
    )


def _hours(value: str | None, unit: str | None) -> float:
    if value is None or unit is None:
        return 0.0
    letter = unit[0].lower()
    return float(value) / _SHORT[letter] if letter in _SHORT else float(value) * _LONG[letter]


def _span(hours: float, longest: str = "d") -> str:
    """Write a time in the unit that needs the fewest digits and still gives it back exactly."""
    units = _SPANS if longest == "d" and hours >= H_PER_D else _SPANS[1:]
    writings = [f"{_digits(hours / length)} {unit}" for unit, length in units]
    exact = [w for w in writings if _hours(*w.split(" ")) == hours]
    return min(exact, key=lambda writing: len(writing.split(" ")[0]))


def _digits(value: float) -> str:
    return f"{value:.0f}" if value == round(value) and abs(value) < _WRITTEN_OUT else repr(value)
