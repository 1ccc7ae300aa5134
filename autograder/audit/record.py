"""A record of what was tried in a lesson, as JSON data: answers and mutants, one entry each."""

from collections.abc import Mapping
from typing import Any

from autograder.audit import mutation
from autograder.audit.attempts import Attempt
from autograder.audit.marking import Mark
from autograder.audit.mutants import Mutant
from autograder.audit.work import Work


def record_of(work: Work) -> dict[str, Any]:
    """Return what was tried.

    Parameters
    ----------
    work : Work
        A lesson whose answers and mutants have been tried.

    Returns
    -------
    dict
        Under ``answers`` a list: exercise, name and kind of each (the reference and the release
        have none), the marks expected, and those earned by nbgrader's way (``plain``) and in a box
        (``boxed``), None where it was not tried. Under ``mutants`` how many were tried of how many,
        those that ``survived``, each with a call in which it differs from the reference (empty if
        none was found, None if they were not compared), and those listed and confirmed as
        ``equal``, which a sample leaves out.
    """
    return {"answers": _answers(work), "mutants": _mutants(work)}


def _answers(work: Work) -> list[dict[str, Any]]:
    return [
        {
            "exercise": each.attempt.exercise,
            "name": each.attempt.name,
            "kind": each.kind or None,
            "expected": each.points,
            "plain": _points(work.plain, each.attempt),
            "boxed": _points(work.boxed, each.attempt),
        }
        for each in work.expected
    ]


def _points(marks: Mapping[Attempt, Mark], attempt: Attempt) -> float | None:
    return marks[attempt].points if attempt in marks else None


def _mutants(work: Work) -> dict[str, Any]:
    witnesses = mutation.witnesses(work.compared)
    surviving = mutation.survivors(work.tried, work.plain)
    equal = [it for it in surviving if mutation.is_equal(it, witnesses)]
    return {
        "tried": len(work.tried),
        "of": mutation.number_of(work.lesson),
        "sampled": work.is_sample,
        "survived": [
            {**_name(it.mutant), "differs": witnesses.get(it.attempt)}
            for it in surviving
            if it not in equal
        ],
        "equal": [_name(it.mutant) for it in equal],
    }


def _name(mutant: Mutant) -> dict[str, Any]:
    return {key: value for key, value in vars(mutant).items() if key != "source"}
