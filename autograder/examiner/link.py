"""Ask a student's process: one parked copy, for as long as its test cell runs."""

import builtins
import sys
import time
import types
import warnings
from collections.abc import Callable
from typing import Any
from weakref import WeakValueDictionary

import numpy as np

from autograder.channel import Channel, ChannelError, ClosedError, SilentError
from autograder.crossing import CannotCrossError, decode, encode
from autograder.examiner import seeds
from autograder.examiner.handles import Handle, error_class, handle_class
from autograder.examiner.hollow import hollowed, is_nothing
from autograder.examiner.missing import MISSING
from autograder.protocol import Value

_GRACE_S = 1.0
_ERRORS = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}
_FUNCTIONS = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.BuiltinMethodType,
    np.ufunc,
)


class GoneError(RuntimeError):
    """The student's process does not answer any more."""


class Link:
    """The way to one parked copy of a student's process.

    Parameters
    ----------
    channel : Channel
        To the copy.
    stdout, stderr : object
        The examiner's own streams: what the student's code prints during a test reaches a
        stream that the test put in their place, and never these.

    Attributes
    ----------
    ended : str
        Why the copy does not answer any more, empty while it does.
    changes : int
        How often the student's code has run, or a name was bound: values may have changed then.
    """

    def __init__(self, channel: Channel, stdout: Value, stderr: Value) -> None:
        self._channel = channel
        self._streams = {"stdout": stdout, "stderr": stderr}
        self._handles: WeakValueDictionary[int, Handle] = WeakValueDictionary()
        self._error_classes: dict[int, type[BaseException]] = {}
        self._callbacks: list[Callable[..., Any]] = []
        self._given: tuple[Any, ...] = ()
        self._deadline = 0.0
        self._in_place = False
        self.ended = ""
        self.changes = 0

    def begin(self, seconds: float, *, in_place: bool) -> None:
        """Begin a test cell: its time, and whether arguments are changed in place."""
        self._deadline = time.monotonic() + seconds
        self._in_place = in_place
        MISSING.is_unasked = False

    def ask(self, verb: str, *args: Value, **kwargs: Value) -> Value:
        """Have something done in the student's process.

        Raises
        ------
        GoneError
            If the process does not answer (any more).
        CannotCrossError
            If an argument or the answer is of a kind that does not cross.
        Exception
            What the student's code raised, as the nearest built-in class.
        """
        remaining = self._deadline - time.monotonic()
        self._require_answering(remaining)
        request = {
            "do": verb,
            "args": [self._encode(each) for each in args],
            "kwargs": {name: self._encode(each) for name, each in kwargs.items()},
            "seeds": seeds.take(),
            "in_place": self._in_place,
            "seconds": remaining + _GRACE_S,
        }
        try:
            self._channel.send(request)
            reply = self._reply()
        except ChannelError as error:
            raise GoneError(self._note_end(error)) from None
        self.changes += verb != "name"
        self._given = (*args[1:], *kwargs.values()) if verb == "__call__" else ()
        return self._taken(reply, args, may_stop=verb == "__next__")

    def _require_answering(self, remaining: float) -> None:
        if remaining <= 0:
            self.ended = self.ended or "timed out"
        if self.ended:
            raise GoneError(f"the answer's process does not answer: {self.ended}")

    def _note_end(self, error: ChannelError) -> str:
        late = time.monotonic() >= self._deadline
        if isinstance(error, SilentError) or (isinstance(error, ClosedError) and late):
            self.ended = "timed out"
        else:
            self.ended = "crashed" if isinstance(error, ClosedError) else "sent nonsense"
        return f"the answer's process does not answer: {self.ended}"

    def _reply(self) -> dict[str, Any]:
        """Wait for the reply, and meanwhile run what the student's code calls back."""
        while True:
            message = self._channel.receive(max(self._deadline - time.monotonic(), 0.0))
            if not isinstance(message, dict):
                raise ClosedError("no reply")
            if "callback" not in message:
                return message
            self._channel.send(self._called_back(message))

    def _called_back(self, message: dict[str, Any]) -> dict[str, Any]:
        self.changes += 1
        try:
            function = self._callbacks[message["callback"]]
            args = [self._decode(each) for each in message["args"]]
            kwargs = {str(name): self._decode(each) for name, each in message["kwargs"].items()}
            return {"value": self._encode(function(*args, **kwargs))}
        except ChannelError:
            raise
        except Exception as error:  # noqa: BLE001 - it belongs to the student's call
            return {"raised": self._describe(error)}

    def _describe(self, error: Exception) -> dict[str, Any]:
        nearest = next(kind for kind in type(error).__mro__ if kind.__name__ in _ERRORS)
        return {"kind": nearest.__name__, "args": [str(error)]}

    def _taken(self, reply: dict[str, Any], args: tuple[Any, ...], *, may_stop: bool) -> Value:
        """Take in all that came of a request; return its value, or raise."""
        try:
            self._deliver(reply.get("printed", []))
            if "changed" in reply and self._in_place:
                self._change(args, reply["changed"])
            self._warn(reply.get("warned", []))
            if "raised" not in reply:
                return decode(reply["value"], self._adopt, self._look_at)
            error = self._error(reply["raised"])
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            if isinstance(problem, CannotCrossError):
                raise
            raise CannotCrossError("the answer is no proper reply") from None
        if isinstance(error, StopIteration) and not may_stop:
            # It would end a `map` over the test's cases as if all of them had been checked.
            raise RuntimeError("the answer raised StopIteration")
        raise error

    def _encode(self, value: Value) -> Value:
        # What is asked of is mostly a handle: no value, as encoding would find out at last.
        return self._lend(value) if isinstance(value, Handle) else encode(value, self._lend)

    def _lend(self, thing: Value) -> list[Any]:
        """Describe what is passed to the student's process and is no value."""
        if isinstance(thing, Handle):
            if thing.examiner_link_ is not self:
                raise CannotCrossError("an object of an earlier test cell cannot be passed on")
            return ["mine", thing.examiner_number_]
        for number, kind in self._error_classes.items():
            if kind is thing:
                return ["mine", number]
        if isinstance(thing, np.random.Generator):
            bits = thing.bit_generator
            return ["generator", type(bits).__name__, self._encode(bits.state)]
        if isinstance(thing, _FUNCTIONS) or (callable(thing) and not isinstance(thing, type)):
            return self._lend_function(thing)
        raise CannotCrossError(f"a {type(thing).__name__} cannot be passed to the answer")

    def _lend_function(self, function: Callable[..., Any]) -> list[Any]:
        for number, known in enumerate(self._callbacks):
            if known is function:
                return ["callback", number, "function"]
        self._callbacks.append(function)
        return ["callback", len(self._callbacks) - 1, "function"]

    def _decode(self, data: Value) -> Value:
        return decode(data, self._adopt)

    def _look_at(self, value: Value) -> Value:
        """Look at what came empty, or with missing values: whether a test asked for it."""
        if isinstance(value, np.ndarray):
            return value if any(map(is_nothing, self._given)) else hollowed(value)
        MISSING.look_at(value, self._given)
        return value

    def _adopt(self, tag: str, rest: list[Any]) -> Value:
        if tag == "object":
            number, able, is_class = rest
            handle = self._handles.get(number)
            if handle is None:
                kind = handle_class(frozenset(map(str, able)), is_class=is_class is True)
                handle = self._handles[number] = kind(self, int(number))
            return handle
        if tag == "error class":
            number, name, nearest = rest
            if number not in self._error_classes:
                self._error_classes[number] = error_class(str(name), _ERRORS[nearest])
            return self._error_classes[number]
        if tag == "callback":
            return self._callbacks[rest[0]]
        raise CannotCrossError("the answer is no proper value")

    def _error(self, described: dict[str, Any]) -> BaseException:
        """Build what the student's code raised, from classes of this side alone."""
        kind = _ERRORS[described["kind"]]
        if "class" in described:
            own = self._decode(described["class"])
            if isinstance(own, type) and issubclass(own, kind):
                kind = own
        try:
            args = [self._decode(each) for each in described["args"]]
            return kind(*args)
        except Exception:  # noqa: BLE001 - a class that wants other arguments than it got
            error = kind.__new__(kind)
            error.args = (str(described["text"]),)
            return error

    def _deliver(self, printed: list[list[str]]) -> None:
        for stream, text in printed:
            current = sys.stdout if stream == "stdout" else sys.stderr
            if current is not self._streams[stream]:
                current.write(str(text))

    def _warn(self, warned: list[dict[str, Any]]) -> None:
        for described in warned:
            warning = self._error(described)
            if isinstance(warning, Warning):
                warnings.warn(warning, stacklevel=4)

    def _change(self, args: tuple[Any, ...], changed: list[Any]) -> None:
        for argument, new in zip(args, changed, strict=False):
            if new is None:
                continue
            if isinstance(argument, np.random.Generator):
                argument.bit_generator.state = decode(new[2], self._adopt)
            else:
                _replace(argument, self._decode(new[0]))


def _replace(old: Value, new: Value) -> None:
    """Give a container of the test the content that the student's code left it with."""
    if type(old) is not type(new):
        return
    if isinstance(old, list | bytearray):
        old[:] = new
    elif isinstance(old, dict | set):
        old.clear()
        old.update(new)
    elif isinstance(old, np.ndarray) and _fits(old, new):
        old[...] = new


def _fits(old: np.ndarray[Value, Value], new: np.ndarray[Value, Value]) -> bool:
    return old.flags.writeable and old.shape == new.shape and old.dtype == new.dtype
