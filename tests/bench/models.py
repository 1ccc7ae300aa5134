"""What every time course with a closed form costs for 600 points, beside a solver's (LSODA).

The solver is asked for 1e-6, half as many digits as the closed forms give: the comparison favours
it. Each side's time is its best.
"""

from __future__ import annotations

import time
import tracemalloc
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.integrate import solve_ivp

from course.models.adaptation import opponent_response
from course.models.bateman import bateman_ng_mL
from course.models.channel_block import TrappingBlock
from course.models.compartments import Compartments
from course.models.depot import DepotRelease
from course.models.disposition import mammillary
from course.models.effect_site_model import effect_site_ng_mL
from course.models.hazards import cumulative_incidence
from course.models.opioid_hyperalgesia import pain_under_opioid
from course.models.opponent_process import OpponentProcess
from course.models.receptor_regulation import receptor_number
from course.models.receptors import TwoStateReceptor
from course.models.regimen import Regimen
from course.models.sensitisation import SensitisationSwitch
from course.models.slow_relief import relief
from course.models.uptake import dopamine_clearance_uM
from course.reference import card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Slope = Callable[[float, Numbers], object]

POINTS, MILLION = 600, 1_000_000
RTOL = 1e-6
_MB = 1024 * 1024


class Stretch(NamedTuple):
    """A time in which nothing jumps: until when, by which equation, and what a dose adds first."""

    end: float
    slope: Slope
    dose: Sequence[float] | float = 0.0


@dataclass(frozen=True)
class Course:
    """One time course, both ways.

    Attributes
    ----------
    name
        Of the model, in the keys of the report.
    t
        The times.
    closed
        Gives the model's own answer at any times.
    start
        Where the differential equation begins.
    stretches
        The solver starts anew at each.
    read
        Gets the model's answer from the solver's states.
    """

    name: str
    t: Numbers
    closed: Callable[[Numbers], object]
    start: Sequence[float]
    stretches: Sequence[Stretch]
    read: Callable[[Numbers], object] = lambda states: states[0]

    def solved(self) -> object:
        """Return the answer of the solver."""
        state, begin, found = np.array(self.start, dtype=float), self.t[0], []
        for end, slope, dose in self.stretches:
            state += dose
            inside = self.t[(self.t >= begin) & (self.t < end)]
            solution = solve_ivp(
                slope,
                (begin, end),
                state,
                method="LSODA",
                t_eval=[*inside, end],
                rtol=RTOL,
                atol=1e-3 * RTOL * (np.abs(state).max() or 1),
            )
            found.append(solution.y[:, :-1])
            state, begin = solution.y[:, -1], end
        return self.read(np.column_stack([*found, state]))


def measure() -> dict[str, float]:
    """Return for each model its time, the solver's, and how many times longer that is."""
    figures = {}
    for course in (*compartments(), *release(), *synapse(), *adaptation()):
        own, solver = np.asarray(course.closed(course.t)), np.asarray(course.solved())
        np.testing.assert_allclose(own, solver, rtol=1e-4, atol=1e-4 * np.abs(own).max())
        # By turns, so that a busy moment does not speak for one side alone.
        turns = [
            (best_ms(lambda c=course: c.closed(c.t), 40), best_ms(course.solved, 4))
            for _ in range(10)
        ]
        own_ms, solver_ms = (min(side) for side in zip(*turns, strict=True))
        figures[f"{course.name}_ms"] = own_ms
        figures[f"{course.name}_lsoda_ms"] = solver_ms
        figures[f"{course.name}_vs_lsoda"] = solver_ms / own_ms
        figures[f"{course.name}_mb_per_million"] = megabytes_per_million(course)
    return figures | new_model() | million_points()


def best_ms(run: Callable[[], object], times: int) -> float:
    """Return the shortest time of a run in ms."""
    shortest = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest


def megabytes_per_million(course: Course) -> float:
    """Return the largest memory that a curve of 10^6 points takes, its answer included."""
    t = np.linspace(course.t[0], course.t[-1], MILLION)
    tracemalloc.start()
    course.closed(t)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / _MB


def new_model() -> dict[str, float]:
    """Return the time of a three-compartment curve when a constant has changed as well."""
    t_h, infusion = np.linspace(0, 6, POINTS), Regimen.parse("35 mg IV over 1 h")

    def run() -> object:
        return mammillary([25, 56, 157], [84, 161, 79]).concentration_ng_mL(t_h, infusion)

    return {"three_compartment_new_ms": best_ms(run, 300)}


