from dataclasses import replace
from math import log10
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.explorers.control import Control
from course.reference import Status, card

LINEAR = Control("mg_mM", "Magnesium", "mM", 0, 2, 1, step=0.05)
LOG = Control("rate_Hz", "Rate", "Hz", 0.5, 100, 10, step=0.02, scale="log")


def test_a_control_takes_its_fields_from_the_card() -> None:
    value = card("nmda_receptor")["mg_mM"]
    control = Control.of(value, "Magnesium outside")
    assert control.name == value.name
    assert control.unit == value.unit
    assert control.step == value.step
    assert (control.low, control.start, control.high) == (value.low, value.value, value.high)


def test_a_declaration_goes_before_the_card() -> None:
    control = Control.of(card("nmda_receptor")["mg_mM"], "Magnesium", high=5, start=2)
    assert (control.high, control.start) == (5, 2)


def test_a_control_as_its_card_has_it_sets_the_number_of_the_card() -> None:
    value = card("nmda_receptor")["mg_mM"]
    number = Control.of(value, "Magnesium outside").number
    assert number == replace(value, label="Magnesium outside")


def test_a_range_or_start_of_its_own_is_said_beside_the_source() -> None:
    value = card("liver")["blood_flow_L_h"]
    number = Control.of(value, "Flow", low=40, start=50).number
    assert (number.value, number.source) == (value.value, value.source)
    assert number.note == (
        f"{value.note}; its slider goes from 40 to 120 L/h and starts at 50 L/h: a teaching choice"
    )


def test_without_a_card_a_control_is_a_teaching_choice() -> None:
    number = LINEAR.number
    assert (number.value, number.low, number.high) == (LINEAR.start, LINEAR.low, LINEAR.high)
    assert (number.status, number.source) == (Status.TEACHING_CHOICE, "")


def test_a_choice_among_kinds_is_no_number() -> None:
    assert Control.among("shape", "Ended", ("at once", "slowly")).number is None


def test_a_ratio_has_no_unit_to_show() -> None:
    assert Control.of(card("depressing_synapse")["U"], "Share").heading == "Share"


@given(st.floats(-10, 10))
def test_a_linear_control_takes_steps_within_its_range(value: str) -> None:
    accepted = LINEAR.accept(value)
    assert LINEAR.low <= accepted <= LINEAR.high
    assert LINEAR.accept(accepted) == accepted
    assert abs(accepted / LINEAR.step - round(accepted / LINEAR.step)) < 1e-9
    if LINEAR.low <= value <= LINEAR.high:
        assert abs(accepted - value) <= LINEAR.step / 2 + 1e-9


@given(st.floats(0.01, 1000))
def test_a_logarithmic_control_keeps_three_figures(value: str) -> None:
    accepted = LOG.accept(value)
    assert LOG.low <= accepted <= LOG.high
    assert LOG.accept(accepted) == accepted
    assert float(f"{accepted:.2e}") == accepted


def test_whole_decades_lie_on_a_logarithmic_slider() -> None:
    first, last = LOG.ends
    for decade in (0, 1, 2):
        steps = (decade - first) / LOG.step
        assert abs(steps - round(steps)) < 1e-9
    assert first <= log10(LOG.low)
    assert last >= log10(LOG.high)


@given(st.floats(0.5, 100))
def test_one_step_of_a_logarithmic_slider_is_never_mistaken_for_standing_still(value: str) -> None:
    value = LOG.accept(value)
    nearest = round(log10(value) / LOG.step) * LOG.step
    assert LOG.is_nearest_step(10**nearest, value) or abs(nearest - log10(value)) > 0.0099
    assert not LOG.is_nearest_step(10 ** (nearest + LOG.step), value)
    assert not LOG.is_nearest_step(10 ** (nearest - LOG.step), value)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"start": 3}, "must start between"),
        ({"start": 0.52}, "between steps"),
        ({"step": 0}, "step above 0"),
        ({"step": 9}, "step above 0"),
        ({"low": 0, "start": 1, "scale": "log"}, "must stay above 0"),
    ],
)
def test_a_control_that_cannot_work_is_refused(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Control("a", "A", "mM", **{"low": 0, "high": 2, "start": 1, "step": 0.05, **fields})


def test_a_value_is_written_with_its_unit_and_a_true_minus() -> None:
    assert Control("v_mV", "Potential", "mV", -80, 40, -70, step=1).text(-70) == "−70 mV"


def test_a_choice_is_written_by_name_and_takes_nothing_between() -> None:
    control = Control.among("shape", "The drug is ended", ("at once", "in equal steps"))
    assert (control.low, control.high, control.start) == (0, 1, 0)
    assert control.heading == "The drug is ended"
    assert [control.text(value) for value in (0, 1)] == ["at once", "in equal steps"]
    assert control.accept(0.7) == 1
