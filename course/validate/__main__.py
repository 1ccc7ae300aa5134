"""``python -m course.validate``: every target beside what the models compute now."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from course.reference import targets
from course.validate.table import holding, summary, table
from course.validate.verdict import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from course.reference import Target

DEFAULT_PAGE = Path("build/validation.html")


def main(arguments: Sequence[str]) -> int:
    """Print the table and write the page; return 1 if any target fails, else 0.

    Wrong usage ends with a sentence and exit code 2, as does a page that cannot be written.
    """
    options = _parser().parse_args(arguments)
    outcomes = [judge(target) for target in _tracked(targets().values())]
    sys.stdout.write(f"{table(outcomes)}\n\n{holding()}\n{summary(outcomes)}\n")
    from course.validate.page import page  # matplotlib takes a second to import

    try:
        options.html.parent.mkdir(parents=True, exist_ok=True)
        options.html.write_text(page(outcomes), encoding="utf-8")
    except OSError as error:
        sys.stderr.write(
            f"The page cannot be written to {options.html}: {error.strerror or error}; "
            "name another file with --html.\n"
        )
        return 2
    sys.stdout.write(f"The same with plots: {options.html}\n")
    return int(any(outcome.verdict is Verdict.FAILS for outcome in outcomes))


def _tracked(found: Collection[Target]) -> Iterable[Target]:
    """Show how far the work is, on a terminal alone: a log needs none of it."""
    if not sys.stderr.isatty():
        return found
    from rich.console import Console
    from rich.progress import track

    return track(found, "Computing targets", console=Console(stderr=True), transient=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m course.validate",
        description="Compute every target of the course with its models, and compare: with what "
        "the models gave when the target was written, and with what was published. Prints a table "
        "and writes it as a page with plots of models against published data.",
        epilog="Verdicts, one a figure: agrees with publication (inside a published range that it "
        "could have missed); reproduces computation (nothing published: what was computed before); "
        "by construction (inside a published range because a constant was taken from it); quoted "
        "(no model computes it); known miss (outside the published range, and the target says "
        "why); FAILS. Exit code 1 if any figure fails, 2 for wrong usage, else 0.",
    )
    parser.add_argument(
        "--html",
        metavar="PATH",
        type=Path,
        default=DEFAULT_PAGE,
        help="where to write the page (default: %(default)s)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
