"""Messages between the processes of the engine: length-prefixed msgpack over a socket pair.

One end may be held by a hostile process. So a length is checked before memory is taken, nesting
and container sizes are bounded, nothing is ever unpickled, and waiting has a deadline.
"""

import array
import contextlib
import socket
import struct
import time

import msgpack

from autograder.protocol import Value

_LENGTH = struct.Struct(">I")
_CHUNK = 1 << 18
# What a container in a message claims to hold is allocated before it is read; the bound keeps
# a message of a few bytes, nested as deep as msgpack goes, from claiming more than it may.
_MAX_ITEMS = 1 << 17
DEFAULT_MAX_BYTES = 64 << 20


class ChannelError(Exception):
    """The other end cannot be talked to any more."""


class ClosedError(ChannelError):
    """The other end is gone: its process ended."""


class SilentError(ChannelError):
    """The other end did not answer in time."""


class MalformedError(ChannelError):
    """The other end sent something that is no message, or too large a one."""


class Channel:
    """One end of a socket pair.

    Parameters
    ----------
    end : socket.socket
        A connected stream socket.
    max_bytes : int
        Largest message that is accepted.
    takes_sockets : bool
        Whether messages may bring a socket. A hostile end must not be able to fill this
        process's table of descriptors, so only ends that face a trusted process accept any.
    """

    def __init__(
        self,
        end: socket.socket,
        max_bytes: int = DEFAULT_MAX_BYTES,
        *,
        takes_sockets: bool = False,
    ) -> None:
        self._socket = end
        self._max_bytes = max_bytes
        self._takes_sockets = takes_sockets
        self._sockets: list[socket.socket] = []

    @classmethod
    def pair(cls, max_bytes: int = DEFAULT_MAX_BYTES) -> "tuple[Channel, socket.socket]":
        """Return an end to keep, and one to pass on to another process."""
        kept, given = socket.socketpair()
        return cls(kept, max_bytes), given

    def fileno(self) -> int:
        """Return the descriptor, for waiting on several channels."""
        return self._socket.fileno()

    def detach(self) -> socket.socket:
        """Return the socket itself, to be passed on to another process."""
        return self._socket

    def close(self) -> None:
        """Close this end; the other one sees it."""
        self._socket.close()

    def send(self, message: Value, passing: socket.socket | None = None) -> None:
        """Send a message, and a socket with it if one is given.

        Raises
        ------
        ClosedError
            If the other end is gone.
        ValueError
            If the message is larger than a length can say.
        """
        body = msgpack.packb(message, unicode_errors="surrogatepass")
        if len(body) >= 1 << 32:
            raise ValueError("a message must be smaller than 4 GiB")
        head = _LENGTH.pack(len(body))
        try:
            if passing is not None:
                rights = array.array("i", [passing.fileno()])
                ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)]
                self._socket.sendmsg([head], ancillary)
                self._socket.sendall(body)
            else:
                self._socket.sendall(head + body)
        except OSError as error:
            raise ClosedError("the process at the other end has ended") from error

    def receive(self, timeout_s: float | None = None) -> Value:
        """Wait for the next message and return it.

        Parameters
        ----------
        timeout_s : float or None
            How long to wait for all of it; for ever if None.

        Raises
        ------
        ClosedError, SilentError, MalformedError
            If there is none to be had.
        """
        deadline = None if timeout_s is None else time.monotonic() + timeout_s
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size, deadline))
        if length > self._max_bytes:
            raise MalformedError(f"a message of {length} bytes, and {self._max_bytes} are allowed")
        return _unpack(bytes(self._read(length, deadline)))

    def take_socket(self) -> socket.socket:
        """Return the socket that came with the message received last.

        Raises
        ------
        MalformedError
            If none did.
        """
        if not self._sockets:
            raise MalformedError("a message without the socket that it should bring")
        return self._sockets.pop(0)

    def _read(self, size: int, deadline: float | None) -> bytearray:
        """Read exactly so many bytes."""
        data = bytearray(size)
        view, got = memoryview(data), 0
        while got < size:
            remaining = None if deadline is None else deadline - time.monotonic()
            if remaining is not None and remaining <= 0:
                raise SilentError("no answer in time")
            count = self._read_into(view[got:], remaining)
            if not count:
                raise ClosedError("the process at the other end has ended")
            got += count
        return data

    def _read_into(self, view: memoryview, timeout_s: float | None) -> int:
        try:
            self._socket.settimeout(timeout_s)
            if not self._takes_sockets:
                return self._socket.recv_into(view)
            piece, descriptors, _, _ = socket.recv_fds(self._socket, min(len(view), _CHUNK), 1)
        except TimeoutError:
            raise SilentError("no answer in time") from None
        except OSError as error:
            raise ClosedError("the process at the other end has ended") from error
        finally:
            with contextlib.suppress(OSError):
                self._socket.settimeout(None)
        self._sockets += [socket.socket(fileno=descriptor) for descriptor in descriptors]
        view[: len(piece)] = piece
        return len(piece)


def _unpack(body: bytes) -> Value:
    try:
        return msgpack.unpackb(
            body,
            raw=False,
            strict_map_key=False,
            unicode_errors="surrogatepass",
            max_array_len=_MAX_ITEMS,
            max_map_len=_MAX_ITEMS,
            max_ext_len=0,
        )
    except (ValueError, msgpack.UnpackException, RecursionError, MemoryError, TypeError) as error:
        raise MalformedError(f"bytes that are no message ({type(error).__name__})") from error
