"""Several persistent workers: one that dies is replaced, and its task is done again."""

import subprocess
import time
from collections.abc import Hashable
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from types import TracebackType
from typing import Generic, TypeVar

from autograder import worker
from autograder.channel import Channel, ChannelError
from autograder.workers import Lost

Key = TypeVar("Key", bound=Hashable)

_TRIES = 2


@dataclass
class _Worker(Generic[Key]):
    process: subprocess.Popen[bytes]
    channel: Channel
    key: Key | None = None
    jobs: list[bytes] = field(default_factory=list)
    tries: int = 0
    deadline: float = 0.0

    def end(self) -> None:
        """End it; the kernel ends its boxes with it."""
        self.channel.close()
        self.process.kill()
        self.process.wait()


class Pool(Generic[Key]):
    """Workers that are kept from one task to the next.

    Parameters
    ----------
    size : int
        How many, at least 1.
    budget_s : float
        Seconds after which a task is ended.
    """

    def __init__(self, size: int, budget_s: float) -> None:
        if size < 1:
            raise ValueError(f"workers must be 1 or more, not {size}")
        self._budget_s = budget_s
        self._workers: list[_Worker[Key]] = []
        try:
            for _ in range(size):
                self._workers.append(_Worker(*worker.start()))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Pool[Key]":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers, whatever they are doing."""
        for each in self._workers:
            each.end()
        self._workers.clear()

    @property
    def processes(self) -> tuple[int, ...]:
        """Ids of the workers' processes."""
        return tuple(each.process.pid for each in self._workers)

    @property
    def has_room(self) -> bool:
        """Whether a worker has nothing to do."""
        return any(each.key is None for each in self._workers)

    @property
    def is_busy(self) -> bool:
        """Whether a worker has something to do."""
        return any(each.key is not None for each in self._workers)

    def give(self, key: Key, jobs: list[bytes]) -> None:
        """Have a task done by a worker that has nothing to do."""
        free = next(each for each in self._workers if each.key is None)
        free.key, free.jobs, free.tries = key, jobs, 0
        self._send(free)

    def ended(self, timeout_s: float) -> list[tuple[Key, list[bytes] | Lost]]:
        """Wait until a task has ended or the time is over; return all that have.

        Returns
        -------
        list of (key, results)
            Packed results, or `Lost` if there are none.
        """
        busy = [each for each in self._workers if each.key is not None]
        nearest = min((each.deadline for each in busy), default=0.0) - time.monotonic()
        ready = wait([each.channel.fileno() for each in busy], max(0.0, min(timeout_s, nearest)))
        now = time.monotonic()
        found: list[tuple[Key, list[bytes] | Lost]] = []
        for each in busy:
            is_ready = each.channel.fileno() in ready
            if is_ready or each.deadline <= now:
                key, result = each.key, self._result(each, late=not is_ready)
                if result is not None and key is not None:
                    found.append((key, result))
        return found

    def _send(self, each: _Worker[Key]) -> None:
        each.tries += 1
        each.deadline = time.monotonic() + self._budget_s
        try:
            each.channel.send(each.jobs)
        except ChannelError:
            each.deadline = 0.0  # found to be gone when it is asked for its result

    def _result(self, each: _Worker[Key], *, late: bool) -> list[bytes] | Lost | None:
        """Take a worker's result; None if the task is being done again."""
        if late and each.deadline:
            self._replace(each)
            each.key = None
            return Lost("it was ended because it took too long altogether", out_of_time=True)
        try:
            reply = each.channel.receive(self._budget_s)
        except ChannelError:
            self._replace(each)
            if each.tries < _TRIES:
                self._send(each)
                return None
            each.key = None
            return Lost(f"{_TRIES} workers ended over it, one after the other")
        each.key = None
        return Lost(reply["failed"]) if "failed" in reply else list(reply["results"])

    def _replace(self, each: _Worker[Key]) -> None:
        each.end()
        each.process, each.channel = worker.start()
