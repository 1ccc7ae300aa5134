"""What on this machine is missing or unsafe for grading, one sentence each with its cure."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from autograder import box_of, engine_of
from autograder.box.sandbox import kind_in_use, why_unusable
from autograder.course_folder import CourseError, CourseFolder, open_course
from course import doctor
from course.doctor import Finding

FREE_BYTES = 1_000_000_000

_KEPT_APART = {
    "namespaces": "what keeps them apart are name spaces, by bubblewrap",
    "landlock": "what keeps them apart is Landlock, for there can be no name spaces here or "
    "c.Autograder.box says so",
}

_SECRET = re.compile(r"TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|API_?KEY", re.IGNORECASE)
# nbgrader looks for folders by patterns, in which these stand for something else.
_PATTERN = re.compile(r"[*?\[\]]")


def examine(folder: Path) -> Iterator[Finding]:
    """Examine what instructors and TAs need.

    Parameters
    ----------
    folder : Path
        The folder of a course.

    Yields
    ------
    Finding
        Those of `course.doctor.examine` among them.
    """
    yield from doctor.examine(folder)
    everything = {re.split(r"[^\w.-]", line)[0] for line in metadata.requires("cleft") or ()}
    yield from doctor.packages(everything - doctor.LESSON_PACKAGES - _optional(), "grading")
    yield from _alembic()
    try:
        course = open_course(folder)
    except CourseError as error:
        yield from _boxes("apart")
        yield Finding(str(error), urgent=True)
        return
    yield from _engine(course)
    yield from _course(course)


def _optional() -> set[str]:
    """Return requirements that only an extra asks for."""
    lines = [line for line in metadata.requires("cleft") or () if "extra ==" in line]
    return {re.split(r"[^\w.-]", line)[0] for line in lines}


def _alembic() -> Iterator[Finding]:
    if shutil.which("alembic") is None and not _alembic_beside():
        yield Finding(
            "The command alembic is missing, with which nbgrader begins a gradebook.",
            "Install the course again as README says.",
            urgent=True,
        )


def _engine(course: CourseFolder) -> Iterator[Finding]:
    try:
        yield from _boxes(engine_of(course.config), box_of(course.config))
    except ValueError as error:
        yield Finding(f"{error}.", "Mend nbgrader_config.py.", urgent=True)


def _boxes(engine: str, box: str = "auto") -> Iterator[Finding]:
    """Say where submissions run, and what they can reach there."""
    why = why_unusable(box)
    if engine == "apart" and not why:
        what = "Submissions run in boxes, out of reach of your files and of the network"
        yield Finding(f"{what}; {_KEPT_APART[kind_in_use(box)]}.")
        return
    if engine == "apart":
        yield Finding(
            f"Submissions cannot be boxed in here, {why}.",
            "Mend that; on Debian, `apt-get install bubblewrap`.",
            urgent=True,
        )
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield Finding(
            "You are root, and so is every submission that you grade without a box.",
            "Grade as a user who owns nothing but the course.",
        )
    yield Finding(
        "Without a box submissions run as your own user, with your files and network in reach.",
        "Grade on a machine or in an account that holds nothing else.",
    )
    yield from _secrets()


def _alembic_beside() -> bool:
    return (Path(sys.executable).parent / "alembic").exists()


def _secrets() -> Iterator[Finding]:
    found = sorted(name for name, value in os.environ.items() if value and _SECRET.search(name))
    if found:
        yield Finding(
            f"Without a box submissions can read {', '.join(found)} from the environment.",
            f"Grade from a shell without them: `unset {' '.join(found)}`.",
            urgent=True,
        )


def _course(course: CourseFolder) -> Iterator[Finding]:
    directory = course.directory()
    if not directory.course_id:
        yield Finding(
            "The course has no id, so the exchange cannot be used.",
            "Set c.CourseDirectory.course_id in nbgrader_config.py.",
            urgent=True,
        )
    if _PATTERN.search(directory.root):
        yield Finding(
            f"The path {directory.root} has a character that nbgrader takes for a pattern.",
            "Move the course to a path without * ? [ ].",
            urgent=True,
        )
    if shutil.disk_usage(course.root).free < FREE_BYTES:
        yield Finding(
            f"There is less than {FREE_BYTES / 1e9:g} GB free where the course lies.",
            "Make room before you grade.",
            urgent=True,
        )
    yield _exchange(course)
    try:
        yield Finding(f"The course has {', '.join(course.lessons()) or 'no assignments yet'}.")
    except CourseError as error:
        yield Finding(str(error), urgent=True)


def _exchange(course: CourseFolder) -> Finding:
    from nbgrader.exchange.default import Exchange

    root = Path(Exchange(config=course.config).root)
    if not root.is_dir():
        return Finding(
            f"There is no exchange at {root}, so nothing can be handed out or in there.",
            f"Run `mkdir -p {root} && chmod 777 {root}`, or set c.Exchange.root.",
        )
    if not os.access(root, os.W_OK | os.X_OK):
        what = f"You may not write to the exchange at {root}."
        return Finding(what, "Ask its owner.", urgent=True)
    return Finding(f"The exchange at {root} can be used.")
