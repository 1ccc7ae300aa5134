"""A worker process: keeps a box and an examiner warm, and does one job after the other."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.channel import Channel, ChannelError

MAX_BYTES = 1 << 29
# Nothing of the folder that the grader happens to stand in may be imported by a worker.
_START = "import sys; from autograder.worker import main; main(int(sys.argv[1]))"


_ahead: list[tuple[subprocess.Popen[bytes], Channel]] = []


def start() -> tuple[subprocess.Popen[bytes], Channel]:
    """Return the process of a worker, started now or ahead, and the channel to it.

    It is sent lists of packed jobs and answers ``{"results": [...]}`` or ``{"failed": why}``. It
    ends when the channel is closed.
    """
    return _ahead.pop() if _ahead else _start()


def start_ahead(count: int, withheld: Sequence[str], box: str) -> None:
    """Start workers that get warm while this process is still busy with something else.

    Parameters
    ----------
    count : int
        How many.
    withheld : sequence of str
        What their first job will lack; they begin anew if it lacks something else.
    box : str
        What keeps submissions apart; see :func:`autograder.box_of`.
    """
    for _ in range(count):
        process, channel = _start()
        _ahead.append((process, channel))
        channel.send({"withheld": list(withheld), "box": box})


def end_idle() -> None:
    """End the workers that nobody came to need."""
    for process, channel in _ahead:
        channel.close()
        process.kill()
        process.wait()
    _ahead.clear()


def _start() -> tuple[subprocess.Popen[bytes], Channel]:
    ours, theirs = socket.socketpair()
    packages = [str(Path(__file__).resolve().parent.parent), *sys.path[1:]]
    with theirs:
        process = subprocess.Popen(  # noqa: S603 - the command is built here
            [sys.executable, "-P", "-c", _START, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, packages))},
            start_new_session=True,  # Ctrl-C is the parent's to handle
        )
    return process, Channel(ours, MAX_BYTES)


def main(descriptor: int) -> None:
    """Do what comes over a socket until it is closed."""
    from autograder import marking

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    channel = Channel(socket.socket(fileno=descriptor), MAX_BYTES)
    try:
        with contextlib.suppress(ChannelError):
            while True:
                message = channel.receive()
                if isinstance(message, dict):
                    _begin(**message)
                else:
                    channel.send(_done(message))
    finally:
        marking.retire()


def _begin(withheld: list[str], box: str) -> None:
    from autograder import marking
    from autograder.box.sandbox import SandboxError

    with contextlib.suppress(SandboxError):  # said again, and heard, when there is a job
        marking.begin(tuple(withheld), box)


def _done(jobs: list[bytes]) -> dict[str, Any]:
    from autograder.box.sandbox import SandboxError
    from autograder.marking import grade

    try:
        return {"results": [grade(job) for job in jobs]}
    except SandboxError as error:
        return {"failed": str(error)}
    except Exception as error:  # noqa: BLE001 - it must cost this submission alone
        return {"failed": f"{type(error).__name__}: {error}"}
