"""Turn plain data back into values: whoever sent it may be hostile."""

import collections
import datetime as dt
import decimal
import fractions
import keyword
import math
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.crossing.dtypes import dtype_of, with_proper_bools
from autograder.crossing.values import (
    MAX_DEPTH,
    MAX_INT_BITS,
    PANDAS_DTYPES,
    TYPES,
    CannotCrossError,
    are_names,
)
from autograder.protocol import Value

_AS_IT_IS = (float, bool, int, str)

Adopt = Callable[[str, list[Any]], Any]
LookAt = Callable[[Any], Any]


def decode(data: Value, adopt: Adopt, look_at: LookAt | None = None) -> Value:
    """Turn plain data back into a value.

    Parameters
    ----------
    data : object
        What :func:`encode` returned on the other side, which may be hostile.
    adopt : callable
        Called with the tag and the rest of each reference; returns what stands for it here.
    look_at : callable or None
        Called with each empty array, and with what is pandas's; returns what takes its place.

    Raises
    ------
    CannotCrossError
        If the data does not describe a value.
    """
    if data is None or type(data) in _AS_IT_IS:  # most of what crosses
        return data
    try:
        return _Decoder(adopt, look_at).decode(data, 0)
    except CannotCrossError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, ArithmeticError) as error:
        raise CannotCrossError(f"the answer is no proper value ({type(error).__name__})") from None


class _Decoder:
    def __init__(self, adopt: Adopt, look_at: LookAt | None) -> None:
        self._adopt = adopt
        self._look_at = look_at

    def looked_at(self, value: Value) -> Value:
        return value if self._look_at is None else self._look_at(value)

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


def _decode_array(decoder: _Decoder, _: int, dtype: Value, shape: list[int], data: bytes) -> Value:
    kind = dtype_of(dtype)
    if not _is_shape(shape) or math.prod(shape) * kind.itemsize != len(data):
        raise CannotCrossError("the array is not as large as its shape says")
    array = with_proper_bools(np.frombuffer(data, dtype=kind)).reshape(shape)
    return array if data else decoder.looked_at(array)


def _decode_objects(decoder: _Decoder, depth: int, shape: list[int], items: list[Any]) -> Value:
    if not _is_shape(shape) or math.prod(shape) != len(items):
        raise CannotCrossError("the array is not as large as its shape says")
    array = np.empty(len(items), dtype=object)
    for place, item in enumerate(decoder.all(items, depth)):
        array[place] = item
    array = array.reshape(shape)
    return array if items else decoder.looked_at(array)


def _is_shape(shape: Value) -> bool:
    return (
        isinstance(shape, list)
        and len(shape) <= 32
        and all(isinstance(side, int) and 0 <= side < 1 << 40 for side in shape)
    )


def _decode_scalar(decoder: _Decoder, depth: int, array: Value) -> Value:
    return decoder.decode(array, depth)[()]


def _decode_masked(decoder: _Decoder, depth: int, data: Value, mask: Value) -> Value:
    array = np.ma.MaskedArray(decoder.decode(data, depth), mask=decoder.decode(mask, depth))
    if array.shape == () and array.mask:  # it differs from no number
        raise CannotCrossError("it is a masked value, which is none")
    return array


def _decode_named(
    decoder: _Decoder, depth: int, name: str, fields: list[str], items: list[Any]
) -> Value:
    if not are_names(fields) or len(fields) != len(items):
        raise CannotCrossError("the names of a tuple's fields are no names")
    known = isinstance(name, str) and name.isidentifier() and len(name) <= 100
    safe = name if known and not keyword.iskeyword(name) else "named_tuple"
    values = decoder.all(items, depth)
    return collections.namedtuple(safe, fields)(*values)  # noqa: PYI024 - its fields are known here


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
    if dtype and dtype != "object" and not PANDAS_DTYPES.match(dtype):
        raise CannotCrossError("columns of that dtype do not cross")
    decoded = decoder.decode(values, depth)  # pandas asks about all of a column for itself
    return decoded.view(np.ndarray) if isinstance(decoded, np.ndarray) else decoded, dtype


def _decode_series(
    decoder: _Decoder, depth: int, column: Value, index: Value, name: Value
) -> Value:
    import pandas as pd

    values, dtype = _column(decoder, depth, column)
    labels = decoder.decode(index, depth)
    label = decoder.decode(name, depth)
    return decoder.looked_at(pd.Series(values, index=labels, name=label, dtype=dtype or None))


def _decode_index(decoder: _Decoder, depth: int, column: Value, name: Value) -> Value:
    import pandas as pd

    values, dtype = _column(decoder, depth, column)
    label = decoder.decode(name, depth)
    return decoder.looked_at(pd.Index(values, name=label, dtype=dtype or None))


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
    return decoder.looked_at(frame)


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
    "float64": lambda _, __, number: np.float64(float(number)),
    "int64": lambda _, __, number: np.int64(int(number)),
    "bool_": lambda _, __, truth: np.bool_(bool(truth)),
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
