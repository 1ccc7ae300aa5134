"""Whether everybody got what the answer bank promises."""

import re
from collections.abc import Iterable, Iterator

from autograder.course_folder import CourseFolder
from autograder.demo.loop import fetched_pages
from autograder.demo.students import Student
from autograder.pages import points
from autograder.results import ClassResults, marks_bundles

_TOTAL = re.compile(r'<p class="total">(.*?)</p>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def differences(
    course: CourseFolder, results: ClassResults, students: Iterable[Student]
) -> Iterator[str]:
    """Yield a sentence for each mark, state, explanation or page that is not as promised."""
    found = {result.student: result for result in results.students}
    for student in students:
        result = found[student.name]
        if result.state is not student.state:
            yield f"{student.name} ({student.story}): {result.state}, expected {student.state}"
        if student.remark not in result.detail:
            yield f"{student.name}: said “{result.detail}”, expected “... {student.remark} ...”"
        if student.late != (result.late_s > 0):
            yield f"{student.name}: {result.late_s:g} s late, expected {student.late}"
        expected = student.expected()
        for exercise in results.exercises:
            mark = result.marks.get(exercise)
            score = mark.score if mark else 0.0
            if abs(score - expected.get(exercise.slug, 0.0)) > 1e-9:
                yield (
                    f"{student.name}, {exercise.name} ({_answer(student, exercise.slug)}): "
                    f"{score:g}, expected {expected.get(exercise.slug, 0.0):g}"
                )
        yield from _unexplained(course, results.lesson, student)
        yield from _wrong_page(course, results, student)


def _wrong_page(course: CourseFolder, results: ClassResults, student: Student) -> Iterator[str]:
    """Yield what the page that came back says of the total, where it should say another."""
    expected = "Your submission could not be graded"
    if student.state.has_marks:
        total = sum(student.expected().values())
        expected = f"{points(total)} of {points(results.points)} points"
    for page in fetched_pages(course, results.lesson, student.name):
        match = _TOTAL.search(page.read_text(encoding="utf-8"))
        said = _TAG.sub("", match[1]) if match else "nothing of a total"
        if not said.startswith(expected):
            yield f"{student.name}: the feedback says “{said}”, expected “{expected}”"


def _unexplained(course: CourseFolder, lesson: str, student: Student) -> Iterator[str]:
    """Yield each mistake that was not named in its own words."""
    bundles = marks_bundles(course, lesson, student.name)
    for exercise, answer in student.answers.items():
        if not answer.says or exercise in student.spoilt or not student.state.has_marks:
            continue
        said = (bundles.get(f"{exercise}-test", {}).get("mistake") or {}).get("say", "")
        if answer.says not in said:
            yield f"{student.name}, {exercise}: said “{said}”, expected “... {answer.says} ...”"


def _answer(student: Student, exercise: str) -> str:
    if exercise in student.spoilt:
        return student.story
    known = student.answers.get(exercise) or student.responses.get(exercise)
    return known.name if known else "nothing"
