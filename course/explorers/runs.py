"""What a slider changed in a picture, as runs of one colour.

Most of a picture is axes and text, which stay. What moves is a few thousand pixels, and those are
sent as they are: a general format would take longer to write here and to read in the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 256
"""Pixels of a run at most, for one byte tells its length."""

_RGB = 0x00FF_FFFF


def encode(pixels: NDArray[np.uint8], background: NDArray[np.uint8]) -> bytes:
    """Encode where a picture differs from its background.

    Parameters
    ----------
    pixels, background : ndarray
        Both height × width × RGBA and opaque.

    Returns
    -------
    bytes
        Two little-endian words of 32 bits a run: the number of its first pixel, counted along
        the rows; and red, green, blue, and how many pixels follow the first.

    Examples
    --------
    >>> paper = np.full((2, 3, 4), 255, np.uint8)
    >>> drawn = paper.copy()
    >>> drawn[1, :2] = 16, 32, 48, 255
    >>> list(encode(drawn, paper))
    [3, 0, 0, 0, 16, 32, 48, 1]
    """
    now, before = (np.ascontiguousarray(each).view("<u4").ravel() for each in (pixels, background))
    changed = np.flatnonzero(now != before)
    colours = now[changed]
    begins = changed % LONGEST == 0
    begins[:1] = True
    begins[1:] |= (np.diff(changed) != 1) | (colours[1:] != colours[:-1])
    first = np.flatnonzero(begins)
    following = np.diff(first, append=changed.size) - 1
    runs = np.empty((first.size, 2), "<u4")
    runs[:, 0] = changed[first]
    runs[:, 1] = (colours[first] & _RGB) | (following.astype("<u4") << 24)
    return runs.tobytes()
