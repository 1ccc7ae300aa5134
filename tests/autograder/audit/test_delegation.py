"""An exercise that one call of a model does is found, and what a copy of its text would earn."""

import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.audit.attempts import Attempt
from autograder.audit.delegation import COPIES, delegation_findings, stand_in_attempts
from autograder.audit.marking import Mark
from autograder.audit.stand_ins import Found, Search, StandIn

OWN = "def free(v, z=2):\n    return 0\n\ndef other():\n    return 1"
JOB = Search(Path(), "x", Attempt("x.ipynb", "free", "reference", OWN), "m")


def stand_in(*, withheld: bool) -> StandIn:
    return StandIn("free", "(v, z=2)", "m.a", "b", "x=v, y=z", withheld)


WHOLE = Found((stand_in(withheld=False),), ("free",))
PART = Found((stand_in(withheld=False),), ("free", "other"))
LACKING = Found((stand_in(withheld=True),), ("free",))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package whose module builds on another one."""
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "_c.py").write_text("def add(x, y):\n    return x + y")
    (folder / "a.py").write_text("from m._c import add\n\ndef b(x, *, y):\n    return add(x, y)")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("m", "m.a", "m._c"):  # what an answer leaves behind goes with the test
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("found", [WHOLE, PART, LACKING])
def test_a_stand_in_is_called_as_the_exercise_is(found: Found) -> None:
    (attempt,) = stand_in_attempts(JOB, found)
    names: dict[str, Any] = {}
    exec(attempt.source, names)  # noqa: S102 - what the audit itself wrote
    assert names["free"](5) == names["free"](v=3, z=4) == 7
    assert ("other" in names) == (found is PART)


@pytest.mark.usefixtures("package")
def test_a_copy_needs_nothing_of_the_package(tmp_path: Path) -> None:
    (attempt,) = stand_in_attempts(JOB, LACKING)
    for path in (tmp_path / "m").glob("[a_]*.py"):
        path.write_text("raise NotImplementedError")
    names: dict[str, Any] = {}
    exec(attempt.source, names)  # noqa: S102 - what the audit itself wrote
    assert attempt.name == COPIES
    assert names["free"](5) == 7


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("found", "earned", "must", "words"),
    [
        (WHOLE, 10, True, "one call of m.a.b earns 10 of 10 points: name it under"),
        (WHOLE, 2, False, "m.a.b would do it; calling earns 2 of 10 points"),
        (PART, 10, False, "m.a.b would do a part of it; calling earns 10 of 10 points"),
        (LACKING, 10, False, "a copy of m.a.b earns 10 of 10 points"),
    ],
)
def test_what_is_said_of_it(found: Found, earned: float, must: bool, words: str) -> None:
    (attempt,) = stand_in_attempts(JOB, found)
    marks = {attempt: Mark(earned)}
    ((is_to_mend, finding),) = delegation_findings(
        [(JOB, found)], {JOB: [attempt]}, marks, lambda _: 10.0
    )
    assert (is_to_mend, finding.cell) == (must, "free")
    assert words in finding.problem


def test_what_no_model_answers_needs_nothing() -> None:
    assert list(stand_in_attempts(JOB, Found((), ("free",)))) == []
    assert list(delegation_findings([(JOB, Found())], {}, {}, lambda _: 10.0)) == []
