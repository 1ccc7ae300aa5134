"""Show explorers on one live page, for a lecture: ``python -m course.explorers``."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from course.explorers.page import notebook

_HERE_ALONE = "127.0.0.1"
_LOOK = Path(__file__).parent / "lecture"
# Extensions that need JupyterLab itself, and that slow a page which shows widgets alone.
_NOT_NEEDED = (
    "@jupyter/nbgrader",
    "@jupyter-notebook/lab-extension",
    "@voila-dashboards/jupyterlab-preview",
    "jupyterlab_pygments",
)
_FURTHER = 50  # ports that are tried after the one that is taken
_NO_VOILA = "No Voila here: install it with 'pip install voila', or use 'make explore'."


def main(arguments: list[str] | None = None) -> int:
    """Write the page's notebook and serve it until interrupted; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m course.explorers",
        description="Show the explorers of some lessons, or of all, on one live page.",
    )
    parser.add_argument("lessons", nargs="*", help="such as ketamine; none means all")
    parser.add_argument(
        "--port", type=_port, default=8866, help="the first to try; 8866 unless told"
    )
    parser.add_argument("--no-browser", action="store_true", help="only serve; open no browser")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path("build/explore"),
        help="where the page's notebook is written",
    )
    chosen = parser.parse_args(arguments)
    if importlib.util.find_spec("voila") is None:
        print(_NO_VOILA, file=sys.stderr)
        return 2
    try:
        page = notebook(chosen.lessons)
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    port = free_port(chosen.port)
    if port is None:
        print(f"No port from {chosen.port} on is free: name another by --port.", file=sys.stderr)
        return 1
    chosen.folder.mkdir(parents=True, exist_ok=True)
    path = chosen.folder / "explorers.ipynb"
    path.write_text(json.dumps(page, indent=1), encoding="utf-8")
    print(f"Serving http://localhost:{port} (Ctrl-C ends it) ...", flush=True)
    return _serve(path, port, open_browser=not chosen.no_browser)


def free_port(first: int) -> int | None:
    """Return the first port from `first` on that nobody uses here, or None if all are taken.

    Voila would look for one too, but would not say in time which it took.
    """
    for port in range(first, min(first + _FURTHER, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as Voila's server does
            try:
                probe.bind((_HERE_ALONE, port))
            except OSError:
                continue
            return port
    return None


def _port(text: str) -> int:
    """Read a port from the command line."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a whole number from 1 to 65535, not {text!r}")
    return int(text)


def _serve(path: Path, port: int, *, open_browser: bool) -> int:
    command = [sys.executable, "-m", "voila", str(path), f"--port={port}"]
    command += [f"--Voila.ip={_HERE_ALONE}", "--Voila.port_retries=0"]
    command += ["--template=cleft", "--theme=light"]
    command += [f"--VoilaConfiguration.extension_denylist={name}" for name in _NOT_NEEDED]
    if not open_browser:
        command.append("--no-browser")
    paths = [str(_LOOK), *filter(None, [os.environ.get("JUPYTER_PATH")])]
    environment = {**os.environ, "JUPYTER_PATH": os.pathsep.join(paths)}
    server = subprocess.Popen(command, env=environment)  # noqa: S603 - ours
    # Whoever ends this command ends the server with it.
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    while True:
        try:
            return server.wait()
        except KeyboardInterrupt:  # the server has heard it, too, and tidies up
            continue


if __name__ == "__main__":
    sys.exit(main())
