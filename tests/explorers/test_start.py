"""Where an explorer opens: at a state in which each of its controls does something."""

import numpy as np
import pytest

from course.explorers import every
from course.explorers.canvas import Canvas
from course.explorers.session import Session

EXPLORERS = every()
CHANGES_WORDS_ALONE = {
    ("infusion", "weight_kg"): "the dose goes with the weight, which cancels; the lesson asks why",
}


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_control_moves_the_picture_at_the_start(name: str) -> None:
    session, canvas = Session(EXPLORERS[name]), Canvas(EXPLORERS[name])
    opened = canvas.pixels(session.result).copy()
    for control in session.explorer.controls:
        for end in {control.low, control.high} - {control.start}:
            session.reset()
            said = session.sentence
            session.change(**{control.name: end})
            moved = not np.array_equal(canvas.pixels(session.result), opened)
            words_alone = (name, control.name) in CHANGES_WORDS_ALONE and session.sentence != said
            assert moved != words_alone, control.name
