"""A class of real notebooks is graded to its end, each submission in a state of its own."""

import json
from pathlib import Path

import pytest

from autograder.course_folder import CourseError, CourseFolder, open_course
from autograder.grade import grade_class, grade_submission, submissions_to_grade
from autograder.record import State, read_assignment
from autograder.release import release_lesson
from autograder.results import StudentResult, read_class
from autograder.submission import Job
from autograder.workers import Lost
from tests.autograder.conftest import RIGHT
from tests.autograder.toy_course import LESSON, answers, change_source, hand_in

# What this module makes once is dear: one process, so that it is made but once.
pytestmark = pytest.mark.xdist_group("graded class")


def of(course: CourseFolder, student: str) -> StudentResult:
    return next(each for each in read_class(course, LESSON).students if each.student == student)


def scores(result: StudentResult) -> dict[str, float]:
    return {exercise.name: mark.score for exercise, mark in result.marks.items()}


@pytest.mark.parametrize(
    ("student", "double", "plain", "told"),
    [
        ("right", 10, 2, ""),
        ("square", 3, 0, ""),
        ("empty", 0, 0, ""),
        ("syntax", 0, 2, ""),
        ("loop", 10, 0, "ran too long: plain"),
        ("stubborn", 10, 0, "ran too long: plain"),
        ("killer", 0, 2, "double: it ended its process; the next cells went on"),
        ("copied", 10, 2, "double-test: a copy of this cell became an ordinary cell"),
        ("deleted", 10, 2, "double-test: it was missing; it was put back as released"),
        ("schema", 10, 2, "double-test: its nbgrader metadata were changed"),
        ("late", 10, 2, "numpy.py was left out"),
    ],
)
def test_work_gets_the_marks_it_is_worth(
    graded: CourseFolder, student: str, double: float, plain: float, told: str
) -> None:
    result = of(graded, student)
    assert result.state is State.GRADED
    found = scores(result)
    assert (found["double"], found["plain"]) == (double, plain)
    assert told in result.detail
    assert bool(told) == bool(result.detail)


def test_what_cannot_be_marked_says_why_and_waits_for_a_person(graded: CourseFolder) -> None:
    result = of(graded, "garbage")
    assert result.state is State.UNREADABLE
    assert "doubling.ipynb cannot be read: it is not JSON" in result.detail
    assert result.total == 0
    assert all(mark.needs_review for mark in result.marks.values())


def test_an_untouched_or_answered_question_waits_for_a_person(graded: CourseFolder) -> None:
    waiting = {
        each.student: [exercise.name for exercise, mark in each.marks.items() if mark.needs_review]
        for each in read_class(graded, LESSON).students
    }
    assert waiting["right"] == []
    assert waiting["square"] == ["order"]


def test_a_late_submission_keeps_its_marks_and_its_penalty_apart(graded: CourseFolder) -> None:
    late = of(graded, "late")
    assert late.late_s == 3600
    assert (late.penalty, late.total) == (12.0, 0.0)
    assert of(graded, "right").late_s == 0


def test_repairs_and_cut_off_cells_are_kept_by_cell(graded: CourseFolder) -> None:
    with graded.gradebook() as gradebook:
        entries = {
            (each.student, each.cell): each.state
            for each in read_assignment(gradebook, LESSON)
            if each.cell
        }
    assert entries["loop", "plain"] is State.TIMED_OUT
    assert entries["deleted", "double-test"] is State.REPAIRED


def test_the_students_file_is_not_touched(graded: CourseFolder) -> None:
    submitted = graded.path("submitted", LESSON, "copied") / "doubling.ipynb"
    ids = [cell["id"] for cell in json.loads(submitted.read_text())["cells"]]
    assert ids.count("double-test") == 2


def test_a_link_and_a_shadowing_module_go_no_further(graded: CourseFolder) -> None:
    autograded = graded.path("autograded", LESSON, "late")
    names = sorted(path.name for path in autograded.iterdir())
    assert names == ["doubling.ipynb", "timestamp.txt"]


def test_only_what_is_new_or_changed_is_graded_again(graded_copy: CourseFolder) -> None:
    assert submissions_to_grade(graded_copy, LESSON) == ()
    hand_in(graded_copy, "square", answers(double=RIGHT))
    hand_in(graded_copy, "newcomer")
    assert submissions_to_grade(graded_copy, LESSON) == ("newcomer", "square")
    assert submissions_to_grade(graded_copy, LESSON, ["square"]) == ("square",)
    assert len(submissions_to_grade(graded_copy, LESSON, force=True)) == 13


def test_changed_tests_have_everybody_graded_again_and_changed_text_nobody(
    graded_copy: CourseFolder,
) -> None:
    change_source(graded_copy, "hint", "Adding", "Just adding")
    release_lesson(graded_copy, LESSON)
    assert submissions_to_grade(graded_copy, LESSON) == ()
    change_source(graded_copy, "double-test", "27377.0", "27377.0 + 0.0")
    release_lesson(graded_copy, LESSON)
    assert submissions_to_grade(graded_copy, LESSON) == graded_copy.submitters(LESSON)


