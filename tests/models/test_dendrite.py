"""Spread along a passive dendrite."""

import numpy as np
from hypothesis import given

from course.models.dendrite import attenuation
from tests.strategies import non_negative, positive


@given(non_negative(1e-3, 1e3), non_negative(1e-3, 1e3), positive(1, 1e3))
def test_attenuations_of_two_stretches_multiply(first: float, second: float, length: float) -> None:
    whole = attenuation(first + second, length)
    parts = np.multiply(attenuation(first, length), attenuation(second, length))
    np.testing.assert_allclose(parts, whole, rtol=1e-9)


@given(positive())
def test_one_length_constant_leaves_one_over_e(length: float) -> None:
    assert attenuation(0, length) == 1
    np.testing.assert_allclose(attenuation(length, length), 1 / np.e, rtol=1e-12)


def test_very_far_away_nothing_is_left() -> None:
    assert attenuation(1e300, 1e-300) == 0
