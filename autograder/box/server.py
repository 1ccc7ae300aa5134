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
from pathlib import Path
from typing import Any, NoReturn

from autograder.box import folders, system_calls
from autograder.box import limits as box_limits
from autograder.box.confinement import Confinement
from autograder.box.limits import Limits
from autograder.box.population import OfNameSpace, Population
from autograder.box.shell import Shell
from autograder.box.watch import INTERVAL_S, Watch
from autograder.channel import Channel, ChannelError

# What a notebook loads only when it first fails or shows something; loaded once, for all.
WARM_UP = ("1/0", "print(1)", "1", "def f(:")


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
    population : Population
        The processes of the box.
    confinement : Confinement or None
        What keeps a submission apart if it is no name space.
    """

    def __init__(
        self,
        channel: Channel,
        settings: dict[str, Any],
        population: Population,
        confinement: Confinement | None,
    ) -> None:
        self._channel = channel
        self._population = population
        self._confinement = confinement
        self._known: tuple[str, ...] = ()
        self._uid: int | None = settings["uid"]
        self._private = [Path(each) for each in settings["private"]]
        self._bound = [Path(each) for each in settings["bound"]]
        # Name spaces come with private folders whose size is limited.
        self._watch = Watch(
            population,
            self._uid,
            settings["private"],
            on_disk=confinement is not None,
            clear=self._clear,
        )
        self._is_occupied = False
        self._role = importlib.import_module(settings["role"])
        self._shell = Shell(self._role.name_space())
        self._import(settings["preload"])
        for code in WARM_UP:
            self._shell.run(code)
        self._shell.ipython.reset(new_session=True)  # type: ignore[no-untyped-call]  # IPython
        self._keep_warm()

    def serve(self) -> None:
        """Do what the worker asks until it is gone."""
        # The kernel then removes ended processes by itself, also those that lost their parent.
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        self._channel.send({"ready": self._clear()})
        try:
            while True:
                self._channel.send(self._done(self._next_order()))
        except ChannelError:
            self._end()
            self._clear()

    def _next_order(self) -> dict[str, Any]:
        """Wait for an order, with an eye on the submission that runs."""
        while self._is_occupied and not self._channel.is_readable(INTERVAL_S):
            self._watch.look()
        order: dict[str, Any] = self._channel.receive()
        return order

    def _done(self, order: dict[str, Any]) -> dict[str, Any]:
        match order["order"]:
            case "fork":
                self._fork(order)
            case "warm":
                self._import(order["modules"])
                self._keep_warm()
            case "interrupt":
                self._population.signal(signal.SIGINT)
            case "took too much":
                ended, self._watch.has_ended_one = self._watch.has_ended_one, False
                return {"ended": ended}
            case "end":
                self._end()
                return {"clean": self._clear()}
        return {}

    def _import(self, modules: list[str]) -> None:
        gc.disable()  # until they are kept: nothing of them is garbage
        for name in modules:
            # A lesson may name what this machine lacks: its import then fails where it stands.
            with contextlib.suppress(Exception):
                _load(name)

    def _keep_warm(self) -> None:
        """Have forks share what is loaded, and none of what it laid down."""
        for folder in self._private:  # caches of the libraries
            folders.empty(folder, self._bound)
        gc.collect()
        gc.freeze()
        gc.enable()

    def _fork(self, order: dict[str, Any]) -> None:
        end = self._channel.take_socket()
        self._know(tuple(order["known"]))
        limits = Limits(**order["limits"])
        self._watch.begin(limits)
        self._is_occupied = True
        child = os.fork()
        if child == 0:
            self._enter(Channel(end, takes_sockets=True), order, limits)
        end.close()

    def _know(self, cells: tuple[str, ...]) -> None:
        """Compile the instructor's cells, once for a lesson: the forks then share them."""
        if cells != self._known:
            self._known = cells
            self._shell.know(cells)
            gc.freeze()

    def _enter(self, channel: Channel, order: dict[str, Any], limits: Limits) -> NoReturn:
        """Become the process of a submission; never returns."""
        try:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.setsid()
            self._share_no_open_file()
            self._give_up_rights(limits)
            _reseed()
            self._role.enter(self._shell, channel, order, limits)
        except BaseException as error:  # noqa: BLE001 - nothing of the server may go on in here
            with contextlib.suppress(ChannelError):
                channel.send({"failed": repr(error)})
        finally:
            os._exit(1)

    def _share_no_open_file(self) -> None:
        """Leave what was open to the server: what is put there would reach the next submission."""
        self._channel.close()
        self._shell.renew_loop()
        empty = os.open(os.devnull, os.O_RDONLY)
        os.dup2(empty, 0)
        os.close(empty)

    def _give_up_rights(self, limits: Limits) -> None:
        apart = self._confinement
        shares_user = apart is not None and self._uid is None
        box_limits.apply(limits, shares_user=shares_user)
        box_limits.be_first_to_go()
        if self._uid is not None:
            box_limits.become(self._uid, reads_all=apart is not None and apart.reads_all)
        box_limits.show_memory()
        if apart is not None:
            apart.confine()
        else:
            system_calls.refuse()

    def _end(self) -> None:
        """End every process but this one. A killed process cannot fork, so once is enough."""
        self._population.signal(signal.SIGKILL)
        self._is_occupied = False
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-1, 0)

    def _clear(self) -> bool:
        """Empty the private folders, as the user whose files they are; tell if all is gone."""
        child = os.fork()
        if child == 0:
            try:
                if self._uid is not None:
                    box_limits.become(self._uid)
                for folder in self._private:
                    folders.empty(folder, self._bound)
            finally:
                os._exit(0)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)
        try:
            return not any(folders.is_left(folder, self._bound) for folder in self._private)
        except OSError:  # it cannot even be looked into
            return False


def _load(name: str) -> None:
    """Import a module, or what a module gives under that name, which may be loaded late."""
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        module, _, attribute = name.rpartition(".")
        getattr(importlib.import_module(module), attribute)


def _reseed() -> None:
    random.seed()
    generators = sys.modules.get("numpy.random")
    if generators is not None:
        generators.seed()


def main() -> None:
    """Run the server; its socket's descriptor is the only argument."""
    gc.disable()  # until all is loaded: nothing of it is garbage
    channel = Channel(socket.socket(fileno=int(sys.argv[1])), takes_sockets=True)
    settings = channel.receive()
    box_limits.hide_memory()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    confinement: Confinement | None = None
    population: Population = OfNameSpace()
    if settings["confined"]:
        confinement = Confinement(settings["confined"], settings["private"], settings["uid"])
        population = confinement.enter()
    Server(channel, settings, population, confinement).serve()


if __name__ == "__main__":
    main()
