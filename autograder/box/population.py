"""Which processes are in a box, and how all of them are signalled, seen from its server."""

import contextlib
import os
import signal
from collections.abc import Iterator
from typing import Protocol

from autograder.box.limits import become


class Population(Protocol):
    """The processes of a box, but for those that keep it."""

    def signal(self, number: int) -> None:
        """Send a signal to all, at once."""

    def processes(self) -> Iterator[int]:
        """Yield the id of each."""


class OfNameSpace:
    """All processes of the name space whose first process this is."""

    def signal(self, number: int) -> None:
        """Send a signal to all, at once."""
        if os.getpid() != 1:
            raise RuntimeError("the server of a box must be the first process of its own")
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, number)

    def processes(self) -> Iterator[int]:
        """Yield the id of each."""
        yield from (each for each in _all() if each != 1)


class OfUser:
    """All processes of a user that only this box has.

    Parameters
    ----------
    uid : int
        The user.
    """

    def __init__(self, uid: int) -> None:
        self._uid = uid

    def signal(self, number: int) -> None:
        """Send a signal to all, at once: a process of the user may, and reaches nobody else."""
        child = os.fork()
        if child == 0:
            try:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                become(self._uid)
                os.kill(-1, number)
            finally:
                os._exit(0)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)

    def processes(self) -> Iterator[int]:
        """Yield the id of each."""
        for each in _all():
            with contextlib.suppress(OSError, IndexError, ValueError):
                with open(f"/proc/{each}/status", encoding="ascii", errors="replace") as file:  # noqa: PTH123 - no path to speak of
                    status = file.read()
                if int(status.split("\nUid:", 1)[1].split(maxsplit=1)[0]) == self._uid:
                    yield each


class OfDomain:
    """All processes that are confined with or within this one, which can signal no other.

    Raises
    ------
    RuntimeError
        If its parent can be signalled: then nothing would keep a signal in.
    """

    def __init__(self) -> None:
        if _can_signal(os.getppid()):
            raise RuntimeError("signals of this process are not kept in")

    def signal(self, number: int) -> None:
        """Send a signal to all, at once."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(-1, number)

    def processes(self) -> Iterator[int]:
        """Yield the id of each."""
        yield from (each for each in _all() if each != os.getpid() and _can_signal(each))


def _can_signal(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


def _all() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208 - a name is all it takes
