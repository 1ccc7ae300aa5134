"""One submission on its way to be marked: taken in, and rebuilt on what was released."""

import functools
import glob
import hashlib
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from autograder.course_folder import CourseFolder
from autograder.intake import UnreadableError, copy_submission, fingerprint
from autograder.notebooks import pass_on, read_notebook
from autograder.record import Entry, State
from autograder.repair import repair


@dataclass(frozen=True)
class Job:
    """What a worker needs to know.

    Parameters
    ----------
    root : Path
        The course.
    lesson, student : str
        The submission.
    scratch : Path
        A folder for what is made on the way.
    tests : str
        What the submission is graded by; see `autograder.lesson_tests.tests_fingerprint`.
    note : str
        What is to be said of the submission however it ends, else empty.
    """

    root: Path
    lesson: str
    student: str
    scratch: Path
    tests: str
    note: str = ""


def stage(course: CourseFolder, job: Job, source: Path, target: Path) -> list[Entry] | str:
    """Write the repaired submission; return the repairs, or why it cannot be read."""
    if glob.escape(job.student) != job.student:
        return (
            "the id of its author holds one of * ? [, which nbgrader takes for a pattern: rename it"
        )
    released = sorted(course.require_release(job.lesson).glob("*.ipynb"))
    notebooks, left_out = copy_submission(source, target)
    entries = [
        Entry(job.student, job.lesson, State.REPAIRED, detail=str(each)) for each in left_out
    ]
    for path in released:
        submitted = notebooks.get(path.name)
        if submitted is None:
            continue
        if isinstance(submitted, UnreadableError):
            return f"{path.name} cannot be read: {submitted}"
        notebook, repairs = repair(submitted, _released(path, path.stat().st_mtime_ns))
        pass_on(notebook, target / path.name)
        entries += [
            Entry(job.student, job.lesson, State.REPAIRED, path.stem, each.cell, each.what)
            for each in repairs
        ]
    if not any(path.name in notebooks for path in released):
        return f"it holds no notebook named {' or '.join(path.name for path in released)}"
    return entries


@functools.lru_cache(maxsize=16)
def _released(path: Path, _changed: int) -> NotebookNode:
    """Return what students got; read again when the file has changed."""
    return read_notebook(path)


def graded_by(course: CourseFolder, lesson: str, student: str, tests: str) -> str:
    """Return a digest of a submission and of what it is graded by."""
    submission = fingerprint(course.path("submitted", lesson, student))
    return hashlib.sha256(f"{submission} {tests}".encode()).hexdigest()
