"""A box without name spaces: nothing leads out of it, and nothing of it is left, whoever grades.

The attacks of the folder ``attacks`` are tried on it too; here is what is open to it and closed to
one with name spaces, and what becomes of it if its own processes are killed.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.box.confinement import why_unusable
from autograder.box.namespaces import why_unusable as why_no_name_spaces

GRADER = """
import json, sys
from autograder.box.limits import Limits
from autograder.box.sandbox import BoxSettings, Sandbox
box = Sandbox(BoxSettings(kind="landlock", preload=()))
code, then = sys.argv[1:3]
submission = box.fork(Limits())
submission.send({"request": "run", "code": code, "shown": True})
for output in submission.receive(60)["outputs"]:
    print(output.get("text") or output.get("evalue"), end="", flush=True)
if then == "wait":
    sys.stdin.read()
box.end()
box.close()
"""
TRIED = """
import ctypes, os, resource, socket
def tried(what, ok=None):
    try: came = what()
    except OSError: return
    if came != ok: print("HARM", came)
other, libc = OTHER, ctypes.CDLL(None)
for process in (other, os.getppid(), 1):
    tried(lambda: os.kill(process, 0), "no")
    tried(lambda: open(f"/proc/{process}/environ").read())
    tried(lambda: resource.prlimit(process, resource.RLIMIT_CPU, (9, 9)))
    tried(lambda: os.sched_setaffinity(process, {0}), "no")
    tried(lambda: os.setpriority(os.PRIO_PROCESS, process, 19), "no")
    tried(lambda: os.pidfd_open(process))
for folder in ("/", "/proc", "/tmp", "/dev/shm", "/home", "/run"):
    tried(lambda: os.listdir(folder))
for path in (__file__ if "__file__" in globals() else "/etc/passwd", "/etc/passwd", "/dev/tty"):
    tried(lambda: open(path).read())
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        tried(lambda: socket.socket(family, kind))
tried(lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM))
a, b = socket.socketpair()
tried(lambda: a.connect("/run/systemd/journal/socket"), "no")
tried(lambda: a.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, b"\\0\\0\\0\\0")]))
tried(lambda: os.memfd_create("memory of nobody"))
if libc.shmget(0x2345, 4096, 0o1666) >= 0: print("HARM shared memory")
tried(lambda: os.chmod(MINE, 0o777)); tried(lambda: os.utime(MINE, (1, 1)))
tried(lambda: os.truncate(MINE, 0), "no"); tried(lambda: os.rename(MINE, MINE + "x"), "no")
tried(lambda: os.setxattr(MINE, "user.mark", b"100"), "no")
print("tried")
"""
LEFT = """
import os, subprocess
subprocess.Popen(["sleep", "SECONDS"], start_new_session=True)
if os.fork() == 0:
    os.setsid()
    while True: pass
print(os.getcwd())
"""


@pytest.fixture(params=["root", "somebody"])
def grader(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """What starts a grader as root, or as a user like any other."""
    assert not why_unusable(), f"the grading engine cannot be tested here: {why_unusable()}"
    command = (sys.executable, "-c", GRADER)
    if request.param == "root" or os.geteuid() != 0:
        return command
    # It still has to read this Python, which may lie in a folder of root's.
    rights = "-all,+dac_read_search"
    user = ("--reuid", "12321", "--regid", "12321", "--clear-groups")
    become = shutil.which("setpriv")
    assert become, "this test needs setpriv, which util-linux brings"
    return (become, *user, f"--inh-caps={rights}", f"--ambient-caps={rights}", *command)


@pytest.fixture
def mine() -> Iterator[Path]:
    """A file that whoever grades may change."""
    # Not in a folder of the tests', which others may not enter.
    path = Path(shutil.copy(__file__, f"{tempfile.gettempdir()}/autograder-test-{os.getpid()}"))
    if os.geteuid() == 0:
        os.chown(path, 12321, 12321)
    path.chmod(0o600)
    os.utime(path, (10, 10))
    yield path
    path.unlink()


def test_nothing_leads_out(grader: tuple[str, ...], mine: Path) -> None:
    with subprocess.Popen([*grader[:-3], "sleep", "60"]) as other:
        code = TRIED.replace("OTHER", str(other.pid)).replace("MINE", repr(str(mine)))
        done = subprocess.run(
            [*grader, code, "end"],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert other.poll() is None
        other.kill()
    assert (done.stdout, done.stderr) == ("tried\n", "")
    assert mine.read_bytes() == Path(__file__).read_bytes()
    assert (mine.stat().st_mode & 0o777, mine.stat().st_mtime) == (0o600, 10)


@pytest.mark.parametrize("killed", ["nobody", "grader", "keeper", "server"])
def test_nothing_is_left_whoever_is_killed(grader: tuple[str, ...], killed: str) -> None:
    seconds = f"600.{os.getpid()}{time.monotonic_ns() % 1_000_000}"
    with subprocess.Popen(
        [*grader, LEFT.replace("SECONDS", seconds), "wait"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as running:
        assert running.stdout is not None
        assert running.stdin is not None
        folder = Path(running.stdout.readline().strip()).parent.parent
        assert folder.name.startswith("autograder-box-")
        (keeper,) = children_of(running.pid)
        (server,) = children_of(keeper)
        assert is_running(seconds)
        if killed != "nobody":
            target = {"grader": running.pid, "keeper": keeper, "server": server}[killed]
            os.kill(target, signal.SIGKILL)
        running.stdin.close()
        wait_until(lambda: not is_running(seconds) and not folder.exists())


def test_one_kind_stands_in_where_the_other_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from autograder.box.sandbox import SandboxError, kind_in_use

    monkeypatch.setenv("PATH", str(tmp_path))
    why_no_name_spaces.cache_clear()
    try:
        assert kind_in_use() == "landlock"
        with pytest.raises(SandboxError, match="bwrap"):
            kind_in_use("namespaces")
    finally:
        why_no_name_spaces.cache_clear()


def children_of(parent: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


def is_running(argument: str) -> bool:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if path.read_bytes() == b"sleep\0%s\0" % argument.encode():
                return True
        except OSError:  # it has ended
            continue
    return False


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(1500):
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come to that")
