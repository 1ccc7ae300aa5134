"""Lesson 1 at the ends of what a float can hold, and the frame that it hands out."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.notebooks import read_notebook
from tests.lessons.test_refusals import LESSONS, LONGEST, NEVER_A_NUMBER, reference_functions

SOLUTIONS = reference_functions("transmitters")
pytestmark = pytest.mark.filterwarnings("error")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        # A huge block or none: no overflow on the way to 0 or 1.
        (("nmda_unblock", -20000, 0), 1.0),
        (("nmda_unblock", -1e308, 1), 0.0),
        (("nmda_unblock", 1e308, 1e308), 1.0),
        # Recovery and use both far below the last digit of 1.
        (("tm_steady_state", 1e18, 1e-20, 1e3), (1 / 1.01, 1e-20 / 1.01)),
        (("tm_steady_state", 5e-324, 1, 1e-300), (1.0, 1.0)),
        (("two_state_response", 1, 1, 1e307, 10, 1), 1.0),
        (("two_state_response", 0, 1, 1e307, 10, 1, 0.25), 0.25),
        (("two_state_response", 1e308, 1e308, 1, 1, 1), 0.5),
        # Whole numbers that no 64 bits hold are numbers.
        (("quantal_summary", 10**20, 0, 1), (0.0, 0.0, 1.0)),
        (("quantal_summary", 10**20, 1e-20, 1), (1.0, 1.0, math.exp(-1))),
        (("m_from_failures", 10**30, 10**30), 0.0),
        (("m_from_failures", 1e308, 1e-308), 616 * math.log(10)),
        (("e_gaba_mV", 1e300, 1e-300, 0, 0), -600 * 61.5404),
        (("dopamine_clear", 1, 1e300, 1, 1), 1e300),
        (("dopamine_clear", 1e308, 1, 1e-300, 1e300), 1.0),
        (("dopamine_tonic_uM", 0, 1e308, 1e-300, 1), 0.0),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_far_out_the_answer_is_right_and_no_warning_comes(
    call: tuple[Any, ...], expected: object
) -> None:
    name, *arguments = call
    assert SOLUTIONS[name](*arguments) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize(
    "call",
    [
        ("cleft_budget", 1, 1, 1e-300, 1, 1),
        ("cleft_budget", 1, 1, 1e300, 1, 1),
        ("cleft_budget", 1e308, 1e308, 1, 1, 1),
        ("two_state_response", 1, 1, 1e308, 10, 1),
        ("quantal_summary", 10**20, 1, 1e300),
        ("quantal_summary", 10**400, 1, 1),
        ("e_gaba_mV", 1, 1, 1e308, 1e308, 1e308),
        ("dopamine_clear", 1, 1, 1, 1e308, 0.999),
        ("dopamine_tonic_uM", 1, 0.5, 1, 1e308, 0.999),
    ],
    ids=lambda call: "-".join(map(str, call))[:60],
)
def test_an_answer_that_no_float_holds_is_refused_in_a_sentence(call: tuple[Any, ...]) -> None:
    name, *arguments = call
    with pytest.raises(ValueError, match=r"^\w+[, ].* must (give|be) ") as refused:
        SOLUTIONS[name](*arguments)
    assert len(str(refused.value)) <= LONGEST


@pytest.fixture(scope="module")
def relative_release() -> Callable[..., Any]:
    """Return the function that the lesson hands out as a pattern."""
    cells = {cell.id: cell.source for cell in read_notebook(LESSONS["transmitters"]).cells}
    kernel: dict[str, Any] = {}
    for name in ("setup", "manners-checked", "manners-example"):
        exec(compile(cells[name], name, "exec"), kernel)  # noqa: S102 - our own cells
    function: Callable[..., Any] = kernel["relative_release"]
    return function


def test_the_frame_takes_numbers_lists_and_arrays_and_leaves_them_alone(
    relative_release: Callable[..., Any],
) -> None:
    assert relative_release(1) == 1 / 16
    assert isinstance(relative_release(1), float)
    column, row = np.array([[1.0], [2.0]]), np.array([1.0, 2.0, 4.0])
    assert relative_release(column, row).shape == (2, 3)
    assert relative_release([2, 0]).tolist() == [1.0, 0.0]
    assert column.tolist() == [[1.0], [2.0]]


@pytest.mark.parametrize("kind", NEVER_A_NUMBER)
@pytest.mark.parametrize(("name", "limit"), [("ca_mM", "at least 0"), ("ca_start_mM", "above 0")])
def test_the_frame_refuses_what_is_no_finite_number_by_name(
    relative_release: Callable[..., Any], kind: str, name: str, limit: str
) -> None:
    given = {"ca_mM": 1.0, name: NEVER_A_NUMBER[kind]}
    with pytest.raises(ValueError, match=rf"^{name} \(.*, mM\) must be .*{limit}, not ") as refused:
        relative_release(**given)
    assert len(str(refused.value)) <= LONGEST


@pytest.mark.parametrize(("name", "value"), [("ca_mM", -1.0), ("ca_start_mM", [1.0, 0.0])])
def test_the_frame_refuses_impossible_values(
    relative_release: Callable[..., Any], name: str, value: object
) -> None:
    with pytest.raises(ValueError, match=rf"^{name} \(.*, mM\) must be finite and"):
        relative_release(**{"ca_mM": 1.0, name: value})


def test_the_frame_refuses_shapes_that_do_not_fit_in_words_of_its_own(
    relative_release: Callable[..., Any],
) -> None:
    with pytest.raises(ValueError, match=r"^ca_mM and ca_start_mM \(mM\) must have shapes"):
        relative_release([1.0, 2.0], [1.0, 2.0, 3.0])
