import io
import re
from pathlib import Path

import nbformat
import numpy as np
import pytest
from PIL import Image

from course.explorers import LESSONS, every, style
from course.explorers.artists import xy
from course.figures import Still, by_lesson, png
from course.figures.__main__ import main

ROOT = Path(__file__).parents[2]
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
def test_the_committed_picture_is_the_one_that_is_drawn(lesson: str, still: Still) -> None:
    """Pixels may differ a little between builds of the drawing library; curves may not."""
    (kept,) = (ROOT / "source").glob(f"*-{lesson}/figures/{still.name}.png")
    drawn, committed = (
        np.asarray(Image.open(of).convert("RGB"), dtype=float)
        for of in (io.BytesIO(png(still)), kept)
    )
    assert drawn.shape == committed.shape == (style.HEIGHT_PX, style.WIDTH_PX, 3)
    assert np.abs(drawn - committed).mean() < 0.5


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


def test_all_pictures_go_to_their_lessons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, lesson in enumerate(LESSONS, start=1):
        (tmp_path / f"{number}-{lesson}").mkdir()
    assert main(["--source", str(tmp_path)]) == 0
    drawn = {path.stem for path in tmp_path.glob("*/figures/*.png")}
    stills = {still.name for stills in by_lesson().values() for still in stills}
    assert drawn == stills | set(every())
    said = capsys.readouterr().out
    assert "emptying.png" in said
    assert "clearance.png" in said


def test_a_missing_lesson_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--source", str(tmp_path)]) == 1
    assert "-transmitters" in capsys.readouterr().err
