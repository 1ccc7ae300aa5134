"""Every lesson passes the audit: a seeded sample of its mutants, and at length all of them."""

from pathlib import Path

import pytest

from autograder.audit.audit import audit
from autograder.audit.work import Options
from autograder.course_folder import open_course

ROOT = Path(__file__).parents[2]
COURSE = open_course(ROOT)
# Every answer is marked by the tests beside this one: here a few are, by both engines.
SAMPLE = Options(mutants=3, seed=20261122, answers=1)

each_lesson = pytest.mark.parametrize("lesson", COURSE.lessons())


def findings(lesson: str, options: Options) -> list[str]:
    (audited,) = audit(COURSE, [lesson], options, lambda items, *_: items)
    return [str(finding) for finding in audited.findings]


@each_lesson
def test_a_lesson_passes_the_audit(lesson: str) -> None:
    assert findings(lesson, SAMPLE) == []


@pytest.mark.soak
@each_lesson
def test_a_lesson_passes_the_whole_audit(lesson: str) -> None:
    assert findings(lesson, Options()) == []
