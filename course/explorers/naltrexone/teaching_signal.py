"""Teaching signal: how dopamine's error moves to the cue, and what a drug leaves of it (W5.4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
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
from course.explorers.style import BARS, BLUE, CROSS, HERE, ORANGE
from course.explorers.words import plain, three
from course.models.prediction_error import Training, reward_at, td_sweep, td_training
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_LEARNING = card("reward_learning")
_STEPS = 5
_REWARD = reward_at(_STEPS, _STEPS, _LEARNING["reward"].value)
_NOTHING = np.zeros(_STEPS)
_TRIALS = 100
_STEP = np.arange(1.0, _STEPS + 1)
_TRIAL = np.arange(1.0, _TRIALS + 1)


@dataclass(frozen=True, eq=False)
class TeachingSignal:
    """Prediction errors of one trial, and of all trials at the cue and at the reward."""

    step: Array
    delta: Array
    omitted: Array
    trial: Array
    at_cue: Array
    at_reward: Array
    here: float
    here_at_cue: float
    here_at_reward: float
    added: float


@lru_cache(maxsize=32)
def _trained(drug: float, occ: float, gamma: float) -> Training:
    """Train once for all trials, so that another trial costs nothing."""
    drugs = drug * reward_at(_STEPS, _STEPS)
    return td_training(_TRIALS, np.zeros(_STEPS + 1), _REWARD, gamma=gamma, drug=drugs, occ=occ)


def teach(trial: float, drug: float, occupancy_pct: float, gamma: float) -> TeachingSignal:
    """Train on a cue that a reward follows four steps later, with a drug that acts with it."""
    course = _trained(drug, occupancy_pct / 100, gamma)
    now = int(trial) - 1
    return TeachingSignal(
        step=_STEP,
        delta=course.delta[now],
        omitted=td_sweep(course.v[now], _NOTHING, gamma=gamma).delta,
        trial=_TRIAL,
        at_cue=course.delta[:, 0],
        at_reward=course.delta[:, -1],
        here=trial,
        here_at_cue=float(course.delta[now, 0]),
        here_at_reward=float(course.delta[now, -1]),
        added=drug * (1 - occupancy_pct / 100),
    )


def _error(delta: float) -> str:
    """Write an error with two decimals: what is learned away reads as 0, not as a power of ten."""
    return plain(round(delta, 2) + 0.0)


def _in_words(settings: Settings, r: TeachingSignal) -> str:
    said = (
        f"In trial {plain(r.here)} the error is {_error(r.here_at_cue)} at the cue and "
        f"{_error(r.here_at_reward)} at the reward; with no reward and no drug it would be "
        f"{_error(float(r.omitted[-1]))} there."
    )
    if settings["drug"] == 0:
        return said
    if r.added == 0:
        return f"{said} Full blockade leaves nothing of the drug's part: the model learns as usual."
    own = f"The drug's own {plain(settings['drug'])}"
    if settings["occupancy_pct"] > 0:
        own += f", of which blockade leaves {three(r.added)},"
    return f"{said} {own} is cancelled by no prediction: the cue's error has no ceiling."


TEACHING_SIGNAL = Explorer(
    name="teaching_signal",
    title="Teaching signal: from the reward to the cue",
    model=teach,
    controls=(
        Control("trial", "Trial", "", 1, _TRIALS, start=1, step=1),
        Control.of(_LEARNING["drug"], "Drug's own dopamine", high=0.2, start=0.2, step=0.02),
        Control.of(
            _LEARNING["occupancy"],
            "Blockade",
            name="occupancy_pct",
            unit="%",
            high=100,
            step=5,
        ),
        Control.of(_LEARNING["gamma"], "Discount a step (γ)"),
    ),
    panels=(
        Panel(
            "One trial",
            Axis("Step: cue at 1, reward at 5", 0.3, 5.7, ticks=(1, 2, 3, 4, 5)),
            Axis("Error", -3, 3, "rewards", ticks=(-3, -2, -1, 0, 1, 2, 3)),
            (
                Bars("step", "delta", "this trial", BARS),
                Points("step", "omitted", "if it fails to come", CROSS, held=False),
            ),
        ),
        Panel(
            "All trials",
            Axis("Trial", 0, 100, ticks=(0, 20, 40, 60, 80, 100)),
            Axis("Error", -3, 3, "rewards", ticks=(-3, -2, -1, 0, 1, 2, 3)),
            (
                Line("trial", "at_cue", "at the cue", BLUE),
                Line("trial", "at_reward", "at the reward", ORANGE),
                Points("here", "here_at_cue", "here", HERE),
            ),
        ),
    ),
    sentence=_in_words,
    presets={
        "First trial": {"drug": 0},
        "Learned": {"trial": 100, "drug": 0},
        "Learned with a drug": {"trial": 100},
        "The same, blocked": {"trial": 100, "occupancy_pct": 100},
    },
    challenges=(
        Challenge(
            "Without drug and with γ at 1, find the first trial in which the cue teaches more than "
            "the reward.",
            lambda s, r: (
                s["drug"] == 0
                and s["gamma"] == 1
                and r.here_at_cue > r.here_at_reward
                and not (r.at_cue > r.at_reward)[: int(r.here) - 1].any()
            ),
            "From here on the news is the cue. The reward has become what was expected, and its "
            "absence would be a loss.",
        ),
        Challenge(
            "In trial 100, with a drug of 0.2, find the least blockade that brings the error at "
            "the reward to 0.05 or below.",
            lambda s, r: (
                s["trial"] == 100
                and s["drug"] == 0.2
                and r.here_at_reward <= 0.05 + 1e-9
                and teach(100, 0.2, s["occupancy_pct"] - 5, s["gamma"]).here_at_reward > 0.05 + 1e-9
            ),
            "What is left at the reward is the drug's own part, and it shrinks in proportion to "
            "what is not blocked. Nothing that the animal learns makes it smaller.",
        ),
    ),
    constants=tuple(_LEARNING[name] for name in ("alpha", "reward")),
    code="""
import numpy as np
from course.models.prediction_error import reward_at, td_sweep, td_training

drug, occ = $drug * reward_at(5, 5), $occupancy_pct / 100
course = td_training(100, np.zeros(6), reward_at(5, 5), gamma=$gamma, drug=drug, occ=occ)
now = $trial - 1
step, delta = np.arange(1, 6), course.delta[now]
omitted = td_sweep(course.v[now], np.zeros(5), gamma=$gamma).delta
trial = np.arange(1, 101)
at_cue, at_reward = course.delta[:, 0], course.delta[:, -1]
here_at_cue = at_cue[now]
""",
    prediction=Prediction(
        "how large the error is at the reward, of its first size, once a hundred trials have "
        "taught the cue",
        lambda r: r.here_at_reward,
        at={"trial": 100, "drug": 0},
    ),
)
