import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image

from course.explorers import png


@given(
    st.tuples(st.integers(1, 20), st.integers(1, 20)).flatmap(
        lambda size: arrays(np.uint8, (*size, 4))
    ),
    st.sampled_from([png.FASTEST, png.SMALLEST]),
)
def test_another_decoder_reads_the_same_pixels(pixels: NDArray[np.uint8], level: int) -> None:
    decoded = np.asarray(Image.open(io.BytesIO(png.encode(pixels, level=level))))
    assert np.array_equal(decoded, pixels[..., :3])


@pytest.mark.parametrize("level", [png.FASTEST, png.SMALLEST])
def test_equal_pixels_give_equal_bytes(level: int) -> None:
    pixels = np.arange(4000, dtype=np.uint32).astype(np.uint8).reshape(10, 100, 4)
    assert png.encode(pixels, level=level) == png.encode(pixels.copy(), level=level)
