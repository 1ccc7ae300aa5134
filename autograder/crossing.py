"""What crosses between a student's process and the examiner's: values, as plain data.

A value is encoded as what msgpack holds by itself, or as ``[tag, ...]``. Decoding builds nothing
but values of known types, and checks sizes before it takes memory; there is no pickle. What is
no value, such as an instance of a student's class, crosses as a reference: the object stays
where it is, and the other side gets a number to ask about it by.
"""

import builtins
import collections
import datetime as dt
import decimal
import fractions
import keyword
import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.protocol import Value

Lend = Callable[[Any], list[Any]]
Adopt = Callable[[str, list[Any]], Any]

MAX_DEPTH = 60
MAX_ITEMS = 1_000_000
MAX_BYTES = 48 << 20
MAX_INT_BITS = 100_000

_DTYPE = re.compile(r"[<>|=]?(?:[biufcSUV]\d{1,8}|[Mm]8(?:\[\d{0,6}[a-zA-Z]{1,2}\])?|\?)\Z")
_SMALL_INT = 1 << 63

# Classes that both sides have, and that cross by name.
TYPES: dict[str, type] = {
    **{name: kind for name, kind in vars(builtins).items() if isinstance(kind, type)},
    **{
        f"numpy.{name}": kind
        for name, kind in vars(np).items()
        if isinstance(kind, type) and issubclass(kind, np.generic | np.ndarray)
    },
}
TYPE_NAMES = {kind: name for name, kind in reversed(TYPES.items())}


class CannotCrossError(TypeError):
    """A value is of a kind, or of a size, that does not cross."""


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
    return _Encoder(lend).encode(value, 0)


def decode(data: Value, adopt: Adopt) -> Value:
    """Turn plain data back into a value.

    Parameters
    ----------
    data : object
        What :func:`encode` returned on the other side, which may be hostile.
    adopt : callable
        Called with the tag and the rest of each reference; returns what stands for it here.

    Raises
    ------
    CannotCrossError
        If the data does not describe a value.
    """
    try:
        return _Decoder(adopt).decode(data, 0)
    except CannotCrossError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, ArithmeticError) as error:
        raise CannotCrossError(f"the answer is no proper value ({type(error).__name__})") from None


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
    if -_SMALL_INT <= plain < _SMALL_INT:
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
    if kinds == {int} and all(-_SMALL_INT <= item < _SMALL_INT for item in items):
        return np.array(items, dtype="q")
    return None


def _encode_tuple(encoder: _Encoder, value: tuple[Any, ...], depth: int) -> Value:
    items = encoder.all(list(tuple.__iter__(value)), depth)
    fields = getattr(type(value), "_fields", None)
    if isinstance(fields, tuple) and len(fields) == len(items) and _are_names(fields):
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
    if not _DTYPE.match(array.dtype.str):
        raise CannotCrossError(f"arrays of dtype {array.dtype} do not cross")
    if array.nbytes > MAX_BYTES:
        raise CannotCrossError(f"it is larger than {MAX_BYTES >> 20} MB")
    return ["array", array.dtype.str, list(array.shape), encoder.take(array.tobytes())]


def _encode_scalar(encoder: _Encoder, value: Value, depth: int) -> Value:
    return ["scalar", _encode_array(encoder, np.asarray(value), depth)]


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


_PANDAS_DTYPES = re.compile(r"(?:string|str|category|boolean|U?Int(?:8|16|32|64)|Float(?:32|64))\Z")


def _encode_column(encoder: _Encoder, column: Value, depth: int) -> Value:
    dtype = str(column.dtype)
    if isinstance(column.dtype, np.dtype):
        return ["", _encode_array(encoder, column.to_numpy(), depth)]
    values = np.empty(len(column), dtype=object)
    values[:] = column.astype(object).to_list()
    known = dtype if _PANDAS_DTYPES.match(dtype) else "object"
    return [known, _encode_array(encoder, values, depth)]


