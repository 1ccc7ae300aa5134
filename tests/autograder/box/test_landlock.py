"""Rights that were taken are gone, and those that were granted are there."""

import subprocess
import sys
from pathlib import Path

import pytest

BEGIN = """
import os, signal, socket, sys
from autograder.box import landlock
"""


def run(code: str, *arguments: object) -> str:
    command = [sys.executable, "-c", BEGIN + code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr[-500:]


@pytest.mark.parametrize(
    ("rights", "said"),
    [
        ("LOOK", "['a'] Errno 13 Errno 13"),
        ("READ", "['a'] text Errno 13"),
        ("ALL", "['a'] text written"),
        ("USE", "Errno 13 text written"),
    ],
)
def test_a_folder_gives_what_was_granted(tmp_path: Path, rights: str, said: str) -> None:
    (tmp_path / "a").write_text("text")
    code = f"""
def tried(what):
    try: return what()
    except OSError as error: return f"Errno {{error.errno}}"
folder = sys.argv[1]
landlock.restrict([(folder, landlock.{rights}), ("/no/such/folder", landlock.READ)])
print(
    tried(lambda: os.listdir(folder)),
    tried(lambda: open(f"{{folder}}/a").read()),
    tried(lambda: open(f"{{folder}}/a", "w").close() or "written"),
)
"""
    assert run(code, tmp_path) == f"{said}\n"


def test_everything_else_is_closed_also_to_what_is_started_then(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    code = """
landlock.restrict([("/usr", landlock.READ), ("/lib", landlock.READ), ("/lib64", landlock.READ)])
os.execv("/usr/bin/cat", ["cat", sys.argv[1]])
"""
    assert "Permission denied" in run(code, tmp_path / "secret")


def test_files_move_from_folder_to_folder_once_signals_are_kept_in(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "file").touch()
    code = """
landlock.keep_signals_in()
landlock.restrict([(sys.argv[1], landlock.ALL)])
os.rename(f"{sys.argv[1]}/a/file", f"{sys.argv[1]}/file")
print("moved")
"""
    assert run(code, tmp_path) == "moved\n"


def test_a_signal_goes_to_those_who_are_confined_with_it_alone() -> None:
    code = """
landlock.keep_signals_in()
child = os.fork()
if child == 0:
    landlock.keep_signals_in()
    for other in (os.getppid(), os.getpid()):
        try: os.kill(other, 0); print("reached")
        except PermissionError: print("refused")
    sys.stdout.flush()
    signal.pause()
import time; time.sleep(.5)
os.kill(-1, signal.SIGKILL)  # reaches the child, and neither this process nor its parent
print(os.waitpid(child, 0)[1])
"""
    assert run(code) == "refused\nreached\n9\n"


def test_no_abstract_socket_leads_out() -> None:
    door = """
import socket, sys
door = socket.socket(socket.AF_UNIX); door.bind("\\0a door out"); door.listen()
print("open", flush=True); sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", door],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        code = """
landlock.restrict([])
try: socket.socket(socket.AF_UNIX).connect("\\0a door out"); print("connected")
except PermissionError: print("refused")
"""
        assert run(code) == "refused\n"
        other.kill()
