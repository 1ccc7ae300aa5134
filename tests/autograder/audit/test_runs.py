"""A source that stops or warns, and a release that stops otherwise than for work to be done."""

from pathlib import Path

from autograder.audit.lesson import Lesson
from autograder.audit.runs import RunThrough, run_findings, run_through, runs_of, too_long
from autograder.course_folder import CONFIG_NAME
from tests.autograder.audit.lessons import SETUP, TITLE, done, exercise, lesson_of, said
from tests.autograder.toy_course import code

STUB = "def triple(x):\n    raise NotImplementedError"


def ran(lesson: Lesson, **released: str) -> tuple[RunThrough, RunThrough]:
    texts = tuple(released.get(cell.name, cell.source) for cell in lesson.notebooks[0].cells)
    source, release = (done(run_through, run) for run in runs_of(lesson, {"doubling.ipynb": texts}))
    return source, release


def problems(lesson: Lesson, **released: str) -> list[tuple[str, str]]:
    source, release = ran(lesson, **released)
    return said(run_findings(lesson.notebooks[0], source, release, cell_s=30))


def test_a_sound_lesson(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, SETUP, *exercise(test="assert triple(2) == 6"))
    assert problems(lesson, triple=STUB) == []


def test_a_cell_that_stops_and_one_that_warns(tmp_path: Path) -> None:
    cells = [code("stops", "1 / 0"), code("warns", "import sys\nprint('old', file=sys.stderr)")]
    first, second = problems(lesson_of(tmp_path, TITLE, *cells))[:2]
    assert first == ("stops", "it stops with ZeroDivisionError (division by zero): mend it")
    assert second[0] == "warns"
    assert second[1] == "it writes “old” to stderr: have it keep quiet"


def test_a_release_that_stops_for_another_reason(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, *exercise(), code("later", "double = triple(1)"))
    found = problems(lesson, **{"triple": STUB, "triple-test": "triple(1)", "later": "double + 1"})
    assert [cell for cell, _ in found] == ["later"]
    assert "in the release it stops with NameError" in found[0][1]


def test_a_test_may_find_nothing_where_the_answer_itself_is_still_to_be_done(
    tmp_path: Path,
) -> None:
    answer, test = exercise("plain", "plain = 3", "assert plain == 3")
    lesson = lesson_of(tmp_path, TITLE, answer, test)
    assert problems(lesson, plain="raise NotImplementedError") == []


def test_time_is_told_and_too_much_of_it_found(tmp_path: Path) -> None:
    busy = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
    lesson = lesson_of(tmp_path, TITLE, code("busy", busy))
    source, _ = ran(lesson)
    assert source.seconds >= 0.3
    book = lesson.notebooks[0]
    ((cell, problem),) = said(run_findings(book, source, None, cell_s=0.5))
    assert (cell, "make it lighter" in problem) == ("busy", True)
    assert said(too_long(book, source, None)) == []
    assert len(said(too_long(book, source, 0.2))) == 1


def test_an_endless_cell_ends_the_run_and_is_one_finding(tmp_path: Path) -> None:
    cells = [code("before", "x = 1"), code("endless", "while True: pass"), code("after", "y")]
    lesson = lesson_of(tmp_path, TITLE, *cells)
    config = lesson.course.root / CONFIG_NAME
    config.write_text(config.read_text().replace("timeout = 4", "timeout = 1"))
    (run,) = runs_of(lesson, {})
    source = done(run_through, run)
    assert source.is_endless
    assert [each.cell for each in source.cells] == ["before", "endless"]
    problem = "it was still running after 1 s: mend it, for nothing was run below"
    found = run_findings(lesson.notebooks[0], source, None, cell_s=1)
    assert said(found) == [("endless", problem)]


def test_what_follows_from_a_cell_that_is_no_python_is_not_said_again(tmp_path: Path) -> None:
    cells = [*exercise(answer="def triple(x:"), code("later", "triple(2)"), code("own", "1 / 0")]
    found = problems(lesson_of(tmp_path, TITLE, *cells))
    assert [cell for cell, _ in found] == ["triple", "own"]
    assert found[0][1].startswith("it stops with SyntaxError")


def test_the_source_folder_is_left_alone(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TITLE, code("writes", "open('out.txt', 'w').write('x')"))
    ran(lesson)
    assert not (lesson.notebooks[0].path.parent / "out.txt").exists()
