"""All explorers on the lecture's page, in Voila: by keyboard, accessible, nothing clipped."""

import io
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from course.explorers import by_lesson, every, style
from course.explorers.canvas import Canvas
from course.explorers.declaration import Explorer
from tests.browser.conftest import LAPTOP, PATIENCE_MS
from tests.browser.notebook_page import SCREENSHOTS
from tests.browser.running_lab import ROOT, free_port

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ROOM = {**LAPTOP, "height": 650}  # what a browser leaves of a laptop's screen

ENTRIES = {
    one.name: f"{lesson.capitalize()}: {one.title.partition(':')[0]}"
    for lesson, explorers in by_lesson().items()
    for one in explorers
}

CLIPPED = """
    () => [...document.querySelectorAll(
        ".cleft-gallery :is(.widget-label, button, .cleft-scroll, .cleft-tasks)")]
        .filter((each) => each.scrollWidth > each.clientWidth + 1)
        .map((each) => each.textContent)
"""

RING = (0xA3, 0x19, 0x5B)  # colour of what shows where the keyboard is
RING_PX = 6  # from an element to the outer edge of its ring, and a little more

SAME_PIXELS = """
    async ([canvas, expected]) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data;
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", pixels));
        return digest.join() === expected.join();
    }
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, folder = free_port(), tmp_path_factory.mktemp("lecture")
    command = [sys.executable, "-m", "course.explorers", "--no-browser", f"--port={port}"]
    with (folder / "voila.log").open("w") as log:
        server = subprocess.Popen(
            [*command, f"--folder={folder}"], cwd=ROOT, stdout=log, stderr=log, env=os.environ
        )
        try:
            wait_until_up(f"http://127.0.0.1:{port}/voila/static/", server)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_until_up(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 120
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError:
            return  # it answers
        except (urllib.error.URLError, ConnectionError):
            assert server.poll() is None, "Voila ended before it began; see voila.log"
            assert time.monotonic() < deadline, "Voila did not come up in time; see voila.log"
            time.sleep(0.2)
        else:
            return


@pytest.fixture(scope="module")
def lecture(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=ROOM, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, timeout=2 * PATIENCE_MS)
    expect(page.locator("canvas.cleft-image")).to_be_visible(timeout=2 * PATIENCE_MS)
    elsewhere = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert elsewhere == []
    yield page
    context.close()


def wait_for_start(page: Page, shown: Locator, explorer: Explorer[Any], density: int = 1) -> None:
    """Wait until the page shows, to the last pixel, what the kernel draws at the start."""
    pixels = Canvas(explorer, density).pixels(explorer.result(explorer.start))
    canvas = shown.locator("canvas.cleft-image").element_handle()
    page.wait_for_function(SAME_PIXELS, arg=[canvas, list(sha256(pixels.tobytes()).digest())])


def chosen(page: Page, name: str) -> Locator:
    """Choose an explorer from the menu, and return it."""
    explorer = every()[name]
    page.get_by_label("Model", exact=True).select_option(value=ENTRIES[name])
    shown = page.get_by_role("group", name=explorer.title)
    expect(shown.get_by_role("heading", name=explorer.title, level=2)).to_be_visible()
    return shown


@pytest.mark.parametrize("name", every())
def test_an_explorer_is_chosen_moved_by_keyboard_and_accessible(lecture: Page, name: str) -> None:
    explorer = every()[name]
    shown = chosen(lecture, name)
    sentence = shown.locator(".cleft-sentence")
    expect(sentence).to_have_text(re.compile(r"\d.*\."))
    wait_for_start(lecture, shown, explorer)
    lecture.evaluate("scrollTo(0, 0)")
    for seen in (*shown.get_by_role("slider").all(), shown.get_by_role("img"), sentence):
        expect(seen).to_be_in_viewport(ratio=1)
    SCREENSHOTS.joinpath("explorers").mkdir(parents=True, exist_ok=True)
    lecture.screenshot(path=SCREENSHOTS / "explorers" / f"{name}.png")
    for control in explorer.controls:
        slider = shown.get_by_role("slider", name=control.heading, exact=True)
        said = slider.get_attribute("aria-valuetext")
        slider.focus()
        slider.press("ArrowLeft" if control.start == control.high else "ArrowRight")
        expect(slider).not_to_have_attribute("aria-valuetext", said or "")
    shown.get_by_role("button", name="Reset").click()
    wait_for_start(lecture, shown, explorer)
    shown.get_by_role("button", name="Hold", exact=True).click()
    expect(shown.get_by_role("list", name="Held curves")).to_be_visible()
    for fold in shown.locator("summary").all():
        fold.press("Enter")
    violations = Axe().run(lecture, context=".cleft-gallery").response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert lecture.evaluate(CLIPPED) == []
    shown.get_by_role("button", name="Clear held").click()


def stops(shown: Locator, explorer: Explorer[Any]) -> Iterator[Locator]:
    """What the keyboard reaches in an explorer with nothing held and nothing unfolded, in order."""
    for control in explorer.controls:
        yield shown.get_by_role("slider", name=control.heading, exact=True)
        yield shown.get_by_label(re.compile(rf"^{re.escape(control.heading)}, (as a|by) n"))
    for button in (*explorer.presets, "Reset", "Hold"):
        yield shown.get_by_role("button", name=button, exact=True)
    yield from shown.locator("summary").all()


def sides_of_ring(page: Page, element: Locator) -> dict[str, bool]:
    """Tell on which sides of an element its ring is seen, and not cut off."""
    box = element.bounding_box()
    assert box is not None
    around = {"x": box["x"] - RING_PX, "y": box["y"] - RING_PX}
    around |= {side: box[side] + 2 * RING_PX for side in ("width", "height")}
    shown = np.asarray(Image.open(io.BytesIO(page.screenshot(clip=around))).convert("RGB"))
    ring = (shown == RING).all(axis=-1)
    sides = {"top": ring[:RING_PX], "bottom": ring[-RING_PX:]}
    sides |= {"left": ring[:, :RING_PX], "right": ring[:, -RING_PX:]}
    return {side: bool(pixels.any()) for side, pixels in sides.items()}


@pytest.mark.parametrize("name", ["dial", "taper"])  # four sliders; a choice among kinds
def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(
    lecture: Page, name: str
) -> None:
    shown = chosen(lecture, name)
    wait_for_start(lecture, shown, every()[name])
    menu = lecture.get_by_label("Model", exact=True)
    menu.focus()
    for stop in (menu, *stops(shown, every()[name])):
        expect(stop).to_be_focused()
        expect(stop).to_be_in_viewport(ratio=1)
        assert all(sides_of_ring(lecture, stop).values()), (stop, sides_of_ring(lecture, stop))
        lecture.keyboard.press("Tab")


def test_what_is_held_is_spoken_and_the_focus_stays(lecture: Page) -> None:
    shown = chosen(lecture, "taper")
    spoken = shown.locator(".cleft-spoken")
    hold = shown.get_by_role("button", name="Hold", exact=True)
    hold.press("Enter")
    expect(spoken).to_have_text(re.compile(r"^Held as A, thin dashed line: "))
    lecture.keyboard.press("Tab")
    expect(shown.get_by_role("button", name="Clear held")).to_be_focused()
    lecture.keyboard.press("Enter")
    expect(spoken).to_have_text("No curve is held any more.")
    expect(hold).to_be_focused()


def test_a_sentence_is_spoken_apart_from_what_moves_with_the_slider(lecture: Page) -> None:
    shown = chosen(lecture, "dial")
    seen, spoken = shown.locator(".cleft-sentence"), shown.locator(".cleft-spoken")
    shown.get_by_role("slider").first.press("ArrowRight")
    expect(seen).to_contain_text("At 2.")
    expect(spoken).to_have_text(seen.inner_text())
    expect(spoken).to_have_role("status")
    assert seen.evaluate("(each) => each.closest('[aria-live], [role=status]')") is None


def test_curves_and_picture_are_saved_by_keyboard(lecture: Page) -> None:
    shown = chosen(lecture, "dial")
    shown.locator("summary").last.focus()
    if not shown.get_by_role("button", name="Save curves as CSV").is_visible():
        lecture.keyboard.press("Enter")
    contents = {}
    for button in ("Save curves as CSV", "Save picture as PNG"):
        lecture.keyboard.press("Tab")
        expect(shown.get_by_role("button", name=button)).to_be_focused()
        with lecture.expect_download() as saved:
            lecture.keyboard.press("Enter")
        contents[saved.value.suggested_filename] = saved.value.path().read_bytes()
    assert contents["dial.csv"].startswith(b"panel,curve,held,")
    assert contents["dial.png"].startswith(b"\x89PNG")


def test_zooming_in_sharpens_the_picture(lecture: Page) -> None:
    explorer = next(iter(every().values()))
    shown = chosen(lecture, explorer.name)
    zoom = {**ROOM, "deviceScaleFactor": 2, "mobile": False}
    lecture.context.new_cdp_session(lecture).send("Emulation.setDeviceMetricsOverride", zoom)
    shown.get_by_role("slider").first.press("ArrowRight")
    expect(shown.locator("canvas.cleft-image")).to_have_js_property("width", 2 * style.WIDTH_PX)
    shown.get_by_role("button", name="Reset").click()
    wait_for_start(lecture, shown, explorer, density=2)
    lecture.screenshot(path=SCREENSHOTS / "explorers" / "zoomed.png")
