"""A recognised mistake pays for nothing that was not done: half an answer is worth half."""

import re

import pytest

from autograder.bank import Answer
from tests.lessons.test_runs_and_answers import ANSWERS, EXERCISES, SOURCES, outcome_of

_FUNCTION = re.compile(r"^def ([a-z]\w*)", re.MULTILINE)
STUB = """

def {function}(*args, **kwargs):
    raise NotImplementedError
"""


def _halves() -> list[tuple[str, str, str]]:
    return [
        (lesson, exercise, function)
        for lesson, exercises in EXERCISES.items()
        for exercise in exercises
        if len(functions := _FUNCTION.findall(SOURCES[lesson][exercise])) > 1
        for function in functions
    ]


def mistakes(lesson: str, exercise: str) -> list[Answer]:
    """Return an answer for each mistake of an exercise: those that say the same show the same."""
    made = [it for it in ANSWERS[lesson] if it.exercise == exercise and it.kind == "mistake"]
    return list({answer.says: answer for answer in reversed(made)}.values())


@pytest.mark.parametrize(("lesson", "exercise", "missing"), _halves())
def test_a_mistake_in_half_an_answer_is_worth_no_more_than_the_right_half(
    lesson: str, exercise: str, missing: str
) -> None:
    stub = STUB.format(function=missing)
    right = outcome_of(lesson, exercise, SOURCES[lesson][exercise] + stub).earned
    assert right is not None
    for answer in mistakes(lesson, exercise):
        half = outcome_of(lesson, exercise, answer.source + stub)
        assert half.earned is not None
        assert half.earned <= right, answer.name
