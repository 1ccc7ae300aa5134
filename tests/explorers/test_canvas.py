import io
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from matplotlib import _pylab_helpers
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from PIL import Image

from course.explorers import every, style
from course.explorers.canvas import Canvas
from course.explorers.declaration import Explorer
from course.explorers.panel import Axis, Intervals, Panel
from course.explorers.session import Session
from course.explorers.style import BLUE
from course.figures import Still, by_lesson
from tests.explorers.test_runs import decoded

NAMES = tuple(every())
SHOWN = {**every(), **{still.name: still for stills in by_lesson().values() for still in stills}}


def test_curves_show_the_result(toy: Explorer[Any]) -> None:
    session, canvas = Session(toy), Canvas(toy)
    session.change(tau_ms=3)
    canvas.draw(session.result)
    lines = {curve.label: artist for _, curve, artist in canvas.artists}
    assert np.array_equal(lines["course"].get_ydata(), session.result.c_mM)
    assert np.array_equal(lines["half"].get_xdata(), [session.result.half_ms])
    tops = lines["powers"].get_path().vertices.reshape(-1, 5, 2)[:, 1, 1]
    assert np.array_equal(tops, session.result.power)


def test_intervals_are_apart_and_what_they_belong_to_is_named() -> None:
    result = SimpleNamespace(x=[0, 0, 1, 1], ends=[2, 3, 1, 4])
    across = Axis("Group", -0.5, 1.5, ticks=(0, 1), names=("patients", "controls"))
    panel = Panel("Levels", across, Axis("Level", 0, 5), (Intervals("x", "ends", "", BLUE),))
    canvas = Canvas(Still("groups", (panel,), result, "two intervals"))
    canvas.pixels(result)
    [(_, _, artist)] = canvas.artists
    drawn = [line.tolist() for line in artist.get_path().to_polygons(closed_only=False)]
    assert drawn == [[[0, 2], [0, 3]], [[1, 1], [1, 4]]]
    assert {"patients", "controls"} <= {text for text, _ in boxes(canvas)}


@pytest.mark.parametrize("density", [1, 2])
def test_a_picture_has_the_declared_size_and_is_opaque(toy: Explorer[Any], density: int) -> None:
    pixels = Canvas(toy, density).pixels(Session(toy).result)
    assert pixels.shape == (density * style.HEIGHT_PX, density * style.WIDTH_PX, 4)
    assert (pixels[..., 3] == 255).all()


def test_background_and_curves_together_are_the_picture(toy: Explorer[Any]) -> None:
    session, canvas = Session(toy), Canvas(toy)
    for _ in range(2):
        curves = canvas.draw(session.result, session.held)
        background = np.asarray(Image.open(io.BytesIO(canvas.background)).convert("RGBA"))
        pixels = canvas.pixels(session.result, session.held)
        assert np.array_equal(decoded(curves, background), pixels)
        session.hold()
        session.change(tau_ms=3)


@pytest.mark.parametrize("name", NAMES)
def test_blitting_draws_what_a_fresh_canvas_draws(name: str) -> None:
    explorer = every()[name]
    used, session = Canvas(explorer), Session(explorer)
    for preset in explorer.presets:
        session.preset(preset)
        session.hold()
        used.draw(session.result, session.held)
    session.clear()
    session.reset()
    pixels = used.pixels(session.result).copy()
    assert np.array_equal(pixels, Canvas(explorer).pixels(session.result))


def test_held_curves_are_drawn_and_taken_away(toy: Explorer[Any]) -> None:
    session, canvas = Session(toy), Canvas(toy)
    plain = canvas.pixels(session.result).copy()
    session.change(tau_ms=5)
    session.hold()
    session.reset()
    with_held = canvas.pixels(session.result, session.held).copy()
    session.clear()
    assert not np.array_equal(with_held, plain)
    assert np.array_equal(canvas.pixels(session.result, session.held), plain)


def test_no_live_line_runs_through_a_letter(toy: Explorer[Any]) -> None:
    session, canvas = Session(toy), Canvas(toy)
    session.hold()
    canvas.draw(session.result, session.held)
    box = canvas.figure.axes[0].texts[0].get_window_extent()
    x, y = round((box.x0 + box.x1) / 2), style.HEIGHT_PX - round((box.y0 + box.y1) / 2)
    letter = slice(y - 3, y + 3), slice(x - 3, x + 3)
    under_it = canvas.pixels(session.result, session.held)[letter].copy()
    session.change(tau_ms=5)  # the live line runs elsewhere
    assert np.array_equal(canvas.pixels(session.result, session.held)[letter], under_it)


def test_drawing_leaves_the_students_figures_and_style_alone(toy: Explorer[Any]) -> None:
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    session, canvas = Session(toy), Canvas(toy)
    session.hold()
    canvas.draw(session.result, session.held)
    assert dict(mpl.rcParams) == before
    assert not _pylab_helpers.Gcf.figs


def boxes(canvas: Canvas) -> list[tuple[str, Bbox]]:
    """Return the text boxes of a canvas in pixels, with their text."""
    renderer = canvas.figure.canvas.get_renderer()
    texts = [
        text
        for text in canvas.figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and _is_shown(canvas, text)
    ]
    return [(text.get_text(), text.get_window_extent(renderer)) for text in texts]


def _is_shown(canvas: Canvas, text: Text) -> bool:
    """Tell whether a text is drawn: ticks beyond the ends of an axis exist, but are not."""
    for axes in canvas.figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                if text in (tick.label1, tick.label2):
                    return low - 1e-9 <= tick.get_loc() <= high + 1e-9 and text is tick.label1
    return True


@pytest.mark.parametrize("name", SHOWN)
def test_texts_lie_within_the_picture_and_apart(name: str) -> None:
    canvas = Canvas(SHOWN[name])
    found = boxes(canvas)
    assert len(found) > 10
    for text, box in found:
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= style.WIDTH_PX, text
        assert box.y1 <= style.HEIGHT_PX, text
    for (text, box), (other, another) in combinations(found, 2):
        assert not box.overlaps(another), f"{text} overlaps {other}"


@pytest.mark.parametrize("name", NAMES)
def test_no_setting_moves_a_text(name: str) -> None:
    explorer = every()[name]
    canvas = Canvas(explorer)
    before = [(text, box.bounds) for text, box in boxes(canvas)]
    ends = [
        {control.name: end} for control in explorer.controls for end in (control.low, control.high)
    ]
    for settings in (*explorer.presets.values(), *ends):
        canvas.draw(explorer.result(explorer.accept(settings)))
        assert [(text, box.bounds) for text, box in boxes(canvas)] == before


@pytest.mark.parametrize("name", SHOWN)
def test_legends_lie_within_the_picture(name: str) -> None:
    canvas = Canvas(SHOWN[name])
    renderer = canvas.figure.canvas.get_renderer()
    legends = [
        legend.get_window_extent(renderer)
        for legend in (axes.get_legend() for axes in canvas.figure.axes)
        if legend  # a panel of one curve needs none
    ]
    assert legends
    for legend in legends:
        assert legend.x1 <= style.WIDTH_PX
    for one, other in combinations(legends, 2):
        assert not one.overlaps(other)
