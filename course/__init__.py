"""Neuropharmacology you can compute: what a lesson needs, under one name.

A lesson imports from here alone. The science lives in :mod:`course.models`, its numbers in
:mod:`course.reference`, the live figures in :mod:`course.explorers`.
"""

__version__ = "0.1.0"

from course.comparison import close, near, raises
from course.explorers import explore
from course.lesson import begin, recall, where_you_stand
from course.marks import ChecksFailed, Marks

__all__ = [
    "ChecksFailed",
    "Marks",
    "__version__",
    "begin",
    "close",
    "explore",
    "near",
    "raises",
    "recall",
    "where_you_stand",
]
