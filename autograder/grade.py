"""Grade a class: each submission is taken in, repaired, marked and recorded."""

import functools
import glob
import hashlib
import shutil
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from autograder import box_of, engine, engine_of
from autograder.box.sandbox import why_unusable
from autograder.course_folder import CourseError, CourseFolder, UnusableError, open_course
from autograder.intake import UnreadableError, copy_submission, fingerprint
from autograder.lesson_tests import tests_fingerprint
from autograder.notebooks import pass_on, read_notebook
from autograder.record import (
    Entry,
    State,
    begin_submissions,
    read_assignment,
    withdraw_marks,
    write_submission,
)
from autograder.release_changes import require_recorded
from autograder.repair import repair
from autograder.workers import Lost, run_jobs

# Long enough for a lesson whose every cell runs into its own limit; a backstop, no setting.
SUBMISSION_BUDGET_S = 1800.0


@dataclass(frozen=True)
class Job:
    """What a worker needs to know.

    Parameters
    ----------
    root : Path
        The course.
    lesson, student : str
        The submission.
    scratch : Path
        A folder for what is made on the way.
    tests : str
        What the submission is graded by; see `autograder.lesson_tests.tests_fingerprint`.
    note : str
        What is to be said of the submission however it ends, else empty.
    """

    root: Path
    lesson: str
    student: str
    scratch: Path
    tests: str
    note: str = ""


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
        if done.get(student) != _fingerprint(course, lesson, student, tests)
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
        If the results cannot be written, or submissions cannot be boxed in; nothing is changed
        then.
    """
    apart = box and _is_apart(course, is_here=not scheduler)
    if scheduler and not apart:
        raise CourseError(
            "A cluster runs submissions in boxes alone: leave --scheduler out, or --no-box and "
            "c.Autograder.engine = 'stock'."
        )
    course.require_writable([course.path("autograded", lesson, student) for student in students])
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
            grade_submission, jobs, workers=workers, budget_s=SUBMISSION_BUDGET_S
        ):
            if isinstance(result, Lost):
                yield _record_lost(course, job, result)
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
        known = _stage(course, job, source, Path(target))
        if isinstance(known, str):
            return _record_failure(course, job, State.UNREADABLE, known)
        marked = engine.mark(course, job.lesson, job.student, submitted, staging / "runtime")
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return _record_marked(course, job, marked, known)


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


def _grade_apart(
    course: CourseFolder, jobs: Sequence[Job], workers: int, scheduler: str
) -> Iterator[Entry]:
    """Grade submissions with the engine that runs them in boxes; this process writes all."""
    from autograder.apart import Staged, mark_class

    by_student = {job.student: job for job in jobs}
    known: dict[str, list[Entry]] = {}
    unreadable: deque[Entry] = deque()

    def staged() -> Iterator[Staged]:
        for number, job in enumerate(jobs):
            folder = job.scratch / str(number)
            source = course.path("submitted", job.lesson, job.student)
            target = course.directory().format_path(str(folder), job.student, job.lesson)
            told = _stage(course, job, source, Path(target))
            if isinstance(told, str):
                unreadable.append(_record_failure(course, job, State.UNREADABLE, told))
            else:
                known[job.student] = told
                yield Staged(job.student, folder)
            shutil.rmtree(folder, ignore_errors=True)  # begun, so that it is not read again

    ended = mark_class(
        course,
        jobs[0].lesson,
        staged(),
        workers=workers,
        budget_s=SUBMISSION_BUDGET_S,
        scheduler=scheduler,
    )
    for student, marked in ended:
        while unreadable:
            yield unreadable.popleft()
        job = by_student[student]
        if isinstance(marked, Lost):
            yield _record_lost(course, job, marked)
        else:
            yield _record_marked(course, job, marked, known[student])
    yield from unreadable


def _record_marked(
    course: CourseFolder, job: Job, marked: engine.Marked, known: Sequence[Entry]
) -> Entry:
    if not marked.state.has_marks:
        return _record_failure(course, job, marked.state, marked.detail, known)
    stumbles = [
        Entry(job.student, job.lesson, it.state, it.notebook, it.cell, it.detail)
        for it in marked.stumbles
    ]
    return _record(course, job, Entry(job.student, job.lesson, State.GRADED), [*known, *stumbles])


def _stage(course: CourseFolder, job: Job, source: Path, target: Path) -> list[Entry] | str:
    """Write the repaired submission; return the repairs, or why it cannot be read."""
    if glob.escape(job.student) != job.student:
        return (
            "the id of its author holds one of * ? [, which nbgrader takes for a pattern: rename it"
        )
    released = sorted(course.require_release(job.lesson).glob("*.ipynb"))
    notebooks, left_out = copy_submission(source, target)
    entries = [
        Entry(job.student, job.lesson, State.REPAIRED, detail=str(each)) for each in left_out
    ]
    for path in released:
        submitted = notebooks.get(path.name)
        if submitted is None:
            continue
        if isinstance(submitted, UnreadableError):
            return f"{path.name} cannot be read: {submitted}"
        notebook, repairs = repair(submitted, _released(path, path.stat().st_mtime_ns))
        pass_on(notebook, target / path.name)
        entries += [
            Entry(job.student, job.lesson, State.REPAIRED, path.stem, each.cell, each.what)
            for each in repairs
        ]
    if not any(path.name in notebooks for path in released):
        return f"it holds no notebook named {' or '.join(path.name for path in released)}"
    return entries


@functools.lru_cache(maxsize=16)
def _released(path: Path, _changed: int) -> NotebookNode:
    """Return what students got; read again when the file has changed."""
    return read_notebook(path)


def _record(course: CourseFolder, job: Job, whole: Entry, parts: Sequence[Entry]) -> Entry:
    """Write the state of a submission last, so that an interrupted one is done again."""
    whole = Entry(
        whole.student,
        whole.assignment,
        whole.state,
        detail="; ".join(filter(None, [whole.detail or _summary(parts), job.note])),
        fingerprint=_fingerprint(course, job.lesson, job.student, job.tests),
    )
    with course.gradebook() as gradebook:
        write_submission(gradebook, [*_merged(parts), whole])
    return whole


def _record_lost(course: CourseFolder, job: Job, lost: Lost) -> Entry:
    if lost.out_of_time:
        return _record_failure(course, job, State.TIMED_OUT, lost.why)
    why = f"the grading process was lost ({lost.why}): run `autograder grade {job.lesson}` again"
    return _record_failure(course, job, State.FAILED, why)


def _record_failure(
    course: CourseFolder, job: Job, state: State, detail: str, parts: Sequence[Entry] = ()
) -> Entry:
    """Record why a submission has no new marks, and whether it keeps those that it had.

    A submission that cannot be graded is not worth its earlier marks; one that machine or course
    failed is.
    """
    if state.is_final:
        with course.gradebook() as gradebook:
            before = withdraw_marks(gradebook, job.lesson, job.student)
        if before:
            detail += f"; its earlier automatic marks, {before:g}, do not count any more"
    return _record(course, job, Entry(job.student, job.lesson, state, detail=detail), parts)


def _merged(parts: Sequence[Entry]) -> list[Entry]:
    """Join what happened to one cell; being cut off says more of it than being repaired."""
    together: dict[tuple[str, str], list[Entry]] = {}
    for part in parts:
        together.setdefault((part.notebook, part.cell), []).append(part)
    return [
        Entry(
            same[0].student,
            same[0].assignment,
            max((part.state for part in same), key=lambda state: state is not State.REPAIRED),
            notebook,
            cell,
            "; ".join(part.detail for part in same),
        )
        for (notebook, cell), same in together.items()
        if (notebook, cell) != ("", "")
    ]


def _summary(parts: Sequence[Entry]) -> str:
    cut_off = [part.cell for part in parts if part.state is State.TIMED_OUT]
    repairs = [
        f"{part.cell}: {part.detail}" if part.cell else part.detail
        for part in parts
        if part.state is State.REPAIRED
    ]
    others = [
        f"{part.cell}: {part.detail}"
        for part in parts
        if part.state not in {State.TIMED_OUT, State.REPAIRED}
    ]
    told = [f"ran too long: {', '.join(cut_off)}"] if cut_off else []
    return "; ".join([*told, *others, *repairs])


def _fingerprint(course: CourseFolder, lesson: str, student: str, tests: str) -> str:
    """Return a digest of a submission and of what it is graded by."""
    submission = fingerprint(course.path("submitted", lesson, student))
    return hashlib.sha256(f"{submission} {tests}".encode()).hexdigest()


def _done(course: CourseFolder, lesson: str) -> dict[str, str]:
    with course.gradebook() as gradebook:
        entries = read_assignment(gradebook, lesson)
    return {
        entry.student: entry.fingerprint
        for entry in entries
        if not entry.notebook and not entry.cell and entry.state.is_final
    }
