"""Still pictures of explorers at their start, for feedback, paper and slides.

``python -m course.explorers.pictures`` draws every explorer into its lesson's folder,
``source/<lesson>/figures/<explorer>.png``. Equal curves give equal bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course.explorers import by_lesson, find, png
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


def main(arguments: list[str] | None = None) -> int:
    """Draw the pictures of all lessons, and print each with its alternative text."""
    parser = argparse.ArgumentParser(prog="python -m course.explorers.pictures")
    parser.add_argument("--source", type=Path, default=Path("source"), help="folder of lessons")
    source = parser.parse_args(arguments).source
    for lesson, explorers in by_lesson().items():
        folders = sorted(source.glob(f"*-{lesson}"))
        if len(folders) != 1:
            print(  # noqa: T201 - speaks to an instructor
                f"{source} must hold one folder whose name ends in -{lesson}; "
                f"run this from the course's folder or give --source.",
                file=sys.stderr,
            )
            return 1
        for explorer in explorers:
            path = folders[0] / "figures" / f"{explorer.name}.png"
            print(f"{path}\n  {static_picture(explorer.name, path)}")  # noqa: T201 - the progress of a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
