"""The picture of an explorer: one figure, drawn once, on which only the curves move.

Axes, ticks, titles, legends and held curves are drawn into a background that is kept as
pixels. A new result restores it, moves the artists, draws those alone, and tells which pixels that
has changed. The letters of held curves lie over live lines, so that they stay readable, and live
points over all. The figure never meets pyplot, so nothing keeps it alive when the explorer is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import matplotlib.style
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import (
    FixedFormatter,
    FixedLocator,
    FuncFormatter,
    MaxNLocator,
    NullLocator,
)

from course.explorers import png, runs, style
from course.explorers.artists import artist_for, held_line, move, xy
from course.explorers.letters import held_letter
from course.explorers.panel import Points
from course.explorers.words import plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D
    from matplotlib.text import Annotation
    from numpy.typing import NDArray

    from course.explorers.declaration import Axis, Panel
    from course.explorers.session import Held

_MARGINS_PX = {"left": 62, "right": 16, "top": 58, "bottom": 48, "between": 84}
_LOOKS = ("default", style.MATPLOTLIB)


class HasPanels(Protocol):
    """What can be drawn: an explorer, or a picture that stands still."""

    @property
    def panels(self) -> tuple[Panel, ...]:
        """One or two panels, from left to right."""


class Canvas:
    """Draws the results of one explorer.

    Parameters
    ----------
    shown : Explorer or Still
        Its panels are drawn once, here.
    density : int
        Pixels a CSS pixel: 2 for a screen that has twice as many.

    Attributes
    ----------
    density : int
        As given.
    background : bytes
        What the last drawing stands on, as PNG.
    figure : matplotlib.figure.Figure
        For tests and for those who want to look closer; it is not to be changed.
    artists : list of (axes, curve, artist)
        In the order of declaration.
    """

    def __init__(self, shown: HasPanels, density: int = 1) -> None:
        self.density = density
        self._panels = shown.panels
        self._held: tuple[Held[Any], ...] = ()
        with matplotlib.style.context(_LOOKS):
            size = (style.WIDTH_PX / style.DPI, style.HEIGHT_PX / style.DPI)
            self.figure = Figure(figsize=size, dpi=density * style.DPI)
            self._canvas = FigureCanvasAgg(self.figure)
            self._axes = [
                _axes(self.figure, panel, box)
                for panel, box in zip(self._panels, _boxes(len(self._panels)), strict=True)
            ]
            self.artists = [
                (axes, curve, artist_for(axes, curve))
                for axes, panel in zip(self._axes, self._panels, strict=True)
                for curve in panel.curves
            ]
            for axes in self._axes:
                _legend(axes)
        self._held_lines: list[Line2D] = []
        self._letters: list[Annotation] = []
        self._keep_background()

    def draw(self, result: object, held: tuple[Held[Any], ...] = ()) -> bytes:
        """Draw a result over what is held, and tell the live curves from the background.

        Parameters
        ----------
        result : object
            Has the fields that the curves name.
        held : tuple of Held
            Curves for comparison.

        Returns
        -------
        bytes
            Where the picture differs from the background, as `course.explorers.runs` has it.
        """
        return runs.encode(self.pixels(result, held), self._kept)

    def pixels(self, result: object, held: tuple[Held[Any], ...] = ()) -> NDArray[np.uint8]:
        """Draw as `draw` does, and return height × width × RGBA; the next drawing reuses it."""
        if held != self._held:
            self._hold(held)
        np.copyto(self._pixels, self._kept)
        for axes, curve, artist in self.artists:
            move(artist, curve, *xy(curve, result))
            if not isinstance(curve, Points):
                axes.draw_artist(artist)
        self._pixels[self._lettered] = self._kept[self._lettered]
        for axes, curve, artist in self.artists:
            if isinstance(curve, Points):
                axes.draw_artist(artist)
        return self._pixels

    def _hold(self, held: tuple[Held[Any], ...]) -> None:
        """Put held curves into the background, where they cost nothing more."""
        for artist in (*self._held_lines, *self._letters):
            artist.remove()
        holding = [
            (axes, curve, one)
            for axes, panel in zip(self._axes, self._panels, strict=True)
            for curve in panel.curves
            if curve.held
            for one in held
        ]
        with matplotlib.style.context(_LOOKS):
            self._held_lines = [line for each in holding for line in held_line(*each)]
            self._letters = [letter for each in holding for letter in held_letter(*each)]
        self._held = held
        self._keep_background()

    def _keep_background(self) -> None:
        with matplotlib.style.context(_LOOKS):
            self._canvas.draw()  # type: ignore[no-untyped-call]  # Agg is untyped
            self._pixels = np.asarray(self._canvas.buffer_rgba())  # type: ignore[no-untyped-call]  # Agg is untyped
            without_letters = self._pixels.copy()
            self._pixels[...] = 0  # on nothing, letters tell which pixels are theirs
            self._lettered = np.nonzero(self._with_letters()[..., 3])
            np.copyto(self._pixels, without_letters)
            self._kept = self._with_letters().copy()
        self.background = png.encode(self._kept)

    def _with_letters(self) -> NDArray[np.uint8]:
        for letter in self._letters:
            self.figure.draw_artist(letter)
        return self._pixels


def _boxes(panels: int) -> list[tuple[float, float, float, float]]:
    """Return where the panels stand, as left, bottom, width, height in parts of the figure."""
    left, right, top, bottom, between = _MARGINS_PX.values()
    width = (style.WIDTH_PX - left - right - (panels - 1) * between) / panels
    height = style.HEIGHT_PX - top - bottom
    return [
        (
            (left + i * (width + between)) / style.WIDTH_PX,
            bottom / style.HEIGHT_PX,
            width / style.WIDTH_PX,
            height / style.HEIGHT_PX,
        )
        for i in range(panels)
    ]


def _axes(figure: Figure, panel: Panel, box: tuple[float, float, float, float]) -> Axes:
    axes = figure.add_axes(box)
    axes.set_title(panel.title, pad=27)
    _set_axis(axes, "x", panel.x)
    _set_axis(axes, "y", panel.y)
    return axes


def _set_axis(axes: Axes, which: str, axis: Axis) -> None:
    """Fix limits, ticks and label of one axis."""
    drawn = getattr(axes, f"{which}axis")
    getattr(axes, f"set_{which}scale")(axis.scale)
    getattr(axes, f"set_{which}lim")(axis.low, axis.high)
    getattr(axes, f"set_{which}label")(axis.heading)
    chosen = FixedLocator(axis.ticks) if axis.ticks else MaxNLocator(5, steps=[1, 2, 5, 10])
    drawn.set_major_locator(chosen)
    drawn.set_minor_locator(NullLocator())
    as_number = FuncFormatter(lambda value, _: plain(value))
    drawn.set_major_formatter(FixedFormatter(axis.names) if axis.names else as_number)


def _legend(axes: Axes) -> None:
    """Put the legend above the axes, where no curve can run into it."""
    handles, labels = axes.get_legend_handles_labels()
    if labels:
        axes.legend(
            handles,
            labels,
            loc="lower left",
            bbox_to_anchor=(0, 1.0),
            ncols=len(labels),
            borderaxespad=0.2,
            borderpad=0.2,
            columnspacing=1.0,
            handlelength=1.9,
            handletextpad=0.45,
        )
