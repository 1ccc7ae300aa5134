"""How a course of doses is read from, and written as, what a clinician would write."""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

import numpy as np

from course.models._domain import COUNT, POSITIVE, scalar
from course.models._units import D_PER_MONTH, D_PER_WEEK, H_PER_D, MIN_PER_H, S_PER_MIN

_SPANS = (("d", H_PER_D), ("h", 1.0), ("min", 1 / MIN_PER_H))
_LONG = {"h": 1.0, "d": H_PER_D, "w": H_PER_D * D_PER_WEEK, "mo": H_PER_D * D_PER_MONTH}
_SHORT = {"m": MIN_PER_H, "s": MIN_PER_H * S_PER_MIN}  # how many of them there are in an hour
_PERIODS_H = {
    **dict.fromkeys(("hour", "hourly"), 1.0),
    **dict.fromkeys(("day", "daily", "night", "nightly", "od", "qhs", "qam", "qpm"), H_PER_D),
    **dict.fromkeys(("bid", "bd"), H_PER_D / 2),
    **dict.fromkeys(("tid", "tds"), H_PER_D / 3),
    **dict.fromkeys(("qid", "qds"), H_PER_D / 4),
    **dict.fromkeys(("qod", "eod"), H_PER_D * 2),
    **dict.fromkeys(("week", "weekly"), H_PER_D * D_PER_WEEK),
    **dict.fromkeys(("fortnight", "fortnightly"), H_PER_D * D_PER_WEEK * 2),
    **dict.fromkeys(("month", "monthly"), H_PER_D * D_PER_MONTH),
}
_TIMES = {"once": 1, "twice": 2, "two": 2, "thrice": 3, "three": 3, "four": 4}
_MG = {"g": 1e3, "mg": 1.0, "mcg": 1e-3, "ug": 1e-3, "µg".casefold(): 1e-3}
_ROUTES = {
    **{name: name for name in ("IV", "PO", "IM", "IN", "SL", "PR", "SC")},
    **dict.fromkeys(("INTRAVENOUS", "INTRAVENOUSLY"), "IV"),
    **dict.fromkeys(("ORAL", "ORALLY"), "PO"),
    **dict.fromkeys(("INTRAMUSCULAR", "INTRAMUSCULARLY"), "IM"),
    **dict.fromkeys(("INTRANASAL", "INTRANASALLY", "NASAL", "NASALLY"), "IN"),
    **dict.fromkeys(("SUBLINGUAL", "SUBLINGUALLY"), "SL"),
    **dict.fromkeys(("RECTAL", "RECTALLY"), "PR"),
    **dict.fromkeys(("SUBCUTANEOUS", "SUBCUTANEOUSLY", "SUBCUT"), "SC"),
}
_ROUNDING = 1e-12
_WRITTEN_OUT = 1e15  # larger whole numbers are written as powers of ten

_NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?"
_UNIT = (
    r"(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?)(?![a-z])"
)
_SPAN = rf"(?P<n>{_NUMBER})\s*(?P<unit>{_UNIT})"
_OFTEN = r"once|twice|thrice|(?:two|three|four|\d+)\s+times"
_PERIOD = "|".join(sorted(_PERIODS_H, key=len, reverse=True))
_HEAD = re.compile(
    rf"(?P<dose>{_NUMBER})\s*(?P<mass>[mµu]?g|mcg)(?P<per_kg>\s*/\s*kg)?"
    rf"(?:\s*(?:/|\bper\b)\s*(?P<per>{_UNIT}))?\s+(?P<route>by\s+(?:mouth|vein)|[a-z]\w*)(?!\S)",
    re.IGNORECASE,
)
# Each says one thing about the doses; they may follow in any order, each once.
_CLAUSES = tuple(
    (name, re.compile(rf"(?:{pattern})(?![^\s×])", re.IGNORECASE))
    for name, pattern in (
        ("at", r"(?:(?:starting|from|at|on)\s+)*day\s+(?P<day>\d+)"),
        ("at", rf"(?:starting\s+|from\s+)?(?:at|after|from|starting)\s+{_SPAN}"),
        ("over", rf"(?:(?:as\s+an\s+)?(?:infusion|infused)\s+)?over\s+{_SPAN}"),
        ("infusion", r"(?:as\s+an\s+)?(?:continuous\s+)?infusion"),
        ("last", rf"(?:for|[x×])\s*{_SPAN}"),
        ("count", r"(?:for|[x×])\s*(?P<n>\d+)(?:\s*(?:doses?|times))?"),
        (
            "every",
            rf"(?:(?P<times>{_OFTEN})\s+)?(?:(?:an?|per|each|every)\s+)?(?P<period>{_PERIOD})",
        ),
        ("every", rf"(?P<n>{_NUMBER})[\s-]?hourly"),
        ("every", rf"every\s+(?P<other>other|second)\s+(?P<unit>{_UNIT})"),
        ("every", rf"(?:q|every)\s*(?P<n>{_NUMBER})?\s*(?P<unit>{_UNIT})"),
        ("at_once", r"(?:as\s+an?\s+)?(?:bolus|push|stat|once|single\s+dose)"),
        ("without", r"without\s+doses?\s+(?P<missed>\d+(?:(?:\s*,\s*|\s+and\s+)\d+)*)"),
    )
)


class Written(NamedTuple):
    """What a text says about a course: the arguments of Course, and the doses left out."""

    at_h: float
    dose_mg: float
    route: str
    over_h: float
    every_h: float
    doses: int
    without: tuple[int, ...]


def read(text: str, weight_kg: float | None) -> Written:
    """Return what the text of one course says."""
    # Dots within an abbreviation, as in b.i.d., mean nothing.
    plain = re.sub(r"(?i)\b(?:[a-z]\.){2,}", lambda dotted: dotted[0].replace(".", ""), text)
    head = _HEAD.match(plain.strip())
    if not head:
        _refuse_head(plain.strip())
    said = _clauses(plain.strip()[head.end() :], text.strip())
    dose = float(head["dose"]) * _MG[head["mass"].casefold()]
    if head["per_kg"]:
        if weight_kg is None:
            raise ValueError(f"weight_kg (kg, above 0) must be given to read {text.strip()!r}.")
        dose *= scalar("weight_kg", weight_kg, "kg", POSITIVE)
    over = _hours_said(said.get("over"))
    every = _interval_h(said["every"]) if "every" in said else 0.0
    if head["per"]:
        if "over" not in said and "every" not in said and "last" in said:
            said["over"] = said.pop("last")  # '20 mg/h IV for 5 h' runs that long
            over = _hours_said(said["over"])
        dose *= over / _hours("1", head["per"])
    _ask_for_the_rest(said, text.strip(), rate=bool(head["per"]), over_h=over)
    return Written(
        at_h=_start_h(said.get("at")),
        dose_mg=dose,
        route=known_route(" ".join(head["route"].split())),
        over_h=over,
        every_h=every,
        doses=_doses(said, every),
        without=_missed(said.get("without")),
    )


def known_route(route: str) -> str:
    """Return a route as models name it, whatever word and case it was written in."""
    words = {"BY MOUTH": "PO", "BY VEIN": "IV", **_ROUTES}
    return words.get(route.upper(), route)


def span(hours: float, longest: str = "d") -> str:
    """Write a time in the unit that needs the fewest digits and still gives it back exactly."""
    units = _SPANS if longest == "d" and hours >= H_PER_D else _SPANS[1:]
    writings = [f"{digits(hours / length)} {unit}" for unit, length in units]
    exact = [w for w in writings if _hours(*w.split(" ")) == hours]
    return min(exact, key=lambda writing: len(writing.split(" ")[0]))


def digits(value: float) -> str:
    """Write a number with as few digits as give it back exactly."""
    return f"{value:.0f}" if value == round(value) and abs(value) < _WRITTEN_OUT else repr(value)


