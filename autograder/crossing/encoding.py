"""Turn values into plain data."""

import datetime as dt
import decimal
import fractions
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.crossing.dtypes import describe
from autograder.crossing.values import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_INT_BITS,
    MAX_ITEMS,
    NUMPY_NUMBERS,
    PANDAS_DTYPES,
    SMALL_INT,
    TYPE_NAMES,
    CannotCrossError,
    are_names,
)
from autograder.protocol import Value

_AS_IT_IS = (float, bool)

Lend = Callable[[Any], list[Any]]


def encode(value: Value, lend: Lend) -> Value:
    """Turn a value into plain data.

    Parameters
    ----------
    value : object
        What is to cross.
    lend : callable
        Called with each object that is no value; returns the ``[tag, ...]`` that refers to it,
        or raises `CannotCrossError`.

    Raises
    ------
    CannotCrossError
        If it is nested too deeply or holds too much.
    """
    kind = type(value)  # most of what crosses is plain
    if value is None or kind in _AS_IT_IS or (kind is int and -SMALL_INT <= value < SMALL_INT):
        return value
    return _Encoder(lend).encode(value, 0)


class _Encoder:
    def __init__(self, lend: Lend) -> None:
        self._lend = lend
        self._items = 0
        self._bytes = 0

    def encode(self, value: Value, depth: int) -> Value:
        if value is None or value is True or value is False:
            return value
        if depth > MAX_DEPTH:
            raise CannotCrossError(f"it is nested more than {MAX_DEPTH} levels deep")
        self._count(1)
        write = _EXACT.get(type(value))
        if write is not None:
            return write(self, value, depth + 1)
        if isinstance(value, type):
            name = TYPE_NAMES.get(value)
            return self._lend(value) if name is None else ["type", name]
        if str(type(value).__module__).partition(".")[0] == "pandas":
            written = _encode_pandas(self, value, depth + 1)
            if written is not None:
                return written
        for kind, write in _WRITERS:
            if isinstance(value, kind):
                return write(self, value, depth + 1)
        return self._lend(value)

    def all(self, values: Value, depth: int) -> list[Any]:
        return [self.encode(value, depth) for value in values]

    def take(self, data: bytes) -> bytes:
        self._bytes += len(data)
        if self._bytes > MAX_BYTES:
            raise CannotCrossError(f"it is larger than {MAX_BYTES >> 20} MB")
        return data

    def _count(self, items: int) -> None:
        self._items += items
        if self._items > MAX_ITEMS:
            raise CannotCrossError(f"it holds more than {MAX_ITEMS} items")


def _encode_int(_: _Encoder, value: int, __: int) -> Value:
    plain = int.__index__(value)
    if -SMALL_INT <= plain < SMALL_INT:
        return plain
    if plain.bit_length() > MAX_INT_BITS:
        raise CannotCrossError(f"it is an integer of more than {MAX_INT_BITS} bits")
    return ["int", hex(plain)]


def _encode_str(encoder: _Encoder, value: str, _: int) -> Value:
    plain = str.__str__(value)
    encoder.take(plain.encode("utf-8", "surrogatepass"))
    return plain if type(plain) is str else "".join(plain)


def _encode_list(encoder: _Encoder, value: list[Any], depth: int) -> Value:
    items = list(list.__iter__(value))
    packed = _packed(items)
    if packed is not None:
        return [packed.dtype.char, encoder.take(packed.tobytes())]
    return ["list", encoder.all(items, depth)]


def _packed(items: list[Any]) -> Value:
    """Return a long list of floats, or of small integers, as one block of memory."""
    if len(items) < 16:
        return None
    kinds = set(map(type, items))
    if kinds == {float}:
        return np.array(items, dtype="d")
    if kinds == {int} and all(-SMALL_INT <= item < SMALL_INT for item in items):
        return np.array(items, dtype="q")
    return None


def _encode_tuple(encoder: _Encoder, value: tuple[Any, ...], depth: int) -> Value:
    items = encoder.all(list(tuple.__iter__(value)), depth)
    fields = getattr(type(value), "_fields", None)
    if isinstance(fields, tuple) and len(fields) == len(items) and are_names(fields):
        return ["named", str(type(value).__name__), list(fields), items]
    return ["tuple", items]


def _encode_dict(encoder: _Encoder, value: dict[Any, Any], depth: int) -> Value:
    keys, values = list(dict.keys(value)), list(dict.values(value))
    return ["dict", encoder.all(keys, depth), encoder.all(values, depth)]


def _encode_array(encoder: _Encoder, value: Value, depth: int) -> Value:
    array = np.asarray(value)
    if type(value) is np.ma.MaskedArray:
        data = _encode_array(encoder, value.filled(), depth)
        return ["masked", data, _encode_array(encoder, np.ma.getmaskarray(value), depth)]
    if array.dtype.kind == "O":
        return ["objects", list(array.shape), encoder.all(list(array.ravel()), depth)]
    kind = describe(array.dtype)
    if array.nbytes > MAX_BYTES:
        raise CannotCrossError(f"it is larger than {MAX_BYTES >> 20} MB")
    return ["array", kind, list(array.shape), encoder.take(array.tobytes())]


