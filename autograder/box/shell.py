"""Run a cell as Jupyter would: in ipykernel's own shell, without a kernel and its sockets."""

import ast
import asyncio
import builtins
import getpass
import os
import selectors
import sys
import types
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import comm
from comm.base_comm import BaseComm
from ipykernel.displayhook import ZMQShellDisplayHook
from ipykernel.zmqshell import ZMQInteractiveShell as _ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError
from traitlets import Type
from traitlets.config import Config

from autograder.box.compiler import KeepingCompiler
from autograder.box.recorder import RecordedStream, Recorder
from autograder.protocol import Value
from autograder.python_first import PythonFirst

_NO_INPUT = "raw_input was called, but this frontend does not support input requests."
_INLINE = "module://matplotlib_inline.backend_inline"


@dataclass(frozen=True)
class Ran:
    """How one cell ended.

    Parameters
    ----------
    error : str
        Name of the exception that ended it, else empty.
    execution_count : int
        The number in its prompt.
    """

    error: str
    execution_count: int


class _DisplayHook(ZMQShellDisplayHook):
    """What shows the value of a cell's last expression."""

    def quiet(self) -> bool:
        """Tell whether a semicolon at the cell's end silences it."""
        history = self.shell.history_manager.input_hist_parsed  # type: ignore[union-attr]  # there
        lines = (line.strip() for line in reversed(history[-1].splitlines()))
        last = next((line for line in lines if line and not line.startswith("#")), "")
        # Only then is it worth reading the cell token by token.
        return ";" in last and bool(super().quiet())  # type: ignore[no-untyped-call]  # IPython


# Libraries ask for the shell's class by this name to learn that they run in a notebook.
class ZMQInteractiveShell(_ZMQInteractiveShell):
    """ipykernel's shell; there is no event loop of a window system to hook into."""

    displayhook_class = Type(_DisplayHook)
    compiler_class = Type(KeepingCompiler)
    is_shown = True

    def enable_gui(self, gui: Value = None) -> None:
        """Accept any choice: figures are drawn inline."""

    def showtraceback(self, *args: Value, **kwargs: Value) -> None:
        """Show what went wrong, if anybody will look."""
        if self.is_shown:
            super().showtraceback(*args, **kwargs)

    def _format_exception_for_storage(
        self, exception: BaseException, *_: Value, **__: Value
    ) -> dict[str, Any]:
        """Keep what happened for the history, without laying it out a second time."""
        try:
            text = str(exception)
        except Exception:  # noqa: BLE001 - how it is told is the student's own code
            text = ""
        return {"ename": type(exception).__name__, "evalue": text, "traceback": []}


