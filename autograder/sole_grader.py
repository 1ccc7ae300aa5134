"""One command grades a course at a time: two would write the same marks and folders."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from autograder.course_folder import CourseFolder, UnusableError
from autograder.gradebook_file import file_of

LOCK_NAME = ".autograder.lock"


@contextlib.contextmanager
def sole_grader(course: CourseFolder) -> Iterator[None]:
    """Be the only one that grades a course, for as long as the context lasts.

    The kernel keeps the lock, and takes it back from a process that is killed. Only who asks for it
    is kept off: plain ``nbgrader autograde`` is not. Windows has no such lock, and goes without.

    Parameters
    ----------
    course : CourseFolder
        The course.

    Raises
    ------
    UnusableError
        If another process grades it; the sentence says which.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with lock_file(course).open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise UnusableError(
                f"Process {lock.read().strip()} is grading this course already: wait until it has "
                "ended, or end it, and run the same command again."
            ) from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield


def lock_file(course: CourseFolder) -> Path:
    """Return the file that is locked: beside the gradebook, or in the course if that is no file."""
    gradebook = file_of(course.db_url)
    if gradebook is None or not gradebook.parent.is_dir():
        return course.root / LOCK_NAME
    return gradebook.parent / LOCK_NAME