def _are_names(fields: Value) -> bool:
    return len(set(fields)) == len(fields) <= 100 and all(
        isinstance(field, str)
        and field.isidentifier()
        and len(field) <= 100
        and not keyword.iskeyword(field)
        and not field.startswith("_")
        for field in fields
    )


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


class _Decoder:
    def __init__(self, adopt: Adopt) -> None:
        self._adopt = adopt

    def decode(self, data: Value, depth: int) -> Value:
        if data is None or isinstance(data, bool | int | float | str | bytes):
            return data
        if depth > 4 * MAX_DEPTH:
            raise CannotCrossError("it is nested too deeply")
        if not isinstance(data, list) or not data or not isinstance(data[0], str):
            raise CannotCrossError("the answer is no proper value")
        tag, rest = data[0], data[1:]
        read = _READERS.get(tag)
        return self._adopt(tag, rest) if read is None else read(self, depth + 1, *rest)

    def all(self, items: Value, depth: int) -> list[Any]:
        if not isinstance(items, list):
            raise CannotCrossError("the answer is no proper value")
        return [self.decode(item, depth) for item in items]


def _decode_int(_: _Decoder, __: int, digits: str) -> int:
    if len(digits) > MAX_INT_BITS // 4 + 4:
        raise CannotCrossError(f"it is an integer of more than {MAX_INT_BITS} bits")
    return int(digits, 16)


def _decode_array(_: _Decoder, __: int, dtype: str, shape: list[int], data: bytes) -> Value:
    if not isinstance(dtype, str) or not _DTYPE.match(dtype):
        raise CannotCrossError("arrays of that dtype do not cross")
    kind = np.dtype(dtype)
    if not _is_shape(shape) or math.prod(shape) * kind.itemsize != len(data):
        raise CannotCrossError("the array is not as large as its shape says")
    if kind.kind == "b":  # a byte of 2 would be true in one operation and false in another
        return (np.frombuffer(data, dtype=np.uint8) != 0).reshape(shape)
    return np.frombuffer(data, dtype=kind).reshape(shape).copy()


def _decode_objects(decoder: _Decoder, depth: int, shape: list[int], items: list[Any]) -> Value:
    if not _is_shape(shape) or math.prod(shape) != len(items):
        raise CannotCrossError("the array is not as large as its shape says")
    array = np.empty(len(items), dtype=object)
    for place, item in enumerate(decoder.all(items, depth)):
        array[place] = item
    return array.reshape(shape)


def _is_shape(shape: Value) -> bool:
    return (
        isinstance(shape, list)
        and len(shape) <= 32
        and all(isinstance(side, int) and 0 <= side < 1 << 40 for side in shape)
    )


def _decode_scalar(decoder: _Decoder, depth: int, array: Value) -> Value:
    return decoder.decode(array, depth)[()]


def _decode_masked(decoder: _Decoder, depth: int, data: Value, mask: Value) -> Value:
    return np.ma.MaskedArray(decoder.decode(data, depth), mask=decoder.decode(mask, depth))


def _decode_named(
    decoder: _Decoder, depth: int, name: str, fields: list[str], items: list[Any]
) -> Value:
    if not _are_names(fields) or len(fields) != len(items):
        raise CannotCrossError("the names of a tuple's fields are no names")
    known = isinstance(name, str) and name.isidentifier() and len(name) <= 100
    safe = name if known and not keyword.iskeyword(name) else "named_tuple"
    return collections.namedtuple(safe, fields)(*decoder.all(items, depth))  # noqa: PYI024


def _decode_dict(decoder: _Decoder, depth: int, keys: Value, values: Value) -> Value:
    return dict(zip(decoder.all(keys, depth), decoder.all(values, depth), strict=True))


def _decode_keys(decoder: _Decoder, depth: int, keys: Value) -> Value:
    return dict.fromkeys(decoder.all(keys, depth)).keys()


