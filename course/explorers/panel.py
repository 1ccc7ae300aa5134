"""What an explorer draws: panels with fixed axes, on which curves move.

A curve names the fields of the model's result that it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from course.explorers.style import Stroke


@dataclass(frozen=True)
class Axis:
    """One fixed axis: only curves move.

    `ticks` may be given; a logarithmic axis must have them, so that they read as plain numbers.
    `names` stand at the ticks in place of numbers, where an axis shows things side by side.
    """

    label: str
    low: float
    high: float
    unit: str = ""
    scale: Literal["linear", "log"] = "linear"
    ticks: tuple[float, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Label with unit, as it stands beside the axis."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


@dataclass(frozen=True)
class Curve:
    """What all curves share: the fields of the result they show, a label, a stroke.

    A held curve is one that Hold keeps for comparison; references and guides are not held.
    `words` name a curve in full where its label, in the legend's narrow line, cannot.
    """

    x: str
    y: str
    label: str
    stroke: Stroke
    held: bool = True
    words: str = ""

    @property
    def name(self) -> str:
        """What the alternative text and a saved file call it; empty without a label."""
        return self.words or self.label


@dataclass(frozen=True)
class Line(Curve):
    """A line through all points, in order."""


@dataclass(frozen=True)
class Points(Curve):
    """Separate markers."""


@dataclass(frozen=True)
class Intervals(Curve):
    """A line from the first point to the second, from the third to the fourth, and so on."""


@dataclass(frozen=True)
class Bars(Curve):
    """Bars from zero, `width` of the distance between neighbours wide."""

    width: float = 0.8


@dataclass(frozen=True)
class Panel:
    """One pair of axes with its curves. An unlabelled curve has no place in the legend."""

    title: str
    x: Axis
    y: Axis
    curves: tuple[Curve, ...]

    def name_of(self, curve: Curve) -> str:
        """Return the name of a curve, or of the one whose stroke or points it repeats.

        Raises
        ------
        ValueError
            If nothing in the panel tells a reader what the curve is.
        """
        for other in (curve, *self.curves):
            same_points = (other.x, other.y) == (curve.x, curve.y)
            if other.label and (other.stroke == curve.stroke or same_points):
                return other.name
        raise ValueError(f"{self.title} must label {curve.y}, for it repeats no labelled curve.")
