"""What stands in a test for an object that stays in the student's process.

A handle has just the operations that the object's class has, out of a fixed list, and asks the
student's process to carry them out. It compares equal to nothing, itself included, and computes
with nothing of the test's: else a student's object could say that it is the right answer.
"""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from autograder.crossing import CannotCrossError
from autograder.protocol import BINARY, OPERATIONS, Value

if TYPE_CHECKING:
    from autograder.examiner.link import Link

# Attributes with special names that may be asked for. The others change what libraries take a
# handle for: numpy would follow ``__array_interface__`` to an address in this process.
_SPECIAL = frozenset(
    {
        "__name__",
        "__qualname__",
        "__doc__",
        "__annotations__",
        "__defaults__",
        "__kwdefaults__",
        "__dict__",
        "__wrapped__",
        "__slots__",
    }
)
_NOT_ASKED = ("_repr_", "_ipython_", "_as_parameter_", "_asdict_mime")


class Handle:
    """An object of the student's process; see :func:`handle_class` for its operations."""

    __slots__ = ("__weakref__", "examiner_link_", "examiner_number_")

    def __init__(self, link: "Link", number: int) -> None:
        object.__setattr__(self, "examiner_link_", link)
        object.__setattr__(self, "examiner_number_", number)

    def __getattr__(self, name: str) -> Value:
        return _ask(self, "getattr", _permitted(name))

    def __setattr__(self, name: str, value: Value) -> None:
        _ask(self, "setattr", _permitted(name), value)

    def __delattr__(self, name: str) -> None:
        _ask(self, "delattr", _permitted(name))

    def __eq__(self, _: object) -> bool:
        return False

    def __ne__(self, _: object) -> bool:
        return True

    def __hash__(self) -> int:
        return object.__hash__(self)

    def __repr__(self) -> str:
        # Messages about a failed test quote it, so this must not fail in its turn.
        try:
            return _text(_ask(self, "__repr__"))
        except Exception:  # noqa: BLE001 - whatever the student's code does
            return "<an object of the answer>"

    def __str__(self) -> str:
        return _text(_ask(self, "__str__"))

    def __format__(self, how: str) -> str:
        return _text(_ask(self, "__format__", how))

    def __reduce_ex__(self, _: Value) -> Value:
        raise TypeError("an object of the student's process cannot be copied")

    def __dir__(self) -> Iterable[str]:
        return []


class _ClassHandle(Handle):
    """A class of the student's process."""

    __slots__ = ()

    def __instancecheck__(self, thing: Value) -> bool:
        return isinstance(thing, Handle) and _ask(self, "isinstance", first=thing) is True

    def __subclasscheck__(self, thing: Value) -> bool:
        return isinstance(thing, Handle) and _ask(self, "issubclass", first=thing) is True


@functools.lru_cache(maxsize=256)
def handle_class(able: frozenset[str], *, is_class: bool) -> type[Handle]:
    """Return the class of handles whose objects have the given operations.

    Parameters
    ----------
    able : frozenset of str
        Names out of :data:`autograder.protocol.OPERATIONS`; others are ignored.
    is_class : bool
        Whether the object is itself a class, so that ``isinstance`` may be asked.
    """
    base = _ClassHandle if is_class else Handle
    methods: dict[str, Any] = {"__slots__": (), "__doc__": property(_doc)}
    for name in OPERATIONS:
        if name in able:
            methods[name] = _binary(name) if name in BINARY else _operation(name)
    if "__call__" in able:
        methods["__signature__"] = property(_signature)
    if "__iter__" in able:
        # Python then looks an item up one by one, and compares it here.
        methods["__contains__"] = lambda self, item: any(
            each is item or each == item for each in self
        )
    return type("StudentObject", (base,), methods)


def _ask(handle: Handle, verb: str, *args: Value, first: Value = None, **kwargs: Value) -> Value:
    link: Link = object.__getattribute__(handle, "examiner_link_")
    before = () if first is None else (first,)
    return link.ask(verb, *before, handle, *args, **kwargs)


def _doc(self: Handle) -> Value:
    return _ask(self, "getattr", "__doc__")


def _operation(name: str) -> Callable[..., Any]:
    def operation(self: Handle, *args: Value, **kwargs: Value) -> Value:
        if name == "__exit__":
            _ask(self, name)
            return False  # what the test raised is not the student's to swallow
        return _ask(self, name, *args, **kwargs)

    operation.__name__ = name
    return operation if name != "__await__" else _awaiting


def _awaiting(self: Handle) -> Value:
    """Let the student's process await it; for the test it is then a value."""
    return _ask(self, "__await__")
    yield  # makes this the generator that an awaitable has to give


def _binary(name: str) -> Callable[..., Any]:
    def operation(self: Handle, other: Value) -> Value:
        return _ask(self, name, other) if isinstance(other, Handle) else NotImplemented

    operation.__name__ = name
    return operation


def _signature(self: Handle) -> inspect.Signature:
    parameters = [
        inspect.Parameter(
            name,
            inspect._ParameterKind(kind),  # noqa: SLF001 - the enumeration has no public name
            default=None if has_default else inspect.Parameter.empty,
        )
        for name, kind, has_default in _ask(self, "signature")
    ]
    return inspect.Signature(parameters)


def _permitted(name: str) -> str:
    special = name.startswith("__") and name.endswith("__")
    if (special and name not in _SPECIAL) or name.startswith(_NOT_ASKED):
        raise AttributeError(f"a test cannot ask a student's object for {name}")
    return name


def _text(answer: Value) -> str:
    if not isinstance(answer, str):
        raise CannotCrossError("a student's object did not give text")
    return answer


def error_class(name: str, nearest: type[BaseException]) -> type[BaseException]:
    """Return a class that stands for a student's exception, to catch and to compare by."""
    text = name if name.isidentifier() and len(name) <= 100 else nearest.__name__
    return type(text, (nearest,), {"__module__": "student"})
