"""The release: made anew it is the one that lies in ``release``, and nothing in it leaks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from autograder.audit.findings import Finding
from autograder.audit.lesson import Lesson
from autograder.bank import BankError
from autograder.course_folder import CourseError
from autograder.notebooks import grade_id, read_notebook
from autograder.release import leaks_in, make_release, same_files

CHECK = "release"


@dataclass(frozen=True)
class Remade:
    """A release made for the audit alone.

    Parameters
    ----------
    findings : tuple of Finding
        What is wrong with it.
    texts : dict
        The texts of each notebook's cells in order, by file name.
    answers : dict
        The texts of cells that nbgrader knows, by file name and by name.
    """

    findings: tuple[Finding, ...] = ()
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)


def remake(lesson: Lesson, scratch: Path) -> Remade:
    """Make the students' version of a lesson in a folder of one's own, and look at it."""
    if not lesson.notebooks:
        return Remade()
    try:
        made = make_release(lesson.course, lesson.name, scratch)
    except CourseError as error:
        return Remade((Finding(CHECK, lesson.notebooks[0].file, "", str(error)),))
    notebooks = {path.name: read_notebook(path) for path in sorted(made.glob("*.ipynb"))}
    return Remade(
        tuple(_findings(lesson, made)),
        {name: tuple(cell.source for cell in book.cells) for name, book in notebooks.items()},
        {
            name: {grade_id(cell) or "": cell.source for cell in book.cells}
            for name, book in notebooks.items()
        },
    )


def _findings(lesson: Lesson, made: Path) -> Iterator[Finding]:
    try:
        leaks = leaks_in(lesson.course, lesson.name, made)
    except (BankError, UnicodeDecodeError):
        leaks = ()  # the check of the bank says so
    for leak in leaks:
        file = lesson.file(lesson.course.path("release", lesson.name))
        yield Finding(CHECK, file, "", f"{leak}: change it in the source")
    released = lesson.course.path("release", lesson.name)
    if not released.is_dir():
        problem = f"it has never been released: run `autograder release {lesson.name}`"
        yield Finding(CHECK, lesson.file(released), "", problem)
    elif not same_files(made, released):
        names = ", ".join(_differing(made, released))
        problem = (
            f"{names} differ from what the source gives: run `autograder release {lesson.name}`"
        )
        yield Finding(CHECK, lesson.file(released), "", problem)


def _differing(made: Path, released: Path) -> list[str]:
    files = {
        path.relative_to(folder).as_posix()
        for folder in (made, released)
        for path in folder.rglob("*")
        if path.is_file()
    }
    return sorted(file for file in files if not _same(made / file, released / file))


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()
