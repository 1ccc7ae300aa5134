from dataclasses import replace
from typing import Any

import pytest

from course.explorers.declaration import Explorer


def test_an_explorer_starts_where_its_controls_start(toy: Explorer[Any]) -> None:
    assert toy.start == {"peak_mM": 2.0, "tau_ms": 1}


def test_settings_are_completed_and_brought_into_range(toy: Explorer[Any]) -> None:
    assert toy.accept({"tau_ms": 1e6}) == {"peak_mM": 2.0, "tau_ms": 10}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"panels": ()}, "one or two panels"),
        ({"controls": ()}, "one to four controls"),
        ({"presets": {"Odd": {"tau": 1}}}, "no control named tau"),
        ({"presets": {"Far": {"tau_ms": 100}}}, "cannot set tau_ms to 100"),
        ({"presets": {"Reset": {}}}, "preset named Reset"),
    ],
)
def test_a_declaration_that_cannot_work_is_refused(
    toy: Explorer[Any], fields: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        replace(toy, **fields)


def test_a_prediction_is_asked_at_its_own_settings(toy: Explorer[Any]) -> None:
    assert toy.quote(1.0).endswith("The model says 1.39 ms: 1.39 times your number.")


def test_without_a_commitment_or_a_question_nothing_is_given_away(toy: Explorer[Any]) -> None:
    assert "1.39" not in toy.quote(...)
    assert replace(toy, prediction=None).quote(5) == ""
