"""What a student commits to before exploring, quoted back beside the model's answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from course.explorers.words import plain, three, with_unit

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
        What was asked, as a noun phrase: "the tonic level, in nM, at half occupancy".
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
        if isinstance(answer, str):
            return f"Your prediction for {self.question}: “{_spoken(said)}”. The model: {answer}."
        mine, model = _number(said), with_unit(three(answer), self.unit)
        spoken = _spoken(said) if mine is None else with_unit(_spoken(said), self.unit)
        verdict = "" if mine is None else f" {_verdict(mine, answer)}"
        return f"Your prediction for {self.question}: {spoken}. The model: {model}.{verdict}"

    @property
    def invitation(self) -> str:
        """What stands there until the student has committed to something."""
        return (
            f"No prediction yet for {self.question}. Write yours in the cell above, run it, "
            f"and run this cell again: the model's answer will stand beside it."
        )


def _number(said: object) -> float | None:
    """Read a prediction as a number, or None if it is none."""
    try:
        return float(said)  # type: ignore[arg-type]  # a student may commit to anything
    except (TypeError, ValueError):
        return None


def _spoken(said: object) -> str:
    """Quote what was committed, in at most 80 characters."""
    text = plain(said) if isinstance(said, int | float) else " ".join(str(said).split())
    return text if len(text) <= 80 else f"{text[:79]}…"


def _verdict(mine: float, model: float) -> str:
    """Compare a predicted number with the model's."""
    if abs(mine - model) <= 0.1 * abs(model):
        return "You came within a tenth of it."
    if mine > 0 and model > 0:
        if model > mine:
            return f"That is {three(model / mine)} times yours."
        return f"Yours is {three(mine / model)} times that."
    return f"They differ by {three(abs(mine - model))}."
