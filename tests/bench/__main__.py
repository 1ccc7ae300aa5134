"""Measure what Cleft promises, side by side, and write it to build/bench.json.

Run by `make bench`. Each module beside this one measures one thing and returns plain numbers under
the names that are quoted; name some of them to run those alone: `python tests/bench redraw`.
"""

import importlib
import json
import sys
from pathlib import Path

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
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
