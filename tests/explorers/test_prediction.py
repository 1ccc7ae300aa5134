import pytest

from course.explorers.prediction import Prediction

HALF = Prediction("how long it takes to halve", lambda r: r, unit="ms")


@pytest.mark.parametrize(
    ("said", "model", "verdict"),
    [
        (5, 10.0, "2.00 times your number"),
        (30, 10.0, "your number is 3.00 times that"),
        (10.4, 10.0, "you came within a tenth of it"),
        (-5, 10.0, "the two are 15.0 ms apart"),
        (5, -10.0, "the two are 15.0 ms apart"),
        (0, 0.0, "you came within a tenth of it"),
        ("7", 14.0, "2.00 times your number"),
        ("7 ms", 14.0, "2.00 times your number"),
        (" \N{MINUS SIGN}5ms ", 10.0, "the two are 15.0 ms apart"),
    ],
)
def test_a_number_is_quoted_and_compared(said: object, model: float, verdict: str) -> None:
    quoted = HALF.quote(said, model)
    assert quoted.startswith("Asked how long it takes to halve, you said ")
    assert " ms. The model says " in quoted
    assert quoted.endswith(f": {verdict}.")


NO_NUMBERS = {
    "words": "much longer",
    "another unit": "5 mM",
    "nothing": None,
    "a list": [1, 2],
    "not a number": float("nan"),
    "beyond floats": 10**400,
    "beyond writing": 10**5000,
    "an object": object(),
}


@pytest.mark.parametrize("said", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_what_is_no_number_is_quoted_as_it_stands(said: object) -> None:
    quoted = HALF.quote(said, 10.0)
    assert quoted.endswith("The model says 10.0 ms.")
    assert "you said “" in quoted


def test_a_long_answer_is_shortened_to_one_line() -> None:
    quoted = HALF.quote("because\n" * 100, 10.0)
    assert "\n" not in quoted
    assert "because because" in quoted
    assert "…”" in quoted


def test_a_model_may_answer_in_words() -> None:
    prediction = Prediction("what happens", lambda _: "it stops")
    assert prediction.quote("stops", 0.0).endswith("you said “stops”. The model says it stops.")


def test_before_a_commitment_the_model_stays_silent() -> None:
    assert "10" not in HALF.invitation
    assert "You have not said yet how long it takes to halve." in HALF.invitation
