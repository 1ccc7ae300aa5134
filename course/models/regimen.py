"""What is given, when and how: a dosing regimen, apart from any model.

A regimen reads as a clinician would write it, and that text is its identity: regimens are equal
when their texts are, and :meth:`Regimen.parse` reads the text back.

>>> Regimen.give(300, "PO", every_h=12, count=6)
Regimen('300 mg PO q12h x 6')
>>> Regimen.parse("0.5 mg/kg IV over 40 min", weight_kg=70).text
'35 mg IV over 40 min'
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, TypeAlias, Union

from course.models._domain import COUNT, NON_NEGATIVE, POSITIVE, Interval, scalar
from course.models._objects import instances
from course.models._regimen_text import digits, known_route, read, span
from course.models._units import H_PER_D

if TYPE_CHECKING:
    from collections.abc import Iterator

RegimenOrText: TypeAlias = Union["Regimen", str]


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
        for name, value in (
            ("at_h", scalar("at_h", self.at_h, "h", NON_NEGATIVE)),
            ("dose_mg", scalar("dose_mg", self.dose_mg, "mg", NON_NEGATIVE)),
            ("route", known_route(self.route)),
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
        over = f" over {span(self.over_h)}" if self.over_h else ""
        every = span(self.every_h, longest="h" if self.every_h <= H_PER_D else "d").replace(" ", "")
        repeated = f" q{every} x {self.count}" if self.count > 1 else ""
        at = f" at {span(self.at_h)}" if self.at_h else ""
        return f"{digits(self.dose_mg)} mg {self.route}{over}{repeated}{at}"


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

        Returns
        -------
        Regimen

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
            Courses separated by semicolons or `` + ``, each a dose (g, mg, µg, or per kg; a
            rate, per h, min or d, if it is infused) and a route, and where needed in any order

            - ``over`` a time, or ``bolus`` or ``push``;
            - how often: ``q12h``, ``every 8 hours``, ``bid``, ``three times a day``, ``every
              other day``, ``twice weekly``, ``monthly`` (every four weeks) and the like, and
              with it ``x 6`` (``doses``) or ``for 3 days``;
            - ``at 2 h`` or ``starting day 2`` (the first is day 1);
            - ``without dose 3``, as if the course had been given but for it.

            Times are in months of four weeks, weeks, d, h, min or s. Capital and small letters
            are the same.
        weight_kg
            Weight for doses per kg (kg), above 0.

        Returns
        -------
        Regimen

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
        >>> Regimen.parse("0.25 mg/kg/h IV for 5 h", weight_kg=70)
        Regimen('87.5 mg IV over 5 h')
        """
        if not isinstance(text, str):
            raise TypeError(f"regimen must be a Regimen or its text, not {text!r}.")
        courses = (_course(part, weight_kg) for part in re.split(r";|\s\+\s", text))
        return cls(tuple(chain.from_iterable(courses)))

    @classmethod
    def of(cls, regimen: RegimenOrText, weight_kg: float | None = None) -> Regimen:
        """Return a regimen, given itself or its text (and the weight for doses per kg).

        Parameters
        ----------
        regimen
            A regimen or its text.
        weight_kg
            Weight for doses per kg (kg), above 0.

        Returns
        -------
        Regimen

        Raises
        ------
        ValueError
            As of :meth:`parse`.

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
        r"""Number of doses.

        .. math:: \sum_i N_i

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
        r"""All doses together (mg).

        .. math:: \sum_i N_i D_i

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
        r"""Time at which the last dose has been given in full (h).

        .. math:: \max_i [t_i + (N_i - 1) \tau_i + T_i]

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

        Returns
        -------
        Regimen

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

        Returns
        -------
        Regimen

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

    def without(self, *dose_numbers: int) -> Regimen:
        """Return the same regimen with some doses missed; the others keep their times.

        Parameters
        ----------
        *dose_numbers
            Which doses, in the order of their starts, the first being 1.

        Returns
        -------
        Regimen

        Raises
        ------
        ValueError
            If there is no dose of that number.

        Notes
        -----
        Source: notation; it holds no measured number.

        Examples
        --------
        >>> Regimen.parse("10 mg PO q24h x 7").without(3)
        Regimen('10 mg PO q24h x 2; 10 mg PO q24h x 4 at 3 d')
        """
        allowed = Interval(low=1, high=self.doses, whole=True)
        missed = {int(scalar("dose_numbers", number, "", allowed)) for number in dose_numbers}
        in_time = heapq.merge(*(_times(order, c) for order, c in enumerate(self.courses)))
        gone: dict[int, list[int]] = defaultdict(list)
        for number, (_, order, i) in enumerate(islice(in_time, max(missed, default=0)), start=1):
            if number in missed:
                gone[order].append(i)
        left = (_split(course, gone[order]) for order, course in enumerate(self.courses))
        return Regimen(tuple(chain.from_iterable(left)))

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


def _course(text: str, weight_kg: float | None) -> tuple[Course, ...]:
    said = read(text, weight_kg)
    course = Course(said.at_h, said.dose_mg, said.route, said.over_h, said.every_h, said.doses)
    return Regimen((course,)).without(*said.without).courses if said.without else (course,)


def _times(order: int, course: Course) -> Iterator[tuple[float, int, int]]:
    """Yield when each dose of a course is given, and which it is."""
    for i in range(course.count):
        yield course.at_h + i * course.every_h, order, i


def _split(course: Course, missed: list[int]) -> Iterator[Course]:
    """Yield what a course is without some of its doses, as courses."""
    edges = [-1, *sorted(set(missed)), course.count]
    for before, after in pairwise(edges):
        count = after - before - 1
        if count:
            yield replace(course, at_h=course.at_h + (before + 1) * course.every_h, count=count)


@lru_cache
def _parsed(text: str, weight_kg: float | None) -> Regimen:
    return Regimen.parse(text, weight_kg)
