"""A lesson is read whatever its files hold, and tests find the answers they are for."""

import json
from pathlib import Path

import pytest

from autograder.audit.lesson import Lesson, bound_names, free_names, read_lesson
from tests.autograder.audit.lessons import SETUP, TITLE, exercise, lesson_of
from tests.autograder.toy_course import LESSON, code, make_course, text


def owners(lesson: Lesson) -> dict[str, list[str]]:
    return {each.name: [test.name for test in each.tests] for _, each in lesson.exercises}


def test_a_test_belongs_to_the_answer_whose_name_it_has(tmp_path: Path) -> None:
    first, first_test = exercise("first")
    second, second_test = exercise("second")
    lesson = lesson_of(tmp_path, TITLE, first, second, first_test, second_test)
    assert owners(lesson) == {"first": ["first-test"], "second": ["second-test"]}


def test_a_test_of_another_name_belongs_to_the_answer_that_it_uses(tmp_path: Path) -> None:
    cells = [
        code("a", "def up(x): return x + 1", solution=True),
        code("b", "def down(x): return x - 1", solution=True),
        code("check1", "assert up(1) == 2", grade=True, locked=True, points=1),
        code("check2", "assert down(1) == 0", grade=True, locked=True, points=1),
        code("check3", "assert True", grade=True, locked=True, points=1),
    ]
    assert owners(lesson_of(tmp_path, *cells)) == {"a": ["check1"], "b": ["check2", "check3"]}


def test_the_points_of_an_exercise_are_those_of_all_its_tests(tmp_path: Path) -> None:
    answer, test = exercise()
    more = code("triple-test-2", "assert triple(1) == 3", grade=True, locked=True, points=2.5)
    ((_, found),) = lesson_of(tmp_path, answer, test, more).exercises
    assert found.points == 6.5


@pytest.mark.parametrize(
    ("answer", "test", "sound"),
    [
        ("def f(x): return x", "assert f(1) == 1", True),
        ("%matplotlib inline\ndef f(x): return x", "assert f(1) == 1", True),
        ("def f(x: return x", "assert f(1) == 1", False),
        ("def f(x): return x", "assert f(1) ==", False),
        ("def f(x): return x", " \n", False),
    ],
)
def test_an_exercise_is_sound_if_answers_can_be_tried(
    tmp_path: Path, answer: str, test: str, sound: bool
) -> None:
    cells = exercise("f", answer, test)
    ((_, found),) = lesson_of(tmp_path / "below", *cells).exercises
    ((_, above),) = lesson_of(tmp_path / "above", *reversed(cells)).exercises
    assert found.is_sound == sound
    assert not above.is_sound


def test_questions_and_answers_marked_by_hand_are_no_exercises(tmp_path: Path) -> None:
    cells = [
        text("why", "Why?", task=True, locked=True, points=5),
        code("plot", "plot()", solution=True, grade=True, points=2),
    ]
    lesson = lesson_of(tmp_path, *cells)
    assert owners(lesson) == {}
    assert [cell.is_by_hand for cell in lesson.notebooks[0].cells] == [True, True]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"this is no notebook", "it is not JSON"),
        (b"{}", "it has no list of cells"),
        (b'{"cells": 5}', "it has no list of cells"),
        (b"[" * 5000, "nested too deeply"),
    ],
)
def test_a_broken_notebook_is_one_finding(tmp_path: Path, content: bytes, why: str) -> None:
    course = make_course(tmp_path / "toy")
    (course.path("source", LESSON) / "broken.ipynb").write_bytes(content)
    lesson = read_lesson(course, LESSON)
    (finding,) = lesson.unreadable
    assert finding.file == f"source/{LESSON}/broken.ipynb"
    assert why in finding.problem
    assert len(lesson.notebooks) == 1


def test_a_broken_cell_is_a_finding_and_the_rest_is_read(tmp_path: Path) -> None:
    course = make_course(tmp_path / "toy")
    path = course.path("source", LESSON) / "doubling.ipynb"
    data = json.loads(path.read_text())
    data["cells"][1] = "no cell"
    data["cells"][2]["metadata"]["nbgrader"] = "nonsense"
    path.write_text(json.dumps(data))
    lesson = read_lesson(course, LESSON)
    first, second = lesson.unreadable
    assert first.cell == "cell 2"
    assert second.cell == "double"
    assert "it is 'nonsense', no table" in second.problem
    assert "double" not in owners(lesson)


@pytest.mark.parametrize("points", [None, "ten", True, -1, float("inf"), 10**400])
def test_points_that_are_no_number_are_none(tmp_path: Path, points: object) -> None:
    answer, test = exercise()
    test.metadata.nbgrader["points"] = points
    course = make_course(tmp_path / "toy")
    path = course.path("source", LESSON) / "doubling.ipynb"
    data = json.loads(path.read_text())
    data["cells"] = json.loads(json.dumps([answer, test]).replace("Infinity", "1e999"))
    path.write_text(json.dumps(data).replace("Infinity", "1e999"))
    ((_, found),) = read_lesson(course, LESSON).exercises
    assert found.tests[0].points is None
    assert found.points == 0


def test_names_that_a_cell_uses_and_binds() -> None:
    source = "import numpy as np\nfrom math import pi\ny = np.sin(x) + pi\ndef f(a): return a + b"
    assert free_names(source) == {"x", "b"}
    assert bound_names(source) == {"np", "pi", "y", "f"}


def test_the_bank_of_a_lesson_may_have_its_number_or_not(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, SETUP)
    assert lesson.short_name == "doubling"
    assert lesson.answers_folder == lesson.course.answers / "doubling"
    (lesson.course.answers / LESSON).mkdir(parents=True)
    assert lesson.answers_folder == lesson.course.answers / LESSON
