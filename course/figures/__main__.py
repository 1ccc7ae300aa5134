"""``python -m course.figures``: draw every still picture into its lesson's folder."""

import argparse
import sys
from pathlib import Path

from course.figures import by_lesson, png


def main(arguments: list[str] | None = None) -> int:
    """Draw the pictures of all lessons, and print each with its alternative text."""
    parser = argparse.ArgumentParser(prog="python -m course.figures", description=__doc__)
    parser.add_argument("--source", type=Path, default=Path("source"), help="folder of lessons")
    source = parser.parse_args(arguments).source
    for lesson, stills in by_lesson().items():
        folders = sorted(source.glob(f"*-{lesson}"))
        if len(folders) != 1:
            print(
                f"{source} must hold one folder whose name ends in -{lesson}; "
                f"run this from the course's folder or give --source.",
                file=sys.stderr,
            )
            return 1
        for still in stills:
            path = folders[0] / "figures" / f"{still.name}.png"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(png(still))
            print(f"{path}\n  {still.alt}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
