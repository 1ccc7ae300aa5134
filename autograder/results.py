"""The marks of a class as plain data, read once from the gradebook and the graded notebooks."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course_folder import CourseError, CourseFolder
from autograder.exercise_names import Heading, headings, slug
from autograder.notebooks import grade_id
from autograder.record import Entry, State, read_assignment
from course.marks_display import MIME

if TYPE_CHECKING:
    from nbgrader.api import Gradebook, Student, SubmittedAssignment

MARKS_MIME = MIME


@dataclass(frozen=True)
class Exercise:
    """Something that earns marks: a test cell, an answer marked by hand, or a task.

    Parameters
    ----------
    notebook, cell : str
        Where its marks are.
    points : float
        What it is worth.
    by_hand : bool
        A person marks it.
    heading : Heading or None
        What stands over it in the lesson.
    """

    notebook: str
    cell: str
    points: float
    by_hand: bool
    heading: Heading | None = None

    @property
    def slug(self) -> str:
        """Name for programs: the test cell of ``windup`` is called ``windup-test``."""
        return slug(self.cell)

    @property
    def name(self) -> str:
        """Name for people: what stands over it, else the slug."""
        return str(self.heading or self.slug)


@dataclass(frozen=True)
class Mark:
    """What a student earned for an exercise.

    Parameters
    ----------
    score : float
        Marks, a person's before the automatic ones.
    needs_review : bool
        A person still has to look at it.
    """

    score: float
    needs_review: bool


@dataclass(frozen=True)
class StudentResult:
    """One student's marks for an assignment.

    Parameters
    ----------
    student, name : str
        Id, and name as far as the gradebook knows it.
    state, detail : State or None, str
        What became of the submission; None if nothing was handed in.
    marks : dict
        By exercise, empty if nothing was marked.
    penalty : float
        Marks taken off for being late.
    late_s : float
        Seconds after the due date.
    """

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_id: str = ""
    state: State | None = None
    detail: str = ""
    marks: dict[Exercise, Mark] = field(default_factory=dict)
    penalty: float = 0.0
    late_s: float = 0.0

    @property
    def total(self) -> float:
        """All marks, less the penalty."""
        return max(0.0, sum(mark.score for mark in self.marks.values()) - self.penalty)

    @property
    def needs_review(self) -> bool:
        """Whether a person still has to look at any exercise."""
        return any(mark.needs_review for mark in self.marks.values())


@dataclass(frozen=True)
class ClassResults:
    """An assignment's results."""

    lesson: str
    exercises: tuple[Exercise, ...]
    students: tuple[StudentResult, ...]

    @property
    def points(self) -> float:
        """What can be earned."""
        return sum(exercise.points for exercise in self.exercises)


def read_class(course: CourseFolder, lesson: str) -> ClassResults:
    """Read the marks of everybody whom the gradebook knows.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.

    Raises
    ------
    CourseError
        If there is no gradebook, or it does not know the assignment.
    """
    course.require_gradebook(lesson)
    with course.gradebook() as gradebook:
        exercises = _as_released(course, lesson, _exercises(gradebook, lesson))
        whole = {
            entry.student: entry
            for entry in read_assignment(gradebook, lesson)
            if not entry.notebook and not entry.cell
        }
        by_key = {(exercise.notebook, exercise.cell): exercise for exercise in exercises}
        submissions = {each.student.id: each for each in gradebook.assignment_submissions(lesson)}
        students = tuple(
            _student(student, submissions.get(student.id), whole.get(student.id), by_key)
            for student in gradebook.students
        )
    by_name = sorted(students, key=lambda each: (each.last_name, each.first_name, each.student))
    return ClassResults(lesson, exercises, tuple(by_name))


def read_graded_class(course: CourseFolder, lesson: str) -> ClassResults:
    """Read the marks of a class as `read_class` does; `CourseError` if nobody's work is graded."""
    results = read_class(course, lesson)
    if not any(
        each.marks or each.state not in {None, State.UNFINISHED} for each in results.students
    ):
        raise nothing_graded(lesson)
    return results


def nothing_graded(lesson: str) -> CourseError:
    """Return the refusal to tell of marks that nobody has."""
    return CourseError(f"No submission of {lesson} is graded: run `autograder grade {lesson}`.")


def marks_bundles(course: CourseFolder, lesson: str, student: str) -> dict[str, dict[str, Any]]:
    """Return what the checks of each test cell said, by the cell's name.

    Only test cells are read: a bundle that a student's own cell shows is no result.
    """
    folder = course.path("autograded", lesson, student)
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: bundle
        for path in sorted(folder.glob("*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade")
        for bundle in bundles_of(cell)
    }


def bundles_of(cell: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the marks that a cell's outputs hold as data."""
    for output in cell.get("outputs", ()):
        bundle = output.get("data", {}).get(MARKS_MIME)
        if isinstance(bundle, dict) and isinstance(bundle.get("checks"), list):
            yield bundle


def _exercises(gradebook: "Gradebook", lesson: str) -> list[Exercise]:
    found = []
    for notebook in gradebook.find_assignment(lesson).notebooks:
        solutions = {cell.name for cell in notebook.solution_cells}
        found += [
            Exercise(notebook.name, cell.name, float(cell.max_score), cell.name in solutions)
            for cell in notebook.grade_cells
        ]
        found += [
            Exercise(notebook.name, cell.name, float(cell.max_score), by_hand=True)
            for cell in notebook.task_cells
        ]
    return found


def _as_released(
    course: CourseFolder, lesson: str, exercises: list[Exercise]
) -> tuple[Exercise, ...]:
    """Add order and headings of the released notebook: the gradebook keeps neither."""
    order: dict[tuple[str, str], int] = {}
    said: dict[tuple[str, str], Heading] = {}
    for path in sorted(Path(course.path("release", lesson)).glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        said |= {(path.stem, name): heading for name, heading in headings(cells).items()}
        for name in filter(None, map(grade_id, cells)):
            order[path.stem, name] = len(order)

    def place(exercise: Exercise) -> tuple[int, str, str]:
        key = (exercise.notebook, exercise.cell)
        return (order.get(key, len(order)), *key)

    return tuple(
        replace(exercise, heading=said.get((exercise.notebook, exercise.slug)))
        for exercise in sorted(exercises, key=place)
    )


def _student(
    student: "Student",
    submission: "SubmittedAssignment | None",
    entry: Entry | None,
    exercises: dict[tuple[str, str], Exercise],
) -> StudentResult:
    marks = {
        exercises[notebook.name, grade.name]: Mark(
            float(grade.score), bool(grade.needs_manual_grade)
        )
        for notebook in (submission.notebooks if submission else ())
        for grade in notebook.grades
    }
    return StudentResult(
        student=student.id,
        first_name=student.first_name or "",
        last_name=student.last_name or "",
        email=student.email or "",
        lms_id=student.lms_user_id or "",
        state=entry.state if entry else None,
        detail=entry.detail if entry else "",
        marks={exercise: marks[exercise] for exercise in exercises.values() if exercise in marks},
        penalty=float(submission.late_submission_penalty or 0.0) if submission else 0.0,
        late_s=_late_s(submission),
    )


def _late_s(submission: "SubmittedAssignment | None") -> float:
    # nbgrader adds an extension to a due date, which there need not be.
    if submission is None or submission.assignment.duedate is None:
        return 0.0
    return float(submission.total_seconds_late)
