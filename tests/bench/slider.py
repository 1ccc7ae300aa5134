"""From a slider to new pixels, in JupyterLab in Chromium: our explorers beside the usual ways.

One notebook holds the same two panels four times: a bare label (the floor: front end, kernel,
front end), `interact` that rebuilds an inline figure, ipympl with `set_ydata`, and the explorer. A
key moves each slider by one step; the page itself notes when the key went down and when the new
pixels were decoded. The ways take turns, so that all meet the same machine.

ipympl is no part of Cleft: it is installed under build/ for this measurement alone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

import nbformat
from nbformat import v4
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.running_lab import Lab, running_lab

if TYPE_CHECKING:
    from collections.abc import Iterator

IPYMPL = "ipympl==0.10.0"
APART = Path("build/bench-ipympl")
ROUNDS, STEPS = 4, 12
WAYS = ("label", "inline", "ipympl", "ours")

SETUP = """
import ipywidgets
import matplotlib
import matplotlib.pyplot as plt
from IPython.display import display
from course import explore
from course.explorers import find, style
from course.explorers.declaration import Line

matplotlib.rcParams.update(style.MATPLOTLIB)
explorer = find("coincidence")
SIZE = (style.WIDTH_PX / style.DPI, style.HEIGHT_PX / style.DPI)


def plotted(figure, v_mV):
    result = explorer.result(explorer.accept({"v_mV": v_mV}))
    drawn = []
    for axes, panel in zip(figure.subplots(1, 2), explorer.panels):
        axes.set_title(panel.title, pad=30)
        axes.set(xlabel=panel.x.heading, ylabel=panel.y.heading)
        axes.set(xlim=(panel.x.low, panel.x.high), ylim=(panel.y.low, panel.y.high))
        for curve in panel.curves:
            x, y = getattr(result, curve.x), getattr(result, curve.y)
            marker = {} if isinstance(curve, Line) else {"marker": "o", "linestyle": ""}
            line, = axes.plot(x, y, label=curve.label, color=curve.stroke.colour, **marker)
            drawn.append((line, curve))
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1.06), ncols=3)
    figure.subplots_adjust(left=0.08, right=0.98, top=0.8, bottom=0.15, wspace=0.3)
    return drawn


def slider(name):
    made = ipywidgets.IntSlider(value=-70, min=-80, max=40, description="mV")
    made.add_class(f"way-{name}")
    return made
"""

CELLS = {
    "label": """
moved, label = slider("label"), ipywidgets.Label("-70")
moved.observe(lambda change: setattr(label, "value", str(change.new)), "value")
label.add_class("shows-label")
ipywidgets.VBox([moved, label])
""",
    "inline": """
%matplotlib inline
%config InlineBackend.print_figure_kwargs = {"bbox_inches": None}

def draw(v_mV):
    plotted(plt.figure(figsize=SIZE, dpi=style.DPI), v_mV)
    plt.show()

shown = ipywidgets.interactive(draw, v_mV=slider("inline"))
shown.add_class("shows-inline")
shown
""",
    "ipympl": """
%matplotlib widget
with plt.ioff():
    figure = plt.figure(figsize=SIZE, dpi=style.DPI)
%matplotlib inline
drawn = plotted(figure, -70)
figure.canvas.add_class("shows-ipympl")
figure.canvas.header_visible = figure.canvas.footer_visible = False

def move(change):
    result = explorer.result(explorer.accept({"v_mV": change.new}))
    for line, curve in drawn:
        x, y = getattr(result, curve.x), getattr(result, curve.y)
        line.set_data(([x], [y]) if isinstance(x, float) else (x, y))
    figure.canvas.draw_idle()

