"""Start a confined fork server, and talk to it: the outside of a box.

A box sees the system's libraries, this Python with its packages, and the code that runs in it,
all read-only; private folders in memory; and nothing else of this machine.
"""

import contextlib
import functools
import importlib.util
import itertools
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from autograder.box.limits import Limits
from autograder.channel import Channel, ChannelError
from autograder.protocol import Value
from autograder.withheld import rewritten

STUDENT = "autograder.box.resident"
EXAMINER = "autograder.examiner.room"

_START_S = 60.0
_ORDER_S = 30.0
# Folders of the box itself, in memory and gone with it; many a program insists on these names.
_TEMPORARY, _SHARED = "/tmp", "/dev/shm"  # noqa: S108 - no folder of this machine
_PRIVATE = (_TEMPORARY, _SHARED)
_LESSON_FOLDER = f"{_TEMPORARY}/lesson"
_boxes = itertools.count()
_PACKAGES = "/packages"
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_SETTINGS = (
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/localtime",
    "/etc/fonts",
    "/etc/ssl/openssl.cnf",
    "/etc/alternatives",
)


class SandboxError(RuntimeError):
    """A box cannot be started, or is not to be trusted any more."""


def _own_packages() -> tuple[Path, ...]:
    """Return the folders of this project's packages, wherever they are imported from."""
    import course

    here = Path(__file__).resolve().parent.parent
    return (here, Path(course.__file__).resolve().parent)


class UncleanError(SandboxError):
    """A box is there, but not all of what a submission left in it could be cleared away."""


@dataclass(frozen=True)
class BoxSettings:
    """What a box is made of.

    Parameters
    ----------
    role : str
        Module whose ``enter`` a fork runs: ``STUDENT`` or ``EXAMINER``.
    preload : tuple of str
        Modules that the server imports once for all.
    packages : tuple of Path
        Folders of packages that are in no site-packages, such as a course under development.
    withheld : tuple of str
        Functions that it lacks; see :mod:`autograder.withheld`.
    disk_mb : int
        Size of all private files together.
    """

    role: str = STUDENT
    preload: tuple[str, ...] = ("numpy", "matplotlib.pyplot")
    packages: tuple[Path, ...] = field(default_factory=_own_packages)
    withheld: tuple[str, ...] = ()
    disk_mb: int = 512


class Sandbox:
    """A running box, kept warm for one submission after the other.

    Parameters
    ----------
    settings : BoxSettings
        What it is made of.

    Raises
    ------
    SandboxError
        If it cannot be started.
    """

    def __init__(self, settings: BoxSettings) -> None:
        self.settings = settings
        ours, theirs = socket.socketpair()
        with contextlib.ExitStack() as opened:
            opened.enter_context(theirs)
            covers = [(opened.enter_context(_file(text)), path) for text, path in _covers(settings)]
            self._process = subprocess.Popen(  # noqa: S603 - the command is built here
                _command(settings, theirs.fileno(), [(each.fileno(), at) for each, at in covers]),
                pass_fds=[theirs.fileno(), *(each.fileno() for each, _ in covers)],
                stdin=subprocess.DEVNULL,
                env={},
                cwd="/",
            )
        self._channel = Channel(ours)
        try:
            self._channel.send(_server_settings(settings))
            ready = self._channel.receive(_START_S)
        except ChannelError as error:
            self.close()
            raise SandboxError(f"the sandbox did not start: {error}") from error
        if not ready.get("ready"):
            self.close()
            raise SandboxError("the sandbox could not clear its private folders")

    def fork(
        self, limits: Limits, files: Mapping[str, bytes] | None = None, **more: Value
    ) -> Channel:
        """Start the process of a submission, and return the channel to it."""
        channel, theirs = Channel.pair()
        order = {
            "order": "fork",
            "limits": limits.as_data(),
            "files": dict(files or {}),
            "folder": _LESSON_FOLDER,
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

    def close(self) -> None:
        """End the box itself."""
        self._channel.close()
        self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_ORDER_S)

    def _order(self, order: str) -> dict[str, Any]:
        try:
            self._channel.send({"order": order})
            answer: dict[str, Any] = self._channel.receive(_ORDER_S)
        except ChannelError as error:
            raise SandboxError(f"the sandbox is gone: {error}") from error
        return answer


