"""What each argument of a lesson's exercises may be: one module a lesson, one ``FUNCTIONS`` each.

``FUNCTIONS`` maps each function that a lesson asks for to its arguments in order, with a legal
value, the unit, the range in the words of the reference solution, and values outside it.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Argument:
    """A legal value, its unit (empty for a ratio or count), the range in words, values outside.

    Attributes
    ----------
    shape : {"broadcasts", "single", "series", "word"}
        A number or an array that broadcasts against the others; one number alone; a list of
        numbers with a length of its own; no number at all, such as a name or a flag.
    optional : bool
        Whether None is legal, for "not given".
    """

    value: object
    unit: str
    range: str
    outside: tuple[object, ...] = ()
    shape: str = "broadcasts"
    optional: bool = False


def positive(value: float, unit: str = "") -> Argument:
    """Return an argument above 0."""
    return Argument(value, unit, "above 0", (0, -1.0))


def at_least_0(value: float, unit: str = "") -> Argument:
    """Return an argument that may be 0 but not below."""
    return Argument(value, unit, "at least 0", (-1, -1e-9))


def real(value: float, unit: str = "") -> Argument:
    """Return an argument of either sign."""
    return Argument(value, unit, "of either sign")


def single(argument: Argument) -> Argument:
    """Return the same argument where the function takes one number alone."""
    return replace(argument, shape="single")


def series(values: list[float], like: Argument) -> Argument:
    """Return a list of such numbers, of any length."""
    return replace(like, value=values, shape="series")


def word(value: object, allowed: str, *outside: object) -> Argument:
    """Return an argument that is no number: a name, a flag, a seed."""
    return Argument(value, "", allowed, outside, "word")


def optional(argument: Argument) -> Argument:
    """Return the same argument where None stands for "not given"."""
    return replace(argument, optional=True)
