"""Show explorers on one live page, for a lecture: ``python -m course.explorers``."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from course.explorers.page import notebook

_LOOK = Path(__file__).parent / "lecture"
# Extensions that need JupyterLab itself, and that slow a page which shows widgets alone.
_NOT_NEEDED = (
    "@jupyter/nbgrader",
    "@jupyter-notebook/lab-extension",
    "@voila-dashboards/jupyterlab-preview",
    "jupyterlab_pygments",
)
_NO_VOILA = "No Voila here: install it with 'pip install voila', or use 'make explore'."


def main(arguments: list[str] | None = None) -> int:
    """Write the page's notebook and serve it until interrupted; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m course.explorers",
        description="Show the explorers of some lessons, or of all, on one live page.",
    )
    parser.add_argument("lessons", nargs="*", help="such as ketamine; none means all")
    parser.add_argument("--port", type=int, default=8866)
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
    chosen.folder.mkdir(parents=True, exist_ok=True)
    path = chosen.folder / "explorers.ipynb"
    path.write_text(json.dumps(page, indent=1), encoding="utf-8")
    print(f"Serving http://localhost:{chosen.port} (Ctrl-C ends it) ...", flush=True)
    return _serve(path, chosen.port, open_browser=not chosen.no_browser)


def _serve(path: Path, port: int, *, open_browser: bool) -> int:
    command = [sys.executable, "-m", "voila", str(path), f"--port={port}", "--Voila.ip=127.0.0.1"]
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
