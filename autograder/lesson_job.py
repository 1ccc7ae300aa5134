"""Make a job out of a submitted notebook and the instructor's source of it."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder import withheld
from autograder.autotests import with_snippets
from autograder.box.limits import Limits
from autograder.examiner.names import Kind, Names, SourceCell, names_of
from autograder.job import CodeCell, Job, TestCell
from autograder.protocol import Value
from autograder.regions import HIDDEN_TESTS, Region

IN_PLACE = "in-place"
IN_STUDENT_KERNEL = "in-student-kernel"
_MAX_FILES_BYTES = 64 << 20
_NOT_PASSED_ON = {".ipynb", ".ipynb_checkpoints"}


@dataclass(frozen=True)
class Facts:
    """What an instructor's notebook says of the jobs made with it; nothing of a submission.

    Parameters
    ----------
    names : Names
        Whose the names in test cells are.
    tags : dict
        Tags of the cells by name.
    locked : dict
        Code of the locked cells by name.
    imports, imports_of_answers : tuple of str
        Modules that its tests and locked cells import, and those of its other cells.
    withheld : tuple of str
        Functions that are lacking where answers run: ``withheld`` in the notebook's metadata,
        under ``autograder``.
    """

    names: Names
    tags: dict[str, list[str]]
    locked: dict[str, str]
    imports: tuple[str, ...]
    imports_of_answers: tuple[str, ...]
    withheld: tuple[str, ...] = ()


def facts_of(source: Value) -> Facts:
    """Read an instructor's notebook; its tests decide, so this is done once for a class."""
    sources = code_cells(source)
    cells = list(_source_cells(sources))
    answers = [cell.code for cell in cells if cell.kind is Kind.EDITABLE]
    others = [cell.code for cell in cells if cell.kind is not Kind.EDITABLE]
    return Facts(
        names=names_of(cells),
        tags={_grade_id(cell): cell.metadata.get("tags", []) for cell in sources},
        locked={cell.name: cell.code for cell in cells if cell.kind is Kind.LOCKED},
        imports=imports_of(others),
        imports_of_answers=imports_of(answers),
        withheld=withheld_names(source),
    )


def withheld_names(source: Value) -> tuple[str, ...]:
    """Return the functions that are lacking where answers to a notebook run."""
    return tuple(source.metadata.get("autograder", {}).get(withheld.KEY, ()))


def make_job(
    notebook: Value,
    facts: Facts,
    *,
    limits: Limits | None = None,
    files: dict[str, bytes] | None = None,
    examiner_files: dict[str, bytes] | None = None,
    preload: tuple[str, ...] = (),
    preload_for_answers: tuple[str, ...] = ("matplotlib.pyplot",),
    box: str = "auto",
    hidden: Region = HIDDEN_TESTS,
) -> Job:
    """Make the job of grading one notebook.

    Parameters
    ----------
    notebook : NotebookNode
        The submission, repaired, with the complete test cells.
    facts : Facts
        What the instructor's notebook says.
    limits : Limits or None
        What the submission may use.
    files, examiner_files : dict or None
        Files beside the notebook, for the student's process and for the examiner.
    preload, preload_for_answers : tuple of str
        Modules to have warm: everywhere; and where answers run, once one of them is mentioned.
    box : str
        What keeps it apart; see :func:`autograder.box_of`.
    hidden : Region
        How the course marks hidden tests.
    """
    return Job(
        cells=tuple(
            CodeCell(_grade_id(cell) or f"cell {place}", cell.source, _test(cell, facts.tags))
            for place, cell in enumerate(code_cells(notebook))
        ),
        names=facts.names,
        locked=facts.locked,
        limits=limits or Limits(),
        files=files or {},
        examiner_files=examiner_files or {},
        preload=preload,
        preload_for_answers=preload_for_answers,
        withheld=facts.withheld,
        box=box,
        hidden=hidden,
    )


def code_cells(notebook: Value) -> list[Any]:
    """Return the code cells of a notebook, in the order in which a job has them."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def imports_of(codes: Iterable[str]) -> tuple[str, ...]:
    r"""Return the modules that code cells import, and what they import from them.

    Examples
    --------
    >>> imports_of(["import a.b\nfrom c import d"])
    ('a.b', 'c', 'c.d')
    """
    found: list[str] = []
    for code in codes:
        try:
            nodes = list(ast.walk(ast.parse(code)))
        except SyntaxError:  # a magic; what it imports is imported when it runs
            continue
        for each in nodes:
            if isinstance(each, ast.Import):
                found += [name.name for name in each.names]
            elif isinstance(each, ast.ImportFrom) and each.module and not each.level:
                found += [each.module, *(f"{each.module}.{name.name}" for name in each.names)]
    return tuple(dict.fromkeys(found))


def is_test(cell: Value) -> bool:
    """Tell whether nbgrader marks a cell by what running it shows."""
    grader = cell.metadata.get("nbgrader", {})
    return bool(cell.cell_type == "code" and grader.get("grade") and not grader.get("solution"))


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files beside a notebook: no notebooks, no links, and not too much.

    Raises
    ------
    ValueError
        If they are too large altogether.
    """
    found: dict[str, bytes] = {}
    room = _MAX_FILES_BYTES
    for name, path in _files_in(folder):
        room -= path.stat().st_size
        if room < 0:
            raise ValueError(
                f"the files beside the notebook take more than {_MAX_FILES_BYTES >> 20} MB"
            )
        found[name] = path.read_bytes()
    return found


def hidden_files(source: Iterable[str], release: Path) -> set[str]:
    """Return which files of the source the instructor keeps from students.

    nbgrader lays all of them beside each submission, also those that were taken out of the
    release. Where there is no release, nobody can tell.
    """
    return set(source) - {name for name, _ in _files_in(release)} if release.is_dir() else set()


def _files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        links = any(
            Path(folder, *inside.parts[: n + 1]).is_symlink() for n in range(len(inside.parts))
        )
        if not links and path.is_file() and not _NOT_PASSED_ON & {path.suffix, *inside.parts}:
            yield inside.as_posix(), path


def _source_cells(cells: Iterable[Any]) -> Iterable[SourceCell]:
    for place, cell in enumerate(cells):
        grader = cell.metadata.get("nbgrader", {})
        kind = Kind.EDITABLE
        if is_test(cell):
            kind = Kind.TEST
        elif grader.get("locked") and not grader.get("solution"):
            kind = Kind.LOCKED
        code = with_snippets(cell.source) if kind is Kind.TEST else cell.source
        yield SourceCell(_grade_id(cell) or f"source cell {place}", kind, code)


def _test(cell: Value, tags: dict[str, list[str]]) -> TestCell | None:
    if not is_test(cell):
        return None
    own = tags.get(_grade_id(cell), [])
    return TestCell(
        points=float(cell.metadata.nbgrader.points),
        in_place=IN_PLACE in own,
        in_student_kernel=IN_STUDENT_KERNEL in own,
    )


def _grade_id(cell: Value) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id") or "")
