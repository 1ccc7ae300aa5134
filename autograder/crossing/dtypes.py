"""The kinds of arrays that cross: of numbers, of texts, and of records of these."""

import re
from typing import Any

import numpy as np

from autograder.crossing.values import CannotCrossError
from autograder.protocol import Value

_PLAIN = re.compile(r"[<>|=]?(?:[biufcSUV]\d{1,8}|[Mm]8(?:\[\d{0,6}[a-zA-Z]{1,2}\])?|\?)\Z")
_MAX_FIELDS = 1000
_MAX_DEPTH = 5

Dtype = np.dtype[Any]


def describe(dtype: Dtype, depth: int = 0) -> Value:
    """Return a dtype as plain data.

    Raises
    ------
    CannotCrossError
        If it holds objects, or has too many fields.

    Examples
    --------
    >>> describe(np.dtype("<f8")), describe(np.dtype([("a", "<i4"), ("b", "<f8", 2)]))
    ('<f8', [['a', 'b'], ['<i4', ['<f8', [2]]], [0, 4], 20])
    """
    names = dtype.names or ()
    if not names and dtype.subdtype is None and _PLAIN.match(dtype.str):
        return dtype.str
    if depth > _MAX_DEPTH or dtype.hasobject or len(names) > _MAX_FIELDS:
        raise _does_not_cross(dtype)
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        return [describe(base, depth + 1), list(shape)]
    if not names or dtype.fields is None:
        raise _does_not_cross(dtype)
    fields = [dtype.fields[name][:2] for name in names]
    formats = [describe(kind, depth + 1) for kind, _ in fields]
    return [list(names), formats, [offset for _, offset in fields], dtype.itemsize]


def dtype_of(data: Value, depth: int = 0) -> Dtype:
    """Return the dtype that :func:`describe` described; whoever sent it may be hostile.

    Raises
    ------
    CannotCrossError, TypeError, ValueError, OverflowError
        If the data describe none.
    """
    if isinstance(data, str) and _PLAIN.match(data):
        return np.dtype(data)
    if not isinstance(data, list) or depth > _MAX_DEPTH:
        raise _does_not_cross("unknown")
    if len(data) == 2:
        base, shape = data
        return np.dtype((dtype_of(base, depth + 1), tuple(shape)))
    names, formats, offsets, itemsize = data
    if len(names) > _MAX_FIELDS or not all(isinstance(name, str) for name in names):
        raise _does_not_cross("unknown")
    kinds = [dtype_of(each, depth + 1) for each in formats]
    return np.dtype({"names": names, "formats": kinds, "offsets": offsets, "itemsize": itemsize})


def with_proper_bools(array: Value) -> Value:
    """Return an array that may be written to, in which a byte is true or false.

    A byte of 2 would be true in one operation and false in another.
    """
    if array.dtype.kind == "b":
        return array.view(np.uint8) != 0
    array = array.copy()
    if array.dtype.names:
        _put_bools_right(array)
    return array


def _put_bools_right(records: Value) -> None:
    for name in records.dtype.names or ():
        field = records[name]
        if field.dtype.kind == "b":
            field[...] = field.view(np.uint8) != 0
        _put_bools_right(field)


def _does_not_cross(dtype: object) -> CannotCrossError:
    return CannotCrossError(f"arrays of dtype {dtype} do not cross")
