"""What the outputs of test cells are worth, scored by nbgrader's own rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.audit.lesson import Cell
from autograder.notebooks import node
from autograder.results import bundles_of

Outputs = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Mark:
    """What an answer to an exercise earned.

    Parameters
    ----------
    points : float
        The marks.
    said : str
        The sentence of a recognised mistake; without one, whatever the tests said.
    recognised : bool
        Whether it is a recognised mistake's.
    trouble : str
        Why there are no outputs to judge by, else empty.
    """

    points: float
    said: str = ""
    recognised: bool = False
    trouble: str = ""


def mark_of(tests: Iterable[tuple[Cell, Outputs | None]], trouble: str = "") -> Mark:
    """Return the mark for the outputs of an exercise's tests; None stands for a test not run."""
    earned, said, texts = 0.0, [], []
    for test, outputs in tests:
        if outputs is None:
            continue
        points, why = _score(test, outputs)
        earned += points
        trouble = trouble or why
        said += [
            str(bundle["mistake"].get("say", ""))
            for bundle in bundles_of({"outputs": outputs})
            if isinstance(bundle.get("mistake"), Mapping)
        ]
        texts += [_text(output) for output in outputs]
    return Mark(earned, " ".join(said or texts), bool(said), trouble)


def _score(test: Cell, outputs: Outputs) -> tuple[float, str]:
    from nbgrader.utils import determine_grade

    grader = {**test.grader, "points": test.points or 0.0}
    cell = node(
        {
            "cell_type": "code",
            "execution_count": None,
            "metadata": {"nbgrader": grader},
            "outputs": [dict(output) for output in outputs],
            "source": test.source,
        }
    )
    try:
        score, _ = determine_grade(cell)
    except ValueError as error:
        return 0.0, f"nbgrader cannot score {test.name}: {error}"
    return float(score or 0.0), ""


def _text(output: Mapping[str, Any]) -> str:
    return str(output.get("evalue", output.get("text", "")))
