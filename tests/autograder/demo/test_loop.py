"""The demo works in a folder of its own and touches nobody else's."""

from pathlib import Path

import pytest

from autograder.course_folder import CourseError
from autograder.demo.loop import MARKER, hand_in, hand_out, make_course
from tests.autograder.toy_course import LESSON
from tests.autograder.toy_course import make_course as make_toy


def test_a_folder_that_the_demo_did_not_make_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(CourseError, match="holds something that the demo did not make"):
        make_course(tmp_path, [], tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "precious"


def test_the_demo_begins_anew_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        course = make_course(tmp_path / "demo", [], tmp_path)
        assert (tmp_path / "demo" / MARKER).is_file()
        assert not (course.root / "stray").exists()
        (course.root / "stray").touch()
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_a_refusal_of_the_exchange_is_one_sentence(tmp_path: Path) -> None:
    toy = make_toy(tmp_path / "toy")
    course = make_course(tmp_path / "demo", [toy.path("source", LESSON)], tmp_path)
    with pytest.raises(CourseError, match="the exchange refuses ReleaseAssignment of 1-doubling"):
        hand_out(course, LESSON)
    with pytest.raises(CourseError, match="the exchange refuses Submit of 1-doubling"):
        hand_in(course, LESSON, "ada")
