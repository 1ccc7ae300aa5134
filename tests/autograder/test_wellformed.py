"""Whatever stands in the place of a cell becomes one."""

import nbformat
from hypothesis import given
from hypothesis import strategies as st

from autograder.wellformed import cell_from
from tests.autograder.toy_course import notebook

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
cells = json_values | st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw", "heading"]) | json_values,
        "source": st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=3) | json_values,
        "id": st.text(max_size=70) | json_values,
        "outputs": json_values,
        "attachments": json_values,
    },
)


@given(cells)
def test_the_result_is_a_valid_cell(data: object) -> None:
    cell, _ = cell_from(data)
    cell.setdefault("id", "some-id")
    cell.metadata = {}
    nbformat.validate(notebook(cell))


@given(st.text(), st.sampled_from(["code", "markdown", "raw"]))
def test_a_good_cell_keeps_its_text_without_complaint(source: str, kind: str) -> None:
    cell, complaint = cell_from({"cell_type": kind, "source": [source, source], "metadata": {}})
    assert (cell.cell_type, cell.source, complaint) == (kind, source + source, "")


def test_outputs_of_a_submission_are_never_taken_over() -> None:
    forged = [{"output_type": "stream", "name": "stdout", "text": "10 of 10 points"}]
    assert cell_from({"cell_type": "code", "source": "1", "outputs": forged})[0].outputs == []
