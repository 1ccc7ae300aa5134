"""Empty folders that a hostile process filled, and measure what is in them."""

import contextlib
import itertools
import os
from collections.abc import Sequence
from pathlib import Path

_MOVED = ".moved-"
# What a file counts for besides what is in it: there would be no end to empty ones.
_NAME_BYTES = 8192
_OPEN_TO_ALL = 0o1777


def empty(folder: Path | str, bound: Sequence[Path] = ()) -> None:
    """Remove what a folder holds, whatever its owner did to the rights of it.

    What is bound into it stays, and the way there stays open: Python itself may lie in it.
    """
    _restore(folder)
    for entry in os.scandir(folder):
        with contextlib.suppress(OSError):
            if not any(kept.is_relative_to(entry.path) for kept in bound):
                _remove(entry, folder)
            elif Path(entry.path) not in bound:
                empty(entry.path, bound)


def is_left(folder: Path, bound: Sequence[Path] = ()) -> bool:
    """Tell whether a folder holds anything but what was bound into it."""
    for entry in folder.iterdir():
        if entry in bound:
            continue
        if not any(kept.is_relative_to(entry) for kept in bound):
            return True
        if is_left(entry, bound):
            return True
    return False


def size_of(folder: str, most_bytes: int) -> int:
    """Return the bytes that a folder's files take; no more are counted than need to be.

    A folder that its owner keeps closed counts as more than that.
    """
    total = 0
    waiting = [folder]
    while waiting and total <= most_bytes:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    with contextlib.suppress(FileNotFoundError):
                        total += entry.stat(follow_symlinks=False).st_blocks * 512 + _NAME_BYTES
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(entry.path)
        except PermissionError:
            return most_bytes + 1
        except OSError:  # it is gone, or deeper than a path is long
            continue
    return total


def _restore(folder: Path | str) -> None:
    """Take away what its owner can mark a folder itself with: rights, attributes and times."""
    try:
        os.chmod(folder, _OPEN_TO_ALL)  # noqa: PTH101 - it may be a plain string
        os.utime(folder)
    except PermissionError:  # it is another's, and only that one can mark it
        return
    with contextlib.suppress(OSError):  # there are file systems without attributes
        for name in os.listxattr(folder):
            with contextlib.suppress(OSError):  # the system has some of its own
                os.removexattr(folder, name)


def _remove(entry: "os.DirEntry[str]", folder: Path | str) -> None:
    """Remove an entry and all below it, however deep: no path may be longer than the kernel's."""
    if not entry.is_dir(follow_symlinks=False):
        os.unlink(entry.path)  # noqa: PTH108 - scandir gives plain strings
        return
    numbers = itertools.count()
    waiting = [entry.path]
    while waiting:
        here = waiting.pop()
        os.chmod(here, 0o700)  # noqa: PTH101 - a plain string
        for each in os.scandir(here):
            if each.is_dir(follow_symlinks=False):
                os.chmod(each.path, 0o700)  # noqa: PTH101 - its name is to change
                waiting.append(f"{folder}/{_MOVED}{os.getpid()}-{next(numbers)}")
                os.rename(each.path, waiting[-1])  # noqa: PTH104 - plain strings
            else:
                os.unlink(each.path)  # noqa: PTH108 - a plain string
        os.rmdir(here)  # noqa: PTH106 - a plain string
