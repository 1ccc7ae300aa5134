"""Measure what Cleft promises, side by side, and write it to build/bench.json.

Run by `make bench`. Each module beside this one measures one thing and returns plain numbers under
the names that are quoted; name some of them to run those alone: `python tests/bench redraw`. What
misses its target is said at the end.
"""

import importlib
import json
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

# What Cleft promises, by the names of the figures; the first that fits counts.
AT_LEAST = {
    "grade_vs_nbgrader": 5,
    "slider_vs_inline": 6,
    "slider_vs_ipympl": 3,
    "mutation_*": 0.95,
    "*_vs_lsoda": 30,
}
AT_MOST = {
    "grade_overhead_s": 0.25,
    "grade_growth": 10,
    "parity_wrong": 0,
    "slider_vs_floor": 2.5,
    "slider_drag_ms": 150,
    "redraw_*_p95_ms": 40,
    "redraw_*_ms": 25,
    "explore_unseen_ms": 5,
    "lesson_*_s": 30,
}

MODULES = ("models", "redraw", "slider", "lessons", "grading", "mutation")
REPORT = Path("build/bench.json")


def main(names: list[str]) -> int:
    unknown = sorted(set(names) - set(MODULES))
    if unknown:
        choices = ", ".join(MODULES)
        print(f"No measurement is called {', '.join(unknown)}: choose {choices}.", file=sys.stderr)
        return 2
    measured = {}
    for name in names or MODULES:
        for key, value in importlib.import_module(name).measure().items():
            measured[key] = value
            print(f"{key} {value:.4g}", flush=True)
    # Read last, for another measurement may have ended while this one ran.
    others = json.loads(REPORT.read_text()) if names and REPORT.exists() else {}
    figures = {**others, **measured}
    REPORT.parent.mkdir(exist_ok=True)
    partial = REPORT.with_suffix(".partial")
    partial.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n")
    partial.replace(REPORT)
    for line in missed(measured):
        print(line, file=sys.stderr)
    return 0


def missed(measured: Mapping[str, float]) -> Iterator[str]:
    """Say of each figure that misses its target by how much it should be better."""
    for key, value in measured.items():
        low, high = _target(AT_LEAST, key), _target(AT_MOST, key)
        if low is not None and not value >= low:
            yield f"{key} is {value:.3g}; it should be at least {low:g}."
        if high is not None and not value <= high:
            yield f"{key} is {value:.3g}; it should be at most {high:g}."


def _target(targets: Mapping[str, float], key: str) -> float | None:
    """Return the target of the first name that fits."""
    return next((target for name, target in targets.items() if fnmatch(key, name)), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