@functools.cache
def why_unusable() -> str:
    """Say why there can be no box on this machine, or return an empty string."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        return "bubblewrap (bwrap) is not installed"
    trial = [bwrap, *_name_spaces(), *_rights(), "--ro-bind", "/", "/", "--proc", "/proc"]
    done = subprocess.run(  # noqa: S603 - the command is built here
        [*trial, "--", "/bin/true"], capture_output=True, check=False
    )
    if done.returncode == 0:
        return ""
    said = done.stderr.decode(errors="replace").strip().splitlines()
    return f"this system forbids what a box is made of ({said[-1] if said else 'no reason given'})"


def _server_settings(settings: BoxSettings) -> dict[str, Any]:
    return {
        "role": settings.role,
        "preload": list(settings.preload),
        "private": list(_PRIVATE),
        "bound": [str(folder) for folder in _python_folders()],
        "uid": _fresh_uid() if os.geteuid() == 0 else None,
    }


def _fresh_uid() -> int:
    """Return an unprivileged user that no other box has: the kernel counts processes by user."""
    return 20_000 + (16 * os.getpid() + next(_boxes)) % 40_000


def _command(
    settings: BoxSettings, descriptor: int, covers: Sequence[tuple[int, Path]]
) -> list[str]:
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise SandboxError("bubblewrap (bwrap) is not installed")
    return [
        bwrap,
        *_name_spaces(),
        "--die-with-parent",
        "--new-session",
        "--as-pid-1",
        "--hostname",
        "box",
        *_rights(),
        *_file_system(settings),
        *(
            part
            for file, at in covers
            for part in ("--perms", "0444", "--ro-bind-data", str(file), str(at))
        ),
        *("--remount-ro", "/"),
        *_environment(),
        "--chdir",
        "/",
        "--",
        *_python(descriptor),
    ]


def _name_spaces() -> list[str]:
    """Return what is apart: also users, unless root is to become one that exists."""
    apart = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    users = [] if os.geteuid() == 0 else ["--unshare-user", "--disable-userns"]
    return [*apart, "--unshare-cgroup-try", *users]


def _rights() -> list[str]:
    """Drop all capabilities; as root the server keeps what it takes to become somebody else."""
    if os.geteuid() != 0:
        return ["--cap-drop", "ALL"]
    kept = ("CAP_SETUID", "CAP_SETGID", "CAP_KILL")
    return ["--cap-drop", "ALL", *(part for name in kept for part in ("--cap-add", name))]


def _file_system(settings: BoxSettings) -> list[str]:
    arguments: list[str] = []
    for path in _SYSTEM:
        if Path(path).is_symlink():
            arguments += ["--symlink", str(Path(path).readlink()), path]
        elif Path(path).exists():
            arguments += ["--ro-bind", path, path]
    arguments += ["--perms", "0755", "--dir", "/etc"]
    for path in _SETTINGS:
        arguments += ["--ro-bind-try", path, path]
    arguments += ["--proc", "/proc", "--dev", "/dev"]
    for private in _PRIVATE:
        size = str(settings.disk_mb << 20)
        arguments += ["--perms", "1777", "--size", size, "--tmpfs", private]
    for outside, inside in _bound(settings):
        for above in reversed(inside.parents[:-1]):
            arguments += ["--perms", "0755", "--dir", str(above)]
        arguments += ["--ro-bind", str(outside), str(inside)]
    return arguments


def _bound(settings: BoxSettings) -> list[tuple[Path, Path]]:
    """Return the folders of code: where they lie outside, and where inside."""
    packages = [(package, Path(_PACKAGES, package.name)) for package in settings.packages]
    return [*((folder, folder) for folder in _python_folders()), *packages]


def _covers(settings: BoxSettings) -> Iterator[tuple[str, Path]]:
    """Yield what lies over files of code that hold what is withheld, also once compiled."""
    for module in rewritten(settings.withheld):
        compiled = Path(importlib.util.cache_from_source(module.path))
        for outside, inside in _bound(settings):
            if module.path.is_relative_to(outside):
                yield module.text, inside / module.path.relative_to(outside)
                if compiled.exists():
                    yield "", inside / compiled.relative_to(outside)


def _file(text: str) -> IO[bytes]:
    """Return an open file in memory."""
    file = os.fdopen(os.memfd_create("cover"), "w+b")
    file.write(text.encode())
    file.seek(0)
    return file


def _python_folders() -> list[Path]:
    """Return what Python needs: its two prefixes, as far as they are not the system's."""
    folders: list[Path] = []
    for folder in (Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve()):
        inside_system = any(folder.is_relative_to(path) for path in _SYSTEM)
        if not inside_system and not any(folder.is_relative_to(each) for each in folders):
            folders.append(folder)
    return folders


def _environment() -> list[str]:
    values = {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin", "/bin"]),
        "HOME": _TEMPORARY,
        "TMPDIR": _TEMPORARY,
        "USER": "student",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "NBGRADER_EXECUTION": "autograde",
        # A submission is one process among several: threads of a library only get in the way.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }
    return [part for name, value in values.items() for part in ("--setenv", name, value)]


def _python(descriptor: int) -> list[str]:
    """Return the command of the server: isolated from everything but its packages."""
    start = (
        "import sys; "
        f"sys.path += {_search_path()!r}; "
        f"sys.argv[1:] = ['{descriptor}']; "
        "from autograder.box.server import main; main()"
    )
    return [sys.executable, "-I", "-X", "utf8", "-c", start]


def _search_path() -> list[str]:
    installed = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    return list(dict.fromkeys([_PACKAGES, *installed]))
