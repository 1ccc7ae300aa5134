"""All processes of a submission together stay within the limits of one."""

from dataclasses import replace

import pytest

from autograder.box.limits import Limits
from tests.autograder.toy import QUICK, REFERENCE, mark

KINDS = pytest.mark.parametrize("kind", ["namespaces", "landlock"])
TOGETHER = replace(QUICK, cell_s=20.0, total_memory_mb=700)
MANY = """
import time
def held(mb):
    part = np.ones(mb << 17)
    time.sleep(3)
children = []
for _ in range(6):
    if (child := os.fork()) == 0:
        try: held(200)
        finally: os._exit(0)
    children.append(child)
print([os.WIFSIGNALED(os.waitpid(child, 0)[1]) for child in children].count(True))
"""


@KINDS
def test_processes_that_hold_too_much_together_are_ended(kind: str) -> None:
    begin = "import os\nimport numpy as np\n"
    marked = mark(REFERENCE, after=begin + MANY, limits=TOGETHER, box=kind)
    assert marked.total == 20
    (shown,) = (it for it in marked.cells["after"].outputs if it["output_type"] == "stream")
    assert 2 <= int(shown["text"]) <= 6


@KINDS
def test_one_process_that_holds_too_much_costs_its_cell_alone(kind: str) -> None:
    limits = replace(TOGETHER, memory_mb=2000)
    after = "import time\nimport numpy as np\nheld = np.ones(900 << 17); time.sleep(30)"
    marked = mark(REFERENCE, after=after, limits=limits, box=kind)
    assert marked.states()["after"] == "out of memory"
    assert marked.total == 20


@KINDS
def test_what_copies_share_counts_once(kind: str) -> None:
    """A class loads 300 MB, and copies of it wait at every test."""
    limits = replace(TOGETHER, memory_mb=1000)
    answer = REFERENCE + "\nheld = np.ones(300 << 17)\n"
    marked = mark(answer, after="import time; time.sleep(1)", limits=limits, box=kind)
    assert marked.total == 20
    assert set(marked.states().values()) == {"done"}


def test_files_that_fill_the_disk_are_taken_away_where_nothing_else_limits_them() -> None:
    after = """
import os, time
kept = [open(f'{i}', 'wb') for i in range(5)]
for each in kept:
    each.write(bytes(30 << 20)); each.flush()
time.sleep(1)
print(os.listdir(), {os.fstat(each.fileno()).st_blocks for each in kept})
"""
    marked = mark(REFERENCE, after=after, limits=replace(QUICK, cell_s=20.0), box="landlock")
    assert "[] {0}" in str(marked.cells["after"].outputs)  # those that it holds open, too
    assert set(marked.states().values()) == {"done"}
    assert marked.total == 20


def test_no_limit_of_one_process_is_above_that_of_all() -> None:
    limits = Limits()
    assert limits.memory_mb <= limits.total_memory_mb
    assert limits.file_mb <= limits.disk_mb
