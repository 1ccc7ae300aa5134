"""Still pictures of explorers at their start, for feedback, paper and slides.

``python -m course.figures`` draws every explorer into its lesson's folder,
``source/<lesson>/figures/<explorer>.png``. Equal curves give equal bytes.
"""

from __future__ import annotations

from pathlib import Path

from course.explorers import find, png
from course.explorers.canvas import Canvas
from course.explorers.session import Session


def static_picture(name: str, path: Path | str) -> str:
    """Draw an explorer's start into a PNG file.

    Parameters
    ----------
    name : str
        The explorer.
    path : path
        The file; its folder is made if need be.

    Returns
    -------
    str
        The alternative text that belongs to the picture.

    Raises
    ------
    ValueError
        If there is no explorer of that name.
    """
    explorer = find(name)
    session = Session(explorer)
    pixels = Canvas(explorer).pixels(session.result)
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png.encode(pixels, level=png.SMALLEST))
    return session.alt
