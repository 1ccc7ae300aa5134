"""Delegation: calling a model of the course's own package does not do for an exercise.

Students can read the package, and should. So whatever a model answers by one call must either be
lacking in the box where answers run, or not be all that is asked for.
"""

import importlib
import inspect
import pkgutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.audit.attempts import Attempt, copied, find
from autograder.audit.equivalence import domains_of
from autograder.audit.findings import Finding
from autograder.audit.legal_inputs import LegalInputsError, calls, outcome, same
from autograder.audit.lesson import Lesson, read_lesson
from autograder.audit.marking import Mark
from autograder.audit.stage import Stage, apart
from autograder.course_folder import open_course

CHECK = "models"
_CALLS = 20
# A model computes what the exercise asks for; by which formula is its own affair.
_RTOL = 1e-6
_LIMIT_S = 120.0


@dataclass(frozen=True)
class Search:
    """An exercise whose functions are looked for in a package.

    Parameters
    ----------
    root : Path
        The course.
    lesson : str
        Full name of the assignment.
    reference : Attempt
        Its reference solution.
    package : str
        The package.
    """

    root: Path
    lesson: str
    reference: Attempt
    package: str


@dataclass(frozen=True)
class Found:
    """What a search found.

    Parameters
    ----------
    models : tuple of (str, str, str)
        For each function of the exercise that a model answers: its name, and the model's module
        and name.
    functions : tuple of str
        All functions of the exercise.
    trouble : str
        Why it could not be searched, else empty.
    """

    models: tuple[tuple[str, str, str], ...] = ()
    functions: tuple[str, ...] = ()
    trouble: str = ""


def search(job: Search) -> Found:
    """Call every function of a package as the exercise's own are called, and compare."""
    lesson = read_lesson(open_course(job.root), job.lesson)
    book, exercise = find(lesson, job.reference)
    try:
        domains = domains_of(lesson, exercise.answer.source)
    except LegalInputsError as error:
        return Found(trouble=str(error))
    with tempfile.TemporaryDirectory() as scratch:
        stage = Stage(copied(book.path.parent, Path(scratch)), grading=True)
        stage.run_all(book.cells[: exercise.answer.place])
        stage.run(exercise.answer)

        def look() -> list[tuple[str, str, str]]:
            warnings.simplefilter("ignore")  # of models that are called with what is not theirs
            models = list(_functions(job.package))
            return [
                (domain.function, module, name)
                for domain in domains
                for module, name, model in models
                if _answers(model, stage.names[domain.function], calls(domain, _CALLS, 1))
            ]

        found, trouble = apart(look, _LIMIT_S)
    functions = tuple(domain.function for domain in domains)
    return Found(tuple((a, b, c) for a, b, c in found or ()), functions, trouble)


def delegating(job: Search, found: Found) -> Attempt | None:
    """Return the answer of a student who has models do it, or None if there are none for it."""
    models = {function: (module, name) for function, module, name in reversed(found.models)}
    if not models:
        return None
    lines = [job.reference.source] if len(models) < len(found.functions) else []
    for function, (module, name) in models.items():
        lines += [
            f"from {module} import {name} as _model_of_{function}",
            f"def {function}(*args, **kwargs):",
            f"    return _model_of_{function}(*args, **kwargs)",
        ]
    file, exercise = job.reference.file, job.reference.exercise
    return Attempt(file, exercise, "one call of a model", "\n".join(lines))


def delegation_findings(
    searched: Sequence[tuple[Search, Found]],
    attempts: Mapping[Search, Attempt],
    marks: Mapping[Attempt, Mark],
    points: Callable[[Attempt], float],
) -> Iterator[tuple[bool, Finding]]:
    """Say which exercises a call of a model does for.

    Yields
    ------
    (must_be_mended, Finding)
        If models do all of it and earn nearly everything, it must be mended; the rest is to know.
    """
    for job, found in searched:
        place = (CHECK, job.reference.file, job.reference.exercise)
        if found.trouble:
            yield False, Finding(*place, f"models cannot be compared with it: {found.trouble}")
        attempt = attempts.get(job)
        if attempt is None:
            continue
        names = ", ".join(f"{module}.{name}" for _, module, name in found.models)
        earned, all_points = marks[attempt].points, points(attempt)
        is_all = {function for function, _, _ in found.models} == set(found.functions)
        if is_all and earned > 0.5 * all_points:
            problem = (
                f"one call of {names} earns {earned:g} of {all_points:g} points: name it under "
                "“withheld” in the notebook's metadata for the autograder, or ask for more"
            )
            yield True, Finding(*place, problem)
        else:
            whole = "it" if is_all else "a part of it"
            problem = f"{names} would do {whole}; calling earns {earned:g} of {all_points:g} points"
            yield False, Finding(*place, problem)


def _answers(model: Any, function: Any, arguments: Sequence[Mapping[str, Any]]) -> bool:  # noqa: ANN401 - any callables
    """Tell whether a model gives what a function gives, called alike."""
    return all(
        answered and does and same(value, came, _RTOL)
        for each in arguments[:_CALLS]
        for answered, value in (outcome(function, each),)
        for does, came in (outcome(_by_place(model), each),)
    )


def _by_place(model: Any) -> Callable[..., Any]:  # noqa: ANN401 - as above
    return lambda **arguments: model(*arguments.values())


def _functions(package: str) -> Iterator[tuple[str, str, Any]]:
    """Yield module, name and value of the public functions of a package."""
    for each in modules_of(package):
        for name, value in vars(importlib.import_module(each)).items():
            if inspect.isfunction(value) and name[0] != "_" and value.__module__ == each:
                yield each, name, value


def modules_of(package: str) -> list[str]:
    """Return the names of a package's modules.

    Raises
    ------
    ImportError
        If there is no such package.
    """
    root = importlib.import_module(package)
    return [info.name for info in pkgutil.iter_modules(root.__path__, f"{package}.")]


def searches(lesson: Lesson, package: str) -> Iterator[Search]:
    """Yield a search for each exercise of a lesson."""
    for book, exercise in lesson.exercises:
        if exercise.tests:
            reference = Attempt(book.file, exercise.name, "reference", exercise.answer.source)
            yield Search(lesson.course.root, lesson.name, reference, package)
