"""Compartment models and what regimens do in them."""

from __future__ import annotations

import tracemalloc
from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.models.absorption import add_absorption
from course.models.compartments import Compartment, Compartments, Flow, Route
from course.models.disposition import mammillary
from course.models.exposure import area_ng_h_mL
from course.models.metabolites import add_metabolite
from course.models.regimen import Regimen
from tests.pharmacokinetic_strategies import models, regimens
from tests.strategies import examples, non_negative, positive

TWO = mammillary([10, 40], [5, 20])
ORAL = add_absorption(TWO, ka_per_h=1.5, bioavailability=0.8)


def by_ode(model: Compartments, regimen: Regimen, times: np.ndarray) -> np.ndarray:
    """Integrate numerically from one change of input to the next."""
    doses = [
        (
            course.at_h + i * course.every_h + route.lag_h,
            course.over_h,
            model.index(route.into),
            course.dose_mg * route.bioavailability,
        )
        for course in regimen.courses
        for i in range(course.count)
        for route in model.entries(course.route)
    ]
    changes = {0.0, *times, *(d[0] for d in doses), *(d[0] + d[1] for d in doses)}
    marks = sorted(t for t in changes if t <= times[-1])
    state, at = np.zeros(len(model.names)), {}
    for begin, end in zip(marks, [*marks[1:], marks[-1]], strict=True):
        for start, over, place, amount in doses:
            if over == 0 and start == begin:
                state[place] += amount
        at[begin] = state.copy()
        rate = np.zeros(len(state))
        for start, over, place, amount in doses:
            if start <= begin < start + over:
                rate[place] += amount / over
        if end - begin > 1e-12 * (1 + end):  # LSODA never crosses a rounding
            state = solve_ivp(
                lambda _, x, rate=rate: model.kinetics.matrix @ x + rate,
                (begin, end),
                state,
                method="LSODA",
                rtol=1e-9,
                atol=1e-12,
            ).y[:, -1]
    return (np.array([at[t] for t in times]) * model.mass_ratios).T


@examples(25)
@given(models(), regimens())
def test_any_regimen_agrees_with_the_differential_equation(
    model: Compartments, regimen: Regimen
) -> None:
    times = np.linspace(0, 30, 7)
    expected = by_ode(model, regimen, times)
    np.testing.assert_allclose(
        model.amounts_mg(times, regimen), expected, rtol=1e-6, atol=1e-7 * (1 + expected.max())
    )


@examples(60)
@given(models(), regimens(), regimens())
def test_regimens_superpose(model: Compartments, one: Regimen, other: Regimen) -> None:
    t = np.linspace(-1, 50, 30)
    together = model.amounts_mg(t, one + other)
    apart = model.amounts_mg(t, one) + model.amounts_mg(t, other)
    np.testing.assert_allclose(together, apart, rtol=1e-9, atol=1e-9)


@examples(60)
@given(models(), regimens(), non_negative(1e-3, 1e3), positive(0.1, 10))
def test_amounts_scale_with_dose_and_move_with_time(
    model: Compartments, regimen: Regimen, factor: float, delay: float
) -> None:
    t = np.linspace(0, 40, 20)
    amounts = model.amounts_mg(t, regimen)
    scaled = model.amounts_mg(t, regimen.scaled(factor))
    np.testing.assert_allclose(scaled, factor * amounts, rtol=1e-9, atol=1e-9 * factor)
    later = model.amounts_mg(t + delay + 1e-9, regimen.delayed(delay))
    near = model.amounts_mg(t + 1e-9, regimen)
    np.testing.assert_allclose(later, near, rtol=1e-5, atol=1e-5)


@examples(60)
@given(models(), regimens())
def test_what_was_given_is_stored_or_gone(model: Compartments, regimen: Regimen) -> None:
    t = np.linspace(-1, 60, 25)
    stored = (model.amounts_mg(t, regimen) / model.mass_ratios[:, None]).sum(axis=0)
    entered, gone = model.entered_mg(t, regimen), model.eliminated_mg(t, regimen)
    np.testing.assert_allclose(stored + gone, entered, rtol=1e-9, atol=1e-8)
    assert (np.diff(gone) >= -1e-8).all()
    assert (np.diff(entered) >= -1e-9).all()


