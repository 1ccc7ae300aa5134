"""Run one job after another in processes of their own, several at a time.

A job that dies or hangs costs itself alone. nbgrader changes the working directory, the
environment and the log of its whole process, so threads would not do.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

from autograder.conversion import sentence

Job = TypeVar("Job")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Lost:
    """A job without a result.

    Parameters
    ----------
    why : str
        What happened to it, as a sentence.
    out_of_time : bool
        It took longer than it may: that is its own doing, and no fault of the machine.
    """

    why: str
    out_of_time: bool = False


@dataclass
class _Running(Generic[Job]):
    job: Job
    process: BaseProcess
    receiver: Connection
    deadline: float


def usable_cpus() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_jobs(
    function: Callable[[Job], Result], jobs: Sequence[Job], *, workers: int, budget_s: float
) -> Iterator[tuple[Job, Result | Lost]]:
    """Apply a function to each job, each in a new process.

    Parameters
    ----------
    function : callable
        Of module level, so that every start method can find it; its result must be picklable.
    jobs : sequence
        What to apply it to.
    workers : int
        How many run at a time, at least 1.
    budget_s : float
        Seconds after which a job is ended.

    Yields
    ------
    (job, result)
        In the order in which they end; `Lost` for a job that died or was ended.
    """
    if workers < 1:
        raise ValueError(f"workers must be 1 or more, not {workers}")
    # A fork has everything imported already; where there is none a new interpreter must do.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    waiting = list(reversed(jobs))
    running: list[_Running[Job]] = []
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                running.append(_start(context, function, waiting.pop(), budget_s))
            for one in _ended(running):
                running.remove(one)
                yield one.job, _result(one)
    finally:
        for one in running:
            _end(one.process)


def _start(
    context: multiprocessing.context.BaseContext,
    function: Callable[[Job], Result],
    job: Job,
    budget_s: float,
) -> _Running[Job]:
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]  # not every context has one
        target=_work, args=(function, job, sender)
    )
    process.start()
    sender.close()
    return _Running(job, process, receiver, time.monotonic() + budget_s)


def _work(function: Callable[[Job], Result], job: Job, sender: Connection) -> None:
    # Ctrl-C is the parent's to handle, and so is the screen: libraries and kernels chatter.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Path(os.devnull).open("w") as nowhere:
        for stream in (1, 2):
            os.dup2(nowhere.fileno(), stream)
    result: Result | Lost
    try:
        result = function(job)
    except Exception as error:  # noqa: BLE001 - whatever it was, it must cost this job alone
        result = Lost(f"{type(error).__name__}: {sentence(error)}")
    sender.send(result)


def _ended(running: Sequence[_Running[Job]]) -> list[_Running[Job]]:
    """Wait until a job has a result, has died or is out of time; return all such."""
    nearest = min(one.deadline for one in running) - time.monotonic()
    ready = wait([one.receiver for one in running], timeout=max(nearest, 0))
    now = time.monotonic()
    return [one for one in running if one.receiver in ready or one.deadline <= now]


def _result(one: _Running[Job]) -> Result | Lost:
    try:
        if one.receiver.poll():
            result: Result = one.receiver.recv()
            one.process.join()
            return result
        _end(one.process)
        return Lost("it was ended because it took too long altogether", out_of_time=True)
    except EOFError:
        one.process.join()
        return Lost(f"its process ended with code {one.process.exitcode}")
    finally:
        one.receiver.close()


def _end(process: BaseProcess) -> None:
    process.terminate()
    process.join(5)
    if process.is_alive():
        process.kill()
        process.join()
