from pathlib import Path

import pytest
from PIL import Image

from course.explorers import every, style
from course.explorers.pictures import static_picture


def test_a_still_picture_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    alt = static_picture("coincidence", tmp_path / "one.png")
    assert static_picture("coincidence", tmp_path / "deeper" / "two.png") == alt
    first = (tmp_path / "one.png").read_bytes()
    assert first == (tmp_path / "deeper" / "two.png").read_bytes()
    assert Image.open(tmp_path / "one.png").size == (style.WIDTH_PX, style.HEIGHT_PX)
    assert alt.startswith(every()["coincidence"].title)


def test_an_unknown_explorer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="did you mean 'clearance'"):
        static_picture("clearence", tmp_path / "x.png")
