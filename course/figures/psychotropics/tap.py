"""What a limb does after a tap on the tendon, on two sides of an edge."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.panel import Axis, Line, Panel, Points
from course.explorers.style import BLUE, GREY, HERE, ORANGE
from course.explorers.words import plain, three
from course.figures import Still
from course.models.reflex import critical_delay_ms, critical_gain, reflex_gain, tap_response
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


# A teaching choice, which the text of the lesson names too.
_SOME_GABA_A = 0.3


def tap() -> Still:
    """Return what a limb does after a tap, on two sides of an edge."""
    eager = card("stretch_reflex")["g_ia"].value
    delay_ms = card("stretch_reflex")["delay_ms"].value
    calmed = float(reflex_gain(eager, _SOME_GABA_A))
    t_ms, gains = np.linspace(0, 1000, 1001), np.linspace(1.2, 4, 281)
    result = SimpleNamespace(
        t_ms=t_ms,
        eager=tap_response(t_ms, eager),
        calmed=tap_response(t_ms, calmed),
        gains=gains,
        edge_ms=critical_delay_ms(gains),
        here=[eager, calmed],
        here_ms=[delay_ms, delay_ms],
    )
    panels = (
        Panel(
            "After a tap on the tendon",
            Axis("Time", 0, 1000, "ms"),
            Axis("Stretch, of that by the tap", -2, 2, ticks=(-2, -1, 0, 1, 2)),
            (
                Line("t_ms", "eager", f"gain {plain(eager)}", BLUE),
                Line("t_ms", "calmed", f"gain {three(calmed)}", ORANGE),
            ),
        ),
        Panel(
            "Where the beating begins",
            Axis("Gain", 1, 4),
            Axis("Delay of the loop", 0, 100, "ms"),
            (
                Line("gains", "edge_ms", "edge of beating", GREY),
                Points("here", "here_ms", "these two", HERE),
            ),
        ),
    )
    alt = (
        "Two panels. On the left the stretch of a muscle over a second after a tap: with a gain of "
        f"{plain(eager)} it swings ever wider and leaves the picture, with a gain of "
        f"{three(calmed)} the same swings slowly become smaller. On the right the longest delay "
        "of the loop at which a limb still comes to rest, falling as the gain rises. The two "
        f"gains stand at a delay of {plain(delay_ms)} ms on either side of it, close to the gain "
        f"of {three(float(critical_gain()))} at which it is crossed."
    )
    return Still("tap", panels, result, alt)
