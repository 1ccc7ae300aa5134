"""Marks as files for a spreadsheet, Canvas or Moodle, one column an exercise."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nbgrader.plugins import ExportPlugin

from autograder.course_folder import CourseError, CourseFolder, open_course
from autograder.results import ClassResults, Exercise, StudentResult, read_graded_class

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

Row = list[str]
Column = Callable[[StudentResult], str]

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_rows(results: ClassResults) -> list[Row]:
    """Return one row for each student, whoever handed in or not."""
    columns = [*_mark_columns(results)]
    header = ["student_id", "last_name", "first_name", "email", "state"]
    rows = [[*header, *[name for name, _, _ in columns], "total", "points", "needs_review"]]
    return rows + [
        [
            *_texts(student.student, student.last_name, student.first_name, student.email),
            student.state.value if student.state else "",
            *[value(student) for _, _, value in columns],
            _number(student.total),
            _number(results.points),
            "yes" if student.needs_review else "no",
        ]
        for student in results.students
    ]


def canvas_rows(results: ClassResults) -> list[Row]:
    """Return what Canvas's gradebook imports.

    Five student columns, the last of them the section; then one column an exercise, whose maxima
    the row "Points Possible" gives. Canvas finds a student by its own id, else by SIS login id,
    for which the gradebook's student id is given; an unknown column becomes a new assignment.
    Source: ``lib/gradebook_importer.rb`` of Canvas.
    """
    columns = [*_mark_columns(results)]
    rows = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
        + [f"{results.lesson}: {name}" for name, _, _ in columns],
        ["Points Possible", "", "", "", "", *[_number(points) for _, points, _ in columns]],
    ]
    for student in results.students:
        name = ", ".join(part for part in (student.last_name, student.first_name) if part)
        who = _texts(name or student.student, student.lms_id, "", student.student, "")
        rows.append([*who, *[value(student) for _, _, value in columns]])
    return rows


def moodle_rows(results: ClassResults) -> list[Row]:
    """Return what Moodle's grade import takes.

    Moodle asks which column identifies a student and where each of the others goes; ID number
    and email address are there to choose from. Source: "Grade import" in the Moodle docs.
    """
    columns = [*_mark_columns(results)]
    rows = [
        ["First name", "Last name", "ID number", "Email address"]
        + [f"{results.lesson}: {name}" for name, _, _ in columns]
    ]
    for student in results.students:
        who = _texts(student.first_name, student.last_name, student.student, student.email)
        rows.append([*who, *[value(student) for _, _, value in columns]])
    return rows


FORMATS: dict[str, Callable[[ClassResults], list[Row]]] = {
    "csv": csv_rows,
    "canvas": canvas_rows,
    "moodle": moodle_rows,
}


def write_export(course: CourseFolder, lesson: str, to: str) -> Path:
    """Write the marks of an assignment into ``reports``.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.
    to : {"csv", "canvas", "moodle"}
        What the file is for.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    CourseError
        If there is no such format, or nobody's work is graded; nothing is written then.
    """
    if to not in FORMATS:
        raise CourseError(f"Marks cannot be exported to “{to}”: --to takes {_choices()}.")
    results = read_graded_class(course, lesson)
    path = course.reports / _file_name(lesson, to)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_csv(FORMATS[to](results)), encoding="utf-8")
    return path


def _file_name(lesson: str, to: str) -> str:
    return f"{lesson}.csv" if to == "csv" else f"{lesson}-{to}.csv"


def _choices() -> str:
    *most, last = FORMATS
    return f"{', '.join(most)} or {last}"


def as_csv(rows: Sequence[Row]) -> str:
    """Return rows in the form of a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _mark_columns(results: ClassResults) -> Iterator[tuple[str, float, Column]]:
    """Yield name, maximum and value of each column of marks; a penalty only if anybody has one."""
    for exercise in results.exercises:

        def value(student: StudentResult, exercise: Exercise = exercise) -> str:
            mark = student.marks.get(exercise)
            return "" if mark is None else _number(mark.score)

        yield exercise.name, exercise.points, value
    if any(student.penalty for student in results.students):
        yield "late penalty", 0.0, lambda student: _number(-student.penalty)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") if value else "0"


def _texts(*values: str) -> list[str]:
    return [f"'{value}" if value.startswith(_FORMULA) else value for value in values]


class _Exporter(ExportPlugin):  # type: ignore[misc]  # nbgrader ships no types
    """Runs under ``nbgrader export --exporter=...`` for one assignment."""

    format = ""

    def export(self, gradebook: "Gradebook") -> None:
        """Write the file that ``--to`` names, by default one beside the gradebook."""
        course = open_course(Path(self.parent.coursedir.root))
        lessons = list(self.assignment) or [each.name for each in gradebook.assignments]
        if len(lessons) != 1:
            raise CourseError(
                f"Name one assignment with --assignment: the gradebook has {', '.join(lessons)}."
            )
        results = read_graded_class(course, lessons[0])
        target = Path(self.to or _file_name(lessons[0], self.format))
        target.write_text(as_csv(FORMATS[self.format](results)), encoding="utf-8")
        self.log.info("Exported to %s", target)


class CsvExporter(_Exporter):
    """``nbgrader export --exporter=autograder.export.CsvExporter``."""

    format = "csv"


class CanvasExporter(_Exporter):
    """``nbgrader export --exporter=autograder.export.CanvasExporter``."""

    format = "canvas"


class MoodleExporter(_Exporter):
    """``nbgrader export --exporter=autograder.export.MoodleExporter``."""

    format = "moodle"
