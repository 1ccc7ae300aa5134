"""Dosing regimens and their text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.models.compartments import Compartments, Route
from course.models.regimen import Course, Regimen
from tests.pharmacokinetic_strategies import regimens
from tests.strategies import non_negative, positive

courses = st.builds(
    Course,
    at_h=non_negative(1e-6, 1e4) | st.integers(0, 500).map(lambda minutes: minutes / 60),
    dose_mg=non_negative(1e-9, 1e9),
    route=st.sampled_from(["IV", "PO", "depot"]),
    over_h=non_negative(1e-6, 1e4) | st.integers(0, 500).map(lambda minutes: minutes / 60),
    every_h=positive(1e-6, 1e4),
    count=st.integers(1, 1000),
)


@given(st.lists(courses, min_size=1, max_size=4))
def test_text_is_read_back_exactly(given_courses: list[Course]) -> None:
    regimen = Regimen(tuple(given_courses))
    again = Regimen.parse(regimen.text)
    assert again.courses == regimen.courses
    assert again == regimen
    assert hash(again) == hash(regimen)


@pytest.mark.parametrize(
    ("regimen", "text"),
    [
        (Regimen.give(300, "PO", every_h=12, count=6), "300 mg PO q12h x 6"),
        (Regimen.give(10, "IV"), "10 mg IV"),
        (Regimen.give(35, "IV", over_h=40 / 60), "35 mg IV over 40 min"),
        (Regimen.give(0.25, "IV", over_h=1.5, at_h=2), "0.25 mg IV over 90 min at 2 h"),
        (Regimen.give(380, "IM", every_h=28 * 24, count=12), "380 mg IM q28d x 12"),
        (Regimen.give(5, "PO", every_h=24, count=7, at_h=48), "5 mg PO q24h x 7 at 2 d"),
        (Regimen.give(1, "IV", every_h=0.5, count=2), "1 mg IV q30min x 2"),
        (Regimen.give(5, "PO", every_h=8, count=1), "5 mg PO"),
        (Regimen.give(2, "PO", at_h=1) + Regimen.give(1, "IV"), "1 mg IV; 2 mg PO at 1 h"),
        (Regimen.give(0, "PO"), "0 mg PO"),
        (Regimen.give(1e20, "PO"), "1e+20 mg PO"),
    ],
)
def test_reads_as_a_clinician_writes(regimen: Regimen, text: str) -> None:
    assert regimen.text == str(regimen) == text
    assert repr(regimen) == f"Regimen({text!r})"
    assert Regimen.parse(text) == regimen


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("10 mg PO bid x 4", "10 mg PO q12h x 4"),
        ("10 mg PO daily x 3", "10 mg PO q24h x 3"),
        ("10mg PO tid×3", "10 mg PO q8h x 3"),
        ("10 mg PO qid x 2", "10 mg PO q6h x 2"),
        ("2 g PO", "2000 mg PO"),
        ("500 µg IV", "0.5 mg IV"),
        ("500 mcg IV", "500 ug IV"),
        ("0.5 mg/kg IV over 40 min", "35 mg IV over 40 min"),
        ("10 mg IV at 90 min", "10 mg IV at 1.5 h"),
        ("1 mg IV;2 mg IV at 1 d", "2 mg IV at 24 h; 1 mg IV"),
        ("10 mg PO q8h for 7 d", "10 mg PO q8h x 21"),
        ("10 mg PO every 8 h x 3", "10 mg PO q8h x 3"),
        ("10 mg PO every 8 hours for 20 hours at 1 day", "10 mg PO q8h x 3 at 1 d"),
        ("10 mg PO q20min for 1 h", "10 mg PO q20min x 3"),
        ("10 mg PO qd x 3", "10 mg PO q24h x 3"),
        ("10 mg PO every day for 2 weeks", "10 mg PO q24h x 14"),
        ("10 mg PO weekly x 2", "10 mg PO q7d x 2"),
        ("10 mg PO qw x 2", "10 mg PO q7d x 2"),
        ("10 mg PO Twice  Daily x 2", "10 mg PO q12h x 2"),
        ("10 MG PO Q12H X 3", "10 mg PO q12h x 3"),
        ("10 mg iv", "10 mg IV"),
        ("10 mg IV bolus", "10 mg IV"),
        ("10 mg/kg IV over 30 s", "700 mg IV over 0.5 min"),
        ("10 mg IV over 1 hr", "10 mg IV over 60 min"),
        ("10 mg IV over 2 hours", "10 mg IV over 2 h"),
        ("20 mg/h IV for 100 h", "2000 mg IV over 100 h"),
        ("20 mg per hour IV for 100 h at 1 h", "2000 mg IV over 100 h at 1 h"),
        ("0.25 mg/kg/h IV for 5 h", "87.5 mg IV over 5 h"),
        ("5 mg/h IV over 4 h", "20 mg IV over 4 h"),
        ("100 µg/kg/min IV over 10 min", "70 mg IV over 10 min"),
        ("24 mg/day IV infusion for 12 h", "12 mg IV over 12 h"),
        ("5 mg/h IV over 4 h q24h for 3 d", "20 mg IV over 4 h q24h x 3"),
        ("380 mg IM monthly x 6", "380 mg IM q28d x 6"),
        ("380 mg IM every month for 6 months", "380 mg IM q28d x 6"),
        ("380 mg IM once a month x 6 doses", "380 mg IM q4w x 6"),
        ("10 mg PO every other day x 4", "10 mg PO q48h x 4"),
        ("10 mg PO every second week x 4", "10 mg PO q14d x 4"),
        ("10 mg PO qod x 4", "10 mg PO q48h x 4"),
        ("0.5 mg/kg IV over 40 min twice weekly x 6", "35 mg IV over 40 min q84h x 6"),
        ("10 mg PO 3 times a week x 3", "10 mg PO q56h x 3"),
        ("10 mg PO three times a day x 6", "10 mg PO q8h x 6"),
        ("10 mg PO thrice daily x 6", "10 mg PO q8h x 6"),
        ("10 mg PO fortnightly for 4 weeks", "10 mg PO q14d x 2"),
        ("10 mg PO 12-hourly x 3", "10 mg PO q12h x 3"),
        ("10 mg PO nightly x 3", "10 mg PO q24h x 3"),
        ("10 mg PO daily x 6 doses", "10 mg PO q24h x 6"),
        ("10 mg PO daily for 6 doses", "10 mg PO q24h x 6"),
        ("10 mg PO bid x 3 days", "10 mg PO q12h x 6"),
        ("10 mg PO x 3 q8h", "10 mg PO q8h x 3"),
        ("10 mg p.o. b.i.d. x 3", "10 mg PO q12h x 3"),
        ("10 mg IV push", "10 mg IV"),
        ("10 mg IV push q6h x 3", "10 mg IV q6h x 3"),
        ("35 mg IV infusion over 40 min", "35 mg IV over 40 min"),
        ("35 mg IV infused over 40 min", "35 mg IV over 40 min"),
        ("10 mg PO q24h x 7 starting day 2", "10 mg PO q24h x 7 at 24 h"),
        ("10 mg PO on day 1", "10 mg PO"),
        ("10 mg PO q24h x 7 from 24 h", "10 mg PO q24h x 7 at 24 h"),
        ("10 mg by mouth", "10 mg PO"),
        ("10 mg intravenous + 5 mg oral at 4 h", "10 mg IV; 5 mg PO at 4 h"),
        ("500 \N{GREEK SMALL LETTER MU}g IV", "500 \N{MICRO SIGN}g IV"),
    ],
)
def test_other_ways_to_write_it_mean_the_same(text: str, same: str) -> None:
    assert Regimen.parse(text, weight_kg=70) == Regimen.parse(same)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mg PO",
        "10 PO",
        "ten mg PO",
        "10 mg PO; ",
        "-10 mg PO",
        "10 mg PO q12h x 6 x 2",
        "1.2.3 mg PO",
        "10 mg PO over",
        "10 mg PO at noon",
        "10 mg IV bolus over 1 h",
        "10 mg PO q12h for",
        "10 mg PO q4-6h x 3",
        "10 mg PO q12h q8h x 3",
        "10 mg PO q24h x 7 without dose three",
        "20 mg/h IV for 5 h for 6 h",
        "20 mg/h IV over 2 h for 6 h x 2 q24h",
        "1,000 mg PO",
        "10 mg PO q12h x 3 at -2 h",
        "10 mg PO q12h x 3 for 7 d",
    ],
)
def test_other_text_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="regimen must read like '300 mg PO q12h x 6'"):
        Regimen.parse(text)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("300 mg PO BID", "how many doses there are, such as 'BID x 6' or 'BID for 3 days'"),
        ("50 mg PO q24h", "how many doses there are, such as 'q24h x 6' or 'q24h for 3 days'"),
        ("380 mg IM monthly at 7 d", "how many doses there are, such as 'monthly x 6'"),
        ("10 mg PO x 6", "how often, such as 'q12h x 6', or over what time"),
        ("10 mg PO for 7 d", "how often, such as 'q12h x 6', or over what time"),
        ("20 mg/h IV", "for how long the rate runs, such as '20 mg/h IV for 5 h'"),
        ("20 mg/h IV q24h x 3", "for how long the rate runs"),
        ("20 mg/h IV x 3", "for how long the rate runs"),
        ("35 mg IV infusion", "over what time the infusion runs, such as '35 mg IV over 40 min'"),
        ("10 mg", "by which route, such as IV or PO"),
        ("0.5 mg/kg", "by which route, such as IV or PO"),
    ],
)
def test_what_is_missing_is_said(text: str, missing: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011  the whole sentence is compared
        Regimen.parse(text, weight_kg=70)
    assert str(error.value).startswith(f"regimen must say {missing}")
    assert str(error.value).endswith(f"it is missing in {text!r}.")


def test_what_is_not_understood_is_said() -> None:
    with pytest.raises(ValueError, match=r"; 'at noon' is not understood in '10 mg PO at noon'\.$"):
        Regimen.parse("10 mg PO at noon")
    with pytest.raises(ValueError, match=r"; 'over 1 h' says a second time what 'over 2 h' says"):
        Regimen.parse("10 mg IV over 2 h over 1 h")
    with pytest.raises(ValueError, match=r"; 'bolus' does not go with a length of time in"):
        Regimen.parse("10 mg IV bolus over 1 h")


@given(regimens(), st.data())
def test_without_some_doses_the_others_keep_their_times(
    regimen: Regimen, data: st.DataObject
) -> None:
    starts = sorted(
        (c.at_h + i * c.every_h, order, c.dose_mg)
        for order, c in enumerate(regimen.courses)
        for i in range(c.count)
    )
    missed = data.draw(st.sets(st.integers(1, regimen.doses)))
    left = regimen.without(*missed)
    expected = [dose for number, dose in enumerate(starts, start=1) if number not in missed]
    given_times = sorted(c.at_h + i * c.every_h for c in left.courses for i in range(c.count))
    assert given_times == pytest.approx([at for at, _, _ in expected])
    assert left.total_mg == pytest.approx(sum(mg for _, _, mg in expected))


def test_a_missed_dose() -> None:
    week = Regimen.parse("10 mg PO q24h x 7")
    assert week.without() == week
    assert week.without(1).text == "10 mg PO q24h x 6 at 1 d"
    assert week.without(7).text == "10 mg PO q24h x 6"
    assert week.without(3, 4).text == "10 mg PO q24h x 2; 10 mg PO q24h x 3 at 4 d"
    assert week.without(*range(1, 8)).doses == 0
    assert Regimen.parse("10 mg PO q24h x 7 without dose 3") == week.without(3)
    assert Regimen.parse("10 mg PO without doses 3, 4 and 6 daily x 7") == week.without(3, 4, 6)
    for number in (0, 8, 1.5):
        with pytest.raises(ValueError, match=rf"^dose_numbers must be .* at most 7, not {number}"):
            week.without(number)  # type: ignore[arg-type]  # illegal on purpose


def test_routes_are_known_by_their_words_everywhere() -> None:
    model = Compartments.suggested("diazepam_iv")
    assert model.entries("intranasal") == model.entries("in") == model.entries("IN")
    assert Route("rectal", "rectum").name == "PR"
    assert Route("depot", "muscle").name == "depot"


@pytest.mark.parametrize("nothing", [None, 10, ["10 mg IV"]])
def test_what_is_no_text_is_refused_by_name(nothing: object) -> None:
    for read in (Regimen.of, Regimen.parse):
        with pytest.raises(TypeError, match="regimen must be a Regimen or its text, not"):
            read(nothing)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 mg PO q0h for 7 d", "every_h must be a finite number above 0 h, not 0"),
        ("1 mg PO q8h for 0 d", "count must be a whole number at least 1, not 0"),
        ("1 mg PO q1e-300h for 1e300 d", "count must be"),
    ],
)
def test_a_course_that_lasts_needs_an_interval_and_a_length(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Regimen.parse(text)


def test_usual_routes_are_the_same_in_any_case() -> None:
    assert Regimen.give(10, "iv") == Regimen.give(10, "IV")
    assert Regimen.give(10, "depot").courses[0].route == "depot"


def test_dose_by_weight_needs_the_weight() -> None:
    with pytest.raises(ValueError, match=r"weight_kg \(kg, above 0\) must be given"):
        Regimen.parse("0.5 mg/kg IV")
    with pytest.raises(ValueError, match="weight_kg must be a finite number above 0 kg, not 0"):
        Regimen.parse("0.5 mg/kg IV", weight_kg=0)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"dose_mg": -1}, "dose_mg must be a finite number at least 0 mg, not -1"),
        ({"dose_mg": float("nan")}, "dose_mg .* not nan"),
        ({"over_h": -1}, "over_h must be a finite number at least 0 h, not -1"),
        ({"at_h": float("inf")}, "at_h must be a finite number at least 0 h, not inf"),
        ({"count": 0}, "count must be a whole number at least 1, not 0"),
        ({"count": 2.5, "every_h": 1}, "count must be a whole number at least 1, not 2.5"),
        ({"count": 2}, "every_h must be a finite number above 0 h, not 0"),
        ({"every_h": -1}, "every_h must be a finite number at least 0 h, not -1"),
        ({"route": "by mouth"}, "route must be one word, such as IV or PO, not 'by mouth'"),
    ],
)
def test_impossible_doses_are_refused(arguments: dict, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Regimen.give(**{"dose_mg": 1, "route": "IV", **arguments})


@given(regimens(), positive(0.1, 100), non_negative(0.1, 10))
def test_delay_and_scale_change_time_and_dose_alone(
    regimen: Regimen, by_h: float, factor: float
) -> None:
    later, larger = regimen.delayed(by_h), regimen.scaled(factor)
    assert later.total_mg == pytest.approx(regimen.total_mg)
    assert later.end_h == pytest.approx(regimen.end_h + by_h)
    assert larger.total_mg == pytest.approx(factor * regimen.total_mg)
    assert larger.end_h == regimen.end_h
    assert later.doses == larger.doses == regimen.doses


def test_bad_delay_and_scale_are_refused() -> None:
    one = Regimen.give(1, "IV")
    with pytest.raises(ValueError, match="by_h must be a finite number at least 0 h"):
        one.delayed(-1)
    with pytest.raises(ValueError, match="factor must be a finite number at least 0"):
        one.scaled(-1)


@given(regimens(), regimens())
def test_sum_holds_the_doses_of_both_in_any_order(one: Regimen, other: Regimen) -> None:
    assert one + other == other + one
    assert (one + other).doses == one.doses + other.doses


def test_regimen_is_itself_or_its_text_and_nothing_else() -> None:
    one = Regimen.parse("10 mg IV")
    assert Regimen.of(one) is one
    assert Regimen.of("10 mg IV") == one
    assert one != "10 mg IV"
    assert Regimen(()).end_h == 0


def test_only_one_repeated_course_counts_as_repeated() -> None:
    assert Regimen.parse("10 mg PO q8h x 2").repeated.every_h == 8
    for text in ("10 mg PO", "10 mg PO q8h x 2; 1 mg IV"):
        with pytest.raises(ValueError, match="course must be one repeated course"):
            _ = Regimen.parse(text).repeated
