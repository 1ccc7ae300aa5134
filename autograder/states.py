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

    @property
    def said(self) -> str:
        """What is said of such a cell, as the rest of a sentence about it."""
        return _SAID[self]

    @property
    def needs_a_person(self) -> bool:
        """Whether a mark earned in this state is to be looked at by a person."""
        return self in {self.NEEDS_REVIEW, self.IN_STUDENT_KERNEL, self.NOT_RUN}


_SAID = {
    CellState.DONE: "it came to its end",
    CellState.TIMED_OUT: "it ran too long and was interrupted",
    CellState.OUT_OF_MEMORY: "it asked for more memory than a submission may take",
    CellState.CRASHED: "it ended its process; the next cells went on from the state before it",
    CellState.FLOODED: "it showed more than a cell may show, and the rest was left out",
    CellState.NOT_RUN: "time or memory of the submission was used up before it",
    CellState.NEEDS_REVIEW: "it could not be marked",
    CellState.IN_STUDENT_KERNEL: "its tag lets it run in the student's own process",
}
