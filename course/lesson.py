"""The frame of a lesson: its first cell and its last."""

import html
import json
import os
from pathlib import Path

import course
from course.marks import outcomes

NOTICE = "Education, not dosing advice."


def begin(lesson: str, folder: Path | str = ".") -> None:
    """Greet the student, and say so if `course` is not the version the notebook was released for.

    Parameters
    ----------
    lesson : str
        Name of the notebook without its ending.
    folder : path
        Where the notebook lies; a kernel starts there.
    """
    if "NBGRADER_EXECUTION" in os.environ:
        return
    print(f"{lesson} · course {course.__version__} · {NOTICE}")  # noqa: T201 - speaks to the student
    released_for = released_version(Path(folder) / f"{lesson}.ipynb")
    if released_for not in (None, course.__version__):
        print(  # noqa: T201 - the student must act on it
            f"This notebook was released for course {released_for}, but {course.__version__} is "
            f"installed, so numbers may differ. Install the matching version as the README says, "
            f"then restart the kernel."
        )


def released_version(notebook: Path) -> str | None:
    """Return the version of `course` stamped into a released notebook.

    Parameters
    ----------
    notebook : Path
        The notebook file.

    Returns
    -------
    str or None
        None for a source notebook, which has no stamp, and for a file that is not there or
        cannot be read: a student who renamed the notebook is not to be stopped by it.
    """
    try:
        metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
        return str(metadata["cleft"]["course_version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def where_you_stand() -> "Standing":
    """Return the public status of every exercise whose test cell ran in this kernel.

    Returns
    -------
    Standing
        Shown by the notebook as a table.
    """
    return Standing()


class Standing:
    """A table of the exercises: what the public checks say, and what is still to come."""

    _CLOSING = "Hidden checks run after you submit."

    def __repr__(self) -> str:
        lines = [outcome.headline for outcome in outcomes.values()]
        return "\n".join([*(lines or ["No test cell has run yet."]), self._CLOSING])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th scope='row' style='text-align:left'>{html.escape(outcome.exercise)}</th>"
            f"<td style='text-align:left'>{html.escape(_status(outcome.headline))}</td></tr>"
            for outcome in outcomes.values()
        )
        rows = rows or "<tr><td>No test cell has run yet.</td></tr>"
        return f"<table><tbody>{rows}</tbody></table><p>{self._CLOSING}</p>"


def _status(headline: str) -> str:
    """Drop the exercise's name, which the row already shows."""
    return headline.partition(": ")[2]
