"""Notebooks come back as they were written."""

from pathlib import Path

from autograder.notebooks import as_text, grade_id, node, read_notebook, write_notebook
from tests.autograder.toy_course import source_notebook


def test_a_notebook_survives_a_file_and_its_bytes_are_always_the_same(tmp_path: Path) -> None:
    notebook = source_notebook()
    write_notebook(notebook, tmp_path / "one.ipynb")
    write_notebook(read_notebook(tmp_path / "one.ipynb"), tmp_path / "two.ipynb")
    assert read_notebook(tmp_path / "two.ipynb") == notebook
    assert (tmp_path / "one.ipynb").read_bytes() == (tmp_path / "two.ipynb").read_bytes()
    assert as_text(notebook).endswith("}\n")


def test_a_cell_has_a_name_only_if_nbgrader_gave_it_one() -> None:
    names = [grade_id(cell) for cell in source_notebook().cells]
    assert names == [
        None,
        "setup",
        "double",
        None,
        "double-test",
        "plain",
        "plain-test",
        "order",
        None,
    ]
    for odd in (None, 3, "text", {"grade_id": 3}, {"grade_id": ""}, {}):
        assert grade_id(node({"metadata": {"nbgrader": odd}})) is None
