from pathlib import Path

import pytest
from PIL import Image

from course.explorers import LESSONS, every, style
from course.explorers.pictures import main, static_picture


def test_a_still_picture_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    alt = static_picture("coincidence", tmp_path / "one.png")
    assert static_picture("coincidence", tmp_path / "deeper" / "two.png") == alt
    first = (tmp_path / "one.png").read_bytes()
    assert first == (tmp_path / "deeper" / "two.png").read_bytes()
    assert Image.open(tmp_path / "one.png").size == (style.WIDTH_PX, style.HEIGHT_PX)
    assert alt.startswith(every()["coincidence"].title)


def test_all_pictures_go_to_their_lessons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, lesson in enumerate(LESSONS, start=1):
        (tmp_path / f"{number}-{lesson}").mkdir()
    assert main(["--source", str(tmp_path)]) == 0
    drawn = {path.stem for path in tmp_path.glob("*/figures/*.png")}
    assert drawn == set(every())
    assert "clearance.png" in capsys.readouterr().out


def test_a_missing_lesson_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--source", str(tmp_path)]) == 1
    assert "-transmitters" in capsys.readouterr().err


def test_an_unknown_explorer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="did you mean 'clearance'"):
        static_picture("clearence", tmp_path / "x.png")
