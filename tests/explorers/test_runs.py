import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from course.explorers import runs

Pixels = NDArray[np.uint8]


def decoded(encoded: bytes, background: Pixels) -> Pixels:
    """Read byte by byte what the page reads by words."""
    flat = background.reshape(-1, 4).copy()
    for at in range(0, len(encoded), 8):
        first = int.from_bytes(encoded[at : at + 4], "little")
        *colour, following = encoded[at + 4 : at + 8]
        flat[first : first + following + 1, :3] = colour
    return flat.reshape(background.shape)


def opaque(height: int, width: int) -> st.SearchStrategy[Pixels]:
    """Pictures of few colours, so that runs occur."""
    shades = arrays(np.uint8, (height, width, 4), elements=st.sampled_from([0, 255]))
    return shades.map(lambda pixels: pixels | np.array([0, 0, 0, 255], np.uint8))


@given(
    st.tuples(st.integers(1, 6), st.integers(1, 400)).flatmap(
        lambda size: st.tuples(opaque(*size), opaque(*size))
    )
)
def test_the_page_can_rebuild_the_picture(pictures: tuple[Pixels, Pixels]) -> None:
    pixels, background = pictures
    assert np.array_equal(decoded(runs.encode(pixels, background), background), pixels)


def test_what_does_not_change_costs_nothing() -> None:
    paper = np.full((30, 40, 4), 255, np.uint8)
    assert runs.encode(paper, paper.copy()) == b""


def test_a_filled_area_takes_few_runs_of_bounded_length() -> None:
    paper = np.full((100, 300, 4), 255, np.uint8)
    drawn = paper.copy()
    drawn[...] = 0, 90, 160, 255
    encoded = runs.encode(drawn, paper)
    assert len(encoded) == 8 * -(-drawn.shape[0] * drawn.shape[1] // runs.LONGEST)
    assert np.array_equal(decoded(encoded, paper), drawn)
