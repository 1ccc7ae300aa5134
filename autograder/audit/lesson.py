"""A lesson as an audit reads it: whatever its files hold, cells and exercises come of it."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder import autotests, python_first
from autograder.audit.findings import Finding
from autograder.audit.form import cell_problems, notebook_problems
from autograder.course_folder import CourseFolder
from autograder.examiner.names import Kind, SourceCell, names_of
from autograder.exercise_names import slug
from autograder.intake import UnreadableError, parse_notebook
from autograder.notebooks import node
from autograder.wellformed import cell_from

READING = "notebook"


@dataclass(frozen=True)
class Cell:
    """A cell of a source notebook.

    Parameters
    ----------
    place : int
        Where it stands, from 0.
    identity : str
        Its id in the file, empty if it has none.
    kind : {"code", "markdown", "raw"}
        What it is.
    source : str
        Its text.
    grader : mapping
        What nbgrader keeps with it.
    tags : tuple of str
        Its tags.
    has_outputs : bool
        Whether outputs or a number of execution are stored with it.
    """

    place: int
    identity: str
    kind: str
    source: str
    grader: Mapping[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    has_outputs: bool = False

    @property
    def name(self) -> str:
        """Its name for nbgrader, else its id, else its place."""
        return str(self.grader.get("grade_id") or self.identity or f"cell {self.place + 1}")

    @property
    def is_answer(self) -> bool:
        """Whether students write code here that tests mark."""
        return self.kind == "code" and self._is("solution") and not self._is("grade")

    @property
    def is_test(self) -> bool:
        """Whether running it marks an answer."""
        return self.kind == "code" and self._is("grade") and not self._is("solution")

    @property
    def is_by_hand(self) -> bool:
        """Whether a person marks it."""
        return self._is("task") or (self._is("grade") and self._is("solution"))

    @property
    def is_graded(self) -> bool:
        """Whether it has points."""
        return self._is("task") or self._is("grade")

    @property
    def is_given(self) -> bool:
        """Whether students get it as it stands here."""
        return not self._is("solution")

    @property
    def points(self) -> float | None:
        """Its points, or None if they are no number."""
        value = self.grader.get("points")
        if not isinstance(value, int | float) or isinstance(value, bool):
            return None
        # JSON knows whole numbers that are too large to be reckoned with.
        return float(value) if 0 <= value <= sys.float_info.max else None

    def _is(self, what: str) -> bool:
        return bool(self.grader.get(what, False))


@dataclass(frozen=True)
class Exercise:
    """An answer cell and the tests that mark it."""

    answer: Cell
    tests: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """The name of its answer cell."""
        return self.answer.name

    @cached_property
    def is_sound(self) -> bool:
        """Whether answers to it can be tried; if not, the check of cells or their run says why."""
        return (
            bool(self.tests)
            and all(test.source.strip() for test in self.tests)
            and all(test.place > self.answer.place for test in self.tests)
            and all(is_python(cell.source) for cell in (self.answer, *self.tests))
        )

    @property
    def points(self) -> float:
        """What all its tests are worth."""
        return sum(test.points or 0.0 for test in self.tests)


@dataclass(frozen=True)
class Notebook:
    """A source notebook.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        The same, seen from the folder of the course.
    cells : tuple of Cell
        In order.
    data : NotebookNode
        The same as nbformat has it, well-formed, without outputs.
    unread : frozenset of int
        Places of the cells of which something could not be read.
    """

    path: Path
    file: str
    cells: tuple[Cell, ...]
    data: NotebookNode
    unread: frozenset[int] = frozenset()

    @cached_property
    def lost(self) -> frozenset[int]:
        """Places of the cells of which nobody can tell what they bind."""
        code = [cell for cell in self.cells if cell.kind == "code"]
        return self.unread | {cell.place for cell in code if not is_python(cell.source)}

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises, in the order of their answer cells."""
        answers = [cell for cell in self.cells if cell.is_answer]
        tests: dict[int, list[Cell]] = {cell.place: [] for cell in answers}
        for test in self.cells:
            owner = _owner(test, answers) if test.is_test else None
            if owner is not None:
                tests[owner.place].append(test)
        return tuple(Exercise(answer, tuple(tests[answer.place])) for answer in answers)

    @cached_property
    def ownerless(self) -> tuple[Cell, ...]:
        """The tests that mark no answer."""
        owned = {test.place for exercise in self.exercises for test in exercise.tests}
        return tuple(cell for cell in self.cells if cell.is_test and cell.place not in owned)

    def finding(self, check: str, cell: Cell | None, problem: str) -> Finding:
        """Return a finding in this file."""
        return Finding(check, self.file, cell.name if cell else "", problem)


