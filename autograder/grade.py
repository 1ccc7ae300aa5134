"""Grade a class: each submission is taken in, repaired, marked and recorded."""

import datetime as dt
import shutil
import sqlite3
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder import box_of, engine, engine_of
from autograder.box.sandbox import why_unusable
from autograder.course_folder import CourseError, CourseFolder, UnusableError, open_course
from autograder.gradebook_file import copy_before_run, write_ahead
from autograder.languages import require_python
from autograder.lesson_tests import tests_fingerprint
from autograder.outcomes import record_failure, record_lost, record_marked
from autograder.record import Entry, State, begin_submissions, read_assignment
from autograder.release_changes import require_recorded
from autograder.submission import Job, graded_by, stage
from autograder.workers import Lost, run_jobs

# Long enough for a lesson whose every cell runs into its own limit; a backstop, no setting.
_BUDGET_S = 1800.0


def submissions_to_grade(
    course: CourseFolder, lesson: str, students: Sequence[str] = (), *, force: bool = False
) -> tuple[str, ...]:
    """Return whose submissions have to be graded, and check that they can be.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.
    students : sequence of str
        Only these; everybody who submitted if empty.
    force : bool
        Grade those again whose submission and tests have not changed since it was graded.

    Raises
    ------
    CourseError
        If something is missing; the sentence says what to run.
    """
    course.require_release(lesson)
    course.require_gradebook(lesson)
    require_recorded(course, lesson)
    submitted = course.submitters(lesson)
    if not submitted:
        raise CourseError(
            f"Nobody has handed in {lesson}: run `nbgrader collect {lesson}`, or put the "
            f"submissions into {course.path('submitted', lesson, '<student>')}."
        )
    missing = sorted(set(students) - set(submitted))
    if missing:
        raise CourseError(f"There is no submission of {lesson} by {', '.join(missing)}.")
    chosen = tuple(student for student in submitted if not students or student in students)
    if force:
        return chosen
    done, tests = _done(course, lesson), tests_fingerprint(course, lesson)
    return tuple(
        student
        for student in chosen
        if done.get(student) != graded_by(course, lesson, student, tests)
    )


def grade_class(
    course: CourseFolder,
    lesson: str,
    students: Sequence[str],
    *,
    workers: int = 1,
    box: bool = True,
    scheduler: str = "",
) -> Iterator[Entry]:
    """Grade submissions and yield what became of each, as they end.

    Parameters
    ----------
    course : CourseFolder
        The course.
    lesson : str
        Full name of the assignment.
    students : sequence of str
        Whose; see `submissions_to_grade`.
    workers : int
        How many at a time.
    box : bool
        Whether to keep to the course's engine; else submissions run as this very user, and each
        is said to have.
    scheduler : str
        Address of a Dask cluster that runs them in place of this machine.

    Raises
    ------
    CourseError
        If the results cannot be written, or submissions cannot be boxed in, or are in another
        language than Python; nothing is changed then.
    """
    apart = box and _is_apart(course, is_here=not scheduler)
    if scheduler and not apart:
        raise CourseError(
            "A cluster runs submissions in boxes alone: leave --scheduler out, or --no-box and "
            "c.Autograder.engine = 'stock'."
        )
    if apart:
        require_python(course, lesson)
    course.require_writable([course.path("autograded", lesson, student) for student in students])
    _secure_gradebook(course)
    with course.gradebook() as gradebook:
        # Until it is graded to its end, whatever the gradebook holds is not to be trusted.
        begin_submissions(gradebook, lesson, students)
    # Removed from the outside, so that a worker that is ended leaves nothing behind.
    with tempfile.TemporaryDirectory(prefix="autograder-", ignore_cleanup_errors=True) as scratch:
        tests = tests_fingerprint(course, lesson)
        note = "" if box else "it ran without a box (--no-box)"
        jobs = [
            Job(course.root, lesson, student, Path(scratch), tests, note) for student in students
        ]
        if apart:
            yield from _grade_apart(course, jobs, workers, scheduler)
            return
        for job, result in run_jobs(
            grade_submission, jobs, workers=workers, budget_s=_budget_s(course, lesson)
        ):
            if isinstance(result, Lost):
                yield record_lost(course, job, result)
            else:
                yield result


