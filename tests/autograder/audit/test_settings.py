"""What a course asks the audit for is read from its configuration, or refused in a sentence."""

from pathlib import Path

import pytest

from autograder.audit.settings import Settings
from autograder.course_folder import CourseError, CourseFolder


def settings(course: CourseFolder, asked: object) -> Settings:
    course.config.Autograder.audit = asked
    return Settings.of(course)


def test_any_course_is_asked_for_little(course: CourseFolder) -> None:
    found = Settings.of(course)
    assert not any((found.ids, found.objectives, found.bank, found.explorers, found.models))
    assert found.bibliography is None
    assert found.cell_s == 4  # nbgrader's own setting


def test_what_is_asked_for(course: CourseFolder) -> None:
    (course.root / "sources.toml").write_text('[a]\ndoi = "10.1/A"\n')
    asked = {"ids": True, "given_lines": 9, "lesson_s": 12.5, "sources": "sources.toml"}
    found = settings(course, asked)
    assert (found.ids, found.given_lines, found.lesson_s) == (True, 9, 12.5)
    assert found.bibliography is not None
    assert found.bibliography.dois == {"10.1/a"}


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (True, r"sets c.Autograder.audit = True: make it a dictionary, such as \{"),
        (["ids"], r"sets c.Autograder.audit = \['ids'\]: make it a dictionary"),
        ({1: True}, "asks the audit for “1”, which it does not know"),
        ({"idss": True}, "asks the audit for “idss”, which it does not know: it knows ids, "),
        ({"ids": 1}, "gives the audit ids = 1: make it True or False"),
        ({"given_lines": True}, "gives the audit given_lines = True: make it a whole number"),
        ({"bank_shows": "loops"}, "gives the audit bank_shows = 'loops': make it a list of names"),
        ({"sources": 3}, "gives the audit sources = 3: make it a text"),
        ({"sources": "none.toml"}, "none.toml cannot be read"),
    ],
)
def test_what_cannot_be_meant(course: CourseFolder, asked: object, problem: str) -> None:
    with pytest.raises(CourseError, match=problem):
        settings(course, asked)


def test_the_settings_of_this_course_are_understood() -> None:
    from autograder.course_folder import open_course

    found = Settings.of(open_course(Path(__file__).parents[3]))
    assert found.ids
    assert found.bibliography is not None
    assert found.bibliography.dois
