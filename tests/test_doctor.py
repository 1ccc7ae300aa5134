"""Students are told what their machine lacks for the lessons."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import course
from course.__main__ import main
from course.doctor import Finding, examine, packages, show


def test_this_machine_is_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(examine(tmp_path)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 4
    assert all(line.startswith("✓ ") for line in lines)


def test_a_notebook_of_another_version_is_found(tmp_path: Path) -> None:
    for name, version in (("old", "0.0.1"), ("new", course.__version__)):
        (tmp_path / name).mkdir()
        stamped = {"cells": [], "metadata": {"cleft": {"course_version": version}}}
        (tmp_path / name / f"{name}.ipynb").write_text(json.dumps(stamped))
    (finding,) = [each for each in examine(tmp_path) if each.urgent]
    assert "old.ipynb was released for course 0.0.1" in finding.what
    assert finding.cure


def test_a_package_that_is_missing_or_too_old_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ["numpy>=9999", "no-such-package>=1", "scipy", "elsewhere; sys_platform == 'never'"]
    monkeypatch.setattr("importlib.metadata.requires", lambda _: wanted)
    names = ["numpy", "no-such-package", "scipy", "elsewhere"]
    (finding,) = packages(names, "tests")
    assert finding.urgent
    assert "numpy is " in finding.what
    assert "no-such-package>=1 is not installed" in finding.what
    assert "elsewhere" not in finding.what
    (fine,) = packages(["scipy"], "tests")
    assert not fine.urgent


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (Finding("All is well."), "✓ All is well."),
        (Finding("You are root.", "Be somebody."), "! You are root. Be somebody."),
        (Finding("It is gone.", "Get it.", urgent=True), "✗ It is gone. Get it."),
    ],
)
def test_a_finding_reads_as_a_line(finding: Finding, line: str) -> None:
    assert str(finding) == line


def test_the_exit_code_tells_whether_anything_is_urgent(capsys: pytest.CaptureFixture[str]) -> None:
    assert show([Finding("Fine."), Finding("Mind.", "Do.")]) == 0
    assert show([Finding("Bad.", "Do.", urgent=True), Finding("Fine.")]) == 1
    assert capsys.readouterr().out.count("\n") == 4


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        ([], 2, "", "Usage"),
        (["nurse"], 2, "", "Usage"),
        (["--help"], 0, "Usage", ""),
        (["doctor", "-h"], 0, "Usage", ""),
    ],
)
def test_the_command_says_how_it_is_used(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, out: str, err: str
) -> None:
    assert main(arguments) == code
    said = capsys.readouterr()
    assert (out in said.out, err in said.err) == (True, True)


def test_the_module_runs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "course", "doctor"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode().startswith("✓ Python")
