"""Every answer of the bank earns its marks, and every notebook runs as source and as release.

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

from autograder.bank import DELEGATING, Answer, load_answers
from course import marks
from course.explorers import by_lesson

ROOT = Path(__file__).parents[2]
NOTEBOOKS = {
    path.parent.name: nbformat.read(path, as_version=4)
    for path in sorted((ROOT / "source").glob("*/*.ipynb"))
}
ANSWERS = {lesson: load_answers(ROOT / "tests" / "answers", lesson) for lesson in NOTEBOOKS}
SOURCES: dict[str, dict[str, str]] = {
    lesson: {cell.id: cell.source for cell in notebook.cells}
    for lesson, notebook in NOTEBOOKS.items()
}
EXERCISES = {
    lesson: [
        cell.id for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution")
    ]
    for lesson, notebook in NOTEBOOKS.items()
}
each_lesson = pytest.mark.parametrize("lesson", NOTEBOOKS)
each_exercise = pytest.mark.parametrize(
    ("lesson", "exercise"), [(lesson, each) for lesson in EXERCISES for each in EXERCISES[lesson]]
)


def outcome_of(lesson: str, exercise: str, solution: str) -> marks.Outcome:
    """Run set-up, one solution and its test cell; return what the test cell came to."""
    kernel: dict[str, Any] = {}
    sources = SOURCES[lesson]
    for name, source in (
        ("setup", sources["setup"]),
        (exercise, solution),
        (f"{exercise}-test", sources[f"{exercise}-test"]),
    ):
        marks.outcomes.clear()
        exec(compile(source, name, "exec"), kernel)  # noqa: S102 - the cells are what is tested
    (outcome,) = marks.outcomes.values()
    return outcome


def released(lesson: str) -> NotebookNode:
    """Return what nbgrader leaves of the notebook for a student."""
    release = copy.deepcopy(NOTEBOOKS[lesson])
    for clear in (ClearSolutions(), ClearHiddenTests(), ClearMarkScheme()):
        release, _ = clear.preprocess(release, {})
    return release


def executed(lesson: str, notebook: NotebookNode, *, allow_errors: bool) -> NotebookNode:
    """Run a copy of a notebook in a kernel of its own."""
    run = copy.deepcopy(notebook)
    folder = str(ROOT / "source" / lesson)
    NotebookClient(
        run, timeout=120, allow_errors=allow_errors, resources={"metadata": {"path": folder}}
    ).execute()
    return run


def outputs(notebook: NotebookNode, kind: str) -> list[NotebookNode]:
    return [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == kind
    ]


def each_answer(*, delegating: bool) -> pytest.MarkDecorator:
    """Give a test each answer of the bank: those that call a model, or all others."""
    params = [
        pytest.param(lesson, answer, id=f"{lesson}: {answer.exercise}: {answer.name}")
        for lesson, answers in ANSWERS.items()
        for answer in answers
        if (answer.kind == DELEGATING) == delegating
    ]
    return pytest.mark.parametrize(("lesson", "answer"), params)


@each_answer(delegating=False)
def test_an_answer_earns_its_marks_and_its_sentence(lesson: str, answer: Answer) -> None:
    outcome = outcome_of(lesson, answer.exercise, answer.source)
    assert outcome.earned == answer.marks, [c.because for c in outcome.checks if not c.passed]
    said = outcome.mistake.say if outcome.mistake else ""
    assert bool(said) == bool(answer.says)
    assert answer.says in said


@each_answer(delegating=True)
def test_what_a_model_does_passes_where_there_is_one(lesson: str, answer: Answer) -> None:
    """Or it would show nothing that it earns nothing in a box, which the audit tries."""
    assert outcome_of(lesson, answer.exercise, answer.source).earned >= 8.0 > answer.marks


@each_exercise
def test_the_bank_answers_an_exercise_in_many_ways(lesson: str, exercise: str) -> None:
    kinds = [answer.kind for answer in ANSWERS[lesson] if answer.exercise == exercise]
    assert kinds.count("right") >= 3
    assert "empty" in kinds
    assert kinds.count("mistake") >= 2


@each_exercise
def test_the_reference_earns_five_points_for_identities_three_for_numbers_two_for_the_rest(
    lesson: str, exercise: str
) -> None:
    outcome = outcome_of(lesson, exercise, SOURCES[lesson][exercise])
    assert outcome.earned == 10.0
    assert [check.points for check in outcome.checks] == [1.0] * 10
    assert [check.hidden for check in outcome.checks] == [False] * 2 + [True] * 8


@each_lesson
def test_headings_step_by_one(lesson: str) -> None:
    cells = NOTEBOOKS[lesson].cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    levels = [len(signs) for signs in re.findall(r"^(#+) (?!BEGIN|END)\S", text, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_lesson
def test_the_points_in_the_prose_are_the_points_in_the_metadata(lesson: str) -> None:
    graded = {
        cell.id: cell.metadata.nbgrader.points
        for cell in NOTEBOOKS[lesson].cells
        if "points" in cell.metadata.get("nbgrader", {})
    }
    for name, points in graded.items():
        heading = SOURCES[lesson][name.replace("-test", "-task")].splitlines()[0]
        assert f"({points} points)" in heading
    assert {f"{exercise}-test" for exercise in EXERCISES[lesson]} <= set(graded)


@each_exercise
def test_an_exercise_cites_an_objective_and_has_three_folded_hints(
    lesson: str, exercise: str
) -> None:
    assert re.search(r"\*Tests (O\d)(, O\d)*\.\*", SOURCES[lesson][f"{exercise}-task"])
    assert SOURCES[lesson][f"{exercise}-hints"].count("<details><summary>Hint") == 3


@each_lesson
def test_exercises_are_numbered_as_they_come(lesson: str) -> None:
    headings = [
        SOURCES[lesson][f"{exercise}-task"].splitlines()[0] for exercise in EXERCISES[lesson]
    ]
    numbers = [re.findall(r"^### Exercise (\d+) · ", heading) for heading in headings]
    assert numbers == [[str(number)] for number in range(1, len(headings) + 1)]
    everywhere = "\n".join(SOURCES[lesson].values())
    assert "yllabus" not in everywhere
    named = {int(n) for n in re.findall(r"[Ee]xercises? (\d+)", everywhere)}
    assert named <= set(range(1, len(headings) + 1))


@each_lesson
def test_run_all_goes_past_an_exercise_that_is_not_done(lesson: str) -> None:
    """JupyterLab stops at the first error, except in a cell that carries this tag."""
    for cell in NOTEBOOKS[lesson].cells:
        tags = cell.metadata.get("tags", [])
        assert ("raises-exception" in tags) == (cell.id in {f"{e}-test" for e in EXERCISES[lesson]})


@each_lesson
def test_an_explorer_asks_first_and_leaves_a_picture_with_a_description(lesson: str) -> None:
    order = [cell.id for cell in NOTEBOOKS[lesson].cells]
    for name in (each.name for each in by_lesson()[lesson.partition("-")[2]]):
        place = order.index(f"explore-{name}")
        shown = SOURCES[lesson][order[place]]
        assert f'explore("{name}", prediction=prediction_{name})' in shown
        assert order.index(f"prediction-{name}") < place
        below = SOURCES[lesson][order[place + 1]]
        assert len(re.findall(r"^\d\. ", below, re.MULTILINE)) == 2
        alternative, target = re.findall(r"!\[(.*?)\]\((.*?)\)", below)[0]
        assert len(alternative) > 100
        assert target == f"figures/{name}.png"


@each_lesson
def test_what_the_student_is_given_is_short(lesson: str) -> None:
    for cell in released(lesson).cells:
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("solution"):
            assert len([line for line in cell.source.splitlines() if line.strip()]) <= 12, cell.id


@each_lesson
def test_the_source_runs_to_its_end_without_a_word_on_stderr(lesson: str) -> None:
    run = executed(lesson, NOTEBOOKS[lesson], allow_errors=False)
    assert [o.text for o in outputs(run, "stream") if o.name == "stderr"] == []
    totals = {
        cell.id: cell.outputs[-1].data["text/plain"]
        for cell in run.cells
        if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"
    }
    assert totals == {f"{exercise}-test": "10.0" for exercise in EXERCISES[lesson]}


@each_lesson
def test_the_release_runs_to_its_end_with_nothing_but_work_to_be_done(lesson: str) -> None:
    run = executed(lesson, released(lesson), allow_errors=True)
    assert {error.ename for error in outputs(run, "error")} == {"NotImplementedError"}
    assert len(outputs(run, "error")) == len(EXERCISES[lesson])
    standing = run.cells[-1].outputs[0].data["text/plain"]
    assert standing.count(": not begun yet\n") == len(EXERCISES[lesson])
    assert [o.text for o in outputs(run, "stream") if o.name == "stderr"] == []