def grade_submission(job: Job) -> Entry:
    """Grade one submission, in the process of a worker, and record how it ended.

    Returns
    -------
    Entry
        The state of the submission as a whole; the gradebook has those of its cells too.
    """
    course = open_course(job.root)
    source = course.path("submitted", job.lesson, job.student)
    staging = Path(tempfile.mkdtemp(dir=job.scratch))
    try:
        submitted = staging / "submitted"
        target = course.directory().format_path(str(submitted), job.student, job.lesson)
        known = stage(course, job, source, Path(target))
        if isinstance(known, str):
            return record_failure(course, job, State.UNREADABLE, known)
        marked = engine.mark(course, job.lesson, job.student, submitted, staging / "runtime")
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return record_marked(course, job, marked, known)


def _secure_gradebook(course: CourseFolder) -> None:
    """Copy the gradebook as it is before the run, and have it written to as is best here."""
    url = str(course.directory().db_url)
    try:
        copy_before_run(url, dt.datetime.now(dt.UTC))
        write_ahead(url)
    except (OSError, sqlite3.Error) as error:
        raise UnusableError(
            f"The gradebook cannot be copied into backups/ beside it before the run ({error}): "
            "close what else uses it, see that there is room on its disk and that it is sound, "
            "and run the same command again."
        ) from error


def _is_apart(course: CourseFolder, *, is_here: bool) -> bool:
    """Tell whether the course has submissions boxed in, and see that this machine can do it."""
    try:
        wanted, kind = engine_of(course.config) == "apart", box_of(course.config)
    except ValueError as error:
        raise CourseError(f"{error}: mend nbgrader_config.py.") from None
    if wanted and is_here and (why := why_unusable(kind)):
        raise UnusableError(
            f"Submissions cannot be boxed in here, {why}: mend that, or add --no-box to run them "
            "as your own user, with your files and the hidden tests in their reach."
        )
    return wanted


def _budget_s(course: CourseFolder, lesson: str) -> float:
    """Return when a submission is given up, in seconds: after twice what its notebooks may take."""
    each = float(course.config.ExecuteApart.get("submission_timeout", 0.0))
    notebooks = len(list(course.path("source", lesson).glob("*.ipynb")))
    return max(_BUDGET_S, 2.0 * each * notebooks)


def _grade_apart(
    course: CourseFolder, jobs: Sequence[Job], workers: int, scheduler: str
) -> Iterator[Entry]:
    """Grade submissions with the engine that runs them in boxes; this process writes all."""
    from autograder.apart import Staged, mark_class

    if not jobs:
        return
    by_student = {job.student: job for job in jobs}
    known: dict[str, list[Entry]] = {}
    unreadable: deque[Entry] = deque()

    def staged() -> Iterator[Staged]:
        for number, job in enumerate(jobs):
            folder = job.scratch / str(number)
            source = course.path("submitted", job.lesson, job.student)
            target = course.directory().format_path(str(folder), job.student, job.lesson)
            told = stage(course, job, source, Path(target))
            if isinstance(told, str):
                unreadable.append(record_failure(course, job, State.UNREADABLE, told))
            else:
                known[job.student] = told
                yield Staged(job.student, folder)
            shutil.rmtree(folder, ignore_errors=True)  # begun, so that it is not read again

    ended = mark_class(
        course,
        jobs[0].lesson,
        staged(),
        workers=min(workers, len(jobs)),
        budget_s=_budget_s(course, jobs[0].lesson),
        scheduler=scheduler,
    )
    for student, marked in ended:
        while unreadable:
            yield unreadable.popleft()
        job = by_student[student]
        if isinstance(marked, Lost):
            yield record_lost(course, job, marked)
        else:
            yield record_marked(course, job, marked, known[student])
    yield from unreadable


def _done(course: CourseFolder, lesson: str) -> dict[str, str]:
    with course.gradebook() as gradebook:
        entries = read_assignment(gradebook, lesson)
    return {
        entry.student: entry.fingerprint
        for entry in entries
        if not entry.notebook and not entry.cell and entry.state.is_final
    }
