"""The answer bank is read as written, or refused with file and line."""

from pathlib import Path

import pytest

from autograder.bank import Answer, BankError, load_answers, load_file, load_responses

GOOD = """\
# %% [answer] vectorised
# kind: right
# marks: 10
# says: ""
# written: with the solution
def double(x):
    # kind: of a comment that is no header
    return 2 * x


# %% [answer] squared
# kind: mistake
# marks: 3.5
# says: "as if you squared"
# shows: loops, wrong unit
# written: blind

def double(x): return x * x
"""


def written(folder: Path, content: str) -> Path:
    path = folder / "two_words.py"
    path.write_text(content)
    return path


def test_answers_come_with_all_that_their_header_says(tmp_path: Path) -> None:
    first, second = load_file(written(tmp_path, GOOD))
    assert first == Answer(
        exercise="two-words",
        name="vectorised",
        kind="right",
        marks=10.0,
        says="",
        written="with the solution",
        source="def double(x):\n    # kind: of a comment that is no header\n    return 2 * x",
    )
    assert (second.kind, second.marks, second.says) == ("mistake", 3.5, "as if you squared")
    assert (first.shows, second.shows) == ((), ("loops", "wrong unit"))
    assert second.source == "def double(x): return x * x"


@pytest.mark.parametrize(
    ("bad", "line", "problem"),
    [
        ("x = 1\n" + GOOD, 1, "before the first"),
        (GOOD.replace("# kind: mistake", "# kind: funny"), 11, "kind must be one of"),
        (GOOD.replace("# marks: 3.5", "# marks: many"), 11, "marks must be a number"),
        (GOOD.replace("# marks: 3.5", "# marks: -1"), 11, "0 or more"),
        (GOOD.replace("# written: blind\n", ""), 11, "lacks “# written"),
        (GOOD.replace("[answer] squared", "squared"), 11, "must begin"),
        (GOOD.replace("squared\n#", "vectorised\n#"), 11, "already is an answer"),
    ],
)
def test_an_error_names_file_line_and_problem(
    tmp_path: Path, bad: str, line: int, problem: str
) -> None:
    path = written(tmp_path, bad)
    with pytest.raises(BankError, match=f"two_words.py, line {line}: .*{problem}"):
        load_file(path)


def test_a_lesson_is_found_with_or_without_its_number(tmp_path: Path) -> None:
    (tmp_path / "doubling").mkdir()
    written(tmp_path / "doubling", GOOD)
    assert load_answers(tmp_path, "3-doubling") == load_answers(tmp_path, "doubling") != ()
    assert load_answers(tmp_path, "other") == ()
    assert load_responses(tmp_path, "doubling") == ()


RESPONSES = """\
# why

## thorough

marks: 3 2 1.5
comment: Good: nothing to add.

First paragraph.

Second paragraph.

## nothing

marks: 0 0 0
comment: Begin with the law.

I do not know.
"""


def test_texts_come_with_marks_for_each_line_of_the_rubric(tmp_path: Path) -> None:
    (tmp_path / "doubling").mkdir()
    (tmp_path / "doubling" / "free_response.md").write_text(RESPONSES)
    thorough, nothing = load_responses(tmp_path, "1-doubling")
    assert (thorough.task, thorough.marks, thorough.total) == ("why", (3.0, 2.0, 1.5), 6.5)
    assert thorough.comment == "Good: nothing to add."
    assert thorough.text == "First paragraph.\n\nSecond paragraph."
    assert nothing.total == 0.0


def test_a_text_without_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "doubling").mkdir()
    (tmp_path / "doubling" / "free_response.md").write_text("# why\n\n## bare\n\nSome text.\n")
    with pytest.raises(BankError, match=r"free_response.md, line 3: .*marks"):
        load_responses(tmp_path, "doubling")


def test_the_texts_of_this_course_are_marked_within_their_questions() -> None:
    bank = Path(__file__).parents[1] / "answers"
    found = [each for each in load_responses(bank, "1-transmitters") if each.text]
    assert {each.task for each in found} == {"fr1-1", "fr1-2"}
    for response in found:
        rubric = {"fr1-1": (3, 3, 2, 2), "fr1-2": (2, 3, 2, 1)}[response.task]
        assert len(response.marks) == len(rubric)
        assert all(0 <= got <= most for got, most in zip(response.marks, rubric, strict=True))
