"""The preprocessors that take the place of nbgrader's own execution of a submission."""

import atexit
import functools
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute, IncludeHeaderFooter, NbGraderPreprocessor
from traitlets import Float, Instance, Integer, List, Unicode

from autograder import box_of, engine_of
from autograder.box.limits import Limits
from autograder.box.sandbox import why_unusable
from autograder.job import CellResult, JobResult
from autograder.languages import why_not_python
from autograder.lesson_job import Facts, code_cells, facts_of, files_in, hidden_files, make_job
from autograder.marking import grade, retire
from autograder.notes import STATE_KEY
from autograder.protocol import Value
from autograder.regions import hidden_tests_of
from autograder.states import CellState

# Answers may draw; a test that does imports what it draws with.
_PRELOAD_FOR_ANSWERS = ("matplotlib.pyplot",)

# The warm processes serve one submission after the other, and go with this one.
atexit.register(retire)


class UnboxedError(RuntimeError):
    """There can be no box, on this machine or for this language; nobody said to do without."""


class ExecuteApart(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """Run a submission in a box, and its tests in the examiner's process.

    Where the course keeps nbgrader's own execution, it is that.
    """

    timeout = Float(
        None, allow_none=True, help="Seconds after which a cell is interrupted; as nbgrader's."
    ).tag(config=True)
    submission_timeout = Float(
        600.0, help="Seconds that all cells of a submission may take together."
    ).tag(config=True)
    memory_mb = Integer(2048, help="Memory that a process of a submission may take, in MB.").tag(
        config=True
    )
    total_memory_mb = Integer(
        4096, help="Memory that all processes of a submission may take together, in MB."
    ).tag(config=True)
    preload = List(
        Unicode(),
        ["scipy.integrate", "scipy.optimize", "scipy.special", "scipy.stats"],
        help="Modules that are imported once for all submissions, besides the source's, as soon "
        "as one mentions them.",
    ).tag(config=True)
    coursedir = Instance(CourseDirectory, allow_none=True)

    def preprocess(self, nb: Value, resources: Value) -> tuple[Any, Any]:
        """Run the notebook and put what it shows, and how each cell ended, into its cells."""
        if engine_of(self.config) != "apart":
            stock: tuple[Any, Any] = Execute(parent=self.parent).preprocess(nb, resources)
            return stock
        if why := why_unusable(box_of(self.config)):
            raise UnboxedError(
                f"submissions cannot be boxed in here, {why}: mend that, or have them run as your "
                "own user by c.Autograder.engine = 'stock' in nbgrader_config.py"
            )
        ids, folder = resources["nbgrader"], Path(resources["metadata"]["path"])
        packed = self.job(nb, ids["assignment"], ids["notebook"], folder)
        return EnterResults(JobResult.from_bytes(grade(packed))).preprocess(nb, resources)

    def job(self, nb: Value, lesson: str, notebook: str, folder: Path) -> bytes:
        """Return the job of running a notebook that lies in a folder, packed."""
        facts = self._facts(lesson, notebook)
        directory = self._directory()
        source, release = (
            Path(directory.format_path(each, ".", lesson))
            for each in (directory.source_directory, directory.release_directory)
        )
        source_files = files_in(source)
        hidden = hidden_files(source_files, release)
        job = make_job(
            nb,
            facts,
            limits=Limits(
                cell_s=self._cell_s(),
                submission_s=self.submission_timeout,
                memory_mb=self.memory_mb,
                total_memory_mb=self.total_memory_mb,
            ),
            files={name: it for name, it in files_in(folder).items() if name not in hidden},
            # No file of a student's: a test may load what is in one.
            examiner_files=source_files,
            preload=facts.imports,
            preload_for_answers=tuple(
                dict.fromkeys([*facts.imports_of_answers, *_PRELOAD_FOR_ANSWERS, *self.preload])
            ),
            box=box_of(self.config),
            hidden=hidden_tests_of(self.config),
        )
        return job.to_bytes()

    def _cell_s(self) -> float:
        seconds = self.timeout or Execute(parent=self).timeout
        return float(seconds) if seconds and seconds > 0 else float(self.submission_timeout)

    def _directory(self) -> CourseDirectory:
        return (
            self.coursedir
            or getattr(self.parent, "coursedir", None)
            or CourseDirectory(parent=self)
        )

    def _facts(self, lesson: str, notebook: str) -> Facts:
        directory = self._directory()
        folder = directory.format_path(directory.source_directory, ".", lesson)
        source = Path(folder, f"{notebook}.ipynb")
        around = IncludeHeaderFooter(parent=self)
        header, footer = (
            [path] if each and (path := Path(directory.root, each)).is_file() else []
            for each in (around.header, around.footer)
        )
        paths = (*header, source, *footer)
        return _facts_in(source, tuple((path, path.stat().st_mtime_ns) for path in paths))


@functools.lru_cache(maxsize=16)
def _facts_in(source: Path, parts: tuple[tuple[Path, int], ...]) -> Facts:
    """Return what an instructor's notebook says, with what nbgrader puts around it.

    Each part comes with the time of its last change: it is read again when it has changed.
    """
    read = {path: nbformat.read(path, as_version=4) for path, _ in parts}  # type: ignore[no-untyped-call]  # nbformat
    whole = read[source]
    if why := why_not_python(whole):
        raise UnboxedError(f"{source.name} cannot be graded: {why}")
    whole.cells = [cell for path, _ in parts for cell in read[path].cells]
    return facts_of(whole)


class EnterResults(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """Put what came of a notebook into its cells.

    Parameters
    ----------
    result : JobResult
        One result for each code cell.
    """

    def __init__(self, result: JobResult) -> None:
        super().__init__()
        self._result = result

    def preprocess(self, nb: Value, resources: Value) -> tuple[Any, Any]:
        """Give each code cell its outputs, its number, and how it ended."""
        for cell, came in zip(code_cells(nb), self._result.cells, strict=True):
            _enter(cell, came)
        return nb, resources


def _enter(cell: Value, came: CellResult) -> None:
    from_dict = nbformat.from_dict
    cell.outputs = [
        from_dict(output)  # type: ignore[no-untyped-call]  # nbformat leaves it untyped
        for output in came.outputs
    ]
    cell.execution_count = came.execution_count
    cell.metadata.pop(STATE_KEY, None)
    if came.state is not CellState.DONE:
        said = came.detail or came.state.said
        cell.metadata[STATE_KEY] = {"state": came.state.value, "detail": said}
