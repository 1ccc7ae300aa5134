"""Curves as matplotlib artists: made once, moved ever after, copied when held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from course.explorers import style
from course.explorers.panel import Bars, Curve, Intervals, Points

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from course.explorers.session import Held

_INTERVAL = np.array([Path.MOVETO, Path.LINETO])
_BAR = np.array([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY])
_TINT = 0.3  # held curves show through bars


def xy(curve: Curve, result: object) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Read the points of a curve from a result, as two arrays of one length."""
    x = np.atleast_1d(np.asarray(getattr(result, curve.x), dtype=np.float64))
    y = np.atleast_1d(np.asarray(getattr(result, curve.y), dtype=np.float64))
    return x, y


def artist_for(axes: Axes, curve: Curve) -> Line2D | PathPatch:
    """Make the artist of a curve, with no points yet; it is drawn on demand only."""
    stroke = curve.stroke
    artist: Line2D | PathPatch
    if isinstance(curve, Bars):
        artist = PathPatch(
            Path(np.empty((0, 2))),
            facecolor=(*to_rgb(stroke.colour), _TINT),
            edgecolor=stroke.colour,
            linewidth=1.2,
            label=curve.label,
        )
        axes.add_patch(artist)
    elif isinstance(curve, Intervals):
        artist = PathPatch(
            Path(np.empty((0, 2))),
            fill=False,
            edgecolor=stroke.colour,
            label=curve.label,
            **_line(curve),
        )
        axes.add_patch(artist)
    else:
        artist = Line2D([], [], color=stroke.colour, label=curve.label, **_line(curve))
        axes.add_line(artist)
    artist.set_animated(True)
    return artist


def _line(curve: Curve) -> dict[str, Any]:
    stroke = curve.stroke
    if isinstance(curve, Points):
        return {
            "linestyle": "none",
            "marker": stroke.marker,
            "markersize": stroke.size_pt,
            "markeredgecolor": stroke.colour if stroke.hollow else style.PAPER,
            "markerfacecolor": style.PAPER if stroke.hollow else stroke.colour,
            "zorder": 4,
            "clip_on": False,  # a point on an axis is a whole point
        }
    return {"linestyle": (0, stroke.dash) if stroke.dash else "-", "linewidth": stroke.width_pt}


def move(
    artist: Line2D | PathPatch, curve: Curve, x: NDArray[np.float64], y: NDArray[np.float64]
) -> None:
    """Give an artist new points."""
    if isinstance(artist, Line2D):
        artist.set_data(x, y)
    elif isinstance(curve, Intervals):
        artist.set_path(Path(np.column_stack((x, y)), np.tile(_INTERVAL, x.size // 2)))
    else:
        artist.set_path(_bars(x, y, curve.width if isinstance(curve, Bars) else 1.0))


def _bars(x: NDArray[np.float64], y: NDArray[np.float64], width: float) -> Path:
    """Return one path of rectangles that stand on zero."""
    half = width * (x[1] - x[0] if x.size > 1 else 1.0) / 2
    left, right, zero = x - half, x + half, np.zeros_like(y)
    corners = [(left, zero), (left, y), (right, y), (right, zero), (left, zero)]
    vertices = np.stack([np.stack(corner, axis=-1) for corner in corners], axis=1)
    return Path(vertices.reshape(-1, 2), np.tile(_BAR, x.size))


def held_line(axes: Axes, curve: Curve, one: Held[Any]) -> list[Line2D]:
    """Draw a held curve: thin, dark, dashed in its own way. Points and intervals keep a letter."""
    if isinstance(curve, Points | Intervals):
        return []
    stroke = style.HELD[one.letter]
    return axes.plot(
        *xy(curve, one.result),
        color=stroke.colour,
        linewidth=stroke.width_pt,
        linestyle=(0, stroke.dash),
        marker="." if isinstance(curve, Bars) else "",
    )
