"""A worker process: keeps a box and an examiner warm, and does one job after the other."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from autograder.box.sandbox import SandboxError
from autograder.channel import Channel, ChannelError
from autograder.marking import grade, retire

MAX_BYTES = 1 << 29
# Nothing of the folder that the grader happens to stand in may be imported by a worker.
_START = "import sys; from autograder.worker import main; main(int(sys.argv[1]))"


def start() -> tuple[subprocess.Popen[bytes], Channel]:
    """Start a worker; return its process, and the channel to it.

    It is sent lists of packed jobs and answers ``{"results": [...]}`` or ``{"failed": why}``. It
    ends when the channel is closed.
    """
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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    channel = Channel(socket.socket(fileno=descriptor), MAX_BYTES)
    try:
        with contextlib.suppress(ChannelError):
            while True:
                channel.send(_done(channel.receive()))
    finally:
        retire()


def _done(jobs: list[bytes]) -> dict[str, Any]:
    try:
        return {"results": [grade(job) for job in jobs]}
    except SandboxError as error:
        return {"failed": str(error)}
    except Exception as error:  # noqa: BLE001 - it must cost this submission alone
        return {"failed": f"{type(error).__name__}: {error}"}
