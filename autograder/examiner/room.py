"""The examiner's process: runs the test cells of one submission, one after the other."""

import os
import signal
import sys
from typing import Any, NoReturn

from autograder.box.limits import Limits
from autograder.box.resident import lay_out
from autograder.box.shell import Shell
from autograder.channel import Channel, ChannelError
from autograder.examiner import seeds, strictness
from autograder.examiner.link import Link
from autograder.examiner.names import Names
from autograder.examiner.namespace import Namespace
from autograder.outputs import error_output

_namespace = Namespace()


def name_space() -> Namespace:
    """Return the names that test cells start with."""
    strictness.install(_namespace)
    return _namespace


def enter(shell: Shell, channel: Channel, order: dict[str, Any], limits: Limits) -> NoReturn:
    """Be the examiner of one submission, from the moment this process was forked."""
    lay_out(order["files"], order["folder"])
    shell.recorder.max_bytes = limits.output_bytes
    channel.send({"ready": True})
    Room(shell, channel, order["names"], order["locked"]).serve()


class Room:
    """Where one submission is examined.

    Parameters
    ----------
    shell : Shell
        The examiner's Python, whose names are a :class:`Namespace`.
    channel : Channel
        To the worker.
    names : dict
        Whose names are whose, as plain data.
    locked : dict
        The instructor's locked cells by name.
    """

    def __init__(
        self, shell: Shell, channel: Channel, names: dict[str, Any], locked: dict[str, str]
    ) -> None:
        self._shell = shell
        self._channel = channel
        self._names = Names.from_data(names)
        self._locked = dict(locked)
        _namespace.prepare(self._names)
        seeds.watch()

    def serve(self) -> NoReturn:
        """Examine one test cell after the other until the worker is gone."""
        while True:
            try:
                request = self._channel.receive()
                copy = Channel(self._channel.take_socket())
                self._channel.send(self._examine(request, copy))
            except ChannelError:
                os._exit(0)
            except KeyboardInterrupt:  # meant for a test that ended just before
                continue

    def _examine(self, request: dict[str, Any], copy: Channel) -> dict[str, Any]:
        link = Link(copy, sys.stdout, sys.stderr)
        link.begin(request["seconds"], in_place=request["in_place"])
        signal.signal(signal.SIGINT, signal.default_int_handler)
        outputs, count, error = [], None, ""
        try:
            trouble = self._run_locked(request["test"], link)
            if trouble:
                outputs = [error_output("LockedCellFailed", trouble)]
            with _namespace.asking(link, applies=True):
                ran = self._shell.run(request["code"])
            count, error = ran.execution_count, ran.error
            outputs += self._shell.recorder.finished()
        except Exception as problem:  # noqa: BLE001 - in showing how the test failed, so it failed
            error = type(problem).__name__
            outputs = [error_output(error, "the test failed, and so did saying how")]
        return {
            "outputs": outputs,
            "execution_count": count,
            "error": error,
            "ended": link.ended,
        }

    def _run_locked(self, test: str, link: Link) -> str:
        """Run the instructor's cells that a test needs, if no earlier test needed them."""
        for name in self._names.locked.get(test, ()):
            code = self._locked.pop(name, None)
            if code is not None:
                with _namespace.asking(link, applies=False):
                    error = self._shell.run(code).error
                if error:
                    return f"{error} in the locked cell {name}"
        return ""
