"""Values come through as what they are; whatever else arrives is refused, and never built."""

import contextlib
import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgpack
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.crossing import MAX_INT_BITS, CannotCrossError, decode, encode

Value = Any


def refuse(*_: Value) -> Value:
    raise CannotCrossError("it stays")


def crossed(value: Value) -> Value:
    data = msgpack.packb(encode(value, refuse), unicode_errors="surrogatepass")
    unpacked = msgpack.unpackb(data, strict_map_key=False, unicode_errors="surrogatepass")
    return decode(unpacked, refuse)


def same(one: Value, other: Value) -> bool:
    """Tell whether two values are alike in type too; what is no number equals itself here."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, set | frozenset):  # equal ones may have another order
        return same(sorted(one, key=repr), sorted(other, key=repr))
    return repr(one) == repr(other)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers()
    | st.text(st.characters(codec=None)) | st.binary() | st.fractions() | st.dates()
    | st.datetimes(allow_imaginary=False).map(lambda at: at.replace(fold=0)) | st.timedeltas(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner)
    | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=20,
)  # fmt: skip


@given(plain)
def test_plain_data_come_through_as_they_are(value: Value) -> None:
    assert same(crossed(value), value)


@given(arrays.arrays(arrays.scalar_dtypes(), arrays.array_shapes(min_dims=0, min_side=0)))
def test_arrays_come_through_as_they_are(array: Value) -> None:
    came = crossed(array)
    assert came.dtype == array.dtype
    assert came.shape == array.shape
    assert came.tobytes() == array.tobytes()
    assert came.flags.writeable


RECORDS = np.array(
    [(1, True, "é", [0.5, 1.5], (7,))],
    [("n", "<i4"), ("ok", "?"), ("name", "<U3"), ("xy", "<f8", (2,)), ("in", [("m", "<i2")])],
)


@pytest.mark.parametrize("array", [RECORDS, RECORDS[:0], RECORDS[["name", "n"]], np.zeros(2, "V5")])
def test_records_come_through_with_their_fields(array: Value) -> None:
    came = crossed(array)
    assert came.dtype == array.dtype
    assert repr(came) == repr(array)
    assert came.flags.writeable
    assert [repr(crossed(each)) for each in array] == [repr(each) for each in array]


def test_an_array_that_holds_an_object_in_a_field_does_not_cross() -> None:
    with pytest.raises(CannotCrossError, match="dtype"):
        crossed(np.array([(1, None)], [("a", "i4"), ("b", "O")]))


@given(st.integers(17, 200).flatmap(lambda n: st.lists(st.floats(), min_size=n, max_size=n)))
def test_long_lists_of_numbers_are_lists_still(items: list[float]) -> None:
    assert same(crossed(items), items)


@pytest.mark.parametrize(
    "value",
    [
        *({1, 2}, frozenset("ab"), bytearray(b"x"), range(3, 9, 2), slice(1, None), ...),
        *(2**300, -(2**64), Decimal("0.10"), Fraction(1, 3), int, ValueError, np.float64),
        *(np.float64(-0.0), np.float64("nan"), np.int64(-(2**63)), np.float32(1.5)),
        *(np.bool_(True), np.bool_(False), np.datetime64("2024-01-01"), np.str_("é")),
    ],
)
def test_other_values_come_through_as_they_are(value: Value) -> None:
    assert same(crossed(value), value)


def test_subclasses_come_through_as_their_base() -> None:
    class Text(str):
        __slots__ = ()

        def __eq__(self, _: object) -> bool:
            return True

        __hash__ = str.__hash__

    class Numbers(list):  # type: ignore[type-arg]  # the plain class is meant
        def __iter__(self) -> Value:
            return iter([9, 9])

    assert type(crossed(Text("a"))) is str
    assert crossed(Text("a")) != "b"
    assert crossed(Numbers([1, 2])) == [1, 2]


def test_frames_come_through_with_index_and_kinds() -> None:
    frame = pd.DataFrame(
        {
            "t": pd.date_range("2024-01-01", periods=2),
            "n": pd.array([1, None], dtype="Int64"),
            "c": pd.Categorical(["a", "b"]),
            "o": ["x", None],
        },
        index=pd.MultiIndex.from_tuples([(1, "a"), (2, "b")], names=["i", "j"]),
    )
    pd.testing.assert_frame_equal(crossed(frame), frame)
    pd.testing.assert_series_equal(crossed(frame["n"]), frame["n"])


def test_a_byte_is_true_or_false_and_nothing_between() -> None:
    odd = np.array([0, 1, 2, 255], np.uint8).view(bool)
    assert crossed(odd).view(np.uint8).tolist() == [0, 1, 1, 1]
    assert crossed(odd.view([("a", [("b", "?")])])).tobytes() == bytes([0, 1, 1, 1])


def nested(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)
HUGE = np.lib.stride_tricks.as_strided(np.zeros(1), (10**6, 10**6), (0, 0))


@pytest.mark.parametrize(
    "value",
    [object(), ENDLESS, nested(100), HUGE, 1 << (MAX_INT_BITS + 1), "x" * (50 << 20)],
    ids=["an object", "endless", "nested", "huge", "a long number", "a long text"],
)
def test_what_is_no_value_or_too_large_does_not_cross(value: Value) -> None:
    with pytest.raises(CannotCrossError):
        encode(value, refuse)


TAGS = (
    *("type", "int", "d", "q", "list", "tuple", "named", "set", "frozenset", "dict", "keys"),
    *("array", "objects", "scalar", "masked", "complex", "bytearray", "range", "slice", "..."),
    *("float64", "int64", "bool_"),
    *("fraction", "decimal", "timedelta", "datetime", "date", "series", "index", "multiindex"),
    *("frame", "missing", "timestamp", "object", "callback", "mine"),
)
leaves = (
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats() | st.binary(max_size=9)
    | st.sampled_from(["<f8", "|O", "|b1", "<U0", "<M8[0D]", "int", "now", "NA", "__class__", "x"])
)  # fmt: skip
messages = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)).map(lambda p: [p[0], *p[1]])
    ),
    max_leaves=12,
)


@given(messages)
def test_whatever_arrives_is_a_value_or_is_refused(message: Value) -> None:
    with contextlib.suppress(CannotCrossError):
        decode(message, refuse)  # any other exception fails


@pytest.mark.parametrize(
    "message",
    [
        *(["array", "<f8", [1 << 39, 1 << 39, 0], b""], ["array", "|O", [1], bytes(8)]),
        *(["array", [["a"], ["|O"], [0], 8], [1], bytes(8)], ["array", ["|O", [1]], [1], bytes(8)]),
        *(
            ["array", [["a"], ["<f8"], [8], 8], [1], bytes(8)],
            ["array", [["a"], [], [], 8], [1], b""],
        ),
        *(["array", [["a", "a"], ["|i1", "|i1"], [0, 1], 2], [1], b"ab"], ["array", [], [1], b""]),
        *(["array", "<f8", [2], bytes(8)], ["array", "<f8", [-1, -1], bytes(8)]),
        *(["objects", [1 << 39], []], ["type", "os.system"], ["int", "f" * MAX_INT_BITS]),
        *(["named", "x", ["__class__"], [1]], ["named", "x", ["a", "a"], [1, 2]]),
        *(["dict", [["list", []]], [1]], ["decimal", "9" * MAX_INT_BITS], {"a": 1}),
        ["callback", 0],
    ],
    ids=lambda message: str(message)[:40],
)
def test_a_message_that_claims_too_much_is_refused(message: Value) -> None:
    with pytest.raises(CannotCrossError):
        decode(message, refuse)


def test_objects_are_lent_and_adopted_by_whoever_encodes() -> None:
    def lend(thing: Value) -> list[Any]:
        return ["object", type(thing).__name__]

    def adopt(tag: str, rest: list[Any]) -> Value:
        return (tag, *rest)

    assert decode(encode([1, dt.UTC], lend), adopt) == [1, ("object", "timezone")]
