"""Of a test cell only its marks leave the gradebook's side."""

from autograder.feedback_page import HideTests
from tests.autograder.toy_course import TASK, TEST, code, notebook, text

MARKS = "application/vnd.cleft.marks+json"


def outputs_of_a_test() -> list[dict]:
    bundle = {"exercise": "double", "checks": [], "mistake": None}
    return [
        {"output_type": "stream", "name": "stdout", "text": "argument 27377.0"},
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {MARKS: bundle, "text/html": "<b>27377.0</b>", "text/plain": "27377.0"},
        },
        {
            "output_type": "error",
            "ename": "AssertionError",
            "evalue": "27377.0",
            "traceback": ["close(double(27377.0))"],
        },
    ]


def hidden(*cells: object) -> list:
    return HideTests().preprocess(notebook(*cells), {})[0].cells


def test_a_test_cell_keeps_its_visible_source_its_marks_and_the_kind_of_its_error() -> None:
    cell = code("double-test", TEST, grade=True, locked=True, points=10)
    cell.outputs = outputs_of_a_test()
    (found,) = hidden(cell)
    assert "27377" not in str(found)
    assert "HIDDEN" not in found.source
    assert "twice nothing is nothing" in found.source
    assert [output.output_type for output in found.outputs] == ["display_data", "error"]
    assert found.outputs[0].data == {MARKS: {"exercise": "double", "checks": [], "mistake": None}}
    assert found.outputs[1] == {
        "output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": [],
    }  # fmt: skip


def test_a_students_own_cells_keep_their_outputs() -> None:
    own = code("own", "print(1)")
    own.outputs = [{"output_type": "stream", "name": "stdout", "text": "1"}]
    assert hidden(own)[0].outputs == own.outputs


def test_markers_in_a_students_cell_do_no_harm() -> None:
    own = ["a = 1\n### BEGIN HIDDEN TESTS\nb = 2", "### END SOLUTION", "x\n### BEGIN MARK SCHEME"]
    cells = hidden(code("own", own[0]), code("f", own[1], solution=True), text("mine", own[2]))
    assert [cell.source for cell in cells] == own


def test_a_question_keeps_all_but_its_mark_scheme() -> None:
    (found,) = hidden(text("order", TASK, task=True, locked=True, points=5))
    assert found.source == "Why does it not matter in which order you add?"
