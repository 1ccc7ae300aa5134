"""The plots of the validation page."""

import ast
import base64
import re
from pathlib import Path

import numpy as np
import pytest

import course.validate.plots
from course.reference import sources
from course.reference.data import dataset_names
from course.validate.plots import PLOTS, Plot, picture
from course.validate.plots._plot import listed

every_plot = pytest.mark.parametrize("plot", PLOTS, ids=lambda plot: plot.title)


@every_plot
def test_a_plot_is_a_picture_with_words(plot: Plot) -> None:
    drawn = picture(plot)
    kind, _, content = drawn.address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    svg = base64.b64decode(content).decode("utf-8")
    assert svg.rstrip().endswith("</svg>")
    assert "<script" not in svg
    assert any(letter.isdigit() for letter in drawn.words), "say what the picture shows, in numbers"
    assert drawn.words.endswith(".")
    assert "nan" not in drawn.words


@every_plot
def test_a_plot_names_its_sources(plot: Plot) -> None:
    assert plot.sources
    assert set(plot.sources) <= set(sources())


def test_a_picture_is_the_same_every_time() -> None:
    assert picture.__wrapped__(PLOTS[0]) == picture(PLOTS[0])  # drawn anew, and as it was kept


def test_every_lesson_has_a_plot() -> None:
    assert {plot.lesson for plot in PLOTS} == {1, 2, 3, 4, 5}


def test_every_data_set_is_plotted() -> None:
    assert {name for plot in PLOTS for name in plot.datasets} == set(dataset_names())


@pytest.mark.parametrize(
    ("values", "words"), [([1], "1"), ([1, 2.5], "1 and 2.5"), (np.arange(3), "0, 1 and 2")]
)
def test_numbers_become_words(values: list[float], words: str) -> None:
    assert listed(values) == words


def test_a_plot_takes_its_doses_from_cards() -> None:
    folder = Path(course.validate.plots.__file__).parent
    parsed = [
        node
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]
    texts = [node.value for node in parsed if isinstance(node, ast.Constant)]
    dose = re.compile(r"\d\s?mg (IV|PO|IM|IN|SL|PR)")
    assert [text for text in texts if isinstance(text, str) and dose.search(text)] == []
