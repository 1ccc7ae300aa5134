"""The unit of grading: job bytes in, result bytes out, and nothing else in or out.

A job holds a repaired notebook with its complete test cells, and what was read from the
instructor's source. It can be done in any process on any machine that has the libraries.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

import msgpack

from autograder.box.limits import Limits
from autograder.examiner.names import Names
from autograder.regions import HIDDEN_TESTS, Region
from autograder.states import CellState


@dataclass(frozen=True)
class TestCell:
    """A test cell of the notebook.

    Parameters
    ----------
    points : float
        The most it can award.
    in_place : bool
        Whether what the answer does to its arguments is copied back.
    in_student_kernel : bool
        Whether it runs in the student's process, at its own risk.
    """

    __test__ = False  # pytest would take it for a class of tests

    points: float
    in_place: bool = False
    in_student_kernel: bool = False


@dataclass(frozen=True)
class CodeCell:
    """A code cell of the submission; `name` is its grade_id, or made up if it has none."""

    name: str
    code: str
    test: TestCell | None = None


@dataclass(frozen=True)
class Job:
    """What it takes to grade one notebook of one submission.

    Parameters
    ----------
    cells : tuple of CodeCell
        The code cells in order.
    names : Names
        Whose the names in test cells are.
    locked : dict
        Code of the instructor's locked cells by name.
    limits : Limits
        What the submission may use.
    files, examiner_files : dict
        Content of files beside the notebook, for the student's process and for the examiner.
    preload, preload_for_answers : tuple of str
        Modules to have warm: everywhere; and where answers run, once one of them is mentioned.
    withheld : tuple of str
        Functions that are lacking where answers run.
    box : str
        What keeps it apart; see :func:`autograder.box_of`.
    hidden : Region
        How the course marks what of a test cell never goes to the student's process.
    """

    cells: tuple[CodeCell, ...]
    names: Names
    locked: dict[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    files: dict[str, bytes] = field(default_factory=dict)
    examiner_files: dict[str, bytes] = field(default_factory=dict)
    preload: tuple[str, ...] = ()
    preload_for_answers: tuple[str, ...] = ("matplotlib.pyplot",)
    withheld: tuple[str, ...] = ()
    box: str = "auto"
    hidden: Region = HIDDEN_TESTS

    def to_bytes(self) -> bytes:
        """Return the job as it travels."""
        data = asdict(self)
        data["names"] = self.names.as_data()
        packed: bytes = msgpack.packb(data, unicode_errors="surrogatepass")
        return packed

    @classmethod
    def from_bytes(cls, packed: bytes) -> "Job":
        """Return the job that :meth:`to_bytes` packed."""
        data = msgpack.unpackb(packed, unicode_errors="surrogatepass")
        cells = tuple(
            CodeCell(cell["name"], cell["code"], cell["test"] and TestCell(**cell["test"]))
            for cell in data["cells"]
        )
        return cls(
            cells=cells,
            names=Names.from_data(data["names"]),
            locked=data["locked"],
            limits=Limits(**data["limits"]),
            files=data["files"],
            examiner_files=data["examiner_files"],
            preload=tuple(data["preload"]),
            preload_for_answers=tuple(data["preload_for_answers"]),
            withheld=tuple(data["withheld"]),
            box=data["box"],
            hidden=Region(**data["hidden"]),
        )


@dataclass(frozen=True)
class CellResult:
    """What a code cell shows, and how it ended."""

    outputs: list[dict[str, Any]]
    state: CellState
    detail: str = ""
    execution_count: int | None = None


@dataclass(frozen=True)
class JobResult:
    """What came of a job: one result for each code cell, in order."""

    cells: tuple[CellResult, ...]

    def to_bytes(self) -> bytes:
        """Return the result as it travels."""
        cells = [{**vars(cell), "state": cell.state.value} for cell in self.cells]
        # Outputs are JSON in a notebook; so they are on the way, whatever they hold.
        return json.dumps({"cells": cells}).encode("ascii")

    @classmethod
    def from_bytes(cls, packed: bytes) -> "JobResult":
        """Return the result that :meth:`to_bytes` packed."""
        cells = json.loads(packed)["cells"]
        return cls(tuple(CellResult(**{**it, "state": CellState(it["state"])}) for it in cells))