@examples(30)
@given(models())
def test_what_is_gone_is_what_the_losses_took(model: Compartments) -> None:
    regimen, end = "10 mg IV; 10 mg PO", 500.0
    t = np.append(0, np.geomspace(1e-7, end, 20000))
    amounts = model.amounts_mg(t, regimen) / model.mass_ratios[:, None]
    taken = np.trapezoid(model.kinetics.loss @ amounts, t)
    assert model.eliminated_mg(end, regimen) == pytest.approx(taken, rel=1e-4)


def test_entered_amount_follows_infusions_lags_and_bioavailability() -> None:
    model = add_absorption(TWO, 1, 0.5, lag_h=1)
    regimen = "10 mg PO; 20 mg IV over 2 h q4h x 2"
    entered = model.entered_mg([-1, 0, 0.5, 1, 2, 5, 6, 99], regimen)
    np.testing.assert_allclose(entered, [0, 0, 5, 15, 25, 35, 45, 45], rtol=1e-12)


def test_weight_must_be_one() -> None:
    with pytest.raises(ValueError, match="weight_kg must be a finite number above 0 kg, not 0"):
        Compartments(TWO.compartments, TWO.flows, TWO.routes, weight_kg=0)


def test_bolus_starts_at_dose_over_volume() -> None:
    assert TWO.concentration_ng_mL(0, "10 mg IV") == pytest.approx(1000, rel=1e-12)
    assert TWO.concentration_ng_mL(-1e-9, "10 mg IV") == 0
    assert TWO.concentration_ng_mL([0.0], "10 mg IV", of="peripheral")[0] < 1e-12


def test_oral_dose_does_not_jump() -> None:
    assert ORAL.concentration_ng_mL(0, "10 mg PO") < 1e-9
    assert ORAL.amounts_mg(0, "10 mg PO")[ORAL.index("gut")] == pytest.approx(8, rel=1e-12)


@given(positive(1e-12, 0.1), positive(0.1, 5))
def test_short_infusion_tends_to_a_bolus(over: float, t: float) -> None:
    bolus = TWO.concentration_ng_mL(t + over, "10 mg IV")
    infused = TWO.concentration_ng_mL(t + over, Regimen.give(10, "IV", over_h=over))
    assert infused == pytest.approx(bolus, rel=5 * over + 1e-9)


def test_infusion_is_continuous_where_it_stops() -> None:
    at = [2 - 1e-9, 2, 2 + 1e-9]
    before, there, after = TWO.concentration_ng_mL(at, "10 mg IV over 2 h")
    assert before == pytest.approx(there, rel=1e-7)
    assert after == pytest.approx(there, rel=1e-7)


@examples(60)
@given(models(), st.sampled_from(["IV", "PO"]), positive(1, 24), st.floats(0.01, 0.99))
def test_steady_state_is_where_a_long_course_ends(
    model: Compartments, route: str, every: float, share: float
) -> None:
    (lag,) = (entry.lag_h for entry in model.entries(route))
    t = lag + share * every
    steady = model.steady_state_mg(t % every, Regimen.give(10, route, every_h=every, count=2))
    count = 10_000_000
    long = Regimen.give(10, route, every_h=every, count=count)
    np.testing.assert_allclose(
        steady, model.amounts_mg((count - 1) * every + t, long), rtol=1e-6, atol=1e-5
    )


def test_mean_of_a_steady_interval_is_area_over_interval() -> None:
    t = np.linspace(0, 8, 4001)
    for text in ("10 mg PO q8h x 2", "10 mg IV over 3 h q8h x 2", "10 mg IV over 20 h q8h x 2"):
        c = ORAL.steady_state_ng_mL(t, text)
        route = text.split()[2]
        assert np.trapezoid(c, t) == pytest.approx(area_ng_h_mL(ORAL, f"10 mg {route}"), rel=1e-5)


def test_lag_turns_the_steady_interval() -> None:
    late = add_absorption(TWO, 1.5, 0.8, lag_h=3)
    soon = add_absorption(TWO, 1.5, 0.8)
    course = "10 mg PO q8h x 2"
    np.testing.assert_allclose(
        late.steady_state_ng_mL([3, 5, 2], course), soon.steady_state_ng_mL([0, 2, 7], course)
    )


