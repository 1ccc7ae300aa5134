"""The gradebook as a file: how it is written to, and a copy of it before a run.

A gradebook that a server keeps (PostgreSQL) is left to that server, its copies too.
"""

import contextlib
import datetime as dt
import os
import sqlite3
import tempfile
import time
from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url

from autograder.protocol import Value

KEPT = 10
_PATIENCE_S = 10.0
# File systems where several machines may write to one file: a log beside it would not do there.
_SHARED = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "glusterfs"}
)


def file_of(db_url: str) -> Path | None:
    """Return the file of a SQLite gradebook; None if it is kept otherwise."""
    url = make_url(db_url)
    is_file = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    return Path(url.database or "") if is_file else None


def write_ahead(db_url: str) -> bool:
    """Let a SQLite gradebook on a disk of this machine write ahead into a log; tell if it does.

    Whoever reads it, such as formgrader, then never waits for the grader, nor the grader for
    them. SQLite keeps to it from then on, whatever program opens the file.
    """
    path = file_of(db_url)
    if path is None or _file_system(path) in _SHARED:
        return False
    with contextlib.closing(sqlite3.connect(path, timeout=1)) as connection:
        # While somebody else has it open it stays as it is, which is slower and no worse.
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode=WAL")
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    return str(mode) == "wal"


def spare_the_disk(engine: Engine) -> Engine:
    """Have a SQLite engine wait for the disk when its log is merged, and not at each commit.

    After a loss of power the last submissions may then count as unfinished, and are graded again;
    the file itself stays sound.
    """
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _wait_less)
    return engine


def _wait_less(connection: Value, _: Value) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode == "wal":
        connection.execute("PRAGMA synchronous=NORMAL")


def copy_before_run(db_url: str, now: dt.datetime) -> Path | None:
    """Copy a SQLite gradebook into ``backups/`` beside it, and remove the oldest copies.

    Parameters
    ----------
    db_url : str
        Address of the gradebook.
    now : datetime.datetime
        What the copy is named by.

    Returns
    -------
    Path or None
        The copy; None if the gradebook is no file here.

    Raises
    ------
    OSError, sqlite3.Error
        If it cannot be copied; there is no half copy then.
    """
    path = file_of(db_url)
    if path is None or not path.exists():
        return None
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    copy = folder / f"{path.stem}-{now:%Y%m%dT%H%M%S}{path.suffix}"
    number, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=path.suffix)
    os.close(number)
    try:
        _copy(path, Path(name))
        Path(name).replace(copy)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    for old in sorted(folder.glob(f"{path.stem}-*{path.suffix}"))[:-KEPT]:
        old.unlink()
    return copy


def _copy(path: Path, target: Path) -> None:
    """Copy what is committed, also what still lies in the log."""
    deadline = time.monotonic() + _PATIENCE_S

    def give_up(status: int, _: int, __: int) -> None:
        # `backup` itself would wait for ever for somebody who has the file locked.
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > deadline:
            raise sqlite3.OperationalError("database is locked")

    with (
        contextlib.closing(sqlite3.connect(path)) as source,
        contextlib.closing(sqlite3.connect(target)) as written,
    ):
        source.backup(written, progress=give_up)


def _file_system(path: Path) -> str:
    """Return the kind of file system that a path lies on; empty where the system does not say."""
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    places = (line.split()[1:3] for line in mounts)
    holding = [
        (len(place), kind)
        for place, kind in places
        if path.resolve().is_relative_to(place.replace("\\040", " "))
    ]
    return max(holding, default=(0, ""))[1]
