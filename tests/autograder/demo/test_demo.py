"""A small class goes through the whole loop, and every mark is what the bank promises."""

from dataclasses import replace

import pytest

from autograder.bank import Answer, Response, load_answers, load_responses
from autograder.course_folder import CourseFolder
from autograder.demo.__main__ import run_lesson
from autograder.demo.loop import fetched_pages, make_course
from autograder.demo.students import NAMES, Student, draw_class
from autograder.demo.verdict import differences
from autograder.record import State
from autograder.results import ClassResults
from tests.autograder.toy_course import LESSON, SECRET_NUMBER
from tests.autograder.toy_course import make_course as make_toy

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("demo")

ANSWERS = """\
# %% [answer] twice
# kind: right
# marks: 10
# written: blind
def double(x):
    return 2 * x

# %% [answer] squared
# kind: mistake
# marks: 3
# says: as if you squared
# written: blind
def double(x):
    return x * x

# %% [answer] as released
# kind: empty
# marks: 0
# written: blind
raise NotImplementedError
"""
PLAIN = """\
# %% [answer] whole number
# kind: right
# marks: 2
# written: blind
answer_to_everything = 42
"""
TEXTS = "# order\n\n## clear\n\nmarks: 4 0.5\ncomment: Nearly.\n\nBoth are sums.\n"

Run = tuple[CourseFolder, ClassResults, tuple[Student, ...]]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A class of 15 on the toy lesson; its endless loop waits for the toy's short limit."""
    folder = tmp_path_factory.mktemp("demo")
    bank = folder / "answers" / "doubling"
    bank.mkdir(parents=True)
    (bank / "double.py").write_text(ANSWERS)
    (bank / "plain.py").write_text(PLAIN)
    (bank / "free_response.md").write_text(TEXTS)
    toy = make_toy(folder / "toy")
    course = make_course(folder / "demo", [toy.path("source", LESSON)], bank.parent)
    course.config.ExecutePreprocessor.timeout = 4
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.ExecutePreprocessor.timeout = 4\n")
    answers = load_answers(bank.parent, LESSON)
    students = draw_class(answers, load_responses(bank.parent, LESSON), 3, NAMES[:15])
    return course, run_lesson(course, LESSON, students), students


def test_every_mark_state_and_sentence_is_as_promised(done: Run) -> None:
    assert list(differences(*done)) == []


def test_the_class_went_through_a_real_exchange(done: Run) -> None:
    course, results, students = done
    inbound = course.root.parent / "exchange" / "cleft-demo" / "inbound"
    assert len(list(inbound.iterdir())) == len(students)
    assert len(list((inbound.parent / "feedback").glob("*.html"))) == len(students)
    assert [student.student for student in results.students if student.late_s > 0] == [
        student.name for student in students if student.late
    ]


def test_nobody_was_given_a_hidden_test(done: Run) -> None:
    course, _, _ = done
    for path in (course.root.parent / "students").rglob("*"):
        if path.is_file():
            assert SECRET_NUMBER not in path.read_text(errors="replace"), path


@pytest.mark.parametrize("wrong", ["marks", "says", "response", "state", "remark", "late"])
def test_a_broken_promise_is_named(done: Run, wrong: str) -> None:
    course, results, students = done
    broken = [_broken(student, wrong) for student in students]
    told = list(differences(course, results, broken))
    changed = [new.name for new, old in zip(broken, students, strict=True) if new != old]
    assert changed
    assert {sentence.split(" ")[0].strip(",:") for sentence in told} == set(changed)


def test_a_page_with_another_total_is_named(done: Run) -> None:
    course, results, students = done
    student = next(each for each in students if each.state.has_marks)
    (page,) = fetched_pages(course, LESSON, student.name)
    original = page.read_text()
    try:
        page.write_text(original.replace('<p class="total"><strong>', '<p class="total"><strong>9'))
        (told,) = differences(course, results, students)
    finally:
        page.write_text(original)
    assert told.startswith(f"{student.name}: the feedback says “9")


def _broken(student: Student, wrong: str) -> Student:
    """Promise something else of those whom it concerns."""
    answer: Answer | None = student.answers.get("double")
    response: Response | None = student.responses.get("order")
    marked = student.state.has_marks
    counted = answer if marked and "double" not in student.spoilt else None

    def answered(**promise: object) -> dict[str, object]:
        return {"answers": {**student.answers, "double": replace(counted, **promise)}}

    promises = {
        "marks": answered(marks=7.0) if counted else {},
        "says": answered(says="no") if counted and counted.says else {},
        "response": {"responses": {"order": replace(response, marks=(1.0,))}}
        if response and marked
        else {},
        "state": {} if marked else {"state": State.CRASHED},
        "remark": {"remark": "something else"} if student.remark else {},
        "late": {"late": False} if student.late else {},
    }
    return replace(student, **promises[wrong])
