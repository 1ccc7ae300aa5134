import csv
import io
import re
from typing import Any

import numpy as np
import pytest
from nbconvert import HTMLExporter
from nbformat import v4
from PIL import Image

from course.explorers import find, provenance, style
from course.explorers.declaration import Explorer
from course.explorers.view import View
from tests.explorers.test_runs import decoded


@pytest.fixture
def view(toy: Explorer[Any]) -> View:
    return View(toy, prediction=3)


def test_moving_a_slider_redraws_once_and_moves_the_box(view: View) -> None:
    before = view.picture.curves
    drawn = view.redraws
    view.knobs["tau_ms"].slider.value = 5.0
    assert view.redraws == drawn + 1
    assert view.knobs["tau_ms"].box.value == 5.0
    assert view.picture.curves != before
    assert view.picture.sentence == view.session.sentence
    assert view.picture.sentence in view.picture.alt


def test_typing_a_number_moves_the_slider(view: View) -> None:
    view.knobs["peak_mM"].box.value = 3.5
    assert view.knobs["peak_mM"].slider.value == 3.5
    assert view.session.settings["peak_mM"] == 3.5


def test_a_number_between_steps_is_brought_to_one(view: View) -> None:
    view.knobs["peak_mM"].box.value = 3.33
    assert view.knobs["peak_mM"].box.value == 3.3
    assert view.session.settings["peak_mM"] == 3.3


def test_a_logarithmic_slider_standing_nearest_does_not_change_a_typed_number(view: View) -> None:
    view.knobs["tau_ms"].box.value = 1.85
    view.knobs["tau_ms"].slider.value = 10**0.25  # what the page reports of its own accord
    assert view.session.settings["tau_ms"] == 1.85
    view.knobs["tau_ms"].slider.value = 10**0.30
    assert view.session.settings["tau_ms"] == 2.0


def test_a_move_that_changes_nothing_draws_nothing(view: View) -> None:
    drawn = view.redraws
    view.knobs["peak_mM"].slider.value = 2.04
    assert view.redraws == drawn


@pytest.mark.parametrize("name", ["Small and slow", "Reset", "Hold", "Clear held"])
def test_a_button_redraws_once(view: View, name: str) -> None:
    drawn = view.redraws
    view.buttons[name].click()
    assert view.redraws == drawn + 1


def test_a_preset_moves_every_control(view: View) -> None:
    view.buttons["Small and slow"].click()
    assert {name: knob.slider.value for name, knob in view.knobs.items()} == {
        "peak_mM": 0.5,
        "tau_ms": 10.0,
    }
    view.buttons["Reset"].click()
    assert view.knobs["tau_ms"].box.value == 1


def test_clear_can_be_pressed_only_while_something_is_held(view: View) -> None:
    assert view.buttons["Clear held"].disabled
    view.buttons["Hold"].click()
    assert not view.buttons["Clear held"].disabled
    assert view.picture.kept == ["A, thin dashed line: peak 2 mM and time constant 1 ms"]
    view.buttons["Clear held"].click()
    assert view.buttons["Clear held"].disabled
    assert view.picture.kept == []


def test_a_found_challenge_is_told(view: View) -> None:
    view.knobs["tau_ms"].slider.value = 10.0
    assert view.picture.found[0].startswith("Found: ")
    assert view.picture.found[1] == ""


def test_the_prediction_is_quoted_and_cannot_become_markup(toy: Explorer[Any]) -> None:
    assert "you said 3 ms" in View(toy, prediction=3).children[0].value
    assert "<b>" not in View(toy, prediction="<b>bold</b>").children[0].value
    assert "You have not said yet" in View(toy).children[0].value


def test_the_page_can_name_every_slider_and_box(view: View) -> None:
    for slider in view.picture.sliders:
        knob = next(knob for knob in view.knobs.values() if knob.css == slider["css"])
        assert knob.css in knob.slider._dom_classes
        assert knob.css in knob.box._dom_classes
        assert knob.slider.description == f"{slider['label']} ({slider['unit']})"


def test_a_notebook_keeps_a_still_picture_with_its_words_beside_the_live_one(view: View) -> None:
    picture, live = view.outputs()
    widget = "application/vnd.jupyter.widget-view+json"
    assert widget not in picture
    assert live[widget]["model_id"] == view.model_id
    still = picture["text/html"]
    assert re.search(r'<img src="data:image/png;base64,[^"]+" alt="Decay\. Left: [^"]+"', still)
    assert view.session.sentence in still
    assert picture["text/plain"].startswith("Decay. From 2 mM")


