"""The fork server of a box: warm with libraries, it forks a process for each submission.

It runs confined, takes orders from the worker outside over one channel, never runs student code,
and ends and clears away everything that a submission leaves behind.
"""

import contextlib
import gc
import importlib
import os
import random
import resource
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from autograder.box import limits as box_limits
from autograder.box import system_calls
from autograder.box.limits import Limits
from autograder.box.shell import Shell
from autograder.channel import Channel, ChannelError

# What a notebook loads only when it first fails or shows something; loaded once, for all.
_WARM_UP = ("1/0", "print(1)", "1", "def f(:")


class Server:
    """Forks, ends and clears away.

    Parameters
    ----------
    channel : Channel
        To the worker outside.
    settings : dict
        ``preload``, names of modules; ``private``, folders that submissions may write to;
        ``bound``, read-only folders that may lie in them; ``uid``, user to become or None;
        ``role``, module whose ``enter`` a fork runs.
    """

    def __init__(self, channel: Channel, settings: dict[str, Any]) -> None:
        self._channel = channel
        self._uid: int | None = settings["uid"]
        self._private = [Path(each) for each in settings["private"]]
        self._bound = [Path(each) for each in settings["bound"]]
        self._role = importlib.import_module(settings["role"])
        self._shell = Shell(self._role.name_space())
        self._warm_up(settings["preload"])

    def serve(self) -> None:
        """Do what the worker asks until it is gone."""
        # The kernel then removes ended processes by itself, also those that lost their parent.
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        self._channel.send({"ready": self._clear()})
        while True:
            try:
                order = self._channel.receive()
            except ChannelError:
                return
            if order["order"] == "fork":
                self._fork(order)
            elif order["order"] == "interrupt":
                with contextlib.suppress(ProcessLookupError):
                    self._signal(signal.SIGINT)
                self._channel.send({})
            elif order["order"] == "end":
                self._end()
                self._channel.send({"clean": self._clear()})

    def _warm_up(self, preload: list[str]) -> None:
        for name in preload:
            # A lesson may name what this machine lacks: its import then fails where it stands.
            with contextlib.suppress(Exception):
                _load(name)
        for code in _WARM_UP:
            self._shell.run(code)
        self._shell.ipython.reset(new_session=True)  # type: ignore[no-untyped-call]  # IPython
        for folder in self._private:  # caches that the libraries laid down
            _empty(folder, self._bound)
        gc.collect()
        gc.freeze()

    def _fork(self, order: dict[str, Any]) -> None:
        end = self._channel.take_socket()
        child = os.fork()
        if child == 0:
            self._enter(Channel(end, takes_sockets=True), order)
        end.close()
        self._channel.send({"forked": True})

    def _enter(self, channel: Channel, order: dict[str, Any]) -> NoReturn:
        """Become the process of a submission; never returns."""
        try:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.setsid()
            self._channel.close()
            limits = Limits(**order["limits"])
            if self._uid is not None:
                box_limits.become(self._uid)
            box_limits.apply(limits)
            box_limits.be_first_to_go()
            system_calls.refuse()
            _reseed()
            self._role.enter(self._shell, channel, order, limits)
        except BaseException as error:  # noqa: BLE001 - nothing of the server may go on in here
            with contextlib.suppress(ChannelError):
                channel.send({"failed": repr(error)})
        finally:
            os._exit(1)

    def _end(self) -> None:
        """End every process but this one. A killed process cannot fork, so once is enough."""
        with contextlib.suppress(ProcessLookupError):
            self._signal(signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-1, 0)

    def _signal(self, number: int) -> None:
        """Signal every other process in this box: as its first process, all are this one's."""
        if os.getpid() != 1:
            raise RuntimeError("the server of a box must be the first process of its own")
        os.kill(-1, number)

    def _clear(self) -> bool:
        """Empty the private folders, as the user whose files they are; tell if all is gone."""
        child = os.fork()
        if child == 0:
            try:
                if self._uid is not None:
                    box_limits.become(self._uid)
                for folder in self._private:
                    _empty(folder, self._bound)
            finally:
                os._exit(0)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)
        return not any(self._is_left(folder) for folder in self._private)

    def _is_left(self, folder: Path) -> bool:
        """Tell whether a folder holds anything but what was bound into it."""
        for entry in folder.iterdir():
            if entry in self._bound:
                continue
            if not any(bound.is_relative_to(entry) for bound in self._bound):
                return True
            if self._is_left(entry):
                return True
        return False


def _load(name: str) -> None:
    """Import a module, or what a module gives under that name, which may be loaded late."""
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        module, _, attribute = name.rpartition(".")
        getattr(importlib.import_module(module), attribute)


def _empty(folder: Path | str, bound: Sequence[Path]) -> None:
    """Remove what a folder holds, whatever its owner did to the rights of it.

    What is bound into it stays, and the way there stays open: Python itself may lie in it.
    """
    for entry in os.scandir(folder):
        with contextlib.suppress(OSError):
            if any(kept.is_relative_to(entry.path) for kept in bound):
                if Path(entry.path) not in bound:
                    _empty(entry.path, bound)
            elif entry.is_dir(follow_symlinks=False):
                os.chmod(entry.path, 0o700)  # noqa: PTH101 - scandir gives plain strings
                _empty(entry.path, bound)
                os.rmdir(entry.path)  # noqa: PTH106 - as above
            else:
                os.unlink(entry.path)  # noqa: PTH108 - as above


def _reseed() -> None:
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def main() -> None:
    """Run the server; its socket's descriptor is the only argument."""
    channel = Channel(socket.socket(fileno=int(sys.argv[1])), takes_sockets=True)
    settings = channel.receive()
    box_limits.hide_memory()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Server(channel, settings).serve()


if __name__ == "__main__":
    main()
