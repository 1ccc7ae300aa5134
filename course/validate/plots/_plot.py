"""One plot of the validation page: what it shows, and how it becomes a picture."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from course.explorers.style import HERE, MATPLOTLIB, PAPER, QUIET_INK
from course.reference import targets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

    from course.explorers.style import Stroke
    from course.reference import Published

SIZE_INCHES = (6.2, 3.7)
# The same numbers give the same file, byte by byte.
_SETTINGS: dict[Any, Any] = {**MATPLOTLIB, "svg.hashsalt": "cleft", "svg.fonttype": "path"}


@dataclass(frozen=True, slots=True)
class Plot:
    """A model beside what was published.

    Attributes
    ----------
    lesson
        Number of the lesson it belongs to.
    title
        What is compared.
    caption
        What a reader should see in it, and what the model leaves out.
    sources
        Keys of the publications whose numbers it shows.
    datasets
        Names of the data sets that it shows.
    draw
        Draws on the axes, and returns the same in words for those who cannot see it.
    """

    lesson: int
    title: str
    caption: str
    sources: tuple[str, ...]
    datasets: tuple[str, ...]
    draw: Callable[[Axes], str]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn plot: an address that carries the whole image, and its alternative text."""

    address: str
    words: str


@cache
def picture(plot: Plot) -> Picture:
    """Draw a plot as SVG."""
    with mpl.rc_context(_SETTINGS):
        figure = Figure(figsize=SIZE_INCHES, layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        words = plot.draw(axes)
        if axes.get_legend_handles_labels()[0]:
            axes.legend(frameon=True, facecolor=PAPER, edgecolor="none", framealpha=0.9)
        drawn = io.BytesIO()
        figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    content = base64.b64encode(drawn.getvalue()).decode("ascii")
    return Picture(f"data:image/svg+xml;base64,{content}", words)


def line(axes: Axes, x: ArrayLike, y: ArrayLike, stroke: Stroke, label: str) -> None:
    """Draw what a model gives."""
    style = (0, stroke.dash) if stroke.dash else "solid"
    axes.plot(x, y, color=stroke.colour, linestyle=style, linewidth=stroke.width_pt, label=label)


def measured(
    axes: Axes,
    x: ArrayLike,
    y: ArrayLike,
    label: str,
    *,
    spread: ArrayLike | None = None,
    aside: ArrayLike | None = None,
    stroke: Stroke = HERE,
) -> None:
    """Draw what was measured: points, with bars if the spread is known, or its like along x.

    Either is one length a point, or two rows: below and above.
    """
    axes.errorbar(
        x,
        y,
        xerr=aside,
        yerr=spread,
        color=stroke.colour,
        linestyle="none",
        marker=stroke.marker,
        markersize=stroke.size_pt * 0.8,
        elinewidth=1.4,
        capsize=3.5,
        zorder=3,
        label=label,
    )


def band(axes: Axes, low: float, high: float, label: str) -> None:
    """Shade a range that was published without points."""
    axes.axhspan(low, high, color=QUIET_INK, alpha=0.16, linewidth=0, label=label)


def published(target: str) -> Sequence[Published]:
    """Return what was published of a target: the only home of such a figure."""
    return targets()[target].published


def middle(figure: Published) -> float:
    """Return a published figure, or the middle of the range if only that was reported."""
    return (figure.low + figure.high) / 2 if figure.value is None else figure.value


def listed(values: ArrayLike, form: str = ".3g") -> str:
    """Return numbers as words: "1, 2 and 3".

    >>> listed([1, 2.5, 30])
    '1, 2.5 and 30'
    """
    texts = [format(value, form) for value in np.ravel(values)]
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"
