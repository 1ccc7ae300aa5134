"""``python -m course.validate``: every target beside what the models compute now."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from course.reference import targets
from course.validate.table import summary, table
from course.validate.verdict import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Print the table; return 1 if any target fails, 2 for wrong usage, else 0."""
    if arguments:
        sys.stderr.write("python -m course.validate takes no arguments.\n")
        return 2
    outcomes = [judge(target) for target in targets().values()]
    sys.stdout.write(f"{table(outcomes)}\n\n{summary(outcomes)}\n")
    return int(any(outcome.verdict is Verdict.FAILS for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
