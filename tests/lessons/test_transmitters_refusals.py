"""Lesson 1: what the reference solutions refuse, and in which words.

Every argument of every function is given wrong types, a ragged list and impossible values. The
sentence must name the argument, its unit where it has one, and what is allowed.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.notebooks import read_notebook

LESSON = Path(__file__).parents[2] / "source" / "1-transmitters" / "transmitters.ipynb"
SOURCE = read_notebook(LESSON)


@dataclass(frozen=True)
class Argument:
    """A legal value, its unit (empty for a ratio or count), the range in words, values outside."""

    value: float
    unit: str
    range: str
    outside: tuple[float, ...] = ()


def positive(value: float, unit: str = "") -> Argument:
    return Argument(value, unit, "above 0", (0, -1.0))


def at_least_0(value: float, unit: str = "") -> Argument:
    return Argument(value, unit, "at least 0", (-1, -1e-9))


def real(value: float, unit: str = "") -> Argument:
    return Argument(value, unit, "of either sign")


OCCUPANCY = Argument(0.5, "", "in [0, 1)", (-0.1, 1, 1.5))
FUNCTIONS: dict[str, dict[str, Argument]] = {
    "quantal_summary": {
        "n": Argument(5, "", "whole and at least 1", (0, -2, 2.5)),
        "p": Argument(0.5, "", "in [0, 1]", (-0.1, 1.1)),
        "q_mV": real(0.4, "mV"),
    },
    "m_from_failures": {
        "N": positive(100),
        "N0": Argument(50, "", "above 0 and at most N", (0, -1, 101)),
    },
    "tm_steady_state": {
        "rate_Hz": at_least_0(20, "Hz"),
        "U": Argument(0.5, "", "in (0, 1]", (0, -0.1, 1.1)),
        "tau_rec_ms": positive(800, "ms"),
    },
    "cleft_budget": {
        "peak_mM": positive(1.1, "mM"),
        "tau_ms": positive(1.2, "ms"),
        "radius_nm": positive(160, "nm"),
        "height_nm": positive(20, "nm"),
        "D_um2_ms": positive(0.33, "µm²/ms"),
    },
    "two_state_response": {
        "t_ms": real(2.0, "ms"),
        "pulse_ms": at_least_0(1.0, "ms"),
        "c_mM": at_least_0(1.0, "mM"),
        "alpha": positive(1.1, "1/(mM·ms)"),
        "beta": positive(0.19, "1/ms"),
        "r0": Argument(0.0, "", "in [0, 1]", (-0.1, 1.1)),
    },
    "e_gaba_mV": {
        "cl_out_mM": positive(125, "mM"),
        "cl_in_mM": positive(10, "mM"),
        "hco3_out_mM": at_least_0(25, "mM"),
        "hco3_in_mM": at_least_0(15, "mM"),
        "p_ratio": at_least_0(0.25),
        "T_K": positive(310.15, "K"),
    },
    "nmda_unblock": {"v_mV": real(-60, "mV"), "mg_mM": at_least_0(1.0, "mM")},
    "dopamine_clear": {
        "t_s": real(0.1, "s"),
        "c0_uM": at_least_0(0.3, "µM"),
        "vmax_uM_s": positive(4.0, "µM/s"),
        "km_uM": positive(0.2, "µM"),
        "dat_occupancy": OCCUPANCY,
    },
    "dopamine_tonic_uM": {
        "rate_Hz": at_least_0(4.0, "Hz"),
        "per_pulse_uM": at_least_0(0.06, "µM"),
        "vmax_uM_s": positive(4.0, "µM/s"),
        "km_uM": positive(0.2, "µM"),
        "dat_occupancy": OCCUPANCY,
    },
}
SINGLE_NUMBERS_ONLY = "cleft_budget"

NEVER_A_NUMBER: dict[str, object] = {
    "None": None,
    "text": "abc",
    "text that reads as a number": "1.5",
    "a list of text": ["0.5", "0.6"],
    "true": True,
    "truths": np.array([True, False]),
    "complex": 0.5 + 0.5j,
    "dictionary": {"a": 0.5},
    "set": {0.5},
    "object": object(),
    "function": len,
    "a list with a hole": [0.5, None],
    "date": np.datetime64("2020-01-01"),
    "ragged list": [[0.5], [0.5, 0.5]],
    "ragged list of arrays": [np.ones((2, 2)), np.ones((2, 3))],
    "NaN": math.nan,
    "infinity": math.inf,
    "minus infinity": -math.inf,
    "NaN among numbers": [0.5, math.nan],
}


def reference_functions() -> dict[str, Callable[..., Any]]:
    """Run the set-up and every solution cell of the source; return the functions."""
    kernel: dict[str, Any] = {}
    for cell in SOURCE.cells:
        if cell.id == "setup" or cell.metadata.get("nbgrader", {}).get("solution"):
            exec(compile(cell.source, cell.id, "exec"), kernel)  # noqa: S102 - our own cells
    return {name: kernel[name] for name in FUNCTIONS}


REFERENCE = reference_functions()
ARGUMENTS = [(function, name) for function, names in FUNCTIONS.items() for name in names]
IMPOSSIBLE = [
    (function, name, value)
    for function, name in ARGUMENTS
    for value in FUNCTIONS[function][name].outside
]


def refusal(function: str, **changed: object) -> str:
    """Return the sentence with which a function refuses legal arguments, some of them changed."""
    legal = {name: argument.value for name, argument in FUNCTIONS[function].items()}
    with pytest.raises(ValueError, match=r"^\w+[, ]") as refused:
        REFERENCE[function](**{**legal, **changed})
    return str(refused.value)


def assert_it_says(sentence: str, function: str, name: str) -> None:
    argument = FUNCTIONS[function][name]
    subject, _, demand = sentence.partition(" must be ")
    assert subject.startswith(f"{name} (")
    assert subject.endswith(f", {argument.unit})" if argument.unit else ")")
    assert argument.range in demand
    assert "\n" not in sentence


def test_every_argument_is_in_the_table_and_the_legal_values_are_legal() -> None:
    for function, arguments in FUNCTIONS.items():
        reference = REFERENCE[function]
        assert list(arguments) == list(reference.__code__.co_varnames[: len(arguments)])
        assert len(arguments) == reference.__code__.co_argcount
        assert reference(**{name: argument.value for name, argument in arguments.items()})


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("wrong", NEVER_A_NUMBER)
@pytest.mark.parametrize(("function", "name"), ARGUMENTS)
def test_what_is_no_finite_number_is_refused_by_name(function: str, name: str, wrong: str) -> None:
    assert_it_says(refusal(function, **{name: NEVER_A_NUMBER[wrong]}), function, name)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(("function", "name", "value"), IMPOSSIBLE)
def test_an_impossible_value_is_refused_by_name(function: str, name: str, value: float) -> None:
    assert_it_says(refusal(function, **{name: value}), function, name)
    if function != SINGLE_NUMBERS_ONLY:
        legal = FUNCTIONS[function][name].value
        assert_it_says(refusal(function, **{name: [legal, value]}), function, name)


@pytest.mark.parametrize(("function", "name"), ARGUMENTS)
def test_a_wrong_shape_is_refused_in_one_sentence_with_the_names(function: str, name: str) -> None:
    value = FUNCTIONS[function][name].value
    if function == SINGLE_NUMBERS_ONLY:
        for several in ([value], [value, value], np.full((2, 2), value), []):
            assert_it_says(refusal(function, **{name: several}), function, name)
        return
    other = next(argument for argument in FUNCTIONS[function] if argument != name)
    pair = [FUNCTIONS[function][other].value] * 2
    sentence = refusal(function, **{name: [value] * 3, other: pair})
    names, _, demand = sentence.partition(" must have ")
    assert names.split(", ") == list(FUNCTIONS[function])
    assert demand == "shapes that fit together"


@pytest.mark.parametrize("outpaced", [1.0, [4.0, 0.24]])
def test_release_that_uptake_cannot_match_is_refused_with_both_named(outpaced: object) -> None:
    sentence = refusal("dopamine_tonic_uM", vmax_uM_s=outpaced, rate_Hz=4.0, per_pulse_uM=0.25)
    assert sentence == "vmax_uM_s (µM/s) must be above the release, rate_Hz · per_pulse_uM"
