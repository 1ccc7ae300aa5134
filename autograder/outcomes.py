"""Record how a submission ended: with marks, without, or not at all."""

from collections.abc import Sequence

from autograder import engine
from autograder.course_folder import CourseFolder
from autograder.record import Entry, State, withdraw_marks, write_submission
from autograder.submission import Job, graded_by
from autograder.workers import Lost


def record_marked(
    course: CourseFolder, job: Job, marked: engine.Marked, known: Sequence[Entry]
) -> Entry:
    """Record a submission that was run, with what was known of it beforehand."""
    if not marked.state.has_marks:
        return record_failure(course, job, marked.state, marked.detail, known)
    stumbles = [
        Entry(job.student, job.lesson, it.state, it.notebook, it.cell, it.detail)
        for it in marked.stumbles
    ]
    return _record(course, job, Entry(job.student, job.lesson, State.GRADED), [*known, *stumbles])


def record_lost(course: CourseFolder, job: Job, lost: Lost) -> Entry:
    """Record that a worker came back with nothing."""
    if lost.out_of_time:
        return record_failure(course, job, State.TIMED_OUT, lost.why)
    why = f"the grading process was lost ({lost.why}): run `autograder grade {job.lesson}` again"
    return record_failure(course, job, State.FAILED, why)


def record_failure(
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


def _record(course: CourseFolder, job: Job, whole: Entry, parts: Sequence[Entry]) -> Entry:
    """Write the state of a submission last, so that an interrupted one is done again."""
    whole = Entry(
        whole.student,
        whole.assignment,
        whole.state,
        detail="; ".join(filter(None, [whole.detail or _summary(parts), job.note])),
        fingerprint=graded_by(course, job.lesson, job.student, job.tests),
    )
    with course.gradebook() as gradebook:
        write_submission(gradebook, [*_merged(parts), whole])
    return whole


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
    repairs = [part for part in parts if part.state is State.REPAIRED]
    others = [part for part in parts if part.state not in {State.TIMED_OUT, State.REPAIRED}]
    told = [f"ran too long: {', '.join(cut_off)}"] if cut_off else []
    return "; ".join([*told, *_told(others), *_told(repairs)])


def _told(parts: Sequence[Entry]) -> list[str]:
    """Say each thing once, with all the cells that it was found in."""
    cells: dict[str, list[str]] = {}
    for part in parts:
        cells.setdefault(part.detail, []).append(part.cell)
    return [
        f"{', '.join(filter(None, names))}: {detail}" if any(names) else detail
        for detail, names in cells.items()
    ]
