"""The report says in words and numbers what its pictures show."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from autograder.course_folder import CourseFolder
from autograder.exercise_names import Heading
from autograder.report import check_results, distribution, mistakes, write_report
from autograder.results import ClassResults, Exercise, Mark, StudentResult, read_class
from tests.autograder.toy_course import LESSON

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")

TEN = Exercise("n", "windup-test", 10.0, by_hand=False)


def class_with(*scores: float | None) -> ClassResults:
    students = tuple(
        StudentResult(f"s{at}", marks={TEN: Mark(score or 0.0, score is None)})
        for at, score in enumerate(scores)
    )
    return ClassResults("9-windup", (TEN,), (*students, StudentResult("absent")))


def test_marks_are_counted_by_tenths_and_full_marks_apart() -> None:
    found = distribution(class_with(0, 0.5, 1, 9.999, 10, 10, None), TEN)
    assert [bar.count for bar in found.bars] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2]
    assert (found.full, found.none, found.waiting) == (2, 1, 1)
    assert found.median == pytest.approx((1 + 9.999) / 2)
    assert "0 to under 1: 2" in found.sentence
    assert "10: 2" in found.sentence


def test_no_marks_yet_is_said() -> None:
    found = distribution(class_with(None, None), TEN)
    assert (found.sentence, found.waiting, found.mean) == ("No marks yet.", 2, 0.0)


def test_extra_credit_counts_as_full() -> None:
    assert distribution(class_with(12), TEN).bars[-1].count == 1


def test_checks_are_ranked_by_how_often_they_fail(graded: CourseFolder) -> None:
    found = check_results(graded, read_class(graded, LESSON))
    told = {(check.because, check.hidden): (check.failed, check.ran) for check in found}
    assert told == {
        ("it works for any number", True): (4, 11),
        ("twice nothing is nothing", False): (3, 11),
    }
    assert [check.hidden for check in found] == [True, False]


def test_checks_and_mistakes_go_by_the_name_of_their_exercise(graded: CourseFolder) -> None:
    results = read_class(graded, LESSON)
    named = replace(
        results,
        exercises=tuple(
            replace(each, heading=Heading("1.5", "Twice")) for each in results.exercises
        ),
    )
    assert {check.exercise for check in check_results(graded, named)} == {"1.5 Twice"}
    assert {exercise for exercise, _, _ in mistakes(graded, named)} == {"1.5 Twice"}


def test_recognised_mistakes_are_counted(graded: CourseFolder) -> None:
    found = mistakes(graded, read_class(graded, LESSON))
    assert found == [("double", "it looks as if you squared", 1)]


@pytest.fixture(scope="module")
def page(graded: CourseFolder) -> str:
    path = write_report(graded, LESSON)
    assert path == graded.root / "reports" / f"{LESSON}.html"
    return path.read_text()


def test_the_report_is_one_page_that_needs_nothing_else(page: str) -> None:
    assert "<script" not in page
    assert "default-src &#39;none&#39;" in page
    assert not re.findall(r'(?:src|href)="(?!#|data:)', page)


def test_the_report_has_everybody_with_marks_and_state(page: str) -> None:
    text = re.sub(r"<[^>]+>", " ", page)
    for student in ("right", "square", "garbage", "killer", "stubborn", "late"):
        assert re.search(rf"\b{student}\b", text)
    for told in ("unreadable", "it ended its process", "1 h late", "11 graded", "it is not JSON"):
        assert told in text


def test_every_picture_and_table_says_what_it_is(page: str) -> None:
    for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        drawn = ET.fromstring(svg)  # noqa: S314 - our own page
        assert drawn.get("role") == "img"
        assert drawn.get("aria-label")
    assert page.count("<table") == page.count("<caption>")
    for header in re.findall(r"<th\b[^>]*>", page):
        assert "scope=" in header
