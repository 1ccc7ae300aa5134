"""System calls that no notebook needs, refused for good before student code runs.

With a name space of its own a process could mount memory beyond its limits; with the others it
could look into its siblings, or reach the parts of the kernel that most often have holes.
"""

import ctypes
import platform
import struct
from dataclasses import dataclass

_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000  # the second with an error number added
_EPERM, _ENOSYS = 1, 38
# Offsets of what a filter sees of a call.
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
# CLONE_NEW...: mount, cgroup, host name, IPC, user, process and network name spaces.
_NEW_NAME_SPACE = 0x7E020000
_X32 = 0x40000000

# asm-generic numbers that newer calls have on every architecture.
_EVERYWHERE = (425, 426, 427, 428, 429, 430, 431, 432, 433, 442)


@dataclass(frozen=True)
class _Architecture:
    """Numbers of system calls, as in the kernel's tables."""

    audit: int
    clone: int
    refused: tuple[int, ...]
    has_x32: bool = False


_CLONE3 = 435  # hides its flags behind a pointer; without it libc falls back on clone
_ARCHITECTURES = {
    # mount umount2 pivot_root chroot unshare setns ptrace process_vm_readv process_vm_writev
    # kexec_load kexec_file_load bpf perf_event_open userfaultfd add_key request_key keyctl
    # open_by_handle_at init_module finit_module delete_module
    "x86_64": _Architecture(
        0xC000003E,
        56,
        (
            *(165, 166, 155, 161, 272, 308, 101, 310, 311, 246, 320),
            *(321, 298, 323, 248, 249, 250, 304, 175, 313, 176),
        ),
        has_x32=True,
    ),
    "aarch64": _Architecture(
        0xC00000B7,
        220,
        (
            *(40, 39, 41, 51, 97, 268, 117, 270, 271, 104, 294),
            *(280, 241, 282, 217, 218, 219, 265, 105, 273, 106),
        ),
    ),
}


def refuse() -> bool:
    """Refuse these calls to this process and all that it will start; cannot be undone by them.

    Returns
    -------
    bool
        Whether that could be done: the kernel may lack filters, and other architectures number
        their calls otherwise.
    """
    known = _ARCHITECTURES.get(platform.machine())
    if known is None:
        return False
    code = _filter(known)
    instructions = ctypes.create_string_buffer(code, len(code))
    program = ctypes.create_string_buffer(
        struct.pack("HxxxxxxQ", len(code) // 8, ctypes.addressof(instructions))
    )
    libc = ctypes.CDLL(None, use_errno=True)
    filtered: int = libc.prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.c_void_p(ctypes.addressof(program)), 0, 0
    )
    return filtered == 0


def _filter(known: _Architecture) -> bytes:
    """Return the filter: a program for the kernel's packet filter, 8 bytes an instruction."""
    program = [
        _instruction(_LOAD, _ARCHITECTURE),
        _instruction(_EQUAL, known.audit, 1, 0),
        _instruction(_RETURN, _REFUSE | _EPERM),  # calls of another architecture's numbering
        _instruction(_LOAD, _NUMBER),
    ]
    if known.has_x32:
        program += [
            _instruction(_AT_LEAST, _X32, 0, 1),
            _instruction(_RETURN, _REFUSE | _EPERM),
        ]
    for number in (*known.refused, *_EVERYWHERE):
        program += [_instruction(_EQUAL, number, 0, 1), _instruction(_RETURN, _REFUSE | _EPERM)]
    program += [
        _instruction(_EQUAL, _CLONE3, 0, 1),
        _instruction(_RETURN, _REFUSE | _ENOSYS),
        _instruction(_EQUAL, known.clone, 0, 3),
        _instruction(_LOAD, _FIRST_ARGUMENT),
        _instruction(_ANY_BIT, _NEW_NAME_SPACE, 0, 1),
        _instruction(_RETURN, _REFUSE | _EPERM),
        _instruction(_RETURN, _ALLOW),
    ]
    return b"".join(program)


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