def test_results_have_the_shape_of_the_times() -> None:
    t = np.ones((2, 3))
    assert type(ORAL.concentration_ng_mL(1, "1 mg IV")) is float
    assert ORAL.concentration_ng_mL(t, "1 mg IV").shape == (2, 3)
    assert ORAL.amounts_mg(t, "1 mg IV").shape == (3, 2, 3)
    assert ORAL.amounts_mg(1, "1 mg IV").shape == (3,)
    assert ORAL.amounts_mg([], "1 mg IV").shape == (3, 0)
    assert ORAL.steady_state_mg(t, "1 mg IV q8h x 2").shape == (3, 2, 3)
    assert type(ORAL.entered_mg(1, "1 mg IV")) is float
    assert type(ORAL.eliminated_mg(1, "1 mg IV")) is float


@pytest.mark.parametrize("volumes", [[1e-6, 1e6], [1e6, 1e-6], [1e-9, 1e9, 1]])
@pytest.mark.parametrize("clearances", [[1e3, 1e-3, 1], [1e-12, 1e12, 1], [0, 1, 1], [1, 1, 1]])
@pytest.mark.parametrize(
    "regimen",
    [
        "1e300 mg IV",
        "1e-300 mg PO",
        "1 mg PO q1e-3h x 1000000",
        "1 mg IV over 1e-9 h",
        "1 mg IV over 1e9 h q1h x 5",
        "1 mg IV at 1e200 h",
        "0 mg IV",
    ],
)
def test_extreme_but_legal_questions_have_finite_answers(
    volumes: list[float], clearances: list[float], regimen: str
) -> None:
    model = add_absorption(mammillary(volumes, clearances[: len(volumes)]), 1e-3)
    amounts = model.amounts_mg([-5, 0, 1e-12, 1, 1e12, 1e300], regimen)
    assert np.isfinite(amounts).all()
    assert (amounts >= 0).all()
    assert amounts.sum(axis=0).max() <= Regimen.of(regimen).total_mg * (1 + 1e-9)


def test_no_dose_gives_nothing() -> None:
    assert ORAL.concentration_ng_mL(5, "0 mg PO") == 0
    assert ORAL.concentration_ng_mL(5, Regimen(())) == 0


def test_a_route_of_two_parts_splits_the_dose() -> None:
    model = add_metabolite(TWO, "m", fraction=1, volume_L=5, clearance_L_h=1)
    split = add_absorption(add_absorption(model, 2, 0.3), 2, 0.6, depot="first pass", into="m")
    amounts = dict(zip(split.names, split.amounts_mg(0, "10 mg PO"), strict=True))
    assert (amounts["gut"], amounts["first pass"]) == pytest.approx((3, 6), rel=1e-12)
    with pytest.raises(ValueError, match=r"PO must add up to at most 1, not 1\.1"):
        add_absorption(split, 2, 0.2, depot="third")


