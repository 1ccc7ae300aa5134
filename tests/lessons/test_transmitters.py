"""Lesson 1: every answer of the bank earns its marks, and the notebook runs as source and release.

An answer is executed together with the set-up cell and its own test cell, in a fresh namespace.
That is what a student's kernel holds, without the wait for a kernel.
"""

import copy
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, ClearSolutions

from autograder.bank import Answer, load_answers
from course import marks

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "source" / "1-transmitters"
NOTEBOOK = nbformat.read(LESSON / "transmitters.ipynb", as_version=4)
ANSWERS = load_answers(ROOT / "tests" / "answers", LESSON.name)
SOURCES: dict[str, str] = {cell.id: cell.source for cell in NOTEBOOK.cells}
EXERCISES = [
    cell.id for cell in NOTEBOOK.cells if cell.metadata.get("nbgrader", {}).get("solution")
]


def outcome_of(exercise: str, solution: str) -> marks.Outcome:
    """Run set-up, one solution and its test cell; return what the test cell came to."""
    kernel: dict[str, Any] = {}
    for name, source in (
        ("setup", SOURCES["setup"]),
        (exercise, solution),
        (f"{exercise}-test", SOURCES[f"{exercise}-test"]),
    ):
        marks.outcomes.clear()
        exec(compile(source, name, "exec"), kernel)  # noqa: S102 - the cells are what is tested
    (outcome,) = marks.outcomes.values()
    return outcome


def released() -> NotebookNode:
    """Return what nbgrader leaves of the notebook for a student."""
    release = copy.deepcopy(NOTEBOOK)
    for clear in (ClearSolutions(), ClearHiddenTests(), ClearMarkScheme()):
        release, _ = clear.preprocess(release, {})
    return release


def executed(notebook: NotebookNode, *, allow_errors: bool) -> NotebookNode:
    """Run a copy of a notebook in a kernel of its own."""
    run = copy.deepcopy(notebook)
    NotebookClient(
        run, timeout=120, allow_errors=allow_errors, resources={"metadata": {"path": str(LESSON)}}
    ).execute()
    return run


def outputs(notebook: NotebookNode, kind: str) -> list[NotebookNode]:
    return [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == kind
    ]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda a: f"{a.exercise}: {a.name}")
def test_an_answer_earns_its_marks_and_its_sentence(answer: Answer) -> None:
    outcome = outcome_of(answer.exercise, answer.source)
    assert outcome.earned == answer.marks, [c.because for c in outcome.checks if not c.passed]
    said = outcome.mistake.say if outcome.mistake else ""
    assert bool(said) == bool(answer.says)
    assert answer.says in said


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_reference_earns_everything(exercise: str) -> None:
    assert outcome_of(exercise, SOURCES[exercise]).earned == 10.0


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_bank_answers_an_exercise_in_many_ways(exercise: str) -> None:
    kinds = [answer.kind for answer in ANSWERS if answer.exercise == exercise]
    assert kinds.count("right") >= 3
    assert "empty" in kinds
    assert kinds.count("mistake") >= 2


@pytest.mark.parametrize("exercise", EXERCISES)
def test_five_points_for_identities_three_for_numbers_two_for_the_rest(exercise: str) -> None:
    outcome = outcome_of(exercise, SOURCES[exercise])
    assert [check.points for check in outcome.checks] == [1.0] * 10
    assert [check.hidden for check in outcome.checks] == [False] * 2 + [True] * 8


def test_headings_step_by_one() -> None:
    text = "\n".join(cell.source for cell in NOTEBOOK.cells if cell.cell_type == "markdown")
    levels = [len(signs) for signs in re.findall(r"^(#+) (?!BEGIN|END)\S", text, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_points_in_the_prose_are_the_points_in_the_metadata() -> None:
    graded = {
        cell.id: cell.metadata.nbgrader.points
        for cell in NOTEBOOK.cells
        if "points" in cell.metadata.get("nbgrader", {})
    }
    for name, points in graded.items():
        heading = SOURCES[name.replace("-test", "-task")].splitlines()[0]
        assert f"({points} points)" in heading
    assert sum(graded.values()) == 70 + 10 + 8


def test_an_exercise_cites_an_objective_and_has_three_folded_hints() -> None:
    for exercise in EXERCISES:
        assert re.search(r"\*Tests O[1-5]\. Syllabus 1\.[1-7]\.\*", SOURCES[f"{exercise}-task"])
        assert SOURCES[f"{exercise}-hints"].count("<details><summary>Hint") == 3


def test_an_explorer_asks_first_and_leaves_a_picture_with_a_description() -> None:
    order = [cell.id for cell in NOTEBOOK.cells]
    for name in ("spike", "quanta", "depression", "coincidence", "clearance"):
        place = order.index(f"explore-{name}")
        assert f'explore("{name}", prediction=prediction_{name})' in SOURCES[order[place]]
        assert order.index(f"prediction-{name}") < place
        below = SOURCES[order[place + 1]]
        assert len(re.findall(r"^\d\. ", below, re.MULTILINE)) == 2
        alternative, target = re.findall(r"!\[(.*?)\]\((.*?)\)", below)[0]
        assert len(alternative) > 100
        assert target == f"figures/{name}.png"


def test_what_the_student_is_given_is_short() -> None:
    for cell in released().cells:
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("solution"):
            assert len([line for line in cell.source.splitlines() if line.strip()]) <= 12, cell.id


def test_the_source_runs_to_its_end_without_a_word_on_stderr() -> None:
    run = executed(NOTEBOOK, allow_errors=False)
    assert [o.text for o in outputs(run, "stream") if o.name == "stderr"] == []
    totals = {
        cell.id: cell.outputs[-1].data["text/plain"]
        for cell in run.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert totals == {f"{exercise}-test": "10.0" for exercise in EXERCISES}


def test_the_release_runs_to_its_end_with_nothing_but_work_to_be_done() -> None:
    run = executed(released(), allow_errors=True)
    assert {error.ename for error in outputs(run, "error")} == {"NotImplementedError"}
    assert len(outputs(run, "error")) == len(EXERCISES)
    assert [o.text for o in outputs(run, "stream") if o.name == "stderr"] == []
