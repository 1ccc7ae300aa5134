"""Mark answers to a lesson's exercises, as nbgrader would and as the boxed engine does."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from autograder.audit.lesson import Exercise, Lesson, Notebook, read_lesson
from autograder.audit.marking import Mark, Outputs, mark_of
from autograder.audit.settings import cell_s_of
from autograder.audit.stage import Ran, Stage, apart
from autograder.course_folder import open_course

# Few enough to share the work out evenly, enough to make up for the start of a process, or a box.
_CHUNK = 24
_ROUNDS = 12


@dataclass(frozen=True)
class Attempt:
    """Something to be tried as the answer to an exercise.

    Parameters
    ----------
    file : str
        The notebook, seen from the folder of the course.
    exercise : str
        Name of its answer cell.
    name : str
        What it is called.
    source : str
        The whole content of the answer cell.
    """

    file: str
    exercise: str
    name: str
    source: str


@dataclass(frozen=True)
class Batch:
    """Attempts that one process marks.

    Parameters
    ----------
    root : Path
        The course.
    lesson : str
        Full name of the assignment.
    attempts : tuple of Attempt
        For the plain engine all of one exercise.
    limit_s : float
        Seconds that one attempt may take.
    """

    root: Path
    lesson: str
    attempts: tuple[Attempt, ...]
    limit_s: float


@dataclass(frozen=True)
class Marked:
    """What came of a batch: one mark an attempt."""

    marks: tuple[tuple[Attempt, Mark], ...]


def plain_batches(lesson: Lesson, attempts: Sequence[Attempt], limit_s: float) -> Iterator[Batch]:
    """Share attempts out for :func:`mark_plainly`."""
    for book, exercise in lesson.exercises:
        mine = [it for it in attempts if (it.file, it.exercise) == (book.file, exercise.name)]
        for start in range(0, len(mine), _CHUNK):
            some = tuple(mine[start : start + _CHUNK])
            yield Batch(lesson.course.root, lesson.name, some, limit_s)


def mark_plainly(batch: Batch) -> Marked:
    """Mark attempts as nbgrader does: answer and tests in one Python, the reference before them.

    Each attempt runs in a copy of a process that has run the notebook up to its cell.
    """
    lesson = read_lesson(open_course(batch.root), batch.lesson)
    book, exercise = find(lesson, batch.attempts[0])
    with tempfile.TemporaryDirectory() as scratch:
        stage = Stage(
            copied(book.path.parent, Path(scratch)), cell_s_of(lesson.course), grading=True
        )
        stage.run_all(book.cells[: exercise.answer.place])
        return Marked(
            tuple((it, _tried(stage, book, exercise, it, batch.limit_s)) for it in batch.attempts)
        )


def boxed_batches(lesson: Lesson, attempts: Sequence[Attempt], limit_s: float) -> Iterator[Batch]:
    """Share attempts out for :func:`mark_boxed`: a notebook takes one to each exercise."""
    for book in lesson.notebooks:
        queues = [
            [it for it in attempts if (it.file, it.exercise) == (book.file, exercise.name)]
            for exercise in book.exercises
        ]
        rounds = [tuple(filter(None, each)) for each in zip_longest(*queues)]
        for start in range(0, len(rounds), _ROUNDS):
            some = tuple(it for each in rounds[start : start + _ROUNDS] for it in each)
            yield Batch(lesson.course.root, lesson.name, some, limit_s)


def mark_boxed(batch: Batch) -> Marked:
    """Mark attempts with the engine that runs answers in boxes and tests apart from them.

    An attempt that does not earn what the others of its notebook would let it is for the caller
    to try again by itself: in one notebook they share their names.
    """
    from autograder.marking import retire

    lesson = read_lesson(open_course(batch.root), batch.lesson)
    marks: list[tuple[Attempt, Mark]] = []
    try:
        for book in lesson.notebooks:
            waiting = [it for it in batch.attempts if it.file == book.file]
            while waiting:
                together = {it.exercise: it for it in reversed(waiting)}
                marks += _boxed(lesson, book, together)
                waiting = [it for it in waiting if together[it.exercise] is not it]
    finally:
        retire()
    return Marked(tuple(marks))


def find(lesson: Lesson, attempt: Attempt) -> tuple[Notebook, Exercise]:
    """Return the exercise that an attempt is for."""
    return next(
        (book, exercise)
        for book, exercise in lesson.exercises
        if (book.file, exercise.name) == (attempt.file, attempt.exercise)
    )


def copied(folder: Path, scratch: Path) -> Path:
    """Return a copy of a lesson's folder, for its cells to run in."""
    target = scratch / folder.name
    shutil.copytree(folder, target)
    return target


def _tried(
    stage: Stage, book: Notebook, exercise: Exercise, attempt: Attempt, limit_s: float
) -> Mark:
    last = max((test.place for test in exercise.tests), default=exercise.answer.place)
    rest = book.cells[exercise.answer.place + 1 : last + 1]

    def run() -> dict[str, Outputs]:
        stage.run(exercise.answer, attempt.source)
        ran = stage.run_all(rest)
        wanted = {test.name for test in exercise.tests}
        return {each.cell: each.outputs for each in ran if each.cell in wanted}

    shown, trouble = apart(run, limit_s)
    return mark_of(((test, (shown or {}).get(test.name)) for test in exercise.tests), trouble)


def _boxed(
    lesson: Lesson, book: Notebook, attempts: Mapping[str, Attempt]
) -> Iterator[tuple[Attempt, Mark]]:
    """Mark one notebook with an attempt in the place of some answers."""
    from autograder.execute import ExecuteApart
    from autograder.job import JobResult
    from autograder.lesson_job import code_cells
    from autograder.marking import grade
    from autograder.notebooks import node

    cells = [
        {**data, "source": attempts[cell.name].source}
        if cell.is_answer and cell.name in attempts
        else data
        for cell, data in zip(book.cells, book.data.cells, strict=True)
    ]
    notebook = node({**book.data, "cells": cells})
    engine = ExecuteApart(config=lesson.course.config, coursedir=lesson.course.directory())
    packed = engine.job(notebook, lesson.name, book.path.stem, book.path.parent)
    results = JobResult.from_bytes(grade(packed)).cells
    named = [cell for cell in book.cells if cell.kind == "code"]
    shown = {
        cell.name: Ran(cell.name, came.outputs, came.detail, 0.0)
        for cell, _, came in zip(named, code_cells(notebook), results, strict=True)
    }
    for exercise in book.exercises:
        if exercise.name in attempts:
            tests = [(test, shown[test.name].outputs) for test in exercise.tests]
            trouble = "; ".join(filter(None, (shown[test.name].error for test in exercise.tests)))
            mark = mark_of(tests, trouble)
            yield attempts[exercise.name], replace(mark, trouble=trouble or mark.trouble)
