"""The command line: ``autograder release``, ``audit``, ``grade`` and what comes after them."""

import sys
import warnings
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, ParamSpec

import typer
from rich.markup import escape

if TYPE_CHECKING:
    from autograder.course_folder import CourseFolder

app = typer.Typer(
    name="autograder",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Release, grade and report the assignments of an nbgrader course. Run it in the folder "
    "that holds nbgrader_config.py. A lesson is named by any unique ending: `autograder grade "
    "transmitters`. Exit codes: 0 fine, 1 something was found or failed, 2 wrong usage.",
)


def _say_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"autograder {version('cleft')} with nbgrader {version('nbgrader')}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which this is."),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


Lesson = Annotated[str, typer.Argument(metavar="LESSON", help="Name, or any unique ending of it.")]
Parameters = ParamSpec("Parameters")


def _says_errors(command: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """Turn what the user can mend into one sentence and an exit code."""

    @wraps(command)
    def wrapped(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        from autograder.course_folder import CourseError
        from autograder.screen import said

        try:
            command(*args, **kwargs)
        except CourseError as error:
            said.print(f"[red]✗[/] {escape(str(error))}", soft_wrap=True)
            raise typer.Exit(error.exit_code) from None
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            said.print(
                f"[red]✗[/] {escape(place)}{escape(error.strerror or str(error))}. "
                "See that there is room and that you may write there, and run the command again.",
                soft_wrap=True,
            )
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            said.print("Interrupted: run the same command again to go on.")
            raise typer.Exit(1) from None

    return wrapped


def _named(lesson: str) -> "tuple[CourseFolder, str]":
    """Return the course of this folder, and the full name of the lesson that is meant."""
    from autograder.course_folder import open_course

    course = open_course(Path.cwd())
    return course, course.lesson(lesson)


@app.command()
@_says_errors
def release(
    lessons: Annotated[
        list[str], typer.Argument(metavar="LESSON...", help="Names, or unique endings of them.")
    ],
) -> None:
    """Make the students' version, and put it into release/ only if nothing in it leaks.

    Solutions, hidden tests and mark schemes are cut out by nbgrader; then everything is searched
    for any line of them or of the answer bank.
    """
    from autograder.course_folder import open_course
    from autograder.release import release_lesson
    from autograder.screen import out

    course = open_course(Path.cwd())
    for lesson in [course.lesson(ending) for ending in lessons]:
        released = release_lesson(course, lesson)
        news = "released" if released.changed else "unchanged"
        out.print(f"{lesson}: {news}, {released.files} files in {released.folder}", soft_wrap=True)


@app.command()
@_says_errors
def audit(
    lessons: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LESSON]...", help="Names, or unique endings; all if left out."),
    ] = None,
    mutants: Annotated[
        str,
        typer.Option(metavar="all|N", help="How many mutants of each lesson's references to try."),
    ] = "all",
    seed: Annotated[int, typer.Option(help="Chooses the mutants if not all are tried.")] = 1,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes at a time; one a processor if left out.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write it all as JSON, too.")
    ] = None,
) -> None:
    """Say everything that an instructor must know of a lesson before it is released.

    References earn full marks and releases none, answers of the bank exactly theirs, small faults
    of the references are noticed; and text, points, names and the release itself are in order.
    What a course asks for beyond that stands in its nbgrader_config.py: c.Autograder.audit.

    It ends with 1 if there is a finding, with 2 for wrong usage, else with 0.
    """
    import json

    from autograder.audit.audit import audit as audit_lessons
    from autograder.audit.findings import counted
    from autograder.audit.show import as_data, show
    from autograder.audit.work import Options
    from autograder.course_folder import CourseError, open_course
    from autograder.screen import out, track
    from autograder.workers import usable_cpus

    if mutants != "all" and not (mutants.isdecimal() and int(mutants) > 0):
        raise CourseError(f"--mutants must be “all” or a whole number above 0, not “{mutants}”.")
    course = open_course(Path.cwd())
    names = [course.lesson(ending) for ending in lessons] if lessons else course.lessons()
    number = None if mutants == "all" else int(mutants)
    options = Options(number, seed, workers or usable_cpus())
    audited = []
    for each in audit_lessons(
        course,
        names,
        options,
        lambda items, total, what: track(items, total=total, what=what),
    ):
        show(each, out)
        audited.append(each)
    if json_file is not None:
        json_file.write_text(
            json.dumps(as_data(audited, course, options), indent=2) + "\n", encoding="utf-8"
        )
    findings = sum(len(each.findings) for each in audited)
    if findings:
        them = "it" if findings == 1 else "them"
        out.print(f"\n{counted(findings, 'finding')}: mend {them} before you release.")
        raise typer.Exit(1)
    out.print("\nNothing to mend.")


