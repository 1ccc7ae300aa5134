"""Take a submission in: look at hostile files before anything opens them."""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.surrogates import without_surrogates

# A lesson is far below each of these; a file above one is no notebook that a student wrote.
MAX_NOTEBOOK_BYTES = 20_000_000
MAX_FILE_BYTES = 100_000_000
MAX_ALL_BYTES = 50_000_000
MAX_FILES = 500
MAX_LEVELS = 8
MAX_DEPTH = 64
MAX_CELLS = 2000

# So much of a file's name says which it is.
_SHOWN = 80

# What nbgrader writes beside a submission when it is handed in.
TIMESTAMP = "timestamp.txt"


class UnreadableError(Exception):
    """Why a notebook cannot be read, for the student and the grader."""


@dataclass(frozen=True)
class LeftOut:
    """A file of a submission that is not passed on, and why."""

    name: str
    why: str

    def __str__(self) -> str:
        name = self.name if len(self.name) <= _SHOWN else f"{self.name[:_SHOWN]}..."
        return f"{name} was left out: {self.why}"


def parse_notebook(
    content: bytes, constant: Callable[[str], object] | None = None
) -> dict[str, Any]:
    """Read a notebook that may be hostile.

    Parameters
    ----------
    content : bytes
        The file.
    constant : callable, optional
        What to make of ``NaN`` and ``Infinity``, which Python writes and JSON has not; without
        it they are refused.

    Returns
    -------
    dict
        JSON data that has a list of cells; nothing more is promised of it.

    Raises
    ------
    UnreadableError
        If it is too large, nested too deeply, not JSON or not a notebook.

    Examples
    --------
    >>> parse_notebook(b"[" * 100_000)
    Traceback (most recent call last):
    ...
    autograder.intake.UnreadableError: it is nested too deeply to be a notebook
    """
    if len(content) > MAX_NOTEBOOK_BYTES:
        raise UnreadableError(
            f"it has {len(content) / 1e6:.0f} MB, and a notebook may have "
            f"{MAX_NOTEBOOK_BYTES / 1e6:.0f} MB"
        )
    try:
        # A lone surrogate is legal in JSON and breaks every later writer of UTF-8.
        text = content.decode("utf-8-sig")
        data: Any = without_surrogates(
            json.loads(text, parse_constant=constant or _refuse_constant)
        )
    except RecursionError:
        raise UnreadableError("it is nested too deeply to be a notebook") from None
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"it is not JSON (line {error.lineno}, column {error.colno}: {error.msg})"
        ) from None
    except ValueError as error:
        raise UnreadableError(f"it is not JSON ({error})") from None
    cells = _cells(data)
    if len(cells) > MAX_CELLS:
        raise UnreadableError(f"it has {len(cells)} cells, and a notebook may have {MAX_CELLS}")
    return {"cells": cells, "metadata": data.get("metadata")}


def copy_submission(
    source: Path, target: Path
) -> tuple[dict[str, dict[str, Any] | UnreadableError], tuple[LeftOut, ...]]:
    """Copy what is safe of a submission, and read its notebooks.

    Parameters
    ----------
    source : Path
        The student's folder; it is only read.
    target : Path
        A new folder for the files that are passed on, notebooks excepted.

    Returns
    -------
    notebooks : dict
        For each notebook of the top folder, by file name, its data or why it cannot be read.
    left_out : tuple of LeftOut
        The files that are not passed on.
    """
    target.mkdir(parents=True)
    notebooks: dict[str, dict[str, Any] | UnreadableError] = {}
    left_out: list[LeftOut] = []
    beyond: list[str] = []
    room = MAX_ALL_BYTES
    for number, path in enumerate(_walk(source)):
        name = path.relative_to(source)
        if number >= MAX_FILES:
            beyond.append(name.as_posix())
            continue
        is_notebook = path.suffix == ".ipynb" and len(name.parts) == 1
        if why := _why_not(path, name, MAX_FILE_BYTES if is_notebook else room):
            left_out.append(LeftOut(name.as_posix(), why))
        elif is_notebook:
            try:
                notebooks[path.name] = parse_notebook(path.read_bytes())
            except UnreadableError as error:
                notebooks[path.name] = error
        else:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / name)
            room -= (target / name).stat().st_size
    if beyond:
        rest = f"everything from {beyond[0]} on ({len(beyond)} files)"
        left_out.append(LeftOut(rest, f"a submission may have {MAX_FILES} files"))
    return notebooks, tuple(left_out)


def fingerprint(folder: Path) -> str:
    """Return a digest of a submission's files, by which a changed one is known."""
    digest = hashlib.sha256()
    for path in _walk(folder):
        digest.update(path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape"))
        if _why_not_opened(path):
            digest.update(str(path.lstat().st_size).encode())  # what is in it is not passed on
            continue
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _walk(folder: Path, levels: int = MAX_LEVELS) -> Iterator[Path]:
    """Every file below a folder in a fixed order, without following a link.

    A folder that is too deep, or closed, stands for what is in it.
    """
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in inside:
        if levels and path.is_dir() and not path.is_symlink():
            yield from _walk(path, levels - 1)
        else:
            yield path


def _why_not(path: Path, name: Path, room: int) -> str | None:
    if why := _why_not_opened(path):
        return why
    if path.lstat().st_size > room:
        return f"the files of a submission may have {MAX_ALL_BYTES / 1e6:.0f} MB together"
    if name.as_posix() == TIMESTAMP and not _is_time(path):
        return "it holds no time"
    return _why_not_beside_a_notebook(name)


def _why_not_opened(path: Path) -> str | None:
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return "it is a link, not a file"
    if stat.S_ISDIR(status.st_mode):
        return "it is a folder that cannot be opened, or too many lie in one another"
    if not stat.S_ISREG(status.st_mode):
        return "it is not a regular file"
    if status.st_size > MAX_FILE_BYTES:
        return f"a file may have {MAX_FILE_BYTES / 1e6:.0f} MB"
    return None if os.access(path, os.R_OK) else "it may not be read"


def _why_not_beside_a_notebook(name: Path) -> str | None:
    """Refuse what could stand in for a library: a notebook imports from its own folder first."""
    module = name.parts[0].split(".")[0]
    importable = len(name.parts) > 1 or name.suffix in {".py", ".pyc", ".so", ".pyd"}
    if not (importable and module.isidentifier()):
        return None
    with contextlib.suppress(ImportError, ValueError):
        if importlib.util.find_spec(module) is not None:
            return f"it would take the place of the module {module}"
    return None


def _is_time(path: Path) -> bool:
    from nbgrader.utils import parse_utc

    try:
        return parse_utc(path.read_text(encoding="utf-8").strip()) is not None
    except (ValueError, OverflowError):
        return False


def _cells(data: object) -> list[Any]:
    if not isinstance(data, dict):
        raise UnreadableError("it is JSON, but not a notebook")
    if _depth_exceeds(data, MAX_DEPTH):
        raise UnreadableError("it is nested too deeply to be a notebook")
    cells = data.get("cells")
    if cells is None and isinstance(data.get("worksheets"), list):
        raise UnreadableError(
            f"it has the old format {data.get('nbformat')}: open it in JupyterLab and save it again"
        )
    if not isinstance(cells, list):
        raise UnreadableError("it is JSON, but not a notebook: it has no list of cells")
    return cells


def _depth_exceeds(data: object, limit: int) -> bool:
    level: list[object] = [data]
    for _ in range(limit):
        level = [
            item
            for value in level
            if isinstance(value, dict | list)
            for item in (value.values() if isinstance(value, dict) else value)
        ]
        if not level:
            return False
    return True


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")
