"""Lesson 1: how a cleft empties, what two receptors make of one pulse, where GABA pulls."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.panel import Axis, Line, Panel, Points
from course.explorers.style import BLUE, GREY, HERE, ORANGE
from course.explorers.words import three
from course.figures import Still
from course.models.cleft import diffusion_time_ms, glutamate_mM
from course.models.electrochemistry import gaba_reversal_mV, nernst_mV
from course.models.receptors import TwoStateReceptor
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from course.models.receptors import ReceptorName

_CLEFT = card("glutamate_cleft")
_IONS = card("ion_gradients")
# Teaching choices, which the text of the lesson names too.
_PULSE_MS, _PULSE_mM = 1.0, 1.0
_REST_mV = -65.0
_CHLORIDES_mM = (10.0, 20.0)


def emptying() -> Still:
    """Return the measured fall of glutamate beside the one that diffusion alone would give."""
    tau_ms = _CLEFT["tau_ms"].value
    alone_ms = float(diffusion_time_ms())
    soon_ms, any_ms = np.linspace(0, 3, 601), np.geomspace(1e-3, 10, 401)
    result = SimpleNamespace(
        soon_ms=soon_ms,
        any_ms=any_ms,
        measured_soon=100 * glutamate_mM(soon_ms, 1, tau_ms),
        alone_soon=100 * glutamate_mM(soon_ms, 1, alone_ms),
        measured=100 * glutamate_mM(any_ms, 1, tau_ms),
        alone=100 * glutamate_mM(any_ms, 1, alone_ms),
        marks_ms=[alone_ms, tau_ms],
        marks=[100 / np.e, 100 / np.e],
    )
    left = Axis("What is left", 0, 105, "%", ticks=(0, 25, 50, 75, 100))
    panels = (
        Panel(
            "By the clock",
            Axis("Time after release", 0, 3, "ms"),
            left,
            (
                Line("soon_ms", "measured_soon", "measured", BLUE),
                Line("soon_ms", "alone_soon", "diffusion alone", ORANGE),
            ),
        ),
        Panel(
            "By powers of ten",
            Axis("Time after release", 1e-3, 10, "ms", "log", (0.001, 0.01, 0.1, 1, 10)),
            left,
            (
                Line("any_ms", "measured", "", BLUE),
                Line("any_ms", "alone", "", ORANGE),
                Points("marks_ms", "marks", "1/e, about 37 %, left", HERE),
            ),
        ),
    )
    alt = (
        "Two panels show what is left of the glutamate in a cleft after one packet. On the left, "
        "with time from 0 to 3 ms, the measured fall is a gentle curve, while the dashed line of "
        "diffusion alone drops so fast that it lies on the axis. On the right, with time on a "
        "logarithmic axis, both are the same S-shaped fall at different places: the dot at 37 "
        f"percent stands at {three(alone_ms)} ms for diffusion alone and at {three(tau_ms)} ms "
        "for the measurement, almost two powers of ten later."
    )
    return Still("emptying", panels, result, alt)


def two_clocks() -> Still:
    """Return what AMPA and NMDA receptors make of one and the same pulse."""
    soon_ms, late_ms = np.linspace(-2, 20, 881), np.linspace(0, 200, 801)
    names: tuple[ReceptorName, ...] = ("ampa", "nmda")
    receptors = {name: TwoStateReceptor.suggested(name) for name in names}

    def open_pct(name: ReceptorName, t_ms: ArrayLike) -> NDArray[np.float64]:
        return 100 * np.asarray(receptors[name].open_fraction(t_ms, _PULSE_MS, _PULSE_mM))

    result = SimpleNamespace(
        soon_ms=soon_ms,
        late_ms=late_ms,
        ampa_soon=open_pct("ampa", soon_ms),
        nmda_soon=open_pct("nmda", soon_ms),
        ampa_late=open_pct("ampa", late_ms),
        nmda_late=open_pct("nmda", late_ms),
    )
    panels = (
        Panel(
            "The first moments",
            Axis("Time since the pulse began", -2, 20, "ms"),
            Axis("Channels open", 0, 70, "%"),
            (
                Line("soon_ms", "ampa_soon", "AMPA", BLUE),
                Line("soon_ms", "nmda_soon", "NMDA", ORANGE),
            ),
        ),
        Panel(
            "Ten times as long, and close up",
            Axis("Time since the pulse began", 0, 200, "ms"),
            Axis("Channels open", 0, 10, "%"),
            (Line("late_ms", "ampa_late", "", BLUE), Line("late_ms", "nmda_late", "", ORANGE)),
        ),
    )
    ampa, nmda = (three(float(np.max(y))) for y in (result.ampa_soon, result.nmda_soon))
    after = three(float(open_pct("nmda", 50.0 + _PULSE_MS)))
    alt = (
        "Two panels show the open fraction of AMPA and NMDA channels after the same pulse of 1 mM "
        f"for 1 ms. On the left, to 20 ms, AMPA leaps to {ampa} percent and is almost gone at the "
        f"end, while NMDA creeps to {nmda} percent. On the right, to 200 ms and up to 10 percent "
        "only, the solid line of AMPA falls through the picture at once and the dashed line of "
        f"NMDA declines slowly: {after} percent are open 50 ms after the pulse, and some are "
        "still open at 200 ms."
    )
    return Still("two_clocks", panels, result, alt)


def chloride() -> Still:
    """Return where GABA pulls the membrane, for every chloride inside the cell."""
    inside_mM = np.geomspace(5, 80, 401)
    outside_mM = _IONS["cl_out_mM"].value
    alone = np.asarray(nernst_mV(outside_mM, _CHLORIDES_mM, -1))
    both = np.asarray(gaba_reversal_mV(cl_in_mM=_CHLORIDES_mM))
    result = SimpleNamespace(
        inside_mM=inside_mM,
        alone_mV=nernst_mV(outside_mM, inside_mM, -1),
        both_mV=gaba_reversal_mV(cl_in_mM=inside_mM),
        rest_mV=np.full(inside_mM.shape, _REST_mV),
        at_mM=_CHLORIDES_mM,
        at_mV=alone,
    )
    panel = Panel(
        "Where the current through GABA's channels turns round",
        Axis("Chloride inside", 5, 80, "mM", "log", (5, 10, 20, 40, 80)),
        Axis("Potential", -90, 0, "mV", ticks=(-80, -60, -40, -20, 0)),
        (
            Line("inside_mM", "alone_mV", "chloride alone", BLUE),
            Line("inside_mM", "both_mV", "with bicarbonate", ORANGE),
            Line("inside_mM", "rest_mV", "rest", GREY),
            Points("at_mM", "at_mV", "10 and 20 mM", HERE),
        ),
    )
    alt = (
        "The reversal potential of GABA's channels against chloride inside the cell, from 5 to 80 "
        "mM on a logarithmic axis. With chloride alone it is a straight rising line, "
        f"{three(alone[0])} mV at 10 mM and {three(alone[1])} mV at 20 mM. With bicarbonate the "
        f"line lies higher, most of all where chloride is low: {three(both[0])} and "
        f"{three(both[1])} mV. A dotted line marks the resting potential, {three(_REST_mV)} mV; "
        "each curve crosses it once, on its way up."
    )
    return Still("chloride", (panel,), result, alt)


STILLS = (emptying(), two_clocks(), chloride())
