"""What one process of a box may use, and the rights it gives up before student code runs."""

import contextlib
import ctypes
import os
import resource
from dataclasses import asdict, dataclass
from typing import Any

_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38


@dataclass(frozen=True)
class Limits:
    """Limits of one submission.

    Parameters
    ----------
    cell_s : float
        Wall time of a cell, after which it is interrupted.
    grace_s : float
        How long an interrupted cell may take to stop, before it is ended.
    submission_s : float
        Wall time of all cells and tests together; processor time of each process.
    memory_mb : int
        Address space of a process beyond what the warm Python takes.
    processes : int
        Processes and threads at a time.
    file_mb : int
        Size of one file.
    disk_mb : int
        All files together.
    open_files : int
        Descriptors of a process.
    output_bytes : int
        What one cell may show.
    """

    cell_s: float = 30.0
    grace_s: float = 3.0
    submission_s: float = 600.0
    memory_mb: int = 2048
    processes: int = 128
    file_mb: int = 128
    disk_mb: int = 512
    open_files: int = 256
    output_bytes: int = 2_000_000

    def as_data(self) -> dict[str, Any]:
        """Return the limits as plain data."""
        return asdict(self)


def apply(limits: Limits) -> None:
    """Limit this process and all that it will start; cannot be undone by them."""
    mb = 1 << 20
    _limit(resource.RLIMIT_AS, _address_space() + limits.memory_mb * mb)
    _limit(resource.RLIMIT_CPU, int(limits.submission_s) + 1)
    _limit(resource.RLIMIT_NPROC, limits.processes)
    _limit(resource.RLIMIT_FSIZE, limits.file_mb * mb)
    _limit(resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource.RLIMIT_CORE, 0)


def become(uid: int) -> None:
    """Give up root for an unprivileged user, whose limits and files count; for good."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    # Changing user made it undumpable, which also closes its own /proc to it.
    _prctl(_PR_SET_DUMPABLE, 1)


def be_first_to_go() -> None:
    """Let the kernel end this process, and what it starts, before any other if memory runs out."""
    with (
        contextlib.suppress(OSError),
        open("/proc/self/oom_score_adj", "w", encoding="ascii") as score,  # noqa: PTH123 - as below
    ):
        score.write("1000")


def hide_memory() -> None:
    """Keep other processes of the same user from reading or tracing this one."""
    _prctl(_PR_SET_DUMPABLE, 0)


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))


def _address_space() -> int:
    with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123 - no path to speak of
        return int(pages.read().split()[0]) * resource.getpagesize()


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}) failed")
