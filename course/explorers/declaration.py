"""What an explorer is, declared as data: a model, its controls, panels, words and tasks.

Nothing here knows of matplotlib or widgets, so a declaration can be read, tested and drawn
anywhere. A lesson's module imports all that it needs to declare from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import EllipsisType
from typing import TYPE_CHECKING, Generic, TypeVar

from course.explorers.control import Control, Settings
from course.explorers.panel import Axis, Bars, Curve, Line, Panel, Points
from course.explorers.prediction import Prediction
from course.explorers.words import join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from course.reference import Value

__all__ = [
    "Axis",
    "Bars",
    "Challenge",
    "Control",
    "Curve",
    "Explorer",
    "Line",
    "Panel",
    "Points",
    "Prediction",
    "Settings",
]

R = TypeVar("R")
ALWAYS_THERE = frozenset({"Reset", "Hold", "Clear held"})
"""Names of the buttons that every explorer has."""


@dataclass(frozen=True)
class Challenge(Generic[R]):
    """A task "find the setting where ...", how it is recognised, and what it shows."""

    task: str
    solved: Callable[[Settings, R], bool]
    lesson: str


@dataclass(frozen=True)
class Explorer(Generic[R]):
    """A live model.

    Attributes
    ----------
    name, title : str
        Name for `explore`, and title for the reader.
    model : callable
        Takes each control's name as a keyword, returns a frozen result. Pure and fast.
    controls : tuple of Control
        One to four.
    panels : tuple of Panel
        One or two.
    sentence : callable
        (settings, result) -> the result in words, with numbers and units.
    presets : mapping
        Name -> settings; controls that it leaves out return to their start.
    challenges : tuple of Challenge
        Tasks that recognise their own solution.
    constants : tuple of Value
        Numbers of the model that no control sets.
    code : str
        The lines that compute the curves; ``$name`` stands for a control's present value.
    prediction : Prediction or None
        What the lesson asks beforehand.
    """

    name: str
    title: str
    model: Callable[..., R]
    controls: tuple[Control, ...]
    panels: tuple[Panel, ...]
    sentence: Callable[[Settings, R], str]
    presets: Mapping[str, Settings]
    challenges: tuple[Challenge[R], ...]
    constants: tuple[Value, ...]
    code: str
    prediction: Prediction[R] | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.panels) <= 2:
            raise ValueError(f"{self.name} must have one or two panels.")
        if not 1 <= len(self.controls) <= 4:
            raise ValueError(f"{self.name} must have one to four controls.")
        for panel in self.panels:
            for curve in panel.curves:
                panel.name_of(curve)  # refuses one that no reader could name
        if taken := ALWAYS_THERE & set(self.presets):
            raise ValueError(f"{self.name} cannot have a preset named {join(sorted(taken))}.")
        for settings in (*self.presets.values(), self.prediction.at if self.prediction else {}):
            for name, value in settings.items():
                if self.control(name).accept(value) != value:
                    raise ValueError(f"{self.name} cannot set {name} to {value}.")

    def control(self, name: str) -> Control:
        """Return the control of that name."""
        for control in self.controls:
            if control.name == name:
                return control
        raise ValueError(f"{self.name} has no control named {name}.")

    @cached_property
    def start(self) -> Settings:
        """Settings at the start."""
        return {control.name: control.start for control in self.controls}

    @cached_property
    def numbers(self) -> tuple[Value, ...]:
        """All numbers behind the picture, constants first, and where they come from."""
        set_by_controls = (control.number for control in self.controls)
        return (*self.constants, *(one for one in set_by_controls if one))

    def accept(self, settings: Settings) -> Settings:
        """Return complete settings, each the nearest that its control can take."""
        whole = {**self.start, **settings}
        return {name: self.control(name).accept(value) for name, value in whole.items()}

    def result(self, settings: Settings) -> R:
        """Run the model."""
        return self.model(**settings)

    def quote(self, said: object) -> str:
        """Quote a prediction; empty where none was asked, or none is wanted (None)."""
        if self.prediction is None or said is None:
            return ""
        if isinstance(said, EllipsisType):
            return self.prediction.invitation
        return self.prediction.quote(said, self.result(self.accept(self.prediction.at)))
