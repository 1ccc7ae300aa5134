"""One control of an explorer: what a slider sets, in which range and steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil, floor, log10
from typing import Any, Literal

from course.explorers.words import plain, with_unit
from course.reference import Status, Value

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
        Distance of neighbouring values; on a logarithmic control, in decades. There a typed
        value may lie between steps, with three significant figures.
    scale : {"linear", "log"}
        How the slider is divided.
    choices : tuple of str
        Names of the values 0, 1, 2 ..., where the control chooses among kinds and not amounts.
    card : Value or None
        The reference card's number that it starts from, if one stands behind it.
    """

    name: str
    label: str
    unit: str
    low: float
    high: float
    start: float
    step: float
    scale: Literal["linear", "log"] = "linear"
    choices: tuple[str, ...] = ()
    card: Value | None = None

    def __post_init__(self) -> None:
        if not self.low <= self.start <= self.high or self.low == self.high:
            raise ValueError(f"{self.name} must start between {self.low} and {self.high}.")
        if self.scale == "log" and self.low <= 0:
            raise ValueError(f"{self.name} is logarithmic, so it must stay above 0.")
        first, last = self.ends
        if not 0 < self.step <= last - first:
            raise ValueError(f"{self.name} needs a step above 0 that fits its range.")
        if self.accept(self.start) != self.start:
            raise ValueError(f"{self.name} cannot start at {self.start}, which is between steps.")

    @classmethod
    def among(cls, name: str, label: str, choices: tuple[str, ...], start: int = 0) -> Control:
        """Build a control that chooses one of some kinds."""
        return cls(name, label, "", 0, len(choices) - 1, start=start, step=1, choices=choices)

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
            "step": value.step,
            "scale": value.scale.value,
            "card": value,
        }
        return cls(**{**from_card, **changes})

    @property
    def number(self) -> Value | None:
        """The number that it sets, with what is known of it; None for a choice among kinds.

        What no card says, such as a range, is a teaching choice, and the number says so.
        """
        if self.choices:
            return None
        if self.card is None:
            return self._chosen
        if self._is_as_its_card_has_it:
            return replace(self.card, label=self.label)
        note = f"its slider goes from {plain(self.low)} to {self.text(self.high)}"
        if self.start != self.card.value:
            note = f"{note} and starts at {self.text(self.start)}"
        note = f"{note}: a teaching choice"
        return replace(self.card, label=self.label, note=f"{self.card.note}; {note}".lstrip("; "))

    @property
    def _chosen(self) -> Value:
        """Its start and range as a number that was chosen here."""
        return Value(
            self.name,
            self.start,
            self.unit or "1",
            self.low,
            self.high,
            population="",
            source="",
            where="",
            status=Status.TEACHING_CHOICE,
            note="range and start of its slider",
            label=self.label,
        )

    @property
    def _is_as_its_card_has_it(self) -> bool:
        own = self.low, self.start, self.high, self.unit or "1"
        return self.card is not None and own == (
            self.card.low,
            self.card.value,
            self.card.high,
            self.card.unit,
        )

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
        """Write a value with its unit, or the name of a choice."""
        if self.choices:
            return self.choices[round(value)]
        return with_unit(plain(value), self.unit)

    @property
    def ends(self) -> tuple[float, float]:
        """Ends of the slider: those of the range, or powers of ten that enclose it.

        The powers are whole steps, so that 1, 10 and 100 lie on the slider.
        """
        if self.scale == "linear":
            return self.low, self.high
        first, last = log10(self.low) / self.step, log10(self.high) / self.step
        return floor(first) * self.step, ceil(last) * self.step

    def is_nearest_step(self, moved: float, value: float) -> bool:
        """Tell whether `moved` is merely where a slider must stand to show `value`."""
        if self.scale == "linear":
            return self.accept(moved) == self.accept(value)
        return abs(log10(moved) - log10(value)) < self.step / 2
