"""Turn what a test cell showed into what nbgrader's scoring reads: the table of differences."""

from dataclasses import replace

from autograder.job import CellResult, TestCell
from autograder.outputs import credit, error_output, is_sound_credit
from autograder.states import CellState


def judged(came: CellResult, test: TestCell, error: str) -> CellResult:
    """Return a test cell so that nbgrader gives it what it is worth.

    Parameters
    ----------
    came : CellResult
        What running the cell showed.
    test : TestCell
        The cell.
    error : str
        Name of the exception that ended it, else empty.
    """
    # A warning is no failure: nbgrader would take any text on stderr for one.
    outputs = [output for output in came.outputs if output.get("name") != "stderr"]
    # Without an error nbgrader would give all points: whatever became of it, the test failed.
    if error and not any(it["output_type"] == "error" for it in outputs):
        outputs.append(error_output(error, "the test failed"))
    claimed = credit(outputs)
    if claimed is None or is_sound_credit(claimed, test.points):
        return replace(came, outputs=outputs)
    # Not quoted: a student reads this, and the text may come from the box.
    detail = f"the test gave no number from 0 to {test.points:g} as its points: counted as 0"
    outputs = [it for it in outputs if it["output_type"] != "execute_result"]
    outputs.append(error_output("UnsoundCredit", detail))
    return replace(came, outputs=outputs, state=CellState.NEEDS_REVIEW, detail=detail)


def not_examined(state: CellState, why: str) -> CellResult:
    """Return a test cell that nobody could run: it earns nothing, and says why."""
    return CellResult([error_output("NotExamined", why)], state, why)
