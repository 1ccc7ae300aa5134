import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import close, near, raises

finite = st.floats(-1e12, 1e12)


@given(finite)
def test_a_number_agrees_with_itself_in_every_form(value: float) -> None:
    for form in (value, np.float64(value), np.array(value)):
        close(form, value)
    close([value], np.array([value]))


@given(finite, st.floats(1e-3, 1.0))
def test_a_deviation_beyond_the_tolerance_fails(value: float, off: float) -> None:
    wanted = abs(value) + 1.0
    with pytest.raises(AssertionError, match="was expected"):
        close(wanted * (1 + 2 * off), wanted, rtol=off)
    close(wanted * (1 + off / 2), wanted, rtol=off)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (None, "got None: does the function return its result"),
        ("0.5", "got a str where numbers were expected"),
        (True, "got a bool where numbers were expected"),
        (1j, "got a complex"),
        ([1.0], "got an array of shape \\(1,\\) where a single number was expected"),
        ([[1.0], [1.0, 2.0]], "rows have different lengths"),
        (float("nan"), "got nan where 0.5 was expected"),
        (float("inf"), "got inf where 0.5 was expected"),
        (lambda: 0.5, "got a function"),
    ],
)
def test_a_wrong_answer_is_told_in_one_sentence(answer: object, sentence: str) -> None:
    with pytest.raises(AssertionError, match=sentence):
        close(answer, 0.5)
    assert not near(answer, 0.5)


def test_the_worst_value_of_an_array_is_named() -> None:
    with pytest.raises(AssertionError, match=r"got 9 where 3 .* position \[1, 0\]; 2 of 4"):
        close([[1.0, 2.5], [9.0, 4.0]], [[1.0, 2.0], [3.0, 4.0]])


def test_nan_in_an_array_counts_as_the_worst() -> None:
    with pytest.raises(AssertionError, match=r"got nan .* position \[0\]"):
        close([np.nan, 99.0], [1.0, 2.0])


def test_equal_infinities_agree() -> None:
    close(np.inf, np.inf)
    assert not near(-np.inf, np.inf)


def test_arguments_are_left_as_they_were() -> None:
    answer = np.array([1, 2])
    close(answer, [1.0, 2.0])
    assert answer.dtype == np.array([1]).dtype


def test_raises_wants_that_error_and_no_other() -> None:
    raises(ValueError, lambda: int("x"))
    with pytest.raises(AssertionError, match="TypeError was raised instead"):
        raises(ValueError, lambda: len(3))  # type: ignore[arg-type]  # the wrong call is the point
    with pytest.raises(AssertionError, match="but got the answer 3"):
        raises(ValueError, lambda: 3)


def test_raises_lets_an_exercise_not_begun_through() -> None:
    def stub() -> None:
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        raises(ValueError, stub)
