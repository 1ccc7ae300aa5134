"""What all processes of a submission take together, seen from the server of its box.

The kernel limits each process by itself. Their sum is looked at several times a second: those
that hold most are ended until the rest fits. What two processes share counts once.
"""

import contextlib
import os
import resource
import signal
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from autograder.box import folders
from autograder.box.limits import Limits
from autograder.box.population import Population

INTERVAL_S = 0.1
_PAGE = resource.getpagesize()
# To count what is shared once takes long: so much of the time may go there, unless the sum of
# what each holds, which is cheap to have, has grown by so much since.
_SHARE = 0.02
_GROWN = 256 << 20
# An empty file takes the kernel's memory too, of which no size of a folder tells.
MAX_FILES = 50_000


class Watch:
    """Keeps the processes of a box within their limits.

    Parameters
    ----------
    population : Population
        The processes.
    uid : int or None
        Their user, if it is not this process's own.
    private : sequence of str
        Folders that they may write to.
    on_disk : bool
        Whether nothing else limits the size of these.
    clear : callable
        Empties them.
    """

    def __init__(
        self,
        population: Population,
        uid: int | None,
        private: Sequence[str],
        *,
        on_disk: bool,
        clear: Callable[[], object],
    ) -> None:
        self._population = population
        self._uid = uid
        self._private = private
        self._on_disk = on_disk
        self._clear = clear
        self.begin(Limits())

    def begin(self, limits: Limits) -> None:
        """Start on a submission."""
        self._most_memory = limits.total_memory_mb << 20
        self._most_on_disk = limits.disk_mb << 20
        self._held_last = 0
        self._next_count_at = self._next_walk_at = 0.0
        self.has_ended_one = False

    def look(self) -> None:
        """See that all is within the limits, and mend it if not."""
        held = {each: _resident(each) for each in self._population.processes()}
        total = sum(held.values())
        now = time.monotonic()
        is_due = now >= self._next_count_at or total > self._held_last + _GROWN
        if total > self._most_memory and is_due:
            self._held_last = total
            self._end_largest(
                {each: self._seen(partial(_proportional, each), held[each]) for each in held}
            )
            self._next_count_at = now + (time.monotonic() - now) / _SHARE
        if self._on_disk:
            if now >= self._next_walk_at:
                self._look_at_disk(held)
                self._next_walk_at = now + (time.monotonic() - now) / _SHARE
        elif any(_files_in(each) > MAX_FILES for each in self._private):
            self._take_files_away()

    def _end_largest(self, held: dict[int, int]) -> None:
        total = sum(held.values())
        for each in sorted(held, key=held.__getitem__, reverse=True):
            if total <= self._most_memory:
                return
            self._kill(each)
            self.has_ended_one = True
            total -= held[each]

    def _look_at_disk(self, processes: Iterable[int]) -> None:
        """Take away the files of a submission that fills the disk, open ones too."""
        held = {each: self._seen(partial(_nameless, each), 0) for each in processes}
        room = self._most_on_disk - sum(held.values())
        if sum(folders.size_of(each, self._most_on_disk) for each in self._private) <= room:
            return
        self._take_files_away()
        # Copies that stay parked hold the same open files, and are to go on: such a file is
        # emptied, and its holders are ended only if it cannot be.
        for process in held:
            if self._seen(partial(_nameless, process), 0) > self._most_on_disk // 2:
                self._seen(partial(_empty_nameless, process), 0)
        for process in held:
            if self._seen(partial(_nameless, process), 0) > self._most_on_disk // 2:
                self._kill(process)

    def _take_files_away(self) -> None:
        self._population.signal(signal.SIGSTOP)  # nothing is moved while it is removed
        self._clear()
        self._population.signal(signal.SIGCONT)

    def _seen(self, look: Callable[[], int], otherwise: int) -> int:
        """Look at a process as its user or as root, as far as it lets itself be seen."""
        for rights in (self._as_their_user(), contextlib.nullcontext()):
            with contextlib.suppress(OSError, ValueError), rights:
                return look()
        return otherwise

    @contextlib.contextmanager
    def _as_their_user(self) -> Iterator[None]:
        """Have their user's rights for a moment, but stay out of that user's reach."""
        if self._uid is None:
            yield
            return
        os.setegid(self._uid)
        os.seteuid(self._uid)
        try:
            yield
        finally:
            os.seteuid(0)
            os.setegid(0)

    def _kill(self, process: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _resident(process: int) -> int:
    """Return the memory that a process holds, with all that it shares; 0 if it has ended."""
    try:
        with open(f"/proc/{process}/statm", "rb") as pages:  # noqa: PTH123 - no path to speak of
            return int(pages.read().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def _files_in(folder: str) -> int:
    """Return how many files and folders are in a file system of its own."""
    found = os.statvfs(folder)
    return found.f_files - found.f_ffree


def _proportional(process: int) -> int:
    """Return the memory that a process holds, and its part of what it shares."""
    with open(f"/proc/{process}/smaps_rollup", "rb") as file:  # noqa: PTH123 - no path to speak of
        return next(int(line.split()[1]) << 10 for line in file if line.startswith(b"Pss:"))


def _nameless(process: int) -> int:
    """Return the bytes of open files that are in no folder any more."""
    sizes = {(at.st_dev, at.st_ino): at.st_blocks * 512 for _, at in _open_and_nameless(process)}
    return sum(sizes.values())


def _empty_nameless(process: int) -> int:
    """Empty the open files that are in no folder any more; return how many there were."""
    found = [path for path, _ in _open_and_nameless(process)]
    for path in found:
        os.truncate(path, 0)
    return len(found)


def _open_and_nameless(process: int) -> Iterator[tuple[str, os.stat_result]]:
    for name in os.listdir(f"/proc/{process}/fd"):  # noqa: PTH208 - a name is all it takes
        path = f"/proc/{process}/fd/{name}"
        with contextlib.suppress(FileNotFoundError):
            found = os.stat(path)  # noqa: PTH116 - no path to speak of
            if stat.S_ISREG(found.st_mode) and not found.st_nlink:
                yield path, found
