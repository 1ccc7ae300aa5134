"""What one process of a box may use, and the rights it gives up before student code runs."""

import contextlib
import ctypes
import os
import resource
import struct
from dataclasses import asdict, dataclass
from typing import Any

_PR_SET_DUMPABLE = 4
_PR_SET_KEEPCAPS = 8
_PR_SET_NO_NEW_PRIVS = 38
_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE = 47, 2
_CAP_DAC_READ_SEARCH = 2
_CAPABILITIES_VERSION = 0x20080522


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
    total_memory_mb : int
        Memory of all processes together, the warm Python's included.
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
    all_output_bytes : int
        What all cells together may show.
    """

    cell_s: float = 30.0
    grace_s: float = 3.0
    submission_s: float = 600.0
    memory_mb: int = 2048
    total_memory_mb: int = 4096
    processes: int = 128
    file_mb: int = 128
    disk_mb: int = 512
    open_files: int = 256
    output_bytes: int = 2_000_000
    all_output_bytes: int = 20_000_000

    @property
    def message_bytes(self) -> int:
        """What a process may say at a time of a cell that it ran.

        A message of small containers takes many times its own room once it is read, and it is
        read by a process that nothing limits.
        """
        return 4 * self.output_bytes + (1 << 20)

    def as_data(self) -> dict[str, Any]:
        """Return the limits as plain data."""
        return asdict(self)


def apply(limits: Limits, *, shares_user: bool = False) -> None:
    """Limit this process and all that it will start; cannot be undone by them.

    Parameters
    ----------
    limits : Limits
        What a submission may use.
    shares_user : bool
        Whether other processes on this machine have the same user, and count as well.
    """
    mb = 1 << 20
    _limit(resource.RLIMIT_AS, _address_space() + limits.memory_mb * mb)
    _limit(resource.RLIMIT_CPU, int(limits.submission_s) + 1)
    _limit(resource.RLIMIT_NPROC, limits.processes + (_tasks() if shares_user else 0))
    _limit(resource.RLIMIT_FSIZE, limits.file_mb * mb)
    _limit(resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource.RLIMIT_CORE, 0)


def become(uid: int, *, reads_all: bool = False) -> None:
    """Give up root for an unprivileged user, whose limits and files count; for good.

    Parameters
    ----------
    uid : int
        The user.
    reads_all : bool
        Whether folders that only root may enter stay open to it, so that something else must
        say what it may read.
    """
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    if reads_all:
        _prctl(_PR_SET_KEEPCAPS, 1)
    os.setresuid(uid, uid, uid)
    if reads_all:
        _keep_reading()
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def can_read_all() -> bool:
    """Tell whether this process may enter and read every folder."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - no path to speak of
        effective = next(line for line in status if line.startswith("CapEff:"))
    return bool(int(effective.split()[1], 16) & 1 << _CAP_DAC_READ_SEARCH)


def show_memory() -> None:
    """Let this process be looked into by its own user: its own /proc is closed to it else."""
    _prctl(_PR_SET_DUMPABLE, 1)


def be_first_to_go() -> None:
    """Let the kernel end this process, and what it starts, before any other if memory runs out."""
    with (
        contextlib.suppress(OSError),
        open("/proc/self/oom_score_adj", "w", encoding="ascii") as score,  # noqa: PTH123 - no path to speak of
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


def _tasks() -> int:
    """Return how many processes and threads there are on this machine: no user has more."""
    with open("/proc/loadavg", encoding="ascii") as load:  # noqa: PTH123 - no path to speak of
        return int(load.read().split()[3].split("/")[1])


def _keep_reading() -> None:
    """Keep one capability of root's, also in programs that are started, and no other."""
    bit = 1 << _CAP_DAC_READ_SEARCH
    libc = ctypes.CDLL(None, use_errno=True)
    head = struct.pack("Ii", _CAPABILITIES_VERSION, 0)
    if libc.capset(head, struct.pack("6I", bit, bit, bit, 0, 0, 0)) != 0:
        raise OSError(ctypes.get_errno(), "capset failed")
    _prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_READ_SEARCH)


def _prctl(option: int, *values: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, *(*values, 0, 0, 0)[:4]) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}) failed")
