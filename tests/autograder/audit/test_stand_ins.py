"""A function of a package that answers as an exercise's own is found, whatever it is called."""

import json
from pathlib import Path

import pytest

from autograder.audit.lesson import Lesson
from autograder.audit.stand_ins import StandIn, modules_of, search, searches
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
    assert set(found.functions) == {"nernst", "free"}
    module = "course.models.magnesium_block"
    free = StandIn("free", "(v_mV)", module, "unblocked_fraction", "v_mV=v_mV", withheld=False)
    assert found.stand_ins == (free,)


PACKAGE = """\
import time

def waits(v_mV):
    time.sleep(60)

def mapped(z, v_mV):
    return v_mV - 2 * z

def turned(x, y):
    return y - x

def lacking(x, y):
    return x - y

def _private(a, *, b):
    return a - b
"""
ANSWERS = """\
def moved(v_mV, z):
    return v_mV - 2 * z

def less(x, y):
    return x - y
"""
CALLS = """\
[moved]
v_mV = "rng.uniform(1, 2)"
z = "rng.uniform(3, 4)"

[less]
y = "rng.uniform(3, 4)"
x = "y - rng.uniform(1, 2)"
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "packages" / "toy_models"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "sums.py").write_text(PACKAGE)
    monkeypatch.syspath_prepend(str(folder.parent))
    return folder.name


def test_arguments_go_by_name_or_place_to_public_and_private_and_it_is_told_what_is_withheld(
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
    found = {
        (it.function, it.name, it.arguments, it.withheld) for it in done(search, job).stand_ins
    }
    assert found == {
        ("moved", "mapped", "v_mV=v_mV, z=z", False),
        ("less", "lacking", "x=x, y=y", True),
        ("less", "_private", "a=x, b=y", False),
    }


def test_without_legal_calls_nothing_can_be_compared(lesson: Lesson) -> None:
    (lesson.answers_folder / "legal_inputs.toml").unlink()
    (job,) = searches(lesson, "course.models")
    assert "says nothing of free, nernst" in done(search, job).trouble


def test_modules_are_those_of_the_package() -> None:
    assert "course.models.uptake" in modules_of("course.models")