def _decode_decimal(_: _Decoder, __: int, digits: str) -> decimal.Decimal:
    if len(digits) > MAX_INT_BITS // 4:
        raise CannotCrossError("it is a number of too many digits")
    return decimal.Decimal(digits)


def _column(decoder: _Decoder, depth: int, column: Value) -> tuple[Any, str]:
    dtype, values = column
    if dtype and dtype != "object" and not _PANDAS_DTYPES.match(dtype):
        raise CannotCrossError("columns of that dtype do not cross")
    return decoder.decode(values, depth), dtype


def _decode_series(
    decoder: _Decoder, depth: int, column: Value, index: Value, name: Value
) -> Value:
    import pandas as pd

    values, dtype = _column(decoder, depth, column)
    labels = decoder.decode(index, depth)
    return pd.Series(values, index=labels, name=decoder.decode(name, depth), dtype=dtype or None)


def _decode_index(decoder: _Decoder, depth: int, column: Value, name: Value) -> Value:
    import pandas as pd

    values, dtype = _column(decoder, depth, column)
    return pd.Index(values, name=decoder.decode(name, depth), dtype=dtype or None)


def _decode_multiindex(decoder: _Decoder, depth: int, rows: Value, names: Value) -> Value:
    import pandas as pd

    return pd.MultiIndex.from_tuples(decoder.all(rows, depth), names=decoder.decode(names, depth))


def _decode_frame(
    decoder: _Decoder, depth: int, columns: Value, index: Value, labels: Value
) -> Value:
    import pandas as pd

    rows = decoder.decode(index, depth)
    series = []
    for column in columns:
        values, dtype = _column(decoder, depth, column)
        series.append(pd.Series(values, index=rows, dtype=dtype or None))
    frame = pd.concat(series, axis=1) if series else pd.DataFrame(index=rows)
    frame.columns = decoder.decode(labels, depth)
    return frame


def _decode_missing(_: _Decoder, __: int, which: str) -> Value:
    import pandas as pd

    return pd.NA if which == "NA" else pd.NaT


def _decode_timestamp(_: _Decoder, __: int, text: str) -> Value:
    import pandas as pd

    return pd.Timestamp(text)


_READERS: dict[str, Callable[..., Any]] = {
    "type": lambda _, __, name: TYPES[name],
    "int": _decode_int,
    "d": lambda _, __, data: np.frombuffer(data, dtype="d").tolist(),
    "q": lambda _, __, data: np.frombuffer(data, dtype="q").tolist(),
    "list": lambda decoder, depth, items: decoder.all(items, depth),
    "tuple": lambda decoder, depth, items: tuple(decoder.all(items, depth)),
    "named": _decode_named,
    "set": lambda decoder, depth, items: set(decoder.all(items, depth)),
    "frozenset": lambda decoder, depth, items: frozenset(decoder.all(items, depth)),
    "dict": _decode_dict,
    "keys": _decode_keys,
    "array": _decode_array,
    "objects": _decode_objects,
    "scalar": _decode_scalar,
    "masked": _decode_masked,
    "complex": lambda _, __, real, imag: complex(float(real), float(imag)),
    "bytearray": lambda _, __, data: bytearray(data),
    "range": lambda decoder, depth, ends: range(*decoder.all(ends, depth)),
    "slice": lambda decoder, depth, ends: slice(*decoder.all(ends, depth)),
    "...": lambda *_: ...,
    "fraction": lambda decoder, depth, parts: fractions.Fraction(*decoder.all(parts, depth)),
    "decimal": _decode_decimal,
    "timedelta": lambda _, __, *parts: dt.timedelta(*parts),
    "datetime": lambda _, __, text: dt.datetime.fromisoformat(text),
    "date": lambda _, __, text: dt.date.fromisoformat(text),
    "series": _decode_series,
    "index": _decode_index,
    "multiindex": _decode_multiindex,
    "frame": _decode_frame,
    "missing": _decode_missing,
    "timestamp": _decode_timestamp,
}
