"""One explorer a lesson in JupyterLab and in Notebook.

Each is moved by keys, one by a long drag; axe reads them in the dark theme, as it reads all in the
light one on the lecture's page; and the notebook is opened again when none of them lives any more.
"""

import re
import time
from collections.abc import Iterator
from math import pi, sin

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from nbformat import v4
from playwright.sync_api import Browser, Locator, Page, expect

from course.explorers import by_lesson, every
from tests.browser.conftest import LAPTOP, PATIENCE_MS
from tests.browser.notebook_page import explorer, run_all, screenshot, where_it_rests
from tests.browser.running_lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SHOWN = {lesson: explorers[-1].name for lesson, explorers in by_lesson().items()}
PAGES = {"JupyterLab": "lab/workspaces/{0}/tree/{0}.ipynb", "Notebook": "notebooks/{0}.ipynb"}
DRAG_S = {"JupyterLab": 10, "Notebook": 3}
SOLVED = 17.4  # Hz, at which the first task of lesson 1's explorer is found


def name_of(where: str) -> str:
    return f"all-in-{where.lower()}"


def write_notebook(lab: Lab, name: str) -> None:
    code = ["from course import explore", *(f'explore("{one}", 1)' for one in SHOWN.values())]
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    headings = "# Models\n\n## One a lesson\n\n### As there, under a heading of the third level"
    cells = [v4.new_markdown_cell(headings), *(v4.new_code_cell(each) for each in code)]
    notebook = v4.new_notebook(cells=cells, metadata={"kernelspec": python})
    nbformat.write(notebook, lab.folder / f"{name}.ipynb")


@pytest.fixture(scope="module", params=PAGES)
def notebook_page(
    request: pytest.FixtureRequest, browser: Browser, lab: Lab
) -> Iterator[tuple[str, Page]]:
    """A notebook with one explorer of each lesson, run to its end."""
    write_notebook(lab, name_of(request.param))
    context = browser.new_context(viewport=LAPTOP, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(lab.page(PAGES[request.param].format(name_of(request.param))))
    expect(page.locator(".jp-Notebook-ExecutionIndicator").first).to_have_attribute(
        "data-status", "idle", timeout=2 * PATIENCE_MS
    )
    run_all(page)
    expect(page.locator("canvas.cleft-image")).to_have_count(len(SHOWN), timeout=2 * PATIENCE_MS)
    yield request.param, page
    context.close()


def first_slider(model: Locator, name: str) -> Locator:
    return model.get_by_role("slider", name=every()[name].controls[0].heading, exact=True)


@pytest.mark.parametrize("lesson", SHOWN)
def test_an_explorer_of_each_lesson_answers_keys(
    notebook_page: tuple[str, Page], lesson: str
) -> None:
    where, page = notebook_page
    model = explorer(page, every()[SHOWN[lesson]].title)
    slider = first_slider(model, SHOWN[lesson])
    sentence = model.locator(".cleft-sentence")
    expect(sentence).to_have_text(re.compile(r"\d.*\."), timeout=2 * PATIENCE_MS)
    before, spoken = sentence.inner_text(), slider.get_attribute("aria-valuetext")
    slider.focus()
    for _ in range(5):
        control = every()[SHOWN[lesson]].controls[0]
        slider.press("ArrowLeft" if control.start == control.high else "ArrowRight")
    expect(slider).not_to_have_attribute("aria-valuetext", spoken or "")
    expect(sentence).not_to_have_text(before)
    picture = model.locator("canvas.cleft-image")
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_in_viewport(ratio=1)
    screenshot(page, f"{where.lower()}-{lesson}")


def test_a_long_drag_ends_where_the_mouse_does(notebook_page: tuple[str, Page]) -> None:
    where, page = notebook_page
    name = SHOWN["transmitters"]
    model = explorer(page, every()[name].title)
    slider = first_slider(model, name)
    box = slider.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    until = time.monotonic() + DRAG_S[where]
    while (left_s := until - time.monotonic()) > 0:
        page.mouse.move(x + 60 * sin(2 * pi * left_s / 4), y)
    page.mouse.move(x + 90, y)
    page.mouse.up()
    assert where_it_rests(slider, model)


def test_axe_finds_nothing_in_the_dark_with_a_prediction_and_a_found_task(
    notebook_page: tuple[str, Page],
) -> None:
    where, page = notebook_page
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    model = explorer(page, every()[SHOWN["transmitters"]].title)
    rate = every()[SHOWN["transmitters"]].controls[0].heading
    model.get_by_role("spinbutton", name=f"{rate}, as a number").fill(str(SOLVED))
    model.get_by_role("spinbutton", name=f"{rate}, as a number").press("Enter")
    expect(model.get_by_text("Found: firing rate")).to_be_visible()
    expect(model.get_by_text("Asked ")).to_be_visible()
    violations = Axe().run(page, context=".cleft-explorer").response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    screenshot(page, f"{where.lower()}-dark")
    page.emulate_media(color_scheme="light")


def test_an_explorer_is_a_still_picture_where_it_cannot_live(
    notebook_page: tuple[str, Page], lab: Lab
) -> None:
    where, page = notebook_page
    stills = page.locator(".cleft-static")
    assert [each.is_visible() for each in stills.all()] == [False] * len(SHOWN)
    save(page, lab, name_of(where))
    for session in page.request.get(lab.page("api/sessions")).json():
        page.request.delete(lab.page(f"api/sessions/{session['id']}"))
    page.goto("about:blank")
    page.goto(lab.page(PAGES[where].format(name_of(where))))
    missing = page.get_by_text("Error displaying widget")
    expect(missing).to_have_count(len(SHOWN))
    for name, still, said in zip(SHOWN.values(), stills.all(), missing.all(), strict=True):
        still.scroll_into_view_if_needed()
        image = still.get_by_role("img", name=every()[name].title)
        expect(image).to_be_visible()
        assert image.evaluate("(image) => image.naturalWidth") > 0
        expect(still).to_contain_text("run its cell")
        expect(said).to_be_hidden()
    screenshot(page, f"{where.lower()}-opened-again")


def save(page: Page, lab: Lab, name: str) -> None:
    """Save the notebook, and wait until it is written with its pictures."""
    page.locator(".jp-InputPrompt").first.click()
    page.keyboard.press("Control+s")
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while (lab.folder / f"{name}.ipynb").read_text().count("cleft-static") < len(SHOWN):
        assert time.monotonic() < deadline, "the notebook was not saved"
        page.wait_for_timeout(100)
