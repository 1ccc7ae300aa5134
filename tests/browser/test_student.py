"""A student opens the released lesson, runs all of it, plays with a model and validates."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import LAPTOP, PATIENCE_MS
from tests.browser.notebook_page import (
    explorer,
    open_notebook,
    run_all,
    run_cell,
    screenshot,
    where_it_rests,
)
from tests.browser.running_lab import Lab

# One process, so that all share the server.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

COINCIDENCE = re.compile("^Coincidence")


@pytest.fixture(scope="module")
def lesson(browser: Browser, lab: Lab) -> Iterator[Page]:
    """The released lesson, opened and run from its first cell to its last, with nothing done."""
    context = browser.new_context(viewport=LAPTOP)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    open_notebook(page, lab, "begun")
    run_all(page)
    closing = "Hidden checks run after you submit."
    expect(last_cell(page)).to_contain_text(closing, timeout=3 * PATIENCE_MS)
    yield page
    context.close()


def last_cell(page: Page) -> Locator:
    """Return the cell that says where the student stands."""
    return page.locator(".jp-CodeCell").filter(has_text="where_you_stand()").last


def picture_bytes(model: Locator) -> str:
    """Return the pixels that the explorer shows now, as text."""
    return model.locator("canvas.cleft-image").evaluate("(canvas) => canvas.toDataURL()")


def test_run_all_goes_to_the_end_with_nothing_but_work_to_be_done(lesson: Page) -> None:
    """JupyterLab would stop at the first exercise if its test cell were not tagged."""
    exercises = lesson.get_by_role("heading", name=re.compile(r"^Exercise \d")).count()
    assert exercises == 7
    expect(last_cell(lesson).get_by_role("row")).to_have_count(exercises)
    expect(last_cell(lesson).get_by_text("not begun yet")).to_have_count(exercises)
    kinds = ("error", "stderr")
    errors = lesson.locator(", ".join(f"[data-mime-type$='jupyter.{kind}']" for kind in kinds))
    said = errors.all_inner_texts()
    assert len(said) == exercises
    assert all(re.fullmatch(r"NotImplementedError: \w+: not begun yet\s*", each) for each in said)
    expect(lesson.locator("canvas.cleft-image")).to_have_count(5)
    screenshot(lesson, "lesson-run-all")


def test_an_exercise_not_begun_says_so_and_no_more(lesson: Page) -> None:
    run_cell(lesson, "def nmda_unblock")
    tested = run_cell(lesson, 'Marks(10, exercise="nmda_unblock")')
    expect(tested).to_contain_text("NotImplementedError: nmda_unblock: not begun yet")
    expect(tested).not_to_contain_text("marks.py")
    screenshot(lesson, "lesson-not-begun")


def test_a_slider_answers_the_keyboard(lesson: Page) -> None:
    model = explorer(lesson, COINCIDENCE)
    slider = model.get_by_role("slider", name="Membrane potential (mV)")
    sentence = model.locator(".cleft-sentence")
    before, said = picture_bytes(model), sentence.inner_text()
    slider.focus()
    for _ in range(10):
        slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "−60 mV")
    expect(sentence).to_contain_text("At −60 mV and 1 mM magnesium, 7.96 %")
    expect(model.get_by_role("img")).to_have_accessible_name(re.compile("At −60 mV"))
    assert sentence.inner_text() != said
    assert picture_bytes(model) != before
    screenshot(lesson, "lesson-explorer")


def test_a_slider_follows_the_mouse(lesson: Page) -> None:
    model = explorer(lesson, COINCIDENCE)
    slider = model.get_by_role("slider", name="Membrane potential (mV)")
    before = picture_bytes(model)
    slider.hover()  # which waits until nothing above it moves it any more
    box = slider.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    lesson.mouse.down()
    lesson.mouse.move(middle[0] + 120, middle[1], steps=12)
    lesson.mouse.up()
    expect(slider).not_to_have_attribute("aria-valuetext", "−60 mV")
    moved_to = where_it_rests(slider, model)
    expect(model.locator(".cleft-sentence")).to_contain_text(f"At {moved_to} and 1 mM")
    assert picture_bytes(model) != before


def test_a_preset_and_a_number_move_the_slider(lesson: Page) -> None:
    model = explorer(lesson, COINCIDENCE)
    slider = model.get_by_role("slider", name="Membrane potential (mV)")
    model.get_by_role("button", name="Depolarised").click()
    expect(slider).to_have_attribute("aria-valuetext", "−20 mV")
    number = model.get_by_role("spinbutton", name="Membrane potential (mV), as a number")
    number.fill("-40")
    number.press("Enter")
    expect(slider).to_have_attribute("aria-valuetext", "−40 mV")
    expect(model.locator(".cleft-sentence")).to_contain_text("23.0 %")


def test_a_held_curve_stays_for_comparison(lesson: Page) -> None:
    model = explorer(lesson, COINCIDENCE)
    model.get_by_role("button", name="Hold").click()
    expect(model.get_by_role("list", name="Held curves").get_by_role("listitem")).to_have_count(1)
    model.get_by_role("button", name="Clear").click()
    expect(model.get_by_role("list", name="Held curves")).to_be_hidden()


@pytest.mark.parametrize(
    ("folder", "verdict"),
    [
        ("begun", "quantal_summary: not begun yet"),
        ("wrong", "nmda_unblock: not yet true: with 1 mM about one channel in thirteen is free"),
        ("solved", "Success! Your notebook passes all the tests."),
    ],
)
def test_validate_tells_wrong_from_right(page: Page, lab: Lab, folder: str, verdict: str) -> None:
    open_notebook(page, lab, folder)
    page.get_by_role("button", name="Validate").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(verdict, timeout=120_000)
    screenshot(page, f"validate-{folder}")
