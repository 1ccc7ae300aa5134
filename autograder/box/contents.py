"""What a box holds, whatever keeps it apart: the system, Python with its packages, the course."""

import importlib.util
import os
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.box.limits import Limits
from autograder.withheld import rewritten

STUDENT = "autograder.box.resident"
EXAMINER = "autograder.examiner.room"

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
SYSTEM_SETTINGS = (
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/localtime",
    "/etc/fonts",
    "/etc/ssl/openssl.cnf",
    "/etc/alternatives",
)


class SandboxError(RuntimeError):
    """A box cannot be started, or is not to be trusted any more."""


class UncleanError(SandboxError):
    """A box is there, but not all of what a submission left in it could be cleared away."""


def _own_packages() -> tuple[Path, ...]:
    """Return the folders of this project's packages, wherever they are imported from."""
    import course

    here = Path(__file__).resolve().parent.parent
    return (here, Path(course.__file__).resolve().parent)


@dataclass(frozen=True)
class BoxSettings:
    """What a box is made of.

    Parameters
    ----------
    role : str
        Module whose ``enter`` a fork runs: ``STUDENT`` or ``EXAMINER``.
    preload : tuple of str
        Modules that the server imports once for all.
    packages : tuple of Path
        Folders of packages that are in no site-packages, such as a course under development.
    withheld : tuple of str
        Functions that it lacks; see :mod:`autograder.withheld`.
    disk_mb : int
        Size of all private files together.
    kind : str
        What keeps it apart; see :func:`autograder.box_of`.
    """

    role: str = STUDENT
    preload: tuple[str, ...] = ("numpy", "matplotlib.pyplot")
    packages: tuple[Path, ...] = field(default_factory=_own_packages)
    withheld: tuple[str, ...] = ()
    disk_mb: int = Limits.disk_mb
    kind: str = "auto"


@dataclass(frozen=True)
class Enclosure:
    """How the server of a box is started.

    Parameters
    ----------
    command : list of str
        The command.
    environment : dict
        All of its environment.
    private : tuple of str
        Folders that submissions may write to, the one for temporary files first.
    descriptors : tuple of int
        What it inherits besides its channel.
    bound : tuple of str
        Read-only folders that may lie in the private ones.
    confined : dict or None
        What the server is to do to itself, if it is not apart from its first moment.
    """

    command: list[str]
    environment: dict[str, str]
    private: tuple[str, ...]
    descriptors: tuple[int, ...] = ()
    bound: tuple[str, ...] = ()
    confined: dict[str, Any] | None = None

    @property
    def lesson_folder(self) -> str:
        """Where the notebook's own folder is."""
        return f"{self.private[0]}/lesson"


def python_folders() -> list[Path]:
    """Return what Python needs: its two prefixes, as far as they are not the system's."""
    folders: list[Path] = []
    for folder in (Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve()):
        inside_system = any(folder.is_relative_to(path) for path in SYSTEM)
        if not inside_system and not any(folder.is_relative_to(each) for each in folders):
            folders.append(folder)
    return folders


def covers(settings: BoxSettings, places: list[tuple[Path, Path]]) -> Iterator[tuple[str, Path]]:
    """Yield what lies over files of code that hold what is withheld, also once compiled.

    Parameters
    ----------
    settings : BoxSettings
        What is withheld.
    places : list of (outside, inside)
        Folders of code: where they lie, and where the box has them.
    """
    for module in rewritten(settings.withheld):
        compiled = Path(importlib.util.cache_from_source(module.path))
        for outside, inside in places:
            if module.path.is_relative_to(outside):
                yield module.text, inside / module.path.relative_to(outside)
                if compiled.exists():
                    yield "", inside / compiled.relative_to(outside)


def environment(temporary: str) -> dict[str, str]:
    """Return all of a box's environment; nothing of it is this process's own."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin", "/bin"]),
        "HOME": temporary,
        "TMPDIR": temporary,
        "USER": "student",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "NBGRADER_EXECUTION": "autograde",
        # A submission is one process among several: threads of a library only get in the way.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }


def python(descriptor: int, packages: str) -> list[str]:
    """Return the command of the server: isolated from everything but what its box holds.

    Parameters
    ----------
    descriptor : int
        Its end of the channel.
    packages : str
        Where the box has the packages that are in no site-packages.
    """
    # Folders that an installation in development adds to the path are no part of a box.
    held = tuple(map(str, (*SYSTEM, *python_folders(), sys.prefix, sys.base_prefix)))
    installed = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    start = (
        "import sys; "
        f"own = [each for each in sys.path if each.startswith({held!r})]; "
        f"sys.path[:] = dict.fromkeys([{packages!r}, *own, *{installed!r}]); "
        f"sys.argv[1:] = ['{descriptor}']; "
        "from autograder.box.server import main; main()"
    )
    return [sys.executable, "-I", "-X", "utf8", "-c", start]
