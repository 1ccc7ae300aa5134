"""An answer that does not earn what the bank says is a finding, whichever engine marks it."""

from pathlib import Path

import pytest

from autograder.audit.answers import (
    RELEASED,
    Expected,
    answer_findings,
    bank_findings,
    expected_of,
    sampled,
    unexpected,
)
from autograder.audit.attempts import Attempt
from autograder.audit.marking import Mark
from tests.autograder.audit.lessons import TITLE, bank, exercise, lesson_of, said

ATTEMPT = Attempt("source/x.ipynb", "triple", "loop", "...")
RIGHT = Expected(ATTEMPT, 4.0, "", "tests/answers/x/triple.py", "right")
MISTAKEN = Expected(ATTEMPT, 1.0, "squared", "tests/answers/x/triple.py", "mistake")


@pytest.mark.parametrize(
    ("expected", "mark", "problem"),
    [
        (RIGHT, Mark(4.0, "whatever the tests said"), ""),
        (RIGHT, Mark(3.0), "earns 3, not 4"),
        (RIGHT, Mark(0.0, trouble="it ended its process"), "earns 0, not 4, it ended its process"),
        (
            RIGHT,
            Mark(4.0, "you squared", recognised=True),
            "is taken for a known mistake (“you squared”)",
        ),
        (MISTAKEN, Mark(1.0, "it looks as if you squared", recognised=True), ""),
        (MISTAKEN, Mark(1.0), "is not told “squared”"),
        (
            MISTAKEN,
            Mark(1.0, "you halved", recognised=True),
            "is not told “squared” but “you halved”",
        ),
    ],
)
def test_how_a_mark_differs(expected: Expected, mark: Mark, problem: str) -> None:
    assert expected.disagreement(mark) == problem
    assert unexpected([expected], {ATTEMPT: mark}) == ([ATTEMPT] if problem else [])


def test_both_engines_are_compared() -> None:
    plain, boxed = {ATTEMPT: Mark(4.0)}, {ATTEMPT: Mark(2.0)}
    ((cell, problem),) = said(answer_findings([RIGHT], plain, boxed))
    assert cell == "triple"
    assert problem == (
        "in a box the answer “loop” earns 2, not 4: mend the test, the text or the bank"
    )
    ((_, problem),) = said(answer_findings([RIGHT], boxed, boxed))
    assert problem.startswith("the answer “loop” earns 2, not 4; in a box it earns 2, not 4: mend")
    assert said(answer_findings([RIGHT], plain, {})) == []


def test_reference_release_and_bank_are_tried(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    bank(lesson, "triple", ("loop", "...", 4, ""), ("squared", "x * x", 1, "squared"))
    released = {"doubling.ipynb": {"triple": "raise NotImplementedError"}}
    found = [(each.attempt.name, each.points, each.says) for each in expected_of(lesson, released)]
    assert found == [
        ("the reference solution", 4.0, ""),
        (RELEASED, 0.0, ""),
        ("loop", 4.0, ""),
        ("squared", 1.0, "squared"),
    ]


def test_a_bank_that_cannot_be_read_or_has_no_exercise(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    bank(lesson, "tripel", ("loop", "...", 4, ""))
    (lesson.answers_folder / "triple.py").write_text("# %% [answer] loop\n# kind: good\n")
    found = list(bank_findings(lesson))
    assert {finding.file for finding in found} == {
        "tests/answers/doubling/tripel.py",
        "tests/answers/doubling/triple.py",
    }
    problems = " ".join(finding.problem for finding in found)
    assert "the lesson has no exercise tripel" in problems
    assert "line 1: the header lacks “# marks: ...”: mend it" in problems
    assert [each.attempt.name for each in expected_of(lesson, {})] == ["the reference solution"]


def test_what_calls_a_model_is_always_tried_and_may_earn_at_most_half(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise())
    answers = [("loop", "...", 4.0, ""), ("sum", "...", 4.0, ""), ("call", "...", 2.0, "")]
    bank(lesson, "triple", *answers)
    path = lesson.answers_folder / "triple.py"
    title = "# %% [answer] call\n# kind: "
    path.write_text(path.read_text().replace(f"{title}right", f"{title}delegating"))
    expected = list(expected_of(lesson, {}))
    for seed in range(5):
        some = sampled(expected, 1, seed)
        assert [each.kind for each in some] == ["", "delegating", "right"]
    assert list(bank_findings(lesson)) == []
    path.write_text(path.read_text().replace("# marks: 2.0", "# marks: 2.5"))
    ((cell, problem),) = said(bank_findings(lesson))
    assert cell == "triple"
    assert "“call” calls what does the exercise, and may earn 2.5 points: name what" in problem