moved = slider("ipympl")
moved.observe(move, "value")
ipywidgets.VBox([moved, figure.canvas])
""",
    "ours": 'explore("coincidence", prediction=None)\n',
}

HANDLE = {
    **{way: f".way-{way} .noUi-handle" for way in WAYS},
    "ours": ".cleft-explorer .noUi-handle >> nth=0",
}

WATCH = """
(way) => {
    const now = () => performance.now();
    const seen = { label: [], inline: [], ipympl: [], ours: [] };
    const keys = { label: 0, inline: 0, ipympl: 0, ours: 0 };
    window.bench = { seen, keys, way: "" };
    const note = () => window.bench.way && seen[window.bench.way].push(now());
    const decoded = (image) => image.decode().then(note, () => {});
    document.addEventListener("keydown", () => { keys[window.bench.way] = now(); }, true);
    new MutationObserver(note).observe(document.querySelector(".shows-label"),
        { childList: true, characterData: true, subtree: true });
    const images = (node) => node.querySelectorAll ? [node, ...node.querySelectorAll("img")] : [];
    new MutationObserver((changes) => changes
        .flatMap((change) => [change.target, ...[...change.addedNodes].flatMap(images)])
        .filter((node) => node.tagName === "IMG").forEach(decoded)).observe(
        document.querySelector(".shows-inline"),
        { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] });
    const draw = CanvasRenderingContext2D.prototype.drawImage;
    CanvasRenderingContext2D.prototype.drawImage = function (...rest) {
        const drawn = draw.apply(this, rest);
        if (window.bench.way === "ipympl") note();
        return drawn;
    };
    const ours = document.querySelector("img.cleft-image");
    new MutationObserver(() => decoded(ours)).observe(ours, { attributeFilter: ["src"] });
}
"""


def measure() -> dict[str, float]:
    """Return how many times faster an explorer answers than the usual ways do."""
    if not _ipympl_is_there():
        return {}
    with tempfile.TemporaryDirectory() as folder:
        _write_notebook(Path(folder) / "slider.ipynb")
        # The server and its kernels find ipympl beside what they have.
        os.environ["PYTHONPATH"] = str(APART.resolve())
        os.environ["JUPYTER_PATH"] = str((APART / "share" / "jupyter").resolve())
        with running_lab(Path(folder)) as lab, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            times_ms = _timed(browser, lab)
            browser.close()
    middle = {way: median(times_ms[way]) for way in WAYS}
    figures = {f"slider_{way}_ms": middle[way] for way in WAYS}
    figures["slider_ours_p95_ms"] = quantiles(times_ms["ours"], n=20)[-1]
    figures["slider_vs_inline"] = middle["inline"] / middle["ours"]
    figures["slider_vs_ipympl"] = middle["ipympl"] / middle["ours"]
    figures["slider_vs_floor"] = middle["ours"] / middle["label"]
    return figures


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


def _write_notebook(path: Path) -> None:
    cells = [v4.new_code_cell(SETUP), *(v4.new_code_cell(CELLS[way]) for way in WAYS)]
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(v4.new_notebook(cells=cells, metadata={"kernelspec": python}), path)


def _timed(browser: Browser, lab: Lab) -> dict[str, list[float]]:
    """Press a key on each way's slider by turns; return the times in ms."""
    context = browser.new_context(viewport={"width": 1366, "height": 2400}, device_scale_factor=1)
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(lab.page("lab/tree/slider.ipynb"))
    expect(page.locator(".jp-Notebook-ExecutionIndicator").first).to_have_attribute(
        "data-status", "idle", timeout=120_000
    )
    page.get_by_role("menuitem", name="Run", exact=True).first.click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    for shown in (".shows-label", ".shows-inline img", ".shows-ipympl canvas", "img.cleft-image"):
        page.locator(shown).first.wait_for(timeout=120_000)
    page.wait_for_timeout(2_000)
    page.evaluate(WATCH)
    times_ms: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(ROUNDS):
        for way in WAYS:
            times_ms[way] += list(_pressed(page, way))
    return times_ms


def _pressed(page: Page, way: str) -> Iterator[float]:
    """Move one slider by single steps, each after the last has been shown; leave out the first."""
    page.evaluate("way => { window.bench.way = way; }", way)
    handle = page.locator(HANDLE[way]).first
    handle.scroll_into_view_if_needed()
    handle.focus()
    for step in range(STEPS + 1):
        shown = page.evaluate(f"window.bench.seen.{way}.length")
        page.keyboard.press("ArrowRight")
        page.wait_for_function(f"window.bench.seen.{way}.length > {shown}")
        page.wait_for_timeout(300)  # whatever comes late, such as a second drawing
        seen, key = page.evaluate(f"[window.bench.seen.{way}, window.bench.keys.{way}]")
        if step:
            yield seen[shown] - key
    page.evaluate("() => { window.bench.way = ''; }")


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
