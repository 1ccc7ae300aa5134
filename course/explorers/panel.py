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
    """

    label: str
    low: float
    high: float
    unit: str = ""
    scale: Literal["linear", "log"] = "linear"
    ticks: tuple[float, ...] = ()

    @property
    def heading(self) -> str:
        """Label with unit, as it stands beside the axis."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


@dataclass(frozen=True)
class Curve:
    """What all curves share: the fields of the result they show, a label, a stroke.

    A held curve is one that Hold keeps for comparison; references and guides are not held.
    """

    x: str
    y: str
    label: str
    stroke: Stroke
    held: bool = True


@dataclass(frozen=True)
class Line(Curve):
    """A line through all points, in order."""


@dataclass(frozen=True)
class Points(Curve):
    """Separate markers."""


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
