"""A student opens the released lesson, runs it, plays with a model and validates."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.notebook_page import explorer, open_notebook, run_all, screenshot
from tests.browser.running_lab import Lab

COINCIDENCE = re.compile("^Coincidence")


@pytest.fixture(scope="module")
def lesson(browser, lab: Lab):  # noqa: ANN001, ANN201 - the types of a generator fixture say little
    """The released lesson, run from top to bottom as it came."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    open_notebook(page, lab, "begun")
    run_all(page)
    expect(explorer(page, COINCIDENCE)).to_be_visible(timeout=120_000)
    yield page
    context.close()


def picture_bytes(model: Locator) -> str:
    """Return the pixels that the explorer shows now, as text."""
    return model.locator("img.cleft-image").evaluate(
        """async (image) => {
            const bytes = new Uint8Array(await (await fetch(image.src)).arrayBuffer());
            return Array.from(bytes).join();
        }"""
    )


def test_the_lesson_opens_and_runs(lesson: Page) -> None:
    lesson.locator(".jp-Notebook h1").first.scroll_into_view_if_needed()
    screenshot(lesson, "lesson-opening")
    errors = lesson.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error']")
    expect(lesson.get_by_text("Hidden checks run after you submit.").last).to_be_attached()
    said = errors.all_inner_texts()
    assert said, "the exercises are not begun, and their checks say so"
    assert all("NotImplementedError" in text for text in said)


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
    expect(model.locator("img.cleft-image")).to_have_attribute("alt", re.compile("At −60 mV"))
    assert sentence.inner_text() != said
    assert picture_bytes(model) != before
    screenshot(lesson, "lesson-explorer")


def test_a_slider_follows_the_mouse(lesson: Page) -> None:
    model = explorer(lesson, COINCIDENCE)
    slider = model.get_by_role("slider", name="Membrane potential (mV)")
    before = picture_bytes(model)
    box = slider.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    lesson.mouse.move(*middle)
    lesson.mouse.down()
    lesson.mouse.move(middle[0] + 120, middle[1], steps=12)
    lesson.mouse.up()
    expect(slider).not_to_have_attribute("aria-valuetext", "−60 mV")
    moved_to = slider.get_attribute("aria-valuetext")
    assert moved_to
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
    [("begun", "not begun yet"), ("solved", "Success! Your notebook passes all the tests.")],
)
def test_validate_tells_wrong_from_right(page: Page, lab: Lab, folder: str, verdict: str) -> None:
    open_notebook(page, lab, folder)
    page.get_by_role("button", name="Validate").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(verdict, timeout=120_000)
    screenshot(page, f"validate-{folder}")
