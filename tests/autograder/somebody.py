"""Run a command as a user like any other, whoever runs the tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from autograder.box.contents import python_folders

UID = 12321


def as_somebody(*command: str) -> tuple[str, ...]:
    """Return what runs a command as nobody of importance; as it is if root is not running this."""
    if os.geteuid() != 0:
        return command
    become = shutil.which("setpriv")
    assert become, "this test needs setpriv, which util-linux brings"
    user = (f"--reuid={UID}", f"--regid={UID}", "--clear-groups")
    laid_open = ("bwrap", "--dev-bind", "/", "/", *_ways_in(), "--cap-add", "ALL", "--")
    return (*laid_open, become, *user, *command)


def _ways_in() -> Iterator[str]:
    """Yield how Python and this project come to lie where anybody may go, for this command only."""
    needed = (*python_folders(), Path(__file__).resolve().parents[2])
    ways = [folder for each in needed for folder in reversed(each.parents)]
    closed = [each for each in ways if not each.stat().st_mode & 0o001]
    for folder in dict.fromkeys(ways):
        if folder in closed and not any(each in closed for each in folder.parents):
            yield from ("--perms", "0755", "--tmpfs", str(folder))
        elif any(each in closed for each in folder.parents):
            yield from ("--perms", "0755", "--dir", str(folder))
    for folder in needed:
        yield from ("--ro-bind", str(folder), str(folder))
