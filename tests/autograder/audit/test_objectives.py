"""Objectives without a test, and exercises without an objective."""

from pathlib import Path

from autograder.audit.objectives import check_objectives
from tests.autograder.audit.lessons import exercise, lesson_of, said
from tests.autograder.toy_course import text

TABLE = text("objectives", "| id | you can |\n|---|---|\n| O1 | triple |\n| **O2** | explain |")
QUESTION = text("why", "Why?\n\n*Tests O2.*", task=True, locked=True, points=5)


def task(cited: str) -> object:
    return text("triple-task", f"## Triple\n\n{cited}")


def test_every_objective_is_tested_by_an_exercise_or_a_question(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TABLE, task("*Tests O1. Syllabus 1.1.*"), *exercise(), QUESTION)
    assert said(check_objectives(lesson)) == []


def test_one_exercise_may_test_several(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TABLE, task("*Tests O1, O2.*"), *exercise())
    assert said(check_objectives(lesson)) == []


def test_what_is_not_tested_not_cited_or_not_known(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path / "a", TABLE, task("*Tests O3.*"), *exercise(), QUESTION)
    assert said(check_objectives(lesson)) == [
        ("triple-task", "it tests O3, which no table of objectives lists: mend either"),
        ("objectives", "no exercise tests O1: add one, or take the objective out"),
    ]
    lesson = lesson_of(tmp_path / "b", TABLE, task("Do it."), *exercise(), QUESTION)
    assert "triple does not say which objective it tests" in said(check_objectives(lesson))[0][1]


def test_a_lesson_without_objectives(tmp_path: Path) -> None:
    ((_, problem),) = said(check_objectives(lesson_of(tmp_path, *exercise())))
    assert "it lists no objectives" in problem