class Shell:
    """A notebook's Python.

    Parameters
    ----------
    user_ns : dict or None
        The name space that cells run in; a fresh one if None.
    """

    def __init__(self, user_ns: dict[str, Any] | None = None) -> None:
        os.environ.setdefault("MPLBACKEND", _INLINE)
        self.recorder = Recorder()
        self.ipython = ZMQInteractiveShell.instance(
            config=_config(), user_ns=user_ns, kernel=_StandIn(self.recorder)
        )
        self.ipython.input_transformer_manager = PythonFirst()  # type: ignore[no-untyped-call]  # IPython
        for publisher in (self.ipython.displayhook, self.ipython.display_pub):
            publisher.session = self.recorder  # type: ignore[union-attr]  # ipykernel's have it
        self._loop = _event_loop()
        self._connect()

    def know(self, cells: Iterable[str]) -> None:
        """Compile cells that forks of this process will run; none of them may be a student's."""
        transform = self.ipython.transform_cell
        compiler = cast("KeepingCompiler", self.ipython.compile)
        compiler.know(
            frozenset(transform(code) for code in cells),  # type: ignore[no-untyped-call]  # IPython
            ast.PyCF_ALLOW_TOP_LEVEL_AWAIT,
        )

    def renew_loop(self) -> None:
        """Wait on sockets of one's own: what is written to shared ones reaches the next fork."""
        self._loop.close()
        self._loop = _event_loop()

    def run(self, code: str, *, is_shown: bool = True) -> Ran:
        """Run a cell and record what it shows; see :attr:`recorder`.

        Parameters
        ----------
        code : str
            The cell.
        is_shown : bool
            Whether anybody will look at it: to lay out an error takes longer than most cells.
        """
        self.recorder.begin()
        self.ipython.is_shown = is_shown
        task = self._loop.create_task(self._run(code))
        try:
            error = self._loop.run_until_complete(task)
        except KeyboardInterrupt:
            error = self._cancel(task)
        except SystemExit:
            error = "SystemExit"
        return Ran(error, max(self.ipython.execution_count - 1, 1))

    async def _run(self, code: str) -> str:
        shell = self.ipython
        problem = None
        try:
            transformed = shell.transform_cell(code)  # type: ignore[no-untyped-call]  # IPython
        except Exception:  # noqa: BLE001 - reported by the shell itself, as the cell's error
            transformed, problem = code, sys.exc_info()
        result = None
        try:
            result = await shell.run_cell_async(
                code,
                store_history=True,
                transformed_cell=transformed,
                preprocessing_exc_tuple=problem,
            )
        finally:
            shell.events.trigger("post_execute")
            shell.events.trigger("post_run_cell", result)
            shell.payload_manager.clear_payload()  # type: ignore[union-attr]  # always there
        error = result.error_before_exec or result.error_in_exec
        return type(error).__name__ if error is not None else ""

    def _cancel(self, task: "asyncio.Task[str]") -> str:
        """End a cell that was interrupted while it waited for something."""
        task.cancel()
        try:
            return self._loop.run_until_complete(task)
        except BaseException as error:  # noqa: BLE001 - whatever ends it, it has ended
            return type(error).__name__

    def _connect(self) -> None:
        """Put the notebook's streams, input and widget connections in place of Python's."""
        sys.stdout = RecordedStream(self.recorder, "stdout")
        sys.stderr = RecordedStream(self.recorder, "stderr")
        builtins.input = _refuse_input
        getpass.getpass = _refuse_input
        recorder = self.recorder

        def create_comm(*args: Value, **kwargs: Value) -> BaseComm:
            return _WidgetComm(recorder, *args, **kwargs)

        comm.create_comm = create_comm


class _WidgetComm(BaseComm):
    """A widget's connection to a front end that is not there.

    Only an output widget matters: what is printed while it captures is its own, not the cell's.
    """

    def __init__(self, recorder: Recorder, *args: Value, **kwargs: Value) -> None:
        self._recorder = recorder
        super().__init__(*args, **kwargs)

    def publish_msg(  # type: ignore[override]  # it takes less, which is all that widgets give
        self, _msg_type: str, data: Value = None, **_: Value
    ) -> None:
        state = data.get("state", {}) if isinstance(data, dict) else {}
        if "msg_id" not in state:
            return
        if state["msg_id"]:
            self._recorder.swallowing.add(self.comm_id)
        else:
            self._recorder.swallowing.discard(self.comm_id)


class _StandIn(types.SimpleNamespace):
    """The little of a kernel that libraries ask the shell for."""

    def __init__(self, recorder: Recorder) -> None:
        parent = {"header": {"msg_id": "cell", "msg_type": "execute_request"}}
        super().__init__(
            session=recorder,
            eventloop=None,
            _parent_header=parent,
            get_parent=lambda *_: parent,
            shell=None,
        )


def _event_loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.SelectorEventLoop(selectors.SelectSelector())
    asyncio.set_event_loop(loop)
    return loop


def _config() -> Config:
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    return config


def _refuse_input(*_: Value, **__: Value) -> str:
    raise StdinNotImplementedError(_NO_INPUT)
