"""Lesson 2: two meanings of sensitive, and who is still there to stop a drug."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from course.explorers.panel import Axis, Line, Panel, Points
from course.explorers.style import BLUE, GREEN, GREY, HERE, ORANGE, VIOLET
from course.explorers.words import plain, three
from course.figures import Still
from course.models.hazards import cumulative_incidence, stopped_fraction
from course.models.receptor_theory import operational_ec50, operational_emax, operational_response
from course.reference import card

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TISSUE = {name: card("operational_model")[name].value for name in ("em", "ka")}
_REASONS = ("side_effects", "no_effect", "other")
# Teaching choices, which the text of the lesson names too.
_FULL, _PARTIAL = 10.0, 0.2
_TWICE = 2


def louder_or_nearer() -> Still:
    """Return what twice the receptors do to the curves of a full and of a partial agonist."""
    amount = np.geomspace(1e-3, 100, 401)
    result = SimpleNamespace(amount=amount)
    panels, said = [], []
    for name, title, tau in (
        ("full", "A full agonist: nearer", _FULL),
        ("partial", "A partial agonist: louder", _PARTIAL),
    ):
        taus = np.array([tau, _TWICE * tau])
        tops = np.asarray(operational_emax(_TISSUE["em"], taus))
        halves = np.asarray(operational_ec50(_TISSUE["ka"], taus))
        for label, one in zip(("once", "twice"), taus, strict=True):
            curve = operational_response(amount, **_TISSUE, tau=one)
            setattr(result, f"{name}_{label}", curve)
        setattr(result, f"{name}_half_at", halves)
        setattr(result, f"{name}_half", tops / 2)
        panels.append(_agonist(name, title, taus))
        said.append(
            f"its maximum goes from {three(tops[0])} to {three(tops[1])} per cent, and the "
            f"concentration for half of it from {three(halves[0])} to {three(halves[1])} KA"
        )
    alt = (
        "Two panels with the response of a tissue against the concentration of an agonist, on a "
        "logarithmic axis in multiples of KA; solid as it is, dashed with twice the receptors. On "
        f"the left a full agonist: {said[0]}, so that the curve moves sideways. On the right a "
        f"partial agonist: {said[1]}, so that it grows upwards."
    )
    return Still("louder_or_nearer", tuple(panels), result, alt)


def _agonist(name: str, title: str, taus: NDArray[np.float64]) -> Panel:
    once, twice = map(plain, taus)
    return Panel(
        title,
        Axis("Agonist", 1e-3, 100, "KA", "log", (0.001, 0.01, 0.1, 1, 10, 100)),
        Axis("Response", 0, 100, "%"),
        (
            Line("amount", f"{name}_once", f"τ = {once}", BLUE),
            Line("amount", f"{name}_twice", f"τ = {twice}", ORANGE),
            Points(f"{name}_half_at", f"{name}_half", "half of its own", HERE),
        ),
    )


def stopping() -> Still:
    """Return who has stopped for which reason, and what is won if one reason is removed."""
    values = card("antipsychotic_discontinuation")
    hazards = [values[f"{reason}_per_month"].value for reason in _REASONS]
    end = values["months"].value
    months = np.linspace(0, 2 * end, 217)
    fewer = [0.0, *hazards[1:]]

    def at_end(of: list[float]) -> float:
        return float(100 * np.asarray(stopped_fraction(of, end)))

    parts = 100 * np.asarray(cumulative_incidence(hazards, months))
    result = SimpleNamespace(
        months=months,
        **dict(zip(_REASONS, parts, strict=True)),
        all=100 * np.asarray(stopped_fraction(hazards, months)),
        fewer=100 * np.asarray(stopped_fraction(fewer, months)),
        end=[end, end],
        stopped=[at_end(hazards), at_end(fewer)],
        added=100 * np.asarray([stopped_fraction([one], months) for one in hazards]).sum(axis=0),
    )
    across = Axis("Time", 0, 2 * end, "months", ticks=(0, 6, 12, 18, 24, 30, 36))
    panels = (
        Panel(
            "Stopped, by reason",
            across,
            Axis("Of those who began", 0, 50, "%"),
            (
                Line("months", "no_effect", "no effect", ORANGE),
                Line("months", "other", "other", GREEN),
                Line("months", "side_effects", "side effects", BLUE),
            ),
        ),
        Panel(
            "Stopped in all",
            across,
            Axis("Of those who began", 0, 120, "%", ticks=(0, 25, 50, 75, 100)),
            (
                Line("months", "added", "added", GREY),
                Line("months", "all", "true", BLUE),
                Line("months", "fewer", "no side effects", VIOLET),
                Points("end", "stopped", "", HERE),
            ),
        ),
    )
    shares = dict(zip(_REASONS, map(three, parts[:, months == end].ravel()), strict=True))
    alt = (
        f"Two panels over {plain(2 * end)} months. On the left how many of those who began have "
        "stopped for each of three reasons, curves that rise ever more slowly: after "
        f"{plain(end)} months {shares['no_effect']} per cent for lack of effect, {shares['other']} "
        f"for other reasons and {shares['side_effects']} for side effects. On the right how many "
        f"have stopped in all, {three(result.stopped[0])} per cent by then, and "
        f"{three(result.stopped[1])} if nobody stopped for side effects, a curve not far below; a "
        "dotted one, of the three reasons alone added up, passes 100 per cent."
    )
    return Still("stopping", panels, result, alt)


STILLS = (louder_or_nearer(), stopping())
