"""The notebook behind the lecture's page."""

import nbformat
import pytest

from course.explorers.__main__ import main
from course.explorers.page import notebook


@pytest.mark.parametrize("lessons", [[], ["transmitters"]])
def test_the_page_is_a_valid_notebook_that_builds_its_menu(lessons: list[str]) -> None:
    made = notebook(lessons)
    nbformat.validate(nbformat.from_dict(made))
    code = next(each["source"] for each in made["cells"] if each["cell_type"] == "code")
    kernel: dict[str, object] = {}
    exec(code.replace("\ngallery(", "\nshown = gallery("), kernel)  # noqa: S102 - our own cell
    assert kernel["shown"]


def test_the_page_is_the_same_each_time() -> None:
    assert notebook() == notebook()


def test_an_unknown_lesson_is_named_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="no lesson 'dopamine'; there are transmitters"):
        notebook(["dopamine"])
    assert main(["dopamine"]) == 2
    assert capsys.readouterr().err.startswith("There is no lesson 'dopamine'")
