"""One control of an explorer: what a slider sets, in which range and steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING, Any, Literal

from course.explorers.words import plain, with_unit

if TYPE_CHECKING:
    from course.reference import Value

Settings = Mapping[str, float]
"""A number for each control, by the control's name."""


@dataclass(frozen=True)
class Control:
    """One slider with its numeric box.

    Attributes
    ----------
    name : str
        The argument of the model that it sets.
    label, unit : str
        What a student reads.
    low, high, start : float
        Range and first value, in the unit.
    step : float
        Distance of neighbouring values. A logarithmic control needs none: its values have
        three significant figures.
    scale : {"linear", "log"}
        How the slider is divided.
    """

    name: str
    label: str
    unit: str
    low: float
    high: float
    start: float
    step: float = 0.0
    scale: Literal["linear", "log"] = "linear"

    def __post_init__(self) -> None:
        if not self.low <= self.start <= self.high or self.low == self.high:
            raise ValueError(f"{self.name} must start between {self.low} and {self.high}.")
        if self.scale == "linear" and not 0 < self.step <= self.high - self.low:
            raise ValueError(f"{self.name} needs a step above 0 that fits its range.")
        if self.scale == "log" and self.low <= 0:
            raise ValueError(f"{self.name} is logarithmic, so it must stay above 0.")
        if self.accept(self.start) != self.start:
            raise ValueError(f"{self.name} cannot start at {self.start}, which is between steps.")

    @classmethod
    def of(cls, value: Value, label: str, **changes: Any) -> Control:  # noqa: ANN401 - its own fields
        """Build a control from a reference card: name, unit, range, start and step.

        Parameters
        ----------
        value : Value
            The card's number.
        label : str
            What a student reads.
        **changes
            Fields of the control that are to differ from the card.
        """
        from_card = {
            "name": value.name,
            "label": label,
            "unit": "" if value.unit == "1" else value.unit,
            "low": value.low,
            "high": value.high,
            "start": value.value,
            "step": value.step or 0.0,
            "scale": value.scale.value,
        }
        return cls(**{**from_card, **changes})

    @property
    def heading(self) -> str:
        """Label with unit, as it stands beside the slider."""
        return f"{self.label} ({self.unit})" if self.unit else self.label

    def accept(self, value: float) -> float:
        """Return the nearest value that the control can take."""
        value = min(max(float(value), self.low), self.high)
        if self.scale == "log":
            return float(f"{value:.2e}")
        stepped = self.low + round((value - self.low) / self.step) * self.step
        return min(float(f"{stepped:.10g}"), self.high) + 0.0

    def text(self, value: float) -> str:
        """Write a value with its unit."""
        return with_unit(plain(value), self.unit)

    @property
    def exponents(self) -> tuple[float, float]:
        """Powers of ten of the ends of a logarithmic control."""
        return log10(self.low), log10(self.high)
