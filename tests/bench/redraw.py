"""How long an explorer takes to answer a slider, in Python: model, drawing and encoding.

What is timed is all that `View` does between a slider's new value and the message to the page,
words apart.
"""

from __future__ import annotations

import random
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from course.explorers import every
from course.explorers.canvas import Canvas
from course.explorers.session import Session

if TYPE_CHECKING:
    from course.explorers.declaration import Explorer

CHANGES = 100
WARM_UP = 5


def measure() -> dict[str, float]:
    """Return the median and the 95th percentile of every explorer's redraw, in ms."""
    found = {}
    for name, explorer in every().items():
        times_ms = redraws_ms(explorer)
        found[f"redraw_{name}_ms"] = median(times_ms)
        found[f"redraw_{name}_p95_ms"] = quantiles(times_ms, n=20)[-1]
    return found


def redraws_ms(explorer: Explorer[Any], changes: int = CHANGES) -> list[float]:
    """Return the times of random slider moves, one control at a time, in ms."""
    chance = random.Random(explorer.name)
    session, canvas = Session(explorer), Canvas(explorer)
    times_ms = []
    for _ in range(changes + WARM_UP):
        control = chance.choice(explorer.controls)
        value = chance.uniform(control.low, control.high)
        began = time.perf_counter()
        session.change(**{control.name: value})
        canvas.draw(session.result, session.held)
        times_ms.append(1000 * (time.perf_counter() - began))
    return times_ms[WARM_UP:]


if __name__ == "__main__":
    for key, value in measure().items():
        print(f"{key} {value:.2f}")
