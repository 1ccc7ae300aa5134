"""A record names every mutant that survived, and those held for equal to the reference."""

from pathlib import Path

from autograder.audit.answers import Expected
from autograder.audit.attempts import Attempt
from autograder.audit.equivalence import Compared, Comparison
from autograder.audit.marking import Mark
from autograder.audit.mutation import Tried, plan
from autograder.audit.record import record_of
from autograder.audit.released import Remade
from autograder.audit.settings import Settings
from autograder.audit.work import Work
from tests.autograder.audit.lessons import TITLE, exercise, lesson_of


def work_of(tmp_path: Path) -> Work:
    work = Work(lesson_of(tmp_path, TITLE, *exercise()), Settings(), Remade(), is_sample=True)
    work.tried = plan(work.lesson, 3, 1)[0]
    return work


def test_survivors_and_equals(tmp_path: Path) -> None:
    work = work_of(tmp_path)
    noticed, survived, equal = work.tried
    equal = Tried(equal.mutant, equal.attempt, equal.points, is_listed=True)
    work.tried = [noticed, survived, equal]
    points = {noticed: 0.0, survived: 4.0, equal: 4.0}
    work.plain = {it.attempt: Mark(earned) for it, earned in points.items()}
    found = ((survived.attempt, "triple(1) gives 2, not 3"), (equal.attempt, ""))
    job = Comparison(tmp_path, work.lesson.name, (survived.attempt, equal.attempt), 1, 10)
    work.compared = [(job, Compared(found))]
    mutants = record_of(work)["mutants"]
    assert (mutants["tried"], mutants["of"], mutants["sampled"]) == (3, 10, True)
    (kept,) = mutants["survived"]
    assert kept.pop("differs") == "triple(1) gives 2, not 3"
    assert kept == {
        "cell": "triple",
        "line": survived.mutant.line,
        "operator": survived.mutant.operator,
        "change": survived.mutant.change,
        "nth": survived.mutant.nth,
    }
    assert [each["change"] for each in mutants["equal"]] == [equal.mutant.change]


def test_an_answer_that_one_engine_did_not_try(tmp_path: Path) -> None:
    work = work_of(tmp_path)
    attempt = Attempt(work.lesson.notebooks[0].file, "triple", "a call", "...")
    work.expected = [Expected(attempt, 2.0, "", "triple.py", "delegating")]
    work.plain = {it.attempt: Mark(0.0) for it in work.tried}
    work.boxed = {attempt: Mark(1.5)}
    assert record_of(work)["answers"] == [
        {
            "exercise": "triple",
            "name": "a call",
            "kind": "delegating",
            "expected": 2.0,
            "plain": None,
            "boxed": 1.5,
        }
    ]
