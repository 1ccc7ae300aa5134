"""Stand-ins: functions of a package that answer the calls of an exercise as its reference does."""

import importlib
import inspect
import pkgutil
import resource
import signal
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from autograder.audit.attempts import Attempt, copied, find
from autograder.audit.equivalence import domains_of
from autograder.audit.legal_inputs import Domain, LegalInputsError, calls, outcome, same
from autograder.audit.lesson import Lesson, read_lesson
from autograder.audit.settings import cell_s_of
from autograder.audit.stage import Stage, apart
from autograder.course_folder import open_course
from autograder.lesson_job import withheld_names
from autograder.withheld import is_withheld

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


class StandIn(NamedTuple):
    """A function of the package that does what one of the exercise does.

    Parameters
    ----------
    function : str
        Name of the exercise's own.
    signature : str
        What it is called with, as in its definition.
    module, name : str
        The package's.
    arguments : str
        How that is called with the names of the signature.
    withheld : bool
        Whether it is lacking where answers run.
    """

    function: str
    signature: str
    module: str
    name: str
    arguments: str
    withheld: bool


@dataclass(frozen=True)
class Found:
    """What a search found.

    Parameters
    ----------
    stand_ins : tuple of StandIn
        All that the package has.
    functions : tuple of str
        All functions of the exercise.
    trouble : str
        Why it could not be searched, else empty.
    """

    stand_ins: tuple[StandIn, ...] = ()
    functions: tuple[str, ...] = ()
    trouble: str = ""

    def one_each(self, *, withheld: bool) -> dict[str, StandIn]:
        """Return a stand-in for as many functions as have one, of those withheld or the others."""
        public_last = sorted(self.stand_ins, key=lambda it: it.name[0] != "_")
        return {it.function: it for it in public_last if it.withheld == withheld}


def searches(lesson: Lesson, package: str) -> Iterator[Search]:
    """Yield a search for each exercise of a lesson."""
    for book, exercise in lesson.exercises:
        if exercise.is_sound:
            reference = Attempt(book.file, exercise.name, "reference", exercise.answer.source)
            yield Search(lesson.course.root, lesson.name, reference, package)


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

        def look() -> list[StandIn]:
            warnings.simplefilter("ignore")  # of models that are called with what is not theirs
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            signal.signal(signal.SIGALRM, _give_up)
            withheld = withheld_names(book.data)
            models = [
                (module, name, model, is_withheld(f"{module}.{name}", withheld))
                for module, name, model in _functions(job.package)
            ]
            return [
                StandIn(domain.function, str(inspect.signature(own)), module, name, way, lacking)
                for domain in domains
                for own in (stage.names[domain.function],)
                for asked in (_asked(own, domain),)
                for module, name, model, lacking in models
                for way in (_way(model, asked),)
                if way
            ]

        found, trouble = apart(look, _LIMIT_S)
    functions = tuple(domain.function for domain in domains)
    return Found(tuple(StandIn(*each) for each in found or ()), functions, trouble)


def modules_of(package: str) -> list[str]:
    """Return the names of a package's modules.

    Raises
    ------
    ImportError
        If there is no such package.
    """
    root = importlib.import_module(package)
    return [info.name for info in pkgutil.iter_modules(root.__path__, f"{package}.")]


def _functions(package: str) -> Iterator[tuple[str, str, Any]]:
    """Yield module, name and value of a package's functions, private ones among them."""
    for each in modules_of(package):
        for name, value in vars(importlib.import_module(each)).items():
            if inspect.isfunction(value) and value.__module__ == each:
                yield each, name, value


Asked = Sequence[tuple[Mapping[str, Any], Any]]


def _asked(function: Any, domain: Domain) -> Asked:  # noqa: ANN401 - any callable
    """Return legal calls of a function, in the order of its signature, and its answers."""
    order = [name for name in inspect.signature(function).parameters if name in domain.arguments]
    legal = calls(domain, _CALLS, 1)[:_CALLS]
    came = [
        ({name: arguments[name] for name in order}, outcome(function, arguments))
        for arguments in legal
    ]
    return [(arguments, value) for arguments, (answered, value) in came if answered]


def _way(model: Any, asked: Asked) -> str:  # noqa: ANN401 - any callable
    """Return how a model has to be called to answer every call alike, or nothing."""
    names = tuple(inspect.signature(model).parameters)
    given = tuple(asked[0][0]) if asked else ()
    by_place = dict(zip(names, given, strict=False)) if len(given) <= len(names) else {}
    by_name = {name: name for name in given if name in names}
    for way in (by_name, by_place):
        if way and all(
            _alike(model, {theirs: arguments[own] for theirs, own in way.items()}, value)
            for arguments, value in asked
        ):
            return ", ".join(f"{theirs}={own}" for theirs, own in way.items())
    return ""


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
