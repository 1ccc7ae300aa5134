"""Cells: every one has a name of its own, every exercise a test, every test points."""

import json
import re
import reprlib
from collections import Counter
from collections.abc import Iterator

from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Lesson, Notebook
from autograder.course_folder import CourseFolder
from autograder.lesson_job import IN_STUDENT_KERNEL

CHECK = "cells"
# What JupyterLab and formgrader make up: hexadecimal digits that nobody can quote.
_MADE_UP = re.compile(r"(cell-)?[0-9a-f]{8,}(-[0-9a-f]+)*")
_READABLE = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")


def check_cells(lesson: Lesson) -> Iterator[Finding]:
    """Check names, points, tests and outputs of a lesson's cells."""
    yield from lesson.unreadable
    if not lesson.notebooks and not lesson.unreadable:
        folder = lesson.file(lesson.course.path("source", lesson.name))
        yield Finding(CHECK, folder, "", "there is no notebook: put one there")
    is_locked_at_release = _locks_tests(lesson.course)
    for book in lesson.notebooks:
        yield from _duplicates(book)
        for cell in book.cells:
            yield from _cell(book, cell)
            if cell.is_test and not (cell.grader.get("locked") or is_locked_at_release):
                yield book.finding(CHECK, cell, "it is a test that students can change: lock it")
        if not any(finding.file == book.file for finding in lesson.unreadable):
            yield from _exercises(book)


def check_names(lesson: Lesson) -> Iterator[Finding]:
    """Check that every cell's name can be read and quoted, and is one name."""
    for book in lesson.notebooks:
        for cell in book.cells:
            if _MADE_UP.fullmatch(cell.identity) or not _READABLE.fullmatch(cell.identity):
                problem = f"its id is “{cell.identity}”: give it one that says what it is"
                yield book.finding("ids", cell, f"{problem}, as “windup-test”")
            elif cell.grader and cell.name != cell.identity:
                problem = f"its id is “{cell.identity}”, another than its grade_id: make them one"
                yield book.finding("ids", cell, problem)


def can_be_made(lesson: Lesson) -> bool:
    """Tell whether nbgrader could read a lesson: cells are well formed, named and have points."""
    return (
        bool(lesson.notebooks)
        and not lesson.unreadable
        and not any(
            shared_names(book)
            or any(cell.grader and not cell.grader.get("grade_id") for cell in book.cells)
            or any(cell.is_graded and cell.points is None for cell in book.cells)
            for book in lesson.notebooks
        )
    )


def shared_names(book: Notebook) -> dict[str, str]:
    """Return the names that several cells have, each with what kind of name it is."""
    shared: dict[str, list[str]] = {}
    for what, names in (
        ("id", [cell.identity for cell in book.cells if cell.identity]),
        ("grade_id", [str(c.grader["grade_id"]) for c in book.cells if c.grader.get("grade_id")]),
    ):
        for name, times in Counter(names).items():
            if times > 1:
                shared.setdefault(name, []).append(what)
    return {name: " and the ".join(kinds) for name, kinds in shared.items()}


def _duplicates(book: Notebook) -> Iterator[Finding]:
    for name, what in shared_names(book).items():
        problem = f"several cells have the {what} “{name}”: give each one of its own"
        yield Finding(CHECK, book.file, name, problem)


def _locks_tests(course: CourseFolder) -> bool:
    """Tell whether nbgrader locks tests when it makes the students' version, as it does unasked."""
    from nbgrader.preprocessors import LockCells

    step = LockCells(config=course.config)
    return bool(step.enabled and (step.lock_grade_cells or step.lock_all_cells))


def _cell(book: Notebook, cell: Cell) -> Iterator[Finding]:
    if cell.has_outputs:
        problem = "it is stored with its outputs: clear them (Kernel, Restart and Clear Outputs)"
        yield book.finding(CHECK, cell, problem)
    if cell.grader and not cell.grader.get("grade_id"):
        yield book.finding(CHECK, cell, "nbgrader marks it, but it has no grade_id: give it one")
    if cell.is_graded and cell.points is None:
        given = cell.grader.get("points")
        # NaN as the file has it; a number of hundreds of digits in short.
        shown = json.dumps(given) if isinstance(given, float) else reprlib.repr(given)
        problem = f"its points are {shown}: make them a number of at least 0"
        yield book.finding(CHECK, cell, problem)
    if cell.is_test and not cell.source.strip():
        yield book.finding(CHECK, cell, "it is a test without a line: write what marks the answer")


def _exercises(book: Notebook) -> Iterator[Finding]:
    shared = shared_names(book)
    for exercise in book.exercises:
        if exercise.name in shared:
            continue  # whose its test is cannot be told
        if not exercise.tests:
            problem = f"no test marks it: add a locked test cell “{exercise.name}-test” with points"
            yield book.finding(CHECK, exercise.answer, problem)
        elif all(test.points == 0 for test in exercise.tests):
            problem = "its tests are worth nothing: give them points"
            yield book.finding(CHECK, exercise.answer, problem)
        elif exercise.tests[0].place < exercise.answer.place:
            problem = f"its test {exercise.tests[0].name} stands before it: move the test below"
            yield book.finding(CHECK, exercise.answer, problem)
    for test in book.ownerless:
        yield book.finding(CHECK, test, "it marks no answer cell: add the one it is for")


def tagged(lesson: Lesson) -> Iterator[Finding]:
    """Name the tests that run in the student's own process."""
    for book in lesson.notebooks:
        for cell in book.cells:
            if cell.is_test and IN_STUDENT_KERNEL in cell.tags:
                problem = "it runs in the student's own process, so its marks can be forged"
                yield book.finding(CHECK, cell, problem)
