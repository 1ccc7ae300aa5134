"""What a person does in JupyterLab, by the names that the page shows."""

import contextlib
import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.running_lab import LESSON, NOTEBOOK, ROOT, Lab

SCREENSHOTS = ROOT / "build" / "screenshots"
_KERNEL_MS = 120_000
_LOOK_MS = 100
_TIMES, _LOST_AFTER_MS = 6, 15_000


def open_notebook(page: Page, lab: Lab, folder: str) -> None:
    """Open one of the copies of the lesson and wait until its kernel is there."""
    # A workspace of its own, for JupyterLab reopens what an earlier page left open.
    page.goto(lab.page(f"lab/workspaces/{folder}/tree/{folder}/{LESSON}/{NOTEBOOK}"))
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible()
    expect(page.locator(".jp-Notebook-ExecutionIndicator").first).to_have_attribute(
        "data-status", "idle", timeout=_KERNEL_MS
    )


def choose(page: Page, menu: str, entry: str) -> None:
    """Choose an entry of the menu bar."""
    page.get_by_role("menuitem", name=menu, exact=True).first.click()
    page.get_by_role("menuitem", name=entry, exact=True).click()


def run_cell(page: Page, text: str) -> Locator:
    """Run the code cell that holds a text, and return the cell."""
    cell = page.locator(".jp-CodeCell").filter(has_text=text).first
    cell.scroll_into_view_if_needed()
    prompt = cell.locator(".jp-InputPrompt").first

    def press() -> None:
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+Enter")

    _until_begun(prompt, press)
    expect(cell.locator(".jp-InputPrompt").first).to_have_text(re.compile(r"\[\d+\]:"))
    return cell


def run_all(page: Page) -> None:
    """Run all cells."""
    first = page.locator(".jp-CodeCell .jp-InputPrompt").first
    _until_begun(first, lambda: choose(page, "Run", "Run All Cells"))


def _until_begun(prompt: Locator, ask: Callable[[], None]) -> None:
    """Ask for a run again while JupyterLab, not connected to its kernel yet, loses it."""
    for _ in range(_TIMES):
        ask()
        with contextlib.suppress(AssertionError):
            expect(prompt).not_to_have_text("[ ]:", timeout=_LOST_AFTER_MS)
            return
    raise AssertionError("JupyterLab ran nothing, however often it was asked")


def explorer(page: Page, title: str) -> Locator:
    """Return the explorer of that title, scrolled into view."""
    found = page.get_by_role("group", name=title)
    found.first.scroll_into_view_if_needed()
    return found.first


def screenshot(page: Page, name: str) -> None:
    """Keep a picture of the page for people to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


def where_it_rests(slider: Locator, model: Locator) -> str:
    """Wait until an explorer tells of where its slider stands, and return that in words.

    The page may still be busy with the mouse's way when the button is up.
    """
    for _ in range(_KERNEL_MS // _LOOK_MS):
        value = slider.get_attribute("aria-valuetext") or "nowhere"
        sentence = model.locator(".cleft-sentence").inner_text()
        if value.split()[0] in sentence.split():
            return value
        slider.page.wait_for_timeout(_LOOK_MS)
    raise AssertionError(f"the slider stands at {value}, and is said to at: {sentence}")