def test_an_interrupted_run_goes_on_where_it_stopped(
    graded_copy: CourseFolder,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    scratch = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    interrupted = grade_class(graded_copy, LESSON, ["empty", "square"], workers=1)
    first = next(interrupted)
    interrupted.close()
    assert not list(scratch.iterdir())
    left = {"empty", "square"} - {first.student}
    assert set(submissions_to_grade(graded_copy, LESSON)) == left
    assert of(graded_copy, *left).state is State.UNFINISHED


def test_a_failed_regrade_leaves_a_state_and_not_the_old_mark(
    graded_copy: CourseFolder, tmp_path: Path
) -> None:
    hand_in(graded_copy, "right", raw=b"{")
    whole = grade_submission(Job(graded_copy.root, LESSON, "right", tmp_path, "tests"))
    assert whole.state is State.UNREADABLE
    assert "its earlier automatic marks, 12, do not count any more" in whole.detail
    result = of(graded_copy, "right")
    assert scores(result) == {"double": 0, "plain": 0, "order": 4.0}


def test_a_submission_without_the_notebook_says_so(
    graded_copy: CourseFolder, tmp_path: Path
) -> None:
    folder = hand_in(graded_copy, "renamer")
    (folder / "doubling.ipynb").rename(folder / "My doubling.ipynb")
    whole = grade_submission(Job(graded_copy.root, LESSON, "renamer", tmp_path, "tests"))
    assert (whole.state, whole.detail) == (
        State.UNREADABLE,
        "it holds no notebook named doubling.ipynb",
    )


def test_what_is_missing_is_said_with_what_to_run(course: CourseFolder) -> None:
    with pytest.raises(CourseError, match=r"no released notebook .* `autograder release 1-doub"):
        submissions_to_grade(course, LESSON)


def test_no_submissions_is_said_with_what_to_run(released: CourseFolder) -> None:
    with pytest.raises(CourseError, match=r"Nobody has handed in .* `nbgrader collect"):
        submissions_to_grade(released, LESSON)
    hand_in(released, "ada")
    with pytest.raises(CourseError, match="no submission of 1-doubling by bela, cleo"):
        submissions_to_grade(released, LESSON, ["cleo", "ada", "bela"])


def test_a_missing_gradebook_is_said_with_what_to_run(released: CourseFolder) -> None:
    (released.root / "gradebook.db").unlink()
    hand_in(released, "ada")
    with pytest.raises(CourseError, match=r"no gradebook .* `autograder release"):
        submissions_to_grade(released, LESSON)
    assert not (released.root / "gradebook.db").exists()


def everything_recorded(course: CourseFolder) -> tuple[object, ...]:
    with course.gradebook() as gradebook:
        grades = sorted(
            (each.student.id, grade.name, grade.auto_score, grade.manual_score)
            for each in gradebook.assignment_submissions(LESSON)
            for notebook in each.notebooks
            for grade in notebook.grades
        )
        return (*grades, *read_assignment(gradebook, LESSON))


def test_nothing_is_touched_where_results_cannot_be_written(graded_copy: CourseFolder) -> None:
    before = everything_recorded(graded_copy)
    folder = graded_copy.root / "autograded"
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("no folder")
    with pytest.raises(CourseError, match=r"Nothing can be written into .*/autograded .*: make"):
        list(grade_class(graded_copy, LESSON, ["right", "square"]))
    assert everything_recorded(graded_copy) == before


def test_a_fault_of_the_machine_takes_no_marks(graded_copy: CourseFolder) -> None:
    with (graded_copy.root / "nbgrader_config.py").open("a") as file:
        file.write("c.Autograder.engine = 'stock'\n")
        file.write("c.ExecutePreprocessor.kernel_name = 'no-such-kernel'\n")
    broken = open_course(graded_copy.root)
    (whole,) = grade_class(broken, LESSON, ["right"])
    assert whole.state is State.FAILED
    assert "no-such-kernel" in whole.detail
    result = of(graded_copy, "right")
    assert (result.state, result.total) == (State.FAILED, 16)
    assert submissions_to_grade(graded_copy, LESSON) == ("right",)


@pytest.mark.parametrize(
    ("lost", "state", "double"),
    [
        (Lost("its process ended with code -9"), State.FAILED, 10.0),
        (Lost("it took too long", out_of_time=True), State.TIMED_OUT, 0.0),
    ],
)
def test_a_lost_process_costs_marks_only_by_the_submissions_own_doing(
    graded_copy: CourseFolder,
    monkeypatch: pytest.MonkeyPatch,
    lost: Lost,
    state: State,
    double: float,
) -> None:
    # A machine without memory cannot be had in a test; this is all that such a run returns.
    monkeypatch.setattr(
        "autograder.apart.mark_class",
        lambda _, __, staged, **___: ((each.student, lost) for each in staged),
    )
    (whole,) = grade_class(graded_copy, LESSON, ["right"])
    assert (whole.state, lost.why in whole.detail) == (state, True)
    assert scores(of(graded_copy, "right"))["double"] == double
