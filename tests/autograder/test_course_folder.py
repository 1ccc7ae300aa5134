"""A course is found, and what is missing of it is said in one sentence."""

from pathlib import Path

import pytest

from autograder.course_folder import CourseError, CourseFolder, open_course
from tests.autograder.toy_course import CONFIG, LESSON, hand_in, make_course


def add_lessons(course: CourseFolder, *names: str) -> None:
    for name in names:
        folder = course.path("source", name)
        folder.mkdir(parents=True)
        (folder / "a.ipynb").touch()


def test_a_folder_without_configuration_is_no_course(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"There is no nbgrader_config.py in .* two lines"):
        open_course(tmp_path)


def test_a_configuration_must_use_the_autograder(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    with pytest.raises(CourseError, match="does not use the autograder yet: add the two lines"):
        open_course(tmp_path)


@pytest.mark.parametrize("mistake", ["1 / 0\n", "def (:\n", "import no_such_module_here\n"])
def test_a_configuration_with_a_mistake_is_named(tmp_path: Path, mistake: str) -> None:
    (tmp_path / "nbgrader_config.py").write_text(CONFIG + mistake)
    with pytest.raises(CourseError, match=r"nbgrader_config.py cannot be read \(\w+") as error:
        open_course(tmp_path)
    assert "\n" not in str(error.value)


def test_a_course_is_read_from_its_own_folder_wherever_one_stands(
    course: CourseFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'no'"
    )
    monkeypatch.chdir(elsewhere)
    again = open_course(course.root)
    assert again.directory().course_id == "toy"
    assert again.path("submitted", LESSON, "ada") == course.root / "submitted" / "ada" / LESSON


def test_a_lesson_is_named_by_any_unique_ending(course: CourseFolder) -> None:
    add_lessons(course, "2-undoubling", "3-ketamine")
    assert course.lesson("ketamine") == course.lesson("mine") == "3-ketamine"
    assert course.lesson("1-doubling") == LESSON
    with pytest.raises(CourseError, match="may be any of 1-doubling, 2-undoubling"):
        course.lesson("doubling")


@pytest.mark.parametrize("unknown", ["ketamin", "", "1"])
def test_an_unknown_lesson_is_answered_with_the_choices(course: CourseFolder, unknown: str) -> None:
    with pytest.raises(CourseError, match=f"ends in “{unknown}”: the course has {LESSON}"):
        course.lesson(unknown)


def test_a_whole_name_wins_over_longer_ones(course: CourseFolder) -> None:
    add_lessons(course, "doubling")
    assert course.lesson("doubling") == "doubling"


def test_a_course_without_sources_says_where_they_belong(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text(CONFIG)
    with pytest.raises(CourseError, match=r"There is no folder .*source: put each"):
        open_course(tmp_path).lessons()


def test_students_are_those_with_a_folder(released: CourseFolder) -> None:
    for student in ("zoe", "ada [2]"):
        hand_in(released, student)
    (released.root / "submitted" / "stray.txt").touch()
    assert released.submitters(LESSON) == ("ada [2]", "zoe")
    assert released.submitters("other") == ()


def test_a_course_may_arrange_its_folders_otherwise(tmp_path: Path) -> None:
    course = make_course(tmp_path)
    with (tmp_path / "nbgrader_config.py").open("a") as file:
        file.write(
            "c.CourseDirectory.directory_structure = "
            "'{nbgrader_step}/{assignment_id}/{student_id}'\n"
            "c.CourseDirectory.submitted_directory = 'inbox'\n"
        )
    course = open_course(tmp_path)
    folder = course.path("submitted", LESSON, "ada")
    assert folder == tmp_path / "inbox" / LESSON / "ada"
    folder.mkdir(parents=True)
    assert course.submitters(LESSON) == ("ada",)


def test_looking_for_a_gradebook_does_not_make_one(course: CourseFolder) -> None:
    assert not course.has_gradebook()
    with pytest.raises(CourseError, match=r"There is no gradebook at .*gradebook.db: run"):
        course.require_gradebook(LESSON)
    assert not course.has_gradebook()


def test_a_gradebook_must_know_the_assignment(released: CourseFolder) -> None:
    released.require_gradebook(LESSON)
    with pytest.raises(
        CourseError, match="does not know 2-other: run `autograder release 2-other`"
    ):
        released.require_gradebook("2-other")


def test_an_empty_source_says_what_belongs_there(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text(CONFIG)
    (tmp_path / "source" / LESSON).mkdir(parents=True)
    with pytest.raises(CourseError, match=r"There is no notebook in .*/source: put each"):
        open_course(tmp_path).lesson("doubling")


def test_a_folder_without_a_notebook_says_what_belongs_there(course: CourseFolder) -> None:
    course.path("source", "2-empty").mkdir()
    assert course.lessons() == (LESSON,)
    with pytest.raises(CourseError, match=r"no notebook in .*/2-empty: put .*2-empty.ipynb"):
        course.lesson("2-empty")
