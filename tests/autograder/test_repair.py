"""A notebook is rebuilt on what was released, and every repair is told."""

import json
from copy import deepcopy
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbgrader.utils import compute_checksum

from autograder.notebooks import grade_id
from autograder.repair import Repair, repair
from tests.autograder.toy_course import at, code, notebook, text

RELEASED = notebook(
    text("title", "# A lesson"),
    code("setup", "import math", locked=True),
    code("answer", "raise NotImplementedError", solution=True),
    text("between", "More text."),
    code("answer-test", "assert answer", grade=True, locked=True, points=3),
    text("essay", "*Your essay.*", grade=True, solution=True, points=4),
    text("question", "Why?", task=True, locked=True, points=2),
    text("question-answer", "*Your answer.*"),
)
NAMED = [grade_id(cell) for cell in RELEASED.cells if grade_id(cell)]


def submission(**changes: object) -> dict[str, Any]:
    return {**json.loads(json.dumps(RELEASED)), **changes}


def repaired(data: dict[str, Any]) -> tuple[list[Any], list[str]]:
    result, log = repair(data, RELEASED)
    nbformat.validate(result)
    return result.cells, [str(each) for each in log]


def ids(cells: list[Any]) -> list[str]:
    return [cell["id"] for cell in cells]


@st.composite
def mangled(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a submission whose cells were deleted, copied, moved, retyped, edited and added."""
    cells = json.loads(json.dumps(RELEASED.cells))
    picked = [deepcopy(cells[index]) for index in draw(st.lists(st.integers(0, 7), max_size=12))]
    for cell in picked:
        if draw(st.booleans()):
            cell["source"] = draw(st.text(max_size=10))
        if draw(st.booleans()):
            cell["cell_type"] = draw(st.sampled_from(["code", "markdown", "raw", "other"]))
        if draw(st.booleans()) and "nbgrader" in cell["metadata"]:
            change = {
                "points": 99,
                "locked": False,
                "grade_id": draw(st.sampled_from([*NAMED, "x"])),
            }
            cell["metadata"]["nbgrader"].update(change)
    added = draw(
        st.lists(st.builds(lambda s: {"cell_type": "code", "source": s}, st.text(max_size=5)))
    )
    return {"cells": [*picked, *added], "metadata": {}}


@given(mangled())
def test_every_released_cell_is_there_once_in_order_and_locked_ones_verbatim(
    data: dict[str, Any],
) -> None:
    cells, _ = repaired(data)
    assert [name for cell in cells if (name := grade_id(cell))] == NAMED
    originals = {grade_id(cell): cell for cell in RELEASED.cells}
    for cell in cells:
        if name := grade_id(cell):
            assert cell.metadata == originals[name].metadata
            assert cell.cell_type == originals[name].cell_type
            if name not in {"answer", "essay"}:
                assert cell.source == originals[name].source


@given(mangled())
def test_repairing_twice_is_repairing_once(data: dict[str, Any]) -> None:
    once, _ = repair(data, RELEASED)
    twice, log = repair(json.loads(json.dumps(once)), RELEASED)
    assert twice == once
    assert log == ()


@given(mangled())
def test_no_text_of_the_students_is_lost_but_in_locked_cells(data: dict[str, Any]) -> None:
    cells, _ = repaired(data)
    kept = [cell.source for cell in cells]
    for cell in data["cells"]:
        if grade_id({"metadata": cell.get("metadata", {})}) not in NAMED:
            assert cell["source"] in kept


def test_what_was_released_needs_no_repair() -> None:
    before = deepcopy(RELEASED)
    result, log = repair(submission(), RELEASED)
    assert (result, log) == (RELEASED, ())
    assert before == RELEASED


def test_the_students_text_is_taken_where_a_student_may_write() -> None:
    data = submission()
    for name in ("answer", "essay", "question-answer", "between"):
        data["cells"][at(data["cells"], name)]["source"] = f"mine: {name}"
    cells, log = repaired(data)
    assert [cell.source for cell in cells if cell.source.startswith("mine")] == [
        "mine: answer", "mine: between", "mine: essay", "mine: question-answer",
    ]  # fmt: skip
    assert log == []


def test_of_copies_the_last_counts_and_the_others_stay_as_ordinary_cells() -> None:
    data = submission()
    copy = {**data["cells"][2], "source": "first try"}
    data["cells"].insert(1, copy)
    cells, log = repaired(data)
    assert cells[1].source == "first try"
    assert cells[1].metadata == {}
    assert cells[3].source == "raise NotImplementedError"
    assert log == ["answer: a copy of this cell became an ordinary cell"]
    assert len(set(ids(cells))) == len(cells)


def test_a_deleted_test_comes_back_after_what_was_written_for_it() -> None:
    data = submission()
    data["cells"][at(data["cells"], "answer-test")] = code("helper", "def helper(): ...")
    cells, log = repaired(data)
    order = ids(cells)
    assert order.index("helper") < order.index("answer-test") < order.index("essay")
    assert log == ["answer-test: it was missing; it was put back as released"]


def test_a_moved_cell_goes_back_and_nothing_else_moves() -> None:
    data = submission()
    data["cells"].insert(0, data["cells"].pop(at(data["cells"], "answer-test")))
    cells, log = repaired(data)
    assert ids(cells) == ids(RELEASED.cells)
    assert log == ["answer-test: it was moved; it was put back into its place"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"source": "assert True"}, "its text is locked"),
        ({"cell_type": "markdown"}, "it had become a markdown cell"),
        ({"metadata": {"nbgrader": {"grade_id": "answer-test", "points": 100}}}, "metadata"),
    ],
)
def test_a_tampered_test_is_restored(change: dict[str, Any], told: str) -> None:
    data = submission()
    place = at(data["cells"], "answer-test")
    data["cells"][place].update(change)
    cells, log = repaired(data)
    assert cells[place] == RELEASED.cells[place]
    assert len(log) == 1
    assert told in log[0]


def test_an_unknown_graded_cell_and_tags_decide_nothing() -> None:
    data = submission()
    own = code("own", "1000.0", grade=True, points=1000)
    tagged = {**code("tagged", "1"), "metadata": {"tags": ["raises-exception"]}}
    data["cells"] += [own, tagged]
    cells, log = repaired(data)
    assert [cell.metadata for cell in cells[-2:]] == [{}, {}]
    assert [line.split(":")[0] for line in log] == ["own", "tagged"]


def test_kernel_and_stamp_are_those_of_the_release() -> None:
    released = deepcopy(RELEASED)
    released.metadata["cleft"] = {"course_version": "2.0"}
    theirs = {"kernelspec": {"name": "bash"}, "cleft": {"course_version": "1.0"}}
    result, log = repair(submission(metadata=theirs), released)
    assert result.metadata == released.metadata
    assert [each.what.split(",")[0] for each in log] == [
        "its kernel was bash; python3 is used",
        "it was released for course 1.0",
    ]


def test_a_notebook_of_an_older_format_gets_no_ids() -> None:
    old: NotebookNode = deepcopy(RELEASED)
    old.nbformat_minor = 4
    for cell in old.cells:
        del cell["id"]
    result, log = repair(json.loads(json.dumps(old)), old)
    nbformat.validate(result)
    assert (result, log) == (old, ())


def test_a_repair_reads_as_a_sentence() -> None:
    assert str(Repair("double", "it was moved")) == "double: it was moved"
    assert str(Repair("", "it has another kernel")) == "it has another kernel"


def with_checksums(released: NotebookNode) -> NotebookNode:
    made = deepcopy(released)
    for cell in made.cells:
        if grade_id(cell):
            cell.metadata.nbgrader["checksum"] = compute_checksum(cell)
    return made


def handed_in(released: NotebookNode) -> dict[str, Any]:
    """Return a submission made on a release, with an answer."""
    data: dict[str, Any] = json.loads(json.dumps(released))
    data["cells"][at(released.cells, "answer")]["source"] = "answer = 42"
    return data


@pytest.fixture
def present() -> NotebookNode:
    """The release after a locked test, a starter and a task were reworded."""
    changed = deepcopy(RELEASED)
    for name in ("answer", "answer-test", "question"):
        changed.cells[at(changed.cells, name)].source += "  # reworded"
    return with_checksums(changed)


def test_who_worked_on_an_earlier_release_is_not_said_to_have_changed_locked_cells(
    present: NotebookNode,
) -> None:
    result, log = repair(handed_in(with_checksums(RELEASED)), present)
    (told,) = log
    assert str(told) == (
        "it was made on another release, of which answer, answer-test, question differ; "
        "the present one counts"
    )
    assert result.cells[at(result.cells, "answer")].source == "answer = 42"
    assert result.cells[at(result.cells, "answer-test")] == present.cells[4]


def test_a_locked_cell_changed_on_an_earlier_release_is_told_all_the_same(
    present: NotebookNode,
) -> None:
    data = handed_in(with_checksums(RELEASED))
    data["cells"][4]["source"] = "assert True"
    _, log = repair(data, present)
    assert "answer-test: its text is locked, but was changed; it was restored" in map(str, log)


@pytest.mark.parametrize("theirs", [None, "a checksum", [], {"checksum": []}])
def test_metadata_of_any_kind_are_no_other_release(theirs: object, present: NotebookNode) -> None:
    data = handed_in(present)
    data["cells"][4]["metadata"]["nbgrader"] = theirs
    _, log = repair(data, present)
    assert not any("another release" in str(each) for each in log)
