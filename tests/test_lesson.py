import json
from pathlib import Path

import pytest

import course
from course import Marks, begin, where_you_stand
from course.lesson import released_version
from course.marks import outcomes


def notebook(folder: Path, version: str) -> Path:
    path = folder / "cable.ipynb"
    path.write_text(json.dumps({"metadata": {"cleft": {"course_version": version}}, "cells": []}))
    return path


def test_the_first_cell_greets_and_is_no_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook(tmp_path, course.__version__)
    begin("cable", tmp_path)
    assert capsys.readouterr().out == (
        f"cable · course {course.__version__} · Education, not dosing advice.\n"
    )


def test_another_version_is_named_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook(tmp_path, "9.9.9")
    begin("cable", tmp_path)
    said = capsys.readouterr().out
    assert "released for course 9.9.9" in said
    assert "Install the matching version" in said


def test_grading_is_not_greeted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    begin("cable", tmp_path)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("text", ["", "[]", "{", '{"metadata": {}}'])
def test_a_notebook_without_a_stamp_has_no_version(tmp_path: Path, text: str) -> None:
    path = tmp_path / "cable.ipynb"
    path.write_text(text)
    assert released_version(path) is None
    assert released_version(tmp_path / "not-there.ipynb") is None


def test_the_last_cell_lists_every_exercise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.marks.outcomes", outcomes)
    outcomes.clear()
    assert "No test cell has run yet" in repr(where_you_stand())
    marks = Marks(2, exercise="cable <b>")
    with marks.check(1, because="it is true"):
        assert True
    marks.total()
    standing = where_you_stand()
    assert "cable <b>: public checks passed" in repr(standing)
    assert "Hidden checks run after you submit." in repr(standing)
    assert "cable &lt;b&gt;" in standing._repr_html_()
    outcomes.clear()
