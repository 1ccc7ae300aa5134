"""What is refused stays refused, and an ordinary notebook misses nothing."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

REFUSED = {
    "a mount": "libc.mount(b'tmpfs', b'/mnt', b'tmpfs', 0, None)",
    "a name space": "libc.unshare(0x10000000)",
    "tracing": "libc.ptrace(0, 0, 0, 0)",
    "keys": "libc.syscall(250 if platform.machine() == 'x86_64' else 219, 0, -3, 0, 0, 0)",
    "shared memory": "libc.shmget(0x2345, 4096, 0o1666)",
    "a queue by a name": "libc.mq_open(b'/queue', 0o102, 0o600, None)",
    "another's limits": "libc.prlimit(1, 0, None, None)",
    "another's processors": "libc.sched_setaffinity(1, 8, b'\\1' + bytes(7))",
    "another's priority": "libc.setpriority(0, 1, 19)",
    "a user's turn at the disk": "libc.syscall(251 if x86 else 30, 3, 0, 3 << 13)",
    "a mark on a file": "libc.ioctl(0, ctypes.c_ulong(0x40086602), ctypes.c_uint64())",
    "a project of a file's": "libc.ioctl(0, ctypes.c_ulong(0x401C5820), ctypes.c_uint64())",
    "a hint on a file": "libc.fcntl(0, 1036, ctypes.c_uint64())",
    "a clone in a name space": "libc.syscall(56 if x86 else 220, 0x10000000 | 17, 0, 0, 0, 0)",
}
BEGIN = """
import ctypes, errno, os, platform, subprocess, threading
from autograder.box.system_calls import refuse
libc = ctypes.CDLL(None, use_errno=True)
x86 = platform.machine() == 'x86_64'
libc.prctl(38, 1, 0, 0, 0)
assert refuse()
"""


BEYOND = {
    "a socket": "libc.syscall(41 if x86 else 198, 1, 1, 0)",
    "sockets that can be turned elsewhere": "libc.socketpair(1, 2, 0, ctypes.c_uint64())",
    "an attribute of an open file": "libc.fsetxattr(0, b'user.mark', b'x', 1, 0)",
    "another group of an open file": "libc.fchown(0, -1, os.getgid())",
}


def run(code: str, how: str = "") -> str:
    begin = BEGIN.replace("refuse()", f"refuse({how})")
    done = subprocess.run(
        [sys.executable, "-c", begin + code], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr[-500:]


@pytest.mark.parametrize("call", REFUSED.values(), ids=REFUSED)
def test_a_call_is_refused(call: str) -> None:
    said = run(f"came = {call}\nprint(came, errno.errorcode.get(ctypes.get_errno()))")
    assert said == "-1 EPERM\n"


@pytest.mark.parametrize("call", BEYOND.values(), ids=BEYOND)
def test_what_reaches_beyond_a_box_is_refused_on_demand(call: str) -> None:
    said = run(
        f"came = {call}\nprint(came, errno.errorcode.get(ctypes.get_errno()))", "beyond=True"
    )
    assert said == "-1 EPERM\n"


def test_its_own_limits_processors_and_streams_stay_a_process_own() -> None:
    code = """
import fcntl, resource, socket
fcntl.fcntl(0, fcntl.F_SETFD, fcntl.fcntl(0, fcntl.F_GETFD)); os.isatty(0)
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
os.sched_setaffinity(0, os.sched_getaffinity(0))
a, b = socket.socketpair(); a.sendall(b"x"); print(b.recv(1))
"""
    assert run(code) == run(code, "beyond=True") == "b'x'\n"


def test_changes_to_files_are_passed_over_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch(mode=0o600)
    os.utime(path, (10, 10))
    code = f"""
import shutil
os.chmod({str(path)!r}, 0o777); os.utime({str(path)!r}, (1, 1))
with open({str(path)!r}) as file:
    os.fchmod(file.fileno(), 0o777); os.utime(file.fileno(), (1, 1))
shutil.copy2({str(path)!r}, {str(path) + "2"!r})
"""
    assert run(code, "changes=True") == ""
    assert (path.stat().st_mode & 0o777, path.stat().st_mtime) == (0o600, 10)


def test_programs_threads_and_forks_work_and_are_refused_the_same() -> None:
    code = """
thread = threading.Thread(target=lambda: print("thread", flush=True)); thread.start(); thread.join()
if os.fork() == 0:
    print("fork", libc.unshare(0x10000000), flush=True); os._exit(0)
os.wait()
print(subprocess.run(["sh", "-c", "echo program"], capture_output=True, text=True).stdout, end="")
"""
    assert run(code) == "thread\nfork -1\nprogram\n"


def test_architectures_are_those_whose_numbers_are_known() -> None:
    known = platform.machine() in {"x86_64", "aarch64"}
    assert ("AssertionError" not in run("")) is known
