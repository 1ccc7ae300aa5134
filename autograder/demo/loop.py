"""The way of an assignment through a real nbgrader exchange, students' side and teacher's."""

import shutil
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.course_folder import CourseError, CourseFolder, open_course, quiet_log
from autograder.demo.students import Student
from autograder.notebooks import as_text, grade_id, read_notebook

COURSE_ID = "cleft-demo"
# Lessons take a few seconds; the endless loop of the simulated class costs one such time.
CELL_TIMEOUT_S = 20
MARKER = ".made-by-autograder-demo"

_CONFIG = """\
from autograder import configure

c = get_config()
configure(c)
c.CourseDirectory.course_id = {course_id!r}
c.CourseDirectory.root = {root!r}
c.Exchange.root = {exchange!r}
c.ExecutePreprocessor.timeout = {timeout}
c.Autograder.answers = {answers!r}
"""


def make_course(directory: Path, sources: Iterable[Path], answers: Path) -> CourseFolder:
    """Make a new course beside an empty exchange.

    Parameters
    ----------
    directory : Path
        Where; a class that was simulated there before is removed, anything else is not.
    sources : iterable of Path
        Folders of the assignments.
    answers : Path
        The answer bank.

    Raises
    ------
    CourseError
        If the folder holds something else.
    """
    _clear(directory)
    root, exchange = directory / "course", directory / "exchange"
    for folder in (root / "source", exchange):
        folder.mkdir(parents=True)
    exchange.chmod(0o777)
    for source in sources:
        shutil.copytree(source, root / "source" / source.name)
    (root / "nbgrader_config.py").write_text(
        _CONFIG.format(
            course_id=COURSE_ID,
            root=str(root),
            exchange=str(exchange),
            timeout=CELL_TIMEOUT_S,
            answers=str(answers),
        ),
        encoding="utf-8",
    )
    return open_course(root)


def hand_out(course: CourseFolder, lesson: str) -> None:
    """Put a released assignment into the exchange."""
    _exchange(course, "ReleaseAssignment", lesson)


def fetch_and_answer(course: CourseFolder, lesson: str, student: Student) -> None:
    """Fetch an assignment as a student and work on it."""
    _exchange(course, "FetchAssignment", lesson, student.name)
    for path in sorted((_home(course, student.name) / lesson).glob("*.ipynb")):
        notebook = read_notebook(path)
        for cell in notebook.cells:
            name = grade_id(cell) or cell.id
            if name in student.answers:
                cell.source = student.answers[name].source
            elif (task := name.removesuffix("-answer")) != name and task in student.responses:
                cell.source = student.responses[task].text
        student.damage(notebook)
        text = as_text(notebook)
        path.write_text(text[: len(text) // 2] if student.broken_file else text, encoding="utf-8")


def hand_in(course: CourseFolder, lesson: str, student: str) -> None:
    """Submit a student's folder to the exchange."""
    _exchange(course, "Submit", lesson, student)


def close(course: CourseFolder, lesson: str) -> None:
    """Let the due date be now: what is handed in from here on is late."""
    now = datetime.now(UTC).replace(tzinfo=None)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(lesson, duedate=now)
    time.sleep(1)


def collect(course: CourseFolder, lesson: str) -> None:
    """Collect what was handed in."""
    _exchange(course, "Collect", lesson, "*")


def mark_by_hand(course: CourseFolder, lesson: str, students: Iterable[Student]) -> Iterator[str]:
    """Mark the free responses as a person would in formgrader; yield each name when done."""
    for student in students:
        with course.gradebook() as gradebook:
            submission = gradebook.find_submission(lesson, student.name)
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    if not student.state.has_marks or grade.auto_score is not None:
                        continue
                    response = student.responses.get(grade.name)
                    grade.manual_score = response.total if response else 0.0
                    grade.needs_manual_grade = False
                for comment in notebook.comments:
                    if comment.name in student.responses:
                        comment.manual_comment = student.responses[comment.name].comment
            gradebook.db.commit()
        yield student.name


def return_feedback(course: CourseFolder, lesson: str) -> None:
    """Put the feedback into the exchange."""
    _exchange(course, "ReleaseFeedback", lesson, "*")


def fetch_feedback(course: CourseFolder, lesson: str, student: str) -> tuple[Path, ...]:
    """Fetch feedback as a student; return the pages."""
    _exchange(course, "FetchFeedback", lesson, student)
    return fetched_pages(course, lesson, student)


def fetched_pages(course: CourseFolder, lesson: str, student: str) -> tuple[Path, ...]:
    """Return the pages of feedback that a student has."""
    return tuple(sorted((_home(course, student) / lesson / "feedback").rglob("*.html")))


def _home(course: CourseFolder, student: str) -> Path:
    return course.root.parent / "students" / student


def _exchange(course: CourseFolder, action: str, lesson: str, student: str = ".") -> None:
    """Run one of nbgrader's exchange commands in this process, as the person who would."""
    from nbgrader.auth import Authenticator
    from nbgrader.exchange import ExchangeError, ExchangeFactory

    home = _home(course, student)
    transfer: Any = getattr(ExchangeFactory(config=course.config), action)(
        coursedir=course.directory(assignment_id=lesson, student_id=student, db_url=course.db_url),
        authenticator=Authenticator(config=course.config),
        config=course.config,
        log=quiet_log(),
    )
    if action in {"FetchAssignment", "Submit", "FetchFeedback"}:
        home.mkdir(parents=True, exist_ok=True)
        transfer.assignment_dir = str(home)
        transfer.cache = str(home / ".cache")
    try:
        transfer.start()
    except ExchangeError as error:
        raise CourseError(f"the exchange refuses {action} of {lesson}: {error}") from error


def _clear(directory: Path) -> None:
    """Begin with an empty folder of our own; the old one goes away in one step."""
    if directory.exists() and any(directory.iterdir()):
        if not (directory / MARKER).is_file():
            raise CourseError(
                f"{directory} holds something that the demo did not make: name another --directory."
            )
        old = directory.with_name(f".{directory.name}-old-{time.time_ns()}")
        directory.rename(old)
        shutil.rmtree(old)
    directory.mkdir(parents=True, exist_ok=True)
    (directory / MARKER).touch()
