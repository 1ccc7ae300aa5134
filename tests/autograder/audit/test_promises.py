"""Points that stand in sentences are those that the cells give."""

from pathlib import Path

import pytest

from autograder.audit.promises import check_promises
from tests.autograder.audit.lessons import TITLE, exercise, lesson_of, said
from tests.autograder.toy_course import text

SCHEME = (
    "# Why?\n\n### BEGIN MARK SCHEME\n**Idea (2).** It doubles (1), again (1).\n\n"
    "**A number (1.5).** Any (1.5).\n\n**Bold** words (9) are no line.\n### END MARK SCHEME"
)
TEST = """\
with marks.check(1, because="one"):
    close(triple(1), 3)
with marks.check(1, because="another"):
    close(triple(2), 6)
### BEGIN HIDDEN TESTS
with marks.hidden(2, because="more"):
    close(triple(3), 9)
### END HIDDEN TESTS
"""


def test_lines_of_a_mark_scheme_add_up(tmp_path: Path) -> None:
    right = text("why", SCHEME, task=True, locked=True, points=3.5)
    assert said(check_promises(lesson_of(tmp_path / "a", right))) == []
    wrong = text("why", SCHEME, task=True, locked=True, points=4)
    ((cell, problem),) = said(check_promises(lesson_of(tmp_path / "b", wrong)))
    assert cell == "why"
    assert "its mark scheme give 3.5 points and the cell is worth 4: make them" in problem


@pytest.mark.parametrize(
    "words",
    [
        "The **public checks**: two points of the four.",
        "2 points of the 4",
        "some points of the day",
    ],
)
def test_a_true_sentence_of_public_points(tmp_path: Path, words: str) -> None:
    lesson = lesson_of(tmp_path, TITLE, text("triple-task", words), *exercise(test=TEST))
    assert said(check_promises(lesson)) == []


@pytest.mark.parametrize("words", ["three points of the four", "two points of the ten"])
def test_a_false_sentence_of_public_points(tmp_path: Path, words: str) -> None:
    lesson = lesson_of(tmp_path, TITLE, text("triple-task", words), *exercise(test=TEST))
    ((cell, problem),) = said(check_promises(lesson))
    assert cell == "triple-task"
    assert problem == f"the text says “{words}”, and public checks give 2 of 4: make them the same"
