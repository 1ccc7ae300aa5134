"""What the terminal shows of a class."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from autograder import screen
from autograder.exercise_names import Heading
from autograder.record import State
from autograder.results import ClassResults, Exercise, Mark, StudentResult

ONE = Exercise("n", "windup-test", 10.0, by_hand=False)
ADA = StudentResult(
    "ada", state=State.GRADED, marks={ONE: Mark(7.5, needs_review=True)}, late_s=7200
)
BAO = StudentResult(
    "bao", state=State.UNREADABLE, detail="it is not JSON \x1b]0;owned\x07\x9b31m[line 1]"
)


@pytest.mark.parametrize(
    ("student", "shown"),
    [
        (ADA, "graded, 1 to look at, 2 h late"),
        (BAO, "unreadable"),
        (StudentResult("cleo"), "nothing handed in"),
        (StudentResult("dan", marks={ONE: Mark(1, needs_review=True)}), "not graded"),
        (
            StudentResult("eli", marks={ONE: Mark(1, needs_review=False)}),
            "graded by nbgrader alone",
        ),
        (StudentResult("eve", state=State.GRADED, late_s=40), "graded, 40 s late"),
        (StudentResult("fay", state=State.GRADED, late_s=200_000), "graded, 2 d late"),
    ],
)
def test_a_state_is_a_few_words(student: StudentResult, shown: str) -> None:
    assert screen.shown_state(student) == shown


def test_a_mark_that_waits_for_a_person_has_a_question_mark() -> None:
    assert screen.shown_mark(ADA, ONE) == "7.5?"
    assert screen.shown_mark(BAO, ONE) == "–"


def test_a_class_is_shown_with_marks_stories_and_remarks(monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console(width=100, record=True, highlight=False, file=io.StringIO())
    monkeypatch.setattr(screen, "out", console)
    screen.show_results(
        ClassResults("4-ketamine", (ONE,), (ADA, BAO)),
        (ADA, BAO),
        {"ada": "did well", "bao": "did not"},
    )
    shown = console.export_text()
    for told in (
        "4-ketamine, 10 points",
        "did well",
        "7.5?",
        "1 windup /10",
        "bao: it is not JSON ]0;owned31m[line 1]",
    ):
        assert told in shown


def test_progress_passes_everything_on() -> None:
    assert list(screen.track(iter("abc"), total=3, what="letters")) == ["a", "b", "c"]


def test_columns_are_numbered_as_the_lesson_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    named = replace(ONE, heading=Heading("1.5", "Wind up"))
    plain = Exercise("n", "essay", 5.0, by_hand=True)
    page = io.StringIO()
    monkeypatch.setattr(screen, "out", Console(file=page, width=100))
    screen.show_results(ClassResults("9-windup", (named, plain), ()), ())
    assert re.search(r"student +1\.5 +2 +total", page.getvalue())
    assert "Exercises: 1.5 Wind up /10, 2 essay /5." in page.getvalue()


def test_a_large_class_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    page = io.StringIO()
    monkeypatch.setattr(screen, "out", Console(file=page, width=100))
    students = [replace(ADA, student=f"s{number}") for number in range(238)] + [BAO] * 2
    screen.show_results(ClassResults("4-ketamine", (ONE,), tuple(students)), students)
    told = "240 students: 238 graded, 2 unreadable; a person has to look at 238."
    assert told in page.getvalue()


def test_a_lesson_without_exercises_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    page = io.StringIO()
    monkeypatch.setattr(screen, "out", Console(file=page, width=100))
    screen.show_results(ClassResults("0-welcome", (), (BAO,)), (BAO,))
    assert "Exercises" not in page.getvalue()


def test_the_name_of_a_folder_is_shown_as_it_is_and_turns_nothing_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = io.StringIO()
    monkeypatch.setattr(screen, "out", Console(file=page, width=100))
    odd = replace(BAO, student="a\u202e[bold]b[/]\x1b[31m")
    screen.show_results(ClassResults("1-doubling", (ONE,), (odd,)), (odd,))
    assert page.getvalue().count("a[bold]b[/]") == 2
