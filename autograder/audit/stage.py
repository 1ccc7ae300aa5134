"""A notebook's Python in this process, forked for each thing that is tried in it.

Only for what the instructor wrote: nothing here keeps code from reading or changing the marks of
its own attempt. What it cannot do is to reach another attempt, or to go on for ever.
"""

import contextlib
import gc
import json
import math
import os
import resource
import selectors
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from autograder.audit.lesson import Cell
from autograder.conversion import sentence

# Told to every cell by nbgrader when it grades; explorers then draw nothing.
GRADING = {"NBGRADER_EXECUTION": "autograde"}
# A busy machine makes whoever computes wait; whoever only waits is ended after so many times more.
_PATIENCE = 4


class TooLong(KeyboardInterrupt):
    """A cell is interrupted as by a person, so that a check's own `except Exception` lets it."""


@dataclass(frozen=True)
class Ran:
    """What one cell came to.

    Parameters
    ----------
    cell : str
        Its name.
    outputs : list
        What it showed, as a notebook stores it.
    error : str
        Name of the exception that ended it, else empty.
    seconds : float
        Processor time, that of its threads included.
    """

    cell: str
    outputs: Sequence[Mapping[str, Any]]
    error: str
    seconds: float

    @property
    def is_endless(self) -> bool:
        """Whether it had to be interrupted; what awaits something is cancelled."""
        return self.error in {TooLong.__name__, "CancelledError"}


class Stage:
    """A notebook that runs here, cell by cell.

    Parameters
    ----------
    folder : Path
        Where it runs; a copy, if the cells may write.
    cell_s : float
        Seconds of processor time after which a cell is interrupted.
    grading : bool
        Whether cells are told that they are graded.
    """

    def __init__(self, folder: Path, cell_s: float, *, grading: bool) -> None:
        for name, value in GRADING.items():
            if grading:
                os.environ[name] = value
            else:
                os.environ.pop(name, None)
        os.chdir(folder)
        from autograder.box.shell import Shell

        self.shell: Shell = Shell()
        self.shell.recorder.max_bytes = 1 << 26
        self._cell_s, self._process = cell_s, os.getpid()

    @property
    def names(self) -> dict[str, Any]:
        """What the cells have bound so far."""
        names: dict[str, Any] = self.shell.ipython.user_ns
        return names

    def run(self, cell: Cell, source: str | None = None) -> Ran:
        """Run a cell, or another source in its place."""
        began = time.process_time()
        is_copy = os.getpid() != self._process  # and has a limit of its own
        with contextlib.nullcontext() if is_copy else _interrupted_after(self._cell_s):
            ran = self.shell.run(cell.source if source is None else source)
        outputs = self.shell.recorder.finished()
        return Ran(cell.name, outputs, ran.error, time.process_time() - began)

    def run_all(self, cells: Iterable[Cell]) -> list[Ran]:
        """Run code cells in order, whatever becomes of each."""
        return [self.run(cell) for cell in cells if cell.kind == "code"]


@contextlib.contextmanager
def _interrupted_after(seconds: float) -> Iterator[None]:
    """Interrupt whatever computes, or waits, for too long."""

    def interrupt(*_: object) -> None:
        raise TooLong(f"it was still running after {seconds:g} s")

    timers = {
        signal.SIGPROF: (signal.ITIMER_PROF, seconds),
        signal.SIGALRM: (signal.ITIMER_REAL, _PATIENCE * seconds),
    }
    for number, (timer, limit_s) in timers.items():
        signal.signal(number, interrupt)
        signal.setitimer(timer, limit_s)
    try:
        yield
    finally:
        for timer, _ in timers.values():
            signal.setitimer(timer, 0)


def apart(what: Callable[[], object], limit_s: float) -> tuple[Any, str]:
    """Do something in a copy of this process.

    Parameters
    ----------
    what : callable
        Returns JSON data.
    limit_s : float
        Seconds of processor time after which the copy is ended.

    Returns
    -------
    result : JSON data or None
        What it returned.
    trouble : str
        Why there is nothing, else empty.
    """
    receiver, sender = os.pipe()
    gc.freeze()  # what the copy does not collect it does not have to copy
    child = os.fork()
    if not child:
        os.close(receiver)
        _be_the_copy(what, sender, limit_s)
    os.close(sender)
    with os.fdopen(receiver, "rb") as stream:
        packed = _read(stream, _PATIENCE * limit_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if packed is None or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return None, f"it was still running after {limit_s:g} s"
    try:
        reply = json.loads(packed)
    except ValueError:
        return None, "it ended its process"
    return reply.get("result"), reply.get("trouble", "")


def _be_the_copy(what: Callable[[], object], sender: int, limit_s: float) -> None:
    """Do it, send what came of it, and never return."""
    try:
        os.setpgid(0, 0)
        seconds = math.ceil(limit_s)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        try:
            reply = {"result": what()}
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told
            reply = {"trouble": f"{type(error).__name__}: {sentence(error)}"}
        with os.fdopen(sender, "wb") as stream:
            stream.write(json.dumps(reply, default=str).encode())
    finally:
        os._exit(0)


def _read(stream: IO[bytes], limit_s: float) -> bytes | None:
    """Read until the other end is closed; None if that takes too long."""
    deadline = time.monotonic() + limit_s
    pieces: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while selector.select(max(0.0, deadline - time.monotonic())):
            piece = os.read(stream.fileno(), 1 << 16)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
    return None
