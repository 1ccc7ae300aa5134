"""Set-up installs Chromium and bubblewrap where it can, and asks again as long as one is missing.

The commands that would change this machine are stand-ins on a search path of their own.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ("sh", "touch", "test", "env")
SENTENCE = "Please install chromium bubblewrap with your system's package manager"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return the folder of all commands of a machine that lacks both: root on Debian, offline."""
    commands = tmp_path / "bin"
    commands.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (commands / tool).symlink_to(found)
    command(commands, "id", "echo 0")
    command(commands, "apt-get", "echo 'E: cannot resolve the mirror' >&2; exit 100")
    return commands


def command(commands: Path, name: str, does: str) -> None:
    (commands / name).write_text(f"#!/bin/sh\n{does}\n")
    (commands / name).chmod(0o755)


def run(commands: Path, *arguments: str, cwd: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        list(arguments),
        cwd=cwd,
        env={"PATH": str(commands)},
        capture_output=True,
        text=True,
        check=False,
    )


def install(commands: Path) -> "subprocess.CompletedProcess[str]":
    return run(commands, str(commands / "sh"), ".ci/system-packages")


def test_with_both_there_nothing_is_done_or_said(machine: Path) -> None:
    command(machine, "chromium-browser", "")
    command(machine, "bwrap", "")
    done = install(machine)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_installation_that_fails_shows_why_and_what_to_do(machine: Path) -> None:
    done = install(machine)
    assert done.returncode == 1
    assert "E: cannot resolve the mirror" in done.stderr
    assert SENTENCE in done.stderr


def test_an_installation_that_brings_only_one_is_not_taken_for_both(machine: Path) -> None:
    command(machine, "apt-get", f"cp {machine}/id {machine}/bwrap; echo noise")
    (machine / "cp").symlink_to(str(shutil.which("cp")))
    done = install(machine)
    assert done.returncode == 1
    assert "Please install chromium with" in done.stderr
    assert "noise" not in done.stdout + done.stderr


def test_an_installation_that_works_is_quiet(machine: Path) -> None:
    does = f"cp {machine}/id {machine}/bwrap; cp {machine}/id {machine}/chromium; echo noise"
    command(machine, "apt-get", does)
    (machine / "cp").symlink_to(str(shutil.which("cp")))
    done = install(machine)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Installing chromium bubblewrap from the distribution ...\n"


def test_whoever_may_not_install_is_told_in_one_sentence(machine: Path) -> None:
    command(machine, "id", "echo 1000")
    done = install(machine)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(SENTENCE)
    assert done.stderr.count("\n") == 1


def test_make_goes_on_and_remembers_only_success(machine: Path, tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make
    clone = tmp_path / "clone"
    (clone / ".ci").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "requirements.lock", ".ci/system-packages"):
        shutil.copy(ROOT / name, clone / name)
    (clone / ".venv").mkdir()
    later = 2 + max(path.stat().st_mtime for path in clone.rglob("*"))
    for stamp in (".packages", ".ready"):  # what belongs to Python is installed
        (clone / ".venv" / stamp).touch()
        os.utime(clone / ".venv" / stamp, (later, later))
    for _ in range(2):  # a failure is no reason to be silent the next time
        done = run(machine, make, "setup", "PYTHON=python3", cwd=clone)
        assert done.returncode == 0
        assert SENTENCE in done.stderr
    command(machine, "chromium", "")
    command(machine, "bwrap", "")
    assert SENTENCE not in run(machine, make, "setup", "PYTHON=python3", cwd=clone).stderr
    assert (clone / ".venv" / ".system").exists()
