"""Messages arrive whole, or as an error that says what the other end is: gone, silent, a liar."""

import os
import socket
import struct
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.channel import Channel, ClosedError, MalformedError, SilentError


def two() -> tuple[Channel, Channel]:
    ours, theirs = Channel.pair()
    return ours, Channel(theirs)


def answer_to(raw: bytes) -> Channel:
    """Return a channel whose other end has sent just these bytes and is gone."""
    ours, theirs = Channel.pair()
    theirs.sendall(raw)
    theirs.close()
    return ours


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=10,
    )
)
def test_a_message_arrives_as_it_was_sent(message: object) -> None:
    ours, theirs = two()
    theirs.send(message)
    assert ours.receive(5.0) == message
    ours.close()
    theirs.close()


def test_a_long_message_arrives_whole() -> None:
    ours, theirs = two()
    sender = threading.Thread(target=theirs.send, args=(bytes(5 << 20),))
    sender.start()
    assert ours.receive(30.0) == bytes(5 << 20)
    sender.join()


def test_an_end_that_is_gone_is_closed() -> None:
    ours, theirs = two()
    theirs.close()
    with pytest.raises(ClosedError):
        ours.receive(5.0)
    with pytest.raises(ClosedError):
        ours.send("anybody there?")


def test_an_end_that_stops_in_the_middle_is_closed() -> None:
    with pytest.raises(ClosedError):
        answer_to(struct.pack(">I", 100) + b"only this").receive(5.0)


def test_an_end_that_says_nothing_is_silent() -> None:
    ours, _theirs = two()
    with pytest.raises(SilentError):
        ours.receive(0.05)


def test_an_end_that_says_half_is_silent() -> None:
    ours, theirs = two()
    theirs.detach().sendall(struct.pack(">I", 100) + b"half")
    with pytest.raises(SilentError):
        ours.receive(0.05)


@pytest.mark.parametrize(
    "body",
    [
        *(b"\xc1", b"", b"\x01\x02", b"\x91" * 100_000 + b"\xc0", b"\xdd\xff\xff\xff\xff"),
        *(b"\xdd\x00\x01\xff\xff" * 400, b"\xdf\x7f\xff\xff\xff", b"\xd4\x01\x00"),
    ],
)
def test_bytes_that_are_no_message_are_malformed(body: bytes) -> None:
    with pytest.raises(MalformedError):
        answer_to(struct.pack(">I", len(body)) + body).receive(5.0)


def test_a_length_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(MalformedError, match="4294967295 bytes, and 67108864 are allowed"):
        answer_to(b"\xff\xff\xff\xff").receive(5.0)


def test_a_socket_comes_with_a_message_only_to_an_end_that_takes_it() -> None:
    for takes in (True, False):
        ours, theirs = socket.socketpair()
        receiver, sender = Channel(ours, takes_sockets=takes), Channel(theirs)
        kept, given_away = socket.socketpair()
        before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - just how many
        sender.send({"order": 1}, passing=given_away)
        assert receiver.receive(5.0) == {"order": 1}
        if takes:
            with receiver.take_socket() as came:
                came.sendall(b"x")
            assert kept.recv(1) == b"x"
        else:
            with pytest.raises(MalformedError):
                receiver.take_socket()
        assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208 - just how many
        for each in (ours, theirs, kept, given_away):
            each.close()
