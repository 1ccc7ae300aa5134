"""Release, grade and report nbgrader assignments.

A course uses it by two lines in its ``nbgrader_config.py``::

    from autograder import configure
    configure(get_config())

The modules follow a submission's path: :mod:`~autograder.release` makes what students get,
:mod:`~autograder.intake` and :mod:`~autograder.repair` take what they hand in,
:mod:`~autograder.grade` marks it, by way of :mod:`~autograder.apart` and workers that each keep a
:mod:`~autograder.box` for what students wrote and an :mod:`~autograder.examiner` for the tests
(:mod:`~autograder.marking` leads both), or by :mod:`~autograder.engine` as nbgrader does;
:mod:`~autograder.record` keeps what became of it, and :mod:`~autograder.results` is read by
:mod:`~autograder.feedback`, :mod:`~autograder.report` and :mod:`~autograder.export`.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traitlets.config import Config

__all__ = ["box_of", "configure", "engine_of"]

_ENGINES = ("apart", "stock")
_BOXES = ("auto", "namespaces", "landlock")


def configure(config: "Config") -> None:
    """Make nbgrader use this package wherever it reads the configuration.

    Nothing of nbgrader is imported here, so that every nbgrader command stays as quick as it was.
    Settings made after this call win.

    Submissions run in boxes, and their tests in a process that no submission reaches;
    ``config.Autograder.engine = "stock"`` has them executed as nbgrader itself does it.

    Parameters
    ----------
    config : traitlets.config.Config
        What ``get_config()`` returns in ``nbgrader_config.py``.
    """
    config.Autograder.configured = True
    config.Autograde.autograde_preprocessors = [
        "autograder.execute.ExecuteApart",
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
        "autograder.notes.NoteStates",
    ]
    config.GenerateFeedback.exporter_class = "autograder.feedback_page.FeedbackExporter"
    config.GenerateFeedback.preprocessors = [
        "nbgrader.preprocessors.GetGrades",
        "autograder.feedback_page.HideTests",
    ]
    # What formgrader makes its pages with; feedback has an exporter of its own.
    config.HTMLExporter.preprocessors = ["autograder.formgrader_view.Defuse"]
    _put_alembic_on_path()


def engine_of(config: "Config") -> str:
    """Return which engine a course runs submissions with.

    ``"apart"`` runs them in boxes and their tests apart from them, and is what a course gets that
    names none; ``c.Autograder.engine = "stock"`` is nbgrader's own execution.

    Raises
    ------
    ValueError
        If the configuration names another.
    """
    engine = str(config.Autograder.get("engine", _ENGINES[0]))
    if engine not in _ENGINES:
        raise ValueError(f"c.Autograder.engine must be one of {_ENGINES}, not {engine!r}")
    return engine


def box_of(config: "Config") -> str:
    """Return what is to keep submissions apart from this machine.

    ``"auto"``, which a course gets that names none, takes name spaces (bubblewrap) where the
    system gives them, else Landlock; ``c.Autograder.box`` names one of the two.

    Raises
    ------
    ValueError
        If the configuration names another.
    """
    box = str(config.Autograder.get("box", _BOXES[0]))
    if box not in _BOXES:
        raise ValueError(f"c.Autograder.box must be one of {_BOXES}, not {box!r}")
    return box


def _put_alembic_on_path() -> None:
    """Let nbgrader find the ``alembic`` command, which it calls to begin a gradebook.

    It lies beside this Python, and is out of reach where the environment is not activated.
    """
    if shutil.which("alembic") is None:
        beside = str(Path(sys.executable).parent)
        os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), beside])
