"""Each file has what the program that reads it asks for."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course_folder import CourseFolder
from autograder.export import as_csv, canvas_rows, csv_rows, moodle_rows, write_export
from autograder.record import State
from autograder.results import ClassResults, Exercise, Mark, StudentResult
from tests.autograder.toy_course import LESSON

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")

ONE = Exercise("n", "windup-test", 10.0, by_hand=False)
TWO = Exercise("n", "essay", 5.0, by_hand=True)
ADA = StudentResult(
    "al1", "Ada", "Löv, de", "ada@example.org", "4711", State.GRADED, "",
    {ONE: Mark(7.5, needs_review=False), TWO: Mark(0.0, needs_review=True)}, penalty=1.25,
)  # fmt: skip
ABSENT = StudentResult("=cmd()", last_name="+Plus")
CLASS = ClassResults("4-ketamine", (ONE, TWO), (ADA, ABSENT))


def read(rows: list[list[str]]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(rows))))


def test_a_spreadsheet_gets_a_row_for_everybody() -> None:
    ada, absent = read(csv_rows(CLASS))
    assert ada == {
        "student_id": "al1", "last_name": "Löv, de", "first_name": "Ada",
        "email": "ada@example.org", "state": "graded", "windup": "7.5", "essay": "0",
        "late penalty": "-1.25", "total": "6.25", "points": "15", "needs_review": "yes",
    }  # fmt: skip
    assert (absent["windup"], absent["total"], absent["needs_review"]) == ("", "0", "no")


def test_no_name_becomes_a_formula() -> None:
    absent = read(csv_rows(CLASS))[1]
    assert (absent["student_id"], absent["last_name"]) == ("'=cmd()", "'+Plus")


def test_canvas_finds_students_assignments_and_maxima() -> None:
    header, possible, ada, _ = canvas_rows(CLASS)
    assert header[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert header[5:] == ["4-ketamine: windup", "4-ketamine: essay", "4-ketamine: late penalty"]
    assert possible[0] == "Points Possible"
    assert possible[5:] == ["10", "5", "0"]
    assert ada == ["Löv, de, Ada", "4711", "", "al1", "", "7.5", "0", "-1.25"]


def test_moodle_can_map_students_by_number_or_address() -> None:
    header, ada, _ = moodle_rows(CLASS)
    assert header[:4] == ["First name", "Last name", "ID number", "Email address"]
    assert ada[:5] == ["Ada", "Löv, de", "al1", "ada@example.org", "7.5"]


def test_a_column_for_penalties_is_there_only_if_somebody_has_one() -> None:
    assert "late penalty" not in csv_rows(ClassResults("l", (ONE,), (ABSENT,)))[0]


@pytest.mark.parametrize("to", ["csv", "canvas", "moodle"])
def test_a_graded_class_is_written(graded_copy: CourseFolder, to: str) -> None:
    path = write_export(graded_copy, LESSON, to)
    name = {"csv": f"{LESSON}.csv"}.get(to, f"{LESSON}-{to}.csv")
    assert path == graded_copy.root / "reports" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 13 + (to == "canvas")


@pytest.mark.parametrize("name", ["Csv", "Canvas", "Moodle"])
def test_nbgraders_own_export_command_can_use_the_formats(
    graded_copy: CourseFolder, name: str
) -> None:
    nbgrader = Path(sys.executable).parent / "nbgrader"
    exporter = f"--exporter=autograder.export.{name}Exporter"
    subprocess.run(
        [nbgrader, "export", exporter, "--to", "marks.csv"],
        cwd=graded_copy.root,
        env=os.environ,
        capture_output=True,
        check=True,
    )
    ours = write_export(graded_copy, LESSON, name.lower()).read_text()
    assert (graded_copy.root / "marks.csv").read_text() == ours
