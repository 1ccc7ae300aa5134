"""From a slider to new pixels, in JupyterLab in Chromium: our explorers beside the usual ways.

One notebook shows the same two panels four times: a bare label (the floor: front end, kernel,
front end), `interact` that rebuilds an inline figure, ipympl with `set_data`, and the explorer. A
key moves each slider by one step; the page itself notes when the key went down and when the new
pixels were there: an inline picture when it is decoded, those of ipympl and of the explorer when
they have been copied to the canvas on the page. The ways take turns, so that all meet the same
machine. Then the explorer's slider is dragged for ten seconds, and what is told is how long after
its release the last new pixels came.

ipympl is no part of Cleft: it is installed under build/ for this measurement alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from math import pi, sin
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page, expect, sync_playwright
from slider_notebook import WAYS, write

from tests.browser.running_lab import Lab, running_lab

if TYPE_CHECKING:
    from collections.abc import Iterator

IPYMPL = "ipympl==0.10.0"
APART = Path("build/bench-ipympl")
WATCH = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
SHOWN = {"label": "", "inline": " img", "ipympl": " canvas", "ours": " canvas"}
ROUNDS, STEPS = 4, 12
LATE_MS = 300  # whatever comes late, such as a second drawing, comes within this
DRAGS, DRAG_S, MOVES_PER_S = 3, 10, 60
PATIENCE_MS = 120_000


def measure() -> dict[str, float]:
    """Return how many times faster an explorer answers than the usual ways do."""
    if not _ipympl_is_there():
        return {}
    with tempfile.TemporaryDirectory() as folder, _beside(APART):
        write(Path(folder) / "slider.ipynb")
        with running_lab(Path(folder)) as lab, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            page = _opened(browser, lab)
            times_ms = _steps_ms(page)
            late_ms = [_late_ms(page) for _ in range(DRAGS)]
            browser.close()
    middle = {way: median(times_ms[way]) for way in WAYS}
    return {
        **{f"slider_{way}_ms": middle[way] for way in WAYS},
        "slider_ours_p95_ms": quantiles(times_ms["ours"], n=20)[-1],
        "slider_vs_inline": middle["inline"] / middle["ours"],
        "slider_vs_ipympl": middle["ipympl"] / middle["ours"],
        "slider_vs_floor": middle["ours"] / middle["label"],
        "slider_drag_ms": max(late_ms),
    }


def _ipympl_is_there() -> bool:
    if (APART / "ipympl").exists():
        return True
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    done = subprocess.run(
        [*command, "--disable-pip-version-check", f"--target={APART}", IPYMPL], check=False
    )
    if done.returncode:
        print(f"slider: left out, for {IPYMPL} cannot be installed here.", file=sys.stderr)
    return done.returncode == 0


@contextmanager
def _beside(folder: Path) -> Iterator[None]:
    """Let a server that starts now, and its kernels, find what is installed in a folder."""
    before = dict(os.environ)
    os.environ["PYTHONPATH"] = str(folder.resolve())
    os.environ["JUPYTER_PATH"] = str((folder / "share" / "jupyter").resolve())
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _opened(browser: Browser, lab: Lab) -> Page:
    """Open the notebook, run it, and begin to watch."""
    context = browser.new_context(viewport={"width": 1366, "height": 2400}, device_scale_factor=1)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(lab.page("lab/tree/slider.ipynb"))
    expect(page.locator(".jp-Notebook-ExecutionIndicator").first).to_have_attribute(
        "data-status", "idle", timeout=PATIENCE_MS
    )
    # JupyterLab may lose what is asked of it while it still restores the page.
    while page.locator(".jp-InputPrompt").first.inner_text().strip() == "[ ]:":
        page.get_by_role("menuitem", name="Run", exact=True).first.click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.wait_for_timeout(5_000)
    for way in WAYS:
        page.locator(f".shows-{way}{SHOWN[way]}").first.wait_for()
    page.wait_for_timeout(2_000)
    page.evaluate(WATCH)
    return page


def _steps_ms(page: Page) -> dict[str, list[float]]:
    """Press a key on each way's slider by turns; return the times in ms."""
    times_ms: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(ROUNDS):
        for way in WAYS:
            times_ms[way] += list(_pressed_ms(page, way))
    return times_ms


def _pressed_ms(page: Page, way: str) -> Iterator[float]:
    """Move one slider by single steps, each after the last has been shown; leave out the first."""
    moves = ".shows-ours" if way == "ours" else f".moves-{way}"
    handle = page.locator(f"{moves} .noUi-handle").first
    handle.scroll_into_view_if_needed()
    handle.focus()
    for step in range(STEPS + 1):
        shown = page.evaluate(f"bench.seen.{way}.length")
        handle.press("ArrowRight")
        page.wait_for_function(f"bench.seen.{way}.length > {shown}")
        page.wait_for_timeout(LATE_MS)
        if step:
            yield page.evaluate(f"bench.seen.{way}[{shown}] - bench.key")


def _late_ms(page: Page) -> float:
    """Drag the explorer's slider to and fro, let go, and return how late the last pixels came."""
    handle = page.locator(".shows-ours .noUi-handle").first
    box = handle.bounding_box()
    track = page.locator(".shows-ours .noUi-base").first.bounding_box()
    assert box
    assert track
    y, middle = box["y"] + box["height"] / 2, track["x"] + track["width"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, y)
    page.mouse.down()
    began = time.monotonic()
    while (now := time.monotonic() - began) < DRAG_S:
        page.mouse.move(middle + 0.4 * track["width"] * sin(2 * pi * now / 4), y)
        time.sleep(max(0.0, 1 / MOVES_PER_S - (time.monotonic() - began - now)))
    page.mouse.up()
    page.wait_for_timeout(10 * LATE_MS)
    said = page.locator(".shows-ours .noUi-handle").first.get_attribute("aria-valuetext") or "none"
    expect(page.locator(".shows-ours .cleft-sentence")).to_contain_text(said)
    return max(0.0, page.evaluate("bench.seen.ours.at(-1) - bench.released"))
