"""What student code may try: no mark, no harm, the right state, and the next one is not touched.

The attacks are in the folder ``attacks``. Those that need a course around them, such as hostile
files, are in ``test_hostile_class.py``.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.box.sandbox import why_unusable

sys.path.insert(0, str(Path(__file__).parent))
from attack import Attack, load_attacks
from somebody import as_somebody
from toy import FULL, QUICK, REFERENCE, TESTS, WRONG, mark

KINDS = ("namespaces", "landlock")


@pytest.fixture(scope="module", params=KINDS, autouse=True)
def kind(request: pytest.FixtureRequest) -> str:
    """What keeps a box apart: everything is tried with both."""
    why = why_unusable(request.param)
    assert not why, f"the grading engine cannot be tested here: {why}"
    return str(request.param)


HEAD = """
ip = get_ipython()
import os, sys, time
import numpy as np
TMP = os.environ["TMPDIR"]
"""
ATTACKS = load_attacks()
ABOUT_THE_BOX = {"3_reading", "4_contamination", "6_availability"}
# Without a file system in memory, all of it goes through a real disk: up to a minute.
WRITING_TO_A_DISK = {
    "C44d many files",
    "C44q more empty files than there is room for",
    "folders deeper than a path is long",
}
# A box shares its user with the grader if that one is not root: what is left to it is more.
LEFT_TO_ITS_OWNER = (
    "marks on the private folders themselves",
    "marks on files that others read",
    "open files that the server has too",
    "C44v files in a folder that nobody may look into",
)
AS_SOMEBODY = {
    "namespaces": (
        *LEFT_TO_ITS_OWNER,
        "the first process is traced",
        "files that are hard to remove",
        "the server is limited, and with it all that it starts",
        "settings and devices of the box",
        "C44b processes",
    ),
    "landlock": LEFT_TO_ITS_OWNER,
}
# Entries of the catalogue of threats that are code; the numbers between were given up.
CODE = (
    *(1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29),
    *(31, 33, 34, 35, 38, 39, 41, 42, 43, 44, 47, 54),
)


def _tried() -> Iterator[object]:
    """Yield all attacks for both kinds; what is about Python alone is the same in the second."""
    for kind in KINDS:
        for name, attack in ATTACKS.items():
            is_again = kind == "landlock" and (
                attack.file not in ABOUT_THE_BOX or name in WRITING_TO_A_DISK
            )
            marks = [pytest.mark.soak] if is_again else []
            yield pytest.param(kind, attack, id=f"{kind}-{name}", marks=marks)


@pytest.mark.parametrize(("kind", "attack"), [*_tried()], indirect=["kind"])
def test_an_attack_earns_nothing_and_touches_nobody_else(kind: str, attack: Attack) -> None:
    marked = mark(
        REFERENCE if attack.is_right else WRONG,
        after=HEAD + attack.code,
        limits=replace(QUICK, cell_s=attack.cell_s),
        box=kind,
    )
    assert "HARM" not in str([cell.outputs for cell in marked.cells.values()])
    assert attack.marks in {None, marked.total}, marked
    states = marked.states()
    assert states["after"] == attack.header.get("state", states["after"])
    assert states["t1"] == attack.header.get("test", states["t1"])
    after = mark(REFERENCE, {"t3": TESTS["t3"]}, after=HEAD + attack.afterwards, box=kind)
    assert after.total == 5.0
    shown = after.cells["after"].outputs
    assert "HARM" not in str(shown)
    assert "error" not in {output["output_type"] for output in shown}


def test_nor_does_one_where_the_grader_is_a_user_like_any_other(kind: str) -> None:
    one = f"{__file__}::{test_an_attack_earns_nothing_and_touches_nobody_else.__name__}"
    done = subprocess.run(
        as_somebody(
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "--noconftest"),
            *(f"{one}[{kind}-{name}]" for name in AS_SOMEBODY[kind]),
        ),
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "HOME": "/nowhere"},
    )
    assert f"{len(AS_SOMEBODY[kind])} passed" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0


def test_every_entry_of_the_catalogue_that_is_code_is_tried() -> None:
    tried = {name.split()[0].rstrip("abcdefghijklmnop") for name in ATTACKS}
    assert {f"C{number}" for number in CODE} <= tried


def test_honest_answers_earn_everything_and_wrong_ones_nothing(kind: str) -> None:
    assert mark(REFERENCE, box=kind).total == FULL
    assert mark(WRONG, box=kind).total == 0


def test_killing_the_process_in_an_answer_costs_that_answer(kind: str) -> None:
    answer = REFERENCE.replace("return x * x", "return x * x if x != 3 else os._exit(0)")
    marked = mark(answer, box=kind)
    # Where one cell holds many checks, those before it in the cell still count.
    assert marked.marks == {"t1": 0, "t2": 5, "t3": 5, "t4": 5 / 16}
    assert marked.states()["t1"] == "crashed"


def test_nothing_survives_a_submission(kind: str) -> None:
    mark(
        REFERENCE,
        after=HEAD
        + """
