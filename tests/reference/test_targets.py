"""Every target of the course is met, or missed for a reason that it states."""

import pytest

from course.reference import Status, Target, targets
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


def test_a_quoted_figure_is_verified() -> None:
    quoted = [target for target in targets().values() if target.compute is None]
    assert all(target.status is Status.VERIFIED for target in quoted)
