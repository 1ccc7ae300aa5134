"""An exercise that one call of a model does is found, whatever the model is called."""

import json
from pathlib import Path

import pytest

from autograder.audit.attempts import Attempt
from autograder.audit.delegation import (
    Found,
    Search,
    delegating,
    delegation_findings,
    modules_of,
    search,
    searches,
)
from autograder.audit.lesson import Lesson
from autograder.audit.marking import Mark
from tests.autograder.audit.lessons import TITLE, done, exercise, lesson_of

ANSWER = """\
def nernst(out_mM, in_mM):
    ### BEGIN SOLUTION
    from math import log
    return 61.5 / log(10) * log(out_mM / in_mM)
    ### END SOLUTION

def free(v_mV):
    ### BEGIN SOLUTION
    from math import exp
    return 1 / (1 + exp(-0.062 * v_mV) / 3.57)
    ### END SOLUTION
"""
DOMAINS = """\
[nernst]
out_mM = "rng.uniform(1, 100)"
in_mM = "rng.uniform(1, 100)"

[free]
v_mV = "rng.uniform(-80, 40)"
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    lesson = lesson_of(tmp_path, TITLE, *exercise(answer=ANSWER, test="free(0)"))
    lesson.answers_folder.mkdir(parents=True)
    (lesson.answers_folder / "legal_inputs.toml").write_text(DOMAINS)
    return lesson


def test_a_model_is_found_by_what_it_answers(lesson: Lesson) -> None:
    (job,) = searches(lesson, "course.models")
    found = done(search, job)
    assert found.models == (("free", "course.models.magnesium_block", "unblocked_fraction"),)
    assert set(found.functions) == {"nernst", "free"}
    attempt = delegating(job, found)
    assert attempt is not None
    names: dict[str, object] = {}
    exec(attempt.source, names)  # noqa: S102 - what the audit itself wrote
    assert names["free"](0.0) == pytest.approx(0.781182, rel=1e-5)
    assert names["nernst"](10, 1) == pytest.approx(61.5)


PACKAGE = """\
import time

def waits(v_mV):
    time.sleep(60)

def mapped(z, v_mV):
    return v_mV + z

def turned(x, y):
    return y - x

def lacking(x, y):
    return x - y
"""
ANSWERS = """\
def moved(v_mV, z):
    return v_mV + z

def less(x, y):
    return x - y
"""
CALLS = """\
[moved]
v_mV = "rng.uniform(1, 2)"
z = "rng.uniform(3, 4)"

[less]
x = "rng.uniform(1, 2)"
y = "rng.uniform(3, 4)"
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "packages" / "toy_models"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "sums.py").write_text(PACKAGE)
    monkeypatch.syspath_prepend(str(folder.parent))
    return folder.name


def test_arguments_are_given_by_name_too_and_what_is_withheld_is_not_asked(
    tmp_path: Path, package: str
) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise(answer=ANSWERS, test="less(0, 0)"))
    lesson.answers_folder.mkdir(parents=True)
    (lesson.answers_folder / "legal_inputs.toml").write_text(CALLS)
    path = lesson.notebooks[0].path
    data = json.loads(path.read_text())
    data["metadata"]["autograder"] = {"withheld": [f"{package}.sums.lacking"]}
    path.write_text(json.dumps(data))
    (job,) = searches(lesson, package)
    assert done(search, job).models == (("moved", f"{package}.sums", "mapped"),)


def test_without_legal_calls_nothing_can_be_compared(lesson: Lesson) -> None:
    (lesson.answers_folder / "legal_inputs.toml").unlink()
    (job,) = searches(lesson, "course.models")
    assert "says nothing of its functions" in done(search, job).trouble


def test_modules_are_those_of_the_package() -> None:
    assert "course.models.uptake" in modules_of("course.models")


JOB = Search(Path(), "x", Attempt("x.ipynb", "free", "reference", "..."), "m")
WHOLE = Found((("free", "m.a", "b"),), ("free",))
PART = Found((("free", "m.a", "b"),), ("free", "nernst"))


@pytest.mark.parametrize(
    ("found", "earned", "must", "words"),
    [
        (WHOLE, 10, True, "one call of m.a.b earns 10 of 10 points: name it under"),
        (WHOLE, 2, False, "m.a.b would do it; calling earns 2 of 10 points"),
        (PART, 10, False, "m.a.b would do a part of it; calling earns 10 of 10 points"),
    ],
)
def test_what_is_said_of_it(found: Found, earned: float, must: bool, words: str) -> None:
    attempt = delegating(JOB, found)
    assert attempt is not None
    marks = {attempt: Mark(earned)}
    ((is_to_mend, finding),) = delegation_findings(
        [(JOB, found)], {JOB: attempt}, marks, lambda _: 10.0
    )
    assert (is_to_mend, finding.cell) == (must, "free")
    assert words in finding.problem


def test_what_no_model_answers_needs_nothing() -> None:
    assert delegating(JOB, Found((), ("free",))) is None
    assert list(delegation_findings([(JOB, Found())], {}, {}, lambda _: 10.0)) == []
