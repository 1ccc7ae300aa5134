"""A box of name spaces: bubblewrap gives a process a small system of its own.

It sees the system's libraries, this Python with its packages, and the code that runs in it, all
read-only; private folders in memory; and nothing else of this machine.
"""

import contextlib
import functools
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from autograder.box.contents import (
    SYSTEM,
    SYSTEM_SETTINGS,
    BoxSettings,
    Enclosure,
    SandboxError,
    covers,
    environment,
    python,
    python_folders,
)

# Folders of the box itself, in memory and gone with it; many a program insists on these names.
_IN_MEMORY = ("/tmp", "/dev/shm")  # noqa: S108 - no folder of this machine
_PACKAGES = "/packages"
# Nobody can put a file there, but where the grader is no root it is the submission's own user's.
_TERMINALS, _TERMINAL = "/dev/pts", "/dev/pts/ptmx"
# What is that user's too, and nobody is to write to.
_FIXED = ("/dev", "/proc/sys", "/")


@functools.cache
def why_unusable() -> str:
    """Say why there can be no such box on this machine, or return an empty string."""
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


def enclosure(settings: BoxSettings, descriptor: int, opened: contextlib.ExitStack) -> Enclosure:
    """Return how to start a box; what it inherits stays open as long as `opened`."""
    files = [
        (opened.enter_context(_file(text)).fileno(), path)
        for text, path in covers(settings, _bound(settings))
    ]
    return Enclosure(
        command=_command(settings, descriptor, files),
        environment=environment(_IN_MEMORY[0]),
        private=(*_IN_MEMORY, _TERMINALS),
        descriptors=tuple(number for number, _ in files),
        bound=(*(str(folder) for folder in python_folders()), _TERMINAL),
    )


def _command(
    settings: BoxSettings, descriptor: int, files: Sequence[tuple[int, Path]]
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
            for file, at in files
            for part in ("--perms", "0444", "--ro-bind-data", str(file), str(at))
        ),
        *(part for place in _FIXED for part in ("--remount-ro", place)),
        "--chdir",
        "/",
        "--",
        *python(descriptor, _PACKAGES),
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
    for path in SYSTEM:
        if Path(path).is_symlink():
            arguments += ["--symlink", str(Path(path).readlink()), path]
        elif Path(path).exists():
            arguments += ["--ro-bind", path, path]
    arguments += ["--perms", "0755", "--dir", "/etc"]
    for path in SYSTEM_SETTINGS:
        arguments += ["--ro-bind-try", path, path]
    # Settings of the kernel that each name space has for itself could be changed in /proc/sys.
    arguments += ["--proc", "/proc", "--perms", "0755", "--tmpfs", "/proc/sys", "--dev", "/dev"]
    for private in _IN_MEMORY:
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
    return [*((folder, folder) for folder in python_folders()), *packages]


def _file(text: str) -> IO[bytes]:
    """Return an open file in memory."""
    file = os.fdopen(os.memfd_create("cover"), "w+b")
    file.write(text.encode())
    file.seek(0)
    return file
