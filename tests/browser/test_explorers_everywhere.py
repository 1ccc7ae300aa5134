"""One explorer a lesson in JupyterLab and in Notebook: shown, moved by keys and by a long drag."""

import re
import time
from collections.abc import Iterator
from math import pi, sin

import nbformat
import pytest
from nbformat import v4
from playwright.sync_api import Browser, Locator, Page, expect

from course.explorers import by_lesson, every
from tests.browser.conftest import LAPTOP, PATIENCE_MS
from tests.browser.notebook_page import explorer, run_cell, screenshot
from tests.browser.running_lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SHOWN = {lesson: explorers[-1].name for lesson, explorers in by_lesson().items()}
PAGES = {"JupyterLab": "lab/workspaces/{0}/tree/{0}.ipynb", "Notebook": "notebooks/{0}.ipynb"}
DRAG_S = 10


def write_notebook(lab: Lab, name: str) -> None:
    # One cell for all: JupyterLab takes cells that are scrolled away out of the page.
    shown = f"display(*(explore(name, prediction=None) for name in {list(SHOWN.values())}))"
    cells = [v4.new_code_cell(f"from course import explore\n\n{shown}")]
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = v4.new_notebook(cells=cells, metadata={"kernelspec": python})
    nbformat.write(notebook, lab.folder / f"{name}.ipynb")


@pytest.fixture(scope="module", params=PAGES)
def notebook_page(
    request: pytest.FixtureRequest, browser: Browser, lab: Lab
) -> Iterator[tuple[str, Page]]:
    """A notebook with one explorer of each lesson, run to its end."""
    name = f"all-in-{request.param.lower()}"
    write_notebook(lab, name)
    context = browser.new_context(viewport=LAPTOP, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(lab.page(PAGES[request.param].format(name)))
    expect(page.locator(".jp-Notebook-ExecutionIndicator").first).to_have_attribute(
        "data-status", "idle", timeout=2 * PATIENCE_MS
    )
    run_cell(page, "from course import explore")
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
    screenshot(page, f"{where.lower()}-{lesson}")


def test_a_long_drag_ends_where_the_mouse_does(notebook_page: tuple[str, Page]) -> None:
    _, page = notebook_page
    name = SHOWN["transmitters"]
    model = explorer(page, every()[name].title)
    slider = first_slider(model, name)
    box = slider.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    until = time.monotonic() + DRAG_S
    while (left_s := until - time.monotonic()) > 0:
        page.mouse.move(x + 60 * sin(2 * pi * left_s / 4), y)
    page.mouse.move(x + 90, y)
    page.mouse.up()
    # The page may still be busy with the mouse's way when the button is up.
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while (at_last := shown(slider, model))[0] not in at_last[1]:
        assert time.monotonic() < deadline, at_last
        page.wait_for_timeout(100)


def shown(slider: Locator, model: Locator) -> tuple[str, str]:
    """Return the number at a slider, and the sentence under its explorer."""
    value = (slider.get_attribute("aria-valuetext") or "").split()
    return value[0], model.locator(".cleft-sentence").inner_text()
