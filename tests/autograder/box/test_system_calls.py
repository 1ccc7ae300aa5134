"""What is refused stays refused, and an ordinary notebook misses nothing."""

import platform
import subprocess
import sys

import pytest

REFUSED = {
    "a mount": "libc.mount(b'tmpfs', b'/mnt', b'tmpfs', 0, None)",
    "a name space": "libc.unshare(0x10000000)",
    "tracing": "libc.ptrace(0, 0, 0, 0)",
    "keys": "libc.syscall(250 if platform.machine() == 'x86_64' else 219, 0, -3, 0, 0, 0)",
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


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr[-500:]


@pytest.mark.parametrize("call", REFUSED.values(), ids=REFUSED)
def test_a_call_is_refused(call: str) -> None:
    said = run(f"came = {call}\nprint(came, errno.errorcode.get(ctypes.get_errno()))")
    assert said == "-1 EPERM\n"


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
