"""What the reference solutions refuse, and in which words.

Every argument of every function is given wrong types, a ragged list and impossible values. The
sentence must name the argument, its unit where it has one, and what is allowed.
"""

import math
from collections.abc import Callable
from functools import cache
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.notebooks import read_notebook
from tests.lessons.refusals import Argument

ROOT = Path(__file__).parents[2]
LESSONS = {path.stem: path for path in sorted((ROOT / "source").glob("*/*.ipynb"))}
FUNCTIONS: dict[tuple[str, str], dict[str, Argument]] = {
    (lesson, function): arguments
    for lesson in LESSONS
    for function, arguments in import_module(f"tests.lessons.refusals.{lesson}").FUNCTIONS.items()
}

# Two lines of a page: what was given is shown, but not a hundred thousand numbers of it.
LONGEST = 240

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
    "a great many NaNs": np.full(100_000, math.nan),
    "a long text": "abc" * 100_000,
    "a long list of text": ["abc"] * 10_000,
}


@cache
def reference_functions(lesson: str) -> dict[str, Callable[..., Any]]:
    """Run the set-up and every solution cell of a source; return what it leaves."""
    kernel: dict[str, Any] = {}
    for cell in read_notebook(LESSONS[lesson]).cells:
        if cell.id == "setup" or cell.metadata.get("nbgrader", {}).get("solution"):
            exec(compile(cell.source, cell.id, "exec"), kernel)  # noqa: S102 - our own cells
    return kernel


def reference(function: tuple[str, str]) -> Callable[..., Any]:
    return reference_functions(function[0])[function[1]]


def broadcasting(function: tuple[str, str]) -> list[str]:
    """Return the arguments that must fit each other's shapes."""
    return [name for name, each in FUNCTIONS[function].items() if each.shape == "broadcasts"]


def of_shape(*shapes: str, company: int = 1) -> list[Any]:
    """Return each argument of those shapes, in functions with so many that broadcast."""
    return [
        pytest.param(function, name, id=f"{'.'.join(function)}({name})")
        for function, arguments in FUNCTIONS.items()
        for name, argument in arguments.items()
        if argument.shape in shapes and (company == 1 or len(broadcasting(function)) >= company)
    ]


def refusal(function: tuple[str, str], **changed: object) -> str:
    """Return the sentence with which a function refuses legal arguments, some of them changed."""
    legal = {name: argument.value for name, argument in FUNCTIONS[function].items()}
    with pytest.raises(ValueError, match=r"^\w+[, ]") as refused:
        reference(function)(**{**legal, **changed})
    sentence = str(refused.value)
    assert len(sentence) <= LONGEST, len(sentence)
    return sentence


def assert_it_says(sentence: str, function: tuple[str, str], name: str) -> None:
    argument = FUNCTIONS[function][name]
    subject, _, demand = sentence.partition(" must be ")
    assert subject.startswith(f"{name} (")
    assert subject.endswith(f", {argument.unit})" if argument.unit else ")")
    assert argument.range in demand
    assert "\n" not in sentence


@pytest.mark.parametrize("function", FUNCTIONS, ids=".".join)
def test_every_argument_is_in_the_table_and_the_legal_values_are_legal(
    function: tuple[str, str],
) -> None:
    arguments, code = FUNCTIONS[function], reference(function).__code__
    assert list(arguments) == list(code.co_varnames[: len(arguments)])
    assert len(arguments) == code.co_argcount + code.co_kwonlyargcount
    answer = reference(function)(**{name: each.value for name, each in arguments.items()})
    assert answer is not None


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_function_asked_for_is_in_the_table(lesson: str) -> None:
    asked = {
        name
        for name, made in reference_functions(lesson).items()
        if isfunction(made)
        and not name.startswith("_")
        and made.__code__.co_filename in exercise_cells(lesson)
    }
    assert asked == {function for where, function in FUNCTIONS if where == lesson}


def exercise_cells(lesson: str) -> set[str]:
    return {cell.id for cell in read_notebook(LESSONS[lesson]).cells} - {"setup"}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(("function", "name"), of_shape("broadcasts", "single", "series"))
def test_what_is_no_finite_number_is_refused_by_name(function: tuple[str, str], name: str) -> None:
    for value in NEVER_A_NUMBER.values():
        if value is None and FUNCTIONS[function][name].optional:
            continue  # None stands for "not given"
        assert_it_says(refusal(function, **{name: value}), function, name)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(("function", "name"), of_shape("broadcasts", "single", "series", "word"))
def test_an_impossible_value_is_refused_by_name(function: tuple[str, str], name: str) -> None:
    argument = FUNCTIONS[function][name]
    for value in argument.outside:
        if argument.shape != "series":
            assert_it_says(refusal(function, **{name: value}), function, name)
        if argument.shape == "broadcasts":
            assert_it_says(refusal(function, **{name: [argument.value, value]}), function, name)
        if argument.shape == "series":
            assert isinstance(argument.value, list)
            some = [value, *argument.value[1:]]
            assert_it_says(refusal(function, **{name: some}), function, name)


@pytest.mark.parametrize(("function", "name"), of_shape("single"))
def test_where_one_number_is_asked_for_several_are_refused(
    function: tuple[str, str], name: str
) -> None:
    value = FUNCTIONS[function][name].value
    for several in ([value], [value, value], [[value, value], [value, value]], []):
        assert_it_says(refusal(function, **{name: several}), function, name)


@pytest.mark.parametrize(("function", "name"), of_shape("broadcasts", company=2))
def test_a_wrong_shape_is_refused_in_one_sentence_with_the_names(
    function: tuple[str, str], name: str
) -> None:
    arguments, broadcast = FUNCTIONS[function], broadcasting(function)
    other = next(each for each in broadcast if each != name)
    wrong = {name: [arguments[name].value] * 3, other: [arguments[other].value] * 2}
    names, _, demand = refusal(function, **wrong).partition(" must have ")
    assert names.split(", ") == broadcast
    assert demand == "shapes that fit together"


@pytest.mark.parametrize(
    ("outpaced", "given"), [(0.96, "0.96"), ([4.0, 0.24], "0.24"), ([0.5, 0.6], "0.5")]
)
def test_release_that_uptake_cannot_match_is_refused_with_both_numbers(
    outpaced: object, given: str
) -> None:
    sentence = refusal(
        ("transmitters", "dopamine_tonic_uM"),
        vmax_uM_s=outpaced,
        rate_Hz=4.0,
        per_pulse_uM=0.25,
    )
    assert sentence == (
        f"vmax_uM_s (µM/s) must be above the release, rate_Hz · per_pulse_uM = 1, not {given}"
    )


def test_more_failures_than_trials_are_refused_with_both_numbers() -> None:
    sentence = refusal(("transmitters", "m_from_failures"), N=[100, 40], N0=[50, 41])
    assert sentence == "N0 (failures) must be above 0 and at most N (spikes tried), not 41 of 40"
