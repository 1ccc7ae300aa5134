"""``python -m autograder.demo``: the whole loop on a simulated class."""

import sys
import time
import warnings
from pathlib import Path
from typing import Annotated

import typer

from autograder.bank import BankError, load_answers, load_responses
from autograder.course_folder import CourseError, CourseFolder, open_course
from autograder.demo import loop
from autograder.demo.students import NAMES, Student, draw_class
from autograder.demo.verdict import differences
from autograder.export import write_export
from autograder.feedback import students_with_news, write_feedback
from autograder.grade import grade_class, submissions_to_grade
from autograder.release import release_lesson
from autograder.report import write_report
from autograder.results import ClassResults, read_class
from autograder.screen import out, said, show_results, track
from autograder.workers import usable_cpus

REPOSITORY = Path(__file__).resolve().parents[2]


def run_lesson(course: CourseFolder, lesson: str, students: tuple[Student, ...]) -> ClassResults:
    """Take a class through one lesson, from release to feedback in the students' hands.

    Raises
    ------
    CourseError
        If any step fails, or somebody's feedback does not arrive.
    """
    release_lesson(course, lesson)
    loop.hand_out(course, lesson)
    for student in track(students, total=len(students), what="fetch and answer"):
        loop.fetch_and_answer(course, lesson, student)
    for student in [each for each in students if not each.late]:
        loop.hand_in(course, lesson, student.name)
    loop.close(course, lesson)
    for student in [each for each in students if each.late]:
        loop.hand_in(course, lesson, student.name)
    loop.collect(course, lesson)
    submitted = submissions_to_grade(course, lesson)
    graded = grade_class(course, lesson, submitted, workers=usable_cpus())
    list(track(graded, total=len(submitted), what="grade"))
    marked = loop.mark_by_hand(course, lesson, students)
    list(track(marked, total=len(students), what="mark the free responses"))
    names = students_with_news(course, lesson)
    list(track(write_feedback(course, lesson, names), total=len(names), what="feedback"))
    loop.return_feedback(course, lesson)
    without = [each.name for each in students if not loop.fetch_feedback(course, lesson, each.name)]
    if without:
        raise CourseError(f"feedback on {lesson} did not arrive at {', '.join(without)}")
    return read_class(course, lesson)


def main(
    lessons: Annotated[
        str, typer.Option(help="Names or unique endings, with commas between, or “all”.")
    ] = "all",
    seed: Annotated[int, typer.Option(help="Draws the class; the same seed, the same class.")] = 1,
    directory: Annotated[Path, typer.Option(help="Where to work; emptied first.")] = Path(
        "build/demo"
    ),
) -> None:
    """Simulate a class of 24 and check every mark."""
    # nbgrader's own queries warn of a subtlety of SQLAlchemy that does not concern anybody here.
    warnings.filterwarnings("ignore", module=r"nbgrader\.")
    begun = time.monotonic()
    try:
        wrong = _simulate(lessons, seed, directory.resolve())
    except (CourseError, BankError) as error:
        said.print(f"✗ {error}", style="red", soft_wrap=True, markup=False)
        raise typer.Exit(getattr(error, "exit_code", 1)) from None
    minutes, seconds = divmod(round(time.monotonic() - begun), 60)
    for sentence in wrong:
        said.print(f"✗ {sentence}", style="red", soft_wrap=True, markup=False)
    out.print(
        f"{'Every mark' if not wrong else 'Not every mark'} is as the answer bank promises. "
        f"{minutes} min {seconds} s."
    )
    raise typer.Exit(1 if wrong else 0)


def _simulate(lessons: str, seed: int, directory: Path) -> list[str]:
    here = open_course(REPOSITORY)
    endings = here.lessons() if lessons == "all" else lessons.split(",")
    named = [here.lesson(ending) for ending in endings]
    course = loop.make_course(
        directory, [here.path("source", lesson) for lesson in named], here.answers
    )
    wrong: list[str] = []
    for lesson in named:
        answers = load_answers(here.answers, lesson)
        if not answers:
            raise CourseError(f"There are no answers to {lesson} in {here.answers}: write some.")
        students = draw_class(answers, load_responses(here.answers, lesson), seed, NAMES)
        results = run_lesson(course, lesson, students)
        show_results(results, results.students, {each.name: each.story for each in students})
        wrong += differences(course, results, students)
        out.print(f"report    {write_report(course, lesson)}", soft_wrap=True)
        out.print(f"marks     {write_export(course, lesson, 'csv')}", soft_wrap=True)
        out.print(f"feedback  {course.path('feedback', lesson, '<student>')}", soft_wrap=True)
    out.print(f"gradebook {course.root / 'gradebook.db'}", soft_wrap=True)
    return wrong


if __name__ == "__main__":
    sys.argv[0] = "python -m autograder.demo"
    typer.run(main)
