"""Start a confined fork server, and talk to it: the outside of a box.

What keeps it apart is one of two kinds: name spaces where the system gives them, else Landlock.
"""

import contextlib
import socket
import subprocess
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from autograder.box import confinement, namespaces
from autograder.box.contents import (
    EXAMINER,
    STUDENT,
    BoxSettings,
    Enclosure,
    SandboxError,
    UncleanError,
)
from autograder.box.limits import Limits
from autograder.box.users import own_user
from autograder.channel import Channel, ChannelError, SilentError
from autograder.protocol import Value

__all__ = [
    "EXAMINER",
    "STUDENT",
    "BoxSettings",
    "Sandbox",
    "SandboxError",
    "UncleanError",
    "kind_in_use",
    "why_unusable",
]

_START_S = 60.0
_ORDER_S = 30.0


_WHY_UNUSABLE: dict[str, Callable[[], str]] = {
    "namespaces": namespaces.why_unusable,
    "landlock": confinement.why_unusable,
}


class Sandbox:
    """A running box, kept warm for one submission after the other.

    Parameters
    ----------
    settings : BoxSettings
        What it is made of.
    waits : bool
        Whether to wait here until it is warm; else whoever first asks something of it does, so
        that several can start at a time.

    Raises
    ------
    SandboxError
        If it cannot be started.
    """

    def __init__(self, settings: BoxSettings, *, waits: bool = True) -> None:
        self.settings = settings
        self._is_warm = False
        self._imported = set(settings.preload)
        self._kept = contextlib.ExitStack()
        try:
            self._begin()
            if waits:
                self._await_warm()
        except BaseException:
            self._kept.close()
            raise

    def _begin(self) -> None:
        uid = self._kept.enter_context(own_user())
        ours, theirs = socket.socketpair()
        with contextlib.ExitStack() as opened:
            opened.enter_context(theirs)
            begun = self._enclosure(theirs.fileno(), opened)
            self._process = subprocess.Popen(  # noqa: S603 - the command is built here
                begun.command,
                pass_fds=[theirs.fileno(), *begun.descriptors],
                stdin=subprocess.DEVNULL,
                env=begun.environment,
                cwd="/",
                start_new_session=True,
            )
        self._folder = begun.lesson_folder
        self._channel = Channel(ours)
        try:
            self._channel.send(_server_settings(self.settings, begun, uid))
        except ChannelError as error:
            self.close()
            raise SandboxError(f"the sandbox did not start: {error}") from error

    def _await_warm(self) -> None:
        if self._is_warm:
            return
        try:
            ready = self._channel.receive(_START_S)
        except ChannelError as error:
            self.close()
            raise SandboxError(f"the sandbox did not start: {error}") from error
        if not ready.get("ready"):
            self.close()
            raise SandboxError("the sandbox could not clear its private folders")
        self._is_warm = True

    def _enclosure(self, descriptor: int, opened: contextlib.ExitStack) -> Enclosure:
        kind = kind_in_use(self.settings.kind)
        if kind == "namespaces":
            return namespaces.enclosure(self.settings, descriptor, opened)
        return confinement.enclosure(self.settings, descriptor, self._kept)

    def warm(self, modules: Iterable[str]) -> None:
        """Import modules once for all submissions that come, if they are not yet."""
        wanted = [name for name in modules if name not in self._imported]
        if wanted:
            self._order("warm", _START_S, modules=wanted)
            self._imported.update(wanted)

    def fork(
        self,
        limits: Limits,
        files: Mapping[str, bytes] | None = None,
        *,
        known: Iterable[str] = (),
        **more: Value,
    ) -> Channel:
        """Start the process of a submission, and return the channel to it.

        Parameters
        ----------
        limits : Limits
            What it may use.
        files : mapping or None
            What lies beside the notebook.
        known : iterable of str
            Cells of the instructor's that it will run, to be compiled once for all.
        **more
            What the role of the box asks for besides.
        """
        self._await_warm()
        is_hostile = self.settings.role == STUDENT
        channel, theirs = Channel.pair(*([limits.message_bytes] if is_hostile else []))
        order = {
            "order": "fork",
            "limits": limits.as_data(),
            "files": dict(files or {}),
            "folder": self._folder,
            "known": list(known),
            **more,
        }
        try:
            self._channel.send(order, passing=theirs)
            self._channel.receive(_ORDER_S)
            theirs.close()
            answer = channel.receive(_ORDER_S)
        except ChannelError as error:
            raise SandboxError(f"the sandbox could not begin a submission: {error}") from error
        if not answer.get("ready"):
            raise SandboxError(f"a submission could not be begun: {answer.get('failed')}")
        return channel

    def interrupt(self) -> None:
        """Send an interrupt to every process in the box but its server."""
        self._order("interrupt")

    def end(self) -> None:
        """End everything that a submission left behind, and clear its files away."""
        if not self._order("end").get("clean"):
            raise UncleanError("the sandbox could not clear a submission away")

    def took_too_much(self) -> bool:
        """Tell whether the box has ended a process for its memory since it was last asked."""
        return bool(self._order("took too much").get("ended"))

    def close(self) -> None:
        """End the box itself."""
        self._channel.close()
        self._process.terminate()
        try:
            self._process.wait(_ORDER_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._kept.close()

    def _order(self, order: str, seconds: float = _ORDER_S, **more: Value) -> dict[str, Any]:
        self._await_warm()
        try:
            self._channel.send({"order": order, **more})
            answer: dict[str, Any] = self._channel.receive(seconds)
        except SilentError as error:
            # It is there, but what it is to clear away takes too long.
            raise UncleanError("the sandbox does not come to an end") from error
        except ChannelError as error:
            raise SandboxError(f"the sandbox is gone: {error}") from error
        return answer


def kind_in_use(kind: str = "auto") -> str:
    """Return what keeps boxes apart here: the first kind that is usable, unless one is named.

    Raises
    ------
    SandboxError
        If none is usable, or the one that is named is not.
    """
    if why := why_unusable(kind):
        raise SandboxError(why)
    wanted = tuple(_WHY_UNUSABLE) if kind == "auto" else (kind,)
    return next(each for each in wanted if not _WHY_UNUSABLE[each]())


def why_unusable(kind: str = "auto") -> str:
    """Say why there can be no box of a kind on this machine, or return an empty string."""
    if kind != "auto":
        return _WHY_UNUSABLE[kind]()
    whys = [why() for why in _WHY_UNUSABLE.values()]
    return "" if "" in whys else "; and ".join(whys)


def _server_settings(settings: BoxSettings, begun: Enclosure, uid: int | None) -> dict[str, Any]:
    return {
        "role": settings.role,
        "preload": list(settings.preload),
        "private": list(begun.private),
        "bound": list(begun.bound),
        "uid": uid,
        "confined": begun.confined,
    }