@dataclass(frozen=True)
class Lesson:
    """An assignment as it stands in ``source``.

    Parameters
    ----------
    course : CourseFolder
        The course.
    name : str
        Full name of the assignment.
    notebooks : tuple of Notebook
        Those that can be read.
    unreadable : tuple of Finding
        What cannot, and why: files, and cells of files that can be read but for these.
    """

    course: CourseFolder
    name: str
    notebooks: tuple[Notebook, ...]
    unreadable: tuple[Finding, ...] = ()

    @property
    def short_name(self) -> str:
        """The name without the number before it, as keys of measurements have it."""
        return re.sub(r"^\d+-", "", self.name)

    @property
    def exercises(self) -> Iterator[tuple[Notebook, Exercise]]:
        """All exercises, with the notebook each is in."""
        return ((book, exercise) for book in self.notebooks for exercise in book.exercises)

    @property
    def answers_folder(self) -> Path:
        """Where the lesson's answer bank is, or is to be."""
        short = self.course.answers / self.short_name
        full = self.course.answers / self.name
        return full if full.is_dir() else short

    def file(self, path: Path) -> str:
        """Return a path seen from the folder of the course."""
        return path.relative_to(self.course.root).as_posix()


def read_lesson(course: CourseFolder, name: str) -> Lesson:
    """Read an assignment's source, whatever state it is in."""
    books, wrong = [], []
    for path in sorted(course.path("source", name).glob("*.ipynb")):
        file = path.relative_to(course.root).as_posix()
        try:
            book, complaints = _read(course, path, file)
        except (UnreadableError, OSError) as error:
            wrong.append(Finding(READING, file, "", f"{error}: mend the file, or put back a copy"))
            continue
        books.append(book)
        wrong += complaints
    return Lesson(course, name, tuple(books), tuple(wrong))


def is_python(source: str) -> bool:
    """Tell whether a cell can be compiled, magics included."""
    if python_first.is_python(source):
        return True
    transformed = python_first.PythonFirst().transform_cell(source)  # type: ignore[no-untyped-call]  # IPython
    return python_first.is_python(transformed)


def free_names(source: str) -> frozenset[str]:
    """Return the names that a cell uses and does not bind."""
    return names_of([SourceCell("cell", Kind.EDITABLE, source)]).context


def bound_names(source: str) -> frozenset[str]:
    """Return the names that a cell binds, by an import too."""
    names = names_of([SourceCell("cell", Kind.EDITABLE, source)])
    return names.students | names.imports.keys()


def _read(course: CourseFolder, path: Path, file: str) -> tuple[Notebook, list[Finding]]:
    content = path.read_bytes()
    raw = parse_notebook(content, float)  # NaN is for the check of its cell to say
    whole = json.loads(content.decode("utf-8-sig"))
    complaints = [Finding(READING, file, "", why) for why in notebook_problems(whole)]
    nodes, unread = [], set()
    for place, data in enumerate(raw["cells"]):
        well_formed, complaint = cell_from(data)
        nodes.append(well_formed)
        problem = f"{complaint}: write it anew in JupyterLab" if complaint else ""
        if problem := problem or next(cell_problems(data), ""):
            complaints.append(Finding(READING, file, _cell(place, well_formed, data).name, problem))
            unread.add(place)
    metadata = raw["metadata"] if isinstance(raw["metadata"], dict) else {}
    book = node({"cells": nodes, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})
    if autotests.are_in(book):
        book, complaint = autotests.written_once(book, course, path)
        complaints += [Finding(READING, file, "", complaint)] if complaint else []
    cells = tuple(
        _cell(place, well_formed, data)
        for place, (well_formed, data) in enumerate(zip(book.cells, raw["cells"], strict=True))
    )
    return Notebook(path, file, cells, book, frozenset(unread)), complaints


def _cell(place: int, cell: NotebookNode, data: object) -> Cell:
    raw = data if isinstance(data, Mapping) else {}
    grader, tags = cell.metadata.get("nbgrader"), cell.metadata.get("tags")
    return Cell(
        place=place,
        identity=cell.get("id", ""),
        kind=cell.cell_type,
        source=cell.source,
        grader=grader if isinstance(grader, Mapping) else {},
        tags=tuple(map(str, tags)) if isinstance(tags, list) else (),
        has_outputs=bool(raw.get("outputs")) or raw.get("execution_count") is not None,
    )


def _owner(test: Cell, answers: list[Cell]) -> Cell | None:
    """Return the answer that a test marks: by its name, by what it uses, by its place."""
    for answer in answers:
        if answer.name == slug(test.name) and answer.name != test.name:
            return answer
    before = [answer for answer in answers if answer.place < test.place]
    used = free_names(test.source)
    using = [answer for answer in before if bound_names(answer.source) & used]
    return next(reversed(using or before), None)
