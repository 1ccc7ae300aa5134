"""One page for the instructor: how the class did, and which check fails most."""

import statistics
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from autograder.course_folder import CourseFolder
from autograder.pages import render
from autograder.results import ClassResults, Exercise, marks_bundles, read_graded_class
from autograder.screen import shown_mark, shown_state

BINS = 10


@dataclass(frozen=True)
class Bar:
    """One bar of a distribution."""

    label: str
    count: int
    height: float


@dataclass(frozen=True)
class Distribution:
    """How the marks of one exercise are spread; those that await a person are counted apart."""

    exercise: Exercise
    bars: tuple[Bar, ...]
    mean: float
    median: float
    full: int
    none: int
    waiting: int

    @property
    def sentence(self) -> str:
        """The distribution in words."""
        counts = ", ".join(f"{bar.label}: {bar.count}" for bar in self.bars if bar.count)
        return f"Students by points. {counts}." if counts else "No marks yet."


@dataclass(frozen=True)
class CheckResult:
    """How often one check failed, of the submissions in which it ran."""

    exercise: str
    because: str
    hidden: bool
    failed: int
    ran: int


def distribution(results: ClassResults, exercise: Exercise) -> Distribution:
    """Return how an exercise's marks are spread, in tenths of its points.

    Parameters
    ----------
    results : ClassResults
        The class.
    exercise : Exercise
        One of its exercises.
    """
    marks = [student.marks[exercise] for student in results.students if exercise in student.marks]
    scores = [mark.score for mark in marks if not mark.needs_review]
    counts = Counter(_bin(score, exercise.points) for score in scores)
    tallest = max(counts.values(), default=1)
    bars = tuple(
        Bar(_label(index, exercise.points), counts[index], counts[index] / tallest)
        for index in range(BINS + 1)
    )
    return Distribution(
        exercise=exercise,
        bars=bars,
        mean=statistics.fmean(scores) if scores else 0.0,
        median=statistics.median(scores) if scores else 0.0,
        full=sum(score >= exercise.points for score in scores),
        none=sum(score == 0 for score in scores),
        waiting=sum(mark.needs_review for mark in marks),
    )


def check_results(course: CourseFolder, results: ClassResults) -> list[CheckResult]:
    """Return every check with how often it failed, the most frequent first."""
    names = _names(results)
    tallies: dict[tuple[str, str, bool], list[bool]] = defaultdict(list)
    for student in results.students:
        for cell, bundle in marks_bundles(course, results.lesson, student.student).items():
            for check in bundle["checks"]:
                key = (names.get(cell, cell), str(check["because"]), bool(check["hidden"]))
                tallies[key].append(not check["passed"])
    found = [
        CheckResult(exercise, because, hidden, sum(failed), len(failed))
        for (exercise, because, hidden), failed in tallies.items()
    ]
    return sorted(found, key=lambda check: -check.failed / check.ran)


def mistakes(course: CourseFolder, results: ClassResults) -> list[tuple[str, str, int]]:
    """Return exercise, sentence and count of every mistake recognised, the most frequent first."""
    names = _names(results)
    counts = Counter(
        (names.get(cell, cell), str(bundle["mistake"]["say"]))
        for student in results.students
        for cell, bundle in marks_bundles(course, results.lesson, student.student).items()
        if bundle.get("mistake")
    )
    return [(exercise, say, count) for (exercise, say), count in counts.most_common()]


def _names(results: ClassResults) -> dict[str, str]:
    return {exercise.cell: exercise.name for exercise in results.exercises}


def write_report(course: CourseFolder, lesson: str) -> Path:
    """Write the report on an assignment into ``reports``; it holds names, so keep it private.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.

    Returns
    -------
    Path
        The page.

    Raises
    ------
    CourseError
        If nobody's work is graded; nothing is written then.
    """
    results = read_graded_class(course, lesson)
    page = render(
        "report.html.j2",
        results=results,
        distributions=[distribution(results, exercise) for exercise in results.exercises],
        checks=[check for check in check_results(course, results) if check.failed],
        mistakes=mistakes(course, results),
        rows=[
            (
                student.student,
                [shown_mark(student, exercise) for exercise in results.exercises],
                student.total,
                shown_state(student),
                student.detail,
            )
            for student in results.students
        ],
        states=Counter(
            str(student.state or "nothing handed in") for student in results.students
        ).most_common(),
    )
    path = course.reports / f"{lesson}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return path


def _bin(score: float, points: float) -> int:
    """Return the tenth that a score falls into; full marks have a bar of their own."""
    return min(BINS, max(0, int(score / points * BINS + 1e-9))) if points else BINS


def _label(index: int, points: float) -> str:
    if index == BINS:
        return f"{points:g}"
    return f"{points * index / BINS:g} to under {points * (index + 1) / BINS:g}"
