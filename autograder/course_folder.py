"""The nbgrader course in a folder: its configuration, its directories, its gradebook."""

import glob
import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from autograder.conversion import sentence

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

CONFIG_NAME = "nbgrader_config.py"


class CourseError(Exception):
    """What is wrong, where, and what to do about it, in one plain sentence.

    Its `exit_code` is 2 where the command was not usable as it stood, 1 for a finding.
    """

    exit_code = 2


class UnusableError(CourseError):
    """Something of the course, or of the machine, cannot be used at present."""

    exit_code = 1


@dataclass(frozen=True)
class CourseFolder:
    """A course that nbgrader can work on.

    Parameters
    ----------
    root : Path
        The folder of the course.
    config : traitlets.config.Config
        What nbgrader itself would read there, system-wide files included.
    """

    root: Path
    config: "Config"

    def directory(self, **overrides: str) -> "CourseDirectory":
        """Return nbgrader's view of the folder, with some of its traits replaced."""
        from nbgrader.coursedir import CourseDirectory

        return CourseDirectory(config=self.config, log=quiet_log(), **overrides)

    def path(self, step: str, lesson: str, student: str = ".") -> Path:
        """Return where an assignment lies at a step of its way.

        Parameters
        ----------
        step : {"source", "release", "submitted", "autograded", "feedback"}
            The step, whatever the course calls its directory.
        lesson : str
            Name of the assignment.
        student : str
            Left out for the steps that no student is part of.
        """
        directory = self.directory()
        name = getattr(directory, f"{step}_directory")
        return Path(os.path.normpath(directory.format_path(name, student, lesson)))

    def lessons(self) -> tuple[str, ...]:
        """Return the names of all assignments that have a source, in nbgrader's order."""
        parent = self.path("source", "any").parent
        if not parent.is_dir():
            raise CourseError(
                f"There is no folder {parent}: "
                f"put each assignment's notebook into {parent}/<name>/<name>.ipynb."
            )
        lessons = sorted(folder.name for folder in parent.iterdir() if any(_notebooks(folder)))
        if not lessons:
            raise CourseError(
                f"There is no notebook in {parent}: "
                f"put each assignment's into {parent}/<name>/<name>.ipynb."
            )
        return tuple(lessons)

    def lesson(self, ending: str) -> str:
        """Return the one assignment whose name ends so.

        Raises
        ------
        CourseError
            If none or several do; the sentence lists the choices.
        """
        lessons = self.lessons()
        if ending in lessons:
            return ending
        found = [name for name in lessons if ending and name.endswith(ending)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CourseError(f"“{ending}” may be any of {', '.join(found)}: say more of the name.")
        folder = self.path("source", ending)
        if ending and folder.is_dir():
            raise CourseError(
                f"There is no notebook in {folder}: put the assignment's there, {ending}.ipynb."
            )
        raise CourseError(
            f"No assignment's name ends in “{ending}”: the course has {', '.join(lessons)}."
        )

    def submitters(self, lesson: str) -> tuple[str, ...]:
        """Return the ids of the students who handed in an assignment, sorted."""
        return self._students("submitted", lesson)

    def graded(self, lesson: str) -> tuple[str, ...]:
        """Return the ids of the students whose submission has been graded, sorted."""
        return self._students("autograded", lesson)

    def _students(self, step: str, lesson: str) -> tuple[str, ...]:
        directory = self.directory()
        name = getattr(directory, f"{step}_directory")
        pattern = directory.format_path(name, "*", glob.escape(lesson))
        shape = re.compile(
            directory.format_path(name, "(?P<student>[^/]+)", re.escape(lesson), escape=True)
        )
        found = (shape.fullmatch(path) for path in _matches(pattern) if Path(path).is_dir())
        return tuple(sorted(match["student"] for match in found if match))

    @contextmanager
    def gradebook(self) -> Iterator["Gradebook"]:
        """Open the gradebook for a while.

        Raises
        ------
        UnusableError
            If the database refuses what is asked of it, then or later: it is none, locked, full ...
        """
        from nbgrader.api import Gradebook
        from sqlalchemy.exc import DBAPIError

        try:
            with Gradebook(self.db_url, self.directory().course_id) as gradebook:
                yield gradebook
        except DBAPIError as error:
            raise UnusableError(
                f"The gradebook {self._db_name} cannot be used ({sentence(error)}): close what "
                "else uses it, see that it may be written to or put back a copy, and run the "
                "same command again."
            ) from error

    @property
    def db_url(self) -> str:
        """Address of the gradebook, patient with a second writer where it is a SQLite file."""
        url = str(self.directory().db_url)
        return f"{url}?timeout=60" if url.startswith("sqlite:///") and "?" not in url else url

    @property
    def reports(self) -> Path:
        """Folder for what is written for the instructor alone."""
        return self.root / "reports"

    @property
    def answers(self) -> Path:
        """Folder of the answer bank."""
        return self.root / str(self.config.Autograder.get("answers", "tests/answers"))

    def has_gradebook(self) -> bool:
        """Tell whether there is a gradebook; opening one would begin it."""
        return "://" in self._db_name or Path(self._db_name).exists()

    @property
    def _db_name(self) -> str:
        """The file of a SQLite gradebook, else its address without what must stay secret."""
        from sqlalchemy.engine import make_url

        url = make_url(self.directory().db_url)
        if url.get_backend_name() == "sqlite" and url.database:
            return url.database
        return url.render_as_string(hide_password=True)

    def require_gradebook(self, lesson: str) -> None:
        """Raise `CourseError` unless the gradebook knows the assignment."""
        from nbgrader.api import MissingEntry

        if not self.has_gradebook():
            raise CourseError(
                f"There is no gradebook at {self._db_name}: "
                f"run `autograder release {lesson}` first."
            )
        with self.gradebook() as gradebook:
            try:
                gradebook.find_assignment(lesson)
            except MissingEntry:
                raise CourseError(
                    f"The gradebook does not know {lesson}: "
                    f"run `autograder release {lesson}` first."
                ) from None

    def require_writable(self, folders: Iterable[Path]) -> None:
        """Raise `UnusableError` unless new folders can be made, or old ones replaced."""
        parents = {next(up for up in folder.parents if up.exists()) for folder in folders}
        for parent in sorted(parents):
            try:
                # Permissions do not tell: a disk may be full, and root may write anywhere.
                with tempfile.NamedTemporaryFile(dir=parent, prefix=".autograder-"):
                    pass
            except OSError as error:
                raise UnusableError(
                    f"Nothing can be written into {parent} ({error.strerror}): "
                    "make it a folder that you may write to, and run the same command again."
                ) from error

    def require_release(self, lesson: str) -> Path:
        """Return the folder that was released, or raise `CourseError`."""
        released = self.path("release", lesson)
        if not any(_notebooks(released)):
            raise CourseError(
                f"There is no released notebook in {released}: "
                f"run `autograder release {lesson}` first."
            )
        return released


def open_course(root: Path) -> CourseFolder:
    """Read the configuration of the course in a folder.

    Parameters
    ----------
    root : Path
        Where its ``nbgrader_config.py`` lies.

    Raises
    ------
    CourseError
        If there is no such file, if it cannot be read, or if it does not call `configure`.
    """
    root = root.resolve()
    if not (root / CONFIG_NAME).is_file():
        raise CourseError(
            f"There is no {CONFIG_NAME} in {root}: run this in the folder of a course, or make one "
            "of it with the two lines `from autograder import configure` and "
            "`configure(get_config())`."
        )
    config = _read_config(root)
    if not config.Autograder.get("configured", False):
        raise CourseError(
            f"{root / CONFIG_NAME} does not use the autograder yet: add the two lines "
            "`from autograder import configure` and `configure(get_config())`."
        )
    if "root" not in config.CourseDirectory:
        config.CourseDirectory.root = str(root)
    return CourseFolder(root=root, config=config)


def quiet_log() -> logging.Logger:
    """Return a log that keeps nbgrader's running commentary off the screen."""
    log = logging.getLogger("autograder.nbgrader")
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    return log


def _read_config(root: Path) -> "Config":
    from nbgrader.apps.baseapp import NbGrader

    class Reader(NbGrader):  # type: ignore[misc]  # nbgrader ships no types
        """Reads what an nbgrader command would read if it were started in `root`."""

        name = "autograder"
        load_cwd_config = False

        def init_syspath(self) -> None:
            if str(root) not in sys.path:
                sys.path.insert(0, str(root))

    app = Reader(log=quiet_log(), raise_config_file_errors=True)
    try:
        app.initialize(argv=[], root=str(root))
    except (Exception, SystemExit) as error:
        raise CourseError(
            f"{root / CONFIG_NAME} cannot be read ({type(error).__name__}: {error}): mend it first."
        ) from error
    return cast("Config", app.config)


def _matches(pattern: str) -> list[str]:
    return glob.glob(pattern)  # noqa: PTH207 - a whole path with wildcards, which pathlib refuses


def _notebooks(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ipynb")) if folder.is_dir() else []
