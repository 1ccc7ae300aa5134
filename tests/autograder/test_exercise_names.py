"""An exercise is called as the lesson calls it."""

import pytest

from autograder.exercise_names import Heading, heading, headings, slug
from tests.autograder.toy_course import code, text


@pytest.mark.parametrize(
    ("line", "label", "title"),
    [
        ("### Exercise 1.5 · Counting packets (10 points)", "1.5", "Counting packets"),
        ("### Exercise 2 · What is left (for now) (1 point)", "2", "What is left (for now)"),
        ("## FR1.1 · What is large? (10 points)", "FR1.1", "What is large?"),
        ("#### 3 · No points told", "3", "No points told"),
    ],
)
def test_a_heading_gives_number_and_title(line: str, label: str, title: str) -> None:
    assert heading(f"Before.\n{line}\nWrite `f`.") == Heading(label, title)


@pytest.mark.parametrize("line", ["### Doubling", "Exercise 1 · No heading", "# 1 ·", ""])
def test_other_lines_are_no_heading(line: str) -> None:
    assert heading(line) is None


def test_cells_of_an_exercise_share_its_slug() -> None:
    assert {slug(name) for name in ("f", "f-test", "f-task")} == {"f"}
    assert slug("-test") == "-test"


def test_headings_are_those_of_tasks_alone() -> None:
    cells = [
        text("part", "## 1 · A part of the lesson"),
        text("f-task", "### Exercise 1.1 · Doubling (10 points)"),
        code("f", "pass", solution=True),
        text("fr", "### FR1 · Why? (5 points)", task=True, points=5),
        text("other-task", "No heading at all."),
    ]
    assert headings(cells) == {"f": Heading("1.1", "Doubling"), "fr": Heading("FR1", "Why?")}
