"""How long an explorer takes to answer a slider, in Python.

Timed is all that happens between a slider's new value and the message to the page: model, drawing,
encoding, and the words. A screen with twice the pixels is timed too, and what an explorer costs
where a notebook is graded and nobody looks.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from course.explorers import every
from course.explorers.view import View

if TYPE_CHECKING:
    from course.explorers.declaration import Explorer

CHANGES = 100
WARM_UP = 5
UNSEEN = """
import time
from course import explore

for name in {names}:
    began = time.perf_counter()
    explore(name, prediction=None)
    print(1000 * (time.perf_counter() - began))
"""


def measure() -> dict[str, float]:
    """Return the median and the 95th percentile of every explorer's redraw, in ms."""
    found, sharp = {}, []
    for name, explorer in every().items():
        times_ms = redraws_ms(View(explorer))
        found[f"redraw_{name}_ms"] = median(times_ms)
        found[f"redraw_{name}_p95_ms"] = quantiles(times_ms, n=20)[-1]
        sharp.append(median(redraws_ms(sharp_view(explorer))))
    return {**found, "redraw_worst_sharp_ms": max(sharp), "explore_unseen_ms": unseen_ms()}


def sharp_view(explorer: Explorer[Any]) -> View:
    """Return an explorer as it is on a screen with twice the pixels."""
    view = View(explorer)
    view.picture._handle_custom_msg({"wants": "sharp"}, [])
    return view


def redraws_ms(view: View, changes: int = CHANGES) -> list[float]:
    """Return the times of random slider moves, one control at a time, in ms."""
    chance = random.Random(view.session.explorer.name)
    times_ms = []
    while len(times_ms) < changes + WARM_UP:
        knob = chance.choice(list(view.knobs.values()))
        before, low, high = view.redraws, knob.slider.min, knob.slider.max
        value = chance.uniform(low, high)
        value = value if not hasattr(knob.slider, "base") else knob.slider.base**value
        began = time.perf_counter()
        knob.slider.value = value
        ended = time.perf_counter()
        if view.redraws > before:  # and not the step at which the slider stood
            times_ms.append(1000 * (ended - began))
    return times_ms[WARM_UP:]


def unseen_ms() -> float:
    """Return the longest that any explorer takes in a notebook that is being graded, in ms."""
    done = subprocess.run(
        [sys.executable, "-c", UNSEEN.format(names=list(every()))],
        env={**os.environ, "NBGRADER_EXECUTION": "autograde"},
        capture_output=True,
        text=True,
        check=True,
    )
    return max(map(float, done.stdout.split()))


if __name__ == "__main__":
    for key, value in measure().items():
        print(f"{key} {value:.2f}")
