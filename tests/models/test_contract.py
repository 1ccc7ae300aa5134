"""Every public model function keeps one contract; tests/models/calls/ says how to call each."""

from __future__ import annotations

import importlib
import inspect
import itertools
import math
import pkgutil
from typing import TYPE_CHECKING

import numpy as np
import pytest

import course.models
import tests.models.calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.contract import Call, Door

CALL_FILES = [
    importlib.import_module(f"tests.models.calls.{module.name}")
    for module in pkgutil.iter_modules(tests.models.calls.__path__)
]
CALLS: list[Call] = [call for file in CALL_FILES for call in file.CALLS]
DOORS: list[Door] = [door for file in CALL_FILES for door in file.OTHERS]
MODULES = [
    module.name
    for module in pkgutil.iter_modules(course.models.__path__)
    if not module.name.startswith("_")
]

every_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
every_door = pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
every_module = pytest.mark.parametrize("module_name", MODULES)


def public_functions(module_name: str) -> dict[str, object]:
    module = importlib.import_module(f"course.models.{module_name}")
    return {
        name: member
        for name, member in inspect.getmembers(module, inspect.isfunction)
        if member.__module__ == module.__name__ or name in getattr(module, "__all__", ())
        if not name.startswith("_")
    }


def outputs(answer: object) -> tuple[object, ...]:
    return answer if isinstance(answer, tuple) else (answer,)


def arrays_in(answer: object) -> Iterator[np.ndarray]:
    """Yield the arrays of an answer that the caller may do with as he likes."""
    if isinstance(answer, np.ndarray):
        yield answer
    elif isinstance(answer, tuple | list):
        for part in answer:
            yield from arrays_in(part)


def behind(method: object) -> object:
    """Return the function of a bound or class method."""
    return getattr(method, "__func__", method)


@every_module
def test_every_public_function_and_method_is_called_here(module_name: str) -> None:
    covered = {behind(call.function) for call in (*CALLS, *DOORS)}
    module = importlib.import_module(f"course.models.{module_name}")
    methods = {
        f"{cls.__name__}.{name}": behind(member)
        for _, cls in inspect.getmembers(module, inspect.isclass)
        if cls.__module__ == module.__name__
        for name, member in vars(cls).items()
        if not name.startswith("_") and inspect.isfunction(behind(member))
    }
    public = {**public_functions(module_name), **methods}
    assert [name for name, function in public.items() if function not in covered] == []


@every_door
def test_doors_open(door: Door) -> None:
    door()


@every_door
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, "1", None, 1j])
def test_doors_refuse_what_is_no_number_by_name(door: Door, value: object) -> None:
    signature = inspect.signature(door.function).parameters
    for name, changed in door.with_one(value):
        if value is None and name in signature and signature[name].default is None:
            continue
        with pytest.raises(ValueError, match=rf"\b{name}\b"):
            door(**{name: changed})


@every_door
def test_what_a_caller_does_to_an_answer_is_not_seen_by_the_next(door: Door) -> None:
    first, kept = door(), door()
    for array in arrays_in(first):
        array[...] = 0
    for array, expected in zip(arrays_in(door()), arrays_in(kept), strict=True):
        np.testing.assert_array_equal(array, expected)


@every_call
def test_numbers_give_floats(call: Call) -> None:
    assert all(type(output) is float for output in outputs(call()))


@every_call
def test_numpy_scalars_and_0d_arrays_count_as_numbers(call: Call) -> None:
    for wrap in (np.float64, np.array):
        wrapped = {name: wrap(value) for name, value in call.arguments.items()}
        assert outputs(call(**wrapped)) == outputs(call())


@every_call
def test_each_argument_may_be_a_list(call: Call) -> None:
    expected = outputs(call())
    for name in call.arrays:
        answers = outputs(call(**{name: [call.arguments[name]] * 2}))
        for answer, number in zip(answers, expected, strict=True):
            assert isinstance(answer, np.ndarray), name
            assert (answer.dtype, answer.shape) == (np.float64, (2,)), name
            np.testing.assert_allclose(answer, number, rtol=1e-12)


@every_call
def test_arguments_broadcast(call: Call) -> None:
    expected = outputs(call())
    for first, second in itertools.combinations(call.arrays, 2):
        column = np.full((3, 1), call.arguments[first])
        row = np.full(2, call.arguments[second])
        for answer, number in zip(
            outputs(call(**{first: column, second: row})), expected, strict=True
        ):
            assert np.shape(answer) == (3, 2), (first, second)
            np.testing.assert_allclose(answer, number, rtol=1e-12)
        with pytest.raises(ValueError, match=rf"do not fit together: .*\b{first}\b"):
            call(**{first: column.ravel(), second: row})


@every_call
def test_arguments_stay_as_they_were(call: Call) -> None:
    given = {name: np.full(2, float(call.arguments[name])) for name in call.arrays}
    before = {name: array.copy() for name, array in given.items()}
    call(**given)
    for name, array in given.items():
        np.testing.assert_array_equal(array, before[name])


@every_call
def test_illegal_values_are_refused_by_name(call: Call) -> None:
    for name in call.arguments:
        for value in (math.nan, math.inf, -math.inf, *call.illegal.get(name, ())):
            with pytest.raises(ValueError, match=rf"\b{name}\b.* not .*{value:g}\."):
                call(**{name: value})


@every_call
def test_one_illegal_element_is_enough(call: Call) -> None:
    for name in call.arrays:
        with pytest.raises(ValueError, match=rf"^{name} must be .*, not nan\.$"):
            call(**{name: [call.arguments[name], math.nan]})
