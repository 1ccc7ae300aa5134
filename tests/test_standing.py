import html
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from course import Marks, begin, where_you_stand
from course.marks import outcomes
from course.standing import Standing, exercises_of

ROOT = Path(__file__).parents[1]
RELEASED = sorted((ROOT / "release").glob("*/*.ipynb"))
each_lesson = pytest.mark.parametrize("notebook", RELEASED, ids=lambda path: path.stem)


@pytest.fixture(autouse=True)
def _fresh_kernel() -> Iterator[None]:
    outcomes.clear()
    yield
    outcomes.clear()


def headings_to_read(notebook: Path) -> list[str]:
    """Return what stands over the exercises of a lesson, as a student reads it."""
    return [
        line.removeprefix("### ").removesuffix(" (10 points)")
        for cell in nbformat.read(notebook, as_version=4).cells
        for line in cell.source.splitlines()
        if line.startswith("### Exercise ")
    ]


def run_tests_of(notebook: Path, exercise: int, solution: str) -> None:
    """Run an exercise's test cell, counted from one, after some answer."""
    cells = nbformat.read(notebook, as_version=4).cells
    test = [cell for cell in cells if cell.id.endswith("-test")][exercise - 1]
    setup = next(cell for cell in cells if cell.id == "setup")
    kernel: dict[str, object] = {}
    for source in (setup.source, solution, test.source):
        exec(source, kernel)  # noqa: S102 - the cells of our own lesson


@each_lesson
def test_the_last_cell_lists_every_exercise_before_any_has_run(notebook: Path) -> None:
    begin(notebook.stem, notebook.parent)
    rows = where_you_stand().rows()
    assert [heading for heading, _ in rows] == headings_to_read(notebook)
    assert len(rows) >= 6
    assert {status for _, status in rows} == {"not run yet"}


@each_lesson
def test_one_that_ran_leaves_the_others_in_the_table(notebook: Path) -> None:
    begin(notebook.stem, notebook.parent)
    with pytest.raises(NotImplementedError):
        run_tests_of(notebook, 2, unbegun(notebook, 2))
    begin(notebook.stem, notebook.parent)  # the set-up cell that ran named the folder of this test
    headings, statuses = zip(*where_you_stand().rows(), strict=True)
    assert list(headings) == headings_to_read(notebook)
    assert [n for n, status in enumerate(statuses, start=1) if status == "not begun yet"] == [2]
    assert statuses.count("not run yet") == len(statuses) - 1


def unbegun(notebook: Path, exercise: int) -> str:
    """Return an exercise's stub as it is released."""
    cells = nbformat.read(notebook, as_version=4).cells
    stubs = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("solution")]
    return str(stubs[exercise - 1].source)


def test_what_the_public_checks_said_stands_beside_the_heading() -> None:
    transmitters = ROOT / "release" / "1-transmitters" / "transmitters.ipynb"
    right = "def nmda_unblock(v, mg_mM=1.0): return 1/(1+mg_mM/3.57*np.exp(-0.062*np.asarray(v)))"
    number = [exercise.name for exercise in exercises_of(transmitters) or []].index("nmda_unblock")
    run_tests_of(transmitters, number + 1, right)
    status = dict(Standing(transmitters).rows())[headings_to_read(transmitters)[number]]
    assert status == "public checks passed; hidden checks award 8 of 10 points later"


def test_text_and_page_say_the_same_and_tell_of_hidden_checks() -> None:
    standing = Standing(RELEASED[0])
    page = html.unescape(re.sub(r"<[^>]+>", "\n", standing._repr_html_()))
    for heading, status in standing.rows():
        assert f"{heading}: {status}" in repr(standing)
        assert re.search(rf"{re.escape(heading)}\n+{re.escape(status)}", page)
    for shown in (repr(standing), page.rstrip()):
        assert shown.endswith("Hidden checks run after you submit.")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"cells": [1]}', '{"cells": [{"id": "a"}]}'])
def test_a_notebook_that_cannot_be_read_leaves_what_ran(tmp_path: Path, text: str) -> None:
    path = tmp_path / "cable.ipynb"
    path.write_text(text)
    marks = Marks(2, exercise="cable <b>")
    with marks.check(1, because="it is true"):
        assert True
    marks.total()
    for notebook in (path, tmp_path / "renamed.ipynb"):
        standing = Standing(notebook)
        assert [heading for heading, _ in standing.rows()] == ["cable <b>"]
        assert f"{notebook.name} cannot be read here" in repr(standing)
        assert "cable &lt;b&gt;" in standing._repr_html_()


def test_without_a_first_cell_it_says_so() -> None:
    assert "The first cell has not run" in repr(Standing(None))
