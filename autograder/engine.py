"""Execute and mark one repaired submission by nbgrader's own autograde, as the course has it set.

For a course whose engine is "stock"; the others' classes go through `autograder.apart`.
"""

import glob
import os
import tempfile
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.conversion import run_converter, sentence
from autograder.course_folder import CourseFolder, quiet_log
from autograder.notebooks import grade_id, read_notebook
from autograder.record import State

if TYPE_CHECKING:
    from nbgrader.converters import Autograde
    from nbgrader.coursedir import CourseDirectory

TIMEOUT_NAME = "CellTimeoutError"


@dataclass(frozen=True)
class Stumble:
    """A cell that ended other than by its own code."""

    notebook: str
    cell: str
    state: State
    detail: str


@dataclass(frozen=True)
class Marked:
    """How the execution of a submission ended.

    Parameters
    ----------
    state : State
        ``GRADED`` if the gradebook now holds its marks.
    detail : str
        Why not, else empty.
    stumbles : tuple of Stumble
        Cells that were cut off on the way.
    """

    state: State
    detail: str = ""
    stumbles: tuple[Stumble, ...] = ()


def mark(course: CourseFolder, lesson: str, student: str, staged: Path, runtime: Path) -> Marked:
    """Run a submission and write its marks to the gradebook.

    Parameters
    ----------
    course : CourseFolder
        The course; must be used in a process of its own, since nbgrader changes global state.
    lesson, student : str
        What, and whose.
    staged : Path
        Folder that stands in for ``submitted`` and holds the repaired submission.
    runtime : Path
        A new folder for sockets and temporary files; its name is short, as a socket's must be.
    """
    runtime.mkdir()
    # Sockets, connection files and what the submission writes go where they will be wiped.
    os.environ |= {"JUPYTER_RUNTIME_DIR": str(runtime), "TMPDIR": str(runtime)}
    tempfile.tempdir = str(runtime)

    directory = course.directory(
        submitted_directory=str(staged),
        assignment_id=glob.escape(lesson),
        student_id=glob.escape(student),
    )
    directory.db_url = course.db_url
    cause = run_converter(_converter(course, directory, runtime))
    if cause is not None:
        return failure(cause, lesson)
    return Marked(State.GRADED, stumbles=_stumbles(course.path("autograded", lesson, student)))


def _converter(course: CourseFolder, directory: "CourseDirectory", runtime: Path) -> "Autograde":
    from nbgrader.converters import Autograde

    config = deepcopy(course.config)
    config.Autograder.engine = "stock"
    if os.name == "posix":
        # Kernels that start at the same time can be given the same network port.
        config.KernelManager.transport = "ipc"
        config.KernelManager.ip = str(runtime / "kernel")
    return Autograde(coursedir=directory, config=config, log=quiet_log(), force=True)


def failure(error: BaseException, lesson: str) -> Marked:
    """Return how a submission ended that an exception stopped."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    if isinstance(error, DeadKernelError):
        return Marked(State.CRASHED, "the kernel died while the notebook ran")
    if isinstance(error, CellTimeoutError):
        return Marked(State.TIMED_OUT, "a cell ran too long and could not be interrupted")
    return Marked(
        State.FAILED,
        f"nbgrader could not grade it ({type(error).__name__}: {sentence(error)}): "
        f"mend that and run `autograder grade {lesson}` again",
    )


def _stumbles(autograded: Path) -> tuple[Stumble, ...]:
    return tuple(
        Stumble(
            path.stem,
            grade_id(cell) or cell.get("id", ""),
            State.TIMED_OUT,
            "it ran too long and was interrupted",
        )
        for path in sorted(autograded.glob("*.ipynb"))
        for cell in read_notebook(path).cells
        if cell.cell_type == "code"
        and any(output.get("ename") == TIMEOUT_NAME for output in cell.outputs)
    )