import subprocess
subprocess.Popen(['sleep', '600.25'], start_new_session=True)
startup = os.path.expanduser('~/.ipython/profile_default/startup/00.py')
os.makedirs(f'{TMP}/a/b')
for p in (f'{TMP}/left', f'{TMP}/a/b/c', startup, '/dev/shm/left'):
    try:
        os.makedirs(os.path.dirname(p), exist_ok=True)
        open(p, 'w').write('1/0')
    except PermissionError: pass
os.chmod(f'{TMP}/a/b', 0)
os.chmod(f'{TMP}/a', 0)
""",
        box=kind,
    )
    assert not any(b"600.25" in path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline"))
    marked = mark(
        REFERENCE,
        after=HEAD
        + """
print(os.listdir(TMP))
try: print(os.listdir('/dev/shm'))
except PermissionError: print([])
""",
        box=kind,
    )
    assert marked.cells["after"].outputs[0]["text"] == "['lesson']\n[]\n"


def test_a_box_has_no_network(kind: str) -> None:
    code = "import socket; socket.create_connection(('1.1.1.1', 53), 2)"
    marked = mark(REFERENCE, after=code, box=kind)
    wanted = {"namespaces": "OSError", "landlock": "PermissionError"}
    assert marked.cells["after"].outputs[0]["ename"] == wanted[kind]


def test_kept_arguments_reach_no_output(kind: str) -> None:
    marked = mark(
        REFERENCE
        + """
kept = []
_solve = solve
def solve(x):
    kept.append(x); print('seen', x, kept); print('seen', x, file=sys.stderr)
    open('kept', 'a').write(str(x))
    display(x)
    raise ValueError('seen', x, kept)
""",
        {"t1": "### BEGIN HIDDEN TESTS\nassert solve(271828) == 3\n### END HIDDEN TESTS"},
        after="print(kept)",
        box=kind,
    )
    assert marked.total == 0
    shown = {name: str(cell.outputs) for name, cell in marked.cells.items() if name != "t1"}
    assert not any("271828" in text for text in shown.values())


@pytest.mark.parametrize("much", ["'x' * 3_000_000", "chr(0x1F600) * 1_900_000"])
def test_no_flood_takes_away_what_decides(much: str, kind: str) -> None:
    tests = {
        "fails": "print(solve(0))\nassert solve(3) == 9",
        "some": "print(solve(0))\n2.0 if solve(3) == 9 else 1.0",
    }
    answer = f"def solve(x): return {much} if x == 0 else 10"
    assert mark(answer, tests, box=kind).marks == {"fails": 0.0, "some": 1.0}


def test_an_error_without_an_output_of_its_own_is_one_still(kind: str) -> None:
    hide = "class E(Exception):\n    def __str__(self): return 1 / 0\ndef solve(x): raise E"
    quiet = (
        "from IPython.display import clear_output\ntry:\n    solve(3)\nfinally:\n    clear_output()"
    )
    marked = mark(hide, {"t": quiet}, after="kept = 1\nsolve(3)", box=kind)
    assert (marked.total, marked.states()["after"]) == (0, "done")
