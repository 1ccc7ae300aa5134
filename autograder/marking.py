"""Do jobs: a box and an examiner are kept warm, and each job is done in copies of them."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from autograder.box.limits import Limits
from autograder.box.sandbox import EXAMINER, BoxSettings, Sandbox, SandboxError, UncleanError
from autograder.channel import Channel, ChannelError, SilentError
from autograder.job import CellResult, CodeCell, Job, JobResult
from autograder.judging import judged, not_examined
from autograder.notebook_run import CellRun, NotebookRun
from autograder.outputs import taken_in_deciding_first, update_displays, without_display_ids
from autograder.public_reasons import with_reasons_from
from autograder.regions import without
from autograder.states import CellState

_GRACE_S = 5.0
# What hardly any course does without; the rest is loaded when a job asks for it. Of numpy also the
# parts that it loads at their first use, which would be in each fork anew.
_PRELOAD = ("numpy", "numpy.ma", "numpy.random", "course")


class Worker:
    """A box and an examiner, kept warm for one job after the other.

    Parameters
    ----------
    withheld : tuple of str
        Functions that are lacking where answers run, in all jobs that it will be given.
    box : str
        What keeps submissions apart; see :func:`autograder.box_of`.

    Attributes
    ----------
    is_usable : bool
        Whether the next job may be given to it: not if a submission could not be cleared away.
    """

    def __init__(self, withheld: tuple[str, ...], box: str) -> None:
        self.is_usable = True
        answers = BoxSettings(preload=_PRELOAD, withheld=withheld, kind=box)
        examiner = BoxSettings(role=EXAMINER, preload=_PRELOAD, kind=box)
        # They start at a time, and the first cells run while the examiner is still on its way.
        self._box = Sandbox(answers, waits=False)
        self._examiner = Sandbox(examiner, waits=False)

    def grade(self, job: Job) -> JobResult:
        """Run a notebook, examine it, and clear it away.

        Raises
        ------
        SandboxError
            If the box or the examiner is gone: what came of the job then says nothing of it.
        """
        result = self._graded(job)
        for each in (self._box, self._examiner):
            try:
                each.end()
            except UncleanError:
                self.is_usable = False
        return result

    def close(self) -> None:
        """End both processes."""
        self._box.close()
        self._examiner.close()

    def _graded(self, job: Job) -> JobResult:
        deadline = time.monotonic() + job.limits.submission_s
        runs, copies = self._run(job)
        results = [_as_run(run, cell) for run, cell in zip(runs, job.cells, strict=True)]
        for place, result in self._examined(job, copies, deadline):
            with_reasons_from(result.outputs, runs[place].outputs)
            results[place] = result
        return JobResult(
            tuple(
                CellResult(without_display_ids(it.outputs), it.state, it.detail, it.execution_count)
                for it in results
            )
        )

    def _run(self, job: Job) -> tuple[list[CellRun], dict[int, Channel]]:
        """Run all cells; return what came of each, and the copies parked at test cells."""
        # Nothing hidden, in whatever cell it stands: a fork of this server is the student's.
        tests = [it.code for it in job.cells if it.test is not None]
        known = [without(job.hidden, code) for code in (*job.locked.values(), *tests)]
        self._box.warm([*job.preload, *_mentioned(job)])
        process = self._box.fork(job.limits, job.files, known=known)
        notebook = NotebookRun(process, job.limits, self._box.took_too_much)
        runs: list[CellRun] = []
        copies: dict[int, Channel] = {}
        shown: list[dict[str, Any]] = []
        room = job.limits.all_output_bytes
        for place, cell in enumerate(job.cells):
            if cell.test is None or cell.test.in_student_kernel:
                run = notebook.run(cell.code)
            else:
                run, copy = notebook.run_test(without(job.hidden, cell.code))
                if copy is not None:
                    copies[place] = copy
            room = update_displays(shown, run.updates, room)
            shown += run.outputs
            runs.append(run)
        notebook.finish()
        return runs, copies

    def _examined(
        self, job: Job, copies: dict[int, Channel], deadline: float
    ) -> Iterator[tuple[int, CellResult]]:
        """Examine the test cells, each on the copy parked there, as long as there is time."""
        tests = {
            place: cell
            for place, cell in enumerate(job.cells)
            if cell.test is not None and not cell.test.in_student_kernel
        }
        if not tests:
            return
        self._examiner.warm(job.preload)
        room: Channel | None = self._examiner.fork(
            job.limits,
            job.examiner_files,
            known=[*job.locked.values(), *(cell.code for cell in tests.values())],
            names=job.names.as_data(),
            locked=job.locked,
        )
        for place, cell in tests.items():
            copy = copies.get(place)
            if copy is None:
                yield place, not_examined(CellState.NOT_RUN, "the notebook did not get this far")
                continue
            if room is None:
                copy.close()
                yield place, not_examined(CellState.NEEDS_REVIEW, "the examiner was lost before")
                continue
            seconds = min(job.limits.cell_s, deadline - time.monotonic())
            if seconds <= 0:
                copy.close()
                yield place, not_examined(CellState.NOT_RUN, CellState.NOT_RUN.said)
                continue
            result = self._examine(room, job.limits, cell, copy, seconds)
            if result is None:
                room.close()
                room = None
                result = not_examined(CellState.NEEDS_REVIEW, "the test did not come to an end")
            yield place, result
        if room is not None:
            room.close()

    def _examine(
        self, room: Channel, limits: Limits, cell: CodeCell, copy: Channel, seconds: float
    ) -> CellResult | None:
        """Run one test cell; None if the examiner was lost over it."""
        assert cell.test is not None  # noqa: S101 - tells the type checker what the caller knows
        request = {
            "test": cell.name,
            "code": cell.code,
            "seconds": seconds,
            "in_place": cell.test.in_place,
        }
        late = False
        try:
            room.send(request, passing=copy.detach())
            copy.close()
            try:
                reply = room.receive(seconds + _GRACE_S)
            except SilentError:
                late = True
                self._examiner.interrupt()
                reply = room.receive(_GRACE_S)
        except ChannelError:
            return None
        if "outputs" not in reply:  # the examiner's own process failed
            return None
        outputs = taken_in_deciding_first(reply["outputs"], 2 * limits.output_bytes)
        state = CellState.DONE
        if late or reply["ended"] == "timed out":
            state = CellState.TIMED_OUT
        elif reply["ended"]:
            state = CellState.CRASHED
        came = CellResult(outputs, state, execution_count=reply["execution_count"])
        return judged(came, cell.test, reply["error"])


def _mentioned(job: Job) -> list[str]:
    """Return the modules to have warm that cells may use: each part of their names is there."""
    code = "\n".join(cell.code for cell in job.cells)
    return [
        name for name in job.preload_for_answers if all(part in code for part in name.split("."))
    ]


def _as_run(run: CellRun, cell: CodeCell) -> CellResult:
    """Return what came of a cell in the student's process; a test that runs there is judged."""
    came = CellResult(run.outputs, run.state, execution_count=run.execution_count)
    if cell.test is None or not cell.test.in_student_kernel:
        return came
    if run.state in {CellState.DONE, CellState.FLOODED}:
        came = replace(came, state=CellState.IN_STUDENT_KERNEL)
    return judged(came, cell.test, "TestFailed" if run.failed else "")


_workers: dict[tuple[tuple[str, ...], str], Worker] = {}


def grade(packed: bytes) -> bytes:
    """Do one job: the pure function that every worker runs, here or on another machine.

    The box and the examiner are started at the first call in a process and kept for the next;
    if they fail, they are replaced and the job is done again, once.
    """
    job = Job.from_bytes(packed)
    try:
        result = begin(job.withheld, job.box).grade(job)
    except SandboxError:
        retire()
        result = begin(job.withheld, job.box).grade(job)
    if not begin(job.withheld, job.box).is_usable:
        retire()
    return result.to_bytes()


def begin(withheld: tuple[str, ...], box: str) -> Worker:
    """Start the warm processes that jobs of a kind need, unless they are there."""
    if (withheld, box) not in _workers:
        retire()
        _workers[withheld, box] = Worker(withheld, box)
    return _workers[withheld, box]


def retire() -> None:
    """End the warm processes of this one."""
    for worker in _workers.values():
        with contextlib.suppress(SandboxError):
            worker.close()
    _workers.clear()
