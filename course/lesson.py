"""The frame of a lesson: its first cell, the predictions quoted back, and its last cell."""

import json
import os
from pathlib import Path

import course
from course.standing import Standing

NOTICE = "Education, not dosing advice."

# The notebook that this kernel runs, as its first cell said; its last cell reads it again.
_begun: list[Path] = []


def begin(lesson: str, folder: Path | str = ".") -> None:
    """Greet the student, and say so if `course` is not the version the notebook was released for.

    Parameters
    ----------
    lesson : str
        Name of the notebook without its ending.
    folder : path
        Where the notebook lies; a kernel starts there.
    """
    notebook = Path(folder) / f"{lesson}.ipynb"
    _begun[:] = [notebook.resolve()]  # the student may change the folder later
    if "NBGRADER_EXECUTION" in os.environ:
        return
    print(f"{lesson} · course {course.__version__} · {NOTICE}")  # noqa: T201 - speaks to the student
    released_for = released_version(notebook)
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


def recall(prediction: object, unit: str = "") -> None:
    """Quote back what the student committed to, before the lesson gives its answer.

    Parameters
    ----------
    prediction : object
        A number or a phrase; ``...`` stands for "not yet".
    unit : str
        What a number counts, such as ``"mV"``.

    Examples
    --------
    >>> recall(18.5, "mV")
    You said 18.5 mV.
    >>> recall("nmda")
    You said nmda.
    >>> recall(...)
    You have not said yet. Put your prediction in place of the dots above and run both cells.
    """
    if prediction is ...:
        said = (
            "have not said yet. Put your prediction in place of the dots above and run both cells."
        )
    else:
        text = " ".join(f"{prediction} {unit}".split())
        said = f"said {text if len(text) <= 80 else text[:79] + '…'}."
    print(f"You {said}")  # noqa: T201 - speaks to the student


def where_you_stand() -> Standing:
    """Return the public status of every exercise of the lesson that :func:`begin` named.

    Returns
    -------
    Standing
        Shown by the notebook as a table.
    """
    return Standing(_begun[0] if _begun else None)
