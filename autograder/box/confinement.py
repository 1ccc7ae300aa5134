"""A box without name spaces: Landlock, a filter of system calls, and a user of its own.

What many containers forbid is not needed here. A box then shares the list of processes and the
names of files with this machine, but reads and writes none, signals none, and has no network. Its
first process keeps it: it outlives the server, ends all that is left, and removes its folder.
"""

import contextlib
import functools
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from autograder.box import folders, landlock, system_calls
from autograder.box.contents import (
    SYSTEM,
    SYSTEM_SETTINGS,
    BoxSettings,
    Enclosure,
    covers,
    environment,
    python,
    python_folders,
)
from autograder.box.limits import can_read_all
from autograder.box.population import OfDomain, OfUser, Population

_DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
_MACHINE = ("/proc/cpuinfo", "/proc/meminfo")


@functools.cache
def why_unusable() -> str:
    """Say why there can be no such box on this machine, or return an empty string."""
    if not sys.platform.startswith("linux"):
        return "this is no Linux"
    if not landlock.version():
        return "this kernel has no Landlock, or it is switched off"
    if not system_calls.are_known():
        return "the system calls of this processor are not known"
    if os.geteuid() != 0 and not landlock.can_scope_signals():
        return "its Landlock cannot keep signals in, which takes Linux 6.12 or grading as root"
    if os.geteuid() == 0 and not _is_open_to_all() and not can_read_all():
        return "Python lies in a folder that only root may enter"
    return ""


def enclosure(settings: BoxSettings, descriptor: int, kept: contextlib.ExitStack) -> Enclosure:
    """Return how to start a box, and lay out its folder, which goes with `kept`."""
    folder = kept.enter_context(
        tempfile.TemporaryDirectory(prefix="autograder-box-", ignore_cleanup_errors=True)
    )
    packages, private = Path(folder, "packages"), Path(folder, "private")
    private.mkdir()
    copies = [(each, packages / each.name) for each in settings.packages]
    for outside, inside in copies:
        shutil.copytree(outside, inside)
    for text, path in covers(settings, copies):
        path.write_text(text, encoding="utf-8")
    Path(folder).chmod(0o711)
    private.chmod(0o1777)
    return Enclosure(
        command=python(descriptor, str(packages)),
        environment=environment(str(private)),
        private=(str(private),),
        confined={
            "folder": folder,
            "readable": [str(packages), *_readable(settings.packages)],
            "reads_all": not _is_open_to_all(),
        },
    )


class Confinement:
    """What the server does to itself, and to each submission, in the place of name spaces.

    Parameters
    ----------
    confined : dict
        As :func:`enclosure` says.
    private : sequence of str
        Folders that may be written to.
    uid : int or None
        The box's own user.
    """

    def __init__(self, confined: dict[str, Any], private: Sequence[str], uid: int | None) -> None:
        self.reads_all = bool(confined["reads_all"])
        self._uid = uid
        self._granted = [
            *((path, landlock.READ) for path in confined["readable"]),
            *((path, landlock.USE) for path in _DEVICES),
            *((path, landlock.READ) for path in _MACHINE),
            *((path, landlock.ALL) for path in private),
        ]
        self._folder = str(confined["folder"])
        self._private = private

    def enter(self) -> Population:
        """Confine this process, the server, and leave one behind that keeps the box."""
        keeper = self._population()
        child = os.fork()
        if child:
            self._keep(child, keeper)
        server = self._population()
        # Its dead are waited for then, those too that lost their parent.
        landlock.adopt_orphans()
        own = [("/proc", landlock.READ | landlock.USE)]
        landlock.restrict([*self._granted, *own])
        return server

    def confine(self) -> None:
        """Confine the process of a submission."""
        landlock.restrict(self._granted)
        # Its own user may change no file of others; another one's files Landlock leaves open to
        # such changes.
        system_calls.refuse(beyond=True, changes=self._uid is None)

    def _population(self) -> Population:
        if landlock.can_scope_signals():
            landlock.keep_signals_in()
        return OfDomain() if self._uid is None else OfUser(self._uid)

    def _keep(self, server: int, population: Population) -> None:
        """Wait for the server's end, and let nothing outlive it; never returns."""
        signal.signal(signal.SIGTERM, lambda *_: os.kill(server, signal.SIGKILL))
        try:
            os.waitpid(server, 0)
        finally:
            population.signal(signal.SIGKILL)
            with contextlib.suppress(FileNotFoundError):  # whoever began it was quicker
                for each in self._private:
                    folders.empty(each)
            shutil.rmtree(self._folder, ignore_errors=True)
            os._exit(0)


def _readable(packages: Sequence[Path]) -> Iterator[str]:
    """Yield what a box may read: the system and Python, but for what it has copies of."""
    yield from (*SYSTEM, *SYSTEM_SETTINGS)
    for folder in python_folders():
        yield from _without(folder, packages)


def _without(folder: Path, hidden: Sequence[Path]) -> Iterator[str]:
    """Yield a folder, or what is in it if some of that is hidden: Landlock cannot except."""
    if folder in hidden:
        return
    if not any(each.is_relative_to(folder) for each in hidden):
        yield str(folder)
        return
    for entry in folder.iterdir():
        yield from _without(entry, hidden)


def _is_open_to_all() -> bool:
    """Tell whether an unprivileged user can reach Python."""
    above = {parent for folder in python_folders() for parent in (folder, *folder.parents)}
    return all(each.stat().st_mode & 0o001 for each in above)
