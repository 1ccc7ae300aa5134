"""``python -m course doctor``: see whether this machine can run the lessons."""

import sys
from pathlib import Path

from course.doctor import examine, show

USAGE = "Usage: python -m course doctor"


def main(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    if arguments == ["doctor"]:
        return show(examine(Path.cwd()))
    wants_help = not {"--help", "-h"}.isdisjoint(arguments)
    print(USAGE, file=sys.stdout if wants_help else sys.stderr)
    return 0 if wants_help else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
