"""Landlock: a process of Linux takes rights from itself and from all that it will start.

Only calls and structures of the kernel are here; what a box may do is said in
:mod:`autograder.box.confinement`.
"""

import contextlib
import ctypes
import os
import stat
import struct
from collections.abc import Iterable, Iterator

# The same numbers on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_RULE_PATH_BENEATH = 1
_SCOPE_ABSTRACT_SOCKETS, _SCOPE_SIGNALS = 1, 2
_SCOPES_SINCE = 6
_TCP_SINCE, _TCP = 4, 0b11  # to bind and to connect

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_MOVE, _TRUNCATE, _DEVICE_CONTROL = 1 << 13, 1 << 14, 1 << 15
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _DEVICE_CONTROL
# How many rights over files each version of the interface knows, from the first on.
_RIGHTS_OF = (13, 14, 15, 15, 16)

LOOK = _READ_DIR
READ = _READ_FILE | _READ_DIR | _EXECUTE
USE = _READ_FILE | _WRITE_FILE | _TRUNCATE
ALL = (1 << 16) - 1


class LandlockError(OSError):
    """The kernel would not take these rights away."""


def version() -> int:
    """Return the version of the kernel's interface; 0 if it has none, or has it switched off."""
    found: int = _libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    return max(0, found)


def can_scope_signals() -> bool:
    """Tell whether a process can be kept from signalling those that are not confined with it."""
    return version() >= _SCOPES_SINCE


def restrict(granted: Iterable[tuple[str, int]]) -> None:
    """Take all rights over files but these from this process, and what else Landlock can take.

    No network, no signal and no abstract socket leads out any more, as far as the kernel's
    version knows of them. Must not be possible to undo, so privileges are given up for good.

    Parameters
    ----------
    granted : iterable of (path, rights)
        Rights over a file, or over a folder and all below it; what is not there is left out.

    Raises
    ------
    LandlockError
        If nothing was taken.
    """
    known = version()
    if not known:
        raise LandlockError("this kernel has no Landlock")
    rights = (1 << _RIGHTS_OF[min(known, len(_RIGHTS_OF)) - 1]) - 1
    with _ruleset(rights, _TCP if known >= _TCP_SINCE else 0, known) as ruleset:
        for path, allowed in granted:
            _grant(ruleset, path, allowed & rights)
        _enforce(ruleset)


def keep_signals_in() -> None:
    """Keep this process and all that it will start from signalling any other; nothing else."""
    # Whatever does not grant it takes the right to move files from folder to folder.
    with _ruleset(_MOVE, 0, version()) as ruleset:
        _grant(ruleset, "/", _MOVE)
        _enforce(ruleset)


def adopt_orphans() -> None:
    """Become the parent of all processes below this one that lose theirs."""
    _checked(_libc().prctl(36, 1, 0, 0, 0))  # PR_SET_CHILD_SUBREAPER


@contextlib.contextmanager
def _ruleset(files: int, network: int, known: int) -> Iterator[int]:
    scopes = _SCOPE_ABSTRACT_SOCKETS | _SCOPE_SIGNALS if known >= _SCOPES_SINCE else 0
    # Older kernels take a longer structure if what they do not know of is zero.
    described = struct.pack("QQQ", files, network, scopes)
    size = ctypes.c_size_t(len(described))
    ruleset = _checked(_libc().syscall(_CREATE_RULESET, described, size, 0))
    try:
        yield ruleset
    finally:
        os.close(ruleset)


def _grant(ruleset: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= _ON_FILES
        rule = struct.pack("=Qi", rights, place)
        _checked(_libc().syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0))
    finally:
        os.close(place)


def _enforce(ruleset: int) -> None:
    _checked(_libc().prctl(38, 1, 0, 0, 0))  # PR_SET_NO_NEW_PRIVS, without which it is refused
    _checked(_libc().syscall(_RESTRICT_SELF, ruleset, 0))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise LandlockError(number, f"Landlock: {os.strerror(number)}")
    return result
