"""Answers are marked alike by both engines, each in a state that no other has touched."""

from pathlib import Path

import pytest

from autograder.audit.attempts import (
    Attempt,
    boxed_batches,
    mark_boxed,
    mark_plainly,
    plain_batches,
)
from autograder.audit.lesson import Lesson
from autograder.audit.marking import Mark
from tests.autograder.audit.lessons import SETUP, TITLE, done, exercise, lesson_of
from tests.autograder.toy_course import code

FILE = "source/1-doubling/doubling.ipynb"
ANSWERS = {
    "right": ("def triple(x):\n    if x < 0: raise ValueError\n    return x + x + x", 4.0),
    "wrong": ("def triple(x): return 2 * x", 0.0),
    "never refuses": ("def triple(x): return 3 * x", 0.0),
    "no Python": ("def triple(x) return 3 * x", 0.0),
    "ends its process": ("import os\nos._exit(0)", 0.0),
    "spoils what others use": ("del close\ntriple = None", 0.0),
    "uses what stands before": (
        "def triple(x):\n    return abs(x) * three if x >= 0 else int('')",
        4.0,
    ),
}
SECOND = ("def five(x):\n    return 5 * x", "close(five(2), 10)\nassert triple(1) == 3")


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    given = code("three", "three = 3")
    return lesson_of(tmp_path, TITLE, SETUP, given, *exercise(), *exercise("five", *SECOND))


def attempts(name: str = "triple") -> list[Attempt]:
    return [Attempt(FILE, name, what, source) for what, (source, _) in ANSWERS.items()]


def test_nbgraders_way(lesson: Lesson) -> None:
    (batch,) = plain_batches(lesson, attempts(), 20)
    marks = {it.name: mark.points for it, mark in done(mark_plainly, batch).marks}
    assert marks == {name: points for name, (_, points) in ANSWERS.items()}


def test_an_endless_answer_costs_itself_alone(lesson: Lesson) -> None:
    endless = Attempt(FILE, "triple", "endless", "while True: pass")
    (batch,) = plain_batches(lesson, [endless, *attempts()[:1]], 2)
    (_, lost), (_, kept) = done(mark_plainly, batch).marks
    assert lost == Mark(0.0, trouble="it was still running after 2 s")
    assert kept.points == 4


def test_a_later_exercise_has_the_earlier_references(lesson: Lesson) -> None:
    source = "def five(x):\n    return triple(x) + 2 * x"
    (batch,) = plain_batches(lesson, [Attempt(FILE, "five", "on top", source)], 20)
    ((_, mark),) = done(mark_plainly, batch).marks
    assert mark.points == 4


@pytest.mark.usefixtures("box")
def test_in_boxes(lesson: Lesson) -> None:
    (batch,) = boxed_batches(lesson, attempts(), 20)
    marks = {it.name: mark for it, mark in done(mark_boxed, batch).marks}
    assert {name: mark.points for name, mark in marks.items()} == {
        name: points for name, (_, points) in ANSWERS.items()
    }


@pytest.mark.usefixtures("box")
def test_one_notebook_takes_an_answer_to_each_exercise(lesson: Lesson) -> None:
    mine = [*attempts()[:1], Attempt(FILE, "five", "wrong", "def five(x): return x")]
    (batch,) = boxed_batches(lesson, mine, 20)
    marks = {it.exercise: mark.points for it, mark in done(mark_boxed, batch).marks}
    assert marks == {"triple": 4.0, "five": 0.0}


def test_many_attempts_are_shared_out(lesson: Lesson) -> None:
    many = [Attempt(FILE, "triple", str(n), "pass") for n in range(100)]
    batches = list(plain_batches(lesson, many, 20))
    assert len(batches) > 2
    assert [it for batch in batches for it in batch.attempts] == many
    assert sum(len(batch.attempts) for batch in boxed_batches(lesson, many, 20)) == 100
