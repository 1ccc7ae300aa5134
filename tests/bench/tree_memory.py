"""Memory of a process and of all that it started, looked at every few seconds while it runs.

Boxes share most of their pages with each other. Each page counts once, by the share of each
process that maps it (the kernel's `Pss`).
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

_EVERY_S = 2.0


class TreeMemory:
    """The most memory that a process and all below it held, while this is open.

    Parameters
    ----------
    process : int
        Its id.

    Attributes
    ----------
    peak_mb : float
        The most so far.
    """

    def __init__(self, process: int) -> None:
        self._process = process
        self._over = Event()
        self._thread = Thread(target=self._look)
        self.peak_mb = 0.0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_EVERY_S):
            held_mb = sum(map(_held_mb, _tree(self._process)))
            self.peak_mb = max(self.peak_mb, held_mb)


def _tree(process: int) -> list[int]:
    """Return a process and all below it."""
    below: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            below.setdefault(parent, []).append(int(path.parent.name))
    found = [process]
    for each in found:
        found += below.get(each, [])
    return found


def _held_mb(process: int) -> float:
    with contextlib.suppress(OSError):  # it has ended
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
