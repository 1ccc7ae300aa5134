"""Whether everybody got what the answer bank promises."""

from collections.abc import Iterable, Iterator

from autograder.course_folder import CourseFolder
from autograder.demo.students import Student
from autograder.results import ClassResults, marks_bundles


def differences(
    course: CourseFolder, results: ClassResults, students: Iterable[Student]
) -> Iterator[str]:
    """Yield a sentence for each mark, state or explanation that is not as promised."""
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
