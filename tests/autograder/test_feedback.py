"""Everybody gets a page: marks with reasons, or the reason why there are none."""

import shutil
from pathlib import Path

import pytest

from autograder.course_folder import CourseError, CourseFolder
from autograder.feedback import students_with_news, write_feedback
from tests.autograder.toy_course import LESSON, SECRET_NUMBER, SECRET_WORDS

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")


@pytest.fixture(scope="module")
def pages(graded: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every student's page."""
    from autograder.course_folder import open_course

    root = tmp_path_factory.mktemp("feedback") / "toy"
    shutil.copytree(graded.root, root, symlinks=True)
    course = open_course(root)
    (course.path("submitted", LESSON, "garbage") / "submission_secret.txt").write_text("s")
    written = write_feedback(course, LESSON, students_with_news(course, LESSON))
    folders = dict(written)
    assert {name for folder in folders.values() for name in names(folder)} == {
        "doubling.html",
        "timestamp.txt",
        "submission_secret.txt",
    }
    return {student: (folder / "doubling.html").read_text() for student, folder in folders.items()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_everybody_gets_a_page(pages: dict[str, str], graded: CourseFolder) -> None:
    assert set(pages) == set(graded.submitters(LESSON))


def test_no_page_shows_a_hidden_test_or_a_mark_scheme(pages: dict[str, str]) -> None:
    for student, page in pages.items():
        for secret in (SECRET_NUMBER, SECRET_WORDS, "forty-two", "27377", "HIDDEN", "MARK SCHEME"):
            assert secret not in page, student


def test_no_page_holds_anything_active(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert "<script" not in page
        assert 'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;' in page
        assert 'src="http' not in page


def test_marks_checks_and_sentences_are_shown(pages: dict[str, str]) -> None:
    page = pages["square"]
    assert "<strong>3</strong> of 17 points" in page
    assert "it looks as if you squared" in page
    assert "✓ passed" in page
    assert "explained above" in page
    assert "it works for any number" not in page
    assert "it works for any number" in pages["right"]


def test_a_failed_check_without_a_known_mistake_gives_its_reason(pages: dict[str, str]) -> None:
    assert "it works for any number" in pages["empty"]
    assert "not begun yet" in pages["empty"]


def test_an_untouched_cell_is_not_begun_and_its_stub_is_not_shown(pages: dict[str, str]) -> None:
    assert pages["empty"].count("Not begun: this cell holds nothing of your own.") == 2
    assert "raise NotImplementedError" not in pages["empty"]
    assert "Not begun" not in pages["right"]


def test_what_the_tests_said_comes_before_the_answer(pages: dict[str, str]) -> None:
    said, answer = "double: 3 of 10 points", "double: your answer"
    assert -1 < pages["square"].index(said) < pages["square"].index(answer)


def test_plain_tests_say_how_they_ended_and_no_more(pages: dict[str, str]) -> None:
    assert "The tests ended with <code>NameError</code>" in pages["square"]
    assert "The tests ended" not in pages["right"]


def test_own_code_output_and_pictures_are_shown_and_the_lesson_is_not(
    pages: dict[str, str],
) -> None:
    page = pages["right"]
    assert "def double(x):\n    return 2 * x" in page
    assert "red &lt;script&gt;" in page
    assert '<img src="data:image/png;base64,' in page
    assert "Both are <em>sums</em>. &lt;script&gt;" in page
    assert "Adding is enough" not in page


def test_comments_and_a_persons_marks_are_shown(pages: dict[str, str]) -> None:
    assert "order: 4 of 5 points" in pages["right"]
    assert "Well put, &lt;b&gt;nearly&lt;/b&gt;." in pages["right"]
    assert "order: not marked yet, of 5 points" in pages["square"]


def test_repairs_and_cut_off_cells_are_told(pages: dict[str, str]) -> None:
    assert "double-test: it was missing; it was put back as released" in pages["deleted"]
    assert "plain: it ran too long and was interrupted" in pages["loop"]


def test_a_penalty_is_told(pages: dict[str, str]) -> None:
    assert "<strong>0</strong> of 17 points, after 12 taken off for being late" in pages["late"]


def test_who_could_not_be_graded_is_told_why(pages: dict[str, str]) -> None:
    assert "Your submission could not be graded" in pages["garbage"]
    assert "it is not JSON" in pages["garbage"]


@pytest.mark.parametrize(
    ("student", "why"),
    [("killer", "double: it ended its process"), ("stubborn", "plain: it ran too long")],
)
def test_a_cell_that_cost_itself_alone_says_so(
    pages: dict[str, str], student: str, why: str
) -> None:
    assert "Your submission could not be graded" not in pages[student]
    assert why in pages[student]


def test_feedback_needs_something_graded(released: CourseFolder) -> None:
    with pytest.raises(CourseError, match="No submission of 1-doubling is graded: run `autograder"):
        students_with_news(released, LESSON)


def test_a_page_can_be_written_again(graded_copy: CourseFolder) -> None:
    for _ in range(2):
        ((student, folder),) = write_feedback(graded_copy, LESSON, ["right"])
        assert (student, names(folder)) == ("right", ["doubling.html", "timestamp.txt"])


def test_a_page_that_a_student_handed_in_goes_no_further(graded_copy: CourseFolder) -> None:
    for name in ("other.html", "notes.csv"):
        (graded_copy.path("autograded", LESSON, "right") / name).write_text("mine")
    ((_, folder),) = write_feedback(graded_copy, LESSON, ["right"])
    assert names(folder) == ["doubling.html", "timestamp.txt"]


def test_a_page_that_cannot_be_made_costs_nobody_elses(graded_copy: CourseFolder) -> None:
    (graded_copy.path("autograded", LESSON, "copied") / "doubling.ipynb").unlink()
    pages = write_feedback(graded_copy, LESSON, ["copied", "right"])
    with pytest.raises(CourseError, match=r"feedback on 1-doubling for copied .* --student copied"):
        list(pages)
    assert (graded_copy.path("feedback", LESSON, "right") / "doubling.html").is_file()