def _clauses(rest: str, text: str) -> dict[str, re.Match[str]]:
    said: dict[str, re.Match[str]] = {}
    while rest := rest.strip():
        found = ((name, clause.match(rest)) for name, clause in _CLAUSES)
        name, match = next(((n, m) for n, m in found if m), ("", None))
        if match is None:
            _refuse(text, f"{rest!r} is not understood in")
        if name in said:
            _refuse(text, f"{match[0]!r} says a second time what {said[name][0]!r} says in")
        said[name] = match
        rest = rest[match.end() :]
    return said


def _ask_for_the_rest(
    said: dict[str, re.Match[str]], text: str, *, rate: bool, over_h: float
) -> None:
    """Refuse a course that leaves something open, and say what is missing."""
    how_many = "count" in said or "last" in said
    if rate and not over_h:
        _ask(text, "for how long the rate runs, such as '20 mg/h IV for 5 h'")
    if "at_once" in said and over_h:
        _refuse(text, f"{said['at_once'][0]!r} does not go with a length of time in")
    if "infusion" in said and not over_h:
        _ask(text, "over what time the infusion runs, such as '35 mg IV over 40 min'")
    if "every" in said and not how_many:
        often = said["every"][0]
        _ask(text, f"how many doses there are, such as '{often} x 6' or '{often} for 3 days'")
    if how_many and "every" not in said:
        _ask(text, "how often, such as 'q12h x 6', or over what time, such as 'over 40 min'")
    if "count" in said and "last" in said:
        _refuse(text, f"{said['last'][0]!r} says a second time what {said['count'][0]!r} says in")


def _ask(text: str, missing: str) -> NoReturn:
    raise ValueError(f"regimen must say {missing}; it is missing in {text!r}.")


def _refuse(text: str, why: str) -> NoReturn:
    raise ValueError(
        "regimen must read like '300 mg PO q12h x 6' or '35 mg IV over 40 min at 2 h' (dose, "
        f"route, over, interval x count, start); {why} {text!r}."
    )


def _refuse_head(text: str) -> NoReturn:
    if re.fullmatch(rf"{_NUMBER}\s*(?:[mµu]?g|mcg)(?:\s*/\s*\w+)*", text, re.IGNORECASE):
        _ask(text, "by which route, such as IV or PO")
    _refuse(text, "there is no dose in g, mg or µg with a route at the beginning of")


def _hours_said(match: re.Match[str] | None) -> float:
    return _hours(match["n"], match["unit"]) if match else 0.0


def _start_h(match: re.Match[str] | None) -> float:
    """Return when a course begins: the first day is day 1."""
    if match and "day" in match.groupdict():
        return (scalar("day", int(match["day"]), "", COUNT) - 1) * H_PER_D
    return _hours_said(match)


def _interval_h(match: re.Match[str]) -> float:
    part = match.groupdict()
    if part.get("period"):
        word = (part["times"] or "once").split()[0].casefold()
        times = scalar("times", int(word), "", COUNT) if word.isdigit() else _TIMES[word]
        return _PERIODS_H[part["period"].casefold()] / times
    if part.get("other"):
        return 2 * _hours("1", part["unit"])
    return _hours(part["n"] or "1", part.get("unit") or "h")


def _missed(match: re.Match[str] | None) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", match["missed"])) if match else ()


def _doses(said: dict[str, re.Match[str]], every_h: float) -> int:
    if "every" not in said:
        return 1
    if "count" in said:
        return int(scalar("count", int(said["count"]["n"]), "", COUNT))
    doses = _hours_said(said["last"]) / scalar("every_h", every_h, "h", POSITIVE)
    return int(scalar("count", float(np.ceil(doses * (1 - _ROUNDING))), "", COUNT))


def _hours(value: str, unit: str) -> float:
    letters = unit.lower()
    if letters.startswith("mo"):
        return float(value) * _LONG["mo"]
    letter = letters[0]
    return float(value) / _SHORT[letter] if letter in _SHORT else float(value) * _LONG[letter]
