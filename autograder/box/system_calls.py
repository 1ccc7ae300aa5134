"""System calls that no notebook needs, refused for good before student code runs.

With a name space of its own a process could mount memory beyond its limits; with the others it
could look into its siblings, keep memory that no process is seen to hold, leave something to the
next submission that no wipe finds, put limits on the server that the next one inherits, or reach
the parts of the kernel that most often have holes. Where a box has no name spaces, calls that
reach beyond it are refused as well.
"""

import ctypes
import platform
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000  # the second with an error number added
_EPERM, _ENOSYS = 1, 38
# Offsets of what a filter sees of a call.
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT, _SECOND_ARGUMENT = 0, 4, 16, 24
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _MASK, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
# CLONE_NEW...: mount, cgroup, host name, IPC, user, process and network name spaces.
_NEW_NAME_SPACE = 0x7E020000
_X32 = 0x40000000
_KIND_OF_SOCKET, _STREAM = 0xF, 1

# asm-generic numbers that newer calls have on every architecture: io_uring and mounts, memory
# that is in no map, file_setattr.
_EVERYWHERE = (425, 426, 427, 428, 429, 430, 431, 432, 433, 442, 447, 469)
# pidfd_open pidfd_getfd process_madvise process_mrelease setxattrat removexattrat
_BEYOND_EVERYWHERE = (434, 438, 440, 448, 463, 466)
# Marks that a file or a folder keeps: FS_IOC_SETFLAGS, FS_IOC_FSSETXATTR; F_SET_RW_HINT.
_IOCTL_MARKS, _FCNTL_MARKS = (0x40086602, 0x401C5820), (1036,)
_FCHMODAT2 = 452
_CLONE3 = 435  # hides its flags behind a pointer; without it libc falls back on clone


@dataclass(frozen=True)
class _Architecture:
    """Numbers of system calls, as in the kernel's tables.

    Parameters
    ----------
    audit : int
        The kernel's number of the architecture.
    clone, socketpair, ioctl, fcntl : int
        Calls that are refused by their arguments.
    refused : tuple of int
        Calls that are refused everywhere.
    own_only : tuple of int
        Likewise, unless their first argument, a process, is 0: the caller.
    beyond : tuple of int
        Calls that reach beyond a box which has no name spaces.
    changes : tuple of int
        Changes to a file's rights and times, which Landlock leaves open.
    has_x32 : bool
        Whether there is a second numbering.
    """

    audit: int
    clone: int
    socketpair: int
    ioctl: int
    fcntl: int
    refused: tuple[int, ...]
    own_only: tuple[int, ...]
    beyond: tuple[int, ...]
    changes: tuple[int, ...]
    has_x32: bool = False


_ARCHITECTURES = {
    # refused: mount umount2 pivot_root chroot unshare setns ptrace process_vm_readv
    # process_vm_writev kexec_load kexec_file_load bpf perf_event_open userfaultfd add_key
    # request_key keyctl open_by_handle_at init_module finit_module delete_module memfd_create
    # shmget msgget semget mq_open setpriority ioprio_set
    # own_only: prlimit64 sched_setaffinity sched_setscheduler sched_setparam sched_setattr
    # beyond: socket connect bind listen sendmsg sendmmsg migrate_pages move_pages kcmp fchown
    # fchownat setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr, and on x86_64
    # chown lchown
    # changes: fchmod fchmodat utimensat, and on x86_64 chmod utime utimes futimesat
    "x86_64": _Architecture(
        audit=0xC000003E,
        clone=56,
        socketpair=53,
        ioctl=16,
        fcntl=72,
        refused=(
            *(165, 166, 155, 161, 272, 308, 101, 310, 311, 246, 320),
            *(321, 298, 323, 248, 249, 250, 304, 175, 313, 176, 319),
            *(29, 68, 64, 240, 141, 251),
        ),
        own_only=(302, 203, 144, 142, 314),
        beyond=(
            *(41, 42, 49, 50, 46, 307, 256, 279, 312),
            *(93, 260, 188, 189, 190, 197, 198, 199, 92, 94),
        ),
        changes=(91, 268, 280, 90, 132, 235, 261),
        has_x32=True,
    ),
    "aarch64": _Architecture(
        audit=0xC00000B7,
        clone=220,
        socketpair=199,
        ioctl=29,
        fcntl=25,
        refused=(
            *(40, 39, 41, 51, 97, 268, 117, 270, 271, 104, 294),
            *(280, 241, 282, 217, 218, 219, 265, 105, 273, 106, 279),
            *(194, 186, 190, 180, 140, 30),
        ),
        own_only=(261, 122, 119, 118, 274),
        beyond=(
            *(198, 203, 200, 201, 211, 269, 238, 239, 272),
            *(55, 54, 5, 6, 7, 14, 15, 16),
        ),
        changes=(52, 53, 88),
    ),
}


