"""Seconds that each lesson takes from top to bottom in a cold kernel."""

import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def measure() -> dict[str, float]:
    """Return `lesson_<lesson>_s` for every source notebook, its reference solutions run."""
    notebooks = sorted(Path("source").glob("*/*.ipynb"))
    return {f"lesson_{path.stem}_s": _seconds(path) for path in notebooks}


def _seconds(path: Path) -> float:
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=60, resources={"metadata": {"path": str(path.parent)}}
    )
    start = time.perf_counter()
    client.execute()
    return time.perf_counter() - start
