"""The form that this course gives its lessons: hints, short given cells, a bank, explorers."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from autograder.audit.findings import Finding
from autograder.audit.lesson import Cell, Lesson, Notebook
from autograder.audit.prose import announced
from autograder.bank import Answer, BankError, load_answers
from autograder.regions import regions_of, split_cell

BANK, GIVEN, HINTS, EXPLORERS, POINTS = "bank", "given cells", "hints", "explorers", "points"
# What the bank needs of each kind.
_NEEDED = {"right": 3, "mistake": 2, "empty": 1}
_ENOUGH_WORDS = 100
_EXPLORE = re.compile(r"^explore\(\s*[\"'](?P<name>\w+)[\"']", re.MULTILINE)
_PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]+)\)")


def check_bank(lesson: Lesson, blind: int, shows: Sequence[str] = ()) -> Iterator[Finding]:
    """Check that the bank answers every exercise in many ways.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    blind : int
        How many right answers, and how many others, somebody has to have written who had seen
        the released notebook alone.
    shows : sequence of str
        What some answer to each exercise has to show by name.
    """
    try:
        answers = load_answers(lesson.course.answers, lesson.name)
    except (BankError, OSError, UnicodeDecodeError):
        return  # said where the answers are tried
    for book, exercise in lesson.exercises:
        mine = [answer for answer in answers if answer.exercise == exercise.name]
        folder = lesson.file(lesson.answers_folder)
        if not mine:
            file = f"{folder}/{exercise.name.replace('-', '_')}.py"
            yield book.finding(BANK, exercise.answer, f"the bank has no answer to it: write {file}")
            continue
        for problem in _lacking(mine, blind, shows):
            yield book.finding(BANK, exercise.answer, f"the bank {problem}")


def check_given(lesson: Lesson, most_lines: int) -> Iterator[Finding]:
    """Check that no code cell that students are given is long."""
    regions = regions_of(lesson.course.config)
    for book in lesson.notebooks:
        for cell, data in zip(book.cells, book.data.cells, strict=True):
            if cell.kind == "code" and cell.is_given:
                _, public = split_cell(data, regions)
                lines = sum(bool(line.strip()) for line in public)
                if lines > most_lines:
                    problem = (
                        f"students get {lines} lines of code here, and {most_lines} are the most: "
                        "put the rest into the package"
                    )
                    yield book.finding(GIVEN, cell, problem)


def check_hints(lesson: Lesson, number: int) -> Iterator[Finding]:
    """Check that every exercise has its folded hints, in the cell ``<exercise>-hints``."""
    for book, exercise in lesson.exercises:
        wanted = f"{exercise.name}-hints"
        found = sum(
            cell.source.count("<details><summary>Hint")
            for cell in book.cells
            if cell.name == wanted
        )
        if found != number:
            problem = f"it has {found} folded hints in {wanted}, and {number} are wanted"
            yield book.finding(HINTS, exercise.answer, f"{problem}: idea, formula, skeleton")


def check_promised_points(lesson: Lesson) -> Iterator[Finding]:
    """Check that every exercise and question says in its heading what it is worth."""
    for book, exercise in lesson.exercises:
        if not announced(book, exercise.name):
            problem = f"no heading says what it is worth: end that of {exercise.name}-task with"
            yield book.finding(POINTS, exercise.answer, f"{problem} “({exercise.points:g} points)”")


def check_explorers(lesson: Lesson) -> Iterator[Finding]:
    """Check that an explorer asks first, and leaves a picture that is put into words."""
    for book in lesson.notebooks:
        for cell in book.cells:
            match = _EXPLORE.search(cell.source) if cell.kind == "code" else None
            if match:
                yield from _explorer(book, cell, match["name"])


def _explorer(book: Notebook, cell: Cell, name: str) -> Iterator[Finding]:
    if f"prediction=prediction_{name}" not in cell.source:
        problem = f"the explorer does not quote the prediction: pass prediction=prediction_{name}"
        yield book.finding(EXPLORERS, cell, problem)
    if not any(other.name == f"prediction-{name}" for other in book.cells[: cell.place]):
        problem = f"no cell prediction-{name} stands before it: ask before you show"
        yield book.finding(EXPLORERS, cell, problem)
    below = takewhile(lambda other: other.kind == "markdown", book.cells[cell.place + 1 :])
    pictures = [match for other in below for match in _PICTURE.finditer(other.source)]
    words = {match["to"]: match["words"] for match in pictures}.get(f"figures/{name}.png")
    if words is None:
        problem = f"no picture figures/{name}.png stands below it, for paper and for feedback"
        yield book.finding(EXPLORERS, cell, problem)
    elif len(words) < _ENOUGH_WORDS:
        problem = f"the words of its picture are too few ({len(words)} letters): say what it shows"
        yield book.finding(EXPLORERS, cell, problem)


def _lacking(answers: list[Answer], needed_blind: int, shows: Sequence[str]) -> Iterator[str]:
    kinds = [answer.kind for answer in answers]
    for kind, needed in _NEEDED.items():
        if kinds.count(kind) < needed:
            yield f"has {kinds.count(kind)} answers of kind {kind}, and {needed} are wanted"
    blind = [answer for answer in answers if answer.written == "blind"]
    right = sum(answer.kind == "right" for answer in blind)
    for what, number in (("right", right), ("wrong", len(blind) - right)):
        if number < needed_blind:
            yield f"has {number} {what} answers written blind, and {needed_blind} are wanted"
    for shown in shows:
        if not any(shown in answer.shows for answer in answers):
            yield f"has no answer with “# shows: {shown}”: write one, or name the one that does"