def are_known() -> bool:
    """Tell whether the calls of this machine's architecture are known."""
    return platform.machine() in _ARCHITECTURES


def refuse(*, beyond: bool = False, changes: bool = False) -> bool:
    """Refuse these calls to this process and all that it will start; cannot be undone by them.

    Parameters
    ----------
    beyond : bool
        Also refuse what reaches beyond a box that has no name spaces.
    changes : bool
        Also pass over changes to the rights and times of files.

    Returns
    -------
    bool
        Whether that could be done: the kernel may lack filters, and other architectures number
        their calls otherwise.
    """
    known = _ARCHITECTURES.get(platform.machine())
    if known is None:
        return False
    code = b"".join(_filter(known, beyond=beyond, changes=changes))
    instructions = ctypes.create_string_buffer(code, len(code))
    program = ctypes.create_string_buffer(
        struct.pack("HxxxxxxQ", len(code) // 8, ctypes.addressof(instructions))
    )
    libc = ctypes.CDLL(None, use_errno=True)
    filtered: int = libc.prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.c_void_p(ctypes.addressof(program)), 0, 0
    )
    return filtered == 0


def _filter(known: _Architecture, *, beyond: bool, changes: bool) -> Iterator[bytes]:
    """Yield the filter: a program for the kernel's packet filter, 8 bytes an instruction."""
    yield _instruction(_LOAD, _ARCHITECTURE)
    yield _instruction(_EQUAL, known.audit, 1, 0)
    yield _instruction(_RETURN, _REFUSE | _EPERM)  # calls of another architecture's numbering
    yield _instruction(_LOAD, _NUMBER)
    if known.has_x32:
        yield _instruction(_AT_LEAST, _X32, 0, 1)
        yield _instruction(_RETURN, _REFUSE | _EPERM)
    for number in (*known.refused, *_EVERYWHERE):
        yield from _answer(number, _EPERM)
    yield from _answer(_CLONE3, _ENOSYS)
    yield from _unless(known.clone, _FIRST_ARGUMENT, _instruction(_ANY_BIT, _NEW_NAME_SPACE, 0, 1))
    for number in known.own_only:
        yield from _unless(number, _FIRST_ARGUMENT, _instruction(_EQUAL, 0, 1, 0))
    for number, marks in ((known.ioctl, _IOCTL_MARKS), (known.fcntl, _FCNTL_MARKS)):
        yield from _unless(number, _SECOND_ARGUMENT, *_none_of(marks))
    if beyond:
        for number in (*known.beyond, *_BEYOND_EVERYWHERE):
            yield from _answer(number, _EPERM)
        kind = _instruction(_MASK, _KIND_OF_SOCKET), _instruction(_EQUAL, _STREAM, 1, 0)
        yield from _unless(known.socketpair, _SECOND_ARGUMENT, *kind)
    if changes:
        for number in (*known.changes, _FCHMODAT2):
            yield from _answer(number, 0)
    yield _instruction(_RETURN, _ALLOW)


def _answer(number: int, error: int) -> Iterator[bytes]:
    """Answer a call with an error number, or with success that changes nothing if it is 0."""
    yield _instruction(_EQUAL, number, 0, 1)
    yield _instruction(_RETURN, _REFUSE | error)


def _unless(number: int, argument: int, *test: bytes) -> Iterator[bytes]:
    """Refuse a call unless a test of an argument jumps over the next instruction."""
    yield _instruction(_EQUAL, number, 0, len(test) + 3)
    yield _instruction(_LOAD, argument)
    yield from test
    yield _instruction(_RETURN, _REFUSE | _EPERM)
    yield _instruction(_RETURN, _ALLOW)


def _none_of(values: Sequence[int]) -> Iterator[bytes]:
    """Test that an argument is none of these: each jumps to the refusal, the last over it too."""
    for place, value in enumerate(values, 1):
        left = len(values) - place
        yield _instruction(_EQUAL, value, left, 0 if left else 1)


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
