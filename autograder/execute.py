"""The preprocessor that takes the place of nbgrader's own execution of a submission."""

import atexit
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Float, Instance, Integer, List, Unicode

from autograder.box.limits import Limits
from autograder.job import CellResult, JobResult, grade, retire
from autograder.lesson_job import code_cells, files_in, make_job
from autograder.protocol import Value
from autograder.states import CellState

STATE_KEY = "autograder"

# The warm processes serve one submission after the other, and go with this one.
atexit.register(retire)


class ExecuteApart(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """Run a submission in a box, and its tests in the examiner's process."""

    timeout = Float(30.0, help="Seconds after which a cell is interrupted.").tag(config=True)
    submission_timeout = Float(
        600.0, help="Seconds that all cells of a submission may take together."
    ).tag(config=True)
    memory_mb = Integer(2048, help="Memory that a process of a submission may take, in MB.").tag(
        config=True
    )
    preload = List(
        Unicode(),
        default_value=["numpy", "matplotlib.pyplot", "course"],
        help="Modules that are imported once for all submissions.",
    ).tag(config=True)
    coursedir = Instance(CourseDirectory, allow_none=True)

    def preprocess(self, nb: Value, resources: Value) -> tuple[Any, Any]:
        """Run the notebook and put what it shows, and how each cell ended, into its cells."""
        job = make_job(
            nb,
            self._source(resources),
            limits=Limits(
                cell_s=self.timeout,
                submission_s=self.submission_timeout,
                memory_mb=self.memory_mb,
            ),
            files=files_in(Path(resources["metadata"]["path"])),
            preload=tuple(self.preload),
        )
        result = JobResult.from_bytes(grade(job.to_bytes()))
        for cell, came in zip(code_cells(nb), result.cells, strict=True):
            _enter(cell, came)
        return nb, resources

    def _source(self, resources: Value) -> Value:
        ids = resources["nbgrader"]
        directory = self.coursedir or CourseDirectory(parent=self)
        folder = directory.format_path(directory.source_directory, ".", ids["assignment"])
        path = Path(folder, f"{ids['notebook']}.ipynb")
        return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat


def _enter(cell: Value, came: CellResult) -> None:
    from_dict = nbformat.from_dict  # nbformat leaves it untyped
    cell.outputs = [from_dict(output) for output in came.outputs]  # type: ignore[no-untyped-call]
    cell.execution_count = came.execution_count
    cell.metadata.pop(STATE_KEY, None)
    if came.state is not CellState.DONE:
        cell.metadata[STATE_KEY] = {"state": came.state.value, "detail": came.detail}
