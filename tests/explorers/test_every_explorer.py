"""What holds for every explorer of the course, whoever declares it."""

import ctypes
import dataclasses
import gc
import random
import re
import resource
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import _pylab_helpers

from course.explorers import every
from course.explorers.canvas import Canvas
from course.explorers.declaration import Explorer, Points
from course.explorers.session import Session
from course.explorers.view import View

EXPLORERS = every()
NAMES = tuple(EXPLORERS)


def corners(explorer: Explorer[Any]) -> list[dict[str, float]]:
    """All settings whose controls stand at an end."""
    ends = [(control.low, control.high) for control in explorer.controls]
    names = [control.name for control in explorer.controls]
    return [dict(zip(names, corner, strict=True)) for corner in product(*ends)]


def anywhere(explorer: Explorer[Any]) -> st.SearchStrategy[dict[str, float]]:
    return st.fixed_dictionaries(
        {control.name: st.floats(control.low, control.high) for control in explorer.controls}
    )


def check(session: Session[Any]) -> None:
    """What must be true at any settings."""
    for text in (session.sentence, session.alt):
        assert not re.search(r"nan|inf\b|infinity|\d[eE][+-]?\d|not a number", text), text
    assert re.match(r"[A-Z0-9]", session.sentence)
    assert session.sentence.endswith(".")
    assert re.search(r"\d", session.sentence)
    for panel in session.explorer.panels:
        for curve in panel.curves:
            x, y = (np.atleast_1d(getattr(session.result, name)) for name in (curve.x, curve.y))
            assert x.shape == y.shape
            assert x.ndim == 1
            assert np.isfinite(x).all()
            assert np.isfinite(y).all()
            if isinstance(curve, Points):
                assert ((x >= panel.x.low) & (x <= panel.x.high)).all(), curve.label
                assert ((y >= panel.y.low) & (y <= panel.y.high)).all(), curve.label


@pytest.mark.parametrize("name", NAMES)
def test_sentence_and_curves_hold_at_extremes_and_presets(name: str) -> None:
    session = Session(EXPLORERS[name])
    check(session)
    for corner in corners(session.explorer):
        session.change(**corner)
        check(session)
    for preset in session.explorer.presets:
        session.preset(preset)
        check(session)


@pytest.mark.parametrize("name", NAMES)
def test_sentence_and_curves_hold_anywhere(name: str) -> None:
    session = Session(EXPLORERS[name])

    @settings(max_examples=60, deadline=None)
    @given(anywhere(session.explorer))
    def holds(chosen: dict[str, float]) -> None:
        session.change(**chosen)
        check(session)

    holds()


@pytest.mark.parametrize("name", NAMES)
def test_drawing_does_not_alter_the_result(name: str) -> None:
    view = View(EXPLORERS[name])
    result = view.session.result
    before = {
        field.name: np.copy(getattr(result, field.name)) for field in dataclasses.fields(result)
    }
    view.canvas.draw(result)
    for field, values in before.items():
        assert np.array_equal(getattr(result, field), values)


def use_at_random(view: View, chance: random.Random, changes: int) -> None:
    """Press buttons, slide and type as nobody would; let go of what is held in the end."""
    for change in range(changes):
        if chance.random() < 0.15:
            chance.choice(list(view.buttons.values())).click()
        else:
            knob = chance.choice(list(view.knobs.values()))
            part = chance.choice((knob.slider, knob.box))
            value = chance.uniform(knob.control.low, knob.control.high)
            part.value = knob.control.accept(value) if knob.control.choices else value
        check_that_controls_are_in_step(view)
        if change % 10 == 0:
            check_that_words_are_in_step(view)
    view.buttons["Clear held"].click()
    check_that_words_are_in_step(view)


def check_that_controls_are_in_step(view: View) -> None:
    """Slider and box must stand at the settings."""
    for name, knob in view.knobs.items():
        assert knob.box.value == view.session.settings[name]
        assert knob.control.is_nearest_step(knob.slider.value, view.session.settings[name])


def check_that_words_are_in_step(view: View) -> None:
    """All that is read aloud must tell of the settings."""
    session, picture = view.session, view.picture
    for name, knob in view.knobs.items():
        assert picture.values[knob.css] == knob.control.text(session.settings[name])
    assert (picture.sentence, picture.alt) == (session.sentence, session.alt)
    assert picture.kept == list(session.kept)


def memory_bytes() -> int:
    """Return the memory that this process holds, that of libraries too."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # what the C library keeps for later is no leak
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.mark.parametrize("changes", [200, pytest.param(2000, marks=pytest.mark.soak)])
@pytest.mark.parametrize("name", NAMES)
def test_random_use_raises_nothing_and_leaves_nothing(name: str, changes: int) -> None:
    view, chance = View(EXPLORERS[name]), random.Random(name)
    artists = len(view.canvas.figure.findobj())
    use_at_random(view, chance, 40)  # what is made once is made now
    before_bytes = memory_bytes()
    use_at_random(view, chance, changes)
    assert memory_bytes() - before_bytes < 5e6
    assert len(view.canvas.figure.findobj()) == artists
    assert not _pylab_helpers.Gcf.figs


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_after_much_use_is_that_of_a_fresh_one(name: str) -> None:
    view, chance = View(EXPLORERS[name]), random.Random(name)
    use_at_random(view, chance, 30)
    fresh = Canvas(EXPLORERS[name])
    assert view.picture.curves == fresh.draw(view.session.result)
    assert view.picture.background == fresh.background


def fields_to_compute(explorer: Explorer[Any], everywhere: list[dict[str, float]]) -> set[str]:
    """Fields that make a picture: all of what is held or moves, but what a control itself sets."""
    results = [explorer.result(settings) for settings in everywhere]

    def moves(field: str) -> bool:
        levels = {tuple(np.unique(getattr(one, field))) for one in results}
        return len(levels - {()}) > 1

    def repeats_a_control(field: str) -> bool:
        return all(
            np.isin(getattr(one, field), list(settings.values())).all()
            for one, settings in zip(results, everywhere, strict=True)
        )

    return {
        field
        for panel in explorer.panels
        for curve in panel.curves
        for field in (curve.x, curve.y)
        if moves(field) or (curve.held and not isinstance(curve, Points))
        if not repeats_a_control(field)
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_code_shown_computes_all_that_is_drawn(name: str) -> None:
    session = Session(EXPLORERS[name])
    explorer = session.explorer
    shown = [explorer.accept(settings) for settings in ({}, *explorer.presets.values())]
    wanted = fields_to_compute(explorer, [*shown, *corners(explorer)])
    assert wanted
    for chosen in shown:
        session.change(**chosen)
        namespace: dict[str, Any] = {}
        exec(session.code, namespace)  # noqa: S102 - the code that students are shown
        assert wanted - set(namespace) == set()
        for field in dataclasses.fields(session.result):
            if field.name in namespace:
                drawn, computed = getattr(session.result, field.name), namespace[field.name]
                near = np.allclose(drawn, computed, rtol=1e-9, atol=0.06 * (name == "spike"))
                assert near, field.name


@pytest.mark.parametrize("name", NAMES)
def test_the_prediction_is_answered_only_once_committed(name: str) -> None:
    explorer = EXPLORERS[name]
    assert "The model says" in explorer.quote(1)
    assert "The model says" not in explorer.quote(...)