@app.command()
@_says_errors
def grade(  # noqa: PLR0917 - options are keywords on the command line
    lesson: Lesson,
    student: Annotated[
        list[str] | None,
        typer.Option("--student", metavar="ID", help="Only this student; may be repeated."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Submissions at a time; one a processor if left out.")
    ] = None,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDR", help="A Dask cluster that runs submissions instead.")
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Grade again what has not changed since.")
    ] = False,
    no_box: Annotated[
        bool,
        typer.Option("--no-box", help="Run submissions as your own user, and say so of each."),
    ] = False,
) -> None:
    """Grade what was handed in; an unreadable or endless submission stops nobody else's.

    An interrupted run is continued by running it again.
    """
    from autograder.head_start import workers_ahead
    from autograder.loading import loading
    from autograder.workers import usable_cpus

    at_a_time = workers or usable_cpus()
    ahead = 0 if no_box or scheduler else min(at_a_time, len(student or ()) or at_a_time)
    with workers_ahead(Path.cwd(), lesson, ahead):
        with loading():
            from autograder.grade import grade_class, submissions_to_grade
            from autograder.record import State
            from autograder.results import read_class
            from autograder.screen import out, show_results, track
            from autograder.sole_grader import sole_grader

        course, name = _named(lesson)
        with sole_grader(course):
            students = submissions_to_grade(course, name, student or (), force=force)
            if not students:
                out.print(f"{name}: everything handed in has been graded; --force does it again.")
                return
            ended = grade_class(
                course, name, students, workers=at_a_time, box=not no_box, scheduler=scheduler
            )
            entries = list(track(ended, total=len(students), what=f"grading {name}"))
        results = read_class(course, name)
        show_results(results, (row for row in results.students if row.student in students))
        if any(entry.state is State.FAILED for entry in entries):
            raise typer.Exit(1)


@app.command()
@_says_errors
def feedback(lesson: Lesson) -> None:
    """Write a page for each graded student, without hidden tests or mark schemes.

    `nbgrader release_feedback` then hands the pages out.
    """
    from autograder.feedback import students_with_news, write_feedback
    from autograder.screen import out, track

    course, name = _named(lesson)
    students = students_with_news(course, name)
    pages = write_feedback(course, name, students)
    count = len(list(track(pages, total=len(students), what=f"feedback {name}")))
    folder = course.path("feedback", name, "<student>")
    out.print(f"{name}: {count} pages in {folder}", soft_wrap=True)


@app.command()
@_says_errors
def report(lesson: Lesson) -> None:
    """Write one page for the instructor: marks, distributions, checks that fail most."""
    from autograder.report import write_report
    from autograder.screen import out

    out.print(f"report: {write_report(*_named(lesson))}", soft_wrap=True)


@app.command()
@_says_errors
def export(
    lesson: Lesson,
    to: Annotated[
        Literal["csv", "canvas", "moodle"], typer.Option("--to", help="What the file is for.")
    ],
) -> None:
    """Write the marks of each exercise into a file for a spreadsheet, Canvas or Moodle."""
    from autograder.export import write_export
    from autograder.screen import out

    out.print(f"marks: {write_export(*_named(lesson), to)}", soft_wrap=True)


@app.command()
def doctor() -> None:
    """Say what on this machine is missing or unsafe for grading, and how to mend it."""
    from autograder.doctor import examine
    from course.doctor import show

    raise typer.Exit(show(examine(Path.cwd())))


def main() -> None:
    """Run the command line."""
    # jsonschema, which all notebooks are checked by, would compile a grammar of web addresses, and
    # load what reads dates, at each start: seconds, for checks that no command makes. It does
    # without if need be.
    for name in ("rfc3987_syntax", "rfc3986_validator", "isoduration"):
        sys.modules[name] = None  # type: ignore[assignment]  # says: there is none
    # nbgrader's own queries warn of a subtlety of SQLAlchemy that does not concern anybody here.
    warnings.filterwarnings("ignore", module=r"nbgrader\.")
    app()
