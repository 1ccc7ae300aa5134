"""A notebook that shows the same two panels in four ways, each moved by a slider of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
from nbformat import v4

if TYPE_CHECKING:
    from pathlib import Path

SETUP = """
import ipywidgets
import matplotlib
import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from course import explore
from course.explorers import find, style
from course.explorers.artists import artist_for, move, xy

matplotlib.rcParams.update(style.MATPLOTLIB)
explorer = find("coincidence")
SIZE = {"figsize": (style.WIDTH_PX / style.DPI, style.HEIGHT_PX / style.DPI), "dpi": style.DPI}


def answer(v_mV):
    return explorer.result(explorer.accept({"v_mV": v_mV}))


def plot(figure, v_mV):
    result, drawn = answer(v_mV), []
    for axes, panel in zip(figure.subplots(1, 2), explorer.panels):
        axes.set_title(panel.title, pad=27)
        axes.set(xlabel=panel.x.heading, xlim=(panel.x.low, panel.x.high))
        axes.set(ylabel=panel.y.heading, ylim=(panel.y.low, panel.y.high))
        for curve in panel.curves:
            artist = artist_for(axes, curve)
            artist.set_animated(False)
            move(artist, curve, *xy(curve, result))
            drawn.append((artist, curve))
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, columnspacing=1)
    figure.subplots_adjust(left=0.08, right=0.98, top=0.82, bottom=0.145, wspace=0.28)
    return drawn


def slider(way):
    made = ipywidgets.IntSlider(value=-70, min=-80, max=40, description="mV")
    made.add_class(f"moves-{way}")
    return made
"""

CELLS = {
    "label": """
moved, label = slider("label"), ipywidgets.Label("-70")
moved.observe(lambda change: setattr(label, "value", str(change.new)), "value")
label.add_class("shows-label")
ipywidgets.VBox([moved, label])
""",
    "inline": """
%matplotlib inline
%config InlineBackend.print_figure_kwargs = {"bbox_inches": None}

def draw(v_mV):
    plot(plt.figure(**SIZE), v_mV)
    plt.show()

shown = ipywidgets.interactive(draw, v_mV=slider("inline"))
shown.add_class("shows-inline")
shown
""",
    # Past pyplot, where the inline backend closes every figure at the end of a cell. ipympl takes
    # pyplot over when it is imported; the second line gives it back.
    "ipympl": """
from ipympl.backend_nbagg import Canvas, FigureManager
%matplotlib inline

canvas = Canvas(Figure(**SIZE))
manager = FigureManager(canvas, 1)
canvas.header_visible = canvas.footer_visible = canvas.toolbar_visible = False
canvas.add_class("shows-ipympl")
drawn = plot(canvas.figure, -70)

def answered(change):
    result = answer(change.new)
    for artist, curve in drawn:
        artist.set_data(*xy(curve, result))
    canvas.draw_idle()

moved = slider("ipympl")
moved.observe(answered, "value")
ipywidgets.VBox([moved, canvas])
""",
    "ours": 'explore("coincidence", prediction=None).add_class("shows-ours")\n',
}

WAYS = tuple(CELLS)


def write(path: Path) -> None:
    """Write the notebook."""
    cells = [v4.new_code_cell(SETUP), *map(v4.new_code_cell, CELLS.values())]
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(v4.new_notebook(cells=cells, metadata={"kernelspec": python}), path)
