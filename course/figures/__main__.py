"""``python -m course.figures``: draw every picture of the lessons into its lesson's folder.

These are the still pictures, and of each explorer the picture at its start.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from course.explorers import LESSONS
from course.explorers import by_lesson as explorers_by_lesson
from course.explorers.pictures import static_picture
from course.figures import by_lesson, png


def main(arguments: list[str] | None = None) -> int:
    """Draw the pictures of all lessons, and print each with its alternative text."""
    parser = argparse.ArgumentParser(prog="python -m course.figures", description=__doc__)
    parser.add_argument("--source", type=Path, default=Path("source"), help="folder of lessons")
    source = parser.parse_args(arguments).source
    for lesson in LESSONS:
        folders = sorted(source.glob(f"*-{lesson}"))
        if len(folders) != 1:
            print(
                f"{source} must hold one folder whose name ends in -{lesson}; "
                f"run this from the course's folder or give --source.",
                file=sys.stderr,
            )
            return 1
        for path, alt in _drawn(lesson, folders[0] / "figures"):
            print(f"{path}\n  {alt}")
    return 0


def _drawn(lesson: str, folder: Path) -> Iterator[tuple[Path, str]]:
    """Draw the pictures of a lesson; yield each with the words that belong to it."""
    folder.mkdir(exist_ok=True)
    for explorer in explorers_by_lesson()[lesson]:
        path = folder / f"{explorer.name}.png"
        yield path, static_picture(explorer.name, path)
    for still in by_lesson().get(lesson, ()):
        path = folder / f"{still.name}.png"
        path.write_bytes(png(still))
        yield path, still.alt


if __name__ == "__main__":
    sys.exit(main())
