"""The Hodgkin-Huxley axon on the grid of its explorer's sliders.

A spike's time jumps as a parameter crosses a threshold, so values between grid points would be
invented. The sliders step from grid point to grid point, and what they show is what the model
computed. ``python -m course.explorers.grids.hodgkin_huxley`` writes the file anew, in a few
minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from course.models.neuron import HodgkinHuxley, Pulse, spike_times_ms

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = Path(__file__).with_suffix(".npz")
CURRENTS_uA_cm2 = np.arange(0, 15.01, 0.25)
SODIUM_pct = np.arange(30.0, 151.0, 10.0)
STEP_FROM_ms = 5.0
SHOWN_ms = 60.0
RUN_ms = 205.0
SAMPLE_ms = 0.01
KEEP_EVERY = 10


@dataclass(frozen=True, eq=False)
class Firing:
    """What the axon does at one grid point.

    Attributes
    ----------
    v_mV : array
        Potential every 0.1 ms for 60 ms; the current is on from 5 ms.
    peak_mV : float
        The highest potential of these 60 ms.
    spikes : int
        Spikes in the 200 ms of current.
    rate_Hz : float
        Rate that lasts: from the last interval, 0 where firing stopped.
    """

    v_mV: NDArray[np.float64]
    peak_mV: float
    spikes: int
    rate_Hz: float


@dataclass(frozen=True, eq=False)
class Grid:
    """All grid points: arrays with axes sodium, current (and time)."""

    v_mV: NDArray[np.float16]
    peak_mV: NDArray[np.float32]
    spikes: NDArray[np.int16]
    rate_Hz: NDArray[np.float32]

    def at(self, current_uA_cm2: float, sodium_pct: float) -> Firing:
        """Return one grid point.

        Raises
        ------
        ValueError
            If these are not grid values: between them nothing was computed.
        """
        i, j = _index(SODIUM_pct, sodium_pct), _index(CURRENTS_uA_cm2, current_uA_cm2)
        return Firing(
            self.v_mV[i, j].astype(np.float64),
            float(self.peak_mV[i, j]),
            int(self.spikes[i, j]),
            float(self.rate_Hz[i, j]),
        )

    def rates_Hz(self, sodium_pct: float) -> NDArray[np.float64]:
        """Return the lasting rate at each current."""
        rates: NDArray[np.float64] = self.rate_Hz[_index(SODIUM_pct, sodium_pct)].astype(np.float64)
        return rates


@cache
def grid() -> Grid:
    """Read the committed grid."""
    with np.load(FILE, allow_pickle=False) as file:
        return Grid(**{name: file[name] for name in file.files})


def compute(current_uA_cm2: float, sodium_pct: float) -> Firing:
    """Run the axon at one grid point."""
    axon = HodgkinHuxley.suggested()
    axon = replace(axon, g_na_mS_cm2=axon.g_na_mS_cm2 * sodium_pct / 100)
    run = axon.run(Pulse(current_uA_cm2, STEP_FROM_ms, RUN_ms + 1), RUN_ms, SAMPLE_ms)
    shown = run.v_mV[: round(SHOWN_ms / SAMPLE_ms) + 1]
    times_ms = spike_times_ms(run.t_ms, run.v_mV)
    return Firing(shown[::KEEP_EVERY], float(shown.max()), times_ms.size, lasting_Hz(times_ms))


def lasting_Hz(times_ms: NDArray[np.float64]) -> float:
    """Return the rate at the end of a run, 0 if no spike was missed only by the run's end.

    Firing lasts if the time since the last spike is at most one and a half of the last interval.
    """
    if times_ms.size < 2:
        return 0.0
    last_ms = float(times_ms[-1] - times_ms[-2])
    return 1000 / last_ms if RUN_ms - times_ms[-1] <= 1.5 * last_ms else 0.0


def write(file: Path = FILE) -> None:
    """Compute the whole grid and write it."""
    points = [[compute(current, sodium) for current in CURRENTS_uA_cm2] for sodium in SODIUM_pct]
    np.savez_compressed(
        file,
        v_mV=np.array([[one.v_mV for one in row] for row in points], np.float16),
        peak_mV=np.array([[one.peak_mV for one in row] for row in points], np.float32),
        spikes=np.array([[one.spikes for one in row] for row in points], np.int16),
        rate_Hz=np.array([[one.rate_Hz for one in row] for row in points], np.float32),
    )


def _index(steps: NDArray[np.float64], value: float) -> int:
    index = int(np.abs(steps - value).argmin())
    if abs(steps[index] - value) > 1e-9:
        raise ValueError(f"{value:g} is no grid value; the nearest is {steps[index]:g}.")
    return index


if __name__ == "__main__":
    write()
