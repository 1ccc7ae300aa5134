"""The letters of held curves: each on its curve, and none on another.

A letter takes the free place of its curve that is nearest to where its kind stands by habit. Where
a curve has no free place left, above all a single point, the letter stands beside it on a short
line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from course.explorers import style
from course.explorers.artists import xy
from course.explorers.panel import Curve, Points

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation
    from numpy.typing import NDArray

    from course.explorers.session import Held

# Part of the curve that lies before the letter, so that equal curves stay readable.
_HABIT = {"A": 0.30, "B": 0.42, "C": 0.54, "D": 0.66}
_APART_PX = 18.0  # from the middle of one letter to that of another, a little more than it is wide
_RINGS = (1.1, 1.7, 2.4, 3.2)  # radii on which a place beside a curve is looked for, in that unit
_ANGLES = np.linspace(0, 2 * np.pi, 12, endpoint=False) + np.pi / 4
_FINE = 240  # places along a line at least; a line may have two points alone


def held_letter(axes: Axes, curve: Curve, one: Held[Any]) -> list[Annotation]:
    """Make the letter of a held curve, if any of the curve is seen; it is drawn on demand only."""
    on_curve = _places(axes, curve, one)
    if not on_curve.size:
        return []
    at = on_curve[round(_HABIT[one.letter] * (len(on_curve) - 1))]
    free = on_curve[_are_free(axes, on_curve)]
    if free.size:
        at = free[_distances(free, at).argmin()]
        return [_annotation(axes, one.letter, at, at)]
    return [_annotation(axes, one.letter, at, _beside(axes, at))]


def _places(axes: Axes, curve: Curve, one: Held[Any]) -> NDArray[np.float64]:
    """Return places on a curve as pixels, n × 2, in its order and as far as they are seen."""
    places = axes.transData.transform(np.column_stack(xy(curve, one.result)))
    if not isinstance(curve, Points) and len(places) > 1:
        along = np.linspace(0, len(places) - 1, max(_FINE, len(places)))
        corners = np.arange(len(places))
        places = np.column_stack([np.interp(along, corners, each) for each in places.T])
    return places[_are_within(axes, places, margin=-0.5)]


def _beside(axes: Axes, at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the nearest free place about a place on a curve, or that place if there is none."""
    unit = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])
    about = np.concatenate([at + _px(axes, ring * _APART_PX) * unit for ring in _RINGS])
    free = about[_are_free(axes, about) & _are_within(axes, about, _px(axes, _APART_PX / 2))]
    return free[0] if free.size else at


def _are_free(axes: Axes, places: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which places keep their distance from the legend above and from the letters there."""
    free = np.asarray(places[:, 1] <= axes.bbox.y1 - _px(axes, _APART_PX / 2))
    for letter in axes.texts:
        taken = axes.transData.transform(letter.get_position())
        free &= _distances(places, taken) >= _px(axes, _APART_PX)
    return free


def _are_within(axes: Axes, places: NDArray[np.float64], margin: float) -> NDArray[np.bool_]:
    """Tell which places lie within the axes, by a margin in pixels of the figure."""
    left, bottom, right, top = axes.bbox.extents
    x, y = places.T
    within_x = (x >= left + margin) & (x <= right - margin)
    return np.asarray(within_x & (y >= bottom + margin) & (y <= top - margin))


def _distances(places: NDArray[np.float64], at: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.hypot(*(places - at).T))


def _px(axes: Axes, px: float) -> float:
    """Return pixels of the figure for pixels of the page: a sharp figure has more."""
    return px * axes.figure.dpi / style.DPI


def _annotation(
    axes: Axes, letter: str, on_curve: NDArray[np.float64], at: NDArray[np.float64]
) -> Annotation:
    """Make a letter, and a line from it to the curve if it stands beside it."""
    to_data = axes.transData.inverted().transform
    (x, y), (x_at, y_at) = to_data(on_curve), to_data(at)
    colour = style.HELD[letter].colour
    moved = not np.array_equal(on_curve, at)
    return axes.annotate(
        letter,
        (x, y),
        (x_at, y_at),
        ha="center",
        va="center",
        color=style.INK,
        fontsize=8.5,
        fontweight="bold",
        bbox={"boxstyle": "circle,pad=0.12", "fc": style.PAPER, "ec": colour, "lw": 0.8},
        arrowprops={"arrowstyle": "-", "color": colour, "lw": 0.8} if moved else None,
        annotation_clip=False,
        animated=True,
    )
