"""``python -m course.validate``."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

import course.validate.__main__ as command
from course.reference import targets


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "course.validate", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


def test_every_target_is_printed_and_the_page_written(tmp_path: Path) -> None:
    done = run(folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    first_words = {line.split("  ")[0] for line in done.stdout.splitlines()}
    assert set(targets()) <= first_words
    *_, counts, page = done.stdout.splitlines()
    assert counts.endswith(" 0 FAILS")
    assert page == "The same with plots: build/validation.html"
    assert (tmp_path / "build/validation.html").read_text("utf-8").startswith("<!doctype html>")


def test_help_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        command.main(["--help"])
    assert exit_.value.code == 0
    text = " ".join(capsys.readouterr().out.split())
    for words in ("published", "--html PATH", "build/validation.html", "Exit code 1"):
        assert words in text


def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        command.main(["--fast"])
    assert exit_.value.code == 2
    assert "unrecognized arguments: --fast" in capsys.readouterr().err


@pytest.fixture
def two_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    """One target that agrees, and one whose figure drifted."""
    kept, drifted = targets()["T1.2"], targets()["T1.7"]
    some = {kept.id: kept, drifted.id: replace(drifted, computed=(2.0,))}
    monkeypatch.setattr(command, "targets", lambda: MappingProxyType(some))


@pytest.mark.usefixtures("two_targets")
def test_a_failing_target_is_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--html", str(tmp_path / "deep" / "page.html")]) == 1
    assert "FAILS: 1.32 where 2 was computed before" in capsys.readouterr().out
    assert "1.32 where 2 was computed before" in (tmp_path / "deep/page.html").read_text("utf-8")


@pytest.mark.usefixtures("two_targets")
def test_a_page_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--html", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"The page cannot be written to {tmp_path}: ")
    assert said.endswith("name another file with --html.\n")
