"""Every lesson passes the audit: with a seeded sample of its mutants, and with all of them.

Both belong to the soak: five audits take longer than all lessons' other tests together.
"""

from pathlib import Path

import pytest

from autograder.audit.audit import audit
from autograder.audit.work import Options
from autograder.course_folder import open_course

ROOT = Path(__file__).parents[2]
COURSE = open_course(ROOT)
SAMPLE = Options(mutants=40, seed=20261122, workers=1, answers=20)

each_lesson = pytest.mark.parametrize("lesson", COURSE.lessons())


def findings(lesson: str, options: Options) -> list[str]:
    (audited,) = audit(COURSE, [lesson], options, lambda items, *_: items)
    return [str(finding) for finding in audited.findings]


@pytest.mark.soak
@each_lesson
def test_a_lesson_passes_the_audit(lesson: str) -> None:
    assert findings(lesson, SAMPLE) == []


@pytest.mark.soak
@each_lesson
def test_a_lesson_passes_the_whole_audit(lesson: str) -> None:
    assert findings(lesson, Options()) == []
