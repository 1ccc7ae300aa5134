import json
from pathlib import Path

import pytest

import course
from course import begin, recall
from course.lesson import released_version


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


@pytest.mark.parametrize(
    ("prediction", "unit", "said"),
    [
        (18.5, "mV", "You said 18.5 mV."),
        (1e4, "molecules", "You said 10000.0 molecules."),
        ("nmda", "", "You said nmda."),
        ("no,\nbecause of the cuff", "", "You said no, because of the cuff."),
        (None, "", "You said None."),
    ],
)
def test_a_prediction_is_quoted_back_on_one_line(
    prediction: object, unit: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    recall(prediction, unit)
    assert capsys.readouterr().out == f"{said}\n"


def test_a_missing_prediction_is_asked_for_and_a_long_one_is_cut(
    capsys: pytest.CaptureFixture[str],
) -> None:
    recall(..., "mV")
    assert "have not said yet" in capsys.readouterr().out
    recall("because " * 1000)
    assert len(capsys.readouterr().out) < 100
