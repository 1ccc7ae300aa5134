"""All explorers on the lecture's page, in Voila: by keyboard, accessible, nothing clipped."""

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

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from course.explorers import every, style
from course.explorers.canvas import Canvas
from course.explorers.declaration import Explorer
from tests.browser.conftest import LAPTOP, PATIENCE_MS
from tests.browser.notebook_page import SCREENSHOTS
from tests.browser.running_lab import ROOT, free_port

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

CLIPPED = """
    () => [...document.querySelectorAll(".cleft-stage .widget-label, .cleft-gallery button")]
        .filter((each) => each.scrollWidth > each.clientWidth + 1)
        .map((each) => each.textContent)
"""

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
    context = browser.new_context(viewport={**LAPTOP, "height": 1000}, reduced_motion="reduce")
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


@pytest.mark.parametrize("name", every())
def test_an_explorer_is_chosen_moved_by_keyboard_and_accessible(lecture: Page, name: str) -> None:
    explorer = every()[name]
    lecture.get_by_role("button", name=explorer.title.partition(":")[0], exact=True).click()
    shown = lecture.get_by_role("group", name=explorer.title)
    expect(shown).to_be_visible()
    sentence = shown.locator(".cleft-sentence")
    expect(sentence).to_have_text(re.compile(r"\d.*\."))
    wait_for_start(lecture, shown, explorer)
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


def test_zooming_in_sharpens_the_picture(lecture: Page) -> None:
    explorer = next(iter(every().values()))
    lecture.get_by_role("button", name=explorer.title.partition(":")[0], exact=True).click()
    zoom = {"width": LAPTOP["width"], "height": 1000, "deviceScaleFactor": 2, "mobile": False}
    lecture.context.new_cdp_session(lecture).send("Emulation.setDeviceMetricsOverride", zoom)
    shown = lecture.get_by_role("group", name=explorer.title)
    shown.get_by_role("slider").first.press("ArrowRight")
    expect(shown.locator("canvas.cleft-image")).to_have_js_property("width", 2 * style.WIDTH_PX)
    shown.get_by_role("button", name="Reset").click()
    wait_for_start(lecture, shown, explorer, density=2)
    lecture.screenshot(path=SCREENSHOTS / "explorers" / "zoomed.png")
