"""Every line that students must not see is found, wherever it hides."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from traitlets.config import Config

from autograder.leaks import (
    Secret,
    find_leaks,
    secrets_of_answers,
    secrets_of_notebook,
    stubs_of,
)
from autograder.regions import regions_of
from tests.autograder.toy_course import SECRET_WORDS, code, notebook, source_notebook, text

LINE = "return numerator_mV / denominator_mM"
SECRET = (Secret(LINE, "the solution of f"),)


def released(folder: Path, *cells: dict[str, Any], **metadata: str) -> Path:
    data = notebook(*cells)
    data.metadata.update(metadata)
    (folder / "lesson.ipynb").write_text(json.dumps(data))
    return folder


def test_secrets_are_the_lines_that_nbgrader_cuts_out() -> None:
    found = {secret.line: secret.origin for secret in secrets_of_notebook(source_notebook())}
    assert found["return x + x if x else 0.0 * x"] == "the solution of double"
    assert found["close(double(27377.0), 54754.0)"] == "a hidden test of double-test"
    assert found[f"{SECRET_WORDS} (5)"] == "the mark scheme of order"
    assert "close(double(0.0), 0.0)" not in found
    assert not any("def double" in line for line in found)


def test_a_solution_cell_without_a_region_is_secret_as_a_whole() -> None:
    cell = code("f", f"def f(): # a long signature\n    {LINE}", solution=True)
    lines = [secret.line for secret in secrets_of_notebook(notebook(cell))]
    assert lines == ["def f(): # a long signature", LINE]


def test_what_stands_around_an_empty_region_is_given_to_students() -> None:
    source = f"### BEGIN SOLUTION\n### END SOLUTION\n{LINE}"
    assert secrets_of_notebook(notebook(code("f", source, solution=True))) == ()


def test_a_line_that_the_same_cell_shows_openly_is_no_secret() -> None:
    source = f"{LINE}\n### BEGIN SOLUTION\n{LINE}\nother_secret = 12345678\n### END SOLUTION"
    found = secrets_of_notebook(notebook(code("f", source, solution=True)))
    assert [secret.line for secret in found] == ["other_secret = 12345678"]


def test_imports_and_what_nbgrader_writes_in_place_of_a_solution_are_no_secrets() -> None:
    source = f"import numpy as np\nfrom math import isclose\nraise UnfinishedWork()\n{LINE}"
    config = Config()
    config.ClearSolutions.code_stub = {"python": "raise  UnfinishedWork()\n# your code"}
    found = secrets_of_notebook(notebook(code("f", source, solution=True)), stubs=stubs_of(config))
    assert [secret.line for secret in found] == [LINE]


def test_an_answer_shares_its_signature_with_the_release() -> None:
    given = ["def double(x_mV, y_mM):  # twice", "constant_of_nature = 6.022"]
    source = f"def double(x_mV, y_mM):\n    constant_of_nature = 6.022\n    {LINE}\n    return 1"
    found = secrets_of_answers([("loop", source)], given)
    assert [(secret.line, secret.origin) for secret in found] == [(LINE, "the answer “loop”")]


@pytest.mark.parametrize(
    "cell",
    [
        code("c", f"x = 1\n        {LINE}"),
        text("c", f"Hint: try `{LINE}` first."),
        text("c", f"Hint: try {LINE.replace(' ', '   ')} first."),
        {**code("c", "1"), "metadata": {"note": {"deep": [LINE]}}},
        {
            **code("c", "1"),
            "outputs": [{"output_type": "stream", "name": "stdout", "text": [f"{LINE}\n", "x"]}],
        },
        {
            **text("c", "![](attachment:a.svg)"),
            "attachments": {"a.svg": {"image/svg+xml": base64.b64encode(LINE.encode()).decode()}},
        },
    ],
    ids=["cell", "inline", "spaced", "metadata", "output", "attachment"],
)
def test_a_secret_is_found_in_every_part_of_a_cell(tmp_path: Path, cell: dict[str, Any]) -> None:
    leaks = find_leaks(released(tmp_path, cell), SECRET)
    assert {leak.line for leak in leaks} == {LINE}
    assert "lesson.ipynb, cell c" in {leak.place for leak in leaks}


def test_a_secret_is_found_in_notebook_metadata_and_other_files(tmp_path: Path) -> None:
    released(tmp_path, hidden=LINE)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "notes.bin").write_bytes(b"\xff\x00 " + LINE.encode())
    places = {leak.place for leak in find_leaks(tmp_path, SECRET)}
    assert {"lesson.ipynb, metadata", "data/notes.bin"} <= places


def test_a_marker_that_was_left_tells_of_a_region_that_was_not_cut(tmp_path: Path) -> None:
    leaks = find_leaks(released(tmp_path, text("c", "### END HIDDEN TESTS")), ())
    assert {leak.line for leak in leaks} == {"END HIDDEN TESTS"}


def test_a_short_line_leaks_only_where_it_stands_alone(tmp_path: Path) -> None:
    short = (Secret("x = total + y0", "the solution of f"),)
    assert find_leaks(released(tmp_path, text("c", "because x = total + y0 here")), short) == ()
    assert find_leaks(released(tmp_path, code("c", "x = total + y0")), short) != ()


def test_lines_that_say_nothing_are_no_secrets() -> None:
    source = "### BEGIN SOLUTION\nreturn x\nelse:\n)\n### END SOLUTION"
    assert secrets_of_notebook(notebook(code("f", source, solution=True))) == ()


def test_a_course_may_name_its_markers_itself() -> None:
    config = Config()
    config.ClearHiddenTests.begin_test_delimeter = "VERSTECKT"
    config.ClearHiddenTests.end_test_delimeter = "SICHTBAR"
    cell = code("t", f"VERSTECKT\n{LINE}\nSICHTBAR", grade=True, points=1)
    (secret,) = secrets_of_notebook(notebook(cell), regions_of(config))
    assert (secret.line, secret.origin) == (LINE, "a hidden test of t")
