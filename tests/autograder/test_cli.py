"""The commands keep their contract: what they are called, what they say, how they exit."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from autograder.cli import app
from autograder.course_folder import CourseFolder
from tests.autograder.toy_course import LESSON, hand_in

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")

COMMANDS = ["release", "grade", "feedback", "report", "export", "doctor"]


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder."""

    def run(folder: Path, *arguments: str) -> Result:
        monkeypatch.chdir(folder)
        return CliRunner().invoke(app, arguments)

    return run


def sentences(result: Result) -> str:
    return " ".join(result.output.split())


def test_help_lists_the_commands_and_explains_each(run: Run, tmp_path: Path) -> None:
    for arguments in (["--help"], *([command, "--help"] for command in COMMANDS)):
        result = run(tmp_path, *arguments)
        assert result.exit_code == 0
        assert "Usage" in result.output
    assert set(COMMANDS) <= set(re.findall(r"\w+", run(tmp_path, "--help").output))


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("grade", {"--student", "--workers", "--force", "--no-box", "--scheduler"}),
        ("export", {"--to"}),
        ("release", set()),
        ("feedback", set()),
        ("report", set()),
    ],
)
def test_options_are_those_of_the_contract(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, options: set[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    found = set(re.findall(r"--[a-z-]+", run(tmp_path, command, "--help").output))
    assert options <= found
    assert found - options <= {"--help"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["release", "doubling"],
        ["grade", "doubling"],
        ["feedback", "doubling"],
        ["report", "doubling"],
        ["export", "doubling", "--to", "csv"],
    ],
)
def test_outside_a_course_one_sentence_says_what_to_do(
    run: Run, tmp_path: Path, arguments: list[str]
) -> None:
    result = run(tmp_path, *arguments)
    assert result.exit_code == 2
    assert "There is no nbgrader_config.py" in sentences(result)
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["grade", "nothing"], "ends in “nothing”: the course has 1-doubling"),
        (["grade", "doubling"], "There is no released notebook"),
        (["feedback", "doubling"], "There is no gradebook"),
        (["report", "doubling"], "There is no gradebook"),
        (["export", "doubling", "--to", "canvas"], "There is no gradebook"),
        (
            ["export", "doubling", "--to", "xml"],
            "'xml' is not one of 'csv', 'canvas', │ │ 'moodle'",
        ),
        (["export", "doubling"], "--to"),
        (["grade", "doubling", "--workers", "0"], "--workers"),
        (["release"], "LESSON"),
        (["mark", "doubling"], "No such command"),
    ],
)
def test_a_users_mistake_is_a_sentence_and_exit_code_2(
    run: Run, course: CourseFolder, arguments: list[str], told: str
) -> None:
    result = run(course.root, *arguments)
    assert result.exit_code == 2
    assert told in sentences(result)
    assert "Traceback" not in result.output


def test_a_leak_is_a_finding_with_exit_code_1(run: Run, course: CourseFolder) -> None:
    (course.path("source", LESSON) / "notes.txt").write_text("x + x if x else 0.0 * x, so:\n")
    (course.path("source", LESSON) / "more.txt").write_text("return x + x if x else 0.0 * x")
    result = run(course.root, "release", "doubling")
    assert result.exit_code == 1
    assert "more.txt shows the solution of double" in sentences(result)
    assert "notes.txt" not in result.output


def test_the_way_of_a_submission_by_commands(run: Run, course: CourseFolder) -> None:
    assert "1-doubling: released, 1 files" in sentences(run(course.root, "release", "doubling"))
    assert "1-doubling: unchanged" in sentences(run(course.root, "release", "doubling"))
    hand_in(course, "ada")
    hand_in(course, "bao", raw=b"[]")
    graded = run(course.root, "grade", "doubling", "--workers", "2")
    assert graded.exit_code == 0
    for told in ("ada", "bao", "unreadable", "1 double /10", "2/2"):
        assert told in sentences(graded)
    again = run(course.root, "grade", "doubling", "--student", "ada")
    assert "everything handed in has been graded" in sentences(again)
    fed = run(course.root, "feedback", "doubling")
    assert (fed.exit_code, "2 pages" in sentences(fed)) == (0, True)
    for arguments in (["report", "doubling"], ["export", "doubling", "--to", "moodle"]):
        done = run(course.root, *arguments)
        assert done.exit_code == 0
        assert Path(re.findall(r": (/.*)", done.output)[0]).is_file()


@pytest.mark.parametrize(
    "arguments", [["report", "doubling"], ["export", "doubling", "--to", "csv"]]
)
def test_a_class_without_marks_has_no_report(
    run: Run, released: CourseFolder, arguments: list[str]
) -> None:
    hand_in(released, "ada")
    result = run(released.root, *arguments)
    assert result.exit_code == 2
    assert "No submission of 1-doubling is graded: run `autograder grade" in sentences(result)
    assert not (released.root / "reports").exists()


def _no_database(course: CourseFolder) -> None:
    (course.root / "gradebook.db").write_text("This is no database. " * 50)


def _locked(course: CourseFolder) -> None:
    database = course.root / "gradebook.db"
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(f"c.CourseDirectory.db_url = 'sqlite:///{database}?timeout=0.1'\n")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(_no_database, "file is not a database"), (_locked, "database is locked")],
)
@pytest.mark.parametrize("command", ["grade", "feedback", "report"])
def test_a_gradebook_that_cannot_be_used_is_one_sentence(
    run: Run,
    released: CourseFolder,
    spoil: Callable[[CourseFolder], None],
    told: str,
    command: str,
) -> None:
    hand_in(released, "ada")
    with closing(sqlite3.connect(released.root / "gradebook.db")) as other:
        other.execute("BEGIN EXCLUSIVE" if spoil is _locked else "SELECT 1")
        spoil(released)
        result = run(released.root, command, "doubling")
    assert (result.exit_code, result.exception.__class__) == (1, SystemExit)
    assert re.search(
        rf"The gradebook /\S*gradebook\.db cannot be used \({told}\)", sentences(result)
    )


def test_a_folder_that_cannot_be_written_is_one_sentence(
    run: Run, graded_copy: CourseFolder
) -> None:
    (graded_copy.root / "reports").write_text("no folder")
    result = run(graded_copy.root, "report", "doubling")
    assert (result.exit_code, result.exception.__class__) == (1, SystemExit)
    assert f"{graded_copy.root}/reports: File exists. See that" in sentences(result)


def test_the_version_is_told_with_nbgraders(run: Run, tmp_path: Path) -> None:
    told = sentences(run(tmp_path, "--version"))
    assert re.fullmatch(r"autograder \d+\.\d+\S* with nbgrader 0\.9\S*", told)


def test_the_installed_command_starts(tmp_path: Path) -> None:
    program = Path(sys.executable).parent / "autograder"
    done = subprocess.run(
        [program, "--help"], cwd=tmp_path, env=os.environ, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"doctor" in done.stdout
