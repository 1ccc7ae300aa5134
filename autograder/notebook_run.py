"""Run a notebook in a box, cell by cell, so that a cell that goes wrong costs that cell alone.

Before a cell the process is copied and the copy parked. If the cell kills the process or does
not stop, the copy ends it and goes on in its place; at a test cell the copy is kept.
"""

import ast
import time
from dataclasses import dataclass, field
from typing import Any

from autograder.box.limits import Limits
from autograder.channel import Channel, ChannelError, SilentError
from autograder.outputs import error_output, prompt_number, taken_in
from autograder.protocol import Value
from autograder.states import CellState

# How long a process may take to do what costs it next to nothing; once, and then no more.
_PATIENCE_S = 20.0
_IMPATIENCE_S = 0.5


@dataclass
class CellRun:
    """What came of one cell.

    Parameters
    ----------
    outputs : list of dict
        As a notebook stores them, with display ids.
    state : CellState
        How it ended.
    updates : list
        Later versions of what earlier cells show, as the box sent them.
    execution_count : int or None
        The number in its prompt, None if the process did not live to say.
    """

    outputs: list[dict[str, Any]]
    state: CellState = CellState.DONE
    updates: list[Any] = field(default_factory=list)
    execution_count: int | None = None


class NotebookRun:
    """One submission's notebook while it runs.

    Parameters
    ----------
    process : Channel
        To the process in the box.
    limits : Limits
        What it may use.
    """

    def __init__(self, process: Channel, limits: Limits) -> None:
        self._process: Channel | None = process
        self._limits = limits
        self._deadline = time.monotonic() + limits.submission_s
        self._patience_s = min(_PATIENCE_S, limits.cell_s + limits.grace_s)
        self._parked: Channel | None = None
        self._since_parked: list[str] = []

    def run(self, code: str) -> CellRun:
        """Run a cell of the student's or the instructor's."""
        if not is_harmless(code) or self._parked is None:
            self._leave_parked(self._park())
        ran = self._run(code)
        if ran is not None:
            self._since_parked.append(code)
            return ran
        return self._go_on_from(self._parked, keep=False)

    def run_test(self, visible: str) -> tuple[CellRun, Channel | None]:
        """Run the part of a test cell that students see; return the copy parked before it too."""
        copy = self._park()
        self._leave_parked(None)
        ran = self._run(visible) if visible.strip() else CellRun([])
        if ran is None:
            ran = self._go_on_from(copy, keep=True)
        return ran, copy

    def finish(self, copies: list[Channel]) -> None:
        """End the notebook's process, now that all cells have run; copies stay."""
        self._leave_parked(None)
        for copy in copies:
            self._ask(copy, "end original")
        if self._process is not None:
            self._process.close()

    def _remaining(self) -> float:
        return min(self._limits.cell_s, self._deadline - time.monotonic())

    def _leave_parked(self, copy: Channel | None) -> None:
        """Keep this copy to go on from, and let the one before it go."""
        if self._parked is not None:
            self._parked.close()
        self._parked, self._since_parked = copy, []

    def _park(self, process: Channel | None = None) -> Channel | None:
        process = process or self._process
        if process is None:
            return None
        kept, given = Channel.pair()
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

    def _run(self, code: str) -> CellRun | None:
        """Run a cell in the process; None if the process is lost."""
        remaining = self._remaining()
        if self._process is None or remaining <= 0:
            return _not_run()
        self._lost = CellState.CRASHED
        try:
            self._process.send({"request": "run", "code": code})
            try:
                return self._cell_run(self._process.receive(remaining))
            except SilentError:
                self._lost = CellState.TIMED_OUT
                return self._interrupted()
        except ChannelError:
            return None

    def _interrupted(self) -> CellRun | None:
        """Interrupt a cell as Jupyter does, and see whether it stops."""
        if self._process is None or self._parked is None:
            return None
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
        updates = reply.get("updates")
        return CellRun(
            outputs=taken_in(reply.get("outputs"), 2 * self._limits.output_bytes),
            state=state,
            updates=updates if isinstance(updates, list) else [],
            execution_count=prompt_number(reply.get("execution_count")),
        )

    def _go_on_from(self, copy: Channel | None, *, keep: bool) -> CellRun:
        """Put a parked copy in the place of the process that was lost."""
        lost = CellRun([_LOST_OUTPUTS[self._lost]], self._lost)
        if self._process is not None:
            self._process.close()
        self._process = None
        if copy is None:
            return lost
        shown = self._ask(copy, "end original").get("shown")
        lost.outputs[:0] = taken_in(_streams(shown), self._limits.output_bytes)
        self._process = self._park(copy) if keep else copy
        again = self._since_parked
        if not keep:
            self._parked, self._since_parked = None, []
        if self._process is not None:
            self._ask(self._process, "resume")
        for code in again:  # a copy was not worth its time for them
            self._run(code)
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


def is_harmless(code: str) -> bool:
    r"""Tell whether a cell does nothing but define functions, so that no copy is worth its time.

    If such a cell brings the process down after all, it is run again from an earlier copy.

    Examples
    --------
    >>> is_harmless("def f(x, y=1):\n    return x + y"), is_harmless("f(1)")
    (True, False)
    """
    try:
        statements = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return all(
        isinstance(each, ast.FunctionDef)
        and not each.decorator_list
        and all(
            isinstance(default, ast.Constant)
            for default in [*each.args.defaults, *each.args.kw_defaults]
            if default is not None
        )
        for each in statements
    )
