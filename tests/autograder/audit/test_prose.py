"""Headings, pictures, links and promised points."""

from pathlib import Path

import pytest

from autograder.audit.prose import announced, check_points, check_text
from tests.autograder.audit.lessons import exercise, lesson_of, said
from tests.autograder.toy_course import text

TITLE = "# A title\n\n"


def problems(root: Path, words: str) -> list[str]:
    lesson = lesson_of(root, text("words", TITLE + words))
    folder = lesson.notebooks[0].path.parent
    (folder / "figures").mkdir()
    (folder / "figures" / "there.png").touch()
    return [problem for _, problem in said(check_text(lesson))]


@pytest.mark.parametrize(
    "words",
    [
        "## Two\n\n### Three\n\n## Two again",
        "## Two\n\n```python\n# a comment\n#### four\n```",
        "## Two\n\n### BEGIN MARK SCHEME\n**one**\n### END MARK SCHEME",
        "![what it shows](figures/there.png)",
        "![what it shows](https://example.org/there.png)",
        "[the paper of 1990](https://doi.org/10.1000/1)",
        "[the next piece](#words)",
        '<img src="figures/there.png" alt="what it shows">',
    ],
)
def test_what_is_in_order(tmp_path: Path, words: str) -> None:
    assert problems(tmp_path, words) == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("### Three", "a heading of level 3 follows one of level 1"),
        ("# Another title", "a second heading of the first level"),
        ("![](figures/there.png)", "the picture figures/there.png has no words"),
        ("![what it shows](figures/gone.png)", "there is no picture figures/gone.png"),
        ('<img src="figures/there.png">', "has no words: add alt"),
        ("Read it [here](https://example.org).", "says “here”"),
        ("[](https://example.org)", "says “”"),
        ("[https://example.org](https://example.org)", "say where it leads"),
        ("[the end](#nowhere)", "leads nowhere"),
    ],
)
def test_what_is_not(tmp_path: Path, words: str, problem: str) -> None:
    (found,) = problems(tmp_path, words)
    assert problem in found


def test_a_notebook_without_a_heading_and_one_that_begins_late(tmp_path: Path) -> None:
    (without,) = said(check_text(lesson_of(tmp_path / "a", text("words", "No heading."))))
    (late,) = said(check_text(lesson_of(tmp_path / "b", text("words", "## Two"))))
    assert "it has no heading" in without[1]
    assert "the first heading is of level 2" in late[1]


@pytest.mark.parametrize("words", ["## 1.1 · Triple (4 points)", "## 1.1 · Triple", "(5 points)"])
def test_points_that_agree_or_are_not_promised(tmp_path: Path, words: str) -> None:
    lesson = lesson_of(tmp_path, text("triple-task", words), *exercise())
    assert said(check_points(lesson)) == []
    assert announced(lesson.notebooks[0], "triple") == ("4 points" in words)


def test_points_that_do_not_agree(tmp_path: Path) -> None:
    task = text("why", "## Why? (5 points)", task=True, locked=True, points=8)
    lesson = lesson_of(tmp_path, text("triple-task", "# Triple (10 points)"), *exercise(), task)
    assert said(check_points(lesson)) == [
        (
            "triple-task",
            "the text promises 10 points and the cell is worth 4: make them the same",
        ),
        ("why", "the text promises 5 points and the cell is worth 8: make them the same"),
    ]
