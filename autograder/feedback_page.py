"""The page that a student gets back, made from a graded notebook.

Both classes are named in the configuration that `autograder.configure` makes, so that nbgrader's
own generate_feedback makes the same page.
"""

import builtins
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbconvert.exporters.exporter import Exporter
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.exercise_names import headings, slug
from autograder.notebooks import node
from autograder.pages import PICTURES, markdown, picture, plain, render
from autograder.record import read_assignment
from autograder.regions import regions_of, split_cell
from autograder.results import MARKS_MIME, bundles_of

if TYPE_CHECKING:
    from nbgrader.coursedir import CourseDirectory

_KNOWN_ERRORS = frozenset(
    {
        *(name for name, kind in vars(builtins).items() if isinstance(kind, type)),
        *("ChecksFailed", "CannotCrossError", "CellTimeoutError", "DeadKernelError"),
        *("GoneError", "LockedCellFailed", "NotExamined", "UnsoundCredit"),
    }
)


class HideTests(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader ships no types
    """Cut hidden tests and mark schemes out of a graded notebook, and what shows them.

    A traceback quotes the source of a test, an assertion its expected value, and a student's
    function may print its arguments: so of a test cell only its marks stay, as data.
    """

    def preprocess(
        self, notebook: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook without its secrets."""
        regions = regions_of(self.config)
        for cell in notebook.cells:
            if cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell):
                cell.outputs = list(_shown_of_test(cell))
            # Cells that a student may edit hold nothing secret, whatever markers are in them.
            if utils.is_locked(cell) or utils.is_task(cell):
                cell.source = "\n".join(split_cell(cell, regions)[1])
        return notebook, resources


def _shown_of_test(cell: NotebookNode) -> Iterator[NotebookNode]:
    for bundle in bundles_of(cell):
        yield node({"output_type": "display_data", "data": {MARKS_MIME: bundle}, "metadata": {}})
    for output in cell.outputs:
        if output.output_type == "error":
            # A student may have named an exception after what a hidden test passed in.
            name = output.ename if output.ename in _KNOWN_ERRORS else "an error"
            yield node({"output_type": "error", "ename": name, "evalue": "", "traceback": []})


class FeedbackExporter(Exporter):
    """Writes a graded notebook as a static page; nbgrader's generate_feedback uses it."""

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]  # as every exporter but the base
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: object
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of a notebook that `HideTests` has gone over."""
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        grader = resources["nbgrader"]
        released = _released_cells(self._directory(), grader)
        names = {name: str(said) for name, said in headings(released).items()}
        sources = {"".join(cell["source"]) for cell in released}
        remarks, unmarked = _from_gradebook(grader, names)
        blocks = [block for cell in notebook.cells for block in _blocks(cell, sources, names)]
        page = render(
            "feedback.html.j2",
            title=f"{grader['assignment']}: {grader['notebook']}",
            score=grader["score"],
            points=grader["max_score"],
            penalty=grader["late_penalty"],
            blocks=_results_first(blocks),
            state=None,
            remarks=remarks,
            unmarked=unmarked,
        )
        return page, resources

    def _directory(self) -> "CourseDirectory":
        if self.parent is None:
            raise ValueError("a feedback exporter works for nbgrader's generate_feedback alone")
        return self.parent.coursedir


def _released_cells(directory: "CourseDirectory", grader: dict[str, str]) -> list[dict[str, Any]]:
    """Return every released cell; by its text a student's own are known."""
    folder = directory.format_path(directory.release_directory, ".", grader["assignment"])
    path = Path(folder) / f"{grader['notebook']}.ipynb"
    if not path.is_file():
        return []
    cells: list[dict[str, Any]] = json.loads(path.read_bytes())["cells"]
    return cells


def _from_gradebook(grader: dict[str, str], names: Mapping[str, str]) -> tuple[list[str], set[str]]:
    """Return what was noticed about a notebook, and the cells that await a person."""
    from nbgrader.api import Gradebook

    with Gradebook(grader["db_url"]) as gradebook:
        entries = read_assignment(gradebook, grader["assignment"])
        submission = gradebook.find_submission_notebook(
            grader["notebook"], grader["assignment"], grader["student"]
        )
        unmarked = {
            grade.name
            for grade in submission.grades
            if grade.auto_score is None and grade.manual_score is None
        }
    remarks = [
        f"{_called(entry.cell, names)}: {entry.detail}" if entry.cell else entry.detail
        for entry in entries
        if (entry.student, entry.notebook) == (grader["student"], grader["notebook"])
    ]
    return remarks, unmarked


def _called(cell: str, names: Mapping[str, str]) -> str:
    name = names.get(slug(cell))
    return f"{name} (cell {cell})" if name else cell


@dataclass(frozen=True)
class _Output:
    """What a cell showed: a text, or a picture with the text that stands for it."""

    text: str
    picture: str = ""


@dataclass(frozen=True)
class _Check:
    """One line of a test cell's result."""

    passed: bool
    points: float
    because: str
    why: str


@dataclass(frozen=True)
class _Block:
    """What the page shows of one cell."""

    kind: str
    id: str
    name: str
    score: float | None
    points: float | None
    comment: str
    code: str = ""
    text: str = ""
    outputs: tuple[_Output, ...] = ()
    checks: tuple[_Check, ...] = ()
    mistake: str = ""
    error: str = ""
    begun: bool = True


def _results_first(blocks: Sequence[_Block]) -> list[_Block]:
    """Put what the tests said of an answer before the answer."""
    result = {block.id.removesuffix("-test"): block for block in blocks if block.kind == "result"}
    moved = {block.id for block in blocks if block.kind == "answer" and block.id in result}
    ordered: list[_Block] = []
    for block in blocks:
        if block.id in moved and block.kind == "answer":
            ordered += [result[block.id], block]
        elif block.kind != "result" or block.id.removesuffix("-test") not in moved:
            ordered.append(block)
    return ordered


def _blocks(cell: NotebookNode, released: set[str], names: Mapping[str, str]) -> Iterator[_Block]:
    """Yield what the page shows of a cell: nothing of the lesson's own text."""
    grader = cell.metadata.get("nbgrader", {})
    marked = bool(grader.get("grade") or grader.get("task"))
    is_code = cell.cell_type == "code"
    own = bool(cell.source.strip()) and cell.source not in released
    if not (marked or grader.get("solution") or own):
        return
    name = grader.get("grade_id", "")
    block = _Block(
        kind="task" if grader.get("task") else "answer",
        id=name,
        name=names.get(slug(name), slug(name)),
        score=grader.get("score"),
        points=grader.get("points"),
        comment=markdown(grader["comment"]) if grader.get("comment") else "",
    )
    if is_code and marked and not grader.get("solution"):
        yield _with_result(block, cell)
    elif not own and not grader.get("task"):
        yield replace(block, begun=False)
    else:
        yield replace(
            block,
            code=cell.source if is_code else "",
            text="" if is_code else markdown(cell.source, cell.get("attachments")),
            outputs=tuple(shown for each in cell.get("outputs", ()) if (shown := _output(each))),
        )


def _with_result(block: _Block, cell: NotebookNode) -> _Block:
    """Add what a test cell said: its marks, or else whether it ended in an error."""
    bundle = next(bundles_of(cell), None)
    if bundle is None:
        failed = [output.ename for output in cell.outputs if output.output_type == "error"]
        return replace(block, kind="result", error=failed[0] if failed else "")
    mistake = bundle.get("mistake") or {}
    explained = bool(mistake) and bool(mistake.get("alone", True))
    return replace(
        block,
        kind="result",
        checks=tuple(_check(check, explained=explained) for check in bundle["checks"]),
        mistake=str(mistake.get("say", "")),
    )


def _check(check: dict[str, Any], *, explained: bool) -> _Check:
    passed = bool(check.get("passed"))
    told_why = not (passed or check.get("hidden") or explained)
    return _Check(
        passed=passed,
        points=float(check.get("points", 0)),
        because="explained above" if explained and not passed else str(check.get("because", "")),
        why=str(check.get("why", "")) if told_why else "",
    )


def _output(output: NotebookNode) -> _Output | None:
    if output.output_type == "stream":
        return _Output(plain(output.text))
    if output.output_type == "error":
        return _Output(plain("\n".join(output.traceback)) or plain(output.ename))
    data = output.get("data", {})
    text = plain(data.get("text/plain", ""))
    for kind in PICTURES:
        if address := picture(kind, data.get(kind)):
            return _Output(text or "a picture", address)
    return _Output(text) if text else None
