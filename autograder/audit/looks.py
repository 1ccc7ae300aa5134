"""Checks that only look at a lesson, and run none of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from autograder.audit import (
    objectives,
    promises,
    prose,
    sources,
    structure,
    teaching,
    tested_names,
)
from autograder.audit.findings import Finding, Report, counted
from autograder.audit.lesson import Lesson
from autograder.audit.settings import Settings
from autograder.conversion import sentence
from autograder.course_folder import CourseFolder

Look = Callable[[], Iterable[Finding]]


def look_at(lesson: Lesson, settings: Settings) -> Iterator[Report]:
    """Yield what each family of checks finds that the course asks for."""
    cells = sum(len(book.cells) for book in lesson.notebooks)
    exercises = counted(sum(len(book.exercises) for book in lesson.notebooks), "exercise")
    by_hand = [cell for book in lesson.notebooks for cell in book.cells if cell.is_by_hand]
    tests = counted(sum(cell.is_test for book in lesson.notebooks for cell in book.cells), "test")
    points = sum(cell.points or 0 for book in lesson.notebooks for cell in book.cells)
    yield Report(
        structure.CHECK,
        f"{counted(cells, 'cell')}, {exercises}, {len(by_hand)} marked by hand",
        tuple(safely(lesson, structure.CHECK, lambda: structure.check_cells(lesson))),
        tuple(structure.tagged(lesson)),
    )
    looks: list[tuple[bool, str, str, Look]] = [
        (True, tested_names.CHECK, tests, lambda: tested_names.check_tests(lesson)),
        (True, prose.POINTS, counted(points, "point"), lambda: _points(lesson, settings)),
        (True, prose.CHECK, "headings, pictures, links", lambda: prose.check_text(lesson)),
        (settings.ids, "ids", counted(cells, "id"), lambda: structure.check_names(lesson)),
        (
            settings.objectives,
            objectives.CHECK,
            "tasks and objectives",
            lambda: objectives.check_objectives(lesson),
        ),
        (
            settings.bibliography is not None,
            sources.CHECK,
            "values and references",
            lambda: sources.check_sources(lesson, settings.bibliography or sources.Bibliography()),
        ),
        (
            settings.given_lines is not None,
            teaching.GIVEN,
            f"at most {counted(settings.given_lines or 0, 'line')}",
            lambda: teaching.check_given(lesson, settings.given_lines or 0),
        ),
        (
            settings.hints is not None,
            teaching.HINTS,
            f"{settings.hints} an exercise",
            lambda: teaching.check_hints(lesson, settings.hints or 0),
        ),
        (
            settings.explorers,
            teaching.EXPLORERS,
            "predictions and pictures",
            lambda: teaching.check_explorers(lesson),
        ),
        (
            settings.bank,
            teaching.BANK,
            "kinds of answers",
            lambda: teaching.check_bank(lesson, settings.blind, settings.bank_shows),
        ),
    ]
    for wanted, check, looked_at, look in looks:
        if wanted and lesson.notebooks:
            yield Report(check, looked_at, tuple(safely(lesson, check, look)))
        elif wanted:
            yield left_out(lesson, check)


def left_out(lesson: Lesson, check: str) -> Report:
    """Return the report of a check that had nothing to look at, and why."""
    why = "mend its cells first" if lesson.notebooks else "no notebook could be read"
    return Report(check, why, done=False)


def safely(lesson: Lesson, check: str, look: Callable[[], Iterable[Any]]) -> Iterator[Any]:
    """Look, and turn whatever stops a check into a finding of its own."""
    try:
        yield from list(look())
    except Exception as error:  # noqa: BLE001 - a lesson half made must not stop the audit
        yield stopped(check, lesson.course, lesson.name, error)


def stopped(check: str, course: CourseFolder, name: str, error: Exception) -> Finding:
    """Return the finding that something in an assignment stops a check, or all of them."""
    folder = course.path("source", name).relative_to(course.root).as_posix()
    why = f"{type(error).__name__}: {sentence(error)}".rstrip(": ")
    return Finding(check, folder, "", f"this check stopped ({why}): mend the source")


def _points(lesson: Lesson, settings: Settings) -> Iterator[Finding]:
    yield from prose.check_points(lesson)
    yield from promises.check_promises(lesson)
    if settings.promised_points:
        yield from teaching.check_promised_points(lesson)
