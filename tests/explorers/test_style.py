from itertools import combinations

import pytest

from course.explorers import style
from course.explorers.style import Stroke

STROKES = {name: one for name, one in vars(style).items() if isinstance(one, Stroke)}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", STROKES)
def test_every_stroke_stands_out_from_the_paper(name: str) -> None:
    assert contrast(STROKES[name].colour, style.PAPER) >= 4.5


@pytest.mark.parametrize("colour", [style.INK, style.QUIET_INK])
def test_every_text_can_be_read(colour: str) -> None:
    assert contrast(colour, style.PAPER) >= 4.5


def test_no_two_lines_differ_by_colour_alone() -> None:
    lines = [one for one in (*STROKES.values(), *style.HELD.values()) if not one.marker]
    lines.remove(style.BARS)
    for one, other in combinations(lines, 2):
        assert (one.dash, one.width_pt) != (other.dash, other.width_pt)


def test_no_two_markers_differ_by_colour_alone() -> None:
    markers = [one for one in STROKES.values() if one.marker]
    for one, other in combinations(markers, 2):
        assert (one.marker, one.size_pt) != (other.marker, other.size_pt)


def test_no_two_strokes_have_one_name() -> None:
    names = [one.in_words for one in (*STROKES.values(), *style.HELD.values())]
    assert len(set(names)) == len(names)
