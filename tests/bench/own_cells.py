"""What a class's own cells cost in a warm process: `python own_cells.py FOLDER`.

The folder is the one of graded notebooks, which hold the complete tests. Each notebook runs in a
fork of one process that has everything imported, as a kernel would run it: no box, no copies, no
examiner. The mean of their processor seconds is printed.
"""

import importlib
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import nbformat

os.environ |= {
    "NBGRADER_EXECUTION": "autograde",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}
from autograder.box.server import WARM_UP
from autograder.box.shell import Shell

WARM = (
    "matplotlib.pyplot",
    "scipy.integrate",
    "scipy.optimize",
    "scipy.special",
    "scipy.stats",
    "course",
)


def processor_seconds(shell: Shell, codes: list[str]) -> float:
    """Run cells in a fork, and return what they took."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        before = _used()
        for code in codes:
            shell.run(code)
        os.write(writer, f"{_used() - before}".encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as said:
        seconds = float(said.read())
    os.wait()
    return seconds


def code_of_class(folder: Path) -> Iterator[list[str]]:
    """Yield the code cells of each graded notebook."""
    for path in sorted(folder.glob("*/*/*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        yield [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main(folder: Path) -> None:
    said = sys.stdout
    shell = Shell()
    for name in WARM:
        importlib.import_module(name)
    for code in WARM_UP:
        shell.run(code)
    print(mean(processor_seconds(shell, codes) for codes in code_of_class(folder)), file=said)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
