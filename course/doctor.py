"""What on this machine is missing for the lessons, one sentence each with its cure."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

# What a lesson needs; an instructor's machine needs more.
LESSON_PACKAGES = frozenset(
    {"anywidget", "ipywidgets", "jupyterlab", "matplotlib", "notebook", "numpy", "scipy"}
)


@dataclass(frozen=True)
class Finding:
    """Something worth knowing about this machine.

    Parameters
    ----------
    what : str
        What was found, as a sentence.
    cure : str
        What to do about it; empty if nothing has to be done.
    urgent : bool
        Whether it stops something from working or is unsafe.
    """

    what: str
    cure: str = ""
    urgent: bool = False

    def __str__(self) -> str:
        mark = "✗" if self.urgent else "!" if self.cure else "✓"
        return f"{mark} {self.what}{f' {self.cure}' if self.cure else ''}"


def examine(folder: Path) -> Iterator[Finding]:
    """Examine what students need.

    Parameters
    ----------
    folder : Path
        Where the student's notebooks lie, or the folder above.

    Yields
    ------
    Finding
        What is fine too, so that a report shows what was looked at.
    """
    yield _python()
    yield from packages(LESSON_PACKAGES, "the lessons")
    yield _kernel()
    yield _live_figures()
    yield from _notebooks(folder)


def show(findings: Iterable[Finding]) -> int:
    """Print findings; return the exit code: 1 if anything is urgent."""
    worst = 0
    for finding in findings:
        print(finding)  # noqa: T201 - this is what it is for
        worst = max(worst, int(finding.urgent))
    return worst


def packages(names: Iterable[str], what_for: str) -> Iterator[Finding]:
    """Compare installed packages with what this distribution asks for.

    Parameters
    ----------
    names : iterable of str
        Which of its requirements to look at.
    what_for : str
        What they are needed for.
    """
    from packaging.requirements import Requirement

    wanted = [Requirement(line) for line in metadata.requires("cleft") or ()]
    missing: list[str] = []
    for requirement in wanted:
        applies = requirement.marker is None or requirement.marker.evaluate()
        if requirement.name not in names or not applies:
            continue
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            missing.append(f"{requirement} is not installed")
            continue
        if not requirement.specifier.contains(version, prereleases=True):
            missing.append(f"{requirement.name} is {version}, and {requirement} is needed")
    if missing:
        yield Finding(
            f"For {what_for}: {'; '.join(missing)}.",
            "Install the course again as README says.",
            urgent=True,
        )
    else:
        yield Finding(f"All packages for {what_for} are there, in versions that work.")


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    return Finding(f"Python {found}, course {metadata.version('cleft')}.")


def _kernel() -> Finding:
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    cure = f"Run `{sys.executable} -m ipykernel install --sys-prefix`."
    try:
        program = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except NoSuchKernel:
        return Finding("Jupyter has no Python kernel.", cure, urgent=True)
    # A bare name means the Python that Jupyter itself runs in.
    if not re.fullmatch(r"python[\d.]*", Path(program).name) or (
        Path(program).is_absolute() and Path(program).parent != Path(sys.executable).parent
    ):
        return Finding(f"Notebooks would run {program}, not this Python.", cure, urgent=True)
    return Finding("Notebooks run with this Python.")


def _live_figures() -> Finding:
    from jupyter_core.paths import jupyter_path

    lacking = [
        name
        for name in ("anywidget", "@jupyter-widgets/jupyterlab-manager")
        if not any(Path(place, name).is_dir() for place in jupyter_path("labextensions"))
    ]
    if lacking:
        return Finding(
            f"JupyterLab does not find {' and '.join(lacking)}, so live figures stay empty.",
            "Install jupyterlab, ipywidgets and anywidget into the same environment.",
            True,
        )
    return Finding("JupyterLab finds what live figures need.")


def _notebooks(folder: Path) -> Iterator[Finding]:
    import course
    from course.lesson import released_version

    for path in sorted({*folder.glob("*.ipynb"), *folder.glob("*/*.ipynb")}):
        version = released_version(path)
        if version not in (None, course.__version__):
            yield Finding(
                f"{path.name} was released for course {version}, and {course.__version__} is here.",
                "Install the matching version as README says.",
                True,
            )
