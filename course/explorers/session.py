"""One student's use of an explorer, without any widget: settings, held curves, found tasks."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING, Generic, TypeVar

from course.explorers.style import HELD
from course.explorers.words import join, plain

if TYPE_CHECKING:
    from course.explorers.declaration import Axis, Explorer, Panel, Settings

R = TypeVar("R")


@dataclass(frozen=True)
class Held(Generic[R]):
    """A kept result: its letter, the settings it belongs to, the result."""

    letter: str
    settings: Settings
    result: R


class Session(Generic[R]):
    """The state behind one picture.

    Parameters
    ----------
    explorer : Explorer
        What is explored.

    Attributes
    ----------
    settings : mapping
        The present number of each control.
    result : object
        What the model makes of them.
    held : tuple of Held
        Curves kept for comparison, oldest first.
    """

    def __init__(self, explorer: Explorer[R]) -> None:
        self.explorer = explorer
        self.held: tuple[Held[R], ...] = ()
        self._found: dict[int, str] = {}
        self._go_to(explorer.start)

    def change(self, **settings: float) -> None:
        """Set some controls and leave the others."""
        self._go_to({**self.settings, **settings})

    def preset(self, name: str) -> None:
        """Go to a preset; what it does not mention returns to its start."""
        self._go_to(self.explorer.presets[name])

    def reset(self) -> None:
        """Return to the start. What is held or found stays."""
        self._go_to(self.explorer.start)

    def hold(self) -> None:
        """Keep the present curves, unless they are held; a fifth takes the oldest's place."""
        if any(one.settings == self.settings for one in self.held):
            return
        held = self.held[1:] if len(self.held) == len(HELD) else self.held
        letter = next(letter for letter in HELD if letter not in {one.letter for one in held})
        self.held = (*held, Held(letter, self.settings, self.result))

    def clear(self) -> None:
        """Let go of all held curves."""
        self.held = ()

    def _go_to(self, settings: Settings) -> None:
        self.settings = self.explorer.accept(settings)
        self.result = self.explorer.result(self.settings)
        for index, challenge in enumerate(self.explorer.challenges):
            if index not in self._found and challenge.solved(self.settings, self.result):
                self._found[index] = f"Found: {self.where(self.settings)}. {challenge.lesson}"

    def where(self, settings: Settings) -> str:
        """Say settings in words."""
        return join(
            [
                f"{_within_a_sentence(control.label)} {control.text(settings[control.name])}"
                for control in self.explorer.controls
            ]
        )

    @property
    def sentence(self) -> str:
        """The present result in words."""
        return self.explorer.sentence(self.settings, self.result)

    @property
    def found(self) -> tuple[str, ...]:
        """For each challenge what its solution showed, or nothing."""
        return tuple(self._found.get(i, "") for i in range(len(self.explorer.challenges)))

    @property
    def kept(self) -> tuple[str, ...]:
        """What is held, with its settings."""
        return tuple(
            f"{one.letter}, {HELD[one.letter].in_words}: {self.where(one.settings)}"
            for one in self.held
        )

    @property
    def code(self) -> str:
        """The lines that compute the present curves."""
        values = {name: f"{value:.10g}" for name, value in self.settings.items()}
        return Template(self.explorer.code).substitute(values).strip()

    @property
    def alt(self) -> str:
        """The picture in words, for those who do not see it."""
        panels = self.explorer.panels
        places = ("Left: ", "Right: ") if len(panels) == 2 else ("",)
        drawn = [place + _panel_in_words(one) for place, one in zip(places, panels, strict=True)]
        kept = [f"Held for comparison: {line}." for line in self.kept]
        return " ".join([f"{self.explorer.title}.", *drawn, self.sentence, *kept])


def _panel_in_words(panel: Panel) -> str:
    curves = [f"{curve.name} ({curve.stroke.in_words})" for curve in panel.curves if curve.label]
    shows = f" It shows {join(curves)}." if curves else ""
    axes = f"{_axis_in_words(panel.y)} against {_axis_in_words(panel.x, lower=True)}."
    return f"{panel.title}. {axes}{shows}"


def _axis_in_words(axis: Axis, *, lower: bool = False) -> str:
    heading = axis.heading[0].lower() + axis.heading[1:] if lower else axis.heading
    kind = ", logarithmic" if axis.scale == "log" else ""
    return f"{heading} from {plain(axis.low)} to {plain(axis.high)}{kind}"


def _within_a_sentence(label: str) -> str:
    """Begin a label small, unless an abbreviation begins it, and close an apposition in it."""
    first = label[:1].lower() if label[1:2].islower() else label[:1]
    return f"{first}{label[1:]}{',' if ', ' in label else ''}"
