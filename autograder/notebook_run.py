"""Run a notebook in a box, cell by cell, so that a cell that goes wrong costs that cell alone.

Before a cell the process is copied and the copy parked. If the cell kills the process or does
not stop, the copy ends it and goes on in its place; at a test cell the copy is kept for the
examiner. Cells that can hardly go wrong, and were quick, are not worth a copy: should one
go wrong after all, those since the last copy are run again.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from autograder.box.limits import Limits
from autograder.channel import Channel, ChannelError, ClosedError, SilentError
from autograder.harmless import is_harmless
from autograder.outputs import (
    error_output,
    prompt_number,
    size_of,
    taken_in,
    taken_in_updates,
)
from autograder.protocol import Value
from autograder.states import CellState

# How long a process may take to do what costs it next to nothing; once, and then no more.
_PATIENCE_S = 20.0
_IMPATIENCE_S = 0.5
# Cells that took longer than this altogether are not run again: a copy costs much less.
_AGAIN_S = 0.1


@dataclass
class CellRun:
    """What came of one cell.

    Parameters
    ----------
    outputs : list of dict
        As a notebook stores them, with display ids.
    state : CellState
        How it ended.
    updates : list of dict
        Later versions of what earlier cells show, by display id.
    execution_count : int or None
        The number in its prompt, None if the process did not live to say.
    failed : bool
        Whether the process says that an exception ended it.
    """

    outputs: list[dict[str, Any]]
    state: CellState = CellState.DONE
    updates: list[dict[str, Any]] = field(default_factory=list)
    execution_count: int | None = None
    failed: bool = False


class NotebookRun:
    """One submission's notebook while it runs.

    Parameters
    ----------
    process : Channel
        To the process in the box.
    limits : Limits
        What it may use.
    took_too_much : callable
        Tells whether a process has been ended for the memory of all of them together.
    """

    def __init__(self, process: Channel, limits: Limits, took_too_much: Callable[[], bool]) -> None:
        self._process: Channel | None = process
        self._limits = limits
        self._took_too_much = took_too_much
        self._deadline = time.monotonic() + limits.submission_s
        self._output_room = limits.all_output_bytes
        self._patience_s = min(_PATIENCE_S, limits.cell_s + limits.grace_s)
        self._parked: Channel | None = None
        self._is_kept = False
        self._since_parked: list[str] = []
        self._since_parked_s = 0.0

    def run(self, code: str) -> CellRun:
        """Run a cell of the student's or the instructor's."""
        if self._parked is None or self._since_parked_s > _AGAIN_S or not is_harmless(code):
            self._leave_parked(self._park(), keep=False)
        return self._run(code) or self._go_on()

    def run_test(self, visible: str) -> tuple[CellRun, Channel | None]:
        """Run the part of a test cell that students see; return the copy parked before it too."""
        copy = self._park()
        self._leave_parked(copy, keep=True)
        if not visible.strip():
            return CellRun([]), copy
        return self._run(visible, is_shown=False) or self._go_on(), copy

    def finish(self) -> None:
        """End the notebook's process, now that all cells have run; copies at tests stay."""
        if self._parked is not None:
            self._ask(self._parked, "end original")
        self._leave_parked(None, keep=False)
        if self._process is not None:
            self._process.close()

    def _remaining(self) -> float:
        return min(self._limits.cell_s, self._deadline - time.monotonic())

    def _leave_parked(self, copy: Channel | None, *, keep: bool) -> None:
        """Have this copy to go on from, and let the one before it go unless a test needs it."""
        if self._parked is not None and not self._is_kept:
            self._parked.close()
        self._parked, self._is_kept = copy, keep
        self._since_parked, self._since_parked_s = [], 0.0

    def _park(self, process: Channel | None = None) -> Channel | None:
        process = process or self._process
        if process is None:
            return None
        kept, given = Channel.pair(self._limits.message_bytes)
        try:
            process.send({"request": "park"}, passing=given)
            parked = process.receive(self._patience_s)
        except ChannelError as error:
            parked = {}
            if isinstance(error, SilentError):  # nothing that it says is an answer from now on
                self._patience_s = _IMPATIENCE_S
                process.close()
                self._process = None
        given.close()
        if isinstance(parked, dict) and parked.get("parked") is True:
            return kept
        kept.close()
        return None

    def _run(self, code: str, *, is_shown: bool = True) -> CellRun | None:
        """Run a cell in the process; None if the process is lost."""
        remaining = self._remaining()
        if self._process is None or remaining <= 0:
            return _not_run()
        self._lost = CellState.CRASHED
        begun = time.monotonic()
        try:
            self._process.send({"request": "run", "code": code, "shown": is_shown})
            try:
                ran = self._cell_run(self._process.receive(remaining))
            except SilentError:
                self._lost = CellState.TIMED_OUT
                ran = self._interrupted()
        except ChannelError:
            return None
        self._since_parked.append(code)
        self._since_parked_s += time.monotonic() - begun
        return ran

    def _interrupted(self) -> CellRun:
        """Interrupt a cell as Jupyter does, and see whether it stops."""
        if self._process is None or self._parked is None:
            raise ClosedError("there is nothing to interrupt, or to interrupt it by")
        self._ask(self._parked, "interrupt")
        ran = self._cell_run(self._process.receive(self._limits.grace_s))
        ran.state = CellState.TIMED_OUT
        return ran

    def _cell_run(self, reply: Value) -> CellRun:
        """Take in what the process says of a cell; it may say anything."""
        if not isinstance(reply, dict):
            return CellRun([])
        state = CellState.DONE
        if reply.get("flooded") is True:
            state = CellState.FLOODED
        elif reply.get("error") == "MemoryError":
            state = CellState.OUT_OF_MEMORY
        most = min(2 * self._limits.output_bytes, self._output_room)
        outputs = taken_in(reply.get("outputs"), most)
        updates = taken_in_updates(reply.get("updates"), most)
        self._output_room -= size_of(outputs) + size_of(updates)
        return CellRun(
            outputs=outputs,
            state=state,
            updates=updates,
            execution_count=prompt_number(reply.get("execution_count")),
            failed=bool(reply.get("error")),
        )

    def _go_on(self) -> CellRun:
        """Put the parked copy, or a copy of it, in the place of the process that was lost."""
        if self._lost is CellState.CRASHED and self._took_too_much():
            self._lost = CellState.OUT_OF_MEMORY
        lost = CellRun([_LOST_OUTPUTS[self._lost]], self._lost)
        if self._process is not None:
            self._process.close()
        self._process, copy = None, self._parked
        if copy is None:
            return lost
        shown = self._ask(copy, "end original").get("shown")
        lost.outputs[:0] = taken_in(_streams(shown), self._limits.output_bytes)
        again = self._since_parked
        self._process = self._park(copy) if self._is_kept else copy
        self._parked = None  # it is no copy of this process
        self._leave_parked(None, keep=False)
        if self._process is not None:
            self._ask(self._process, "resume")
        for code in again:  # a copy was not worth its time for them
            if self._run(code, is_shown=False) is None and self._process is not None:
                self._process.close()
                self._process = None
        return lost

    def _ask(self, copy: Channel, request: str) -> dict[str, Any]:
        try:
            copy.send({"request": request})
            answer = copy.receive(self._patience_s)
        except SilentError:
            self._patience_s = _IMPATIENCE_S
            return {}
        except ChannelError:
            return {}
        return answer if isinstance(answer, dict) else {}


_LOST_OUTPUTS = {
    CellState.CRASHED: error_output(
        "DeadKernelError",
        "the kernel died while this cell ran; the next cells went on from the state before it",
    ),
    CellState.OUT_OF_MEMORY: error_output(
        "MemoryError",
        "the processes of this cell took more memory than a submission may take together; "
        "the next cells went on from the state before it",
    ),
    CellState.TIMED_OUT: error_output(
        "CellTimeoutError",
        "the cell ran too long and did not stop; the next cells went on from the state before it",
    ),
}


def _not_run() -> CellRun:
    text = "the time or the memory of this submission was used up before this cell"
    return CellRun([error_output("NotRun", text)], CellState.NOT_RUN)


def _streams(shown: Value) -> list[dict[str, Any]]:
    if not isinstance(shown, list):
        return []
    return [
        {"output_type": "stream", "name": each[0], "text": each[1]}
        for each in shown
        if isinstance(each, list) and len(each) == 2
    ]
