"""Names that a test cannot look up, and idioms that an answer in a box does not allow."""

from pathlib import Path

import pytest

from autograder.audit.tested_names import check_tests
from tests.autograder.audit.lessons import ANSWER, SETUP, TITLE, exercise, lesson_of, said
from tests.autograder.idioms import IDIOMS, Idiom
from tests.autograder.toy_course import code


@pytest.mark.parametrize("idiom", IDIOMS, ids=lambda each: each.name)
def test_every_idiom_that_both_engines_treat_alike_is_let_through(
    tmp_path: Path, idiom: Idiom
) -> None:
    answer, test = exercise(answer=idiom.right, test=idiom.test)
    test.metadata["tags"] = ["in-place"] if idiom.in_place else []
    lesson = lesson_of(tmp_path, TITLE, answer, test)
    if not idiom.refused:
        assert said(check_tests(lesson)) == []


@pytest.mark.parametrize(
    "name", ["mock.patch of a builtin", "the source text", "a file that the answer writes"]
)
def test_idioms_that_need_the_students_process_are_refused(tmp_path: Path, name: str) -> None:
    (idiom,) = [each for each in IDIOMS if each.name == name]
    assert idiom.refused
    answer, test = exercise(answer=idiom.right, test=idiom.test)
    assert said(check_tests(lesson_of(tmp_path / "a", answer, test)))
    test.metadata["tags"] = ["in-student-kernel"]
    assert said(check_tests(lesson_of(tmp_path / "b", answer, test))) == []


def test_a_name_that_nothing_binds(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, *exercise(test="assert triple(tow) == 6"))
    ((cell, problem),) = said(check_tests(lesson))
    assert cell == "triple-test"
    assert "nothing in the notebook binds “tow”" in problem


def test_names_of_setup_answers_and_earlier_tests_are_known(tmp_path: Path) -> None:
    first = exercise("first", ANSWER, "cases = [1, 2]\nclose(triple(cases[0]), 3)")
    second = exercise("second", "def four(x): return 4 * x", "assert four(cases[0]) == 4")
    assert said(check_tests(lesson_of(tmp_path, SETUP, *first, *second))) == []


def test_whose_names_they_are_is_not_asked_while_cells_share_theirs(tmp_path: Path) -> None:
    answer, test = exercise("triple")
    other = code("triple", "def four(x): return 4 * x", solution=True)
    fours = code("four-test", "assert four(2) == 8", grade=True, locked=True, points=1)
    lesson = lesson_of(tmp_path, TITLE, other, fours, answer, test)
    assert said(check_tests(lesson)) == []


def test_nothing_is_said_where_a_star_may_bring_anything(tmp_path: Path) -> None:
    cells = [code("setup", "from math import *", locked=True)]
    lesson = lesson_of(tmp_path, *cells, *exercise(test="assert triple(floor(2.5)) == 6"))
    assert said(check_tests(lesson)) == []
