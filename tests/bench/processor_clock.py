"""Processor time of all that this process starts from now on, however it ends.

`resource` forgets a process that nobody waited for, and boxes end so: with their worker, or
cleared away by a first process that waits for none. The kernel's own counter is inherited by all.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct

_PERF_EVENT_OPEN = {"x86_64": 298, "aarch64": 241}
_SOFTWARE, _TASK_CLOCK, _INHERIT = 1, 1, 1 << 1
# The first form of the kernel's `perf_event_attr`: type, size, config; three numbers that stay 0;
# flags; and 16 bytes that stay 0.
_ATTRIBUTES = struct.Struct("=IIQQQQQ16x")


class UncountableError(RuntimeError):
    """Processor time cannot be counted on this system."""


class ProcessorClock:
    """Counts the processor time of this process, and of what it starts once this is made.

    Raises
    ------
    UncountableError
        If the system forbids it, as many containers do.
    """

    def __init__(self) -> None:
        number = _PERF_EVENT_OPEN.get(platform.machine())
        if number is None:
            raise UncountableError(f"no number of the system call is known on {platform.machine()}")
        attributes = _ATTRIBUTES.pack(_SOFTWARE, _ATTRIBUTES.size, _TASK_CLOCK, 0, 0, 0, _INHERIT)
        libc = ctypes.CDLL(None, use_errno=True)
        here, any_processor, no_group, no_flags = 0, -1, -1, 0
        self._counter = libc.syscall(number, attributes, here, any_processor, no_group, no_flags)
        if self._counter < 0:
            raise UncountableError(os.strerror(ctypes.get_errno()))

    def seconds(self) -> float:
        """Return the seconds so far."""
        (nanoseconds,) = struct.unpack("=Q", os.read(self._counter, 8))
        return float(nanoseconds) * 1e-9

    def close(self) -> None:
        """Stop counting."""
        os.close(self._counter)
