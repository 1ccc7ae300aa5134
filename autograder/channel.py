"""Messages between the processes of the engine: length-prefixed msgpack over a socket pair.

One end may be held by a hostile process. So a length is checked before memory is taken, nesting
and container sizes are bounded, nothing is ever unpickled, and waiting has a deadline.
"""

import array
import math
import select
import socket
import struct
import time

import msgpack

from autograder.protocol import Value

_LENGTH = struct.Struct(">I")
_CHUNK = 1 << 18
# Head and body of a message mostly come in one piece; what comes too early is kept.
_AHEAD = 1 << 12
_ONE_SOCKET = socket.CMSG_SPACE(array.array("i").itemsize)
_SEND_S = 30
_GONE = "the process at the other end has ended"
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
        # A process that does not read must not hold up one that writes to it.
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", _SEND_S, 0))
        self._socket = end
        self._readable = select.poll()
        self._readable.register(end, select.POLLIN)
        self._got = bytearray()
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
            raise ClosedError(_GONE) from error

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
        self._fill(_LENGTH.size, deadline)
        (length,) = _LENGTH.unpack_from(self._got)
        if length > self._max_bytes:
            raise MalformedError(f"a message of {length} bytes, and {self._max_bytes} are allowed")
        end = _LENGTH.size + length
        self._fill(end, deadline)
        body = self._got[_LENGTH.size : end]
        del self._got[:end]
        return _unpack(body)

    def is_readable(self, seconds: float) -> bool:
        """Wait for something to receive, so long at most; tell whether there is."""
        return bool(self._got or self._readable.poll(math.ceil(1000 * seconds)))

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

    def _fill(self, size: int, deadline: float | None) -> None:
        """Wait until so many bytes are there."""
        while len(self._got) < size:
            if deadline is not None:
                self._wait(deadline - time.monotonic())
            piece = self._piece(min(size - len(self._got) + _AHEAD, _CHUNK))
            if not piece:
                raise ClosedError(_GONE)
            self._got += piece

    def _wait(self, seconds: float) -> None:
        if seconds <= 0 or not self._readable.poll(math.ceil(1000 * seconds)):
            raise SilentError("no answer in time")

    def _piece(self, most: int) -> bytes:
        try:
            if not self._takes_sockets:
                return self._socket.recv(most)
            piece, ancillary, _, _ = self._socket.recvmsg(most, _ONE_SOCKET)
        except OSError as error:
            raise ClosedError(_GONE) from error
        for level, kind, data in ancillary:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
                (descriptor,) = array.array("i", data)
                self._sockets.append(socket.socket(fileno=descriptor))
        return piece


def _unpack(body: bytearray) -> Value:
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
