import re
from pathlib import Path

import nbformat
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from course.explorers import every, style
from course.explorers.artists import xy
from course.figures import Still, by_lesson
from course.figures.__main__ import main

ROOT = Path(__file__).parents[2]
SIDE = 10  # pixels of a square
ENOUGH = 40  # of 255; everything a pixel to the right makes 22, a moved curve or mark over 55
FloatArray = NDArray[np.float64]
STILLS = [
    pytest.param(lesson, still, id=f"{lesson}: {still.name}")
    for lesson, stills in by_lesson().items()
    for still in stills
]


@pytest.mark.parametrize(("lesson", "still"), STILLS)
def test_the_lesson_shows_the_picture_with_the_words_that_are_computed_for_it(
    lesson: str, still: Still
) -> None:
    (notebook,) = (ROOT / "source").glob(f"*-{lesson}/{lesson}.ipynb")
    text = "\n".join(cell.source for cell in nbformat.read(notebook, as_version=4).cells)
    shown = {path: alt for alt, path in re.findall(r"!\[([^\]]*)\]\(figures/(\w+)\.png\)", text)}
    assert shown[still.name] == still.alt


@pytest.mark.parametrize(("lesson", "still"), STILLS)
def test_every_curve_has_finite_points_inside_its_axes_somewhere(lesson: str, still: Still) -> None:
    assert lesson
    for panel in still.panels:
        for curve in panel.curves:
            x, y = xy(curve, still.result)
            inside = (panel.x.low <= x) & (x <= panel.x.high) & (panel.y.low <= y)
            assert (inside & (y <= panel.y.high)).any()
            assert np.isfinite(x).all()
            assert np.isfinite(y).all()


def squares(picture: Path) -> FloatArray:
    """Return how light a picture is, in squares of ten pixels: letters move less than curves."""
    grey = np.asarray(Image.open(picture).convert("L"), dtype=float)
    assert grey.shape == (style.HEIGHT_PX, style.WIDTH_PX)
    return grey.reshape(style.HEIGHT_PX // SIDE, SIDE, style.WIDTH_PX // SIDE, SIDE).mean((1, 3))


def test_the_committed_pictures_are_those_that_are_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of stills and explorers alike; builds of the drawing library may differ by a pixel."""
    folders = sorted(path.parent for path in (ROOT / "source").glob("*/figures"))
    for folder in folders:
        (tmp_path / folder.name).mkdir()
    assert main(["--source", str(tmp_path)]) == 0
    drawn = {path.stem: path for path in tmp_path.glob("*/figures/*.png")}
    stills = {still.name for stills in by_lesson().values() for still in stills}
    assert set(drawn) == stills | set(every())
    stale = [
        name
        for name, path in drawn.items()
        if np.abs(squares(path) - squares(ROOT / "source" / path.relative_to(tmp_path))).max()
        > ENOUGH
    ]
    assert stale == []
    said = capsys.readouterr().out
    assert "emptying.png" in said
    assert "clearance.png" in said


def test_a_missing_lesson_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--source", str(tmp_path)]) == 1
    assert "-transmitters" in capsys.readouterr().err
