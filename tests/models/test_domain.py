"""What models accept, and in which words they refuse the rest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models._domain import (
    COUNT,
    FRACTION,
    FRACTION_ABOVE_0,
    FRACTION_BELOW_1,
    NON_NEGATIVE,
    POSITIVE,
    REAL,
    Interval,
    number,
    numbers,
    plain,
    scalar,
    series,
)


@pytest.mark.parametrize(
    ("allowed", "inside", "outside"),
    [
        (REAL, [-1e308, 0, 1e308], [np.nan, np.inf, -np.inf]),
        (POSITIVE, [5e-324, 1e308], [0, -1, np.inf, np.nan]),
        (NON_NEGATIVE, [0, 5e-324], [-5e-324, np.inf]),
        (FRACTION, [0, 1], [-1e-9, 1 + 1e-9, np.nan]),
        (FRACTION_ABOVE_0, [1e-9, 1], [0, 1.1]),
        (FRACTION_BELOW_1, [0, 1 - 1e-9], [1, -0.1]),
        (COUNT, [1, 5.0, np.int64(7)], [0, 2.5, -1, np.inf]),
        (Interval(whole=True), [-3, 0], [0.5, np.nan]),
    ],
)
def test_interval_holds_its_own(
    allowed: Interval, inside: list[float], outside: list[float]
) -> None:
    assert number("x", inside, "", allowed).tolist() == inside
    for value in outside:
        with pytest.raises(ValueError, match=r"^x must be"):
            number("x", value, "", allowed)


@pytest.mark.parametrize(
    ("allowed", "unit", "sentence"),
    [
        (REAL, "mV", "x must be a finite number (mV), not nan."),
        (REAL, "", "x must be a finite number, not nan."),
        (POSITIVE, "ms", "x must be a finite number above 0 ms, not nan."),
        (FRACTION_BELOW_1, "", "x must be a finite number at least 0 and below 1, not nan."),
        (COUNT, "", "x must be a whole number at least 1, not nan."),
    ],
)
def test_sentence_says_name_unit_range_and_value(
    allowed: Interval, unit: str, sentence: str
) -> None:
    with pytest.raises(ValueError, match=r"^x must be") as refusal:
        number("x", np.nan, unit, allowed)
    assert str(refusal.value) == sentence


def test_sentence_shows_the_first_bad_element_to_twelve_digits() -> None:
    with pytest.raises(ValueError, match=r"not 1\.00000001\.$"):
        number("x", [[0.5, 1.00000001], [7, 8]], "", FRACTION)


@pytest.mark.parametrize(
    "value",
    ["two", "1.5", 1j, True, None, [[1, 2], [3]], {"a": 1}, [1, None], np.datetime64("2020-01-01")],
)
def test_what_is_no_number_is_refused_with_unit_and_range(value: object) -> None:
    with pytest.raises(ValueError, match=r"^x must be a finite number above 0 mV, not"):
        number("x", value, "mV", POSITIVE)  # type: ignore[arg-type]  # wrong types are the point


def test_argument_is_copied() -> None:
    given_array = np.ones(3)
    number("x", given_array, "", REAL)[0] = 7
    assert given_array.tolist() == [1, 1, 1]


def test_scalar_and_series_mind_the_shape() -> None:
    assert type(scalar("x", np.array(3), "", REAL)) is float
    assert series("x", [3], "", REAL).tolist() == [3]
    with pytest.raises(ValueError, match=r"^x must be one number, not an array of shape \(1,\)"):
        scalar("x", [3], "", REAL)
    for value in (3, [], [[1, 2]]):
        with pytest.raises(ValueError, match=r"^x must be a list of at least one number"):
            series("x", value, "", REAL)


def test_shapes_that_do_not_fit_are_named_without_the_plain_numbers() -> None:
    with pytest.raises(ValueError, match=r"do not fit together: a \(2,\), c \(3,\)\.$"):
        numbers(a=([1, 2], "", REAL), b=(1, "", REAL), c=([1, 2, 3], "", REAL))


@given(st.floats(allow_nan=False))
def test_plain_unwraps_numbers_alone(value: float) -> None:
    assert type(plain(np.array(value))) is float
    assert plain(np.float64(value)) == value
    assert plain([value]).shape == (1,)


@given(st.integers(-(2**53), 2**53))
def test_integers_count_as_floats(value: int) -> None:
    assert number("x", value, "", REAL).dtype == np.float64


@pytest.mark.parametrize(
    "value", [["abc"] * 100_000, "abc" * 100_000, [[1.0] * 9_999, [1.0]], np.full(100_000, np.nan)]
)
def test_a_refusal_shows_some_of_what_was_given_and_not_all(value: object) -> None:
    with pytest.raises(ValueError, match=r"^x must be a finite number \(ms\), not ") as refused:
        number("x", value, "ms", REAL)  # type: ignore[arg-type]  # what no caller should give
    assert len(str(refused.value)) < 150
