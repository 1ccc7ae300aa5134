"""The class is drawn by its seed, and every story and every mistake of the bank is in it."""

from pathlib import Path

import pytest

from autograder.bank import Answer, load_answers, load_responses
from autograder.demo.students import CLASS_SIZE, NAMES, Student, draw_class
from autograder.record import State

BANK = Path(__file__).parents[2] / "answers"
ANSWERS = load_answers(BANK, "1-transmitters")
RESPONSES = load_responses(BANK, "1-transmitters")


@pytest.fixture(scope="module", params=[1, 2, 99])
def students(request: pytest.FixtureRequest) -> tuple[Student, ...]:
    return draw_class(ANSWERS, RESPONSES, request.param)


def test_a_class_has_24_students_of_different_names(students: tuple[Student, ...]) -> None:
    assert sorted(student.name for student in students) == sorted(NAMES)
    assert len(students) == CLASS_SIZE == 24


def test_every_mistake_is_made(students: tuple[Student, ...]) -> None:
    made = {answer for student in students for answer in student.answers.values()}
    assert {answer for answer in ANSWERS if answer.kind == "mistake"} <= made


@pytest.mark.parametrize("lesson", ["3-psychotropics", "4-ketamine", "5-naltrexone"])
def test_every_sentence_on_a_mistake_is_said_in_a_class_too_small_for_the_bank(lesson: str) -> None:
    answers = load_answers(BANK, lesson)
    students = draw_class(answers, load_responses(BANK, lesson), 1)
    made = {answer for student in students for answer in student.answers.values()}
    told = {(each.exercise, each.says) for each in answers if each.kind == "mistake"}
    assert told == {(each.exercise, each.says) for each in made if each.kind == "mistake"}
    assert any(student.story == "all right" for student in students)


def test_every_right_way_of_some_exercise_is_taken(students: tuple[Student, ...]) -> None:
    names = {each.answers[exercise].name for each in students for exercise in each.answers}
    right = {answer.name for answer in ANSWERS if answer.kind == "right"}
    assert len(names & right) > len(right) / 2


def test_every_accident_happens(students: tuple[Student, ...]) -> None:
    stories = " ".join(student.story for student in students)
    for word in ("nothing", "half", "syntax", "loop", "late", "copied", "deleted", "moved",
                 "rewrote", "added", "all right", "mixed"):  # fmt: skip
        assert word in stories
    assert [student.state for student in students].count(State.UNREADABLE) == 1
    assert sum(student.late for student in students) == 1


def test_the_same_seed_draws_the_same_class_and_another_a_different_one() -> None:
    def drawn(seed: int) -> list[tuple[str, str, list[str]]]:
        return [
            (each.name, each.story, [answer.name for answer in each.answers.values()])
            for each in draw_class(ANSWERS, RESPONSES, seed)
        ]

    assert drawn(5) == drawn(5) != drawn(6)


def test_what_a_student_must_earn_is_what_the_bank_says() -> None:
    answer = Answer("double", "loop", "right", 10.0, "", "blind", "...")
    done = Student("ada", "all right", {"double": answer}, {})
    assert done.expected() == {"double": 10.0}
    assert Student("b", "", {"double": answer}, {}, spoilt=("double",)).expected() == {}
    assert Student("c", "", {"double": answer}, {}, state=State.UNREADABLE).expected() == {}


def test_a_class_needs_a_name_for_every_story() -> None:
    with pytest.raises(ValueError, match="a class needs more than"):
        draw_class(ANSWERS, RESPONSES, 1, NAMES[:5])
