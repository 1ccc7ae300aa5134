"""Every lesson passes the audit: a seeded sample of its mutants, and at length all of them."""

from pathlib import Path

import pytest

from autograder.audit.audit import audit
from autograder.audit.lesson import read_lesson
from autograder.audit.stand_ins import modules_of
from autograder.audit.work import Options
from autograder.course_folder import open_course
from autograder.lesson_job import imports_of, withheld_names

ROOT = Path(__file__).parents[2]
COURSE = open_course(ROOT)
# Mutants of each exercise, and answers of each kind by both engines besides those that call a
# model. All answers are marked plainly by the tests beside this one.
SAMPLE = Options(mutants=6, seed=20261122, answers=4)

each_lesson = pytest.mark.parametrize("lesson", COURSE.lessons())


def findings(lesson: str, options: Options) -> list[str]:
    (audited,) = audit(COURSE, [lesson], options, lambda items, *_: items)
    return [str(finding) for finding in audited.findings]


@each_lesson
def test_a_lesson_passes_the_audit(lesson: str) -> None:
    assert findings(lesson, SAMPLE) == []


@each_lesson
def test_a_lesson_withholds_every_model_but_those_that_its_own_cells_use(lesson: str) -> None:
    for book in read_lesson(COURSE, lesson).notebooks:
        withheld = withheld_names(book.data)
        offered = {name.removeprefix("!") for name in withheld if name.startswith("!")}
        given = [cell.source for cell in book.cells if cell.kind == "code" and cell.is_given]
        used = {name for name in imports_of(given) if name in modules_of("course.models")}
        assert "course.models" in withheld
        assert {name for name in offered if "._" not in name} == used


@pytest.mark.soak
@each_lesson
def test_a_lesson_passes_the_whole_audit(lesson: str) -> None:
    assert findings(lesson, Options()) == []
