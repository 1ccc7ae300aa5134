"""The letters of held curves: seen, apart, and on the curves that they name."""

from functools import cache
from itertools import combinations, cycle
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.text import Annotation

from course.explorers import every
from course.explorers.artists import xy
from course.explorers.canvas import Canvas
from course.explorers.declaration import Explorer
from course.explorers.session import Session
from course.explorers.style import HELD
from tests.explorers.test_canvas import boxes

NAMES = tuple(every())


def with_four_held(explorer: Explorer[Any]) -> tuple[Canvas, Session[Any]]:
    """Hold the presets, and as much between the start and the ends as makes four."""
    session, canvas = Session(explorer), Canvas(explorer)
    for preset in list(explorer.presets)[: len(HELD)]:
        session.preset(preset)
        session.hold()
    for control in cycle(explorer.controls):
        if len(session.held) == len(HELD):
            break
        middle = (session.settings[control.name] + control.high) / 2
        session.change(**{control.name: middle})
        session.hold()
    canvas.draw(session.result, session.held)
    return canvas, session


@cache
def of_course(name: str) -> tuple[Canvas, Session[Any]]:
    return with_four_held(every()[name])


def circle_px(canvas: Canvas, letter: Annotation) -> tuple[np.ndarray, float]:
    """Return the middle of a letter's circle and its diameter."""
    box = letter.get_bbox_patch().get_window_extent(canvas.figure.canvas.get_renderer())
    return (box.min + box.max) / 2, box.width


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_lies_on_another_or_on_a_text(name: str) -> None:
    canvas, session = of_course(name)
    assert len(session.held) == len(HELD)
    texts = [(text, box) for text, box in boxes(canvas) if text not in HELD]
    for axes in canvas.figure.axes:
        circles = [circle_px(canvas, letter) for letter in axes.texts]
        for (one, diameter), (other, _) in combinations(circles, 2):
            assert np.hypot(*(one - other)) > diameter
        for middle, diameter in circles:
            for text, box in texts:
                nearest = np.clip(middle, box.min, box.max)
                assert np.hypot(*(middle - nearest)) > diameter / 2 - 1, text


@pytest.mark.parametrize("name", NAMES)
def test_every_held_curve_that_is_seen_carries_its_letter(name: str) -> None:
    canvas, session = of_course(name)
    for axes, panel in zip(canvas.figure.axes, session.explorer.panels, strict=True):
        seen = [
            one.letter
            for curve in panel.curves
            if curve.held
            for one in session.held
            if is_seen(axes, np.column_stack(xy(curve, one.result)))
        ]
        assert sorted(letter.get_text() for letter in axes.texts) == sorted(seen)


def is_seen(axes: Axes, points: np.ndarray) -> bool:
    places = axes.transData.transform(points)
    return bool(((places >= axes.bbox.min) & (places <= axes.bbox.max)).all(axis=1).any())


def test_letters_name_equal_curves_side_by_side(toy: Explorer[Any]) -> None:
    canvas, _ = with_four_held(toy)
    for axes in canvas.figure.axes:
        assert {letter.get_text() for letter in axes.texts} == set(HELD)


def test_a_letter_beside_a_single_point_is_tied_to_it(toy: Explorer[Any]) -> None:
    canvas, session = Canvas(toy), Session(toy)
    for tau_ms in (1.0, 1.02):  # where it halves, the two can hardly be told apart
        session.change(tau_ms=tau_ms)
        session.hold()
    canvas.draw(session.result, session.held)
    halves = {one.letter: (one.result.half_ms, one.result.half_mM) for one in session.held}
    at_halves = [
        letter
        for letter in canvas.figure.axes[0].texts
        if np.allclose(letter.xy, halves[letter.get_text()])
    ]
    assert sorted(letter.get_text() for letter in at_halves) == ["A", "B"]
    assert sum(letter.arrow_patch is not None for letter in at_halves) == 1


def test_letters_stand_in_the_same_places_on_a_sharper_picture(toy: Explorer[Any]) -> None:
    canvas, session = with_four_held(toy)
    sharp = Canvas(toy, density=2)
    sharp.draw(session.result, session.held)
    for axes, sharper in zip(canvas.figure.axes, sharp.figure.axes, strict=True):
        for letter, other in zip(axes.texts, sharper.texts, strict=True):
            assert np.allclose(letter.get_position(), other.get_position())
