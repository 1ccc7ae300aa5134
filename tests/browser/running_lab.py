"""A course folder and a JupyterLab on it, as an instructor and a student would have them."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[2]
LESSON = "1-transmitters"
NOTEBOOK = "transmitters.ipynb"
STUDENT = "ada"
ANSWER = "Much in concentration, little in number, and for about a millisecond."
_TOKEN = secrets.token_hex()
_PATIENCE_S = 60.0


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab."""

    address: str
    folder: Path

    def page(self, path: str) -> str:
        """Return the address of a page, with the token that opens it."""
        return f"{self.address}/{path}?token={_TOKEN}"


def make_course(folder: Path) -> None:
    """Release the lesson; keep a copy not begun, a solved one, and grade the solved one."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / "source" / LESSON, folder / "source" / LESSON)
    autograder(folder, "release", LESSON)
    released = folder / "release" / LESSON
    shutil.copytree(released, folder / "begun" / LESSON)
    submitted = folder / "submitted" / STUDENT / LESSON
    shutil.copytree(released, submitted)
    solve(submitted / NOTEBOOK, folder / "source" / LESSON / NOTEBOOK)
    shutil.copytree(submitted, folder / "solved" / LESSON)
    shutil.copytree(submitted, folder / "wrong" / LESSON)
    misread(folder / "wrong" / LESSON / NOTEBOOK)
    autograder(folder, "grade", LESSON)


@contextmanager
def running_lab(folder: Path) -> Iterator[Lab]:
    """Serve JupyterLab on a course folder, with settings of its own."""
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", "--ServerApp.root_dir=."]
    command += [f"--IdentityProvider.token={_TOKEN}"]
    with (folder / "lab.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=_environment(folder), stdout=log, stderr=subprocess.STDOUT
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_up(f"{address}/api?token={_TOKEN}", server)
            yield Lab(address, folder)
        finally:
            server.terminate()
            server.wait(timeout=30)


def autograder(folder: Path, *arguments: str) -> None:
    """Run a command of the autograder as a TA would, and show what it said if it fails."""
    done = subprocess.run(
        [str(Path(sys.executable).parent / "autograder"), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def solve(notebook: Path, source: Path) -> None:
    """Put the reference solutions, and an answer in words, into a released notebook."""
    solutions = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in nbformat.read(source, as_version=4).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    solved = nbformat.read(notebook, as_version=4)
    for cell in solved.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        cell.source = solutions.get(grade_id, cell.source)
        if cell.id == "fr1-1-answer":
            cell.source = ANSWER
    notebook.chmod(0o644)
    nbformat.write(solved, notebook)


def misread(notebook: Path) -> None:
    """Turn the sign of the voltage round in the answer on magnesium block."""
    wrong = nbformat.read(notebook, as_version=4)
    for cell in wrong.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "nmda-unblock":
            cell.source += "\n\n\n_right = nmda_unblock\n\n\n"
            cell.source += "def nmda_unblock(v_mV, mg_mM=1.0):\n    return _right(-v_mV, mg_mM)\n"
    nbformat.write(wrong, notebook)


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment that no setting of this machine's user reaches."""
    settings = folder / "settings"
    quiet = settings / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    quiet.parent.mkdir(parents=True, exist_ok=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    # A page that prefers dark colours gets them.
    themes = settings / "@jupyterlab" / "apputils-extension" / "themes.jupyterlab-settings"
    themes.write_text('{"adaptive-theme": true}')
    # All cells stay in the page, wherever it is scrolled to, so that each can be found.
    tracker = settings / "@jupyterlab" / "notebook-extension" / "tracker.jupyterlab-settings"
    tracker.parent.mkdir(parents=True, exist_ok=True)
    tracker.write_text('{"windowingMode": "none"}')
    beside_python = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PATH": os.pathsep.join([beside_python, os.environ["PATH"]]),
        "JUPYTER_CONFIG_DIR": str(settings),
        "JUPYTERLAB_SETTINGS_DIR": str(settings),
        "JUPYTER_RUNTIME_DIR": str(settings / "runtime"),
    }


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_up(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            assert server.poll() is None, "JupyterLab ended before it began; see lab.log"
            assert time.monotonic() < deadline, "JupyterLab did not come up in time; see lab.log"
            time.sleep(0.2)
        else:
            return
