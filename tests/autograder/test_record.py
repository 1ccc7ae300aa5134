"""What became of a submission is kept, and replaced as a whole."""

import pytest
from sqlalchemy.exc import StatementError

from autograder.course_folder import CourseFolder
from autograder.record import (
    Entry,
    State,
    begin_submissions,
    read_assignment,
    withdraw_marks,
    withdrawn_marks,
    write_submission,
)
from tests.autograder.toy_course import LESSON

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")


def entry(student: str, state: State, cell: str = "", detail: str = "") -> Entry:
    return Entry(student, LESSON, state, "doubling" if cell else "", cell, detail)


def test_entries_come_back_as_written_and_in_order(released: CourseFolder) -> None:
    ada = [entry("ada", State.GRADED), entry("ada", State.REPAIRED, "double", "moved")]
    bao = [entry("bao", State.UNREADABLE, detail="no JSON: “{”")]
    with released.gradebook() as gradebook:
        assert read_assignment(gradebook, LESSON) == ()
        write_submission(gradebook, bao)
        write_submission(gradebook, ada)
        assert read_assignment(gradebook, LESSON) == (*ada, *bao)
        assert read_assignment(gradebook, "other") == ()


def test_writing_again_forgets_what_is_no_longer_so(released: CourseFolder) -> None:
    with released.gradebook() as gradebook:
        write_submission(
            gradebook, [entry("ada", State.GRADED), entry("ada", State.TIMED_OUT, "double")]
        )
        write_submission(gradebook, [entry("bao", State.GRADED)])
        write_submission(gradebook, [entry("ada", State.CRASHED)])
        found = [(each.student, each.state) for each in read_assignment(gradebook, LESSON)]
    assert found == [("ada", State.CRASHED), ("bao", State.GRADED)]


def test_a_cell_may_have_been_named_anything(released: CourseFolder) -> None:
    long = ["a" * 128 + end for end in ("b", "c")]
    parts = [entry("ada", State.REPAIRED, cell, "un\0sound \ud800") for cell in (*long, "\0", "d")]
    with released.gradebook() as gradebook:
        write_submission(gradebook, [entry("ada", State.GRADED), *parts])
        found = read_assignment(gradebook, LESSON)
    assert [each.cell for each in found] == ["", "a" * 128, "d", "\ufffd"]
    assert {each.detail for each in found} == {"", "un\ufffdsound ?"}


def test_withdrawing_keeps_what_a_person_entered(graded_copy: CourseFolder) -> None:
    with graded_copy.gradebook() as gradebook:
        assert withdraw_marks(gradebook, LESSON, "right") == 12.0
        assert withdraw_marks(gradebook, LESSON, "right") == 0.0
        grades = {
            each.name: (each.auto_score, each.manual_score, each.needs_manual_grade)
            for each in gradebook.find_submission(LESSON, "right").notebooks[0].grades
        }
        comment = gradebook.find_comment("order", "doubling", LESSON, "right").comment
        kept = withdrawn_marks(gradebook, LESSON, "right")
    assert grades == {
        "double-test": (None, None, True),
        "plain-test": (None, None, True),
        "order": (None, 4.0, True),
    }
    assert comment.startswith("Well put")
    assert kept == {("doubling", "double-test"): 10.0, ("doubling", "plain-test"): 2.0}


def test_beginning_a_class_is_all_or_nothing(released: CourseFolder) -> None:
    graded = entry("ada", State.GRADED)
    with released.gradebook() as gradebook:
        write_submission(gradebook, [graded])
        with pytest.raises(StatementError):
            begin_submissions(gradebook, LESSON, ["ada", object()])
        assert read_assignment(gradebook, LESSON) == (graded,)
        begin_submissions(gradebook, LESSON, ["ada", "bao"])
        states = {each.student: each.state for each in read_assignment(gradebook, LESSON)}
    assert states == {"ada": State.UNFINISHED, "bao": State.UNFINISHED}


def test_only_a_graded_submission_has_marks() -> None:
    assert [state for state in State if state.has_marks] == [State.GRADED]
