"""A toy course in three stages; the graded one takes half a minute, so it is made once."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from autograder.box.sandbox import why_unusable
from autograder.course_folder import CourseFolder, open_course
from autograder.grade import grade_class, submissions_to_grade
from autograder.release import release_lesson
from tests.autograder.toy_course import LESSON, answers, at, code, hand_in, make_course

RIGHT = "def double(x):\n    return 2 * x"
# One transparent pixel.
PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SHOW = f"""\
from base64 import b64decode
from IPython.display import HTML, Image, display
display(Image(b64decode("{PICTURE}")))
display(HTML("<script>alert('out')</script>"))
print("\\x1b[31mred\\x1b[0m <script>alert('text')</script>")
"""


@pytest.fixture(scope="session")
def box() -> None:
    """See that this machine can have a box."""
    why = why_unusable()
    assert not why, f"the grading engine cannot be tested here: {why}"


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """The toy course with nothing but its source."""
    return make_course(tmp_path / "toy")


@pytest.fixture(scope="session")
def released_once(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    course = make_course(tmp_path_factory.mktemp("released") / "toy")
    release_lesson(course, LESSON)
    return course


@pytest.fixture(scope="session")
def graded(released_once: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The toy course with a graded class; look, do not touch."""
    course = _copy(released_once, tmp_path_factory.mktemp("graded") / "toy")
    hand_in_class(course)
    students = submissions_to_grade(course, LESSON)
    list(grade_class(course, LESSON, students, workers=2))
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("order", "doubling", LESSON, "right")
        grade.manual_score, grade.needs_manual_grade = 4.0, False
        comment = gradebook.find_comment("order", "doubling", LESSON, "right")
        comment.manual_comment = "Well put, <b>nearly</b>."
        gradebook.db.commit()
    return course


@pytest.fixture
def released(released_once: CourseFolder, tmp_path: Path) -> CourseFolder:
    """The toy course, released; a copy to work on."""
    return _copy(released_once, tmp_path / "toy")


@pytest.fixture
def graded_copy(graded: CourseFolder, tmp_path: Path) -> CourseFolder:
    """The toy course with a graded class; a copy to work on."""
    return _copy(graded, tmp_path / "toy")


def _copy(course: CourseFolder, to: Path) -> CourseFolder:
    shutil.copytree(course.root, to, symlinks=True)
    return open_course(to)


def hand_in_class(course: CourseFolder) -> None:
    """Let students hand in what real classes hand in."""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(LESSON, duedate=datetime(2026, 3, 2))  # noqa: DTZ001 - nbgrader's dates are naive
    right = answers(double=RIGHT, plain="answer_to_everything = 42")
    hand_in(course, "right", right, _own_cells)
    hand_in(course, "square", answers(double="def double(x):\n    return x * x", plain="x = 1"))
    hand_in(course, "empty")
    hand_in(course, "syntax", right, answers(double="def double(x) return 2 * x"))
    hand_in(course, "loop", right, answers(plain="while True:\n    pass"))
    hand_in(course, "stubborn", right, answers(plain=STUBBORN))
    hand_in(course, "killer", right, answers(double="import os\nos._exit(3)"))
    hand_in(course, "garbage", raw=b"this is no notebook")
    hand_in(course, "copied", right, _copy_test)
    hand_in(course, "deleted", _delete_test)
    hand_in(course, "schema", right, _foreign_schema)
    late = hand_in(course, "late", right)
    (late / "timestamp.txt").write_text("2026-03-02 01:00:00.000000 UTC")
    (late / "numpy.py").write_text("raise SystemExit('shadow')")
    (late / "secret.txt").symlink_to("/etc/hostname")


STUBBORN = """\
import time
while True:
    try:
        time.sleep(0.05)
    except KeyboardInterrupt:
        pass
"""


def _own_cells(cells: list[dict]) -> None:
    cells.insert(at(cells, "plain"), code("mine", SHOW))
    cells[at(cells, "order-answer")]["source"] = "Both are *sums*. <script>alert('mine')</script>"


def _copy_test(cells: list[dict]) -> None:
    cells.insert(at(cells, "double"), dict(cells[at(cells, "double-test")]))


def _delete_test(cells: list[dict]) -> None:
    answers(double="def double(x):\n    return helped(x)", plain="answer_to_everything = 42")(cells)
    place = at(cells, "double-test")
    cells[place] = code("helper", "def helped(x):\n    return 2 * x")


def _foreign_schema(cells: list[dict]) -> None:
    cells[at(cells, "double-test")]["metadata"]["nbgrader"]["schema_version"] = 99
