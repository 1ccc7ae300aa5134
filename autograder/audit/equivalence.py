"""Whether a mutant is one at all: it may answer every legal call as the reference does."""

import ast
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.audit.attempts import Attempt, copied, find
from autograder.audit.legal_inputs import (
    FILE,
    Domain,
    LegalInputsError,
    calls,
    outcome,
    read_domains,
    same,
)
from autograder.audit.lesson import Lesson, bound_names, read_lesson
from autograder.audit.settings import cell_s_of
from autograder.audit.stage import Stage, apart
from autograder.course_folder import open_course

LEGAL_CALLS = 10_000


@dataclass(frozen=True)
class Comparison:
    """Mutants of one exercise, to be compared with its reference solution.

    Parameters
    ----------
    root : Path
        The course.
    lesson : str
        Full name of the assignment.
    mutants : tuple of Attempt
        All of one exercise.
    seed : int
        Of the legal calls.
    limit_s : float
        Seconds that one mutant may take.
    """

    root: Path
    lesson: str
    mutants: tuple[Attempt, ...]
    seed: int
    limit_s: float


@dataclass(frozen=True)
class Compared:
    """What came of a comparison.

    Parameters
    ----------
    witnesses : tuple of (Attempt, str)
        For each mutant, a call in which it differs, or nothing if there is none.
    trouble : str
        Why nothing could be compared, else empty.
    """

    witnesses: tuple[tuple[Attempt, str], ...] = ()
    trouble: str = ""


def compare(job: Comparison) -> Compared:
    """Call reference and mutants with the same random legal arguments, and with refused ones."""
    lesson = read_lesson(open_course(job.root), job.lesson)
    book, exercise = find(lesson, job.mutants[0])
    try:
        domains = domains_of(lesson, exercise.answer.source)
    except LegalInputsError as error:
        return Compared(trouble=str(error))
    with tempfile.TemporaryDirectory() as scratch:
        stage = Stage(
            copied(book.path.parent, Path(scratch)), cell_s_of(lesson.course), grading=True
        )
        stage.run_all(book.cells[: exercise.answer.place])
        stage.run(exercise.answer)
        warnings.simplefilter("ignore")  # numpy's, of what lies at the edge of what is legal
        try:
            expected = list(_expected(stage.names, domains, job.seed))
        except LegalInputsError as error:
            return Compared(trouble=str(error))

        def witness(mutant: Attempt) -> str:
            def look() -> str:
                for domain in domains:  # else a cell that stops would leave the reference's
                    stage.names.pop(domain.function, None)
                stage.run(exercise.answer, mutant.source)
                return next(_differences(stage.names, expected), "")

            found, trouble = apart(look, job.limit_s)
            return trouble or found or ""

        return Compared(tuple((mutant, witness(mutant)) for mutant in job.mutants))


def domains_of(lesson: Lesson, source: str) -> list[Domain]:
    """Return the domains of the functions that an answer cell defines.

    Raises
    ------
    LegalInputsError
        If there is none, if one of its public functions has none, or the file cannot be read.
    """
    path = lesson.answers_folder / FILE
    domains = read_domains(path)
    found = [each for each in domains.values() if each.function in bound_names(source)]
    undeclared = sorted(_public_functions(source) - domains.keys())
    if undeclared:
        raise LegalInputsError(f"{lesson.file(path)} says nothing of {', '.join(undeclared)}")
    if not found:
        raise LegalInputsError(f"{lesson.file(path)} says nothing of its functions")
    return found


def _public_functions(source: str) -> set[str]:
    try:
        body = ast.parse(source).body
    except SyntaxError:  # a magic
        return set()
    return {it.name for it in body if isinstance(it, ast.FunctionDef) and it.name[0] != "_"}


Call = tuple[Domain, Mapping[str, Any], tuple[bool, Any]]


def _expected(names: Mapping[str, Any], domains: list[Domain], seed: int) -> Iterator[Call]:
    for domain in domains:
        drawn = calls(domain, LEGAL_CALLS, seed)
        for number, arguments in enumerate(drawn):
            came = outcome(names[domain.function], arguments)
            if number < LEGAL_CALLS and not came[0]:
                call = _shown(domain.function, arguments)
                raise LegalInputsError(f"{call} is declared legal, and the reference refuses it")
            if number >= LEGAL_CALLS and came[0]:
                call = _shown(domain.function, arguments)
                raise LegalInputsError(f"{call} is declared refused, and the reference answers it")
            yield domain, arguments, came


def _differences(names: Mapping[str, Any], expected: list[Call]) -> Iterator[str]:
    for domain, arguments, (answered, value) in expected:
        does, came = outcome(names.get(domain.function), arguments)
        alike = same(value, came, domain.within) if does else value == came
        if does != answered or not alike:
            yield f"{_shown(domain.function, arguments)} gives {_brief(came)}, not {_brief(value)}"


def _shown(function: str, arguments: Mapping[str, Any]) -> str:
    inside = ", ".join(f"{name}={_brief(value)}" for name, value in arguments.items())
    return f"{function}({inside})"


def _brief(value: object) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."
