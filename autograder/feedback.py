"""Write what students get back: marks, reasons and comments, or why there are none."""

import glob
import shutil
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from autograder.conversion import run_converter, sentence
from autograder.course_folder import CourseError, CourseFolder, quiet_log
from autograder.pages import render
from autograder.record import Entry, State, read_assignment
from autograder.results import nothing_graded

# What `nbgrader release_feedback` reads beside a page to know whose it is; it hands on neither.
_RECEIPTS = ("timestamp.txt", "submission_secret.txt")


def write_feedback(
    course: CourseFolder, lesson: str, students: Sequence[str]
) -> Iterator[tuple[str, Path]]:
    """Write the pages of students whose submission was graded or could not be graded.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.
    students : sequence of str
        Whose; see `students_with_news`.

    Yields
    ------
    (student, folder)
        As each is done.

    Raises
    ------
    CourseError
        At the end, if a page could not be made.
    """
    failed = {entry.student: entry for entry in _whole(course, lesson) if not entry.state.has_marks}
    without: list[CourseError] = []
    released = sorted(course.require_release(lesson).glob("*.ipynb"))
    for student in students:
        folder = course.path("feedback", lesson, student)
        try:
            if student in failed:
                _write_failure(course, lesson, failed[student], folder)
            else:
                _generate(course, lesson, student)
        except CourseError as error:
            without.append(error)
            continue
        _keep_pages_only(folder, {path.stem for path in released})
        yield student, folder
    if without:
        raise without[0]


def students_with_news(course: CourseFolder, lesson: str) -> tuple[str, ...]:
    """Return who can get feedback, sorted; `CourseError` if nobody can."""
    course.require_gradebook(lesson)
    ended = {each.student for each in _whole(course, lesson) if each.state is not State.UNFINISHED}
    students = ended | set(course.graded(lesson))
    if not students:
        raise nothing_graded(lesson)
    return tuple(sorted(students))


def _whole(course: CourseFolder, lesson: str) -> list[Entry]:
    with course.gradebook() as gradebook:
        return [
            entry
            for entry in read_assignment(gradebook, lesson)
            if not entry.notebook and not entry.cell
        ]


def _generate(course: CourseFolder, lesson: str, student: str) -> None:
    from nbgrader.converters import GenerateFeedback

    directory = course.directory(
        assignment_id=glob.escape(lesson), student_id=glob.escape(student), db_url=course.db_url
    )
    converter = GenerateFeedback(
        coursedir=directory, config=course.config, log=quiet_log(), force=True
    )
    cause = run_converter(converter)
    if cause is not None:
        raise CourseError(
            f"nbgrader cannot make feedback on {lesson} for {student} ({sentence(cause)}): "
            f"run `autograder grade {lesson} --student {student} --force` first."
        )


def _write_failure(course: CourseFolder, lesson: str, entry: Entry, folder: Path) -> None:
    """Tell a student why there are no marks, on the page where marks would be."""
    folder.mkdir(parents=True, exist_ok=True)
    submitted = course.path("submitted", lesson, entry.student)
    for name in _RECEIPTS:
        if (submitted / name).is_file() and not (submitted / name).is_symlink():
            shutil.copyfile(submitted / name, folder / name)
    for released in sorted(course.require_release(lesson).glob("*.ipynb")):
        page = render(
            "feedback.html.j2",
            title=f"{lesson}: {released.stem}",
            score=None,
            points=None,
            penalty=0,
            blocks=[],
            state=entry.state.value,
            remarks=[entry.detail],
            unmarked=set(),
        )
        (folder / f"{released.stem}.html").write_text(page, encoding="utf-8")


def _keep_pages_only(folder: Path, notebooks: Collection[str]) -> None:
    """Drop what nbgrader copied from the submission: feedback is read by others than its author."""
    kept = {*(f"{name}.html" for name in notebooks), *_RECEIPTS}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        elif path.parent != folder or path.name not in kept:
            path.unlink()
