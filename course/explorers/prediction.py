"""What a student commits to before exploring, quoted back beside the model's answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Generic, TypeVar

from course.explorers.words import MINUS, plain, three, with_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.explorers.control import Settings

R = TypeVar("R")


@dataclass(frozen=True)
class Prediction(Generic[R]):
    """What the student commits to before exploring, and the model's answer to it.

    Attributes
    ----------
    question : str
        What was asked, as in "asked how high the tonic level is at half occupancy".
    answer : callable
        Result -> the model's answer, a number or a phrase.
    at : mapping
        Settings at which the model is asked, where they are not those of the start.
    unit : str
        Unit of a number.
    """

    question: str
    answer: Callable[[R], float | str]
    at: Settings = field(default_factory=dict)
    unit: str = ""

    def quote(self, said: object, result: R) -> str:
        """Quote a committed prediction beside the model's answer."""
        answer = self.answer(result)
        mine = _number(said, self.unit)
        if isinstance(answer, str) or mine is None:
            model = answer if isinstance(answer, str) else with_unit(three(answer), self.unit)
            return f"Asked {self.question}, you said “{_shortened(said)}”. The model says {model}."
        spoken, model = with_unit(plain(mine), self.unit), with_unit(three(answer), self.unit)
        verdict = _verdict(mine, answer, self.unit)
        return f"Asked {self.question}, you said {spoken}. The model says {model}: {verdict}."

    @property
    def invitation(self) -> str:
        """What stands there until the student has committed to something."""
        return (
            f"You have not said yet {self.question}. Write your prediction in the cell above, run "
            f"it, and run this cell again: the model's answer will stand beside yours."
        )


def _number(said: object, unit: str) -> float | None:
    """Read a prediction as a finite number, with or without its unit; None if it is none."""
    if isinstance(said, str):
        said = said.replace(MINUS, "-").strip().removesuffix(unit)
    try:
        number = float(said)  # type: ignore[arg-type]  # a student may commit to anything
    except (TypeError, ValueError, OverflowError):
        return None
    return number if isfinite(number) else None


def _shortened(said: object) -> str:
    """Quote what was committed, on one line of at most 80 characters."""
    try:
        text = " ".join(str(said).split())
    except ValueError:  # Python writes no whole number of more than some thousand digits
        return "a very large number"
    return text if len(text) <= 80 else f"{text[:79]}…"


def _verdict(mine: float, model: float, unit: str) -> str:
    """Compare a predicted number with the model's."""
    if abs(mine - model) <= 0.1 * abs(model):
        return "you came within a tenth of it"
    if mine > 0 and model > mine:
        return f"{three(model / mine)} times your number"
    if model > 0 and mine > model:
        return f"your number is {three(mine / model)} times that"
    return f"the two are {with_unit(three(abs(mine - model)), unit)} apart"
