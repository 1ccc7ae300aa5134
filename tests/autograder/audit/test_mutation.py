"""The score counts what is no equal of the reference, and the list of equals is checked."""

from pathlib import Path

import pytest

from autograder.audit.legal_inputs import FILE
from autograder.audit.lesson import Lesson
from autograder.audit.marking import Mark
from autograder.audit.mutation import EQUIVALENTS, Tried, comparisons, judged, plan, survivors
from tests.autograder.audit.lessons import TITLE, exercise, lesson_of, said


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return lesson_of(tmp_path, TITLE, *exercise())


def list_equivalents(lesson: Lesson, *entries: str) -> None:
    lesson.answers_folder.mkdir(parents=True)
    (lesson.answers_folder / EQUIVALENTS).write_text("\n\n".join(entries))


def outcome(
    lesson: Lesson, tried: list[Tried], surviving: list[Tried], witness: str
) -> tuple[float, list[str], list[str]]:
    compared = {it.attempt: witness for it in surviving}
    score, findings, notes = judged(lesson, tried, surviving, compared, [])
    return score.share, [p for _, p in said(findings)], [p for _, p in said(notes)]


def test_every_mutant_is_planned_or_a_sample_of_them(lesson: Lesson) -> None:
    tried, wrong = plan(lesson, None, 1)
    assert len(tried) == 10
    assert wrong == []
    assert len(plan(lesson, 4, 1)[0]) == 4
    assert {it.points for it in tried} == {4.0}


def test_noticed_is_what_loses_a_tenth(lesson: Lesson) -> None:
    tried, _ = plan(lesson, 3, 1)
    points = dict(zip([it.attempt for it in tried], (4.0, 3.61, 3.6), strict=True))
    marks = {attempt: Mark(earned) for attempt, earned in points.items()}
    assert survivors(tried, marks) == tried[:2]
    ((job),) = comparisons(lesson, tried[:2], 1, 10)
    assert job.mutants == tuple(it.attempt for it in tried[:2])


def test_few_survivors_are_notes_and_many_are_findings(lesson: Lesson) -> None:
    tried, _ = plan(lesson, None, 1)
    share, findings, notes = outcome(lesson, tried * 3, tried[:1], "f(1) gives 2, not 3")
    assert share == pytest.approx(29 / 30)
    assert findings == []
    assert notes[0].endswith("f(1) gives 2, not 3")
    share, findings, notes = outcome(lesson, tried, tried[:1], "")
    assert share == 0.9
    assert findings[0].startswith("the tests notice 9 of 10 small faults")
    assert f"list it in {EQUIVALENTS}" in findings[1]
    assert notes == []


def test_a_sample_may_be_a_little_unlucky(lesson: Lesson) -> None:
    tried, _ = plan(lesson, None, 1)
    for survive, problems in ((4, 0), (5, 6)):
        few = judged(lesson, tried * 4, tried[:survive], {}, [], is_sample=True)
        assert len(few[1]) == problems


def test_a_listed_equal_does_not_count(lesson: Lesson) -> None:
    first = plan(lesson, None, 1)[0][0]
    list_equivalents(lesson, first.mutant.as_toml("it is"))
    tried, wrong = plan(lesson, None, 1)
    assert wrong == []
    assert [it.is_listed for it in tried] == [True] + [False] * 9
    assert outcome(lesson, tried, tried[:1], "") == (1.0, [], [])


def test_a_listed_mutant_that_differs_is_a_finding(lesson: Lesson) -> None:
    first = plan(lesson, None, 1)[0][0]
    list_equivalents(lesson, first.mutant.as_toml("it is"))
    tried, _ = plan(lesson, None, 1)
    _, findings, _ = outcome(lesson, tried * 3, tried[:1], "f(1) gives 2, not 3")
    assert "it is listed as equivalent, but f(1) gives 2, not 3: take it out" in findings[0]
    _, findings, _ = outcome(lesson, tried, [], "")
    assert "listed as equivalent, but the tests notice it" in findings[0]


def test_a_name_that_no_mutant_has_any_more(lesson: Lesson) -> None:
    first = plan(lesson, None, 1)[0][0]
    list_equivalents(lesson, first.mutant.as_toml("it is").replace("triple", "trebel"))
    _, wrong = plan(lesson, None, 1)
    assert "no mutant is called so any more" in wrong[0].problem
    assert wrong[0].file == f"tests/answers/doubling/{EQUIVALENTS}"


def test_a_list_that_cannot_be_read(lesson: Lesson) -> None:
    list_equivalents(lesson, "[[mutant]")
    tried, wrong = plan(lesson, None, 1)
    assert len(tried) == 10
    assert wrong[0].problem.endswith("mend it")


def test_legal_inputs_that_cannot_be_read(lesson: Lesson) -> None:
    lesson.answers_folder.mkdir(parents=True)
    (lesson.answers_folder / FILE).write_text("[triple")
    _, (finding,) = plan(lesson, None, 1)
    assert finding.file == f"tests/answers/doubling/{FILE}"
    assert "it is no TOML" in finding.problem


def test_a_sample_leaves_out_what_is_listed(lesson: Lesson) -> None:
    first = plan(lesson, None, 1)[0][0]
    list_equivalents(lesson, first.mutant.as_toml("it is"))
    sample, _ = plan(lesson, 100, 1)
    assert len(sample) == 9
    assert first.mutant not in {it.mutant for it in sample}


def test_an_exercise_without_a_test_has_no_mutants(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, exercise()[0])
    assert plan(lesson, None, 1) == ([], [])
    assert judged(lesson, [], [], {}, [])[0].share == 1.0