def test_an_exported_page_shows_one_still_picture_with_its_words(view: View) -> None:
    shown = [v4.new_output("display_data", data=data) for data in view.outputs()]
    notebook = v4.new_notebook(cells=[v4.new_code_cell("explore(...)", outputs=shown)])
    page, _ = HTMLExporter().from_notebook_node(notebook)
    assert re.search(r'<figure class="cleft-static"><img alt="Decay\. Left: ', page)
    assert f"<figcaption>{view.session.sentence}<br" in page
    assert page.count(view.session.sentence) == 2  # in the alternative text, and under the picture


def asked_file(view: View, kind: str) -> tuple[str, bytes]:
    """Return name and content of the file that a page gets when it asks for one."""
    sent: list[tuple[dict[str, str], list[bytes]]] = []
    view.picture.send = lambda message, buffers: sent.append((message, buffers))
    view.picture._handle_custom_msg({"wants": kind}, [])
    [(message, [content])] = sent
    return message["file"], content


def test_the_curves_come_as_a_table(view: View) -> None:
    view.buttons["Hold"].click()
    name, table = asked_file(view, "csv")
    assert name == "toy.csv"
    rows = list(csv.reader(io.StringIO(table.decode())))
    assert tuple(rows[0]) == provenance.CSV_HEADINGS
    course = [row for row in rows if row[:3] == ["Concentration", "course", ""]]
    assert [float(row[6]) for row in course] == view.session.result.c_mM.tolist()
    assert any(row[2] == "A" for row in rows)


def test_the_picture_comes_as_a_file_with_its_curves(view: View) -> None:
    name, content = asked_file(view, "png")
    assert name == "toy.png"
    saved = np.asarray(Image.open(io.BytesIO(content)).convert("RGBA"))
    assert np.array_equal(saved, view.canvas.pixels(view.session.result))


def test_a_dense_screen_gets_twice_the_pixels(view: View) -> None:
    view.buttons["Hold"].click()
    drawn = view.redraws
    for _ in range(2):  # a second view asks, too
        view.picture._handle_custom_msg({"wants": "sharp"}, [])
    assert view.redraws == drawn + 1
    sharp = Image.open(io.BytesIO(view.picture.background))
    assert sharp.size == (2 * style.WIDTH_PX, 2 * style.HEIGHT_PX)
    assert view.picture.curves == view.canvas.draw(view.session.result, view.session.held)


def test_a_page_that_joins_late_has_the_whole_picture(view: View) -> None:
    uses = (
        view.buttons["Hold"].click,
        lambda: setattr(view.knobs["tau_ms"].slider, "value", 5.0),
        lambda: view.picture._handle_custom_msg({"wants": "sharp"}, []),
        view.buttons["Reset"].click,
    )
    for use in uses:
        use()
        background = Image.open(io.BytesIO(view.picture.background)).convert("RGBA")
        shown = decoded(view.picture.curves, np.asarray(background))
        assert np.array_equal(shown, view.canvas.pixels(view.session.result, view.session.held))


def test_the_background_is_sent_only_when_it_changes(view: View) -> None:
    sent: list[set[str]] = []
    view.picture.send_state = lambda key: sent.append(set(key))
    view.knobs["tau_ms"].slider.value = 5.0
    view.buttons["Hold"].click()
    moved, held = sent
    assert "curves" in moved
    assert "background" not in moved
    assert "background" in held


def test_a_closed_explorer_keeps_no_connection_and_no_pixels(toy: Explorer[Any]) -> None:
    view = View(toy)
    widgets = [view, view.picture, *view.buttons.values()]
    widgets += [part for knob in view.knobs.values() for part in (knob.row, knob.slider, knob.box)]
    assert all(widget.comm is not None for widget in widgets)
    view.close()
    assert all(widget.comm is None for widget in widgets)
    assert not hasattr(view, "canvas")
    view.close()  # a second time does no harm


def test_a_choice_among_kinds_is_made_by_name() -> None:
    view = View(find("taper"), prediction=None)
    knob = view.knobs["shape"]
    knob.box.label = "in hyperbolic steps"
    assert knob.slider.value == 2
    assert view.picture.sentence.startswith("Ended in hyperbolic steps")
    knob.slider.value = 1.0
    assert knob.box.label == view.picture.values[knob.css] == "in equal steps of dose"
