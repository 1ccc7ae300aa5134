"""The form of this course's lessons: bank, hints, short given cells, explorers."""

from pathlib import Path

import pytest

from autograder.audit.teaching import (
    check_bank,
    check_explorers,
    check_given,
    check_hints,
    check_promised_points,
)
from tests.autograder.audit.lessons import TITLE, bank, exercise, lesson_of, said
from tests.autograder.toy_course import code, text

WORDS = (
    "A curve that rises quickly, stays for a while, and falls back slowly to where it began. " * 2
)
BELOW = f"1. What?\n\n![{WORDS}](figures/spike.png)"


def test_a_full_bank_and_an_empty_one(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    ((cell, problem),) = said(check_bank(lesson, 3))
    assert cell == "triple"
    assert "write tests/answers/doubling/triple.py" in problem
    right = [(f"right {n}", "...", 4, "") for n in range(3)]
    wrong = [(f"mistaken {n}", "...", 1, "squared") for n in range(3)]
    bank(lesson, "triple", *right, *wrong)
    assert said(check_bank(lesson, 3)) == [
        ("triple", "the bank has 0 answers of kind empty, and 1 are wanted")
    ]


def test_answers_written_blind_are_wanted(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    bank(lesson, "triple", *[(f"right {n}", "...", 4, "") for n in range(3)])
    problems = [problem for _, problem in said(check_bank(lesson, 3))]
    assert "the bank has 0 wrong answers written blind, and 3 are wanted" in problems
    assert not any("right answers written blind" in problem for problem in problems)
    assert not any("blind" in problem for _, problem in said(check_bank(lesson, 0)))


def test_what_answers_have_to_show_is_asked_for_by_name(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    bank(lesson, "triple", ("right", "# shows: loops, wrong unit\n...", 4, ""))
    problems = [problem for _, problem in said(check_bank(lesson, 0, ["loops", "slipped sign"]))]
    assert any("has no answer with “# shows: slipped sign”" in problem for problem in problems)
    assert not any("loops" in problem for problem in problems)


def test_only_what_students_get_counts_as_given(tmp_path: Path) -> None:
    hidden = "\n".join(["### BEGIN HIDDEN TESTS", *["assert True"] * 30, "### END HIDDEN TESTS"])
    answer = "\n".join(["### BEGIN SOLUTION", *["x = 1"] * 30, "### END SOLUTION"])
    given = code("given", "\n\n".join(["x = 1"] * 4))
    lesson = lesson_of(tmp_path, *exercise(answer=answer, test=hidden), given)
    assert said(check_given(lesson, 4)) == []
    ((cell, problem),) = said(check_given(lesson, 3))
    assert cell == "given"
    assert "students get 4 lines of code here, and 3 are the most" in problem


def test_hints_are_counted(tmp_path: Path) -> None:
    hints = text("triple-hints", "<details><summary>Hint 1</summary>\n\nIdea\n\n</details>\n" * 2)
    lesson = lesson_of(tmp_path, *exercise(), hints)
    assert said(check_hints(lesson, 2)) == []
    assert "it has 2 folded hints in triple-hints, and 3" in said(check_hints(lesson, 3))[0][1]


def test_points_are_promised(tmp_path: Path) -> None:
    kept = lesson_of(tmp_path / "a", text("triple-task", "# 1 · Triple (4 points)"), *exercise())
    not_kept = lesson_of(tmp_path / "b", text("triple-task", "# 1 · Triple"), *exercise())
    assert said(check_promised_points(kept)) == []
    ((cell, problem),) = said(check_promised_points(not_kept))
    assert cell == "triple"
    assert "“(4 points)”" in problem


def explorer(
    name: str = "prediction-spike", call: str = ", prediction=prediction_spike", below: str = BELOW
) -> list:
    return [
        code(name, "prediction_spike = ..."),
        code("explore-spike", f'explore("spike"{call})'),
        text("spike-tasks", below),
    ]


def test_an_explorer_that_asks_first_and_is_put_into_words(tmp_path: Path) -> None:
    assert said(check_explorers(lesson_of(tmp_path, *explorer()))) == []


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (explorer(name="guess"), "no cell prediction-spike stands before it"),
        (explorer(call=""), "does not quote the prediction"),
        (explorer(below="Nothing."), "no picture figures/spike.png stands below it"),
        (explorer(below="![A curve](figures/spike.png)"), "the words of its picture are too few"),
    ],
)
def test_what_an_explorer_lacks(tmp_path: Path, cells: list, problem: str) -> None:
    ((cell, found),) = said(check_explorers(lesson_of(tmp_path, *cells)))
    assert cell == "explore-spike"
    assert problem in found
