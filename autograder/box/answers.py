"""The student's side of an examination: does what the examiner asks, and gives values back.

What is no value stays here and is lent out under a number. Everything in this process is the
student's to change, and it may answer as it likes: an answer is only ever data.
"""

import asyncio
import builtins
import contextlib
import operator
import random
import threading
import types
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.box.shell import Shell
from autograder.channel import Channel
from autograder.crossing import CannotCrossError, decode, encode
from autograder.protocol import OPERATIONS, Value

_MAX_OBJECTS = 100_000
_MAX_PRINTED = 1 << 20
_BUILTIN_ERRORS = {
    kind: name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}
_UNCHANGEABLE = (float, int, bool, str, type(None), types.FunctionType)
_MAIN_THREAD = threading.main_thread()


class Answers:
    """Answers to the examiner's requests.

    Parameters
    ----------
    shell : Shell
        Where the student's names are.
    channel : Channel
        To the examiner.
    """

    def __init__(self, shell: Shell, channel: Channel) -> None:
        self._shell = shell
        self._names: dict[str, Any] = shell.ipython.user_ns
        self._channel = channel
        self._lent: list[Any] = []
        self._numbers: dict[int, int] = {}
        self._callbacks: dict[int, Callable[..., Any]] = {}

    def answer(self, request: dict[str, Any]) -> None:
        """Do what is asked, and send what came of it."""
        recorder = self._shell.recorder
        recorder.begin()
        args: list[Any] = []
        with warnings.catch_warnings(record=True) as caught:
            try:
                _seed(request.get("seeds") or {})
                args = [self._decode(each) for each in request["args"]]
                kwargs = {name: self._decode(each) for name, each in request["kwargs"].items()}
                reply = {"value": self._encode(self._do(request["do"], args, kwargs))}
            except BaseException as error:  # noqa: BLE001 - whatever is raised is the answer
                reply = {"raised": self._encode_error(error)}
        if request.get("in_place"):
            changed = [self._encode_changed(each) for each in args]
            if any(changed):
                reply["changed"] = changed
        reply["printed"] = _printed(recorder.finished())
        reply["warned"] = [self._encode_error(each.message) for each in caught[:100]]
        self._channel.send(reply)

    def _do(self, verb: str, args: list[Any], kwargs: dict[str, Any]) -> Value:
        if verb == "name":
            return self._named(args[0])
        if verb == "bound":
            return args[0] in self._names
        if verb == "assign":
            return self._names.__setitem__(args[0], args[1])
        if verb == "unassign":
            return self._unassign(args[0])
        return _OPERATIONS[verb](*args, **kwargs)

    def _named(self, name: str) -> Value:
        if name in self._names:
            return self._names[name]
        raise NameError(f"name '{name}' is not defined")

    def _unassign(self, name: str) -> None:
        if name not in self._names:
            raise NameError(f"name '{name}' is not defined")
        del self._names[name]

    def _encode(self, value: Value) -> Value:
        return encode(value, self._lend)

    def _encode_changed(self, value: Value) -> Value:
        if type(value) in _UNCHANGEABLE:
            return None
        with contextlib.suppress(CannotCrossError):
            if isinstance(value, list | dict | set | bytearray | np.ndarray):
                return [self._encode(value)]
            if isinstance(value, np.random.Generator):
                return ["generator", *_generator_state(value)]
        return None

    def _lend(self, thing: Value) -> list[Any]:
        number = self._number(thing)
        if isinstance(thing, type) and issubclass(thing, BaseException):
            return ["error class", number, str(thing.__name__)[:100], _nearest(thing)]
        kind = type(thing)
        able = [name for name in OPERATIONS if hasattr(kind, name)]
        return ["object", number, able, isinstance(thing, type)]

    def _number(self, thing: Value) -> int:
        number = self._numbers.get(id(thing))
        if number is None:
            if len(self._lent) >= _MAX_OBJECTS:
                raise CannotCrossError("too many objects")
            number = self._numbers[id(thing)] = len(self._lent)
            self._lent.append(thing)
        return number

    def _decode(self, data: Value) -> Value:
        return decode(data, self._adopt)

    def _adopt(self, tag: str, rest: list[Any]) -> Value:
        if tag == "mine":
            return self._lent[rest[0]]
        if tag == "callback":
            return self._callback(*rest)
        if tag == "generator":
            return _generator(*rest)
        raise CannotCrossError(f"a {tag} cannot be passed in")

    def _callback(self, number: int, name: str) -> Callable[..., Any]:
        known = self._callbacks.get(number)
        if known is not None:
            return known

        def callback(*args: Value, **kwargs: Value) -> Value:
            return self._call_back(number, args, kwargs)

        callback.__name__ = callback.__qualname__ = name
        self._callbacks[number] = callback
        return callback

    def _call_back(self, number: int, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Value:
        """Have the examiner run a function that it passed in, and wait for the result."""
        if threading.current_thread() is not _MAIN_THREAD:
            raise RuntimeError("a function of the test can only be called from the main thread")
        self._channel.send(
            {
                "callback": number,
                "args": [self._encode(each) for each in args],
                "kwargs": {str(name): self._encode(each) for name, each in kwargs.items()},
            }
        )
        while True:
            message = self._channel.receive()
            if "do" in message:  # the function asks for something of ours in its turn
                self.answer(message)
            elif "raised" in message:
                raise self._decode_error(message["raised"])
            else:
                return self._decode(message["value"])

    def _encode_error(self, error: BaseException | str) -> dict[str, Any]:
        """Describe an exception by its nearest built-in class."""
        if isinstance(error, str):
            error = UserWarning(error)
        kind = type(error)
        nearest = _nearest(kind)
        described: dict[str, Any] = {"kind": nearest, "args": [], "text": _text(error)}
        try:
            described["args"] = [self._encode(each) for each in error.args]
        except Exception:  # noqa: BLE001 - its arguments are the student's own objects
            described["args"] = [described["text"]]
        if kind not in _BUILTIN_ERRORS:
            described["class"] = self._lend(kind)
        return described

    def _decode_error(self, described: dict[str, Any]) -> BaseException:
        kind = getattr(builtins, described["kind"], Exception)
        error: BaseException = kind(*(self._decode(each) for each in described["args"]))
        return error


def _nearest(kind: type) -> str:
    return next(_BUILTIN_ERRORS[base] for base in kind.__mro__ if base in _BUILTIN_ERRORS)


def _text(error: BaseException) -> str:
    try:
        return str(error)[:10_000]
    except Exception:  # noqa: BLE001 - an exception whose text cannot be had has none
        return ""


def _printed(outputs: list[dict[str, Any]]) -> list[list[str]]:
    return [
        [output["name"], output["text"][:_MAX_PRINTED]]
        for output in outputs
        if output["output_type"] == "stream"
    ]


def _seed(seeds: dict[str, Any]) -> None:
    """Put the global generators where the test has put its own."""
    if "numpy" in seeds:
        name, keys, position, has_gauss, gauss = seeds["numpy"]
        keys = np.frombuffer(keys, dtype=np.uint32)
        np.random.set_state((name, keys, position, has_gauss, gauss))  # noqa: NPY002 - the global
    if "random" in seeds:
        version, state, gauss = seeds["random"]
        random.setstate((version, tuple(state), gauss))


def _generator(kind: str, state: Value) -> Value:
    bits = getattr(np.random, kind)()
    bits.state = decode(state, _refuse)
    return np.random.Generator(bits)


def _generator_state(generator: Value) -> list[Any]:
    bits = generator.bit_generator
    return [type(bits).__name__, encode(bits.state, _refuse)]


def _refuse(*_: Value) -> Value:
    raise CannotCrossError("a generator's state is plain data")


def _await(thing: Value) -> Value:
    return asyncio.get_event_loop().run_until_complete(thing)


def _call(function: Value, *args: Value, **kwargs: Value) -> Value:
    return function(*args, **kwargs)


def _signature(function: Value) -> list[Any]:
    import inspect

    return [
        [parameter.name, int(parameter.kind), parameter.default is not parameter.empty]
        for parameter in inspect.signature(function).parameters.values()
    ]


# Operators whose functions in `operator` have the names of the methods.
_PLAIN_OPERATORS = (
    *("getitem", "setitem", "delitem", "abs", "neg", "pos", "invert"),
    *("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor"),
    *("lt", "le", "gt", "ge"),
)
_OPERATIONS: dict[str, Callable[..., Any]] = {
    "getattr": getattr,
    "setattr": setattr,
    "delattr": delattr,
    "isinstance": isinstance,
    "issubclass": issubclass,
    "signature": _signature,
    "__call__": _call,
    "__len__": len,
    "__iter__": iter,
    "__next__": next,
    "__reversed__": reversed,
    "__bool__": bool,
    "__float__": float,
    "__int__": int,
    "__index__": operator.index,
    "__complex__": complex,
    "__str__": str,
    "__repr__": repr,
    "__format__": format,
    "__round__": round,
    "__enter__": lambda manager: type(manager).__enter__(manager),
    "__exit__": lambda manager, *_: type(manager).__exit__(manager, None, None, None),
    "__await__": _await,
    **{f"__{name}__": getattr(operator, f"__{name}__") for name in _PLAIN_OPERATORS},
}
