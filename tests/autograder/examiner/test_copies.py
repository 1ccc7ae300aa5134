"""A copy equals what it is a copy of, whatever is done to the copies before it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.examiner.copies import copier

Value = Any
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.binary(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner),
    max_leaves=9,
)


def spoil(value: Value) -> None:
    for item in value if isinstance(value, list | tuple) else ():
        spoil(item)
    if isinstance(value, list):
        value.append("spoilt")


@given(values)
def test_copies_are_alike_and_apart(value: Value) -> None:
    shown = repr(value)
    copy = copier(value)
    assert copy is not None
    spoil(copy())
    assert repr(copy()) == repr(value) == shown


@pytest.mark.parametrize("value", [np.zeros(3), {1, 2}, {"a": 1}, [np.zeros(2)], np.float64(3)])
def test_arrays_and_flat_containers_are_copied(value: Value) -> None:
    copy = copier(value)
    assert copy is not None
    assert repr(copy()) == repr(value)
    assert type(copy()) is type(value)


@pytest.mark.parametrize("value", [object(), {"a": [1]}, [object()], np.array([[]], object)])
def test_what_cannot_be_copied_at_once_is_said(value: Value) -> None:
    assert copier(value) is None
