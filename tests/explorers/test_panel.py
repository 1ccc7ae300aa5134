from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course.explorers import every, provenance
from course.explorers.declaration import Explorer
from course.explorers.panel import Axis, Line, Panel, Points
from course.explorers.session import Session
from course.explorers.style import BLUE, DOT, GREY

X, Y = Axis("Time", 0, 1, "s"), Axis("Level", 0, 1)
LEVEL = Line("t", "level", "level", BLUE, words="level in the blood")
EXPLORERS = every()


@pytest.mark.parametrize(
    "other",
    [Line("t", "upper", "", BLUE), Points("t", "level", "", DOT)],
    ids=["stroke", "points"],
)
def test_a_curve_that_repeats_another_has_its_name(other: Line | Points) -> None:
    panel = Panel("Levels", X, Y, (LEVEL, other))
    assert [panel.name_of(one) for one in panel.curves] == ["level in the blood"] * 2


def test_a_curve_that_nothing_names_is_refused(toy: Explorer[Any]) -> None:
    panel = Panel("Levels", X, Y, (LEVEL, Line("t", "upper", "", GREY)))
    with pytest.raises(ValueError, match="Levels must label upper, for it repeats no labelled"):
        replace(toy, panels=(panel,))


@pytest.mark.parametrize("name", EXPLORERS)
def test_alternative_text_and_saved_file_name_every_curve(name: str) -> None:
    session = Session(EXPLORERS[name])
    saved = provenance.as_csv(session)
    for panel in session.explorer.panels:
        strokes = {curve.stroke for curve in panel.curves if curve.label}
        assert len(strokes) == sum(bool(curve.label) for curve in panel.curves), "two look alike"
        for curve in panel.curves:
            assert f"{panel.name_of(curve)} (" in session.alt
            empty = np.size(getattr(session.result, curve.x)) == 0
            assert empty or panel.name_of(curve) in saved
