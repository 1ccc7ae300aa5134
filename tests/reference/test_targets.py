"""Every target of the course is met, or missed for a reason that it states."""

import pytest

from course.reference import Target, targets
from course.validate.verdict import Verdict, judge


@pytest.mark.parametrize("target", targets().values(), ids=lambda target: target.id)
def test_target_does_not_fail(target: Target) -> None:
    outcome = judge(target)
    assert outcome.verdict is not Verdict.FAILS, outcome.reason


@pytest.mark.parametrize("target", targets().values(), ids=lambda target: target.id)
def test_published_figures_name_their_source(target: Target) -> None:
    assert target.reference is not None or not target.published


def test_every_model_number_is_that_of_a_lesson() -> None:
    models = {model for target in targets().values() for model in target.model.split(", ") if model}
    assert all(model[0] == "M" and model[1] in "12345" and model[2] == "." for model in models)


# Numbers of the course's plan that are no targets of their own, and why.
ELSEWHERE = {
    "M2.7": "a map of signs, without a figure",
    **dict.fromkeys(["T1.14", "T2.7", "T3.14", "T4.3", "T5.9"], "a number that the plan skips"),
}
LAST = {"T1": 17, "T2": 11, "T3": 23, "T4": 19, "T5": 19}
MODELS = {"M1": 10, "M2": 7, "M3": 13, "M4": 12, "M5": 12}


def test_every_number_of_the_plan_is_a_target_or_has_a_reason() -> None:
    planned = {f"{row}.{n}" for row, last in LAST.items() for n in range(1, last + 1)}
    found = {name.partition(" ")[0] for name in targets()}
    assert planned - found == {name for name in ELSEWHERE if name[0] == "T"}


def test_every_model_has_a_target_or_a_reason() -> None:
    planned = {f"{row}.{n}" for row, last in MODELS.items() for n in range(1, last + 1)}
    found = {model for target in targets().values() for model in target.model.split(", ")}
    assert planned - found == {name for name in ELSEWHERE if name[0] == "M"}


def test_words_of_a_target_are_no_sentences() -> None:
    texts = [t for each in targets().values() for t in (each.quantity, each.note, each.known_miss)]
    assert [text for text in texts if text.endswith(".")] == []


def test_several_figures_of_a_target_have_labels() -> None:
    bare = [
        target.id
        for target in targets().values()
        if max(len(target.computed), len(target.published)) > 1 and not target.labels
    ]
    assert bare == []


def test_a_quoted_figure_was_read() -> None:
    quoted = [target for target in targets().values() if target.compute is None]
    assert all(target.status.cites for target in quoted)
