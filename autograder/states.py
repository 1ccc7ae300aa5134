"""How a cell, or a submission, can end."""

from enum import StrEnum


class CellState(StrEnum):
    """How a code cell ended, where it is not by its own doing alone.

    ``DONE`` covers an ordinary exception: that is what the cell's code does.
    """

    DONE = "done"
    TIMED_OUT = "timed out"
    OUT_OF_MEMORY = "out of memory"
    CRASHED = "crashed"
    FLOODED = "output flood"
    NOT_RUN = "not run"
    NEEDS_REVIEW = "needs review"
    IN_STUDENT_KERNEL = "marked in the student's process"