def million_points() -> dict[str, float]:
    """Return the time of a three-compartment curve at 10^6 points."""
    model, t_h = Compartments.suggested("ketamine_domino"), np.linspace(0, 24, MILLION)

    def run() -> object:
        return model.concentration_ng_mL(t_h, "35 mg IV over 40 min")

    return {"million_points_s": best_ms(run, 3) / 1000}


def compartments() -> list[Course]:
    """Drugs: every slope is one product of a matrix and the amounts."""
    ketamine, infusion = (
        Compartments.suggested("ketamine_domino"),
        Regimen.parse("35 mg IV over 1 h"),
    )
    diazepam, daily = Compartments.suggested("diazepam_pop"), Regimen.parse("10 mg PO q24h x 7")
    t_h, week_h = np.linspace(0, 6, POINTS), np.linspace(0, 168, POINTS)
    fast, slow = ketamine.kinetics.matrix[:3, :3], diazepam.kinetics.matrix  # no depots by vein
    rate = np.array([35.0, 0.0, 0.0])
    clements = Compartments.suggested("ketamine_clements")
    venous, metabolite_L = clements.kinetics.matrix[:2, :2], diazepam.volume_L("nordiazepam")
    dose = np.zeros(len(slow))
    (entry,) = diazepam.entries("PO")
    dose[diazepam.index(entry.into)] = 10 * entry.bioavailability
    return [
        Course(
            "three_compartment",
            t_h,
            lambda t: ketamine.concentration_ng_mL(t, infusion),
            [0.0] * len(fast),
            [Stretch(1, lambda _, x: fast @ x + rate), Stretch(6, lambda _, x: fast @ x)],
            lambda states: 1000 / ketamine.volume_L() * states[0],
        ),
        Course(
            "two_compartment",
            t_h,
            lambda t: clements.concentration_ng_mL(t, infusion),
            [0.0] * len(venous),
            [
                Stretch(1, lambda _, x: venous @ x + rate[:2]),
                Stretch(6, lambda _, x: venous @ x),
            ],
            lambda states: 1000 / clements.volume_L() * states[0],
        ),
        Course(
            "metabolite",
            week_h,
            lambda t: diazepam.concentration_ng_mL(t, daily, "nordiazepam"),
            [0.0] * len(slow),
            [Stretch(24 * day, lambda _, x: slow @ x, dose) for day in range(1, 8)],
            lambda states: 1000 / metabolite_L * diazepam.mass_ratios[1] * states[1],
        ),
        Course(
            "repeated_oral",
            week_h,
            lambda t: diazepam.concentration_ng_mL(t, daily),
            [0.0] * len(slow),
            [Stretch(24 * day, lambda _, x: slow @ x, dose) for day in range(1, 8)],
            lambda states: 1000 / diazepam.volume_L() * states[0],
        ),
    ]


def release() -> list[Course]:
    """Drugs whose way in, or on to the effect, is one more stage."""
    diazepam, ke0 = Compartments.suggested("diazepam_iv"), 26.0
    matrix, v1 = diazepam.kinetics.matrix[:3, :3], diazepam.volume_L()
    depot, cl, ke = DepotRelease.suggested(), 100.0, 0.2
    slow = depot.into(mammillary([cl / ke], [cl]))
    injection = depot.regimen()
    ka, k, t_h, month_h = 2.0, 0.1, np.linspace(0, 3, POINTS), np.linspace(0, 672, POINTS)
    ends = (24 * depot.burst_d, 24 * depot.plateau_d, 672)

    def released(t: float) -> float:
        return float(depot.rate_mg_d(t / 24)) / 24

    return [
        Course(
            "effect_site",
            t_h,
            lambda t: effect_site_ng_mL(diazepam, t, "10 mg IV", ke0),
            [10.0, 0.0, 0.0, 0.0],
            [Stretch(3, lambda _, x: [*(matrix @ x[:3]), ke0 * (1000 / v1 * x[0] - x[3])])],
            lambda states: states[3],
        ),
        Course(
            "depot",
            month_h,
            lambda t: slow.concentration_ng_mL(t, injection),
            [0.0],
            [
                Stretch(end, lambda t, x, end=end: released(min(t, end - 1e-9)) - ke * x)
                for end in ends
            ],
            lambda states: 1000 * ke / cl * states[0],
        ),
        Course(
            "bateman",
            t_h,
            lambda t: bateman_ng_mL(t, 10.0, ka_per_h=ka, k_per_h=k, volume_L=50.0),
            [10.0, 0.0],
            [Stretch(3, lambda _, x: [-ka * x[0], ka * x[0] - k * x[1]])],
            lambda states: 20 * states[1],
        ),
    ]


