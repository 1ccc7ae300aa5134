"""A mutant is equal to the reference only if no call, legal or refused, tells them apart."""

from pathlib import Path

import pytest

from autograder.audit.attempts import Attempt
from autograder.audit.equivalence import Compared, Comparison, compare, domains_of
from autograder.audit.legal_inputs import LegalInputsError
from tests.autograder.audit.lessons import TITLE, done, exercise, lesson_of

FILE = "source/1-doubling/doubling.ipynb"
DOMAIN = '[triple]\nx = "rng.uniform(0, 9)"\nrefused = { x = "[-1]" }\n'
MUTANTS = {
    "the same": "def triple(x):\n    if x < 0: raise ValueError\n    return x + 2 * x",
    "another value": "def triple(x):\n    if x < 0: raise ValueError\n    return 3 * x + 1e-3",
    "does not refuse": "def triple(x): return 3 * x",
    "refuses otherwise": "def triple(x):\n    if x < 0: raise TypeError\n    return 3 * x",
    "wrong beyond 8.99": (
        "def triple(x):\n    if x < 0: raise ValueError\n    return min(3 * x, 26.97)"
    ),
    "no Python": "def triple(x) return",
    "almost": "def triple(x):\n    if x < 0: raise ValueError\n    return 3.000001 * x",
    "endless": "while True: pass",
}


def compared(root: Path, domain: str, *names: str) -> Compared:
    lesson = lesson_of(root, TITLE, *exercise())
    lesson.answers_folder.mkdir(parents=True)
    (lesson.answers_folder / "legal_inputs.toml").write_text(domain)
    mutants = tuple(Attempt(FILE, "triple", name, MUTANTS[name]) for name in names)
    job = Comparison(lesson.course.root, lesson.name, mutants, 1, 10)
    return done(compare, job)


def test_mutants_are_told_from_the_reference_by_a_call(tmp_path: Path) -> None:
    found = {it.name: witness for it, witness in compared(tmp_path, DOMAIN, *MUTANTS).witnesses}
    assert found["the same"] == ""
    assert found["another value"].startswith("triple(x=")
    assert found["does not refuse"] == "triple(x=-1) gives -3, not 'ValueError'"
    assert found["refuses otherwise"] == "triple(x=-1) gives 'TypeError', not 'ValueError'"
    assert "triple(x=8.99" in found["wrong beyond 8.99"]
    assert "gives 'TypeError'" in found["no Python"]
    assert found["almost"].startswith("triple(x=")
    assert found["endless"] == "it was still running after 10 s"


def test_every_public_function_of_an_answer_must_be_declared(tmp_path: Path) -> None:
    answer = f"{MUTANTS['the same']}\n\ndef half(x): return x / 2\n\ndef _own(x): return x"
    lesson = lesson_of(tmp_path, TITLE, *exercise(answer=answer))
    lesson.answers_folder.mkdir(parents=True)
    legal = lesson.answers_folder / "legal_inputs.toml"
    legal.write_text(DOMAIN)
    with pytest.raises(LegalInputsError, match=r"legal_inputs.toml says nothing of half$"):
        domains_of(lesson, answer)
    legal.write_text(f'{DOMAIN}[half]\nx = "1"')
    assert [each.function for each in domains_of(lesson, answer)] == ["triple", "half"]


def test_values_may_lie_as_far_apart_as_the_domain_says(tmp_path: Path) -> None:
    domain = f"{DOMAIN}within = 1e-5"
    (_, far), (_, near) = compared(tmp_path, domain, "another value", "almost").witnesses
    assert far.startswith("triple(x=")
    assert near == ""


@pytest.mark.parametrize(
    ("domain", "trouble"),
    [
        ("", "says nothing of triple"),
        ('[other]\nx = "1"', "says nothing of triple"),
        ('[triple]\nx = "rng.uniform(-9, 9)"', "is declared legal, and the reference refuses it"),
        (
            '[triple]\nx = "1"\nrefused = { x = "[2]" }',
            "triple(x=2) is declared refused, and the reference answers it",
        ),
        ('[triple]\nx = "nothing"', "arguments of triple cannot be drawn"),
        ("[triple", "it is no TOML"),
    ],
)
def test_a_domain_that_is_wrong_is_said_to_be(tmp_path: Path, domain: str, trouble: str) -> None:
    found = compared(tmp_path, domain, "the same")
    assert found.witnesses == ()
    assert trouble in found.trouble
