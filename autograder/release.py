"""From an instructor's source to what students get."""

import ast
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.bank import load_answers
from autograder.conversion import run_converter, sentence
from autograder.course_folder import CourseError, CourseFolder, quiet_log
from autograder.leaks import (
    Leak,
    Secret,
    find_leaks,
    secrets_of_answers,
    secrets_of_notebook,
    stubs_of,
)
from autograder.notebooks import read_notebook, write_notebook
from autograder.regions import regions_of
from autograder.release_changes import require_same_cells

# How a folded hint begins.
_HINT = "<summary>Hint"


class LeakError(CourseError):
    """The release would show what students must not see."""

    exit_code = 1

    def __init__(self, lesson: str, leaks: tuple[Leak, ...]) -> None:
        self.leaks = leaks
        super().__init__(
            f"{lesson} is not released, because {len(leaks)} line(s) of it would show what "
            f"students must not see: change them in the source.\n"
            + "\n".join(f"  {leak}" for leak in leaks)
        )


@dataclass(frozen=True)
class Released:
    """What a release came to."""

    lesson: str
    folder: Path
    files: int
    changed: bool


def release_lesson(course: CourseFolder, lesson: str) -> Released:
    """Make the students' version of an assignment and, if nothing leaks, put it into ``release``.

    Everything is made and checked beside the release first. The gradebook is written next, which
    refuses what nbgrader does not allow, and the old release is replaced last: so a failure
    leaves both as they were.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.

    Raises
    ------
    LeakError
        If the release would show a solution, a hidden test, a mark scheme or an answer.
    CourseError
        If nbgrader cannot make it, or must not change it any more.
    """
    target = course.path("release", lesson)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _staging(target.parent) as staging:
        made = make_release(course, lesson, staging / "made")
        leaks = leaks_in(course, lesson, made)
        if leaks:
            raise LeakError(lesson, leaks)
        require_same_cells(course, lesson, made)
        _generate(course, lesson, staging / "recorded", record=True)
        changed = not same_files(made, target)
        if changed:
            _replace(target, made, staging / "old")
        files = sum(path.is_file() for path in target.rglob("*"))
    return Released(lesson, target, files, changed)


def make_release(course: CourseFolder, lesson: str, into: Path) -> Path:
    """Make the students' version in a folder, and write to nothing else.

    Raises
    ------
    CourseError
        If nbgrader cannot make it.
    """
    made = _generate(course, lesson, into, record=False)
    _stamp(made)
    return made


def leaks_in(course: CourseFolder, lesson: str, made: Path) -> tuple[Leak, ...]:
    """Return what a students' version shows that they must not see."""
    return find_leaks(made, _secrets(course, lesson, made), regions_of(course.config))


def same_files(one: Path, other: Path) -> bool:
    """Tell whether two folders hold the same files, byte by byte."""
    return _contents(one) == _contents(other)


def _generate(course: CourseFolder, lesson: str, into: Path, *, record: bool) -> Path:
    """Run nbgrader's generate_assignment, with or without writing to the gradebook."""
    from nbgrader.converters import GenerateAssignment

    directory = course.directory(release_directory=str(into), assignment_id=lesson)
    if record:
        directory.db_url = course.db_url
    converter = GenerateAssignment(coursedir=directory, config=course.config, log=quiet_log())
    converter.force = True
    if not record:
        converter.no_database = True
        converter.preprocessors = [
            step for step in converter.preprocessors if not _name(step).endswith("SaveCells")
        ]
    cause = run_converter(converter)
    if cause is not None:
        unsaid = f"run `nbgrader generate_assignment {lesson}`, whose log tells more"
        why = sentence(cause) if cause.args else unsaid
        raise CourseError(
            f"nbgrader cannot make {lesson} from {course.path('source', lesson)}: {why}"
        )
    return into / lesson


def _stamp(folder: Path) -> None:
    """Write the version of `course` into each notebook that imports it, and nothing for graders."""
    import course

    for path in sorted(folder.rglob("*.ipynb")):
        notebook = read_notebook(path)
        if any(_imports_course(cell.source) for cell in notebook.cells if cell.cell_type == "code"):
            stamp = {"course_version": course.__version__}
            notebook.metadata["cleft"] = {**notebook.metadata.get("cleft", {}), **stamp}
        notebook.metadata.pop("autograder", None)  # what is between the instructor and the grader
        write_notebook(notebook, path)


def _imports_course(source: str) -> bool:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return False
    modules: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules.append(node.module or "")
    return any(module.split(".")[0] == "course" for module in modules)


def _secrets(course: CourseFolder, lesson: str, made: Path) -> Iterator[Secret]:
    regions, stubs = regions_of(course.config), stubs_of(course.config)
    for path in sorted(course.path("source", lesson).rglob("*.ipynb")):
        yield from secrets_of_notebook(read_notebook(path), regions, stubs)
    # An answer begins with what students are given: the signature, the docstring, constants; and
    # it may take a line from a hint, which is there to be taken.
    given = [
        line
        for path in sorted(made.rglob("*.ipynb"))
        for cell in read_notebook(path).cells
        if "nbgrader" in cell.metadata or _HINT in cell.source
        for line in cell.source.splitlines()
    ]
    answers = load_answers(course.answers, lesson)
    yield from secrets_of_answers(((each.name, each.source) for each in answers), given)


@contextmanager
def _staging(beside: Path) -> Iterator[Path]:
    """Make a folder on the same file system, so that a rename puts the result in place."""
    folder = Path(tempfile.mkdtemp(prefix=".staging-", dir=beside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _replace(target: Path, made: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    try:
        made.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _name(step: object) -> str:
    return step if isinstance(step, str) else getattr(step, "__name__", "")