def synapse() -> list[Course]:
    """Receptors, a blocker and a transporter; the last is not linear."""
    ampa, block = TwoStateReceptor.suggested("ampa"), TrappingBlock.suggested()
    alpha, beta = ampa.alpha_per_mM_ms, ampa.beta_per_ms
    on, off = block.kon_per_uM_s, block.koff_per_s
    dopamine = card("dopamine_uptake")
    vmax, km = dopamine["vmax_uM_s"].value, dopamine["km_uM"].value
    t_ms, t_s = np.linspace(0, 20, POINTS), np.linspace(0, 60, POINTS)
    return [
        Course(
            "two_state_receptor",
            t_ms,
            lambda t: ampa.open_fraction(t, 1.0, 1.0),
            [0.0],
            [
                Stretch(1, lambda _, r: alpha * (1 - r) - beta * r),
                Stretch(20, lambda _, r: -beta * r),
            ],
        ),
        Course(
            "trapping_block",
            t_s,
            lambda t: block.blocked_fraction(t, 0.8, 0.05),
            [0.0],
            [Stretch(60, lambda _, b: 0.05 * (on * 0.8 * (1 - b) - off * b))],
        ),
        Course(
            "dopamine_clearance",
            t_s / 100,
            lambda t: dopamine_clearance_uM(t, 1.0),
            [1.0],
            [Stretch(0.6, lambda _, c: -vmax * c / (km + c))],
        ),
    ]


def given(t: Numbers) -> Numbers:
    """Return a drive that stops half-way."""
    return np.where(t < 30, 1.0, 0.0)


def adaptation() -> list[Course]:
    """Slow processes; the switch is not linear."""
    t = np.linspace(0, 60, POINTS)
    tau, gain = card("tolerance")["tau_d"].value, card("tolerance")["gain"].value
    drive = given(t)
    turn = t[drive == 0][0]  # a drive lasts from sample to sample
    pain, opponents = card("opioid_hyperalgesia"), OpponentProcess.suggested()
    pain_tau_h, receptors = pain["tau_h"].value, card("opioid_receptor_regulation")
    kappa, half_d = receptors["kappa"].value, receptors["half_time_d"].value
    site, switch = card("crps_relief"), SensitisationSwitch.suggested()
    k_per_d, c50 = np.log(2) / site["half_time_d"].value, site["c50_ng_mL"].value
    taus = np.array([opponents.tau_fast_h, opponents.tau_slow_h])
    gains = np.array([opponents.gain_fast, opponents.gain_slow])
    hazards = np.array([0.02, 0.03, 0.025])

    def filtered(to: float, tau: float) -> list[Stretch]:
        return [
            Stretch(turn, lambda _, x: (to - x) / tau),
            Stretch(60, lambda _, x: -x / tau),
        ]

    return [
        Course(
            "tolerance",
            t,
            lambda t: opponent_response(t, given(t), tau, gain).x,
            [0.0],
            filtered(1, tau),
        ),
        Course(
            "opioid_hyperalgesia",
            t,
            lambda t: pain_under_opioid(t, given(t)).h,
            [0.0],
            filtered(pain["g"].value, pain_tau_h),
        ),
        Course(
            "receptor_regulation",
            t,
            lambda t: receptor_number(t, given(t)) - 1,
            [0.0],
            filtered(kappa, half_d / np.log(2)),
        ),
        Course(
            "opponent_process",
            t,
            lambda t: opponents.feeling(t, given(t)).effect,
            [0.0, 0.0],
            [Stretch(turn, lambda _, x: (1 - x) / taus), Stretch(60, lambda _, x: -x / taus)],
            lambda states: drive - gains @ states,
        ),
        Course(
            "slow_relief",
            t - 30,
            lambda t: relief(t, 200.0, 30 * 24),
            [0.0],
            [Stretch(0, lambda _, c: k_per_d * (200 - c)), Stretch(30, lambda _, c: -k_per_d * c)],
            lambda states: states[0] / (states[0] + c50),
        ),
        Course(
            "competing_hazards",
            t,
            lambda t: cumulative_incidence(hazards, t),
            [0.0, 0.0, 0.0],
            [Stretch(60, lambda _, f: hazards * (1 - f.sum()))],
            lambda states: states,
        ),
        Course(
            "sensitisation_switch",
            t,
            lambda t: switch.course(t, 0.9, 0.6),
            [0.9],
            [Stretch(60, lambda _, x: -x + 0.4 * switch.s * x**2 / (switch.K**2 + x**2))],
        ),
    ]
