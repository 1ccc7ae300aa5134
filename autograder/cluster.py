"""Workers on other machines: the same function, done by a Dask cluster.

They need this package and a box, and neither gradebook nor source. What goes to them holds hidden
tests and students' work, so the way there must be encrypted unless it stays on this machine.
"""

import contextlib
import ipaddress
import logging
import threading
import time
from collections.abc import Hashable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from autograder.box.sandbox import why_unusable
from autograder.conversion import sentence
from autograder.course_folder import UnusableError
from autograder.marking import grade
from autograder.workers import Lost

Key = TypeVar("Key", bound=Hashable)

_CONNECT_S = 20.0
# So that no worker waits for the next one to be sent.
_AHEAD = 2
_one_at_a_time = threading.Lock()
_log = logging.getLogger(__name__)


def grade_all(jobs: list[bytes]) -> list[bytes]:
    """Do jobs one after the other: a worker has one box, however many threads it has."""
    with _one_at_a_time:
        return [grade(job) for job in jobs]


@dataclass(frozen=True)
class _Given(Generic[Key]):
    key: Key
    deadline: float


class Cluster(Generic[Key]):
    """A Dask cluster, in the place of workers on this machine.

    Parameters
    ----------
    address : str
        Of the scheduler, such as ``tls://grader.example.org:8786``. Certificates are those of
        Dask's own configuration.
    budget_s : float
        Seconds after which a task is given up.
    box : str
        What is to keep submissions apart there; see :func:`autograder.box_of`.

    Raises
    ------
    UnusableError
        If it cannot be reached, or only in clear text over a network, or if one of its workers
        has no such box.
    """

    def __init__(self, address: str, budget_s: float, box: str = "auto") -> None:
        if not address.startswith("tls://") and not is_of_this_machine(address):
            raise UnusableError(
                f"The way to {address} is not encrypted, and hidden tests would take it: give a "
                "tls:// address, as README says."
            )
        try:
            from distributed import Client
        except ImportError:
            raise UnusableError(
                "Dask is not installed, which --scheduler needs: install the extra `cluster`."
            ) from None
        try:
            self._client: Any = Client(  # type: ignore[no-untyped-call]  # Dask has no types
                address, timeout=_CONNECT_S, set_as_default=False
            )
        except (OSError, ValueError, TypeError) as error:
            raise UnusableError(
                f"No Dask scheduler can be reached at {address} ({sentence(error)}): start it, or "
                "leave --scheduler out."
            ) from error
        self._address = address
        self._budget_s = budget_s
        self._given: dict[Any, _Given[Key]] = {}
        try:
            self._refuse_unfit(box)
        except UnusableError:
            self._close()
            raise

    def __enter__(self) -> "Cluster[Key]":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def _close(self) -> None:
        """Leave the cluster, whatever state its connection is in."""
        try:
            for future in self._given:
                future.cancel()
            self._client.close()
        except Exception:  # noqa: BLE001 - it would hide what went wrong, and is told in the log
            # A connection that is lost, or being made anew, ends in any of Dask's own errors.
            _log.debug("The connection to %s did not close", self._address, exc_info=True)

    def _refuse_unfit(self, box: str) -> None:
        # Else each submission would fail there by itself. Who joins later is not asked.
        for worker, told in self._client.run(why_unusable, box, on_error="return").items():
            if isinstance(told, Exception):
                raise UnusableError(
                    f"The worker {worker} of the cluster cannot load the autograder "
                    f"({type(told).__name__}: {sentence(told)}): install the version there that "
                    "runs here, or take the worker away."
                )
            if told:
                raise UnusableError(
                    f"The worker {worker} of the cluster cannot box submissions in, {told}: mend "
                    "that, or take the worker away."
                )

    @property
    def has_room(self) -> bool:
        """Whether another task may be given now.

        Raises
        ------
        UnusableError
            If the scheduler is gone: none ever will.
        """
        if self._client.status != "running":
            raise UnusableError(
                f"The Dask scheduler at {self._address} was lost: start it again, and run the same "
                "command again, which goes on from here."
            )
        workers = len(self._client.scheduler_info()["workers"])
        return len(self._given) < _AHEAD * max(workers, 1)

    @property
    def is_busy(self) -> bool:
        """Whether a task has been given that has not ended."""
        return bool(self._given)

    def give(self, key: Key, jobs: list[bytes]) -> None:
        """Have a task done; by another worker if the one that has it is lost."""
        future = self._client.submit(grade_all, jobs, pure=False, retries=1)
        self._given[future] = _Given(key, time.monotonic() + self._budget_s)

    def ended(self, timeout_s: float) -> list[tuple[Key, list[bytes] | Lost]]:
        """Wait until a task has ended or the time is over; return all that have."""
        from distributed import CancelledError, wait

        if not self._given:
            return []
        nearest = min(each.deadline for each in self._given.values()) - time.monotonic()
        # Tasks that went with the scheduler have ended too.
        with contextlib.suppress(TimeoutError, CancelledError), self._client.as_current():
            wait(  # type: ignore[no-untyped-call]  # Dask has no types
                list(self._given),
                timeout=max(0.01, min(timeout_s, nearest)),
                return_when="FIRST_COMPLETED",
            )
        now = time.monotonic()
        over = [it for it, given in self._given.items() if it.done() or given.deadline <= now]
        return [(given.key, _result(it, given.deadline)) for it, given in map(self._taken, over)]

    def _taken(self, future: Any) -> tuple[Any, _Given[Key]]:  # noqa: ANN401 - Dask has no types
        return future, self._given.pop(future)


def _result(future: Any, deadline: float) -> list[bytes] | Lost:  # noqa: ANN401 - Dask has no types
    from distributed import CancelledError

    try:
        # A result that its worker took with it, once it was there, is on its way again.
        return list(future.result(timeout=max(0.01, deadline - time.monotonic())))
    except TimeoutError:
        future.cancel()
        return Lost("it was ended because it took too long altogether", out_of_time=True)
    except CancelledError:
        return Lost("the cluster lost it with its scheduler")
    except Exception as error:  # noqa: BLE001 - it must cost this submission alone
        return Lost(f"the cluster lost it ({type(error).__name__}: {sentence(error)})")


def is_of_this_machine(address: str) -> bool:
    """Tell whether an address never leaves this machine.

    Examples
    --------
    >>> is_of_this_machine("tcp://127.0.0.1:8786"), is_of_this_machine("tcp://10.0.0.7:8786")
    (True, False)
    """
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
