"""Wilson and Cowan's populations at each step of the slider of inhibition.

The rhythm ends abruptly as inhibition grows, so values between grid points would be invented.
What the explorer shows is what the model computed.
``python -m course.explorers.grids.wilson_cowan`` writes the file anew, in a minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from course.models.wilson_cowan import WilsonCowan

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = Path(__file__).with_suffix(".npz")
GAINS = np.linspace(0.2, 3.0, 57)
SHOWN_ms = 400.0
SAMPLE_ms = 1.0


@dataclass(frozen=True, eq=False)
class Course:
    """What the populations do at one gain of inhibition.

    Attributes
    ----------
    e, i : array
        The activities every millisecond from the start, for 400 ms.
    rest_e, rest_i : float
        The state that would stay as it is.
    growth_per_ms : float
        Rate at which disturbances of that state grow; below 0 it is stable.
    peak_to_peak, frequency_Hz : float
        Swing and frequency of ``e`` in the last of three seconds, 0 where it comes to rest.
    """

    e: NDArray[np.float64]
    i: NDArray[np.float64]
    rest_e: float
    rest_i: float
    growth_per_ms: float
    peak_to_peak: float
    frequency_Hz: float


@dataclass(frozen=True, eq=False)
class Grid:
    """All grid points: arrays with axes gain (and time), as in :class:`Course`."""

    e: NDArray[np.float32]
    i: NDArray[np.float32]
    rest_e: NDArray[np.float64]
    rest_i: NDArray[np.float64]
    growth_per_ms: NDArray[np.float64]
    peak_to_peak: NDArray[np.float64]
    frequency_Hz: NDArray[np.float64]

    def at(self, gain: float) -> Course:
        """Return one grid point.

        Raises
        ------
        ValueError
            If this is no grid value: between them nothing was computed.
        """
        k = int(np.abs(GAINS - gain).argmin())
        if abs(GAINS[k] - gain) > 1e-9:
            raise ValueError(f"{gain:g} is no grid value; the nearest is {GAINS[k]:g}.")
        return Course(
            self.e[k].astype(np.float64),
            self.i[k].astype(np.float64),
            float(self.rest_e[k]),
            float(self.rest_i[k]),
            float(self.growth_per_ms[k]),
            float(self.peak_to_peak[k]),
            float(self.frequency_Hz[k]),
        )


@cache
def grid() -> Grid:
    """Read the committed grid."""
    with np.load(FILE, allow_pickle=False) as file:
        return Grid(**{name: file[name] for name in file.files})


def compute(gain: float) -> Course:
    """Run the populations at one gain of inhibition."""
    populations = WilsonCowan.suggested(g=gain)
    shown = populations.run(SHOWN_ms, SAMPLE_ms)
    (rest,) = populations.fixed_points()  # one at every gain of the grid
    return Course(shown.e, shown.i, *rest, *populations.rhythm())


def write(file: Path = FILE) -> None:
    """Compute the whole grid and write it."""
    points = [compute(gain) for gain in GAINS]
    np.savez_compressed(
        file,
        e=np.array([one.e for one in points], np.float32),
        i=np.array([one.i for one in points], np.float32),
        rest_e=np.array([one.rest_e for one in points]),
        rest_i=np.array([one.rest_i for one in points]),
        growth_per_ms=np.array([one.growth_per_ms for one in points]),
        peak_to_peak=np.array([one.peak_to_peak for one in points]),
        frequency_Hz=np.array([one.frequency_Hz for one in points]),
    )


if __name__ == "__main__":
    write()
