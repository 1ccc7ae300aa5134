"""The process that holds one student's notebook: runs its cells, and parks copies of itself.

Each copy has a channel of its own to the outside. A copy parked before a cell takes over if that
cell kills the process; a copy parked at a test cell waits for the examiner.
"""

import contextlib
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from typing import Any, NoReturn

from autograder.box.answers import Answers
from autograder.box.limits import Limits
from autograder.box.shell import Shell
from autograder.channel import Channel, ChannelError

# What these processes rely on, by the names that student code cannot rebind under them.
_exit, _fork, _getpid, _getppid, _kill = os._exit, os.fork, os.getpid, os.getppid, os.kill
_wait = os.waitpid
_set_signal, _set_timer, _sleep = signal.signal, signal.setitimer, time.sleep


class Resident:
    """Does what the outside asks, one request after the other.

    Parameters
    ----------
    shell : Shell
        The notebook's Python.
    channel : Channel
        To the outside.
    output_bytes : int
        What one cell may show.
    """

    def __init__(self, shell: Shell, channel: Channel, output_bytes: int) -> None:
        self._shell = shell
        self._channel = channel
        shell.recorder.max_bytes = output_bytes
        self._raw = RawOutput()
        self._parent = 0
        self._copies: list[int] = []
        self._answers: Answers | None = None
        self._on_interrupt: Any = signal.SIG_DFL

    def serve(self) -> NoReturn:
        """Answer requests until the other end is gone."""
        while True:
            try:
                request = self._channel.receive()
                if "do" in request:
                    self._answer(request)
                    continue
                reply = _REQUESTS[request["request"]](self, request)
                if reply is not None:
                    self._channel.send(reply)
            except ChannelError:
                _exit(0)
            except KeyboardInterrupt:  # meant for a cell that ended just before
                continue

    def run(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run a cell."""
        recorder = self._shell.recorder
        ran = self._shell.run(request["code"], is_shown=request["shown"])
        self._raw.drain_to(recorder.write)
        return {
            "outputs": recorder.finished(),
            "updates": recorder.updates,
            "flooded": recorder.flooded,
            "error": ran.error,
            "execution_count": ran.execution_count,
        }

    def park(self, _: dict[str, Any]) -> dict[str, Any] | None:
        """Leave a copy of this process, which listens on the socket that came with the request."""
        end = self._channel.take_socket()
        state = random.getstate()
        me = _getpid()
        try:
            child = _fork()
        except OSError as error:
            end.close()
            return {"parked": False, "why": str(error)}
        if child:
            end.close()
            self._copies = [copy for copy in self._copies if not _has_ended(copy)] + [child]
            return {"parked": True}
        # Python seeds its generator anew in every fork; this copy is to go on as the original.
        random.setstate(state)
        self._channel.close()
        self._channel = Channel(end, takes_sockets=True)
        self._parent, self._copies = me, []
        handler = _set_signal(signal.SIGINT, signal.SIG_IGN)
        if handler != signal.SIG_IGN:  # else this is a copy of a parked copy
            self._on_interrupt = handler
        return None  # this is the copy: the original has answered

    def interrupt(self, _: dict[str, Any]) -> dict[str, Any]:
        """Interrupt the process that this one is a copy of."""
        self._signal_original(signal.SIGINT)
        return {}

    def end_original(self, _: dict[str, Any]) -> dict[str, Any]:
        """End the process that this one is a copy of, and say what it wrote at last."""
        while self._signal_original(signal.SIGKILL):
            _sleep(0.0005)
        shown: list[list[str]] = []
        self._raw.drain_to(lambda stream, text: shown.append([stream, text]))
        return {"shown": shown}

    def _signal_original(self, number: int) -> bool:
        """Signal the original if it still is this process's parent; tell whether it was."""
        if _getppid() != self._parent:
            return False
        with contextlib.suppress(ProcessLookupError):  # it ended just now
            _kill(self._parent, number)
        return True

    def resume(self, _: dict[str, Any]) -> dict[str, Any]:
        """Be no parked copy any more, but the process that runs the next cells."""
        _set_signal(signal.SIGINT, self._on_interrupt)
        return {}

    def _answer(self, request: dict[str, Any]) -> None:
        """Answer the examiner; a call that outlasts its time ends this process."""
        if self._answers is None:
            self._answers = Answers(self._shell, self._channel)
            _set_signal(signal.SIGALRM, signal.SIG_DFL)
        _set_timer(signal.ITIMER_REAL, request["seconds"])
        self._answers.answer(request)
        _set_timer(signal.ITIMER_REAL, 0)


def _has_ended(copy: int) -> bool:
    """Tell whether a copy has ended, and let go of it: what is left of it counts as a process."""
    try:
        return _wait(copy, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return True


class RawOutput:
    """What reaches the process's own descriptors 1 and 2: from C code, and from programs."""

    def __init__(self) -> None:
        self._files = {}
        for number, stream in ((1, "stdout"), (2, "stderr")):
            # A file in memory alone would count as nobody's; it goes by no name either.
            path = f"{os.environ['TMPDIR']}/{stream}"
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            os.unlink(path)  # noqa: PTH108 - before and apart from everything else
            os.dup2(file, number)
            os.close(file)
            self._files[stream] = number

    def drain_to(self, write: Callable[[str, str], Any], most: int = 1 << 20) -> None:
        """Hand over what has been written since the last time, and forget it."""
        for stream, number in self._files.items():
            try:
                size = os.lseek(number, 0, os.SEEK_CUR)
                if size:
                    write(stream, os.pread(number, min(size, most), 0).decode(errors="replace"))
                    os.ftruncate(number, 0)
                    os.lseek(number, 0, os.SEEK_SET)
            except (OSError, ValueError):  # the student closed it
                continue


_REQUESTS: dict[str, Callable[[Resident, dict[str, Any]], dict[str, Any] | None]] = {
    "run": Resident.run,
    "park": Resident.park,
    "interrupt": Resident.interrupt,
    "end original": Resident.end_original,
    "resume": Resident.resume,
}


def name_space() -> None:
    """Return the names that a notebook starts with: a fresh set of the shell's own."""


def enter(shell: Shell, channel: Channel, order: dict[str, Any], limits: Limits) -> NoReturn:
    """Be the process of a submission, from the moment it was forked."""
    lay_out(order["files"], order["folder"])
    resident = Resident(shell, channel, limits.output_bytes)
    channel.send({"ready": True})
    resident.serve()


def lay_out(files: dict[str, bytes], folder: str) -> None:
    """Lay out the lesson's files, and go there as a notebook does."""
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - before and apart from everything else
    os.chdir(folder)
    for name, content in files.items():
        directory = os.path.dirname(name)  # noqa: PTH120 - apart from everything else
        if directory:
            os.makedirs(directory, exist_ok=True)  # noqa: PTH103 - apart from everything else
        with open(name, "xb") as file:  # noqa: PTH123 - apart from everything else
            file.write(content)
    # Jupyter puts the notebook's folder first; here it is last, so that no file shadows a library.
    sys.path.append(folder)
