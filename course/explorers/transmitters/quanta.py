"""Quanta: what a mean response hides (W1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.declaration import (
    Axis,
    Bars,
    Challenge,
    Control,
    Explorer,
    Line,
    Panel,
    Points,
    Prediction,
    Settings,
)
from course.explorers.style import BARS, CROSS, DOT, ORANGE
from course.explorers.words import plain, three
from course.models.release import quantal_moments, quantal_pmf
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_RELEASE = card("transmitter_release")
_STIMULI = 100
_RARE = 0.001  # failures expected among them; fewer have no use as a number
_STIMULUS = np.arange(1.0, _STIMULI + 1)
# One draw for each stimulus, kept: so a slider changes the synapse, not its luck.
_LUCK = np.random.default_rng(seed=1).random(_STIMULI)


@dataclass(frozen=True, eq=False)
class Quanta:
    """Responses to a hundred stimuli, and the distribution that they come from."""

    stimulus: Array
    response_mV: Array
    failure: Array
    failure_mV: Array
    possible_mV: Array
    probability: Array
    along: Array
    mean_mV: Array
    mean_height: Array
    sd_mV: float
    cv: float
    p_fail: float


def release(n: float, p: float, q_mV: float) -> Quanta:
    """Release quanta at n sites, a hundred times, with the same luck for every setting."""
    mean_mV, variance_mV2, p_fail = (float(one) for one in quantal_moments(n, p, q_mV))
    probability = quantal_pmf(n, p)
    quanta = np.minimum(np.searchsorted(np.cumsum(probability), _LUCK), int(n))
    hit = quanta > 0
    return Quanta(
        stimulus=_STIMULUS[hit],
        response_mV=q_mV * quanta[hit],
        failure=_STIMULUS[~hit],
        failure_mV=np.zeros((~hit).sum()),
        possible_mV=q_mV * np.arange(n + 1),
        probability=probability,
        along=np.array([0.0, _STIMULI + 1]),
        mean_mV=np.full(2, mean_mV),
        mean_height=np.array([0.0, 1.0]),
        sd_mV=sqrt(variance_mV2),
        cv=sqrt(variance_mV2) / mean_mV,
        p_fail=p_fail,
    )


def _in_words(settings: Settings, r: Quanta) -> str:
    sites = (
        "1 site releases" if settings["n"] == 1 else f"{plain(settings['n'])} sites each release"
    )
    due = _STIMULI * r.p_fail
    return (
        f"{sites} with probability {plain(settings['p'])}, {plain(settings['q_mV'])} mV a quantum: "
        f"mean {three(r.mean_mV[0])} mV, standard deviation {three(r.sd_mV)} mV, so a coefficient "
        f"of variation of {three(100 * r.cv)} %. Of {_STIMULI} stimuli {r.failure.size or 'none'} "
        f"failed; {three(due) if due > _RARE else 'next to none'} were to be expected."
    )


QUANTA = Explorer(
    name="quanta",
    title="Quanta: the same mean, another synapse",
    model=release,
    controls=(
        Control.of(_RELEASE["n"], "Release sites", high=12, start=6),
        Control.of(_RELEASE["p"], "Release probability", low=0.01, high=0.99, start=0.4),
        Control.of(_RELEASE["q_mV"], "Response to one quantum", low=0.2, high=0.5),
    ),
    panels=(
        Panel(
            "A hundred stimuli",
            Axis("Stimulus", 0, 101, ticks=(1, 20, 40, 60, 80, 100)),
            Axis("Response", -0.3, 6.3, "mV", ticks=(0, 1, 2, 3, 4, 5, 6)),
            (
                Line("along", "mean_mV", "mean", ORANGE, held=False),
                Points("stimulus", "response_mV", "response", DOT, held=False),
                Points("failure", "failure_mV", "failure", CROSS, held=False),
            ),
        ),
        Panel(
            "How likely each response is",
            Axis("Response", -0.3, 6.3, "mV", ticks=(0, 1, 2, 3, 4, 5, 6)),
            Axis("Probability", 0, 1),
            (
                Bars("possible_mV", "probability", "probability", BARS),
                Line("mean_mV", "mean_height", "mean", ORANGE, held=False),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "Few sites, reliable": {"n": 3, "p": 0.8},
        "Many sites, unreliable": {"n": 12, "p": 0.2},
    },
    challenges=(
        Challenge(
            "Keep the mean response at 0.96 mV and bring the coefficient of variation below 25 %.",
            lambda _, r: abs(r.mean_mV[0] - 0.96) < 0.005 and r.cv < 0.25,
            "The mean cannot tell such synapses apart. The scatter can.",
        ),
        Challenge(
            "With ten sites or more, make a stimulus more likely to fail than to succeed.",
            lambda s, r: s["n"] >= 10 and r.p_fail > 0.5,
            "Many sites do not make a synapse reliable if each of them rarely releases.",
        ),
    ),
    constants=(),
    code="""
import numpy as np
from course.models.release import quantal_moments, quantal_pmf

mean_mV, variance_mV2, p_fail = quantal_moments(n=$n, p=$p, q_mV=$q_mV)
cv = np.sqrt(variance_mV2) / mean_mV
probability = quantal_pmf(n=$n, p=$p)
possible_mV = $q_mV * np.arange($n + 1)

luck = np.random.default_rng(seed=1).random(100)  # the same for every synapse
quanta = np.minimum(np.searchsorted(np.cumsum(probability), luck), $n)
stimuli = np.arange(1, 101)
stimulus, response_mV = stimuli[quanta > 0], $q_mV * quanta[quanta > 0]
failure = stimuli[quanta == 0]
""",
    prediction=Prediction(
        "how many times as large the coefficient of variation is with 12 sites of probability "
        "0.2 as with 3 sites of probability 0.8",
        lambda r: r.cv / release(3, 0.8, _RELEASE["q_mV"].value).cv,
        at={"n": 12, "p": 0.2},
    ),
)
