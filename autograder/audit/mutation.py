"""Mutation testing: the tests notice almost every small fault of the reference solution."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.audit.attempts import Attempt
from autograder.audit.equivalence import Compared, Comparison
from autograder.audit.findings import Finding
from autograder.audit.legal_inputs import FILE, read_domains
from autograder.audit.lesson import Exercise, Lesson, Notebook
from autograder.audit.marking import Mark
from autograder.audit.mutants import Mutant, mutants_of, read_equivalents, sampled
from autograder.regions import regions_of

CHECK = "mutants"
EQUIVALENTS = "equivalent_mutants.toml"
# What an answer has to lose for its fault to count as noticed, and how many faults have to be.
LOST = 0.1
ENOUGH = 0.95


@dataclass(frozen=True)
class Tried:
    """A mutant, and the attempt to pass it off as the answer."""

    mutant: Mutant
    attempt: Attempt
    points: float
    is_listed: bool


@dataclass(frozen=True)
class Score:
    """How many mutants were noticed, of those that are no equals of the reference."""

    caught: int
    all: int

    @property
    def share(self) -> float:
        """The share; 1 if there was none to notice."""
        return self.caught / self.all if self.all else 1.0


def plan(lesson: Lesson, number: int | None, seed: int) -> tuple[list[Tried], list[Finding]]:
    """Return the mutants to be tried, and what is wrong with the list of equivalent ones."""
    path, legal = lesson.answers_folder / EQUIVALENTS, lesson.answers_folder / FILE
    wrong: list[Finding] = []
    try:
        read_domains(legal)
    except (ValueError, OSError) as error:
        wrong.append(Finding(CHECK, lesson.file(legal), "", f"{error}: mend it"))
    try:
        listed = read_equivalents(path)
    except (ValueError, OSError) as error:
        wrong.append(Finding(CHECK, lesson.file(path), "", f"{error}: mend it"))
        listed = {}
    found = _found(lesson)
    every = {mutant for mutant, _, _ in found}
    untold = {exercise.name for _, exercise in lesson.exercises if not exercise.is_sound}
    for mutant in listed:
        if mutant not in every and mutant.cell not in untold:
            problem = f"no mutant is called so any more: {mutant}: take it out"
            wrong.append(Finding(CHECK, lesson.file(path), mutant.cell, problem))
    # Equal ones are held to the reference where all mutants are tried: they cost more than others.
    tried = [
        Tried(
            mutant,
            Attempt(book.file, exercise.name, str(mutant), mutant.source),
            exercise.points,
            mutant in listed,
        )
        for mutant, book, exercise in found
        if number is None or mutant not in listed
    ]
    return sampled(tried, number, seed, lambda it: it.attempt.exercise), wrong


def survivors(tried: Sequence[Tried], marks: Mapping[Attempt, Mark]) -> list[Tried]:
    """Return the mutants that lost less than a tenth of their exercise."""
    return [it for it in tried if marks[it.attempt].points > (1 - LOST) * it.points + 1e-9]


def comparisons(
    lesson: Lesson, surviving: Sequence[Tried], seed: int, limit_s: float
) -> Iterator[Comparison]:
    """Yield what has to be compared to tell which survivors are equals of the reference."""
    for book, exercise in lesson.exercises:
        mine = tuple(
            it.attempt
            for it in surviving
            if (it.attempt.file, it.attempt.exercise) == (book.file, exercise.name)
        )
        if mine:
            yield Comparison(lesson.course.root, lesson.name, mine, seed, limit_s)


def judged(
    lesson: Lesson,
    tried: Sequence[Tried],
    surviving: Sequence[Tried],
    compared: Mapping[Attempt, str],
    troubles: Sequence[tuple[str, str]],
    *,
    is_sample: bool = False,
) -> tuple[Score, list[Finding], list[Finding]]:
    """Return the score, what has to be mended, and what survived.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    tried, surviving : sequence of Tried
        All mutants, and those that were not noticed.
    compared : mapping
        For a survivor, a call in which it differs from the reference, empty if there is none.
    troubles : sequence of (exercise, str)
        Why the survivors of an exercise could not be compared.
    is_sample : bool
        Whether more mutants could have been tried; then the share may be smaller by chance.
    """
    findings, notes, equal = [], [], 0
    path = lesson.file(lesson.answers_folder / EQUIVALENTS)
    for it in surviving:
        witness = compared.get(it.attempt)
        if is_equal(it, compared):
            equal += 1
        elif it.is_listed:
            why = witness or "it cannot be compared with the reference"
            problem = f"it is listed as equivalent, but {why}: take it out ({it.mutant})"
            findings.append(Finding(CHECK, path, it.mutant.cell, problem))
        else:
            notes.append(Finding(CHECK, it.attempt.file, it.mutant.cell, _survived(it, witness)))
    for it in tried:
        if it.is_listed and it not in surviving:
            problem = (
                f"it is listed as equivalent, but the tests notice it: take it out ({it.mutant})"
            )
            findings.append(Finding(CHECK, path, it.mutant.cell, problem))
    score = Score(len(tried) - len(surviving), len(tried) - equal)
    if score.share < wanted(score.all, is_sample=is_sample):
        problem = (
            f"the tests notice {score.caught} of {score.all} small faults of the reference "
            f"solutions ({score.share:.1%}, {ENOUGH:.0%} are wanted): test what survivors change"
        )
        findings.insert(0, Finding(CHECK, lesson.notebooks[0].file, "", problem))
        findings += notes
        notes = []
    notes += [
        Finding(CHECK, path, exercise, f"survivors cannot be compared: {why}")
        for exercise, why in troubles
    ]
    return score, findings, notes


def wanted(number: int, *, is_sample: bool) -> float:
    """Return the share that has to be noticed; of a sample, less two standard errors.

    Examples
    --------
    >>> wanted(500, is_sample=False), round(wanted(40, is_sample=True), 3)
    (0.95, 0.881)
    """
    error = math.sqrt(ENOUGH * (1 - ENOUGH) / number) if is_sample and number else 0.0
    return ENOUGH - 2 * error


def _survived(it: Tried, witness: str | None) -> str:
    if witness:
        return f"not noticed: {it.mutant}: {witness}"
    if witness is None:
        return f"not noticed: {it.mutant}"
    return (
        f"not noticed, and equal to the reference on all legal calls: {it.mutant}: "
        f"if it is the same, list it in {EQUIVALENTS}"
    )


def witnesses(results: Sequence[tuple[Comparison, Compared]]) -> dict[Attempt, str]:
    """Join what came of comparisons."""
    return {attempt: found for _, each in results for attempt, found in each.witnesses}


def is_equal(it: Tried, compared: Mapping[Attempt, str]) -> bool:
    """Tell whether a survivor is listed as an equal of the reference, and no call shows it none."""
    return it.is_listed and compared.get(it.attempt) == ""


def number_of(lesson: Lesson) -> int:
    """Return how many mutants a lesson has, tried or not."""
    return len(_found(lesson))


def _found(lesson: Lesson) -> list[tuple[Mutant, Notebook, Exercise]]:
    return [
        (mutant, book, exercise)
        for book, exercise in lesson.exercises
        if exercise.is_sound
        for mutant in _mutants(exercise, lesson)
    ]


def _mutants(exercise: Exercise, lesson: Lesson) -> Iterator[Mutant]:
    try:
        yield from mutants_of(
            exercise.name, exercise.answer.source, regions_of(lesson.course.config)[0]
        )
    except SyntaxError:
        return  # a magic, or an error that shows when the cell is run
