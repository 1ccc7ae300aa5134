"""Delegation: calling a model of the course's own package does not do for an exercise.

Students can read the package, and should. So whatever a model answers by one call must either be
lacking in the box where answers run, or not be all that is asked for.
"""

import importlib
import inspect
import pkgutil
import resource
import signal
import tempfile
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.audit.attempts import Attempt, copied, find
from autograder.audit.equivalence import domains_of
from autograder.audit.findings import Finding
from autograder.audit.legal_inputs import Domain, LegalInputsError, calls, outcome, same
from autograder.audit.lesson import Lesson, read_lesson
from autograder.audit.marking import Mark
from autograder.audit.settings import cell_s_of
from autograder.audit.stage import Stage, apart
from autograder.course_folder import open_course
from autograder.lesson_job import withheld_names

CHECK = "models"
_CALLS = 20
# A model computes what the exercise asks for; by which formula is its own affair.
_RTOL = 1e-6
# What one search may take, one call of a model, and memory: models are called with strange numbers.
_LIMIT_S = 120.0
_CALL_S = 1.0
_MEMORY = 4 << 30


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
        stage = Stage(
            copied(book.path.parent, Path(scratch)), cell_s_of(lesson.course), grading=True
        )
        stage.run_all(book.cells[: exercise.answer.place])
        stage.run(exercise.answer)

        def look() -> list[tuple[str, str, str]]:
            warnings.simplefilter("ignore")  # of models that are called with what is not theirs
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            signal.signal(signal.SIGALRM, _give_up)
            models = list(_functions(job.package, withheld_names(book.data)))
            return [
                (domain.function, module, name)
                for domain in domains
                for asked in (_asked(stage.names[domain.function], domain),)
                for module, name, model in models
                if _answers(model, asked)
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


Asked = Sequence[tuple[Mapping[str, Any], Any]]


def _asked(function: Any, domain: Domain) -> Asked:  # noqa: ANN401 - any callable
    """Return legal calls of a function, and what it answers to each."""
    legal = calls(domain, _CALLS, 1)[:_CALLS]
    came = [(arguments, outcome(function, arguments)) for arguments in legal]
    return [(arguments, value) for arguments, (answered, value) in came if answered]


def _answers(model: Any, asked: Asked) -> bool:  # noqa: ANN401 - any callable
    """Tell whether a model answers every call alike, given its arguments by place or by name."""
    names = tuple(inspect.signature(model).parameters)

    def by_place(arguments: Mapping[str, Any]) -> dict[str, Any]:
        return dict(zip(names, arguments.values(), strict=False))

    def by_name(arguments: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in arguments.items() if name in names}

    ways = [by_name, by_place] if asked and len(asked[0][0]) <= len(names) else [by_name]
    return any(
        asked and all(_alike(model, way(arguments), value) for arguments, value in asked)
        for way in ways
    )


def _alike(model: Any, arguments: Mapping[str, Any], value: Any) -> bool:  # noqa: ANN401 - any callable and values
    """Tell whether a model gives a value, and soon: most of them are called in vain."""
    try:
        signal.setitimer(signal.ITIMER_REAL, _CALL_S)
        does, came = outcome(model, arguments)
        signal.setitimer(signal.ITIMER_REAL, 0)
    except TimeoutError:  # it came after the model's own answer
        return False
    return does and same(value, came, _RTOL)


def _give_up(*_: object) -> None:
    raise TimeoutError


def _functions(package: str, but: Collection[str]) -> Iterator[tuple[str, str, Any]]:
    """Yield module, name and value of the public functions of a package, but for some."""
    for each in modules_of(package):
        for name, value in vars(importlib.import_module(each)).items():
            is_own = inspect.isfunction(value) and value.__module__ == each
            if is_own and name[0] != "_" and f"{each}.{name}" not in but:
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