def _encode_scalar(encoder: _Encoder, value: Value, depth: int) -> Value:
    return ["scalar", _encode_array(encoder, np.asarray(value), depth)]


def _encode_number(_: _Encoder, value: Value, __: int) -> Value:
    return [NUMPY_NUMBERS[type(value)], value.item()]


def _encode_timedelta(_: _Encoder, value: dt.timedelta, __: int) -> Value:
    return ["timedelta", value.days, value.seconds, value.microseconds]


def _encode_datetime(encoder: _Encoder, value: dt.datetime, _: int) -> Value:
    if value.tzinfo is not None and not isinstance(value.tzinfo, dt.timezone):
        return encoder._lend(value)  # noqa: SLF001 - the encoder of this module
    return ["datetime", dt.datetime.isoformat(value)]


def _encode_pandas(  # noqa: PLR0911 - one line for each kind of value
    encoder: _Encoder, value: Value, depth: int
) -> Value:
    import pandas as pd

    if isinstance(value, pd.MultiIndex):
        names = encoder.encode(list(value.names), depth)
        return ["multiindex", encoder.all(value.tolist(), depth), names]
    if isinstance(value, pd.Index):
        return ["index", _encode_column(encoder, value, depth), encoder.encode(value.name, depth)]
    if isinstance(value, pd.Series):
        column = _encode_column(encoder, value, depth)
        name = encoder.encode(value.name, depth)
        return ["series", column, encoder.encode(value.index, depth), name]
    if isinstance(value, pd.DataFrame):
        columns = [_encode_column(encoder, value.iloc[:, i], depth) for i in range(value.shape[1])]
        index = encoder.encode(value.index, depth)
        return ["frame", columns, index, encoder.encode(value.columns, depth)]
    if isinstance(value, pd.Timestamp) and value.tzinfo is None:
        return ["timestamp", value.isoformat()]
    if value is pd.NA or value is pd.NaT:
        return ["missing", "NA" if value is pd.NA else "NaT"]
    return None


def _encode_column(encoder: _Encoder, column: Value, depth: int) -> Value:
    dtype = str(column.dtype)
    if isinstance(column.dtype, np.dtype):
        return ["", _encode_array(encoder, column.to_numpy(), depth)]
    values = np.empty(len(column), dtype=object)
    values[:] = column.astype(object).to_list()
    known = dtype if PANDAS_DTYPES.match(dtype) else "object"
    return [known, _encode_array(encoder, values, depth)]


# In order: what is most specific stands first.
_WRITERS: tuple[tuple[Any, Callable[[_Encoder, Any, int], Any]], ...] = (
    # numpy's float64 and str_ are subclasses of Python's types, and keep theirs.
    (np.generic, _encode_scalar),
    (int, _encode_int),
    (float, lambda _, value, __: float.__float__(value)),
    (str, _encode_str),
    (bytes, lambda encoder, value, _: encoder.take(b"".join([value]))),
    (list, _encode_list),
    (tuple, _encode_tuple),
    (dict, _encode_dict),
    (np.ndarray, _encode_array),
    (complex, lambda _, value, __: ["complex", value.real, value.imag]),
    (set, lambda encoder, value, depth: ["set", encoder.all(list(set.__iter__(value)), depth)]),
    (
        frozenset,
        lambda encoder, value, depth: [
            "frozenset",
            encoder.all(list(frozenset.__iter__(value)), depth),
        ],
    ),
    (bytearray, lambda encoder, value, _: ["bytearray", encoder.take(bytes(value))]),
    (
        range,
        lambda encoder, value, depth: [
            "range",
            encoder.all([value.start, value.stop, value.step], depth),
        ],
    ),
    (
        slice,
        lambda encoder, value, depth: [
            "slice",
            encoder.all([value.start, value.stop, value.step], depth),
        ],
    ),
    (type(...), lambda *_: ["..."]),
    (
        type({}.keys()),
        lambda encoder, value, depth: ["keys", encoder.all(list(value), depth)],
    ),
    (
        (type({}.values()), type({}.items())),
        lambda encoder, value, depth: ["list", encoder.all(list(value), depth)],
    ),
    (
        fractions.Fraction,
        lambda encoder, value, depth: [
            "fraction",
            encoder.all([value.numerator, value.denominator], depth),
        ],
    ),
    (decimal.Decimal, lambda _, value, __: ["decimal", decimal.Decimal.__str__(value)]),
    (dt.timedelta, _encode_timedelta),
    (dt.datetime, _encode_datetime),
    (dt.date, lambda _, value, __: ["date", dt.date.isoformat(value)]),
)
# The same by the class itself: values are seldom of any other.
_EXACT = {
    kind: write
    for kinds, write in _WRITERS
    for kind in (kinds if isinstance(kinds, tuple) else (kinds,))
} | dict.fromkeys(NUMPY_NUMBERS, _encode_number)
