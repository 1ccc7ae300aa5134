"""Delegation: calling a model of the course's own package does not do for an exercise.

Students can read the package, and should. So whatever a model answers by one call must either be
lacking in the box where answers run, or not be all that is asked for. What somebody read and wrote
down again is an answer; how much a mere copy of a model's text would earn is worth knowing.
"""

import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from autograder.audit.attempts import Attempt
from autograder.audit.findings import Finding
from autograder.audit.marking import Mark
from autograder.audit.stand_ins import Found, Search, StandIn

CHECK = "models"
CALLS, COPIES = "a call of a model", "a copy of a model's text"

_PASTED = """\
import sys, types
_texts = {texts!r}
for _name, _text in _texts.items():
    sys.modules[_name] = types.ModuleType(_name)
    exec(_text, vars(sys.modules[_name]))"""


def stand_in_attempts(job: Search, found: Found) -> Iterator[Attempt]:
    """Yield the answers of students who have models do it: by calls, and by copies of the text."""
    calls, copies = found.one_each(withheld=False), found.one_each(withheld=True)
    if calls:
        yield _attempt(job, found, CALLS, calls)
    if copies:
        texts = _texts([it.module for it in copies.values()], job.package)
        yield _attempt(job, found, COPIES, copies, _PASTED.format(texts=texts))


def delegation_findings(
    searched: Sequence[tuple[Search, Found]],
    attempts: Mapping[Search, Sequence[Attempt]],
    marks: Mapping[Attempt, Mark],
    points: Callable[[Attempt], float],
) -> Iterator[tuple[bool, Finding]]:
    """Say which exercises a call of a model does for, or a copy.

    Yields
    ------
    (must_be_mended, Finding)
        If calls of models do all of it and earn nearly everything, that must be mended; the rest
        is to know.
    """
    for job, found in searched:
        place = (CHECK, job.reference.file, job.reference.exercise)
        if found.trouble:
            yield False, Finding(*place, f"models cannot be compared with it: {found.trouble}")
        for attempt in attempts.get(job, ()):
            earned, all_points = marks[attempt].points, points(attempt)
            used = found.one_each(withheld=attempt.name == COPIES)
            names = ", ".join(f"{it.module}.{it.name}" for it in used.values())
            whole = used.keys() == set(found.functions)
            earns = f"earns {earned:g} of {all_points:g} points"
            if attempt.name == COPIES:
                part = "" if whole else ", for a part of it,"
                yield False, Finding(*place, f"a copy of {names}{part} {earns}")
            elif whole and earned > 0.5 * all_points:
                problem = (
                    f"one call of {names} {earns}: name it under “withheld” in the notebook's "
                    "metadata for the autograder, or ask for more"
                )
                yield True, Finding(*place, problem)
            else:
                what = "it" if whole else "a part of it"
                yield False, Finding(*place, f"{names} would do {what}; calling {earns}")


def _attempt(
    job: Search, found: Found, name: str, used: Mapping[str, StandIn], pasted: str = ""
) -> Attempt:
    """Return an answer in which stand-ins do what they can, and the reference does the rest."""
    # What cannot be imported stops the cell: that must be before there is anything of worth.
    lines = [pasted] if pasted else []
    lines += [f"from {it.module} import {it.name} as _for_{it.function}" for it in used.values()]
    if used.keys() != set(found.functions):
        lines.append(job.reference.source)
    lines += [
        f"def {it.function}{it.signature}:\n    return _for_{it.function}({it.arguments})"
        for it in used.values()
    ]
    return Attempt(job.reference.file, job.reference.exercise, name, "\n".join(lines))


def _texts(modules: Sequence[str], package: str) -> dict[str, str]:
    """Return the texts of modules and of what they import of their package, that first."""
    texts: dict[str, str] = {}
    for module in modules:
        spec = importlib.util.find_spec(module)
        if module in texts or spec is None or spec.origin is None:
            continue
        text = Path(spec.origin).read_text(encoding="utf-8")
        needed = re.findall(rf"^from ({re.escape(package)}\.\w+) import", text, re.MULTILINE)
        texts |= _texts(needed, package) | {module: text}
    return texts