def test_models_are_values() -> None:
    assert mammillary([10, 40], [5, 20]) == TWO
    assert hash(mammillary([10, 40], [5, 20])) == hash(TWO)
    assert TWO != ORAL
    with pytest.raises(FrozenInstanceError):
        TWO.flows = ()
    with pytest.raises(ValueError, match=r"read-only"):
        TWO.kinetics.transfer[0, 0] = 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"compartments": ()}, "must have different names"),
        ({"compartments": (Compartment("a"), Compartment("a"))}, "must have different names"),
        ({"flows": (Flow("a", None, 1),)}, "no compartment 'a'; there are central, peripheral"),
        ({"flows": (Flow("central", "b", 1),)}, "no compartment 'b'"),
        ({"flows": (Flow("central", "central", 1),)}, "must lead elsewhere"),
        ({"routes": (Route("IV", "c"),)}, "no compartment 'c'"),
    ],
)
def test_impossible_structures_are_refused(change: dict, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        replace(TWO, **change)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Compartment("a", 0), "volume_L must be a finite number above 0 L, not 0"),
        (lambda: Compartment("a", 1, -1), "mg_per_parent_mg must be a finite number above 0"),
        (lambda: Flow("a", None, -1), "rate_per_h must be a finite number at least 0 per h"),
        (lambda: Route("IV", "a", 1.1), "bioavailability must be .* at most 1, not 1.1"),
        (lambda: Route("IV", "a", 1, -1), "lag_h must be a finite number at least 0 h, not -1"),
        (lambda: TWO.concentration_ng_mL(1, "1 mg PO"), r"has numbers for \(IV\), not 'PO'"),
        (lambda: TWO.concentration_ng_mL(1, "1 mg IV", of="gut"), "no compartment 'gut'"),
        (lambda: ORAL.concentration_ng_mL(1, "1 mg IV", of="gut"), "gut has no volume"),
        (lambda: TWO.concentration_ng_mL(np.nan, "1 mg IV"), "t_h must be .* not nan"),
        (lambda: TWO.steady_state_mg(9, "1 mg IV q8h x 2"), "t_h must be at most .* 8 h, not 9"),
        (lambda: TWO.steady_state_mg(-1, "1 mg IV q8h x 2"), "t_h must be .* at least 0 h"),
        (lambda: TWO.steady_state_mg(1, "1 mg IV"), "one repeated course"),
        (lambda: Compartments.suggested("aspirin"), "name must be one of diazepam_iv"),
    ],
)
def test_impossible_questions_are_refused(make: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make()


def test_diagram_draws_every_topology() -> None:
    three = add_absorption(mammillary([1, 2, 3], [1, 2, 3]), 4)
    assert repr(three) == (
        "┌─────┐         ┌─────────────┐\n"
        "│ gut ├─ 4/h ─→ │ central 1 L ├─ 1/h ─→ out\n"
        "└─────┘         └─┬───────────┘\n"
        "                  │                ┌──────────────────┐\n"
        "                  ├─ 2/h ─→ ←─ 1/h │ peripheral 1 2 L │\n"
        "                  │                └──────────────────┘\n"
        "                  │                ┌──────────────────┐\n"
        "                  └─ 3/h ─→ ←─ 1/h │ peripheral 2 3 L │\n"
        "                                   └──────────────────┘"
    )
    cycle = Compartments(
        (Compartment("a"), Compartment("b"), Compartment("c")),
        (Flow("a", "b", 1), Flow("b", "c", 2), Flow("c", "a", 3), Flow("c", None, 0)),
        (),
    )
    assert repr(cycle) == (
        "┌───┐         ┌───┐         ┌───┐\n"
        "│ a ├─ 1/h ─→ │ b ├─ 2/h ─→ │ c ├─ 3/h ─→ a\n"
        "└───┘         └───┘         └───┘"
    )


@given(models())
def test_diagram_names_every_compartment_and_way_out(model: Compartments) -> None:
    drawn = repr(model)
    assert all(f"│ {part.label} " in drawn for part in model.compartments)
    assert drawn.count("─→ out") == sum(f.target is None and f.rate_per_h > 0 for f in model.flows)


@given(st.floats(0.5, 30), st.integers(1, 40), st.floats(0.2, 5), non_negative(0.01, 200))
def test_overlapping_infusions_add_up(over: float, count: int, every: float, t: float) -> None:
    regimen = Regimen.give(10, "IV", over_h=over, every_h=every, count=count)
    single = Regimen.give(10, "IV", over_h=over)
    expected = sum(TWO.concentration_ng_mL(t - i * every, single) for i in range(count))
    assert TWO.concentration_ng_mL(t, regimen) == pytest.approx(expected, rel=1e-8, abs=1e-9)


def test_a_million_times_take_little_more_memory_than_their_answer() -> None:
    t = np.linspace(0, 500, 1_000_000)
    tracemalloc.start()
    course = TWO.concentration_ng_mL(t, "10 mg IV over 24 h q1h x 400")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * t.nbytes
    some = np.arange(0, t.size, 99_991)
    np.testing.assert_allclose(
        np.asarray(course)[some], TWO.concentration_ng_mL(t[some], "10 mg IV over 24 h q1h x 400")
    )
