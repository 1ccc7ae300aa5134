"""How explorers look: one size, one type, and strokes that differ by more than colour.

Every colour has at least 4.5:1 contrast on white, and no two strokes share a dash or a marker,
so that a figure can be read in grey.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH_PX = 760
HEIGHT_PX = 330
DPI = 100

INK = "#1f2933"
QUIET_INK = "#52606d"
GRID = "#e4e7eb"
PAPER = "#ffffff"


@dataclass(frozen=True)
class Stroke:
    """How one curve is drawn.

    Attributes
    ----------
    colour : str
        ``#rrggbb``.
    dash : tuple of float
        On and off lengths in line widths; empty for a solid line.
    width_pt : float
        Line width.
    marker : str
        Matplotlib's marker; empty for none.
    size_pt, hollow : float, bool
        Size of the marker, and whether only its edge is drawn.
    in_words : str
        What the alternative text calls it.
    """

    colour: str
    in_words: str
    dash: tuple[float, ...] = ()
    width_pt: float = 2.0
    marker: str = ""
    size_pt: float = 8.0
    hollow: bool = False


BLUE = Stroke("#0b5cad", "solid blue line")
ORANGE = Stroke("#b3430a", "dashed orange line", dash=(4.5, 1.8))
GREEN = Stroke("#0a6e55", "dash-dotted green line", dash=(6, 1.6, 1.2, 1.6))
GREY = Stroke("#5b6770", "dotted grey line", dash=(1.2, 1.8), width_pt=1.6)
BLUE_DOTTED = Stroke("#0b5cad", "dotted blue line", dash=(1.2, 1.4), width_pt=1.8)
ORANGE_DOTTED = Stroke(
    "#b3430a", "dash-dot-dotted orange line", dash=(4, 1.3, 1, 1.3, 1, 1.3), width_pt=1.6
)
VIOLET = Stroke("#6b3fa0", "long-dashed violet line", dash=(9, 2.2), width_pt=1.8)
HERE = Stroke("#a3195b", "crimson dot", marker="o", size_pt=8.5)
DOT = Stroke("#0b5cad", "blue dot", marker="o", size_pt=4.5)
CROSS = Stroke("#b3430a", "orange cross", marker="X", size_pt=6.5)
ESTIMATE = Stroke("#0b5cad", "blue square", marker="s", size_pt=7)
SPREAD = Stroke("#0b5cad", "thin blue lines", width_pt=1.6)
BARS = Stroke("#0b5cad", "blue bars")

# Held curves are thin and dark, differ by their dash, and carry their letter.
_HELD_COLOUR = "#3e4c59"
HELD = {
    "A": Stroke(_HELD_COLOUR, "thin dashed line", dash=(5, 2), width_pt=1.1),
    "B": Stroke(_HELD_COLOUR, "thin dotted line", dash=(1.4, 1.6), width_pt=1.3),
    "C": Stroke(_HELD_COLOUR, "thin dash-dotted line", dash=(7, 2, 1.4, 2), width_pt=1.1),
    "D": Stroke(_HELD_COLOUR, "thin long-dashed line", dash=(12, 3), width_pt=1.1),
}

MATPLOTLIB = {
    "font.family": "DejaVu Sans",
    "font.size": 9.0,
    "text.color": INK,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "axes.edgecolor": QUIET_INK,
    "axes.labelcolor": INK,
    "axes.labelsize": 9.5,
    "axes.linewidth": 0.9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 10.5,
    "axes.titleweight": "bold",
    "axes.titlecolor": INK,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "xtick.color": QUIET_INK,
    "ytick.color": QUIET_INK,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "legend.fontsize": 8.8,
    "legend.frameon": False,
    "lines.solid_capstyle": "round",
}
"""Settings of matplotlib for our figures alone; the student's own figures keep theirs."""
